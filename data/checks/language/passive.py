"""Passives: «skal avklares», «ble bestemt». They hide whoever does it.

Verbs with an s of their own are none («trives», «lykkes»), nor is what one becomes («ble sliten»), nor a
passive that names whoever does it («blir kartlagt av PPT»), nor what a child suffers («blir holdt utenfor»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from data.checks.finding import Words
from data.checks.tables import table
from data.checks.tokens import REMEMBERED, Token, tokens

BETWEEN = 3
"""The most words that may stand between «skal» or «ble» and the verb."""
FARTHEST = 7
"""The words after a passive among which whoever does it is looked for."""
LOOKED_AT = frozenset({"ses", "sees"})
"""What is said of people who meet, and of things that somebody is to look at."""
NYNORSK = "ast"
"""How a passive ends in nynorsk: «avklarast»."""
ENDINGS = ("s", NYNORSK)
"""How a passive of one word ends."""
SHORTEST_NYNORSK = 6
"""The fewest letters of one: shorter words are «fast» and the like."""
SHORTEST = 4
"""The fewest letters of a word with -es that is taken for a verb after «skal»."""


class Verbs(NamedTuple):
    """The verbs and the words round them."""

    infinitives: frozenset[str]
    participles: frozenset[str]
    modals: frozenset[str]
    become: frozenset[str]
    agreed: frozenset[str]
    suffered: frozenset[str]
    between: frozenset[str]
    own: frozenset[str]
    articles: frozenset[str]
    nobody: frozenset[str]
    looked_at: frozenset[str]
    things: frozenset[str]
    somebody: frozenset[str]


@lru_cache(REMEMBERED)
def passives(text: str) -> tuple[Words, ...]:
    """Give where a text has a passive that does not say who."""
    words, participles = tokens(text), known_verbs().participles
    # Few words can end one: those that cannot are passed over before anything slower.
    ends = (n for n, one in enumerate(words) if one.word.endswith(ENDINGS) or one.word in participles)
    found = ((n, _passive(words, n)) for n in ends if not _is_name(text, words[n]))
    return tuple(hit for n, hit in found if hit and not (_says_who(words, n) or _is_suffered(words, n)))


def _passive(words: Sequence[Token], n: int) -> Words | None:
    """Give the passive that ends in a word, if it does."""
    verbs, token = known_verbs(), words[n]
    if token.word.endswith("s"):
        if token.word in LOOKED_AT:
            return Words(token.start, token.end) if _is_looked_at(words, n) else None
        known = token.word[:-1] in verbs.infinitives and token.word not in verbs.own
        if known or (_looks_passive(token.word) and _has_modal(words, n)):
            return Words(token.start, token.end)
    elif token.word in verbs.participles:
        return _of_participle(words, n)
    elif token.word.endswith(NYNORSK) and _looks_passive(token.word) and _has_modal(words, n):
        return Words(token.start, token.end)
    return None


def _of_participle(words: Sequence[Token], n: int) -> Words | None:
    """Give the passive that ends in a participle: «ble bestemt», «er avtalt» with nobody to do it."""
    verbs, token = known_verbs(), words[n]
    for before in _back(words, n):
        if before.word in verbs.articles or before.word in verbs.participles:
            return None
        says_nobody = before.word == "er" and token.word in verbs.agreed and _is_task(words, n + 1)
        if before.word in verbs.become or says_nobody:
            return Words(before.start, token.end)
    return None


def _is_task(words: Sequence[Token], n: int) -> bool:
    """Whether a word begins something to do that is said of nobody: «å ringe»."""
    return n < len(words) and words[n].word == "å" and not words[n].first


def _is_suffered(words: Sequence[Token], n: int) -> bool:
    """Whether a passive is of what somebody suffers."""
    after = next((word.word for word in words[n + 1 : n + 3] if word.word != "ikke"), "")
    return f"{words[n].word} {after}" in known_verbs().suffered


def _is_name(text: str, token: Token) -> bool:
    """Whether a word is a name: a capital inside the sentence, and small letters after it."""
    return token.capital and not token.first and not text[token.start : token.end].isupper()


def _looks_passive(word: str) -> bool:
    """Whether a word that is not known can be a verb with a passive s: no genitive, nothing with its own."""
    if word.endswith(NYNORSK):
        return len(word) >= SHORTEST_NYNORSK
    return len(word) >= SHORTEST and word.endswith("es") and not word.endswith("enes")


def _has_modal(words: Sequence[Token], n: int) -> bool:
    """Whether «skal», «må» or the like stands before a word, with nothing between that counts."""
    verbs = known_verbs()
    if words[n].word in verbs.own:
        return False
    for before in _back(words, n):
        if before.word in verbs.modals:
            return True
        if before.word not in verbs.between:
            return False
    return False


def _is_looked_at(words: Sequence[Token], n: int) -> bool:
    """Whether a «ses» after «må» or the like is of a thing, and not of people who meet."""
    modal = next((m for m in range(n - 1, max(-1, n - 2 - BETWEEN), -1) if _is_modal(words, m)), -1)
    if modal < 0 or any(word.first for word in words[modal + 1 : n + 1]):
        return False
    after = [word.word for word in words[n + 1 : n + 3]]
    beside = {words[modal + 1].word, words[modal - 1].word if modal and not words[modal].first else ""}
    of_a_thing = bool(beside & known_verbs().things) and after[:1] == ["på"]
    return " ".join(after) in known_verbs().looked_at or of_a_thing


def _is_modal(words: Sequence[Token], n: int) -> bool:
    return words[n].word in known_verbs().modals


def _back(words: Sequence[Token], n: int) -> Iterator[Token]:
    """Give the words before one, the nearest first, as far as its part of the sentence goes."""
    for m in range(n - 1, max(-1, n - 2 - BETWEEN), -1):
        if words[m + 1].first:
            return
        yield words[m]


def _says_who(words: Sequence[Token], n: int) -> bool:
    """Whether «av» and somebody follow, at once or before the sentence ends."""
    after = words[n + 1 : n + 3]
    if len(after) == 2 and after[0].word == "av":
        return after[1].word not in known_verbs().nobody
    rest = words[n + 1 : n + 1 + FARTHEST]
    return any(
        of.word == "av" and (who.capital or who.word in known_verbs().somebody)
        for of, who in pairwise(takewhile(lambda word: not word.first, rest))
    )


@cache
def known_verbs() -> Verbs:
    """Give what stands in the file."""
    given = table("language/passive")
    pairs = [pair.split() for pair in given["verbs"].replace("\n", " ").split(",") if pair.strip()]
    return Verbs(
        somebody=frozenset([*given["somebody"], *table("names")["roles"]]),
        infinitives=frozenset(infinitive for infinitive, _participle in pairs),
        participles=frozenset(participle for _infinitive, participle in pairs) - set(given["states"]),
        **{
            name: frozenset(given[name])
            for name in (
                "modals",
                "become",
                "agreed",
                "suffered",
                "between",
                "own",
                "articles",
                "nobody",
                "looked_at",
                "things",
            )
        },
    )
