"""The language of everything people read: bokmål in the code, others through gettext."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path


@cache
def _translations() -> gettext.NullTranslations:
    """Give the catalogue for the user's language; bokmål itself needs none."""
    return gettext.translation("malstyrt", Path(__file__).parent / "locale", fallback=True)


def _(text: str) -> str:
    """Give `text` in the user's language."""
    return _translations().gettext(text)
