"""Abbreviations: of words, that are best written out, and of names, that must be known or explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from data.checks.finding import Words
from data.checks.phrases import in_place_of
from data.checks.rule import Lack, Lacks
from data.checks.tables import table
from data.checks.texts import passages
from data.checks.tokens import REMEMBERED, STEM, lowered, stems
from data.meeting import Meeting

_LETTERS = re.compile(r"(?<![\w-])(?!KL\.?\s?[0-9])[A-ZÆØÅ]{2,6}(?![A-Za-zÆØÅæøå0-9])")
"""«KL 10» is a time of day, and «KL» a kontaktlærer."""
_EXPLAINED = re.compile(r"\w\s*\(\Z")
_EXPLAINS = re.compile(r"\s*\((?=[\w æøå/-]{4,})|\s*(?:, )?(?:som|det) (?:er|står|vil)\b")
_NEXT = re.compile(r"\s*(?:\Z|\n|[A-ZÆØÅ])")


def short_words(meeting: Meeting) -> Lacks:
    """Find words that are cut short; most may safely be written out."""
    message = table("language/abbreviations")["message"]
    for passage in passages(meeting):
        for hit in cut_short(passage.text):
            yield Lack(passage.path, message.format(words=passage.text[hit.start : hit.end]), hit)


def unexplained(meeting: Meeting) -> Lacks:
    """Find letters that stand for a name, the first time and where nothing explains them."""
    given = table("language/abbreviations")
    known = {*given["known"], *given["shouted"], *_of_those_present(meeting)}
    for passage in passages(meeting):
        for letters, explained, hit in _names(passage.text):
            if letters not in known and not explained:
                yield Lack(passage.path, given["unexplained"].format(words=letters), hit)
            known.add(letters)


@lru_cache(REMEMBERED)
def cut_short(text: str) -> tuple[Words, ...]:
    """Give where words are cut short in a text, each with the whole where it is sure."""
    if "-" not in text and _heads().isdisjoint(stems(text)):  # behind a hyphen one is no head
        return ()
    return tuple(
        Words(found.start(), found.end(), _whole(text, found)) for found in _short().finditer(lowered(text))
    )


def _whole(text: str, found: re.Match[str]) -> str | None:
    """Give the words that are cut short, with the full stop that ended the sentence too; None if unsure."""
    whole = in_place_of(text[found.start() : found.end()], _written_out()[found[0]])
    if not whole:
        return None
    if found[0].endswith("/"):
        return whole if text.startswith(" ", found.end()) else f"{whole} "
    return f"{whole}." if found[0].endswith(".") and _NEXT.match(text, found.end()) else whole


@lru_cache(REMEMBERED)
def _names(text: str) -> tuple[tuple[str, bool, Words], ...]:
    """Give the letters that stand for names in a text, whether they are explained there, and where."""
    return () if text.isupper() and " " in text else tuple(_found(text))


def _found(text: str) -> Iterator[tuple[str, bool, Words]]:
    names = table("language/abbreviations")["names"]
    for found in _LETTERS.finditer(text):
        letters, start, end = found[0], found.start(), found.end()
        explained = bool(_EXPLAINED.search(text, 0, start) or _EXPLAINS.match(text, end))
        whole = names.get(letters) if not text.startswith("-", end) else None
        yield letters, explained, Words(start, end, f"{whole} ({letters})" if whole else None)


def _of_those_present(meeting: Meeting) -> set[str]:
    """Give the letters that stand in the list of those who take part, or are the group's own."""
    told = [meeting.group, meeting.place]
    for person in meeting.participants:
        told += [person.name, person.role, person.service]
    return set(re.findall(r"[A-ZÆØÅ]{2,6}", " ".join(told)))


def _written_out() -> dict[str, str]:
    found: dict[str, str] = table("language/abbreviations")["words"]
    return found


@cache
def _heads() -> frozenset[str]:
    """Give how the words begin that are cut short, as far as the first full stop."""
    return frozenset(re.findall(r"\w+", word)[0][:STEM] for word in _written_out())


@cache
def _short() -> re.Pattern[str]:
    """Give a pattern for every word that is cut short, the longest first."""
    words = sorted(_written_out(), key=len, reverse=True)
    whole = "|".join(re.escape(word) for word in words if not word.endswith("/"))
    # «m/PPT», «m/ far», but neither a fraction nor a path.
    before_slash = "|".join(word[:-1] for word in words if word.endswith("/"))
    return re.compile(rf"(?<![\w.])(?:(?:{whole})(?!\w)|(?<!/)(?:{before_slash})/(?= ?\w\w))")
