"""What the normal forms of documents share: silent parts gone, numbers in order, whole minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from data.markdown import evaluation
from data.meeting import Evaluation, Goal, Tiltak
from data.part import Part

P = TypeVar("P", bound=Part)


def said(listed: tuple[P, ...], name: str, rows: Collection[str]) -> tuple[P, ...]:
    """Give the parts that say something, or in whose row something is kept. `name` is the list's path."""
    return tuple(one for one in listed if not _is_silent(one) or f"{name}/{one.id}" in rows)


def _is_silent(part: Part) -> bool:
    """Whether a part has nothing but its id, and that says nothing by itself."""
    if isinstance(part, Tiltak):
        return part == Tiltak(id=part.id, carried=part.carried)
    if isinstance(part, Evaluation) and part.id not in evaluation.WHO:
        return False
    return part == type(part)(id=part.id)


def numbered(letter: str, listed: Iterable[P]) -> dict[str, P]:
    """Give parts with ids in the order they stand, by the ids they had."""
    return {one.id: changed(one, id=f"{letter}{place}") for place, one in enumerate(listed, 1)}


def pairs(named: Iterable[Goal]) -> list[tuple[str, str]]:
    """Give goals as pairs of id and text."""
    return [(goal.id, goal.text) for goal in named]


def changed(value: Any, **fields: object) -> Any:  # noqa: ANN401 - gives what it takes
    """Give a value with other fields."""
    return value.having(fields)


def minute(time: dt.time | None) -> dt.time | None:
    """Give a time of day in whole minutes."""
    return time.replace(second=0, microsecond=0, tzinfo=None, fold=0) if time else None
