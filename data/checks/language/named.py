"""People are told of with their role the first time, so that a reader knows who they are."""

from __future__ import annotations

from data.checks.finding import Words
from data.checks.names import Mention, mentions, takes_part
from data.checks.rule import Lack, Lacks
from data.checks.tables import table
from data.checks.texts import passages
from data.meeting import Meeting


def without_role(meeting: Meeting) -> Lacks:
    """Find people who are named without a role the first time, and whose role nothing else tells."""
    told = [
        frozenset(person.name.casefold().split())
        for person in meeting.participants
        if person.name and (person.role or person.service or person.bruker)
    ]
    seen: set[str] = set()
    for passage in passages(meeting):
        for mention in mentions(passage.text):
            if not (mention.has_role or seen.intersection(mention.words) or takes_part(mention, told)):
                words = passage.text[mention.start : mention.end]
                message = table("language/named")["message"].format(words=words)
                yield Lack(passage.path, message, Words(mention.start, mention.end))
            seen |= _named(mention)


def _named(mention: Mention) -> set[str]:
    """Give the words by which somebody is known from now on."""
    return {word.removesuffix("s") for word in mention.words} | set(mention.words)
