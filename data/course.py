"""How far a meeting has come: rows of its journal folded to a meeting and to what can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from data.changes import Change, Set, apply, back_at_start, inverse, read_change
from data.journal import Act, Row
from data.meeting import Meeting

TYPING_PAUSE = 3.0
"""Seconds: what is typed in one field with shorter pauses than this is undone as one."""


class Deed(NamedTuple):
    """Something that can be undone: the change, what takes it back, when and by whom."""

    change: Change
    inverse: Change
    at: float
    who: str

    def goes_on_in(self, later: Deed) -> bool:
        """Say whether `later` is more typing in the same field."""
        return (
            isinstance(self.change, Set)
            and isinstance(later.change, Set)
            and isinstance(later.change.value, str)
            and self.change.path == later.change.path
            and self.who == later.who
            and later.at - self.at < TYPING_PAUSE
        )


class Course(NamedTuple):
    """A meeting after row `seq` of its journal, written at `at`, and the deeds behind it.

    `begun` is the row it was last taken whole in. `passed` counts rows that did not fit: a part
    they name was taken out by another terminal that had not seen them.
    """

    meeting: Meeting
    seq: int
    begun: int
    at: float
    done: tuple[Deed, ...] = ()
    undone: tuple[Deed, ...] = ()
    passed: int = 0


def begin(row: Row) -> Course:
    """Give the course that a row with a whole meeting begins. Raises UnfitError."""
    return Course(Meeting.of_json(row.body), row.seq, row.seq, row.at)


def fold(course: Course | None, rows: Iterable[Row]) -> Course | None:
    """Give the course after some rows; None while no row has begun one."""
    for row in rows:
        if row.act is Act.BEGIN:
            course = begin(row)
        elif course is not None:
            try:
                course = advance(course, row, read_change(row.body))
            except ValueError:
                course = course._replace(seq=row.seq, passed=course.passed + 1)
    return course


def advance(course: Course, row: Row, change: Change) -> Course:
    """Give the course after one change. Raises as data.changes.apply does."""
    after = course._replace(meeting=apply(course.meeting, change), seq=row.seq, at=row.at)
    match row.act:
        case Act.DO:
            return after._replace(done=_done(course, row, change), undone=())
        case Act.UNDO if course.done:
            return after._replace(done=course.done[:-1], undone=(*course.undone, course.done[-1]))
        case Act.REDO if course.undone:
            return after._replace(done=(*course.done, course.undone[-1]), undone=course.undone[:-1])
        case _:
            return after


def came_to_nothing(course: Course, path: str, who: str) -> int:
    """Give how many of the last deeds, by one person in one field, left it as it was; 0 where none did."""
    own = takewhile(lambda deed: deed.who == who, reversed(course.done))
    return back_at_start(course.meeting, path, (deed.inverse for deed in own))


def _done(course: Course, row: Row, change: Change) -> tuple[Deed, ...]:
    """Give the deeds with a new one last, or with the last one made longer by more typing.

    What goes back to where the typing began is a deed of its own: else what was typed would be nowhere.
    """
    deed = Deed(change, inverse(course.meeting, change), row.at, row.who)
    last = course.done[-1] if course.done and not course.undone else None
    if last and last.goes_on_in(deed) and last.inverse != change:
        return (*course.done[:-1], deed._replace(inverse=last.inverse))
    return (*course.done, deed)
