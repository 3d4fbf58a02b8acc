"""Quick capture: the whole referat on one page, without rounds or clocks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.timer import Timer

from data.checks import Requirement, State, missing
from data.language import _
from screens.capture_page import CapturePage
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.desk_screen import DeskScreen, same_but_for_notes
from screens.frame import Masthead
from screens.lines import FrameLine, KeyLine
from screens.narrowing import ONWARD
from screens.parts_table import PartsTable
from screens.saving import save_through_gate
from screens.widgets import Choice, Field, Marks, settle
from screens.widgets.recording import settle_in

if TYPE_CHECKING:
    from screens.gate import Line

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("f2", "tiltak", "Tiltak", "Skriv et nytt tiltak på én linje", footer=True),
    Command("f8", "missing", "Mangler", "Gå til det neste som mangler i referatet", footer=True),
    Command("ctrl+g", "let_stand", "Behold", "La ordene ved markøren stå, av en grunn", footer=True),
    Command("ctrl+e", "put_right", "Rett", "Skriv det bedre for ordene ved markøren", footer=True),
    Command("ctrl+s", "save", "Lagre", "Lagre referatet som fil", footer=True),
    Command("ctrl+z", "undo", "Angre", "Angre det siste, også et trykk på en knapp", footer=True),
    Command("ctrl+y", "redo", "Gjør om", "Gjør om det du angret"),
    Command("ctrl+q", "leave", "Ut", "Gå ut; alt er lagret", footer=True, stays=True),
)

LOOKING_PAUSE = 0.4
"""Seconds from a change to the words being looked through, so that no key waits for it."""


class CaptureScreen(DeskScreen):
    """One page over the meeting, Tab the whole way through, and the gate always in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS), *ONWARD]
    DEFAULT_CSS = """
    CaptureScreen {
        layout: vertical;
        background: $background;
        CapturePage { height: 1fr; padding: 0 1; }
        #gate-line { background: $surface; padding: 0 1; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._following = asyncio.Lock()
        self._shown = desk.meeting

    def compose(self) -> ComposeResult:
        yield Masthead("masthead")
        yield CapturePage("", self.desk)
        yield FrameLine("gate-line")
        yield KeyLine("keys")

    @property
    def page(self) -> CapturePage:
        """The page that is typed in."""
        return self.query_one(CapturePage)

    def on_mount(self) -> None:
        self.page.begin()
        self._show_frame()
        self._look_soon()

    # What is shown

    async def follow(self) -> None:
        """Show the meeting as it has become."""
        if not self.is_mounted:
            return
        async with self._following:
            before, self._shown = self._shown, self.desk.meeting
            if self._shown is before:
                return
            if not same_but_for_notes(self._shown, before):
                await self.page.grow()
                self._shown = self.desk.meeting  # it may have gone on while the page grew
                self.page.show(self._shown)
        self._show_frame()
        self._look_soon()

    def _show_frame(self) -> None:
        desk = self.desk
        self.query_one(Masthead).show(desk.meeting, None)
        state = Content(_("✓ lagret")) if desk.saved else Content.styled(_("IKKE LAGRET"), "bold $text-error")
        said = _said_of(self._at_hand) if self._at_hand else f"F8: {self._next}"
        words = _gate_words(len(self._missing), len(self._words), said)
        self.query_one("#gate-line", FrameLine).say(Content(words), state)
        shown = [each for each in COMMANDS if each.footer and self.check_action(each.action, ())]
        self.query_one(KeyLine).show(shown)

    @property
    def _missing(self) -> tuple[Requirement, ...]:
        return missing(self.desk.meeting, self.desk.structure, self.desk.profile)

    _words: tuple[Line, ...] = ()
    """The words worth a thought, as they were when they were last looked for."""

    _looking: Timer | None = None

    def _look_soon(self) -> None:
        """Look for words worth a thought when the keys have been handled, at most once in a while."""
        if self._looking is None:
            self._looking = self.set_timer(LOOKING_PAUSE, self._look)

    def _look(self) -> None:
        """Look for words worth a thought, mark them, and show how it stands."""
        from screens.gate import lines  # noqa: PLC0415 - the rules of words are loaded after the page
        from screens.marking import by_field  # noqa: PLC0415 - the same

        self._looking = None
        meeting = self.desk.meeting
        found = lines(meeting, self.desk.structure, self.desk.profile)
        self._words = tuple(line for line in found if line.is_of_words and line.state is State.CONSIDER)
        if self.is_mounted:
            self.page.show_found(by_field(meeting, [one for line in self._words for one in line.findings]))
            self._show_frame()

    # Ways through it

    @property
    def _table(self) -> PartsTable | None:
        """The table that the cursor is in."""
        around = self.focused.ancestors_with_self if self.focused else ()
        return next((node for node in around if isinstance(node, PartsTable)), None)

    async def _come_up_to_date(self) -> None:
        """Let all that is typed be told, and what it leads to be there, before the cursor goes anywhere."""
        if table := self._table:
            await table.read_keys()
        if self.focused is not None:
            await settle_in(self.focused)
        await self.follow()

    async def action_go(self, by: int) -> None:
        """Go to the next field or cell, or the one before."""
        await self._come_up_to_date()
        table = self._table
        if table is not None and table.go_through(by):
            return
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()
        if entered := self._table:
            entered.come_from(by)

    async def action_go_from_field(self) -> None:
        """Go on from a field of one line; in a note and in a table Enter means something else."""
        if self._table is not None or not isinstance(self.focused, Field | Choice | Marks):
            raise SkipAction
        await self.action_go(1)

    async def action_missing(self) -> None:
        """Go to the next thing that is missing, after the one the cursor is at; then to words."""
        await self._come_up_to_date()
        self._look()
        places = [(each.rule, each.field, -1) for each in self._missing]
        places = places or [(line.key, line.field, _behind(line)) for line in self._words]
        if places:
            self._gone_to, field, at = places[self._next_among([key for key, _field, _at in places])]
            self.page.jump(field)
            if at >= 0:
                self.page.stand_at(field, at)
            self._show_frame()

    _gone_to: str = ""
    """The requirement or the words that the cursor was last sent to."""

    def _next_among(self, keys: Sequence[str]) -> int:
        """Give which of some requirements, or of some words, F8 goes to next."""
        return (keys.index(self._gone_to) + 1) % len(keys) if self._gone_to in keys else 0

    @property
    def _next(self) -> str:
        """What F8 goes to next, "" where nothing is left."""
        lacking, words = self._missing, self._words
        if lacking:
            return lacking[self._next_among([one.rule for one in lacking])].findings[0].message
        return words[self._next_among([one.key for one in words])].findings[0].message if words else ""

    # What is asked for

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let words be put right or let stand where some are at hand; else the keys are the field's."""
        del parameters
        if action == "tiltak":
            return not self.desk.structure.advises
        if action == "put_right":
            return self._at_hand is not None and self._at_hand.proposal is not None
        return action != "let_stand" or self._at_hand is not None

    @property
    def _at_hand(self) -> Line | None:
        """The words that the cursor is at, else those that F8 last went to, as long as they stand."""
        if not self._words:
            return None
        place, at = self.page.stands()
        here = (line for line in self._words if line.field == place and _is_about(line, at))
        gone_to = (line for line in self._words if line.key == self._gone_to)
        return next(here, None) or next(gone_to, None)

    async def action_let_stand(self) -> None:
        """Ask why the words at hand may stand."""
        from screens.letting_stand import let_line_stand  # noqa: PLC0415 - loaded when it is first asked for

        await self._come_up_to_date()
        self._look()
        if line := self._at_hand:
            let_line_stand(self.app, self.desk, line)

    async def action_put_right(self) -> None:
        """Put the better form in the place of the words at hand."""
        from screens.letting_stand import put_line_right  # noqa: PLC0415 - loaded when it is first asked for

        await self._come_up_to_date()
        self._look()
        if line := self._at_hand:
            put_line_right(self.desk, line)

    async def action_save(self) -> None:
        """Save what holds as a referat; else ask how."""
        await settle(self)
        save_through_gate(self.app, self.desk)

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def _behind(line: Line) -> int:
    """Give where the words of a line end in their field."""
    words = line.findings[0].words
    return words.end if words else -1


def _is_about(line: Line, at: int) -> bool:
    """Whether words of a line stand at a place in their text, or right before it; -1 is all of the text."""
    return any(one.words and (at < 0 or one.words.start <= at <= one.words.end + 1) for one in line.findings)


def _gate_words(lacking: int, words: int, said: str) -> str:
    """Say how much is missing in the referat and how much there is to consider, and what is said of it."""
    if not (lacking or words):
        return _("✓ Alt er på plass. Ctrl+S lagrer.")
    if not lacking:
        return _("✓ Alt er på plass, {n} å vurdere · {said}").format(n=words, said=said)
    thoughts = _(", {n} å vurdere").format(n=words) if words else ""
    return _("✗ {n} mangler{thoughts} · {said}").format(n=lacking, thoughts=thoughts, said=said)


def _said_of(words: Line) -> str:
    """Say what can be done with some words, else what is the matter with them."""
    from screens.gate import proposed  # noqa: PLC0415 - loaded with the rules that found the words

    return proposed(words) or words.findings[0].message
