"""A meeting being held: the only writer of its journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.approved import ApprovedError, text_stays
from data.changes import Change, apply
from data.course import Course, advance, came_to_nothing, fold
from data.errors import MalstyrtError, NotSavedError
from data.journal import Act, Journal, Row
from data.journal_errors import OnlyReadError
from data.language import _
from data.meeting import Meeting
from data.part import UnfitError
from data.timekeeping import MeetingClock

Ask = Callable[[Meeting], Change | None]
"""What somebody wants done, worked out on the newest meeting; None when there is nothing to do."""

CLOCK = "clock"
"""The fact in a journal that says what clock the meeting goes by."""


class Live:
    """One meeting with its journal. `who` names this terminal's user.

    `now` gives the instant: a Machine's clocks, which the meeting's own is made of, or one that is held.
    """

    def __init__(
        self, journal: Journal, *, now: Callable[[], float], who: str, course: Course | None = None
    ) -> None:
        """Take up the meeting where its journal stands, which is read unless its `course` is known.

        Raises MalstyrtError when it holds none.
        """
        self._journal = journal
        self.who = who
        self._waiting: tuple[Row, ...] = ()
        self._course = course or self._read_whole()
        self.clock = MeetingClock(now, journal.fact(CLOCK), self.last_at)
        """The meeting's own clock, which every change is made by."""

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], float], who: str) -> Live:
        """Take up the meeting in the journal at `path`. Raises as Journal does, and where it holds none."""
        journal = Journal(path)
        try:
            return cls(journal, now=now, who=who)
        except BaseException:
            journal.close()
            raise

    @classmethod
    def begin(cls, path: Path, meeting: Meeting, *, now: Callable[[], float], who: str) -> Live:
        """Take up the meeting in the journal at `path`, begun with `meeting` when it is new.

        Raises DamagedError when a row is not as it was written.
        """
        journal = Journal(path)
        try:
            course = None
            if journal.only_read is None:
                with journal.writing():
                    if not journal.begun:
                        at = now()
                        seq = journal.append(at, who, Act.BEGIN, meeting.as_json())
                        course = Course(meeting, seq, seq, at)
            return cls(journal, now=now, who=who, course=course)
        except BaseException:
            journal.close()
            raise

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self._course.meeting

    @property
    def journal(self) -> Journal:
        """The journal that the meeting stands in."""
        return self._journal

    @property
    def saved(self) -> bool:
        """Whether every change is on disk, synced."""
        return not self._waiting

    @property
    def untouched(self) -> bool:
        """Whether nothing has happened since the meeting was begun, or last taken from its document."""
        return self._course.seq == self._course.begun and not self._waiting

    @property
    def passed(self) -> int:
        """How many changes did not fit when the journal was read, and were passed over."""
        return self._course.passed

    @property
    def last_at(self) -> float:
        """The instant of the last change, by anybody."""
        return self._course.at

    def record(self, ask: Ask | Change, *, act: Act = Act.DO) -> Meeting:
        """Make a change, worked out on the newest meeting, durable before it is seen.

        Raises NotSavedError when the journal cannot be written: the change then stands in memory
        and goes to disk with the next one that can. Raises OnlyReadError, and nothing has happened, when
        the journal is only to be read. Raises as data.changes.apply does when the
        change does not fit, and ApprovedError when the text is approved; then nothing has happened.
        """
        self._make(lambda course: ask(course.meeting) if callable(ask) else ask, act)
        return self.meeting

    def undo(self, *, past: str = "") -> bool:
        """Take back the last change that is not undone; False when there is none.

        Who has gone back in a field as far as it goes, has had their typing there recorded, and their going
        back. These changes at the path `past`, which come to nothing together, are taken back as well.
        """
        for _deed in range(came_to_nothing(self._course, past, self.who) if past else 0):
            self._take_back()
        return self._take_back()

    def redo(self) -> bool:
        """Make the last undone change again; False when there is none."""
        return self._make(lambda course: course.undone[-1].change if course.undone else None, Act.REDO)

    def begin_again(self, meeting: Meeting) -> None:
        """Go on with the meeting as it stands in its document; nothing before this can be undone.

        Raises NotSavedError when the journal cannot be written; then nothing has changed.
        """
        with self._journal.writing():
            self._journal.append(self.clock(), self.who, Act.BEGIN, meeting.as_json())
        self._course = self._caught_up()

    def forget(self, meeting: Meeting) -> None:
        """Go on with `meeting`, and wipe out how it came to be: no change before this is kept anywhere.

        Raises NotSavedError when the journal cannot be written; then nothing has changed.
        """
        self._journal.start_over(self.clock(), self.who, meeting.as_json())
        self._waiting = ()
        self._course = self._read_whole()

    def catch_up(self) -> bool:
        """Take in what other terminals wrote; say whether there was anything."""
        if not self._journal.others_wrote():
            return False
        before = self._course.seq
        self._course = self._caught_up()
        return self._course.seq > before

    def write_what_waits(self) -> None:
        """Write what stands in memory alone, if anything does. Raises NotSavedError when it cannot be."""
        if self._waiting:
            self._make(lambda _course: None, Act.DO)

    def close(self) -> None:
        """Write what waits, if it can be, and close the journal. Raises NotSavedError when it cannot."""
        try:
            self.write_what_waits()
        finally:
            self._journal.close()

    def _take_back(self) -> bool:
        return self._make(lambda course: course.done[-1].inverse if course.done else None, Act.UNDO)

    def _make(self, work_out: Callable[[Course], Change | None], act: Act) -> bool:
        """Work out a change on the newest meeting, write it, and let it stand; False for none."""
        at = self.clock()
        try:
            with self._journal.writing():
                course = self._written_up()
                change = _fitting(course, work_out)
                if change is not None:
                    seq = self._journal.append(at, self.who, act, _body(change))
        except OnlyReadError:
            raise
        except NotSavedError:
            self._stand_in_memory(_fitting(self._course, work_out), at, act)
            raise
        self._waiting = ()
        self._course = course
        if change is not None:
            self._course = advance(course, Row(seq, at, self.who, act, ""), change)
        return change is not None

    def _written_up(self) -> Course:
        """Write what waited, while the journal is held, and give the meeting as it then stands.

        What others wrote meanwhile came first, so the whole journal is read again.
        """
        for _seq, at, who, act, body in self._waiting:
            self._journal.append(at, who, act, body)
        return self._read_whole() if self._waiting else self._caught_up()

    def _caught_up(self) -> Course:
        return fold(self._course, self._journal.after(self._course.seq)) or self._course

    def _read_whole(self) -> Course:
        """Give the meeting as its whole journal says."""
        try:
            course = fold(None, self._journal.after(0))
        except UnfitError as error:
            raise _not_our_meeting(self._journal.path) from error
        if course is None:
            raise _not_our_meeting(self._journal.path)
        return course

    def _stand_in_memory(self, change: Change | None, at: float, act: Act) -> None:
        """Let a change that could not be written stand until it can."""
        if change is not None:
            row = Row(self._course.seq, at, self.who, act, _body(change))
            self._course = advance(self._course, row, change)
            self._waiting = (*self._waiting, row)


def _fitting(course: Course, work_out: Callable[[Course], Change | None]) -> Change | None:
    """Give the change that is asked for, sure to fit the meeting as it stands.

    Raises ApprovedError for one that would alter an approved text.
    """
    change = work_out(course)
    if change is not None and not text_stays(course.meeting, apply(course.meeting, change)):
        raise ApprovedError
    return change


def _body(change: Change) -> str:
    return change.as_json()


def _not_our_meeting(path: Path) -> MalstyrtError:
    return MalstyrtError(
        _("Journalen har ikke noe møte"),
        _("{path} er tom eller fra en annen utgave av malstyrt. Den er ikke rørt.").format(path=path),
    )
