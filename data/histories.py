"""Lists that several meetings write in: numbers of the group's own, and rows told anew by one meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from data.group import Conclusion, Consented, Happening, Planned
from data.meeting import Goal, Meeting, Tiltak, find
from data.numbering import highest

Row = TypeVar("Row", Happening, Conclusion, Planned, Consented)
Numbered = TypeVar("Numbered", Tiltak, Goal)


def own_numbers(
    standing: tuple[Numbered, ...],
    told: tuple[Numbered, ...],
    new: Collection[str],
    mine: Collection[str],
    spoken_of: Collection[str],
) -> dict[str, str]:
    """Give the group's numbers of what a meeting tells of, by the meeting's.

    They are the same, but where two meetings that did not know of each other gave one number to two
    things: then the one that comes second gets the group's next. `new` came up in the meeting, `mine`
    in this meeting, by the group's numbers. `spoken_of` are numbers that a history tells of, also of
    what a hand has taken out of the file: no other may have them.
    """
    found: dict[str, str] = {}
    numbers = [*(one.id for one in (*standing, *told)), *spoken_of]
    for one in told:
        there = find(standing, one.id)
        twins = (each for each in standing if each.id in mine and _words(each) == _words(one))
        twin = next((each for each in twins if each.id not in found.values()), None)
        if one.id not in new or there is None or _words(there) == _words(one):
            found[one.id] = one.id
        elif twin is not None:
            found[one.id] = twin.id
        elif there.id in mine:
            found[one.id] = one.id
        else:
            letter = one.id[:1]
            found[one.id] = f"{letter}{highest(letter, numbers) + 1}"
            numbers.append(found[one.id])
    return found


def _words(one: Tiltak | Goal) -> str:
    """Give what a tiltak or a goal says, which tells it from another of its number."""
    return one.what if isinstance(one, Tiltak) else one.text


def joined(
    standing: tuple[Numbered, ...], told: Sequence[Numbered], *, latest: bool, kept: tuple[str, ...]
) -> tuple[Numbered, ...]:
    """Give what the group has with what a meeting tells of it; what is new comes last.

    `kept` are the fields that the histories decide.
    """
    by_id = {one.id: one for one in told}
    found: list[Numbered] = [
        changed(by_id[one.id], **{name: getattr(one, name) for name in kept})
        if latest and one.id in by_id
        else one
        for one in standing
    ]
    found += [one for one in told if find(standing, one.id) is None]
    return tuple(found)


def rewritten(
    rows: tuple[Row, ...], told: Sequence[Row], meeting: Meeting, letter: str, key: Callable[[Row], object]
) -> tuple[Row, ...]:
    """Give a history in which a meeting's rows are those it tells now, where it stood or by its day.

    A row that tells of the same, by `key`, keeps its id.
    """
    mine: list[Row] = [row for row in rows if row.meeting == meeting.id]
    others: list[Row] = [row for row in rows if row.meeting != meeting.id]
    ids = {key(row): row.id for row in mine}
    anew: list[Row] = [row.having({"id": ids.pop(key(row), "")}) for row in told]
    at: int = len(before(rows, meeting))
    return with_ids(others[:at] + anew + others[at:], letter)


def before(rows: tuple[Row, ...], meeting: Meeting) -> list[Row]:
    """Give the rows of others that stand before those of a meeting, or where its rows would."""
    others: list[Row] = [row for row in rows if row.meeting != meeting.id]
    at: int = next((at for at, row in enumerate(rows) if row.meeting == meeting.id), -1)
    return others[: at if at >= 0 else _place(others, meeting.date)]


def _place(rows: Sequence[Row], date: dt.date | None) -> int:
    """Give where the rows of a day belong: before the first of a later day."""
    later = (at for at, row in enumerate(rows) if date and row.date and row.date > date)
    return next(later, len(rows))


def with_ids(rows: Sequence[Row], letter: str) -> tuple[Row, ...]:
    """Give rows of which those without an id have one."""
    top = highest(letter, (row.id for row in rows))
    found = []
    for row in rows:
        top += not row.id
        found.append(row if row.id else row.having({"id": f"{letter}{top}"}))
    return tuple(found)


def changed(one: Numbered, **fields: object) -> Numbered:
    """Give a goal or a tiltak with other fields."""
    return one.having(fields)
