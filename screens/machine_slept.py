"""The machine slept in the middle of a meeting: whether the time counts is for the leader to say."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from data.clock_changes import settle_sleep
from data.language import _
from data.timekeeping import Slept, in_words
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.desk_screen import DeskScreen
from screens.dialog import Dialog
from screens.form import Heading
from screens.widgets import Text, settle

COMMANDS = (
    Command("f3", "leave_out", "Ikke tell", "Regn tiden maskinen sov, som en pause"),
    Command("f4,escape", "count", "Tell med", "Tell tiden maskinen sov, som om møtet gikk imens"),
)
"""Keys that nobody types by chance: a letter meant for a field must answer nothing."""


async def ask_of_sleep(screen: DeskScreen) -> None:
    """Ask over a meeting's screen, when what was typed on it is recorded."""
    await settle(screen)
    slept = screen.desk.slept
    if slept is not None and screen.app.screen is screen:
        screen.app.push_screen(MachineSlept(screen.desk, slept))


class MachineSlept(Dialog):
    """Asks whether the time that the machine slept counts, and is gone when it is said, here or elsewhere."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    MachineSlept {
        #slept { width: 66; }
        Heading { margin: 0 0 1 0; }
        .slept--way { margin-top: 1; }
    }
    """

    def __init__(self, desk: Desk, slept: Slept) -> None:
        super().__init__()
        self.desk = desk
        self._slept = slept

    def compose(self) -> ComposeResult:
        title = _("Maskinen sov i {time}. Skal tiden telles med?")
        with Vertical(id="slept", classes="dialog"):
            yield Heading(title.format(time=in_words(self._slept.seconds)))
            yield Text(_("F3  Ikke tell: som en pause. Klokken og planen venter på dere"))
            yield Text(_("F4  Tell med: som om møtet gikk imens"))
            yield Text(_("Ctrl+Z angrer svaret."), classes="slept--way")

    async def follow(self) -> None:
        """Go when it is answered in another terminal."""
        if self.app.screen is self and self.desk.slept is None:
            self.dismiss(None)

    def action_leave_out(self) -> None:
        """Let clocks and plan stand as they stood when the machine fell asleep."""
        self._answer(counted=False)

    def action_count(self) -> None:
        """Let the time count."""
        self._answer(counted=True)

    def _answer(self, *, counted: bool) -> None:
        self.desk.ask(settle_sleep(self._slept, counted=counted))
        if self.app.screen is self:
            self.dismiss(None)
