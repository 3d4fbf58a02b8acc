"""What a leader does in a meeting, each worked out as a change on the meeting as it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from data import rounds
from data.changes import Add, Change, Move, NoSuchPlaceError, Remove, Set, Several, Wish, apply, value_at
from data.drofting import is_on
from data.instants import time_of_day, today
from data.live import Ask
from data.meeting import (
    BRUKER,
    Attendance,
    Meeting,
    Participant,
    Status,
    Tiltak,
    entry_id,
    find,
)
from data.numbering import next_id
from data.part import Part
from data.rounds import Round
from data.step_rounds import round_of_step
from data.structure import REFERAT, Structure

RoundAct = Callable[[Round, float], Round]
"""Something done with a round at an instant."""

MADE_BY_WRITING = frozenset({"notes", "let_stand", "entries", "evaluations", "consents"})
"""The lists whose parts come when something is written in them."""


def put(path: str, value: Any) -> Wish:  # noqa: ANN401 - a field may hold any JSON value
    """Set a field; its part is made first where parts come and go with their text (notes, entries)."""

    def ask(meeting: Part) -> Change | None:
        missing = _missing_part(meeting, path)
        if missing is None:
            differs = stands(meeting, path) and value_at(meeting, path) != value
            return Set(path=path, value=value) if differs else None  # None also where another took it out
        return Several(changes=(missing, Set(path=path, value=value))) if value else None

    return ask


def value(meeting: Part, path: str) -> Any:  # noqa: ANN401 - a field may hold any JSON value
    """Give a field's value as JSON has it; None where its part has not been made."""
    return None if _missing_part(meeting, path) else value_at(meeting, path)


def stands(meeting: Part, path: str) -> bool:
    """Whether a field is there to be written in, or comes to be by it."""
    with suppress(NoSuchPlaceError):
        value(meeting, path)
        return True
    return False


def _missing_part(meeting: Part, path: str) -> Add | None:
    """Give what makes the part that a path goes through, None when it is there."""
    parts, _, rest = path.partition("/")
    part_id, _, _field = rest.rpartition("/")
    if parts not in MADE_BY_WRITING or find(getattr(meeting, parts), part_id):
        return None
    made = {"id": part_id}
    if parts == "entries":
        made["step"], made["speaker"] = part_id.split(":", 1)
    return Add(path=parts, part=made)


def add(parts: str, **fields: Any) -> Wish:  # noqa: ANN401 - a field may hold any JSON value
    """Add a part to a numbered list, with the next number."""
    return lambda meeting: Add(path=parts, part={"id": next_id(meeting, parts), **fields})


def remove(path: str) -> Wish:
    """Take a part out, if it is there."""
    parts, _, part_id = path.partition("/")
    return lambda meeting: Remove(path=path) if find(getattr(meeting, parts), part_id) else None


def remove_if_blank(path: str) -> Wish:
    """Take out a part in which nobody has written anything."""
    parts, _, part_id = path.partition("/")

    def ask(meeting: Part) -> Change | None:
        part = find(getattr(meeting, parts), part_id)
        if part is None:
            return None
        kinds = {str, int, dt.date, dt.time}
        fields = [getattr(part, name) for name in part.field_types if name != "id"]
        written = [field for field in fields if type(field) in kinds and field]
        return None if written else Remove(path=path)

    return ask


def move(path: str, by: int) -> Wish:
    """Move a part up (-1) or down (1) in its list; nothing at the ends."""
    parts, _, part_id = path.partition("/")

    def ask(meeting: Meeting) -> Change | None:
        ids = [part.id for part in getattr(meeting, parts)]
        index = ids.index(part_id) + by if part_id in ids else -1
        return Move(path=path, index=index) if 0 <= index < len(ids) else None

    return ask


def agree(tiltak: Tiltak) -> Ask:
    """Add a tiltak with the group's next number, whatever id it came with."""
    return lambda meeting: Add(path="tiltak", part={**tiltak.as_plain(), "id": next_id(meeting, "tiltak")})


def attend(participant: str, attendance: Attendance, now: float) -> Ask:
    """Mark who came. Once a round is under way, whoever comes gets a place in it, late."""

    def ask(meeting: Meeting) -> Change | None:
        who = find(meeting.participants, participant)
        if who is None or who.attendance is attendance:
            return None
        after = who.having({"attendance": attendance})
        return several(
            Set(path=f"participants/{participant}/attendance", value=attendance.value),
            *_round_changes(meeting, after, now),
        )

    return ask


