"""Whether the plan holds: what each step was to take, what it took, and what is left to share.

Pure and cheap, for it is asked each second. Instants are seconds since 1970, UTC; the clock on
the wall is Europe/Oslo's.
"""

from __future__ import annotations

import datetime as dt
import math
from functools import cache
from typing import NamedTuple

from data import rounds
from data.drofting import is_on
from data.meeting import Attendance, Meeting, find
from data.rounds import FIRM_SECONDS, LIMIT_STEP, Place, Round
from data.structure import REFERAT, Step, StepKind, Structure

NEAR_START = 30 * 60
"""A meeting opened within so many seconds of its planned start ends when it was to end."""
LOOK = 30
"""A visit to a step shorter than this is a look: the meeting stands where it stood."""
SHORTEST_TURN = 30
"""The least that is proposed for a speaker, in seconds."""

SPEAKING = frozenset({StepKind.FLOOR, StepKind.ROUND})
"""The kinds of step in which people speak in turn."""


class Slot(NamedTuple):
    """When a step is planned to begin and end."""

    step: str
    start: float
    end: float


class Pace(NamedTuple):
    """How the meeting stands to its plan: seconds behind (negative: ahead), and seconds left.

    `left_seconds` is negative when the meeting is past its end.
    """

    behind_seconds: float
    left_seconds: float


# When the meeting is


def begins(meeting: Meeting) -> float | None:
    """Give when the meeting's plan begins, None when nothing says so.

    A meeting opened near its planned start keeps that start, so one that begins late still ends
    on time. Opened at another time (a rehearsal, a meeting moved) it is planned from its opening.
    """
    planned = _planned_start(meeting)
    if not meeting.visits:
        return planned
    opened = meeting.sitting[0].at
    near = planned is not None and abs(opened - planned) <= NEAR_START
    return planned if near else opened


def ends(meeting: Meeting) -> float | None:
    """Give when the meeting is to end, None when nothing says when it begins.

    It is later by the time that the machine slept and that does not count.
    """
    start = begins(meeting)
    return None if start is None else start + meeting.length * 60 + _not_counted(meeting)


def _not_counted(meeting: Meeting, since: float = -math.inf, until: float = math.inf) -> float:
    """Give the seconds of this sitting, or a part of it, that the machine slept and that do not count."""
    began = max(since, meeting.sitting[0].at) if meeting.visits else since
    stretches = ((sleep.at, sleep.at + sleep.seconds) for sleep in meeting.sleeps if not sleep.counted)
    return sum(max(0.0, min(end, until) - max(start, began)) for start, end in stretches)


def _planned_start(meeting: Meeting) -> float | None:
    """Give the instant of the meeting's date and start, None when either is not set."""
    oslo = _oslo()
    if meeting.date is None or meeting.start is None or oslo is None:
        return None
    return dt.datetime.combine(meeting.date, meeting.start, oslo).timestamp()


@cache
def _oslo() -> dt.tzinfo | None:
    """Give Norwegian time, None on a machine that has no time zones."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - home asks for no plan

    try:
        return ZoneInfo("Europe/Oslo")
    except (ZoneInfoNotFoundError, OSError):
        return None


# What each step is to take, and took


def schedule(meeting: Meeting, structure: Structure, now: float) -> tuple[Slot, ...]:
    """Give when each step is planned, its minutes scaled to the meeting's length.

    A meeting that nobody has opened and that has no start is planned from now.
    """
    start = begins(meeting)
    at = now if start is None else start
    slots = []
    for step in structure.steps:
        slots.append(Slot(step.id, at, at + _seconds(meeting, structure, step)))
        at = slots[-1].end
    return tuple(slots)


def spent(meeting: Meeting, now: float) -> dict[str, float]:
    """Give the seconds this sitting has been at each place it has visited, the referat too."""
    totals: dict[str, float] = {}
    sitting = meeting.sitting
    ends_at = [visit.at for visit in sitting[1:]] + [now]
    for visit, end in zip(sitting, ends_at, strict=False):
        stayed = end - visit.at - _not_counted(meeting, visit.at, end)
        totals[visit.step] = totals.get(visit.step, 0.0) + max(0.0, stayed)
    return totals


def minutes_needed(meeting: Meeting, structure: Structure) -> float:
    """Give the guiding length of a meeting, longer where what is said must be interpreted."""
    return sum(_guiding(meeting, step) for step in structure.steps)


def _guiding(meeting: Meeting, step: Step) -> float:
    """Give the guiding minutes of a step; those in which people speak in turn wait for the interpreter."""
    return step.minutes * (meeting.interpreter if step.kind in SPEAKING else 1)


def _seconds(meeting: Meeting, structure: Structure, step: Step) -> float:
    """Give the seconds planned for a step in this meeting."""
    share = _guiding(meeting, step) / max(1, minutes_needed(meeting, structure))
    return share * max(0, meeting.length) * 60


# How the meeting stands


def standing(meeting: Meeting, structure: Structure, now: float) -> Pace:
    """Give how far the meeting is behind its plan, and what is left of it.

    Work done moves the plan on: in a round the speakers heard, in other steps the time used, up
    to what was planned. Until the meeting is opened it holds its plan.
    """
    if not meeting.visits:
        return Pace(0.0, _left(meeting, now))
    behind = now - _not_counted(meeting) - _reached(meeting, structure, now)
    return Pace(behind, _left(meeting, now))


def _left(meeting: Meeting, now: float) -> float:
    """Give the seconds left of the meeting: its whole length until it is opened."""
    end = ends(meeting) if meeting.visits else None
    return meeting.length * 60.0 if end is None else end - now


def _reached(meeting: Meeting, structure: Structure, now: float) -> float:
    """Give the instant at which the plan would be where the meeting is now."""
    slots = schedule(meeting, structure, now)
    place = _settled(meeting, now)
    for step, slot in zip(structure.steps, slots, strict=True):
        if step.id == place:
            return slot.start + _done(meeting, step, slot.end - slot.start, now)
    return slots[-1].end if place == REFERAT else slots[0].start


def _done(meeting: Meeting, step: Step, planned: float, now: float) -> float:
    """Give how many of a step's planned seconds are done."""
    held = find(meeting.rounds, step.id) if step.kind is StepKind.ROUND else None
    share = _share_heard(held, planned, now)
    if share is None:
        return min(spent(meeting, now).get(step.id, 0.0), planned)
    return share * planned


