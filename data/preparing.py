"""Making the next meeting ready: from an innkalling, from the last referat, or from its group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from data.archive import document_path, new_id, save
from data.clean import clean_line
from data.convening import by_agreement, convened, next_meeting
from data.errors import MalstyrtError
from data.group import UNFINISHED, Group
from data.groups import folder_of
from data.language import _
from data.locations import Locations
from data.markdown import write
from data.meeting import (
    Approval,
    Attendance,
    Goal,
    Meeting,
    Participant,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
)
from data.opening import open_document
from data.structure import load, without_addition


def prepare(locations: Locations, from_file: Path, *, group: str = "", structure: str = "") -> Path:
    """Put a new innkalling in the archive, made from an innkalling or a referat; give its path.

    `group` takes the place of the group that the file names, `structure` that of the structure. Raises
    UnreadableError, NotSavedError, and StructureError for a structure that cannot be used.
    """
    source = open_document(from_file.expanduser().resolve()).meeting
    made = source if source.status is Status.INNKALLING else following(source)
    made = made.having({"group": group or made.group})
    made = of_structure(made, structure, locations)
    made = made.having({"id": new_id(made)})
    path = document_path(locations, made, folder_of(locations, made.group))
    save(path, write(made), known=())
    return path


def of_structure(meeting: Meeting, name: str, locations: Locations) -> Meeting:
    """Give a meeting that follows the structure of a name, and is of a kind that it is for.

    "" changes nothing. Raises StructureError.
    """
    if not name:
        return meeting
    structure = load(name, (locations.structures,))
    return meeting.having({"structure": name, "kind": structure.kind_of_meeting(meeting.kind)})


def prepare_for_group(
    locations: Locations, group: str, today: dt.date, invited: Iterable[str] = (), *, structure: str = ""
) -> Path:
    """Put the innkalling to a group's next meeting in the archive; give its path.

    `group` is the group's id or alias, `invited` names or beginnings of names of those who come by
    agreement, `structure` the name of the one to follow, "" for what the group follows. Raises MalstyrtError
    when there is no such group, structure or no such one, UnreadableError and NotSavedError.
    """
    known = convened(locations, group, structure)
    made = next_meeting(known, today, {_meant(known.group, words) for words in invited})
    made = made.having({"id": new_id(made)})
    path = document_path(locations, made, known.folder)
    save(path, write(made), known=())
    return path


def _meant(group: Group, words: str) -> str:
    """Give the one who comes by agreement whom some words name."""
    found = [one for one in by_agreement(group) if one.casefold().startswith(clean_line(words).casefold())]
    if len(found) != 1:
        raise MalstyrtError(
            _("Fant ikke hvem som skal inviteres"),
            _("Skriv navnet på én som deltar etter avtale, slik det står i gruppen."),
        )
    return found[0]


def following(last: Meeting) -> Meeting:
    """Give the innkalling to the meeting after `last`: what was agreed stands, what happened does not."""
    agreed = last.next_meeting
    tiltak = tuple(_carried(one) for one in last.tiltak if one.status in UNFINISHED)
    in_use = {one.goal for one in tiltak}
    goals = (one for one in last.goals if one.verdict is not Verdict.REACHED or one.id in in_use)
    return Meeting(
        id=last.id,
        kind=last.kind,
        group=last.group,
        structure=without_addition(last.structure),
        date=agreed.date,
        start=agreed.time or last.start,
        length=last.length,
        place=agreed.place or last.place,
        leader=last.leader,
        minute_taker=last.minute_taker,
        purpose=agreed.theme,
        interpreter=last.interpreter,
        copies_to=last.copies_to,
        participants=tuple(_invited(one) for one in last.participants),
        consents=last.consents,
        approval=Approval(date=last.date),
        goals=tuple(_unsettled(one) for one in goals),
        tiltak=tiltak,
    )


def _invited(participant: Participant) -> Participant:
    """Give a participant as invited: nobody has come yet."""
    return participant.having(
        {
            "expected": "",
            "attendance": Attendance.UNKNOWN,
            "stand_in": "",
            "arrived": None,
            "left": None,
            "innspill": "",
        }
    )


def _unsettled(goal: Goal) -> Goal:
    """Give a goal on which nothing is concluded yet."""
    return goal.having({"verdict": None, "conclusion": ""})


def _carried(tiltak: Tiltak) -> Tiltak:
    """Give a tiltak as the next meeting meets it: carried over, to be accounted for."""
    return tiltak.having({"carried": True, "status": TiltakStatus.OPEN, "reason": ""})