def together(*asks: Ask) -> Ask:
    """Do several things as one act, undone as one; each is worked out on what the one before left."""

    def ask(meeting: Meeting) -> Change | None:
        changes: list[Change] = []
        for each in asks:
            change = each(meeting)
            if change is not None:
                changes.append(change)
                meeting = apply(meeting, change)
        return several(*changes) if changes else None

    return ask


def all_met(now: float) -> Ask:
    """Mark everyone whose attendance is not settled as met."""

    def ask(meeting: Meeting) -> Change | None:
        waiting = [who.id for who in meeting.participants if who.attendance is Attendance.UNKNOWN]
        return together(*(attend(who, Attendance.MET, now) for who in waiting))(meeting)

    return ask


def come_late(participant: str, now: float) -> Ask:
    """Let somebody who comes late, or comes back, take their place, with the time."""

    def ask(meeting: Meeting) -> Change | None:
        who = find(meeting.participants, participant)
        if who is None:
            return None
        after = who.having({"attendance": Attendance.MET, "left": None})
        return several(
            Set(path=f"participants/{participant}/attendance", value=Attendance.MET.value),
            Set(path=f"participants/{participant}/arrived", value=_clock(meeting, now)),
            Set(path=f"participants/{participant}/left", value=None),
            *_round_changes(meeting, after, now),
        )

    return ask


def leave(participant: str, now: float) -> Ask:
    """Let somebody leave the meeting, with the time; what they have said stays."""

    def ask(meeting: Meeting) -> Change | None:
        who = find(meeting.participants, participant)
        if who is None or not who.present:
            return None
        gone = who.having({"left": time_of_day(now + meeting.wall_ahead)})
        return several(
            Set(path=f"participants/{participant}/left", value=_clock(meeting, now)),
            *_round_changes(meeting, gone, now),
        )

    return ask


def _clock(meeting: Meeting, now: float) -> str:
    """Give the time of day by the clock on the wall."""
    return time_of_day(now + meeting.wall_ahead).isoformat()


def _today(meeting: Meeting, now: float) -> dt.date:
    """Give the day by the clock on the wall."""
    return today(now + meeting.wall_ahead)


def _round_changes(meeting: Meeting, who: Participant, now: float) -> Iterable[Change]:
    """Give what somebody's coming or going means for the rounds that have begun.

    The family has one turn together: it waits as long as one of them sits there.
    """
    family = [other for other in meeting.participants if other.bruker and other.id != who.id]
    if who.bruker and any(other.present for other in family):
        return
    speaker = BRUKER if who.bruker else who.id
    closed = {each.id for each in meeting.rounds if who.present and not is_on(each.side, meeting, who)}
    for each in (held for held in meeting.rounds if who.bruker or held.id not in closed):
        theirs = find(each.turns, BRUKER) is not None
        if theirs if who.bruker else not theirs or any(turn.limited for turn in each.turns):
            after = rounds.come(each, speaker) if who.present else rounds.leave(each, speaker, now)
            if after != each:
                yield round_set(each, after)


def several(*changes: Change) -> Change:
    """Give changes as one."""
    return changes[0] if len(changes) == 1 else Several(changes=changes)


def walk_to(place: str, structure: Structure, now: float, *, pausing: bool = False) -> Ask:
    """Go to a step or to the referat, with the step's round made ready the first time.

    `pausing` stops a running clock.
    """

    def ask(meeting: Meeting) -> Change | None:
        changes: list[Change] = []
        if meeting.step != place:
            visit = {"id": next_id(meeting, "visits"), "step": place, "at": now}
            changes.append(Add(path="visits", part=visit))
        if pausing:
            changes.extend(_stops(meeting, now))
            changes.extend(_begins(meeting, now))
        if place == REFERAT:
            changes.extend(_ends(meeting, now))
        step = structure.step(place)
        held = find(meeting.rounds, place)
        wanted = round_of_step(meeting, step, structure, now) if step else None
        if wanted is not None and wanted != held:
            changes.append(round_set(held, wanted) if held else Add(path="rounds", part=wanted.as_plain()))
        return several(*changes) if changes else None

    return ask


