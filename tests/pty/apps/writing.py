"""A field to write in: what arrives is shown, and so are the commands that must not come of a paste."""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from tui.safe_app import SafeApp


class Writing(SafeApp[None]):
    """One field, and a line that says what is in it."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Static { height: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", priority=True),
        Binding("f9", "show_command", priority=True),
    ]

    def compose(self) -> ComposeResult:
        """Show the lines and the field."""
        yield Static("klar", id="said")
        yield Static("", id="command")
        field = Input(compact=True, select_on_focus=False)
        field.cursor_blink = False
        yield field

    def on_input_changed(self, changed: Input.Changed) -> None:
        """Show what is in the field."""
        self.query_one("#said", Static).update(Content(f"skrevet [{changed.value}]"))

    def action_show_command(self) -> None:
        """Show that F9 came."""
        self.query_one("#command", Static).update("kommando")


if __name__ == "__main__":
    app = Writing()
    app.run()
    sys.exit(app.return_code)
