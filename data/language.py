"""The language of everything people read: bokmål in the code, others through gettext."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"
"""The folder of the translations; bokmål itself needs none."""


@cache
def _translating() -> Callable[[str], str]:
    """Give what puts a text in the user's language."""
    if not CATALOGUES.is_dir():
        return str
    import gettext  # noqa: PLC0415 - where nothing is translated, nothing is loaded for it

    return gettext.translation("malstyrt", CATALOGUES, fallback=True).gettext


def _(text: str) -> str:
    """Give `text` in the user's language."""
    return _translating()(text)


def in_a_row(words: Iterable[str]) -> str:
    """Give words, at least one, as they are said in a row: A, B og C."""
    *first, last = words
    return _("{first} og {last}").format(first=", ".join(first), last=last) if first else last
