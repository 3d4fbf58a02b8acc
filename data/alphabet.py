"""The order of the Norwegian alphabet: æ, ø and å come last, and aa is an old å."""

from __future__ import annotations

import unicodedata

_AFTER_Z = str.maketrans("æäøöå", "{{||}")
"""The last letters, and those of the neighbours that stand with them, as what comes after z in ASCII."""


def in_order(text: str) -> tuple[str, str]:
    """Give what a text is sorted by: its letters without accents, and where those are alike, itself."""
    letters = text.casefold().replace("aa", "å").translate(_AFTER_Z)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    return plain, text
