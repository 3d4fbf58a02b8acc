"""Phrases written down as data, and where they stand in a text.

A phrase is words with blanks between. `a/b` is either word, `word*` the word with any ending, `*` alone
any one word, `#` a digit. Large and small letters are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from data.checks.finding import Words
from data.checks.tokens import REMEMBERED, STEM, lowered, stems, tokens

_NO_LETTER = re.compile(r"[^\w-]")


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Phrases that are found alike.

    What `unless` phrases cover is passed over. `fields` are the beginnings of the sorts of passages that
    the group is about, () for all. `better` may always stand in the phrase's place. `heads` are how the
    phrases begin: a text with none of them is not looked through. `beginnings` are those of the `unless`
    phrases too, and only words with one of them are looked at; "" is how any word may begin.
    """

    heads: frozenset[str]
    beginnings: frozenset[str]
    pattern: re.Pattern[str]
    fields: tuple[str, ...]
    better: str | None

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Group:
        """Give the group that a table of a file tells of."""
        words, passed_over = table["words"], table.get("unless", ())
        unless = f"(?:{_either(passed_over)})|" if passed_over else ""
        pattern = re.compile(rf"(?<![\w-])(?:{unless}(?P<hit>{_either(words)}))(?![\w-])")
        heads = _heads(words)
        fields = tuple(table.get("fields", ()))
        return cls(heads, heads | _heads(passed_over), pattern, fields, table.get("better"))

    def may_be_in(self, sort: str, text: str) -> bool:
        """Whether a text of a sort can hold any of the phrases."""
        return (not self.fields or sort.startswith(self.fields)) and not self.heads.isdisjoint(stems(text))


@lru_cache(REMEMBERED)
def hits(groups: tuple[Group, ...], sort: str, text: str) -> tuple[Words, ...]:
    """Give where phrases of some groups stand in a text of a sort, in order and apart from each other."""
    asked = likely(groups, sort, text)
    if not asked:
        return ()
    small = lowered(text)
    found = sorted((hit for group in asked for hit in _hits(group, small, text)), key=_longest_first)
    return tuple(_apart(found))


def likely(groups: tuple[Group, ...], sort: str, text: str) -> list[Group]:
    """Give the groups that may have phrases in a text of a sort: the quick answer, most often none."""
    if _heads_of(groups).isdisjoint(stems(text)):
        return []
    return [group for group in groups if group.may_be_in(sort, text)]


@cache
def _heads_of(groups: tuple[Group, ...]) -> frozenset[str]:
    return frozenset().union(*(group.heads for group in groups))


def in_place_of(words: str, better: str) -> str:
    """Give a better form, with a capital where the words it stands for have one."""
    return better[:1].upper() + better[1:] if words[:1].isupper() else better


def _hits(group: Group, small: str, text: str) -> Iterator[Words]:
    """Give where a group's phrases stand."""
    passed, beginnings = 0, group.beginnings
    any_word = "" in beginnings
    for token in tokens(text):
        if token.start < passed or not (any_word or token.word[:STEM] in beginnings):
            continue
        if found := group.pattern.match(small, token.start):
            passed = found.end()
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


def _heads(phrases: Iterable[str]) -> frozenset[str]:
    """Give how phrases may begin, by their first letters: "" for one that begins with any word or digit."""
    first = (word for phrase in phrases for word in phrase.lower().split()[0].split("/"))
    return frozenset(_NO_LETTER.split(word)[0][:STEM] for word in first)


def _phrase(phrase: str) -> str:
    return r"\s+".join(_word(word) for word in phrase.lower().split())


def _word(word: str) -> str:
    """Give a pattern for one word of a phrase."""
    if word == "*":
        return r"[\w-]+"
    parts = [re.escape(part).replace(r"\*", r"\w*").replace(r"\#", r"\d") for part in word.split("/")]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
