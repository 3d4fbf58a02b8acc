"""A program that fails, in the way that its first argument names, with a secret in every value."""

from __future__ import annotations

import asyncio
import sys
import threading
from typing import Any, NoReturn

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from tui.safe_app import SafeApp
from tui.safety import prepare

CANARY = "KANARI-01010112345"


class PaintedError(Exception):
    """An error that would paint itself, with what it knows."""

    def __rich__(self) -> Text:
        """Give the secret away."""
        return Text(CANARY)


def fail(*_: object) -> NoReturn:
    """Fail with a secret in the message and among the local values."""
    name = CANARY
    notes = [CANARY, CANARY]
    raise ValueError(f"{name} {notes}")


class Faulty(Widget):
    """A widget that cannot be shown."""

    def render(self) -> NoReturn:
        """Fail."""
        fail()


class Failing(SafeApp[None]):
    """Fails in one of many ways when x is pressed, or before it has shown anything."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, way: str) -> None:
        super().__init__()
        self._way = way

    def compose(self) -> ComposeResult:
        """Show that all is well, unless it is not."""
        if self._way == "compose":
            fail()
        yield Static("klar")

    async def on_key(self, _key: events.Key) -> None:
        """Fail."""
        ways: dict[str, Any] = {
            "handler": fail,
            "timer": lambda: self.set_timer(0.01, fail),
            "worker": lambda: self.run_worker(_fail_soon()),
            "thread worker": lambda: self.run_worker(fail, thread=True),
            "forgotten task": lambda: asyncio.create_task(_fail_soon()) and None,
            "bare thread": lambda: threading.Thread(target=fail).start(),
            "render": lambda: self.screen.mount(Faulty()),
            "painting error": self._fail_in_colour,
            "input thread": self._break_the_keyboard,
            "writer thread": self._break_the_writer,
        }
        ways[self._way]()

    def _fail_in_colour(self) -> NoReturn:
        secret = CANARY
        raise PaintedError(secret)

    def _break_the_keyboard(self) -> None:
        driver: Any = self._driver
        driver.send_message = fail
        driver.write("\x1b[6n")

    def _break_the_writer(self) -> None:
        driver: Any = self._driver
        driver._writer_thread._send = fail  # noqa: SLF001 - there is no other way to break it
        driver.write("\a")


async def _fail_soon() -> None:
    await asyncio.sleep(0.01)
    fail()


if __name__ == "__main__":
    prepare()
    if sys.argv[1] == "before the app":
        fail()
    app = Failing(sys.argv[1])
    app.run()
    sys.exit(app.return_code)
