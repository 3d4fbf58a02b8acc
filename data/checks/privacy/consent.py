"""Topics that a consent leaves out, seen where the referat speaks of them all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from data.checks.finding import Words
from data.checks.rule import Lack, Lacks
from data.checks.texts import told
from data.checks.tokens import REMEMBERED, lowered
from data.language import _
from data.meeting import Meeting

SHORTEST = 4
"""The fewest letters of a word that says what a topic is."""

EMPTY = frozenset(
    {"alle", "annet", "deres", "dette", "disse", "eller", "fra", "informasjon", "ingen", "ingenting", "ikke"}
    | {
        "noe",
        "opplysninger",
        "saker",
        "samt",
        "selv",
        "skal",
        "som",
        "temaer",
        "tema",
        "ting",
        "utenom",
        "være",
    }
    | {
        "detaljer",
        "forhold",
        "forholdet",
        "forholdene",
        "kan",
        "med",
        "mor",
        "mors",
        "moren",
        "morens",
        "far",
        "fars",
        "faren",
        "farens",
        "foreldre",
        "foreldrene",
        "foreldrenes",
        "familien",
        "familiens",
        "men",
        "ved",
        "hans",
        "hennes",
        "barnets",
    }
)
"""Words that are in many topics and say nothing of them."""

NO_TOPIC = {
    "hels": r"(?<!mat og hels)(?!t\b|e(?:stasjon|sykepl|søst|tjenest|sekretær|fagarbeid|team|senter))"
}
"""What makes something else of the stem of a topic: those who work with it, a subject at school, «helst»."""

_ENDING = re.compile(r"(?:ene|ane|ers|en|et|er|a|e)\Z")


def left_out(meeting: Meeting) -> Lacks:
    """Find texts that speak of what a consent leaves out."""
    for consent in meeting.consents:
        if consent.leaves_out:
            for passage in told(meeting):
                for words in _spoken_of(consent.leaves_out, passage.text):
                    message = _("Samtykket til {service} holder «{topic}» utenfor. Skal det stå her?")
                    topic = passage.text[words.start : words.end]
                    yield Lack(passage.path, message.format(service=consent.id, topic=topic), words)


@lru_cache(REMEMBERED)
def _spoken_of(topics: str, text: str) -> tuple[Words, ...]:
    """Give where a text speaks of one of some topics."""
    pattern = _pattern(topics)
    found = pattern.finditer(lowered(text)) if pattern else ()
    return tuple(Words(one.start(), one.end()) for one in found)


@lru_cache(64)
def _pattern(topics: str) -> re.Pattern[str] | None:
    """Give a pattern for the words of some topics with any ending, None where they say nothing."""
    stems = sorted(set(_stems(topics)), key=len, reverse=True)
    words = "|".join(re.escape(stem) + NO_TOPIC.get(stem, "") for stem in stems)
    return re.compile(rf"(?<!\w)(?:{words})\w*") if words else None


def _stems(topics: str) -> Iterator[str]:
    for word in re.findall(r"\w+", lowered(topics)):
        if len(word) >= SHORTEST and word not in EMPTY:
            stem = _ENDING.sub("", word)
            yield stem if len(stem) >= SHORTEST else word
