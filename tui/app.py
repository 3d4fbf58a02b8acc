"""The program on the screen: it answers what the screens ask for, and is the only one that does."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from data.archive import FINISHED, document_at
from data.errors import MalstyrtError
from data.language import _
from data.locations import GROUP_FILE, LEADERS_BOOK, Locations
from data.settings import Settings, mistake_title, read_settings
from screens.widgets import plain, settle
from tui.machine import ThisMachine
from tui.pages import PagesApp
from tui.theme import THEMES

if TYPE_CHECKING:
    from data.opening import Opened
    from data.overview import Known, Overview
    from screens.at_hand import Target
    from tui.holding import Holding

COLLECT_AFTER = 0.5
"""Seconds from the start until garbage is collected: the first screen is painted, and nobody types yet."""

LOOK_SECONDS = 0.5
"""How often it is asked whether anybody is there, and whether another terminal wrote in the same meeting."""

SETTLE_SECONDS = 2.0
"""How long what is typed may take to come to its field when the program is told to end, of three in all."""


class Malstyrt(PagesApp[None]):
    """Home, and the meeting that is being held."""

    TITLE = "malstyrt"
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 8
    CSS = """
    /* Above the last two lines: what is saved, and the keys, are never hidden. */
    ToastRack { margin-bottom: 2; }
    Toast { max-width: 70; }
    Input:ansi > .input--cursor { color: ansi_default; background: ansi_default; }
    Input:ansi > .input--placeholder { text-style: not dim; }
    """

    def __init__(  # noqa: PLR0913 - named, and each with a default
        self,
        locations: Locations,
        opened: Opened | None = None,
        *,
        led: bool = True,
        document: Path | None = None,
        who: str = "",
        now: Callable[[], float] | None = None,
        settings: Settings | None = None,
    ) -> None:
        self._settings = settings or Settings()
        # Asked of the theme, before there is an app to have one: are the terminal's own colours left alone?
        ansi = THEMES[self._settings.look].ansi or None
        super().__init__(locations, now or ThisMachine(), self._settings.hide_after, ansi_color=ansi)
        self._who = who
        self._first = opened
        self._led = led
        self._document = document
        self._holding: Holding | None = None
        self._known: Known | None = None
        self._told_unsaved: set[str] = set()
        """What was told while the meeting's changes stood in memory alone."""
        self.animation_level = "none"

    def get_css_variables(self) -> dict[str, str]:
        """Give the theme's variables, the theme taken up before they are first asked for."""
        chosen = THEMES[self._settings.look]
        if chosen.name not in self.available_themes:
            self.register_theme(chosen)
            self.set_reactive(Malstyrt.theme, chosen.name)
        return super().get_css_variables()

    def get_default_screen(self) -> Screen[None]:
        """Give home, or the meeting or the document that the program was started with.

        The screens have their styles as DEFAULT_CSS: a style sheet of a screen's own has Textual
        parse all styles three times before the first of them is painted.
        """
        if self._first is not None:
            return self._meeting_screen(self._first, led=self._led)
        if self._document is not None:
            return self._document_screen(self._document)
        from screens.home import Home  # noqa: PLC0415 - a meeting opened from the shell needs no home

        return Home(self)

    def on_mount(self) -> None:
        """See to the notices of the meeting opened, and let the collector work once all is painted."""
        self.set_timer(COLLECT_AFTER, _collect_from_now_on)
        self.set_interval(LOOK_SECONDS, self._look_around)
        if self._first is not None:
            self._tell_of(self._first)
        if self._settings.mistake:
            self.notify(self._settings.mistake, title=mistake_title(), severity="warning", markup=False)

    async def end_now(self, status: int) -> None:
        """Record what is being typed before the terminal is lost, and what is on its way to its field."""
        self._record_what_is_typed()
        with suppress(TimeoutError), self.batch_update():  # nobody will see what would be painted
            async with asyncio.timeout(SETTLE_SECONDS):
                for _ in range(3):  # a busy machine is not waited for long enough in one
                    await settle(self.screen)
        self._record_what_is_typed()
        await super().end_now(status)

    def _record_what_is_typed(self) -> None:
        if self._holding is not None:
            self._holding.record_what_is_typed()

    def on_unmount(self) -> None:
        """Close the journal."""
        if self._holding is not None:
            self._holding.close()

    # What home asks for

    def overview(self, go_on: Callable[[int, int], bool]) -> Overview:
        """Give what there is to go on with; for a thread of its own."""
        from data.index import Index  # noqa: PLC0415 - home is painted before the database loads
        from data.overview import Known, overview  # noqa: PLC0415 - home is painted before the models load

        self._known = self._known or Known()
        with Index(self._locations) as index:
            index.look(go_on)
            self.look_for_names()
            return overview(self._locations, index, self.today(), self._known)

    def today(self) -> dt.date:
        """Give the day."""
        from data.instants import today  # noqa: PLC0415 - home is painted before time zones load

        return today(self._now())

    def open_target(self, target: Target) -> None:
        """Open what a line of home is about, where something in it is to be looked at."""
        if target.path.name == LEADERS_BOOK:
            self.show_parked(at=target.place)
        elif target.path.name == GROUP_FILE:
            self.open_group(str(target.path), target.place)
        else:
            self.open_meeting(str(target.path))

    def open_meeting(self, target: str) -> None:
        """Open a meeting by its id or its document's path; a finished referat to read."""
        path = Path(target)
        if document_at(self._locations, path).status in FINISHED:
            self.open_document(path)
            return
        from data.opening import open_to_change  # noqa: PLC0415 - home is painted before the models load

        self._enter(lambda: open_to_change(self._locations, target, now=self._now, who=self._who))

    def open_document(self, path: Path) -> None:
        """Open a saved referat to read, and for what becomes of it."""
        try:
            screen = self._document_screen(path)
        except MalstyrtError as error:
            self.tell(error)
            return
        self.push_screen(screen)

    def _document_screen(self, path: Path) -> Screen[None]:
        from screens.document import DocumentScreen  # noqa: PLC0415 - home is painted before it loads
        from tui.papers import Papers  # noqa: PLC0415 - the same

        return DocumentScreen(Papers(self, self._locations, path, self._now, self._who))

    def open_demo(self) -> None:
        """Open the made-up meeting."""
        from data.demo import open_demo  # noqa: PLC0415 - home is painted before the models load

        self._enter(lambda: open_demo(self._locations, now=self._now, who=self._who))

    def new_meeting(  # noqa: PLR0913 - what is typed of a meeting, and chosen
        self,
        group: str,
        date: str,
        start: str,
        place: str,
        *,
        invited: Sequence[str] = (),
        structure: str = "",
    ) -> None:
        """Make a new meeting ready, from texts as they were typed, and open it."""
        from data.beginning import open_new  # noqa: PLC0415 - home is painted before the models load

        def begun() -> Opened:
            facts, now, who = (group, date, start, place), self._now, self._who
            return open_new(self._locations, *facts, invited=invited, structure=structure, now=now, who=who)

        self._enter(begun, self.switch_screen)  # what asked stays until there is a meeting to show

    def leave_program(self) -> None:
        """Leave."""
        self.exit(return_code=0)

    # Meetings come and go

    def _enter(
        self,
        opening: Callable[[], Opened],
        show: Callable[[Screen[None]], object] | None = None,
        *,
        led: bool = True,
    ) -> None:
        """Go into a meeting, or tell why it cannot be opened. `show` puts its screen up."""
        try:
            opened = opening()
            screen = self._meeting_screen(opened, led=led)
        except MalstyrtError as error:
            self.tell(error)
            return
        (show or self.push_screen)(screen)
        self._tell_of(opened)

    def _meeting_screen(self, opened: Opened, *, led: bool = True) -> Screen[None]:
        """Give the screen of a meeting, to lead it step by step or to write it up on one page."""
        holding = self._hold(opened, led=led)
        if led:
            from screens.meeting import MeetingScreen  # noqa: PLC0415 - only one of them is needed

            return MeetingScreen(holding)
        from screens.capture import CaptureScreen  # noqa: PLC0415 - the same

        return CaptureScreen(holding)

    def _hold(self, opened: Opened, *, led: bool) -> Holding:
        """Take a meeting in hand."""
        from tui.holding import Holding  # noqa: PLC0415 - home is painted before it loads

        self._holding = Holding(self, opened, self._locations, led=led)
        return self._holding

    def leave_meeting(self) -> None:
        """Go back to where the meeting was opened from, the shell perhaps."""
        self._let_go()
        self.put_away()

    def put_away(self) -> None:
        """Go back to the screen beneath, or out of the program where there is none."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(return_code=0)

    def _let_go(self, _result: None = None) -> None:
        """Close the meeting that is held."""
        if self._holding is not None:
            self._holding.close()
            self._holding = None

    # What a saved referat asks for

    def write_in(self, opening: Callable[[], Opened]) -> None:
        """Show a meeting to write in, on one page."""
        self._enter(opening, led=False)

    def read_aloud(self, opening: Callable[[], Opened]) -> None:
        """Show a meeting to read aloud."""
        from screens.reading_aloud import ReadingAloud  # noqa: PLC0415 - loaded when it is first opened

        try:
            holding = self._hold(opening(), led=False)
        except MalstyrtError as error:
            self.tell(error)
            return
        self.push_screen(ReadingAloud(holding), self._let_go)

    async def _look_around(self) -> None:
        """Look whether anybody is there, and then for what others wrote in the same meeting."""
        await self.hide_when_left_alone()
        self._catch_up()

    def _catch_up(self) -> None:
        """Show what another terminal wrote in the same meeting, and that all is saved again once it is."""
        if self._holding is not None:
            self._holding.catch_up()
        if self._told_unsaved and (self._holding is None or self._holding.saved):
            for message in self._told_unsaved:
                self._take_back(message)
            self._told_unsaved.clear()

    # Telling the user

    def tell(self, error: MalstyrtError) -> None:
        """Show an error with what to do."""
        message = plain(error.message).plain
        if self._holding is not None and not self._holding.saved:
            self._told_unsaved.add(message)
        self.notify(
            message,
            title=plain(error.title).plain,
            severity="error",
            timeout=20,
            markup=False,
        )

    def say(self, words: str, title: str = "") -> None:
        """Show a line of news, until one goes on to something else."""
        self.notify(plain(words).plain, title=plain(title).plain, markup=False)

    def warn(self, words: str, title: str) -> None:
        """Show what there is to do something about, also while one goes on."""
        self.notify(plain(words).plain, title=plain(title).plain, severity="warning", markup=False)

    def _tell_of(self, opened: Opened) -> None:
        """Show what the user should know of a meeting just opened."""
        if self._holding is not None:
            self.call_after_refresh(self._holding.write_down)
        for notice in opened.notices:
            self.say(notice)
        if self._holding is not None and self._holding.mistake is not None:
            self.tell(self._holding.mistake)
        self.tell_of_problems([(problem.line, problem.message) for problem in opened.problems])

    def tell_of_problems(self, problems: Sequence[tuple[int, str]]) -> None:
        """Show the first thing that could not be read in a file, and how many more there are."""
        if problems:
            line, message = problems[0]
            words = _("Linje {line}: {message}").format(line=line, message=message)
            if len(problems) > 1:
                words += " " + _("(og {n} til; «malstyrt sjekk» viser alle)").format(n=len(problems) - 1)
            self.warn(words, _("Ikke alt i filen kunne leses"))


def _collect_from_now_on() -> None:
    """Clear away what the start has left, and let the collector see only what is made from now on."""
    gc.collect()
    gc.freeze()
    gc.enable()


def run_app(
    locations: Locations, opened: Opened | None = None, *, led: bool = True, document: Path | None = None
) -> int:
    """Show home, a meeting that is `led` or written up, or a document, until the user leaves.

    Gives the exit status.
    """
    who = os.environ.get("LOGNAME") or os.environ.get("USER") or "ukjent"
    settings = read_settings(locations.settings)
    app = Malstyrt(
        locations, opened, led=led, document=document, who=f"{who}:{os.getpid()}", settings=settings
    )
    app.run()
    return app.return_code or 0
