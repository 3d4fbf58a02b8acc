"""A leader at the keys: the made-up meeting in the program itself, on a clock that a test moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.notifications import Notification
from textual.pilot import Pilot
from textual.widget import Widget

from data import acts, rounds
from data.demo import open_demo
from data.instants import instant_of
from data.journal import Act
from data.live import Ask
from data.locations import Locations, locate
from data.meeting import Meeting
from data.opening import Opened
from data.structure import load
from data.timekeeping import Machine, Reading
from screens.meeting import MeetingScreen
from screens.widgets import Clock, Field, NoteField, Recording, Rows, settle
from tui.app import Malstyrt
from tui.holding import Holding

WIDE = (120, 36)
NARROW = (80, 24)

DAY = dt.date(2026, 11, 24)
"""A Tuesday."""
NINE = instant_of(DAY, dt.time(9))


class Time(Machine):
    """A machine's clocks: they stand until they are moved, together or by themselves."""

    def __init__(self, now: float = NINE) -> None:
        self.now = now
        """The instant, whatever the wall's clock says."""
        self.set_by = 0.0
        """Seconds by which somebody has set the wall's clock."""
        self.asleep = 0.0
        """Seconds that the machine has slept."""

    def reading(self) -> Reading:
        """Give what the clocks say."""
        return Reading(self.now + self.set_by, self.now - self.asleep, self.now, "start-1")

    def sleep(self, seconds: float) -> None:
        """Let the machine sleep."""
        self.now += seconds
        self.asleep += seconds


