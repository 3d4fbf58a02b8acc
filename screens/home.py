"""The first page: meetings to go on with, and ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.archive import Document
from data.clean import clean
from data.language import _
from screens.commands import Command, bindings
from screens.lines import KeyLine
from screens.widgets import SparingScreen
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("ctrl+n", "new", "Nytt møte", "Gjør klar et nytt møte", footer=True),
    Command("ctrl+g", "groups", "Grupper", "Gruppene: lag, endre og avslutt", footer=True),
    Command("ctrl+d", "demo", "Demo", "Prøv et oppdiktet møte", footer=True),
    Command("ctrl+q", "quit_program", "Avslutt", "Gå ut av programmet", footer=True),
)

NEW, DEMO = "+nytt", "+demo"
"""The ids of the options that begin something; documents have their path."""


class Hall(Protocol):
    """What the first page may ask for."""

    def documents(self) -> Sequence[Document]:
        """Give the documents there are, newest first."""
        ...

    def open_meeting(self, target: str) -> None:
        """Open a meeting by the path of its document."""
        ...

    def open_demo(self) -> None:
        """Open the made-up meeting."""
        ...

    def show_groups(self) -> None:
        """Show the groups, to open one or make another."""
        ...

    def new_meeting(self, group: str, date: str, start: str, place: str) -> None:
        """Make a new meeting ready, from texts as they were typed, and open it."""
        ...

    def leave_program(self) -> None:
        """Leave."""
        ...


class Home(SparingScreen, Screen[None]):
    """What there is to go on with, and two ways to begin."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    Home {
        #title { height: auto; padding: 1 2 0 2; text-style: bold; color: $text-primary; }
        #about { height: auto; padding: 0 2 1 2; color: $text-muted; }
        OptionList { height: 1fr; border: none; padding: 0 1; background: $background; }
        OptionList:focus { border: none; background-tint: transparent; }
        OptionList.-textual-compact { padding: 0 1; }
        OptionList > .option-list--option-disabled { color: $text-muted; }
    }
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self.hall = hall

    def compose(self) -> ComposeResult:
        yield Static(_("målstyrt"), id="title", markup=False)
        yield Static(_("For deg som leder møtet rundt barnet."), id="about", markup=False)
        yield OptionList(*self._options(), markup=False, compact=True)
        yield KeyLine("keys")

    def on_mount(self) -> None:
        put_focus(self.query_one(OptionList))
        self.call_after_refresh(self._show_keys)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_keys)

    def on_screen_resume(self) -> None:
        """Show what has become of the documents while we were away."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.set_options(self._options())
        options.action_first()

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show(COMMANDS)

    def _options(self) -> list[Option | None]:
        documents = self.hall.documents()
        lines: list[Option | None] = [Option(_document_line(each), id=str(each.path)) for each in documents]
        if lines:
            lines.append(None)
        else:
            lines.append(Option(Content(_("Ingen møter ennå. Begynn her:")), disabled=True))
        new = Content.assemble((_("Nytt møte"), "bold"), "   ", _("gjør klar og led et møte"))
        demo = Content.assemble((_("Prøv demoen"), "bold"), " ", _("en oppdiktet gruppe, klar til å ledes"))
        return [*lines, Option(new, id=NEW), Option(demo, id=DEMO)]

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == NEW:
            self.action_new()
        elif event.option_id == DEMO:
            self.hall.open_demo()
        elif event.option_id:
            self.hall.open_meeting(event.option_id)

    def action_new(self) -> None:
        """Ask what a new meeting needs, and make it."""
        from screens.new_meeting import NewMeeting  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(NewMeeting(self.hall))

    def action_groups(self) -> None:
        """Show the groups."""
        self.hall.show_groups()

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


def _document_line(document: Document) -> Content:
    """Give a meeting as a line: whether it goes on, when, who, what, how far."""
    sign = "▶" if document.live else " "
    date = f"{document.date:%d.%m.%Y}" if document.date else _("uten dato").ljust(10)
    words = f"{document.group or '–':<18.18} {document.kind or '–':<22.22} "
    state = _("pågår") if document.live else document.status
    return Content.assemble(f"{sign} {date:<11} ", clean(words), (state, "bold" if document.live else ""))
