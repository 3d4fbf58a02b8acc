"""The help page, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from data.language import _
from screens import curtain
from screens.commands import Command, bindings
from screens.dialog import Dialog
from screens.form import Heading
from screens.widgets import Text
from screens.widgets.keys import put_focus

COMMANDS = (Command("escape,f1,enter", "close", "Lukk", "Tilbake til møtet", footer=True),)

IN_LISTS = (
    ("Tab", "Til neste felt; Shift+Tab til det forrige"),
    ("↑ ↓", "Opp og ned i en liste"),
    ("Mellomrom", "Bytt verdien på linjen: møtt, frafall …"),
    ("Enter", "Åpne linjen, med alle feltene"),
    ("Ctrl+↑ ↓", "Flytt linjen opp eller ned"),
    ("PgUp PgDn", "Bla"),
)


class HelpScreen(Dialog):
    """Every key of the screen one came from."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    HelpScreen {
        #help { width: 72; }
        Heading { margin: 0 0 1 0; }
        #everywhere, #in-lists { margin-top: 1; }
        #hint { dock: bottom; height: 2; padding-top: 1; background: $surface; color: $text-muted; }
    }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help", classes="dialog"):
            yield Heading(_("Taster"))
            commands = sorted(self._commands, key=_place)
            yield Text(_page([(command.shown_key, command.help) for command in commands]))
            yield Heading(_("Overalt"), id="everywhere")
            yield Text(_page([(command.shown_key, command.help) for command in curtain.COMMANDS]))
            yield Heading(_("I felt og lister"), id="in-lists")
            yield Text(_page(IN_LISTS))
            yield Text(_("Alt du skriver, er lagret når du ser «✓ lagret». Esc lukker."), id="hint")

    def on_mount(self) -> None:
        put_focus(self.query_one("#help"))

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)


def _place(command: Command) -> int:
    """Give a command's place on the page: function keys by their numbers, then the others as they stand."""
    number = command.shown_key.removeprefix("F")
    return int(number) if number.isdigit() else 99


def _page(lines: Sequence[tuple[str, str]]) -> Content:
    """Give keys and what they do, a line each."""
    return Content("\n").join(
        Content.assemble((f"{key:<11}", "bold $text-accent"), _(words)) for key, words in lines
    )
