"""The meeting as it belongs in a document: what is private is gone, numbers run in order."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from data.clean import clean_line
from data.markdown import entries
from data.markdown.goals import LETTER as GOAL_LETTER
from data.markdown.goals import goal_id
from data.markdown.kept import standing
from data.markdown.numbers import number
from data.markdown.page import parts, texts
from data.markdown.tiltak import LETTER
from data.meeting import BRUKER, Entry, Meeting, Participant, Tiltak, entry_id
from data.part import Part

P = TypeVar("P", bound=Part)


def public(meeting: Meeting) -> Meeting:
    """Give the meeting with only what a document holds, as reading it back gives it.

    Notes, rounds and visits are gone, so are parts that say nothing and words of people who no
    longer take part. Participants are p1, p2 …, items s1, s2 …; times are whole minutes.
    """
    people = {old.id: f"p{number}" for number, old in enumerate(_said(meeting.participants), 1)}
    goals = tuple(_with(goal, id=number(GOAL_LETTER, goal.id)) for goal in _said(meeting.goals))
    pairs = [(goal.id, goal.text) for goal in goals]
    agenda = _said(meeting.agenda)
    found = meeting.model_copy(
        update={
            "id": clean_line(meeting.id),
            "structure": clean_line(meeting.structure),
            "start": _minute(meeting.start),
            "end": _minute(meeting.end),
            "participants": tuple(_participant(one, people[one.id]) for one in _said(meeting.participants)),
            "consents": tuple(_with(one, id=clean_line(one.id)) for one in meeting.consents if one.id),
            "agenda": tuple(_with(item, id=f"s{place}") for place, item in enumerate(agenda, 1)),
            "goals": goals,
            "entries": _entries(meeting, people, pairs),
            "tiltak": _tiltak(meeting, pairs),
            "evaluations": tuple(sorted(_said(meeting.evaluations), key=lambda one: one.id != BRUKER)),
            "next_meeting": _with(meeting.next_meeting, time=_minute(meeting.next_meeting.time)),
        }
        | _unset(meeting)
    )
    return found.model_copy(update={"kept": parts(standing(found, texts(meeting.kept), people))})


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


def _said(listed: tuple[P, ...]) -> tuple[P, ...]:
    """Give the parts that say something."""
    return tuple(part for part in listed if part != type(part)(id=part.id))


def _with(value: Any, **fields: object) -> Any:  # noqa: ANN401 - gives what it takes
    """Give a value with other fields."""
    return value.model_copy(update=fields)


def _minute(time: dt.time | None) -> dt.time | None:
    """Give a time of day in whole minutes."""
    return time.replace(second=0, microsecond=0, tzinfo=None, fold=0) if time else None


def _participant(participant: Participant, given: str) -> Participant:
    arrived, left = _minute(participant.arrived), _minute(participant.left)
    return participant.model_copy(update={"id": given, "arrived": arrived, "left": left})


def _entries(meeting: Meeting, people: dict[str, str], goals: list[tuple[str, str]]) -> tuple[Entry, ...]:
    """Give what was said by those who take part: the bruker first where they have the floor, else last."""
    found = []
    for entry in meeting.entries:
        speaker = BRUKER if entry.speaker == BRUKER else people.get(entry.speaker)
        if speaker and entry != Entry(id=entry.id, step=entry.step, speaker=entry.speaker):
            step = clean_line(entry.step)
            named = tuple(dict.fromkeys(goal_id(goal, goals) for goal in entry.goals))
            given = {"id": entry_id(step, speaker), "step": step, "speaker": speaker, "goals": named}
            found.append(entry.model_copy(update=given))
    order = list(dict.fromkeys([*entries.STEPS, *(entry.step for entry in found)]))
    return tuple(sorted(found, key=lambda entry: (order.index(entry.step), _seat(entry))))


def _seat(entry: Entry) -> float:
    """Give a speaker's place among the others in a step."""
    if entry.speaker == BRUKER:
        return 0 if entry.step == entries.FLOOR else float("inf")
    return int(entry.speaker[1:])


def _tiltak(meeting: Meeting, goals: list[tuple[str, str]]) -> tuple[Tiltak, ...]:
    """Give the tiltak, those carried first."""
    told = [one for one in meeting.tiltak if one != Tiltak(id=one.id, carried=one.carried)]
    named = (
        one.model_copy(
            update={"id": number(LETTER, one.id), "goal": goal_id(one.goal, goals), "at": _minute(one.at)}
        )
        for one in told
    )
    return tuple(sorted(named, key=lambda one: not one.carried))
