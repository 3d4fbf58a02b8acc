"""Ids with a number: what the next part of a list is called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.group import Group
    from data.meeting import Meeting

LETTERS = {
    "participants": "p",
    "agenda": "s",
    "goals": "M",
    "tiltak": "T",
    "visits": "v",
    "sleeps": "z",
    "parked": "x",
    "remarks": "r",
    "corrections": "c",
    "members": "p",
    "plan": "a",
}
"""The letters that ids in a list begin with; the rest of an id is a number."""


def next_id(whole: Meeting | Group, parts: str) -> str:
    """Give the id that the next part of a list gets: one above the highest, here and in the group."""
    letters = LETTERS[parts]
    given = (*(part.id for part in getattr(whole, parts)), *whole.numbers.split())
    return f"{letters}{highest(letters, given) + 1}"


def highest(letters: str, ids: Iterable[str]) -> int:
    """Give the highest number among ids that begin with some letters, 0 where there is none."""
    numbers = (one.removeprefix(letters) for one in ids if one.startswith(letters))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
