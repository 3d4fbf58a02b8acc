"""A screen that changes all the time, and says in a file that it is alive.

Arguments: the file, and how many times a second it changes.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tui.safe_app import SafeApp

OFTEN = 50
ROWS = 20


class Ticking(SafeApp[None]):
    """Twenty rows that all show the same number, many times a second, until F2 stops them."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Static { height: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("f2", "stand_still", ""),
        ("f3", "change_heading", ""),
        ("f4", "hang", ""),
    ]

    def __init__(self, heart: Path, pace: float) -> None:
        super().__init__()
        self._pace = pace
        self._heart = heart
        self._ticks = 0
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Show a heading and the rows."""
        yield Static("gammel overskrift", id="heading")
        for _ in range(ROWS):
            yield Static("", classes="row")

    def on_mount(self) -> None:
        """Start ticking."""
        self._timer = self.set_interval(1 / self._pace, self._tick)

    def _tick(self) -> None:
        self._ticks += 1
        self._heart.write_text(str(self._ticks), encoding="utf-8")
        for row in self.query(".row").results(Static):
            row.update(Content(f"{self._ticks:06d} " * 13))

    def action_stand_still(self) -> None:
        """Stop ticking; nothing changes after this."""
        assert self._timer is not None
        self._timer.pause()
        self._heart.write_text("still", encoding="utf-8")

    def action_change_heading(self) -> None:
        """Change what never changes otherwise."""
        self.query_one("#heading", Static).update("ny overskrift")

    def action_hang(self) -> None:
        """Never come back."""
        self._heart.write_text("hanging", encoding="utf-8")
        threading.Event().wait()


if __name__ == "__main__":
    app = Ticking(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else OFTEN)
    app.run()
    sys.exit(app.return_code)
