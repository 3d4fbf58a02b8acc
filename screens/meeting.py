"""The meeting: the frame that stays, and the body of the step at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Static

from data import acts, rounds
from data.bounds import too_long_in_short
from data.journal import Act
from data.language import _
from data.plan import standing
from data.structure import REFERAT
from screens.commands import bindings
from screens.desk import Desk
from screens.desk_screen import DeskScreen, same_but_for_notes
from screens.frame import LastTiltak, Masthead, SpeakerLine, StepList, reminder_lines, step_marks
from screens.lines import KeyLine
from screens.meeting_keys import COMMANDS, means_something, on_line
from screens.steps import body_for
from screens.steps.body import StepBody
from screens.ticker import Ticker
from screens.widgets import Rows, Text, settle
from screens.widgets.gone import let_go_of_what_is_gone
from screens.widgets.holder import Holder

WIDE = 100
"""Columns from which the steps stand beside what is shown, not above it."""

GRANT_SECONDS = 30
"""What F5 adds to a speaker's time."""

MINUTES_MAY_WAIT = 10
"""Seconds that the minutes in the frame may be behind, while a clock beside them shows the seconds."""


class MeetingScreen(DeskScreen):
    """One meeting, step by step."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012 - Textual's own form
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own form
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    MeetingScreen {
        layout: vertical;
        background: $background;

        #middle { layout: horizontal; height: 1fr; }
        #side { width: 24; height: 100%; background: $surface; padding: 1 1 0 1; }
        #steps { height: auto; width: 100%; }
        #speaker { margin-top: 1; }
        #reminders { margin-top: 1; height: auto; color: $text-muted; }
        #body { width: 1fr; height: 100%; padding: 0 1; }

        &.-narrow {
            #middle { layout: vertical; }
            #side { width: 100%; height: auto; max-height: 50%; padding: 0 1; }
            #steps { height: 1; }
            #speaker, #reminders { margin: 0; }
            #body { height: 1fr; }
        }

        /* Over the rest, which stays as it is: a field that is hidden would lose the cursor. */
        layers: default notice;
        #too-small {
            display: none;
            layer: notice;
            width: 100%;
            height: 100%;
            content-align: center middle;
            text-align: center;
            background: $background;
            color: $text-warning;
        }
        &.-tiny, &.-low { #too-small { display: block; } }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._ticker = Ticker(self, self._tick)
        self._timed = 0.0
        self._reminders: bool | None = None
        self._signal = rounds.Signal.NONE
        self._following = asyncio.Lock()
        self._shown = desk.meeting

    def compose(self) -> ComposeResult:
        # From the start as it will be: a class more would have every widget styled again. The screen's
        # own look is the same at all sizes, and what stands on it is styled after this.
        width, height = self.app.size
        self.add_class(
            _reached(width, self.HORIZONTAL_BREAKPOINTS),
            _reached(height, self.VERTICAL_BREAKPOINTS),
            update=False,
        )
        yield Masthead("masthead")
        with Container(id="middle"):
            with Vertical(id="side"):
                yield StepList()
                yield SpeakerLine("speaker")
                yield Text(id="reminders")
            with Holder(id="body"):
                yield body_for(self._place, self.desk)
        yield LastTiltak("last")
        yield KeyLine("keys")

    @property
    def body(self) -> StepBody:
        """The body that is shown.

        It is not asked for by its type: Textual keeps each answer for good, and so every body shown.
        """
        (body,) = self.query_one("#body").children
        assert isinstance(body, StepBody)  # noqa: S101 - nothing else is mounted there
        return body

    @property
    def _place(self) -> str:
        return self.desk.meeting.step or self.desk.structure.steps[0].id

    def on_mount(self) -> None:
        self.arriving = True
        self.body.begin()
        self._show_reminders()
        self._show_frame()
        self._start_ticking()
        # Behind what has the screen painted, which is on its way already.
        self.call_later(self._complete)

    async def _complete(self) -> None:
        """Put up the rest of the body that the meeting was opened with, and what few windows show."""
        async with self._following:
            await self.body.complete()
            too_small = _("Vinduet er for lite. Gjør det minst 60 × 16 tegn. Alt er lagret imens.")
            await self.mount(Static(too_small, id="too-small", markup=False))
        self.arriving = False
        self._show_time(self.desk.now())

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_frame)
        self.call_after_refresh(self._show_reminders)

    def on_screen_resume(self) -> None:
        self._start_ticking()
        if self._shown is not self.desk.meeting or self.desk.slept is not None:
            self.call_next(self.follow)

    # What is shown

    async def follow(self) -> None:
        """Show the meeting as it has become."""
        if not self.is_mounted:
            return
        async with self._following:
            meeting = self.desk.meeting
            if self.body.place != self._place:
                await self._change_body()
            elif self.app.screen is self or not same_but_for_notes(meeting, self._shown):
                self.body.show(meeting)
                self._shown = meeting
        self._show_frame()
        self._start_ticking()
        await self._ask_of_sleep()

    async def _ask_of_sleep(self) -> None:
        """Ask whether the machine's sleep counts, once nothing else is asked and the screen is seen."""
        if self.desk.slept is not None and self.app.screen is self:
            from screens.machine_slept import ask_of_sleep  # noqa: PLC0415 - few machines sleep in a meeting

            await ask_of_sleep(self)

    async def _change_body(self) -> None:
        """Put the body of another step in place of the one that is shown."""
        holder = self.query_one("#body")
        with self.app.batch_update():  # neither half of the change is painted by itself
            await holder.remove_children()
            await holder.mount(body_for(self._place, self.desk))
            await self.body.complete()
            self._show_reminders()
            self.body.begin()
            self._show_frame()  # with the body, so that the terminal is sent both at once
        self.call_after_refresh(let_go_of_what_is_gone)

    def _show_frame(self) -> None:
        desk = self.desk
        self._show_time(desk.now())
        advises = desk.structure.advises
        writing = self.app.screen is not self
        self.query_one(LastTiltak).show(
            desk.meeting, saved=desk.saved, now=desk.wall(), advises=advises, writing=writing
        )
        self._show_keys()

    @on(Rows.Highlighted)
    def _show_keys(self) -> None:
        """Show what can be done here: help first, then what belongs to the step, then the rest."""
        of_step = [each for each in self.body.COMMANDS if self.body.check_action(each.action, ())]
        step = self.desk.structure.step(self._place)
        of_meeting = [each for each in COMMANDS if on_line(each, step) and self.check_action(each.action, ())]
        self.query_one(KeyLine).show([*of_meeting[:1], *of_step, *of_meeting[1:]])

    def _show_time(self, now: float) -> None:
        """Show what the time changes in the frame."""
        meeting = self.desk.meeting
        pace = standing(meeting, self.desk.structure, now)
        self.query_one(Masthead).show(meeting, pace, self._warning)
        marks = step_marks(meeting, self.desk.structure, now)
        self.query_one(StepList).show(marks, self._place, narrow=self.has_class("-narrow"))
        self._show_speaker(now)
        self._timed = now

    @property
    def _warning(self) -> str:
        """What to know of the plan before the meeting goes on; its rules are read behind the first look."""
        if self.arriving or self._place != self.desk.structure.steps[0].id:
            return ""
        return too_long_in_short(self.desk.meeting, self.desk.profile)

    def _show_speaker(self, now: float) -> None:
        """Show who has the floor in a round that is not the step shown."""
        self.query_one(SpeakerLine).show(self.desk.meeting, now, apart_from=self._place)

    def _show_reminders(self) -> None:
        """Show what the leader is reminded of: all where there is room, one where there is little."""
        step = self.desk.structure.step(self._place)
        lines = list(step.reminders) if step and self._reminders is not False else []
        if lines and self._reminders is None and self.has_class("-narrow"):
            lines = [_("{reminder}  Ctrl+T: mer").format(reminder=lines[0])]
        box = self.query_one("#reminders", Text)
        box.show(reminder_lines(lines, narrow=self.has_class("-narrow")))
        box.display = bool(lines)

    # The clock

    def _start_ticking(self) -> None:
        """Be woken when a shown clock next changes: each second while one runs, else each minute."""
        now = self.desk.now()
        self._ticker.start(self._elapsed(now), now)

    def _elapsed(self, now: float) -> float | None:
        """Give the seconds that the running clock shows, None when none runs."""
        running = self._ticking
        return None if running is None else rounds.elapsed(running, running.speaker, now)

    def _tick(self) -> None:
        now = self.desk.now()
        if not self._following.locked():  # between two bodies there is none
            self.body.tick(now)
        self._ring(now)
        if self.is_current and now - self._timed >= MINUTES_MAY_WAIT:
            self._show_time(now)
        elif self.is_current:
            self._show_speaker(now)
        self._ticker.go_on(self._elapsed(now), now)

    def _ring(self, now: float) -> None:
        """Ring once when the clock comes to a limit, where the bell is on."""
        held = self._ticking
        signal = rounds.signal(held, now) if held else rounds.Signal.NONE
        if signal > self._signal and self.desk.meeting.bell:
            self.app.bell()
        self._signal = signal

    @property
    def _ticking(self) -> rounds.Round | None:
        """The round whose clock is running."""
        return next((each for each in self.desk.meeting.rounds if each.since is not None), None)

    # What is asked for

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let each command be where it means something."""
        del parameters
        step = self.desk.structure.step(self._place)
        return means_something(
            action,
            step,
            has_clock=self._has_round,
            running=self._ticking is not None,
            advises=self.desk.structure.advises,
        )

    @property
    def _has_round(self) -> bool:
        return any(each.id == self._place for each in self.desk.meeting.rounds)

    async def _walk(self, place: str, *, pausing: bool = False) -> None:
        await settle(self)
        desk = self.desk
        desk.ask(acts.walk_to(place, desk.structure, desk.now(), pausing=pausing), Act.WALK)
        await self.follow()

    async def action_step_on(self) -> None:
        """Go to the next step; the clock of the one that is left stops."""
        await self._walk(self.desk.structure.after(self._place), pausing=True)

    async def action_step_back(self) -> None:
        """Go to the step before."""
        await self._walk(self.desk.structure.before(self._place))

    async def action_referat(self) -> None:
        """Go to the referat."""
        await self._walk(REFERAT)

    @on(StepBody.GoTo)
    async def _go_to(self, event: StepBody.GoTo) -> None:
        """Go to the step that edits a place, and put the cursor there."""
        event.stop()
        await self._walk(event.place)
        self.body.jump(event.path)
        if event.at >= 0:
            self.body.stand_at(event.path, event.at)

    def action_toggle_clock(self) -> None:
        """Stop the clock that runs, or start the one here."""
        running = self._ticking
        self._turn(running.id if running else self._place, rounds.toggle)

    async def action_next_speaker(self) -> None:
        """Give the floor to the next one."""
        await settle(self)
        self._turn(self._place, rounds.next_speaker)
        await self.follow()
        self.body.next_speaker()

    def action_grant(self) -> None:
        """Give who has the floor some more time."""
        self._turn(self._place, lambda held, _now: rounds.extend(held, GRANT_SECONDS))

    def _turn(self, place: str, act: acts.RoundAct) -> None:
        self.desk.ask(acts.turn(place, act, self.desk.now()))

    def action_floor_menu(self) -> None:
        """Show what can be done with the round's speakers."""
        from screens.floor_menu import FloorMenu  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(FloorMenu(self.desk, self._place))

    async def action_park(self) -> None:
        """Put a matter aside that does not belong in the meeting."""
        from screens.parking import ParkingScreen  # noqa: PLC0415 - loaded when it is first opened

        await settle(self)
        self.app.push_screen(ParkingScreen(self.desk))

    async def action_tiltak_of_contribution(self) -> None:
        """Make a tiltak of the contribution being noted, on the line where it can be completed."""
        from screens.tiltak_line import TiltakLineScreen  # noqa: PLC0415 - loaded when it is first opened

        await settle(self)
        held = next(each for each in self.desk.meeting.rounds if each.id == self._place)
        made = acts.contribution_tiltak(self.desk.meeting, held.id, self.body.speaker or held.speaker)
        if made is not None:
            self.app.push_screen(TiltakLineScreen(self.desk, made))

    async def action_read_aloud(self) -> None:
        """Read the referat aloud to those who are there."""
        from screens.reading_aloud import ReadingAloud  # noqa: PLC0415 - loaded when it is first opened

        await settle(self)
        self.app.push_screen(ReadingAloud(self.desk))

    def action_roles(self) -> None:
        """Show what is asked of each role in this step."""
        from screens.role_cards import RoleCards  # noqa: PLC0415 - loaded when it is first opened

        step = self.desk.structure.step(self._place)
        if step is not None:
            self.app.push_screen(RoleCards(self.desk.role_cards(), step, self.desk.meeting))

    def action_reminders(self) -> None:
        """Fold the reminders away, or out again."""
        folded = self._reminders is False or (self._reminders is None and self.has_class("-narrow"))
        self._reminders = folded
        self._show_reminders()

    async def action_save(self) -> None:
        """Save; on the referat screen it asks how, elsewhere it saves what there is."""
        await settle(self)
        await self.body.save()

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen((*self.body.COMMANDS, *COMMANDS)))


def _reached(cells: int, breakpoints: Sequence[tuple[int, str]]) -> str:
    """Give the class of the last breakpoint that so many cells reach."""
    return max(each for each in breakpoints if each[0] <= cells)[1]
