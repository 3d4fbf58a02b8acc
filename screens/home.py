"""The first page: meetings to go on with, and ways to begin."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.language import _, ngettext
from screens.commands import Command, bindings
from screens.line_list import LineList
from screens.lines import KeyLine
from screens.widgets import SparingScreen
from screens.widgets.keys import put_focus

if TYPE_CHECKING:
    from data.errors import MalstyrtError
    from data.offering import Offered
    from data.overview import Overview
    from screens.at_hand import Target

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("ctrl+n", "new", "Nytt", "Gjør klar et nytt møte", footer=True),
    Command("ctrl+g", "groups", "Grupper", "Gruppene: lag, endre og avslutt", footer=True),
    Command("ctrl+f", "archive", "Arkiv", "Finn og les et referat", footer=True),
    Command("ctrl+t", "board", "Tiltak", "Tiltakene i alle grupper", footer=True),
    Command("ctrl+d", "demo", "Demo", "Prøv et oppdiktet møte"),
    Command("ctrl+q", "quit_program", "Ut", "Gå ut av programmet", footer=True),
)

COUNT_SECONDS = 0.5
"""How often it is shown how far the reading of the archive has come."""

NEW, DEMO = "+nytt", "+demo"
"""The ids of the options that begin something; what is listed has a number."""


class Hall(Protocol):
    """What the first page may ask for."""

    def overview(self, go_on: Callable[[int, int], bool]) -> Overview:
        """Give what there is to go on with. Takes its time; safe in a thread.

        `go_on` is told how many documents are read of how many, and says whether to go on.
        """
        ...

    def today(self) -> dt.date:
        """Give the day."""
        ...

    def tell(self, error: MalstyrtError) -> None:
        """Show an error with what to do."""
        ...

    def open_target(self, target: Target) -> None:
        """Open a file of ours, a meeting or a group, where in it something is to be looked at."""
        ...

    def open_demo(self) -> None:
        """Open the made-up meeting."""
        ...

    def show_groups(self) -> None:
        """Show the groups, to open one or make another."""
        ...

    def show_board(self) -> None:
        """Show the tiltak of all groups."""
        ...

    def by_agreement(self, group: str) -> Sequence[str]:
        """Give the members of a group who come when they are invited."""
        ...

    def offered(self, group: str) -> Sequence[Offered]:
        """Give what a meeting of a group may follow, what is proposed first."""
        ...

    def new_meeting(  # noqa: PLR0913 - what is typed of a meeting, and chosen
        self, group: str, date: str, start: str, place: str, *, invited: Sequence[str], structure: str
    ) -> None:
        """Make a new meeting ready, from texts as they were typed, and open it."""
        ...

    def open_archive(self) -> None:
        """Show every document there is."""
        ...

    def leave_program(self) -> None:
        """Leave."""
        ...


class Home(SparingScreen, Screen[None]):
    """What there is to go on with, and ways to begin.

    The page is painted before the archive is looked through; until that is done, keys wait for it
    (see `ready`).
    """

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    Home {
        #title { height: auto; padding: 1 1 0 1; text-style: bold; color: $text-primary; }
        #about { height: auto; padding: 0 1 1 1; color: $text-muted; }
    }
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self.hall = hall
        self.ready = asyncio.Event()
        """Set once the page shows what there is."""
        self._overview: Overview | None = None
        self._targets: dict[str, Target] = {}
        self._read = (0, 0)
        self._about = ""
        self._told: set[str] = set()
        """What could not be read, as it is told already."""

    def compose(self) -> ComposeResult:
        yield Static(_("målstyrt"), id="title", markup=False)
        yield Static(_("For deg som leder møtet rundt barnet."), id="about", markup=False)
        yield LineList(*_beginnings(), markup=False, compact=True)
        yield KeyLine("keys", [command for command in COMMANDS if command.footer])

    def on_mount(self) -> None:
        put_focus(self.query_one(OptionList))
        self.set_interval(COUNT_SECONDS, self._show_reading)

    def on_screen_resume(self) -> None:
        """Show what has become of things while we were away."""
        self.ready.clear()
        self.run_worker(self._look(), exclusive=True)

    async def _look(self) -> None:
        """Look the archive through beside everything else, and show what there is."""
        try:
            shown = await asyncio.to_thread(self.hall.overview, self._go_on)
        finally:
            self._read = (0, 0)
        self._overview = shown
        self._tell_of(shown.faults)
        self._show(shown)
        self.ready.set()

    def on_resize(self) -> None:
        """Give what the lines are about the room that there is now."""
        if self._overview is not None:
            self._show(self._overview)

    def _go_on(self, done: int, of: int) -> bool:
        """Note how far the reading has come; it goes on while there is anybody to read for."""
        self._read = (done, of)
        return self.is_attached

    def _show_reading(self) -> None:
        """Show how far the reading has come, when it takes so long that one wonders."""
        done, of = self._read
        if of:
            words = ngettext("Leser inn {done} av {of} dokument", "Leser inn {done} av {of} dokumenter", of)
            self._say(words.format(done=done, of=of))

    @on(OptionList.OptionHighlighted)
    def _say_more(self, event: OptionList.OptionHighlighted) -> None:
        """Say by which rule the marked line is due."""
        target = self._targets.get(event.option_id or "")
        self._say(target.words if target and target.words else _("For deg som leder møtet rundt barnet."))

    def _say(self, words: str) -> None:
        if words != self._about:
            self._about = words
            self.query_one("#about", Static).update(words)

    def _show(self, shown: Overview) -> None:
        """Show what there is, with the same line marked as before."""
        from screens.at_hand import lines  # noqa: PLC0415 - home is painted before dates and models load

        options = self.query_one(LineList)
        marked = self._targets.get(_marked(options))
        found = lines(shown, self.hall.today(), options.room)
        self._targets = found.targets
        options.set_options([*(found.options or [_nothing()]), None, *_beginnings()])
        names = [option.id for option in options.options]
        again = next((name for name, target in found.targets.items() if target == marked), None)
        first = next((place for place, option in enumerate(options.options) if not option.disabled), None)
        options.highlighted = names.index(again) if again else first

    def _tell_of(self, faults: Iterable[MalstyrtError]) -> None:
        """Tell of groups and rules that cannot be used, each once."""
        for fault in faults:
            if fault.message not in self._told:
                self._told.add(fault.message)
                self.hall.tell(fault)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == NEW:
            self.action_new()
        elif event.option_id == DEMO:
            self.hall.open_demo()
        elif target := self._targets.get(event.option_id or ""):
            self.hall.open_target(target)

    def action_new(self) -> None:
        """Ask what a new meeting needs, and make it."""
        from screens.new_meeting import NewMeeting  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(NewMeeting(self.hall))

    def action_groups(self) -> None:
        """Show the groups."""
        self.hall.show_groups()

    def action_archive(self) -> None:
        """Show the archive."""
        self.hall.open_archive()

    def action_board(self) -> None:
        """Show the tiltak of all groups."""
        self.hall.show_board()

    def action_demo(self) -> None:
        """Open the demo."""
        self.hall.open_demo()

    def action_quit_program(self) -> None:
        """Leave the program."""
        self.hall.leave_program()

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def _beginnings() -> list[Option]:
    """Give the ways to begin."""
    ways = {
        NEW: (_("Nytt møte"), _("gjør klar og led et møte")),
        DEMO: (_("Prøv demoen"), _("en oppdiktet gruppe, klar til å ledes")),
    }
    return [
        Option(Content.assemble("  ", (f"{name:<13}", "bold"), words), id=way)
        for way, (name, words) in ways.items()
    ]


def _nothing() -> Option:
    return Option(Content(_("Ingen møter ennå. Begynn her:")), disabled=True)


def _marked(options: OptionList) -> str:
    """Give the id of the line that is marked."""
    option = options.highlighted_option
    return (option.id or "") if option else ""