def _settled(meeting: Meeting, now: float) -> str:
    """Give the step the meeting stands at: the last it stayed in, or where it was opened."""
    end = now
    for visit in reversed(meeting.sitting):
        if end - visit.at >= LOOK:
            return visit.step
        end = visit.at
    return meeting.sitting[0].step


def _share_heard(held: Round | None, planned: float, now: float) -> float | None:
    """Give how much of a round is done, from 0 to 1; None for one that has not begun.

    Who speaks now counts by the clock up to an even share, so that the figure does not jump at
    each change of speaker; who was heard before counts as heard, also when they speak again.
    """
    turns = [turn for turn in held.turns if turn.place is not Place.LEFT] if held else []
    if held is None or not turns or not _begun(held):
        return None
    shares = float(sum(turn.place is Place.DONE for turn in turns))
    even = planned / len(turns)
    if even > 0 and any(turn.id == held.speaker and turn.place is not Place.DONE for turn in turns):
        shares += min(1.0, rounds.elapsed(held, held.speaker, now) / even)
    return shares / len(turns)


def _begun(held: Round) -> bool:
    """Whether anybody has or had the floor."""
    return bool(held.speaker or held.past or any(turn.spent for turn in held.turns))


# What a speaker can have


def proposal(meeting: Meeting, structure: Structure, held: Round | None, now: float) -> int:
    """Give the seconds each speaker can have if the meeting is to end on time, in steps of 15 s.

    What is left, less what is planned for the steps that are no rounds, is shared by all turns to
    come in this and later rounds, a share for the bruker's own stop among them. What those still
    talking have used is counted in, so the proposal stands while somebody speaks. Never below
    half a minute nor above the firm limit (three minutes or the round's own, whichever is
    longer), both more with an interpreter. `held` is the round in question, None when the meeting
    is at another step.
    """
    usual = rounds.times(FIRM_SECONDS, meeting.interpreter)
    most = max(usual, held.firm) if held else usual
    left = _left(meeting, now)
    turns = 0
    for step in _from(structure, held.id if held else meeting.step):
        if step.kind is StepKind.ROUND:
            its_own = held if held and held.id == step.id else find(meeting.rounds, step.id)
            turns += _turns_to_come(meeting, step, its_own)
            left += _used_by_those_to_come(its_own, now)
        else:
            left -= _seconds_to_come(meeting, structure, step, now)
    if not turns:
        return most
    share = int(left / turns)
    least = rounds.times(SHORTEST_TURN, meeting.interpreter)
    return max(least, min(most, share // LIMIT_STEP * LIMIT_STEP))


def _from(structure: Structure, place: str) -> tuple[Step, ...]:
    """Give the steps from a place on: all before the meeting is opened, none from the referat."""
    ids = structure.places
    return structure.steps[ids.index(place) if place in ids else 0 :]


def _turns_to_come(meeting: Meeting, step: Step, held: Round | None) -> int:
    """Count the turns left in a round, who speaks now and the bruker's own stop among them."""
    if held is None:
        return _expected(meeting, step) + step.bruker_comment
    return len(rounds.queue(held)) + bool(held.speaker)


def _used_by_those_to_come(held: Round | None, now: float) -> float:
    """Give the seconds already used by those whose turn is not over."""
    if held is None:
        return 0.0
    to_come = (held.speaker, *rounds.queue(held))
    return sum(rounds.elapsed(held, speaker, now) for speaker in to_come)


def _seconds_to_come(meeting: Meeting, structure: Structure, step: Step, now: float) -> float:
    """Give what is left of the time planned for a step; all of it unless the meeting is there."""
    planned = _seconds(meeting, structure, step)
    used = spent(meeting, now).get(step.id, 0.0) if meeting.step == step.id else 0.0
    return max(0.0, planned - used)


def _expected(meeting: Meeting, step: Step) -> int:
    """Count a round's speakers apart from the bruker: who is present, or until the roll is called, all."""
    speakers = [one for one in meeting.participants if not one.bruker and is_on(step.side, meeting, one)]
    if any(one.attendance is not Attendance.UNKNOWN for one in speakers):
        return sum(one.present for one in speakers)
    return len(speakers)
