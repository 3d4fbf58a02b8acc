"""Random changes that fit a meeting, of every kind, for the tests of what changes do."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, get_args

from hypothesis import strategies as st

from data.changes import Add, Change, Move, Remove, Set, Several, annotation_at, apply, value_at
from data.meeting import (
    AgendaItem,
    Consent,
    Correction,
    Entry,
    Evaluation,
    Goal,
    Kept,
    LetStand,
    Meeting,
    Note,
    Participant,
    Remark,
    Status,
    Tiltak,
    Visit,
)
from data.part import Value
from data.rounds import Round, Turn
from data.sleep import Sleep

LISTS = {
    "participants": Participant,
    "consents": Consent,
    "agenda": AgendaItem,
    "goals": Goal,
    "entries": Entry,
    "tiltak": Tiltak,
    "evaluations": Evaluation,
    "remarks": Remark,
    "corrections": Correction,
    "kept": Kept,
    "notes": Note,
    "let_stand": LetStand,
    "rounds": Round,
    "visits": Visit,
    "sleeps": Sleep,
}

MEETING = Meeting(
    id="sol-7",
    group="SOL-7",
    date=dt.date(2026, 11, 24),
    participants=(Participant(id="p1", name="Per Prøve"), Participant(id="p2", name="Kari Kladd")),
    agenda=(AgendaItem(id="s1", title="Fravær"), AgendaItem(id="s2"), AgendaItem(id="s3")),
    goals=(Goal(id="M1", text="Trygg på skolen"),),
    tiltak=(Tiltak(id="T14", what="Ringe BUP", when=dt.date(2026, 11, 27), at=dt.time(9, 30)),),
    rounds=(Round(id="runde-1", turns=(Turn(id="p1", spent=12.5), Turn(id="p2")), since=1_800_000_000.0),),
)

words = st.text(max_size=20)
numbers = st.integers(-5, 10**6)
instants = st.floats(0, 4e9, allow_nan=False)
days = st.dates().map(dt.date.isoformat)
times = st.times().map(lambda time: time.replace(microsecond=0).isoformat())


def values(annotation: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - an annotation is any type
    """Values that a field takes, as JSON has them."""
    by_type = {str: words, bool: st.booleans(), int: numbers, float: instants, dt.date: days, dt.time: times}
    if annotation in by_type:
        return by_type[annotation]
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return st.sampled_from([member.value for member in annotation])
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return parts(annotation)
    if annotation is type(None):
        return st.none()
    inner = [one for one in get_args(annotation) if one is not Ellipsis]
    if getattr(annotation, "__origin__", None) is tuple:
        return st.lists(values(inner[0]), max_size=3)
    return st.one_of([values(one) for one in inner])


def parts(kind: type[Value]) -> st.SearchStrategy[dict[str, Any]]:
    """Parts or other values of one kind, as JSON has them."""
    return st.fixed_dictionaries({name: values(annotation) for name, annotation in kind.field_types.items()})


def paths(meeting: Meeting) -> list[str]:
    """Every field of a meeting that can be set, in it and in its parts."""
    found = [name for name in Meeting.field_types if name != "id" and name not in LISTS]
    found += [
        f"{name}/{field}"
        for name in ("approval", "next_meeting", "life")
        for field in value_at(meeting, name)
    ]
    for name in LISTS:
        for part in getattr(meeting, name):
            found += [f"{name}/{part.id}/{field}" for field in type(part).field_types if field != "id"]
    return found


@st.composite
def changes(draw: st.DrawFn, meeting: Meeting, *, several: bool = True) -> Change:
    """Any change that fits a meeting."""
    filled = [name for name in LISTS if getattr(meeting, name)]
    kinds = ["set", "add", *(["remove", "move"] if filled else []), *(["several"] if several else [])]
    match draw(st.sampled_from(kinds)):
        case "set":
            path = draw(st.sampled_from(paths(meeting)))
            return Set(path=path, value=draw(values(annotation_at(path))))
        case "add":
            name, kind = draw(st.sampled_from(sorted(LISTS.items())))
            taken = {part.id for part in getattr(meeting, name)}
            new_id = draw(st.text("abc123", min_size=1, max_size=4).filter(lambda one: one not in taken))
            index = draw(st.none() | st.integers(0, len(taken)))
            return Add(path=name, part={**draw(parts(kind)), "id": new_id}, index=index)
        case "remove":
            return Remove(path=draw(some_part(meeting, filled)))
        case "move":
            return Move(path=draw(some_part(meeting, filled)), index=draw(st.integers(0, 5)))
        case _:
            made: list[Change] = []
            for _number in range(draw(st.integers(0, 4))):
                made.append(draw(changes(meeting, several=False)))
                meeting = apply(meeting, made[-1])
            return Several(changes=tuple(made))


def changes_to_take_back(meeting: Meeting) -> st.SearchStrategy[Change]:
    """Any change but an approval: after that the text stays, and nothing is taken back."""
    return changes(meeting).filter(lambda change: apply(meeting, change).status is not Status.GODKJENT)


@st.composite
def some_part(draw: st.DrawFn, meeting: Meeting, filled: list[str]) -> str:
    name = draw(st.sampled_from(filled))
    return f"{name}/{draw(st.sampled_from([part.id for part in getattr(meeting, name)]))}"
