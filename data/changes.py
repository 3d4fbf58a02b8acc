"""What can happen to a meeting, each as a value, and what takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, get_args

from data.meeting import Meeting, find
from data.part import Part, Value, fitted, plain, read_json

V = TypeVar("V", bound=Value)
W = TypeVar("W", bound=Part)


class NoSuchPlaceError(ValueError):
    """A change names a part or a field that the meeting does not have."""

    def __init__(self, path: str) -> None:
        super().__init__(f"no such place in a meeting: {path}")


class TakenError(ValueError):
    """A change adds a part with an id that its list already has."""

    def __init__(self, path: str, part_id: str) -> None:
        super().__init__(f"already in {path}: {part_id}")


class Set(Value, frozen=True, tag_field="act", tag="set"):
    """A field gets a value. `path` is "place", "next_meeting/date" or "tiltak/T14/when"."""

    path: str
    value: Any


class Add(Value, frozen=True, tag_field="act", tag="add"):
    """A part comes into a list ("tiltak") at `index`, or last when that is None."""

    path: str
    part: dict[str, Any]
    index: int | None = None


class Remove(Value, frozen=True, tag_field="act", tag="remove"):
    """A part ("tiltak/T14") goes out of its list."""

    path: str


class Move(Value, frozen=True, tag_field="act", tag="move"):
    """A part ("agenda/s2") goes to another place in its list, counted from 0."""

    path: str
    index: int


class Several(Value, frozen=True, tag_field="act", tag="several"):
    """Changes that belong together: one act, undone as one."""

    changes: tuple[Change, ...]


Change: TypeAlias = Union[Set, Add, Remove, Move, Several]  # noqa: UP007 - Several names it before it is made


Wish: TypeAlias = Callable[[Any], Change | None]
"""What somebody wants done with a meeting or a group, whichever it is asked of; None for nothing to do."""


def read_change(text: str) -> Change:
    """Read a change from JSON. Raises UnfitError."""
    change: Change = read_json(text, Change)
    return change


def apply(meeting: W, change: Change) -> W:
    """Give a meeting, or a group, after a change.

    Raises NoSuchPlaceError when the change names what is not there, TakenError when it adds what
    is, and UnfitError when a value does not fit its field.
    """
    match change:
        case Set(path=path, value=value):
            return _set(meeting, _steps(path), value, path)
        case Add(path=path, part=part, index=index):
            parts = _parts(meeting, path)
            made = _part_type(type(meeting), path).of(part)
            if find(parts, made.id):
                raise TakenError(path, made.id)
            place = len(parts) if index is None else index
            return _with_parts(meeting, path, (*parts[:place], made, *parts[place:]))
        case Remove(path=path):
            name, part_found, parts = _found(meeting, path)
            return _with_parts(meeting, name, tuple(other for other in parts if other is not part_found))
        case Move(path=path, index=index):
            name, part_found, parts = _found(meeting, path)
            others = [other for other in parts if other is not part_found]
            return _with_parts(meeting, name, (*others[:index], part_found, *others[index:]))
        case Several(changes=changes):
            for each in changes:
                meeting = apply(meeting, each)
    return meeting


def back_at_start(meeting: Part, path: str, back: Iterable[Change]) -> int:
    """Give how many of the changes that lead back it takes for a field to say what it says, and was changed.

    It is 0 when one of them leaves the field alone before that, or never leads there.
    """
    says = said = _said_at(meeting, path)
    for number, change in enumerate(back, 1):
        try:
            meeting = apply(meeting, change)
        except (NoSuchPlaceError, TakenError):  # another terminal has taken it out, or put it in
            return 0
        before, said = said, _said_at(meeting, path)
        if said == before:
            return 0
        if said == says:
            return number
    return 0


def _said_at(meeting: Part, path: str) -> Any:  # noqa: ANN401 - a field may hold any JSON value
    """Give what stands at a path; a part that is not there says nothing."""
    try:
        return value_at(meeting, path) or ""
    except NoSuchPlaceError:
        return ""


def inverse(meeting: Part, change: Change) -> Change:
    """Give the change that takes `change` back, where `meeting` is as it was before."""
    match change:
        case Set(path=path):
            return Set(path=path, value=value_at(meeting, path))
        case Add(path=path, part=part):
            return Remove(path=f"{path}/{part['id']}")
        case Remove(path=path):
            name, part_found, parts = _found(meeting, path)
            return Add(path=name, part=part_found.as_plain(), index=parts.index(part_found))
        case Move(path=path):
            _name, part_found, parts = _found(meeting, path)
            return Move(path=path, index=parts.index(part_found))
        case Several(changes=changes):
            inverses: list[Change] = []
            for each in changes:
                inverses.insert(0, inverse(meeting, each))
                meeting = apply(meeting, each)
            return Several(changes=tuple(inverses))


def value_at(meeting: Part, path: str) -> Any:  # noqa: ANN401 - a field may hold any JSON value
    """Give the value of a field, as JSON has it. Raises NoSuchPlaceError."""
    holder: Value = meeting
    *holders, field = _steps(path)
    if holders:
        holder = _holder(meeting, holders, path)
    if field not in type(holder).field_types:
        raise NoSuchPlaceError(path)
    return plain(getattr(holder, field))


def _steps(path: str) -> list[str]:
    """Give the steps of a path: the list, the part's id, the field. An id may hold a slash."""
    steps = path.split("/")
    return steps if len(steps) < 4 else [steps[0], "/".join(steps[1:-1]), steps[-1]]


