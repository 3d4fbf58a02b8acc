"""The words of a text as the rules read them: in small letters, and where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

REMEMBERED = 2048
"""The texts whose findings are remembered, so that a key typed in one field asks of that one alone."""

_WORD_OR_END = re.compile(r"(\w+(?:-\w+)*)|[.!?:;\n,()«»–]")
"""A word, or what ends a sentence or a part of one."""

_DIGIT = re.compile("[0-9]")

STEM = 4
"""The letters by which words are looked for before anything slower."""


def lowered(text: str) -> str:
    """Give a text in small letters, each in the place it has in the text."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


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
    found: list[Token] = []
    first = True
    for each in _WORD_OR_END.finditer(lowered(text)):
        word = each[1]
        if word is None:
            first = not _is_cut_short(text, each.start())
        else:
            start, end = each.span()
            found.append(Token(word, start, end, first, text[start].isupper()))
            first = False
    return tuple(found)


def _is_cut_short(text: str, at: int) -> bool:
    """Whether at a place stands the full stop of a word that is cut short before a number: «kl. 14»."""
    return text.startswith(". ", at) and text[at + 2 : at + 3].isdigit()


@lru_cache(REMEMBERED)
def has_digit(text: str) -> bool:
    """Whether there is a digit in a text: most have none, and need not be looked through for numbers."""
    return bool(_DIGIT.search(text))


@lru_cache(REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """Give how the words of a text begin."""
    return frozenset([token.word[:STEM] for token in tokens(text)])
