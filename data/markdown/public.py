"""The meeting as it belongs in a document: what is private is gone, numbers run in order."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from data.clean import clean_line
from data.markdown import agenda, entries, evaluation, goals, life, participants, tiltak
from data.markdown.kept import standing
from data.markdown.numbers import number
from data.markdown.page import parts, texts
from data.markdown.places import rows_of
from data.meeting import BRUKER, Entry, Evaluation, Goal, Meeting, Participant, Tiltak, entry_id
from data.part import Part

P = TypeVar("P", bound=Part)


def public(meeting: Meeting) -> Meeting:
    """Give the meeting with only what a document holds, as reading it back gives it.

    Notes, rounds and visits are gone, so are parts that say nothing and words of people who no
    longer take part. Participants are p1, p2 …, items s1, s2 … and so on; times are whole minutes.
    """
    kept = texts(meeting.kept)
    rows = rows_of(kept)
    people = _numbered("p", _said(meeting.participants, participants.PARTICIPANTS, rows))
    items = _numbered("s", _said(meeting.agenda, agenda.AGENDA, rows))
    named = _said(meeting.goals, goals.GOALS, rows)
    aims = tuple(_with(goal, id=number(goals.LETTER, goal.id)) for goal in named)
    remarks, corrections = (
        _numbered(letter, _said(getattr(meeting, name), name, rows)) for name, letter in life.LETTERS.items()
    )
    ids = {old: part.id for old, part in (people | items | remarks | corrections).items()}
    found = meeting.model_copy(
        update={
            "id": clean_line(meeting.id),
            "structure": clean_line(meeting.structure),
            "start": _minute(meeting.start),
            "end": _minute(meeting.end),
            "participants": tuple(map(_participant, people.values())),
            "consents": tuple(_with(one, id=clean_line(one.id)) for one in meeting.consents),
            "agenda": tuple(items.values()),
            "goals": aims,
            "entries": _entries(meeting.entries, ids, _pairs(aims)),
            "tiltak": _tiltak(_said(meeting.tiltak, tiltak.TILTAK, rows), _pairs(aims)),
            "evaluations": _evaluations(_said(meeting.evaluations, evaluation.EVALUATIONS, rows)),
            "next_meeting": _with(meeting.next_meeting, time=_minute(meeting.next_meeting.time)),
            "life": _with(meeting.life, read_at=_minute(meeting.life.read_at)),
            "remarks": tuple(remarks.values()),
            "corrections": tuple(corrections.values()),
        }
        | _unset(meeting)
    )
    return found.model_copy(update={"kept": parts(standing(found, kept, ids))})


def _unset(meeting: Meeting) -> dict[str, object]:
    """Give what a referat never holds, which stands last in a meeting, as if nothing were set."""
    names = list(Meeting.model_fields)
    empty = Meeting(id=meeting.id)
    return {name: getattr(empty, name) for name in names[names.index("kept") + 1 :]}


def steps(meeting: Meeting) -> list[str]:
    """Give the steps in which somebody said something or something is kept, in the order they are written."""
    spoken = [entry.step for entry in meeting.entries]
    kept = [step for one in meeting.kept if (step := entries.kept_step(one.after))]
    return list(dict.fromkeys([*entries.STEPS, *spoken, *kept]))


def _said(listed: tuple[P, ...], name: str, rows: set[str]) -> tuple[P, ...]:
    """Give the parts that say something, or in whose row something is kept. `name` is the list's path."""
    return tuple(one for one in listed if not _is_silent(one) or f"{name}/{one.id}" in rows)


def _is_silent(part: Part) -> bool:
    """Whether a part has nothing but its id, and that says nothing by itself."""
    if isinstance(part, Tiltak):
        return part == Tiltak(id=part.id, carried=part.carried)
    if isinstance(part, Evaluation) and part.id not in evaluation.WHO:
        return False
    return part == type(part)(id=part.id)


def _numbered(letter: str, listed: tuple[P, ...]) -> dict[str, P]:
    """Give parts with ids in the order they stand, by the ids they had."""
    return {one.id: _with(one, id=f"{letter}{place}") for place, one in enumerate(listed, 1)}


def _pairs(named: tuple[Goal, ...]) -> list[tuple[str, str]]:
    """Give goals as pairs of id and text."""
    return [(goal.id, goal.text) for goal in named]


def _with(value: Any, **fields: object) -> Any:  # noqa: ANN401 - gives what it takes
    """Give a value with other fields."""
    return value.model_copy(update=fields)


def _minute(time: dt.time | None) -> dt.time | None:
    """Give a time of day in whole minutes."""
    return time.replace(second=0, microsecond=0, tzinfo=None, fold=0) if time else None


def _participant(participant: Participant) -> Participant:
    arrived, left = _minute(participant.arrived), _minute(participant.left)
    return participant.model_copy(update={"arrived": arrived, "left": left})


def _entries(said: tuple[Entry, ...], ids: dict[str, str], aims: list[tuple[str, str]]) -> tuple[Entry, ...]:
    """Give what was said by those who take part: the bruker first where they have the floor, else last."""
    found: list[Entry] = []
    for entry in said:
        speaker = BRUKER if entry.speaker == BRUKER else ids.get(entry.speaker)
        if speaker and entry != Entry(id=entry.id, step=entry.step, speaker=entry.speaker):
            step = clean_line(entry.step)
            named = tuple(dict.fromkeys(goals.goal_id(goal, aims) for goal in entry.goals))
            found.append(_with(entry, id=entry_id(step, speaker), step=step, speaker=speaker, goals=named))
    order = list(dict.fromkeys([*entries.STEPS, *(entry.step for entry in found)]))
    return tuple(sorted(found, key=lambda entry: (order.index(entry.step), _seat(entry))))


def _seat(entry: Entry) -> float:
    """Give a speaker's place among the others in a step."""
    if entry.speaker == BRUKER:
        return 0 if entry.step == entries.FLOOR else float("inf")
    return int(entry.speaker[1:])


def _tiltak(told: tuple[Tiltak, ...], aims: list[tuple[str, str]]) -> tuple[Tiltak, ...]:
    """Give the tiltak, those carried first."""
    named = (
        _with(one, id=number(tiltak.LETTER, one.id), goal=goals.goal_id(one.goal, aims), at=_minute(one.at))
        for one in told
    )
    return tuple(sorted(named, key=lambda one: not one.carried))


def _evaluations(told: tuple[Evaluation, ...]) -> tuple[Evaluation, ...]:
    """Give the evaluations, the bruker's first."""
    return tuple(sorted(told, key=lambda one: one.id != BRUKER))