def annotation_at(path: str, whole: type[Part] = Meeting) -> Any:  # noqa: ANN401 - an annotation is any type
    """Give the type of the field that a path names, in a meeting or a group. Raises NoSuchPlaceError."""
    *holders, field = _steps(path)
    holder: type[Value] = whole
    if len(holders) == 2:
        holder = _part_type(whole, holders[0])
    elif holders:
        held = whole.field_types[holders[0]]
        holder = held if isinstance(held, type) and issubclass(held, Value) else whole
    if field not in holder.field_types:
        raise NoSuchPlaceError(path)
    return holder.field_types[field]


def _set(meeting: W, steps: list[str], value: Any, path: str) -> W:  # noqa: ANN401 - as JSON has it
    """Give the meeting with one field set."""
    if len(steps) == 1:
        return _with(meeting, steps[0], value, path)
    changed = _with(_holder(meeting, steps[:-1], path), steps[-1], value, path)
    if isinstance(changed, Part):
        parts = _parts(meeting, steps[0])
        return _with_parts(meeting, steps[0], tuple(changed if p.id == changed.id else p for p in parts))
    return meeting.having({steps[0]: changed})


def _with(holder: V, field: str, value: Any, path: str) -> V:  # noqa: ANN401 - as JSON has it
    """Give a value with one field of it set."""
    if field not in type(holder).field_types or field == "id":
        raise NoSuchPlaceError(path)
    return holder.having({field: fitted(value, type(holder).field_types[field])})


def _holder(meeting: Part, steps: list[str], path: str) -> Value:
    """Give the value that a path's last field belongs to."""
    held = getattr(meeting, steps[0]) if steps[0] in type(meeting).field_types else None
    if isinstance(held, tuple) and len(steps) == 2:
        held = find(held, steps[1])
    elif len(steps) > 1:
        held = None
    if not isinstance(held, Value):
        raise NoSuchPlaceError(path)
    return held


def _parts(meeting: Part, name: str) -> tuple[Part, ...]:
    """Give one of the meeting's lists."""
    parts = getattr(meeting, name) if name in type(meeting).field_types else None
    if not isinstance(parts, tuple):
        raise NoSuchPlaceError(name)
    return parts


def _found(meeting: Part, path: str) -> tuple[str, Part, tuple[Part, ...]]:
    """Give the list's name, the part that a path names, and the list."""
    name, _, part_id = path.partition("/")
    parts = _parts(meeting, name)
    part = find(parts, part_id)
    if part is None:
        raise NoSuchPlaceError(path)
    return name, part, parts


def _with_parts(meeting: W, name: str, parts: tuple[Part, ...]) -> W:
    return meeting.having({name: parts})


@cache
def _part_type(whole: type[Part], name: str) -> type[Part]:
    """Give the type of the parts in one of the lists of a meeting or a group."""
    part_type: type[Part] = get_args(whole.field_types[name])[0]
    return part_type
