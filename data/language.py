"""The language of everything people read: bokmål in the code, others through gettext."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

CATALOGUES = Path(__file__).parent / "locale"
"""The folder of the translations; bokmål itself needs none."""


@cache
def _translating() -> NullTranslations | None:
    """Give what puts a text in the user's language; None where that is bokmål."""
    if not CATALOGUES.is_dir():
        return None
    import gettext  # noqa: PLC0415 - where nothing is translated, nothing is loaded for it

    return gettext.translation("malstyrt", CATALOGUES, fallback=True)


def _(text: str) -> str:
    """Give `text` in the user's language."""
    translating = _translating()
    return translating.gettext(text) if translating else text


def ngettext(one: str, many: str, n: int) -> str:
    """Give the text that goes with a number in the user's language: of one thing, or of several or none."""
    translating = _translating()
    if translating:
        return translating.ngettext(one, many, n)
    return one if n == 1 else many


def in_a_row(words: Iterable[str]) -> str:
    """Give words, at least one, as they are said in a row: A, B og C."""
    *first, last = words
    return _("{first} og {last}").format(first=", ".join(first), last=last) if first else last
