"""Text as it is compared, so that what is typed finds what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data.text import clean

CLOSING_MARKS = ",.;:!?"
"""Marks that end a clause and so stand after a word without being of it."""

_BETWEEN_WORDS = str.maketrans("/(),;", "     ")
_ENDINGS = ("en", "et", "n", "a")
_SHORTEST_STEM = 3


class Match(NamedTuple):
    """What the typed words may mean, and how many of them were used; more than one is a choice."""

    meant: tuple[str, ...] = ()
    used: int = 0


def fold(text: str) -> str:
    """Give text as it is compared: one form of æøå, no capitals, no marks at the end."""
    return clean(text).casefold().rstrip(CLOSING_MARKS)


def folded_words(text: str) -> tuple[str, ...]:
    """Give the folded words of a text, what is joined by stroke or bracket taken apart."""
    return tuple(fold(word) for word in text.translate(_BETWEEN_WORDS).split())


def stems(word: str) -> Iterator[str]:
    """Give what a definite noun may be the definite form of, so that "skolen" finds "skole"."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield stem
