"""Phrases written down as data, and where they stand in a text.

A phrase is words with blanks between. `a/b` is either word, `word*` the word with any ending, `*` alone
any one word, `#` a digit. Large and small letters are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data.checks.finding import Words
from data.checks.tokens import REMEMBERED, STEM, lowered, stems


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Phrases that are found alike.

    What `unless` phrases cover is passed over. `fields` are the beginnings of the sorts of passages that
    the group is about, () for all. `better` may always stand in the phrase's place. `heads` are how the
    phrases begin: a text with none of them is not looked through.
    """

    heads: frozenset[str]
    pattern: re.Pattern[str]
    fields: tuple[str, ...]
    better: str | None

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Group:
        """Give the group that a table of a file tells of."""
        unless = f"(?:{_either(table['unless'])})|" if "unless" in table else ""
        pattern = re.compile(rf"(?<![\w-])(?:{unless}(?P<hit>{_either(table['words'])}))(?![\w-])")
        heads = frozenset(head for phrase in table["words"] for head in _heads(phrase))
        return cls(heads, pattern, tuple(table.get("fields", ())), table.get("better"))

    def may_be_in(self, sort: str, text: str) -> bool:
        """Whether a text of a sort can hold any of the phrases: the quick answer, most often no."""
        return (not self.fields or sort.startswith(self.fields)) and not self.heads.isdisjoint(stems(text))


@lru_cache(REMEMBERED)
def hits(groups: tuple[Group, ...], sort: str, text: str) -> tuple[Words, ...]:
    """Give where phrases of some groups stand in a text of a sort, in order and apart from each other."""
    asked = [group for group in groups if group.may_be_in(sort, text)]
    if not asked:
        return ()
    small = lowered(text)
    found = sorted((hit for group in asked for hit in _hits(group, small, text)), key=_longest_first)
    return tuple(_apart(found))


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


def _heads(phrase: str) -> Iterator[str]:
    """Give how a phrase may begin, by its first letters."""
    return (head.partition("*")[0][:STEM] for head in phrase.lower().split()[0].split("/"))


def _phrase(phrase: str) -> str:
    return r"\s+".join(_word(word) for word in phrase.lower().split())


def _word(word: str) -> str:
    """Give a pattern for one word of a phrase."""
    if word == "*":
        return r"[\w-]+"
    parts = [re.escape(part).replace(r"\*", r"\w*").replace(r"\#", r"\d") for part in word.split("/")]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
