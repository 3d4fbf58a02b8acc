"""Which terminal driver the program runs on: its own on Linux, Textual's elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def driver_class() -> type[Driver] | None:
    """Give the driver for this system; None where Textual's own is the one to use."""
    if sys.platform != "linux":
        return None
    from tui.linux_driver import TerminalDriver  # noqa: PLC0415 - cannot be imported on other systems

    return TerminalDriver