class Leader:
    """Who sits at the keys, sees the screen and knows the meeting."""

    def __init__(self, app: Malstyrt, pilot: Pilot[None], time: Time) -> None:
        self.app = app
        self.pilot = pilot
        self.time = time

    # The meeting

    @property
    def holding(self) -> Holding:
        """The meeting as the screens ask for it."""
        holding = self.app._holding  # noqa: SLF001 - the app tells nobody, for no screen may ask it
        assert holding is not None
        return holding

    @property
    def meeting(self) -> Meeting:
        """The meeting as its journal has it."""
        return self.holding.meeting

    async def ask(self, ask: Ask) -> None:
        """Let something happen, as from the screen."""
        self.holding.ask(ask)
        await self.rest()

    # The keys

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all they lead to is done."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def rest(self) -> None:
        """Let what is typed be recorded, and wait until nothing more happens."""
        await settle(self.app.screen)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text where the cursor is, all at once, and let it be recorded."""
        field = self.app.focused
        assert isinstance(field, Field | NoteField), field
        if isinstance(field, Field):
            field.write(text)
        else:
            field.insert(text)
        await self.rest()

    async def fill(self, path: str, text: str) -> None:
        """Go to the field of a path, and let it say `text` instead of what it says."""
        field = self.field(path)
        self.app.screen.set_focus(field)
        if isinstance(field, Field):
            field.write_over(text)
        elif isinstance(field, NoteField):
            field.replace(text, (0, 0), field.document.end)
        await self.rest()

    async def go_to(self, selector: str, key: str = "", column: str = "") -> Rows:
        """Put the cursor in a table, on a row."""
        rows = self.app.screen.query_one(selector, Rows)
        self.app.screen.set_focus(rows)
        rows.go_to(key, column)
        await self.rest()
        return rows

    async def let_pass(self, seconds: float) -> None:
        """Let time pass, and the screen see it."""
        self.time.now += seconds
        for screen in self.app.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen._tick()  # noqa: SLF001 - what the screen's timer calls, without waiting for it
        await self.rest()

    async def catch_up(self) -> None:
        """Let the program look at its clocks, and for what others wrote, as it does twice a second."""
        self.holding.catch_up()
        await self.rest()

    # What is seen

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, as it is painted."""
        strips = self.app.screen._compositor.render_strips()  # noqa: SLF001 - Textual shows its lines nowhere else
        return [strip.text.rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    def line(self, words: str) -> str:
        """Give the first line of the screen with some words in it, "" when there is none."""
        return next((line for line in self.lines if words in line), "")

    def said(self, selector: str) -> str:
        """Give what a widget's place on the screen says."""
        widget = self.app.screen.query_one(selector)
        return "\n".join(line.text.rstrip() for line in widget.render_lines(widget.size.region)).strip()

    @property
    def clock(self) -> str:
        """What the round's clock shows."""
        return self.app.screen_stack[-1].query_one(Clock).text if self.app.screen.query(Clock) else ""

    @property
    def at(self) -> str:
        """What the cursor is on: the path of a field or choice, or the table's name and the row."""
        focused = self.app.focused
        if isinstance(focused, Rows):
            return f"#{focused.id or (focused.parent.id if focused.parent else '')} {focused.cursor}"
        return str(getattr(focused, "path", "")) if isinstance(focused, Widget) else ""

    def field(self, path: str) -> Recording:
        """Give the field that edits a path."""
        return next(field for field in self.app.screen.query(Recording) if field.path == path)

    @property
    def shown(self) -> str:
        """The kind of screen that is on top."""
        return type(self.app.screen).__name__

    @property
    def told(self) -> list[Notification]:
        """The notices on the screen."""
        return list(self.app._notifications)  # noqa: SLF001 - Textual keeps them to itself


@asynccontextmanager
async def leading(
    home: Path,
    at: str = "",
    *,
    size: tuple[int, int] = WIDE,
    before: Iterable[Ask] = (),
    time: Time | None = None,
) -> AsyncIterator[Leader]:
    """Lead the demo meeting, from the step `at` on, after what happened `before` at nine o'clock."""
    time = time or Time()
    locations = locations_in(home)
    opened = open_demo(locations, now=time, who="test")
    structure = load("malstyrt")
    if at or before:
        opened.live.record(acts.take_up(structure.steps[0].id, time()), act=Act.WALK)
    for ask in before:
        opened.live.record(ask, act=Act.WALK)
    if at:
        opened.live.record(acts.walk_to(at, structure, time()), act=Act.WALK)
    app = Malstyrt(locations, opened, who="test", now=time)
    async with app.run_test(size=size, notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        yield leader


@asynccontextmanager
async def at_home(
    home: Path, *, size: tuple[int, int] = NARROW, time: Time | None = None
) -> AsyncIterator[Leader]:
    """Start the program on its first page."""
    time = time or Time()
    app = Malstyrt(locations_in(home), who="test", now=time)
    async with app.run_test(size=size, notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        yield leader


@asynccontextmanager
async def going_on(
    home: Path, *, size: tuple[int, int] = WIDE, time: Time | None = None, who: str = "another"
) -> AsyncIterator[Leader]:
    """Take up the one meeting there is, in a terminal of its own."""
    from data.opening import open_meeting  # noqa: PLC0415 - few tests open a meeting twice

    time = time or Time()
    locations = locations_in(home)
    app = Malstyrt(locations, open_meeting(locations, "", now=time, who=who), who=who, now=time)
    async with app.run_test(size=size, notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        yield leader


def locations_in(home: Path) -> Locations:
    """Give every path, under one folder."""
    return locate({"MALSTYRT_HOME": str(home)})


def choose_profile(home: Path, name: str) -> None:
    """Choose a municipality's rules in the settings."""
    settings = locations_in(home).settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'profil = "{name}"\n', "utf-8")


def everyone_came() -> Ask:
    """Mark all as met, as the roll call does."""
    return acts.all_met(NINE)


def the_floor_to_next(step: str, now: float = NINE) -> Ask:
    """Give the floor to the next speaker of a step."""
    return acts.turn(step, rounds.next_speaker, now)


@asynccontextmanager
async def writing_up(
    home: Path, opened: Opened, *, size: tuple[int, int] = WIDE, time: Time | None = None
) -> AsyncIterator[Leader]:
    """Write a meeting up on one page."""
    time = time or Time()
    app = Malstyrt(locations_in(home), opened, led=False, who="test", now=time)
    async with app.run_test(size=size, notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        yield leader
