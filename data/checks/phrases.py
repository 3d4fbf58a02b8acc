"""Phrases written down as data, and where they stand in a text.

A phrase is words with blanks between. `a/b` is either word, `word*` the word with any ending, `*` alone
any one word, `#` a digit. Large and small letters are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from data.checks.finding import Words

REMEMBERED = 2048
"""The texts whose findings are remembered, so that a key typed in one field asks of that one alone."""


class Group(NamedTuple):
    """Phrases that are found alike.

    What `unless` phrases cover is passed over. `fields` are the beginnings of the sorts of passages that
    the group is about, () for all. `better` may always stand in the phrase's place.
    """

    pattern: re.Pattern[str]
    fields: tuple[str, ...]
    better: str | None

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Group:
        """Give the group that a table of a file tells of."""
        unless = f"(?:{_either(table['unless'])})|" if "unless" in table else ""
        pattern = re.compile(rf"(?<![\w-])(?:{unless}(?P<hit>{_either(table['words'])}))(?![\w-])")
        return cls(pattern, tuple(table.get("fields", ())), table.get("better"))


@lru_cache(REMEMBERED)
def hits(groups: tuple[Group, ...], sort: str, text: str) -> tuple[Words, ...]:
    """Give where phrases of some groups stand in a text of a sort, in order and apart from each other."""
    small = lowered(text)
    asked = (group for group in groups if not group.fields or sort.startswith(group.fields))
    found = sorted((hit for group in asked for hit in _hits(group, small, text)), key=_longest_first)
    return tuple(_apart(found))


def lowered(text: str) -> str:
    """Give a text in small letters, each in the place it has in the text."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def in_place_of(words: str, better: str) -> str:
    """Give a better form, with a capital where the words it stands for have one."""
    return better[:1].upper() + better[1:] if words[:1].isupper() else better


def _hits(group: Group, small: str, text: str) -> Iterator[Words]:
    """Give where a group's phrases stand."""
    for found in group.pattern.finditer(small):
        if found["hit"]:
            better = group.better
            start, end = found.span("hit")
            yield Words(start, end, None if better is None else in_place_of(text[start:end], better))


def _longest_first(hit: Words) -> tuple[int, int]:
    return hit.start, -hit.end


def _apart(found: Iterable[Words]) -> Iterator[Words]:
    """Leave out what lies within another."""
    end = 0
    for hit in found:
        if hit.start >= end:
            yield hit
            end = hit.end


def _either(phrases: Iterable[str]) -> str:
    """Give a pattern for any of some phrases, the longest first: the first that fits is taken."""
    return "|".join(_phrase(each) for each in sorted(phrases, key=len, reverse=True))


def _phrase(phrase: str) -> str:
    return r"\s+".join(_word(word) for word in phrase.lower().split())


def _word(word: str) -> str:
    """Give a pattern for one word of a phrase."""
    if word == "*":
        return r"[\w-]+"
    parts = [re.escape(part).replace(r"\*", r"\w*").replace(r"\#", r"\d") for part in word.split("/")]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
