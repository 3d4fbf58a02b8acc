"""The screen hidden: nothing of a meeting is on it until a key is pressed. The meeting goes on behind it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from data.language import _
from screens.commands import Command
from screens.widgets import SparingScreen, Text

COMMANDS = (
    Command("f12,ctrl+p", "hide_screen", "Skjul skjermen", "Skjul skjermen; en tast henter den fram igjen"),
    Command("ctrl+o", "hide_names", "Skjul navn", "Vis navn som forbokstaver, eller vis dem igjen"),
)
"""What can be done wherever one is in the program."""


class Curtain(SparingScreen, Screen[None]):
    """Hides the screen it lies over, until the app takes it away for any key or click.

    It asks for no password: it is for those who can see the screen, not for those who can sit down at it.
    """

    DEFAULT_CSS = """
    Curtain {
        align: center middle;
        background: $background;
        ToastHolder { display: none; }
        Text { width: auto; color: $text-muted; text-align: center; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Text(_("Skjermen er skjult.\n\nTrykk en tast for å hente den fram."))
