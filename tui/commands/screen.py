"""The way from the command line to the screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from data.errors import MalstyrtError
from data.language import _
from tui.commands.world import World
from tui.safety import undisturbed

if TYPE_CHECKING:
    from pathlib import Path

    from data.opening import Opened


def show(
    world: World, opened: Opened | None = None, *, led: bool = True, document: Path | None = None
) -> int:
    """Show a meeting, `led` or written up, a document, or home, until the user leaves; give the exit status.

    Raises as `need_terminal`.
    """
    need_terminal()
    from tui.app import run_app  # noqa: PLC0415 - loads Textual

    with undisturbed(sys.stdout.fileno()):
        return run_app(world.locations, opened, led=led, document=document)


def need_terminal() -> None:
    """Raise MalstyrtError where there is no terminal to show a screen on."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if os.environ.get("TERM", "") in {"", "dumb"} or not all(stream.isatty() for stream in streams):
        raise MalstyrtError(
            _("Ingen skjerm å vise på"),
            _("Dette må kjøres i en terminal. «liste», «vis», «ny» og «sjekk» går uten."),
        )