def turn(step: str, act: RoundAct, now: float) -> Ask:
    """Do something in a step's round; a clock that starts stops every other."""

    def ask(meeting: Meeting) -> Change | None:
        before = find(meeting.rounds, step)
        if before is None:
            return None
        after = act(before, now)
        if after == before:
            return None
        stops = _stops(meeting, now, but=step) if after.since is not None else ()
        return several(round_set(before, after), *stops)

    return ask


def _stops(meeting: Meeting, now: float, but: str = "") -> Iterable[Change]:
    """Give what stops every running clock but one."""
    for each in meeting.rounds:
        if each.since is not None and each.id != but:
            yield round_set(each, rounds.pause(each, now))


def round_set(before: Round, after: Round) -> Change:
    """Give the change from one round to the next, only of what differs."""
    return several(
        *(
            Set(path=f"rounds/{before.id}/{field}", value=value_of(after, field))
            for field in type(after).field_types
            if getattr(after, field) != getattr(before, field)
        )
    )


def value_of(part: Part, field: str) -> Any:  # noqa: ANN401 - a field may hold any JSON value
    """Give one field of a part as JSON has it."""
    return part.as_plain(include={field})[field]


def contribution_tiltak(meeting: Meeting, step: str, speaker: str) -> Tiltak | None:
    """Give the tiltak that a speaker's contribution makes; None when nothing is noted."""
    entry = find(meeting.entries, entry_id(step, speaker))
    if entry is None or not entry.contribution:
        return None
    goal = entry.goals[0] if len(entry.goals) == 1 else ""
    return Tiltak(id="", what=entry.contribution, who=meeting.speaker_label(speaker), goal=goal)


def take_up(place: str, now: float) -> Ask:
    """Let the meeting be taken up at a step, for the first time or after a long break.

    On its day, or when it has none, the innkalling becomes an utkast, with the date and time that
    were not set. Opened before its day it is only being made ready.
    """

    def ask(meeting: Meeting) -> Change:
        again = bool(meeting.visits)
        visit = {"id": next_id(meeting, "visits"), "step": place, "at": now, "again": again}
        changes: list[Change] = [Add(path="visits", part=visit)]
        if meeting.date in {None, _today(meeting, now)}:
            changes.extend(_begins(meeting, now))
        return several(*changes)

    return ask


def write_up(now: float) -> Ask:
    """Let a meeting be written up on one page, without being led.

    One that has been, or is today, becomes an utkast. Its times are left to whoever writes: the clock
    only knows when that is done.
    """

    def ask(meeting: Meeting) -> Change | None:
        changes: list[Change] = []
        day = _today(meeting, now)
        if meeting.date is None:
            changes.append(Set(path="date", value=day.isoformat()))
        if meeting.status is Status.INNKALLING and (meeting.date is None or meeting.date <= day):
            changes.append(Set(path="status", value=Status.UTKAST.value))
        return several(*changes) if changes else None

    return ask


def _begins(meeting: Meeting, now: float) -> Iterable[Change]:
    """Give what it means that the meeting is being held."""
    if meeting.date is None:
        yield Set(path="date", value=_today(meeting, now).isoformat())
    if meeting.start is None:
        yield Set(path="start", value=_clock(meeting, now))
    if meeting.status is Status.INNKALLING:
        yield Set(path="status", value=Status.UTKAST.value)


def _ends(meeting: Meeting, now: float) -> Iterable[Change]:
    """Give when the meeting ended, for one that was held today and says nothing of it."""
    if meeting.end is None and meeting.date == _today(meeting, now):
        yield Set(path="end", value=_clock(meeting, now))


def finish(reason: str) -> Ask:
    """Let the referat be finished: complete, or for a reason that is printed in it.

    One that was finished before stays where it is in its life.
    """

    def ask(meeting: Meeting) -> Change | None:
        begun = meeting.status in {Status.INNKALLING, Status.UTKAST}
        values = {
            "status": (Status.REFERAT if begun else meeting.status).value,
            "incomplete_because": reason.strip(),
        }
        changes = [
            Set(path=path, value=value) for path, value in values.items() if value_at(meeting, path) != value
        ]
        return several(*changes) if changes else None

    return ask
