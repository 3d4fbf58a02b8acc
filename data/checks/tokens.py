"""The words of a text, and where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from data.checks.phrases import REMEMBERED, lowered

_WORD = re.compile(r"\w+(?:-\w+)*")
_ENDS = re.compile(r"[.!?:;\n,()«»–]")


class Token(NamedTuple):
    """A word: in small letters, where it stands, and whether it begins a sentence or a part of one.

    `capital` says that it is written with a large letter first.
    """

    word: str
    start: int
    end: int
    first: bool
    capital: bool


@lru_cache(REMEMBERED)
def tokens(text: str) -> tuple[Token, ...]:
    """Give the words of a text in order."""
    small = lowered(text)
    found: list[Token] = []
    end = 0
    for word in _WORD.finditer(small):
        start = word.start()
        first = not found or _ENDS.search(text, end, start) is not None
        end = word.end()
        found.append(Token(word[0], start, end, first, text[start].isupper()))
    return tuple(found)
