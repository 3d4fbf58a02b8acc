"""Tiltak as tiltak: a verb that says what is done, and one person who does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from data.checks.finding import Words
from data.checks.language.passive import known_verbs
from data.checks.rule import Lack, Lacks
from data.checks.tables import table
from data.checks.tokens import REMEMBERED, Token, tokens
from data.meeting import Meeting

IRREGULAR = frozenset({"gjør", "er", "spør", "vet", "bør", "skal", "må", "kan", "vil", "har"})
"""Verbs that do not get their present tense by an r."""


def without_verb(meeting: Meeting) -> Lacks:
    """Find agreed tiltak of which nothing says that somebody does something."""
    for tiltak in meeting.agreed:
        if tiltak.what and not has_verb(tiltak.what):
            message = table("language/tiltak")["message"].format(words=tiltak.what)
            yield Lack(f"tiltak/{tiltak.id}/what", message, Words(0, len(tiltak.what)))


def without_person(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that a whole group is to do."""
    for tiltak in meeting.agreed:
        if is_several(tiltak.who):
            message = table("language/tiltak")["nobody"].format(words=tiltak.who)
            yield Lack(f"tiltak/{tiltak.id}/who", message, Words(0, len(tiltak.who)))


def is_several(who: str) -> bool:
    """Whether words are for a group, and not for somebody who can be asked how it went."""
    return bool(who) and who.casefold() in table("language/tiltak")["several"]


@lru_cache(REMEMBERED)
def has_verb(text: str) -> bool:
    """Whether a text says that something is done."""
    words = tokens(text)
    return any(_is_verb(words, n) for n in range(len(words)))


def _is_verb(words: Sequence[Token], n: int) -> bool:
    """Whether a word is a verb where it stands."""
    verbs, word = _verbs(), words[n].word
    known = _is_form(word) or _ends_in_verb(word)
    if not known or word not in verbs.nouns:
        return known
    behind = words[n - 1] if n else None
    tells_who = behind is not None and behind.capital and n == 1 and word not in verbs.infinitives
    return behind is None or behind.word in verbs.before or tells_who


def _is_form(word: str) -> bool:
    """Whether a word is a form of a verb that is known: «ringe», «ringer», «ringes»."""
    infinitives = _verbs().infinitives
    return word in infinitives or (word[-1] in "rs" and word[:-1] in infinitives) or word in IRREGULAR


def _ends_in_verb(word: str) -> bool:
    """Whether a word is a longer verb: made with «-ere», or of a known one («videresende»)."""
    if len(word) > 6 and word.endswith(("isere", "iserer", "serer")):
        return True
    tails = (word[at:] for at in range(2, len(word) - 4))
    return any(_is_form(tail) and tail not in _verbs().nouns for tail in tails)


class _Verbs(NamedTuple):
    """Verbs as they are named, the words among their forms that are nouns too, and what leads a verb."""

    infinitives: frozenset[str]
    nouns: frozenset[str]
    before: frozenset[str]


@cache
def _verbs() -> _Verbs:
    """Give what stands in the file, and the verbs of the passive."""
    given = table("language/tiltak")
    more = frozenset(word.strip() for word in given["verbs"].replace("\n", " ").split(","))
    return _Verbs(
        known_verbs().infinitives | more - {""}, frozenset(given["nouns"]), frozenset(given["before"])
    )
