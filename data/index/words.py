"""Words as they are searched for: in one form of æøå, in small letters, found inside other words."""

from __future__ import annotations

import re

from data.clean import clean_line

_WORD = re.compile(r"\w+")
_AROUND = re.compile(r"^\W+|\W+$")


def small(text: str) -> str:
    """Give a cleaned text in small letters, each letter where it stood."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def words(text: str) -> set[str]:
    """Give the different words of a text in small letters."""
    return set(_WORD.findall(text))


def terms(query: str) -> tuple[str, ...]:
    """Give what a query asks for: all that is typed between blanks, each a word or a part of one.

    Signs round a word are left out, so nothing typed has another meaning than to be found.
    """
    found = (_AROUND.sub("", term) for term in small(clean_line(query)).split())
    return tuple(dict.fromkeys(term for term in found if term))


def parts(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that terms are made of, the longest first: `sol-7` is made of `sol` and `7`."""
    found = dict.fromkeys(word for term in wanted for word in _WORD.findall(term))
    return tuple(sorted(found, key=len, reverse=True))
