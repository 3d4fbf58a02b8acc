"""A saved referat on the screen: it answers what the document's page asks for, one act at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from data import afterlife, dates
from data.approving import approve
from data.entering import day_that_was
from data.errors import MalstyrtError
from data.instants import today
from data.language import _
from data.live import Ask, Live
from data.locations import Locations
from data.meeting import Meeting
from data.opening import Opened, last_saved, open_document, open_meeting
from data.saving import save_document
from tui.window import saved_as

if TYPE_CHECKING:
    from data.profile import Profile


ReadDay = Callable[[str, dt.date], dates.Understood | None]
"""What reads a day as it was typed, seen from today."""


class Window(Protocol):
    """What the referat is shown in."""

    def tell(self, error: MalstyrtError) -> None:
        """Show an error with what to do."""
        ...

    def say(self, words: str, title: str = "") -> None:
        """Show a line of news."""
        ...

    def write_in(self, opening: Callable[[], Opened]) -> None:
        """Show a meeting to write in, on one page."""
        ...

    def read_aloud(self, opening: Callable[[], Opened]) -> None:
        """Show a meeting to read aloud."""
        ...

    def show_board(self, group: str = "") -> None:
        """Show the tiltak of a group, by its alias."""
        ...

    def open_group_of(self, alias: str) -> None:
        """Open the group with an alias."""
        ...

    def put_away(self) -> None:
        """Go back from the document."""
        ...


class Papers:
    """Answers what the page of a saved referat asks for; see `screens.document.Paper`.

    The meeting is taken up for an act alone, and let go of with its document saved.
    """

    def __init__(
        self, window: Window, locations: Locations, path: Path, now: Callable[[], float], who: str
    ) -> None:
        """Read the document. Raises UnreadableError."""
        self._window = window
        self._locations = locations
        self._now = now
        self._who = who
        self._taken_up = ""
        """The id of the meeting, once it was taken up from here: its document is where it was last saved."""
        self.path = path
        self._read = open_document(path).meeting

    @property
    def profile(self) -> Profile:
        """The rules of the municipality that the referat is for."""
        from data.governing import Profiles  # noqa: PLC0415 - loaded when the referat is shown

        return Profiles(self._locations).beside(self.path)

    @property
    def meeting(self) -> Meeting:
        """The meeting as its document said when it was last looked at."""
        return self._read

    def look(self) -> None:
        """Read the document anew, where it lies now; where it cannot be read any more, that is told."""
        try:
            if self._taken_up:
                self.path = last_saved(self._locations, self._taken_up) or self.path
            self._read = open_document(self.path).meeting
        except MalstyrtError as error:
            self._window.tell(error)

    def now(self) -> float:
        """Give the instant, in seconds since 1970, UTC."""
        return self._now()

    def send_out(self, until: str) -> bool:
        """Send it out, to be remarked on until a day."""
        return self._on_day(until, lambda day: self._do(afterlife.send_out(day, self._now())))

    def remark(self, who: str, text: str) -> bool:
        """Add a remark."""
        return bool(text.strip()) and self._do(afterlife.remark(who, text, today(self._now())))

    def approve(self, day: str) -> bool:
        """Approve it, on a day that has been."""
        the_day = today(self._now())

        def on(read: dt.date | None) -> bool:
            if read and read > the_day:
                self._window.say(_("Skriv dagen det ble godkjent. Den kan ikke komme etter i dag."))
                return False
            return self._act(lambda live: approve(self._locations, live, read or the_day))

        return self._on_day(day, on, day_that_was)

    def correct(self, who: str, text: str) -> bool:
        """Add a correction to what is approved."""
        return self._do(afterlife.correct(who, text, self._now()))

    def edit(self) -> None:
        """Write in it, on one page."""
        self._window.write_in(self._open)

    def read_aloud(self) -> None:
        """Read it aloud."""
        self._window.read_aloud(self._open)

    def show_board(self) -> None:
        """Show the tiltak of its group."""
        self._window.show_board(self.meeting.group)

    def open_group(self) -> None:
        """Open its group."""
        self._window.open_group_of(self.meeting.group)

    def put_away(self) -> None:
        """Go back to where one came from."""
        self._window.put_away()

    def _open(self) -> Opened:
        opened = open_meeting(self._locations, str(self.path), now=self._now, who=self._who)
        self._taken_up = opened.live.meeting.id
        return opened

    def _on_day(
        self, words: str, act: Callable[[dt.date | None], bool], read_day: ReadDay = dates.understand
    ) -> bool:
        """Do something on the day that was typed; no words are no day. Tell of what is none."""
        read = read_day(words, today(self._now())) if words.strip() else None
        if words.strip() and read is None:
            self._window.say(_("Skriv en dato: fre, 1.12, om 2 uker, uke 50"))
            return False
        return act(read.date if read else None)

    def _do(self, ask: Ask) -> bool:
        def record(live: Live) -> Path:
            live.record(ask)
            return save_document(live)

        return self._act(record)

    def _act(self, act: Callable[[Live], Path]) -> bool:
        """Take the meeting up, do something that saves it, and let it go; False, and told, when it failed."""
        try:
            live = self._open().live
            try:
                self.path = act(live)
                words = saved_as(live.meeting.status)
            finally:
                live.close()
        except MalstyrtError as error:
            self._window.tell(error)
            return False
        self._window.say(str(self.path), words)
        return True
