"""Where people's own texts stand in a document when the meeting around them has changed."""

from __future__ import annotations

import re

from data.markdown import (
    agenda,
    approval,
    consents,
    entries,
    evaluation,
    goals,
    life,
    next_meeting,
    opening,
    participants,
    tiltak,
)
from data.markdown.page import AFTER
from data.markdown.places import Places, put
from data.meeting import Kind, Meeting, find

_NUMBERED = re.compile(r"(participants/|agenda/|remarks/|corrections/|entries/.*:)([psrc]\d+)(?=/)")


def standing(meeting: Meeting, kept: dict[str, str], ids: dict[str, str]) -> dict[str, str]:
    """Give the kept texts by where they stand now.

    `ids` gives the ids of participants and items in the document by those they had before.
    """
    places = _places(meeting)
    found: dict[str, str] = {}
    for path, text in kept.items():
        now = _NUMBERED.sub(lambda match: match[1] + ids.get(match[2], "-"), path, count=1)
        if places.holds(now):
            put(found, _followed(meeting, now) if now.endswith(AFTER) else now, text)
    return found


def _followed(meeting: Meeting, path: str) -> str:
    """Give what a text follows now: the section, where the part is gone that it followed."""
    section, _slash, owner = path.removesuffix(AFTER).partition("/")
    if section == entries.ENTRIES and not find(meeting.entries, owner):
        return entries.section(owner.rpartition(":")[0]) + AFTER
    if section == participants.PARTICIPANTS and owner and not find(meeting.participants, owner.split("/")[0]):
        return participants.INNSPILL + AFTER
    return path


def _places(meeting: Meeting) -> Places:
    """Give what a meeting's document has at which a text may be kept."""
    listed = {
        participants.PARTICIPANTS: (participants.FIELDS, meeting.participants),
        consents.CONSENTS: (consents.FIELDS, meeting.consents),
        agenda.AGENDA: (agenda.FIELDS, meeting.agenda),
        goals.GOALS: (goals.FIELDS, meeting.goals),
        tiltak.TILTAK: (tiltak.FIELDS, meeting.tiltak),
        evaluation.EVALUATIONS: (evaluation.FIELDS, meeting.evaluations),
        life.REMARKS: (life.ROWS[life.REMARKS], meeting.remarks),
        life.CORRECTIONS: (life.ROWS[life.CORRECTIONS], meeting.corrections),
    }
    tables = {name for name, (_fields, parts) in listed.items() if parts} - {tiltak.TILTAK}
    return Places(
        listed=listed,
        tables=tables | {tiltak.CARRIED if one.carried else tiltak.TILTAK for one in meeting.tiltak},
        facts={
            "": (opening.FIELDS, meeting),
            approval.APPROVAL: (approval.FIELDS, meeting.approval),
            next_meeting.NEXT_MEETING: (next_meeting.FIELDS, meeting.next_meeting),
            life.LIFE: (life.FIELDS, meeting.life),
        },
        untitled=not meeting.group and meeting.kind is Kind.SAMARBEIDSMOTE,
    )
