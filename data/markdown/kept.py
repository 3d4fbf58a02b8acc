"""Where people's own texts stand in a document when the meeting around them has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from data.markdown import (
    agenda,
    approval,
    consents,
    entries,
    evaluation,
    front_matter,
    goals,
    next_meeting,
    opening,
    participants,
    tiltak,
)
from data.markdown.fields import Field
from data.markdown.page import AFTER, START
from data.meeting import Kind, Meeting, find
from data.part import Part, Value

_COLUMN = re.compile(r"(.+)/columns/\d+$", re.DOTALL)
_NUMBERED = re.compile(r"(participants/|agenda/|entries/.*:)([ps]\d+)(?=/)")


def rows_of(kept: Iterable[str]) -> set[str]:
    """Give the paths of the rows in which something is kept."""
    found = set()
    for path in kept:
        column = _COLUMN.match(path)
        found.add(column[1] if column else path.rpartition("/")[0])
    return found


def standing(meeting: Meeting, kept: dict[str, str], ids: dict[str, str]) -> dict[str, str]:
    """Give the kept texts by where they stand now.

    What stood in a field and was not understood goes when the field is set or its row is gone; all
    else stays. `ids` gives the ids of participants and items in the document by those they had before.
    """
    found: dict[str, str] = {}
    for path, text in kept.items():
        now = _NUMBERED.sub(lambda match: match[1] + ids.get(match[2], "-"), path, count=1)
        if place := _place(meeting, now):
            found[place] = f"{found[place]}\n\n{text}" if place in found else text
    return found


def _place(meeting: Meeting, path: str) -> str:
    """Give the path where a text stands now, "" when it goes."""
    if path.endswith(AFTER):
        return _followed(meeting, path)
    if path.endswith(START) or path.startswith(f"{front_matter.FRONT}/"):
        return path
    if path == opening.TITLE:
        return "" if meeting.group or meeting.kind is not Kind.SAMARBEIDSMOTE else path
    if column := _COLUMN.match(path):
        return path if column[1] in _tables(meeting) or _part(meeting, column[1]) else ""
    owner, _slash, name = path.rpartition("/")
    return path if _is_unset(meeting, owner, name) else ""


def _followed(meeting: Meeting, path: str) -> str:
    """Give what a text follows now: the section, where the part is gone that it followed."""
    section, _slash, owner = path.removesuffix(AFTER).partition("/")
    if section == entries.ENTRIES and not find(meeting.entries, owner):
        return entries.section(owner.rpartition(":")[0]) + AFTER
    if section == participants.PARTICIPANTS and owner and not find(meeting.participants, owner.split("/")[0]):
        return participants.INNSPILL + AFTER
    return path


def _listed(meeting: Meeting) -> dict[str, tuple[tuple[Field[Any], ...], tuple[Part, ...]]]:
    """Give the parts that stand in tables by the path of their list, with the fields of the table."""
    return {
        participants.PARTICIPANTS: (participants.FIELDS, meeting.participants),
        consents.CONSENTS: (consents.FIELDS, meeting.consents),
        agenda.AGENDA: (agenda.FIELDS, meeting.agenda),
        goals.GOALS: (goals.FIELDS, meeting.goals),
        tiltak.TILTAK: (tiltak.FIELDS, meeting.tiltak),
        evaluation.EVALUATIONS: (evaluation.FIELDS, meeting.evaluations),
    }


def _tables(meeting: Meeting) -> set[str]:
    """Give the paths of the tables that have rows."""
    found = {name for name, (_fields, parts) in _listed(meeting).items() if parts} - {tiltak.TILTAK}
    return found | {tiltak.CARRIED if one.carried else tiltak.TILTAK for one in meeting.tiltak}


def _part(meeting: Meeting, path: str) -> Part | None:
    """Give the part that stands in a row of a table, None when it is gone."""
    name, _slash, part_id = path.partition("/")
    _fields, parts = _listed(meeting).get(name, ((), ()))
    return find(parts, part_id)


def _is_unset(meeting: Meeting, owner: str, name: str) -> bool:
    """Whether a field of a row or of a list of facts is there and says nothing."""
    facts: dict[str, tuple[tuple[Field[Any], ...], Value]] = {
        "": (opening.FIELDS, meeting),
        approval.APPROVAL: (approval.FIELDS, meeting.approval),
        next_meeting.NEXT_MEETING: (next_meeting.FIELDS, meeting.next_meeting),
    }
    if owner in facts:
        fields, part = facts[owner]
        return any(one.name == name and one.show(part) == one.blank for one in fields)
    row = _part(meeting, owner)
    if row is None:
        return False
    columns, _parts = _listed(meeting)[owner.partition("/")[0]]
    return any(one.name == name and one.show(row) == one.blank for one in columns)
