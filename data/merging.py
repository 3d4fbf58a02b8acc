"""Two people in one field: what each of them wrote stays, and it is known that it happened."""

from __future__ import annotations

from typing import NamedTuple

from data.acts import put, stands, value
from data.changes import Change, annotation_at
from data.clean import clean_line, clean_prose
from data.part import Part, Value
from data.text import Prose

BETWEEN_LINES, BETWEEN_WORDS = "\n", " / "
"""What comes between the words of two who wrote in the same place, in a text of several lines and of one."""


class Writing(Value, frozen=True):
    """A wish for a field to say `text`, by somebody who saw it say `before` when they began."""

    path: str
    before: str
    text: str

    def __call__(self, whole: Part) -> Change | None:
        """Set the field; what somebody else has written there meanwhile stays as well.

        None where somebody else has taken it away.
        """
        return put(self.path, self._with_theirs(whole))(whole) if stands(whole, self.path) else None

    def met(self, whole: Part) -> bool:
        """Say whether a field holds something else than was wished, so that two wrote in it."""
        return stands(whole, self.path) and self._clean(self.text) != (value(whole, self.path) or "")

    def _with_theirs(self, whole: Part) -> str:
        theirs = value(whole, self.path) or ""
        before, ours = self._clean(self.before), self._clean(self.text)
        return ours if theirs == before else merged(before, theirs, ours, self._between)

    def _clean(self, text: str) -> str:
        return (clean_prose if self._between == BETWEEN_LINES else clean_line)(text)

    @property
    def _between(self) -> str:
        return BETWEEN_LINES if annotation_at(self.path) is Prose else BETWEEN_WORDS


class Edit(NamedTuple):
    """What somebody did to a text: from `start` to `end` it says `new` instead."""

    start: int
    end: int
    new: str


def merged(before: str, theirs: str, ours: str, between: str) -> str:
    """Give a text with what two have done to it; where both were in the same place, ours and then theirs."""
    if theirs == ours:
        return ours
    we, they = edit(before, ours), edit(before, theirs)
    first, last = (we, they) if we.start <= they.start else (they, we)
    if first.end < last.start or (first.end == last.start and first.start < last.end):
        middle = before[first.end : last.start]
        return before[: first.start] + first.new + middle + last.new + before[last.end :]
    start, end = first.start, max(first.end, last.end)
    our_part = before[start : we.start] + we.new + before[we.end : end]
    their_part = before[start : they.start] + they.new + before[they.end : end]
    return before[:start] + _joined(our_part, their_part, between) + before[end:]


def edit(before: str, after: str) -> Edit:
    """Give what was done to a text: one edit that holds all of it."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    most -= start
    same = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return Edit(start, len(before) - same, after[start : len(after) - same])


def _joined(ours: str, theirs: str, between: str) -> str:
    """Put two texts one after the other, set apart unless they are already, or one of them is nothing."""
    if not ours or not theirs or theirs.startswith(between) or ours.endswith(between):
        return ours + theirs
    return ours + between + theirs
