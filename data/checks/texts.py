"""Every text people wrote that goes into the referat, with its path."""

from __future__ import annotations

from collections.abc import Iterator

from data.meeting import Meeting
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
    "participants": ("name", "role", "service", "stand_in", "innspill"),
    "consents": ("given_by", "leaves_out"),
    "agenda": ("title", "raised_by", "conclusion"),
    "goals": ("text", "conclusion"),
    "entries": ("progress", "challenge", "contribution", "comment"),
    "tiltak": ("what", "who", "helpers", "duration", "reason"),
    "evaluations": ("words",),
    "remarks": ("who", "text"),
    "corrections": ("who", "text"),
    "kept": ("text",),
}
"""The text fields of each list of parts."""


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
