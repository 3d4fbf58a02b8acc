"""A meeting being held: the only writer of its journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from data.changes import Change, Set, apply, change_adapter, inverse
from data.errors import MalstyrtError, NotSavedError
from data.journal import Act, Journal, Row
from data.language import _
from data.meeting import Meeting

TYPING_PAUSE = 3.0
"""Seconds: what is typed in one field with shorter pauses than this is undone as one."""

Ask = Callable[[Meeting], Change | None]
"""What somebody wants done, worked out on the newest meeting; None when there is nothing to do."""


@dataclass(frozen=True)
class _Deed:
    """Something that can be undone: the change, what takes it back, when and by whom."""

    change: Change
    inverse: Change
    at: float
    who: str

    def goes_on_in(self, later: _Deed) -> bool:
        """Say whether `later` is more typing in the same field."""
        return (
            isinstance(self.change, Set)
            and isinstance(later.change, Set)
            and isinstance(later.change.value, str)
            and self.change.path == later.change.path
            and self.who == later.who
            and later.at - self.at < TYPING_PAUSE
        )


class Live:
    """One meeting with its journal. `now` gives the instant, `who` names this terminal's user."""

    def __init__(self, journal: Journal, *, now: Callable[[], float], who: str) -> None:
        """Take up the meeting where its journal stands. Raises MalstyrtError when it is empty."""
        self._journal = journal
        self._now = now
        self._who = who
        self._seq = 0
        self._done: list[_Deed] = []
        self._undone: list[_Deed] = []
        self._waiting: list[tuple[float, Act, Change]] = []
        self._last_at = 0.0
        self._meeting: Meeting | None = None
        self._fold()
        if self._meeting is None:
            raise MalstyrtError(
                _("Tom journal"), _("Journalen har ikke noe møte i seg: {path}").format(path=journal.path)
            )

    @classmethod
    def begin(cls, path: Path, meeting: Meeting, *, now: Callable[[], float], who: str) -> Live:
        """Take up the meeting in the journal at `path`, begun with `meeting` when it is new."""
        journal = Journal(path)
        with journal.writing():
            if not journal.after(0):
                journal.append(now(), who, Act.BEGIN, meeting.model_dump_json())
        return cls(journal, now=now, who=who)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        assert self._meeting is not None  # noqa: S101 - __init__ has seen to it
        return self._meeting

    @property
    def journal(self) -> Journal:
        """The journal that the meeting stands in."""
        return self._journal

    @property
    def saved(self) -> bool:
        """Whether every change is on disk, synced."""
        return not self._waiting

    @property
    def last_at(self) -> float:
        """The instant of the last change, by anybody."""
        return self._last_at

    def record(self, ask: Ask | Change, *, act: Act = Act.DO) -> Meeting:
        """Make a change, worked out on the newest meeting, durable before it is seen.

        Raises NotSavedError when the journal cannot be written: the change then stands in memory
        and goes to disk with the next one that can.
        """
        at = self._now()
        try:
            with self._journal.writing():
                self._fold()
                change = self._worked_out(ask)
                seq = self._append_waiting()
                if change is not None:
                    seq = self._journal.append(at, self._who, act, _body(change))
        except NotSavedError:
            self._stand_in_memory(self._worked_out(ask), at, act)
            raise
        self._waiting.clear()
        if change is not None:
            self._take(Row(seq, at, self._who, act, ""), change)
        return self.meeting

    def _worked_out(self, ask: Ask | Change) -> Change | None:
        """Give the change that is asked for, sure to fit the meeting as it stands."""
        change = ask(self.meeting) if callable(ask) else ask
        if change is not None:
            apply(self.meeting, change)
        return change

    def undo(self) -> bool:
        """Take back the last change that is not undone; False when there is none."""
        return self._turn(Act.UNDO)

    def redo(self) -> bool:
        """Make the last undone change again; False when there is none."""
        return self._turn(Act.REDO)

    def catch_up(self) -> bool:
        """Take in what other terminals wrote; say whether there was anything."""
        if not self._journal.others_wrote():
            return False
        before = self._seq
        self._fold()
        return self._seq > before

    def close(self) -> None:
        """Write what waits, if it can be, and close the journal."""
        try:
            if self._waiting:
                with self._journal.writing():
                    self._append_waiting()
        finally:
            self._journal.close()

    def _turn(self, act: Act) -> bool:
        """Undo or redo, worked out on the newest stacks."""
        turned = False

        def change(_meeting: Meeting) -> Change | None:
            nonlocal turned
            stack = self._done if act is Act.UNDO else self._undone
            turned = bool(stack)
            if not stack:
                return None
            return stack[-1].inverse if act is Act.UNDO else stack[-1].change

        self.record(change, act=act)
        return turned

    def _fold(self) -> None:
        """Apply every row of the journal that is not applied yet."""
        for row in self._journal.after(self._seq):
            if row.act is Act.BEGIN:
                self._meeting = Meeting.model_validate_json(row.body)
                self._seq, self._last_at = row.seq, row.at
            else:
                self._take(row, change_adapter().validate_json(row.body))

    def _take(self, row: Row, change: Change) -> None:
        """Let a written change take its place: in the meeting and among what can be undone."""
        self._stack(row, change)
        self._meeting = apply(self.meeting, change)
        self._seq, self._last_at = row.seq, row.at

    def _stack(self, row: Row, change: Change) -> None:
        """Keep the two stacks: what can be undone, and what can be made again."""
        if row.act is Act.UNDO and self._done:
            self._undone.append(self._done.pop())
        elif row.act is Act.REDO and self._undone:
            self._done.append(self._undone.pop())
        elif row.act is Act.DO:
            deed = _Deed(change, inverse(self.meeting, change), row.at, row.who)
            if self._done and not self._undone and self._done[-1].goes_on_in(deed):
                deed = replace(deed, inverse=self._done.pop().inverse)
            self._done.append(deed)
            self._undone.clear()

    def _append_waiting(self) -> int:
        """Append what could not be written before, while the journal is held; give the last number."""
        seq = self._seq
        for at, act, change in self._waiting:
            seq = self._journal.append(at, self._who, act, _body(change))
        return seq

    def _stand_in_memory(self, change: Change | None, at: float, act: Act) -> None:
        """Let a change that could not be written stand until it can."""
        if change is not None:
            self._take(Row(self._seq, at, self._who, act, ""), change)
            self._waiting.append((at, act, change))


def _body(change: Change) -> str:
    return change_adapter().dump_json(change).decode()
