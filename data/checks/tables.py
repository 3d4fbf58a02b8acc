"""The rules of the gate that are data: a file a rule, read when it is first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """Give what stands in a file of our own, such as "language/man"."""
    import tomllib  # noqa: PLC0415 - a referat with nothing to word is checked without the parser

    found: dict[str, Any] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return found
