"""Tiltak as tiltak: a verb that says what is done, and one person who does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from data.checks.finding import Words
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
    infinitives, present, nouns, before = _forms()
    word = words[n].word
    known = word in infinitives or word in present or _ends_in_verb(word) or word in IRREGULAR
    if not known or word not in nouns:
        return known
    behind = words[n - 1] if n else None
    return behind is None or behind.word in before or (behind.capital and n == 1 and word in present)


def _ends_in_verb(word: str) -> bool:
    """Whether a word is a longer verb: made with «-ere», or of a known one («videresende»)."""
    infinitives, present, nouns, _before = _forms()
    if len(word) > 6 and word.endswith(("isere", "iserer", "serer")):
        return True
    known = (word[at:] for at in range(2, len(word) - 4))
    return any((tail in infinitives or tail in present) and tail not in nouns for tail in known)


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Give verbs, named and in the present tense, those that are nouns too, and what leads them."""
    given = table("language/tiltak")
    pairs = table("language/passive")["verbs"].replace("\n", " ").split(",")
    verbs = {pair.split()[0] for pair in pairs if pair.strip()}
    verbs |= {word.strip() for word in given["verbs"].replace("\n", " ").split(",") if word.strip()}
    present = frozenset(f"{verb}r" for verb in verbs) | {f"{verb}s" for verb in verbs}
    return frozenset(verbs), present, frozenset(given["nouns"]), frozenset(given["before"])
