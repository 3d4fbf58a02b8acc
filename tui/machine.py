"""The clocks of the machine that the program runs on."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

from data.timekeeping import Machine, Reading


class ThisMachine(Machine):
    """Reads its clocks. Where all of them go on while it sleeps, as on Windows, it is never seen to sleep."""

    def reading(self) -> Reading:
        """Give what all the clocks say now."""
        return Reading(time.time(), time.monotonic(), _running(), _boot())


def _running() -> float:
    """Give the seconds since some instant, those too in which the machine slept."""
    # What Python calls monotonic stops in sleep on Linux and macOS; macOS' own clock of that name does not.
    goes_on = getattr(time, "CLOCK_MONOTONIC" if sys.platform == "darwin" else "CLOCK_BOOTTIME", None)
    return time.monotonic() if goes_on is None else time.clock_gettime(goes_on)


@cache
def _boot() -> str:
    """Give what Linux calls this start of the machine, "" on other systems."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("utf-8").strip()
    return ""
