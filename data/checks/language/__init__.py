"""Good language in a referat: rules as data, a file a rule, and what they find.

`man`, `time`, `amount` and `dialogue` are phrases alone; `passive`, `abbreviations`, `tiltak` and `named`
have a file of words and a module that knows what to do with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from data.checks.finding import Concern, Words
from data.checks.language.abbreviations import short_words, unexplained
from data.checks.language.named import without_role
from data.checks.language.passive import passives
from data.checks.language.tiltak import without_person, without_verb
from data.checks.phrases import Group, hits
from data.checks.rule import Lack, Lacks, Point, rule_of_words
from data.checks.tables import table
from data.checks.texts import passages
from data.meeting import Meeting

PHRASES = ("man", "time", "amount", "dialogue")
"""The rules that are phrases and nothing more."""

Seek = Callable[[str, str], tuple[Words, ...]]
"""What finds words in a text of a sort."""


@cache
def points() -> tuple[Point, ...]:
    """Give the rules of language, in the order they are listed."""
    return (
        _point("man", phrases("man")),
        _point("passive", partial(_found, "passive", lambda _sort, text: passives(text))),
        _point("time", phrases("time")),
        _point("amount", phrases("amount")),
        _point("tiltak", without_verb, without_person),
        _point("dialogue", phrases("dialogue")),
        _point("abbreviations", short_words, unexplained),
        _point("named", without_role),
    )


def phrases(name: str) -> Callable[[Meeting], Lacks]:
    """Give what finds the phrases of a file in a meeting."""
    groups = tuple(Group.of(each) for each in table(f"language/{name}")["phrases"])
    return partial(_found, name, partial(hits, groups))


def _found(name: str, seek: Seek, meeting: Meeting) -> Iterator[Lack]:
    """Find words in every text that is held to good language."""
    message = table(f"language/{name}")["message"]
    for path, sort, text in passages(meeting):
        for hit in seek(sort, text):
            yield Lack(path, message.format(words=text[hit.start : hit.end]), hit)


def _point(name: str, *lacks: Callable[[Meeting], Lacks]) -> Point:
    """Give a rule as a line of the list."""
    given = table(f"language/{name}")
    rule = f"language.{name}"
    rules = tuple(rule_of_words(rule, given["kilde"], each) for each in lacks)
    return Point(rule, given["title"], "", rules, kind=Concern.LANGUAGE)
