"""The notice to KE: the text, ready to copy or to save. It is sent the way the municipality sends such."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from data.language import _
from screens.commands import Command, bindings
from screens.desk import GroupDesk
from screens.dialog import Dialog
from screens.form import Heading
from screens.lines import KeyLine
from screens.widgets import Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("ctrl+c", "copy", "Kopier", "Kopier teksten til utklippstavlen", footer=True),
    Command("ctrl+s", "keep", "Lagre", "Lagre teksten i gruppens mappe", footer=True),
    Command("escape,ctrl+q,enter", "close", "Lukk", "Lukk", footer=True),
)


class NoticeScreen(Dialog):
    """What KE should be told since the group was opened."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    NoticeScreen {
        #notice { width: 74; }
        Heading { margin: 0; }
        #words { height: auto; max-height: 16; margin: 1 0; }
    }
    """

    def __init__(self, desk: GroupDesk, *, leaving: bool = False) -> None:
        """Show the notice; closing it leaves the group too when one was `leaving`."""
        super().__init__()
        self.desk = desk
        self._leaving = leaving
        self._text = desk.notice

    def compose(self) -> ComposeResult:
        with Vertical(id="notice", classes="dialog"):
            yield Heading(_("Dette skal koordinerende enhet vite"))
            with VerticalScroll(id="words"):
                yield Text(plain(self._text.strip() or _("Ingenting nytt å melde siden gruppen ble åpnet.")))
            yield KeyLine("notice-keys")

    def on_mount(self) -> None:
        put_focus(self.query_one("#words"))
        shown = [command for command in COMMANDS if self._text or command.action == "close"]
        self.query_one(KeyLine).show(shown)

    def action_copy(self) -> None:
        """Put the text on the clipboard, where the terminal lets us."""
        if self._text:
            self.app.copy_to_clipboard(self._text)
            self.notify(_("Teksten er kopiert."), markup=False)

    def action_keep(self) -> None:
        """Save the text."""
        if self._text:
            self.desk.keep_notice(self._text)

    def action_close(self) -> None:
        """Close it."""
        self.dismiss(None)
        if self._leaving:
            self.desk.leave()
