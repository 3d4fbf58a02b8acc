"""The two shapes of text that people write in a meeting, cleaned as they come in."""

from __future__ import annotations

from typing import Annotated

from data.clean import clean, clean_line, clean_prose

__all__ = ["Line", "Prose", "clean", "clean_line", "clean_prose"]

Line = Annotated[str, clean_line]
"""One line of text from people; `data.part.Value` cleans it by the function that marks it."""

Prose = Annotated[str, clean_prose]
"""Several lines of text from people."""
