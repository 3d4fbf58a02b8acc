"""The meeting being held, as the screens ask for it: they ask here, and it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from data import acts
from data.acts import stands
from data.archive import FINISHED
from data.changes import NoSuchPlaceError, TakenError
from data.clock_changes import is_settled, note_the_wall
from data.errors import MalstyrtError, NotSavedError
from data.journal import Act
from data.journal_errors import DamagedError
from data.language import _
from data.live import Ask
from data.locations import Locations
from data.meeting import Meeting, Remark, Status
from data.merging import Writing
from data.opening import Opened
from data.saving import document_of, move_to_its_group, save_document
from data.structure import REFERAT, load_or_default
from data.timekeeping import LONG_BREAK, Slept, in_words
from screens.widgets.recording import Recording
from tui.window import Window, follow, make_again, saved_as, take_back

if TYPE_CHECKING:
    from data.profile import Profile
    from data.role_cards import RoleCard

AGAIN = 5.0
"""Seconds between two tries to write what could not be written."""


class MeetingWindow(Window, Protocol):
    """What the meeting is shown in."""

    def leave_meeting(self) -> None:
        """Go out of the meeting."""
        ...

    def turn_page(self) -> None:
        """Be told that the meeting goes on to another step."""
        ...


class Holding:
    """Answers what the screens of a meeting ask for; see `screens.desk.Desk`."""

    def __init__(
        self,
        window: MeetingWindow,
        opened: Opened,
        locations: Locations,
        *,
        led: bool = True,
    ) -> None:
        """Take up a meeting, to be `led` or only written up.

        One whose structure cannot be used goes by the built-in one.
        """
        self._window = window
        self._live = opened.live
        self._locations = locations
        self._clock = opened.live.clock
        self._led = led
        self._slept: Slept | None = None
        self._closed = False
        self._unwritten = not opened.written
        self._warned = False
        self._told_of_damage = False
        self._met_in = ""
        """The field that two people write in now, as far as is known."""
        self._again_at = 0.0
        self.structure, self.mistake = load_or_default(self.meeting.structure, (locations.structures,))
        """The steps of the meeting, and what is wrong with those that it asks for, if anything is."""
        self._profile: Profile | None = None
        if led:
            self._take_up()
        else:
            self.ask(acts.write_up(self.now()))

    def _take_up(self) -> None:
        """Let the meeting be taken up, when it is opened for the first time or after a long break."""
        now = self.now()
        if not self.meeting.visits:
            first = self.structure.steps[0].id
            self.ask(
                acts.together(acts.take_up(first, now), acts.walk_to(first, self.structure, now)), Act.WALK
            )
        elif now - self._live.last_at > LONG_BREAK:
            self.ask(acts.take_up(self.meeting.step, now), Act.WALK)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self._live.meeting

    @property
    def whole(self) -> Meeting:
        """The meeting, as a form over it has it."""
        return self.meeting

    @property
    def profile(self) -> Profile:
        """The rules of the meeting's municipality; where they cannot be used, that is told once."""
        if self._profile is None:
            from data.governing import Profiles  # noqa: PLC0415 - asked for when the referat is looked at

            profiles = Profiles(self._locations)
            self._profile = profiles.beside(self.document)
            for mistake in profiles.mistakes:
                self._window.tell(mistake)
        return self._profile

    @property
    def saved(self) -> bool:
        """Whether every change is on disk."""
        return self._live.saved

    @property
    def document(self) -> Path:
        """The file the referat is saved in."""
        return document_of(self._live)

    def now(self) -> float:
        """Give the instant, in seconds since 1970, UTC, by the meeting's own clock."""
        return self._clock()

    def wall(self) -> float:
        """Give the instant by the clock on the wall, for the day and for times of day."""
        return self._clock.wall()

    @property
    def slept(self) -> Slept | None:
        """The machine's sleep of which nobody has said whether it counts."""
        if self._slept is not None and is_settled(self._slept, self.meeting):
            self._slept = None
        return self._slept

    def ask(self, ask: Ask, act: Act = Act.DO) -> None:
        """Make a change; one that cannot be made is told, one that cannot be saved stands in memory too."""
        place = self.meeting.step
        with self._book_kept():
            try:
                self._live.record(ask, act=act)
            except MalstyrtError as error:
                self._window.tell(error)
            except (NoSuchPlaceError, TakenError):  # another terminal was there first
                self._window.say(*_taken_away())
        if isinstance(ask, Writing):
            self._tell_of_another(ask)
        if self.meeting.step != place:
            self._window.turn_page()
        follow(self._window)

    def _tell_of_another(self, wish: Writing) -> None:
        """Say so when somebody else wrote in the same field or took it away, once for each time."""
        gone = not stands(self.meeting, wish.path)
        met = wish.path if gone or wish.met(self.meeting) else ""
        if met and met != self._met_in:
            self._window.say(*(_taken_away() if gone else _two_wrote()))
        self._met_in = met

    @contextmanager
    def _book_kept(self) -> Iterator[None]:
        """Let the leader's book follow what is parked meanwhile."""
        before = self.meeting
        yield
        if before.parked or self.meeting.parked:
            self._keep_book(before)

    def _keep_book(self, before: Meeting, *, moved: bool = False) -> None:
        """Let the leader's book have what changed since `before`; a fault is told, and the journal has it."""
        from data.leaders_book import change_book, concerns_book, with_change  # noqa: PLC0415 - few meetings

        after = self.meeting
        if moved or concerns_book(before, after):
            try:
                change_book(self._locations, lambda book: with_change(book, self.document, before, after))
            except MalstyrtError as error:
                self._window.tell(error)

    def undo(self, *, past: str = "") -> None:
        """Take back the last change."""
        with self._book_kept():
            take_back(self._window, lambda: self._live.undo(past=past))
        follow(self._window)

    def redo(self) -> None:
        """Make the last undone change again."""
        with self._book_kept():
            make_again(self._window, self._live.redo)
        follow(self._window)

    def remarks_on_last(self) -> Sequence[Remark]:
        """Give what has been remarked on the last referat, which this meeting approves."""
        from data.last_referat import remarks_on_last  # noqa: PLC0415 - asked for behind the first look

        return remarks_on_last(self._locations, self.document, self.meeting)

    def role_cards(self) -> Sequence[RoleCard]:
        """Give what is asked of each role."""
        from data.role_cards import role_cards  # noqa: PLC0415 - few look at them

        return role_cards((self._locations.role_cards,), self._window.tell)

    def save(self) -> bool:
        """Write the document as the meeting stands."""
        before = self.document
        move_to_its_group(self._locations, self._live)
        if self.meeting.parked and self.document != before:
            self._keep_book(self.meeting, moved=True)
        try:
            path = save_document(self._live)
        except MalstyrtError as error:
            self._window.tell(error)
            follow(self._window)
            return False
        self._window.say(str(path), saved_as(self.meeting.status))
        self._tell_that_no_group_knows()
        self._save_for_calendar()
        self._settle_last()
        follow(self._window)
        return True

    def _tell_that_no_group_knows(self) -> None:
        """Say that what a finished meeting without a group decided goes on to no other meeting."""
        if not self.meeting.group and self.meeting.status in FINISHED:
            self._window.warn(
                _("Tiltakene blir ikke med til neste møte. Skriv gruppen og lagre på nytt."),
                _("Møtet har ingen gruppe"),
            )

    def write_down(self) -> None:
        """Write the document of a meeting just begun, without a word unless it cannot be written."""
        if self._closed or not self._unwritten:
            return
        self._unwritten = False
        try:
            save_document(self._live)
        except MalstyrtError as error:
            self._window.tell(error)
        else:
            self._save_for_calendar()

    def _save_for_calendar(self) -> None:
        """Let the calendar file of an innkalling say what the innkalling says now."""
        meeting = self.meeting
        if meeting.status is not Status.INNKALLING or meeting.date is None or meeting.start is None:
            return
        from data.calendar import save_for_calendar  # noqa: PLC0415 - once, before the meeting

        try:
            save_for_calendar(meeting, self.document, now=self.wall())
        except MalstyrtError as error:
            self._window.tell(error)

    def _settle_last(self) -> None:
        """Let the last referat be approved, where the meeting has said so and its own referat is finished."""
        if self.meeting.status in {Status.INNKALLING, Status.UTKAST}:
            return
        from data.approving import settle_last  # noqa: PLC0415 - once a meeting, when it is over

        try:
            words = settle_last(
                self._locations, self.document, self.meeting, now=self.wall, who=self._live.who
            )
        except MalstyrtError as error:
            self._window.tell(error)
        else:
            if words:
                self._window.say(words)

    def leave(self) -> None:
        """Leave the meeting; with changes that cannot be written, only when asked a second time."""
        if not self.saved:
            self.ask(lambda _meeting: None)  # writes what waits, if it can be now
        if self.saved or self._warned:
            self._window.leave_meeting()
        else:
            self._warned = True
            self._window.say(
                _("Det siste er ikke lagret, og går tapt om du går nå. Ctrl+Q igjen går likevel.")
            )

    def catch_up(self) -> None:
        """Take in what other terminals wrote, and write what could not be written when it was made."""
        if self._closed:
            return
        self._look_at_the_clocks()
        try:
            if not self.saved:
                self._try_again()
            elif self._live.catch_up():
                follow(self._window)
        except DamagedError as error:
            if not self._told_of_damage:
                self._told_of_damage = True
                self._window.tell(error)

    def _look_at_the_clocks(self) -> None:
        """Note that the clock on the wall was set, and have it asked whether the machine's sleep counts."""
        slept = self._clock.look()
        if slept is not None and self._led and self.meeting.step != REFERAT:
            self._slept = slept
            follow(self._window)
        now, wall = self.now(), self.wall()
        if note_the_wall(wall, now)(self.meeting) is not None and not self._live.journal.only_read:
            self._note_the_wall(wall, now)

    def _note_the_wall(self, wall: float, now: float) -> None:
        """Let the journal have that the clock on the wall was set, and say that the meeting's was not."""
        before = self.meeting.wall_ahead
        with suppress(NotSavedError):  # it stands in memory, and the screen says that it is not saved
            self._live.record(note_the_wall(wall, now), act=Act.WALK)
        by = self.meeting.wall_ahead - before
        words = (
            _("Klokken på maskinen er stilt {time} fram. Møtets egne klokker går som før.")
            if by > 0
            else _("Klokken på maskinen er stilt {time} tilbake. Møtets egne klokker går som før.")
        )
        self._window.say(words.format(time=in_words(abs(by))))

    def _try_again(self) -> None:
        """Write what waits, once in a while; that it cannot be is told already."""
        if self.now() >= self._again_at:
            self._again_at = self.now() + AGAIN
            with suppress(NotSavedError):
                self._live.write_what_waits()
                follow(self._window)

    def record_what_is_typed(self) -> None:
        """Record every field being typed in, now: the program is about to end."""
        for screen in self._window.screen_stack:
            for field in screen.walk_children(Recording):
                if field.pending and field.path:
                    self._record_field(field)
                    field.forget()  # what comes after this is typed on top of it

    def _record_field(self, field: Recording) -> None:
        from data.entering import understand  # noqa: PLC0415 - only when the program ends
        from data.instants import today  # noqa: PLC0415 - the same

        read = understand(field.path, field.words, today(self.wall()), before=field.before)
        if read.ask is not None:
            with suppress(NotSavedError):  # there is nobody left to tell, and the rest must be tried
                self._live.record(read.ask)

    def close(self) -> None:
        """Close the journal; a meeting left before its document came to be written has one."""
        self.write_down()
        if not self._closed:
            self._closed = True
            with suppress(NotSavedError):  # told when it happened, and again on leaving
                self._live.close()


def _two_wrote() -> tuple[str, str]:
    words = _("Noen andre skrev her samtidig. Det dere skrev begge to, står i feltet.")
    return words, _("To skriver i samme felt")


def _taken_away() -> tuple[str, str]:
    words = _("Noen andre har tatt bort det du skrev i. Ctrl+Z henter det tilbake; så kan du skrive igjen.")
    return words, _("Tatt bort imens")
