"""Every text people wrote that goes into the referat, with its path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from data.meeting import BRUKER, Meeting
from data.part import Value

MEETING = (
    "group",
    "place",
    "leader",
    "minute_taker",
    "purpose",
    "incomplete_because",
    "copies_to",
    "summary",
)
NESTED = {"approval": ("remarks",), "next_meeting": ("place", "theme")}
PARTS = {
    "participants": ("name", "role", "service", "expected", "stand_in", "innspill"),
    "consents": ("given_by", "heard_by", "leaves_out"),
    "agenda": ("title", "raised_by", "conclusion"),
    "goals": ("text", "conclusion"),
    "entries": ("progress", "challenge", "tried", "contribution", "comment"),
    "tiltak": ("what", "who", "helpers", "duration", "reason"),
    "evaluations": ("words",),
    "remarks": ("who", "text"),
    "corrections": ("who", "text"),
    "kept": ("text",),
}
"""The text fields of each list of parts."""

FACTS = frozenset(
    {"group", "place", "leader", "minute_taker", "copies_to", "next_meeting/place", "agenda/raised_by"}
    | {f"participants/{name}" for name in ("name", "role", "service", "stand_in")}
    | {
        "consents/given_by",
        "consents/leaves_out",
        "tiltak/who",
        "tiltak/helpers",
        "remarks/who",
        "corrections/who",
    }
)
"""The sorts of text that say who, where or by whom, and tell nothing."""

AT_ONCE = 2
"""The meetings whose texts are remembered while rule after rule asks for them."""


def text_parts(meeting: Meeting) -> Iterator[tuple[str, Value, tuple[str, ...]]]:
    """Give each part of a meeting with its path, "" or ended by a slash, and its text fields.

    Private notes are not among them: they never come into the referat.
    """
    yield "", meeting, MEETING
    for name, fields in NESTED.items():
        yield f"{name}/", getattr(meeting, name), fields
    for name, fields in PARTS.items():
        for part in getattr(meeting, name):
            yield f"{name}/{part.id}/", part, fields


def texts_of(part: Value, fields: tuple[str, ...]) -> list[str]:
    """Give what stands in the text fields of a part, in their order."""
    return [getattr(part, name) for name in fields]


class Passage(NamedTuple):
    """A text that whoever writes the referat has put into words: its `path`, what `sort` it is, and itself.

    `sort` is the path without ids: "purpose", "tiltak/what", "entries/challenge".
    """

    path: str
    sort: str
    text: str


@lru_cache(AT_ONCE)
def passages(meeting: Meeting) -> tuple[Passage, ...]:
    """Give every text that is held to good language, in the order it is read.

    The bruker's own words are left as they are, and so are remarks, evaluations and what an earlier
    meeting has agreed: they are not the referent's to word.
    """
    return tuple(_passages(meeting))


def _passages(meeting: Meeting) -> Iterator[Passage]:
    yield from _of("", "", meeting, "purpose")
    for person in meeting.participants:
        yield from _of(f"participants/{person.id}/", "participants/", person, "innspill")
    for item in meeting.agenda:
        yield from _of(f"agenda/{item.id}/", "agenda/", item, "title", "conclusion")
    for goal in meeting.goals:
        yield from _of(f"goals/{goal.id}/", "goals/", goal, "text", "conclusion")
    for entry in meeting.entries:
        if entry.speaker != BRUKER:
            yield from _of(f"entries/{entry.id}/", "entries/", entry, *PARTS["entries"])
    yield from _of("", "", meeting, "summary")
    for tiltak in meeting.tiltak:
        fields = ("reason",) if tiltak.carried else ("what", "duration", "reason")
        yield from _of(f"tiltak/{tiltak.id}/", "tiltak/", tiltak, *fields)
    yield from _of("next_meeting/", "next_meeting/", meeting.next_meeting, "theme")


@lru_cache(AT_ONCE)
def all_texts(meeting: Meeting) -> tuple[Passage, ...]:
    """Give every text of the referat, whoever's words they are."""
    return tuple(_all_texts(meeting))


def _all_texts(meeting: Meeting) -> Iterator[Passage]:
    for path, part, fields in text_parts(meeting):
        list_name, _slash, rest = path.partition("/")
        sort = f"{list_name}/" if rest or path else ""
        yield from _of(path, sort, part, *fields)


@lru_cache(AT_ONCE)
def told(meeting: Meeting) -> tuple[Passage, ...]:
    """Give the texts that tell something, and not only who, where or by whom."""
    return tuple(passage for passage in all_texts(meeting) if passage.sort not in FACTS)


def _of(path: str, sort: str, part: Value, *fields: str) -> Iterator[Passage]:
    """Give the texts that stand in some fields of a part."""
    for name in fields:
        if text := getattr(part, name):
            yield Passage(path + name, sort + name, text)
