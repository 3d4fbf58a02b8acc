"""Whom a text speaks of by name, and whether they take part in the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from data.checks.tables import table
from data.checks.tokens import REMEMBERED, Token, tokens
from data.meeting import Meeting

MOST = 5
"""The most words of a name."""
PARTICLES = frozenset({"von", "van", "der", "af", "al", "bin", "el"})
"""Small words inside a name."""

_BRACKET = re.compile(r"\s*\(")
_BEHIND = re.compile(r"\s*,?\s*(?:som er |er )?(?:vår |vårt |ny |hans |hennes )?([\w-]+)")
_WHEN = "(?:morgen|dagen|kveld|uk[ea]|helg|time|pause|høst|vår|året|sommer|vinter)"
"""What tells when one comes, and not where from: «i morgen», «på kvelden»."""
_FROM = re.compile(rf",?\s+(?:fra|i|ved|på|hos)\s+(?!{_WHEN})(?:[A-ZÆØÅ]{{2,}}|[\wæøå]+(?:en|et|a)\b)")


class Mention(NamedTuple):
    """Somebody named in a text: where, the words of the name in small letters, and whether it says who."""

    start: int
    end: int
    words: tuple[str, ...]
    has_role: bool


@lru_cache(REMEMBERED)
def mentions(text: str) -> tuple[Mention, ...]:
    """Give the people that a text names, in order."""
    return tuple(_mentions(text, tokens(text)))


def people_of(meeting: Meeting) -> list[frozenset[str]]:
    """Give the words of the names of everybody in the meeting, in small letters, somebody a set."""
    named = [meeting.leader, meeting.minute_taker]
    for person in meeting.participants:
        named += [person.name, person.stand_in]
    return [_words_of(name) for name in named if name]


def takes_part(mention: Mention, people: Sequence[frozenset[str]]) -> bool:
    """Whether somebody of the meeting may be the one that is named."""
    return any(all(_fits(word, words) for word in mention.words) for words in people)


def _mentions(text: str, words: Sequence[Token]) -> Iterator[Mention]:
    behind = 0
    for n, word in enumerate(words):
        if word.capital and n >= behind and (length := _length(text, words, n)):
            behind = n + length
            named = words[n:behind]
            end = named[-1].end
            yield Mention(word.start, end, tuple(one.word for one in named), _has_role(text, words, n, end))


def _length(text: str, words: Sequence[Token], n: int) -> int:
    """Give how many words the name has that begins at a word, 0 where none does."""
    head = words[n]
    if not (_is_first(head.word) or _is_double(text, head)):
        return 0
    length = 1
    while length < MOST and _goes_on(text, words, n + length):
        length += 1
    sure = length > 1 or not head.first or not _ambiguous(head.word)
    return length if sure else 0


def _is_double(text: str, head: Token) -> bool:
    """Whether a word is two first names in one: «Nils-Petter»."""
    if "-" not in head.word:
        return False
    both = head.word.removesuffix("s").split("-")
    return _is_name(text[head.start : head.end]) and all(one in _known().first for one in both)


def _is_first(word: str) -> bool:
    """Whether a word is a first name, or a name's genitive."""
    return word in _known().first or word.removesuffix("s") in _known().first


def _is_name(word: str) -> bool:
    """Whether a word, and each part between hyphens, has a capital and small letters after."""
    return all(part[:1].isupper() and part[1:].islower() for part in word.split("-"))


def _goes_on(text: str, words: Sequence[Token], n: int) -> bool:
    """Whether a word is more of the name before it: a capital, small letters after, and nothing between."""
    if n >= len(words) or words[n].first or text[words[n - 1].end : words[n].start] != " ":
        return False
    if not words[n].capital:
        return words[n].word in PARTICLES and _goes_on(text, words, n + 1)
    return _is_name(text[words[n].start : words[n].end])


def _ambiguous(word: str) -> bool:
    also_words = _known().also_words
    return word in also_words or word.removesuffix("s") in also_words


def _has_role(text: str, words: Sequence[Token], n: int, end: int) -> bool:
    """Whether the words round a name say who it is."""
    roles = _known().roles
    if n and words[n - 1].word in roles:
        return True
    behind = _BEHIND.match(text, end)
    called = behind is not None and behind[1].lower() in roles
    return called or bool(_BRACKET.match(text, end) or _FROM.match(text, end))


def _fits(word: str, words: frozenset[str]) -> bool:
    return word in words or word.removesuffix("s") in words


def _words_of(name: str) -> frozenset[str]:
    return frozenset(name.replace("(", " ").replace(")", " ").replace(",", " ").casefold().split())


class _Known(NamedTuple):
    """First names, those among them that are other words too, and the words for who somebody is."""

    first: frozenset[str]
    also_words: frozenset[str]
    roles: frozenset[str]


@cache
def _known() -> _Known:
    """Give what stands in the file."""
    given = table("names")
    also_words = frozenset(given["also_words"].split())
    return _Known(also_words.union(given["first"].split()), also_words, frozenset(given["roles"]))
