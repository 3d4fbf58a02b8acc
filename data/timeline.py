"""A group over time: each of its meetings, with what it concluded, left open, and how it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from data.archive import GOING_ON, UNREADABLE, documents_in
from data.errors import MalstyrtError
from data.group import UNFINISHED, Group
from data.live import Live
from data.locations import Locations
from data.meeting import BRUKER, GROUP, Meeting, TiltakStatus, Verdict, find
from data.opening import open_document
from data.rounds import Round


class Moment(NamedTuple):
    """A meeting in the group's time.

    `verdicts` are by goal. `open` tiltak were left to do after it, and `done` had been by then.
    `scores` are 1 to 5, by BRUKER and GROUP. `shares` is each speaker's part of all the time that
    was spoken, as a number from 0 to 1, by the name they had there; empty where it is not known.
    """

    date: dt.date
    verdicts: Mapping[str, Verdict]
    open: int
    done: int
    scores: Mapping[str, int]
    shares: Mapping[str, float]


def meetings_held(locations: Locations, folder: Path, now: Callable[[], float]) -> list[Meeting]:
    """Give the meetings of a group's folder that have a referat, with their rounds while they are kept.

    A document that cannot be read is left out.
    """
    found = []
    for document in documents_in(locations, folder):
        if document.status not in {*GOING_ON, UNREADABLE}:
            with suppress(MalstyrtError):
                rounds = _rounds(locations.journal(document.id), now)
                found.append(open_document(document.path).meeting.having({"rounds": rounds}))
    return found


def _rounds(journal: Path, now: Callable[[], float]) -> tuple[Round, ...]:
    """Give the rounds of a meeting, none where its journal is gone or cannot be read."""
    if not journal.exists():
        return ()
    try:
        live = Live.open(journal, now=now, who="")
    except MalstyrtError:
        return ()
    rounds = live.meeting.rounds
    live.close()
    return rounds


def timeline(
    group: Group, meetings: Sequence[Meeting], spoken: Mapping[str, Mapping[str, int]] = MappingProxyType({})
) -> list[Moment]:
    """Give the meetings that have a date, oldest first.

    `spoken` are the seconds of each speaker, by meeting, for those whose rounds are gone.
    """
    dated = sorted((one for one in meetings if one.date), key=lambda one: (one.date or dt.date.min, one.id))
    return [_moment(group, one, one.date, spoken.get(one.id, {})) for one in dated if one.date]


def _moment(group: Group, meeting: Meeting, date: dt.date, spoken: Mapping[str, float]) -> Moment:
    standing = _standing(group, date)
    return Moment(
        date,
        {one.goal: one.verdict for one in group.conclusions if one.meeting == meeting.id and one.verdict},
        sum(status in UNFINISHED for status in standing.values()),
        sum(status is TiltakStatus.DONE for status in standing.values()),
        _scores(meeting),
        _shares(_spent(meeting) or spoken),
    )


def _standing(group: Group, date: dt.date) -> dict[str, TiltakStatus]:
    """Give how each tiltak stood at the end of a day; one that was agreed later is not there."""
    told = (one for one in group.happenings if one.date is None or one.date <= date)
    return {one.tiltak: one.status for one in told}


def _scores(meeting: Meeting) -> dict[str, int]:
    found = {who: find(meeting.evaluations, who) for who in (BRUKER, GROUP)}
    return {who: one.score for who, one in found.items() if one and one.score}


def _spent(meeting: Meeting) -> dict[str, float]:
    """Give the seconds that each spoke, over all rounds."""
    spent: dict[str, float] = {}
    for held in meeting.rounds:
        for turn in held.turns:
            label = meeting.speaker_label(turn.id)
            spent[label] = spent.get(label, 0.0) + turn.spent
    return spent


def _shares(spent: Mapping[str, float]) -> dict[str, float]:
    """Give what part of the time each speaker had."""
    total = sum(spent.values())
    return {label: seconds / total for label, seconds in spent.items() if seconds} if total else {}
