"""The clocks of the machine that the program runs on."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import cache
from pathlib import Path

from data.timekeeping import Machine, Reading


class ThisMachine(Machine):
    """Reads its clocks. Where none of them goes on while it sleeps, it is never seen to sleep."""

    def reading(self) -> Reading:
        """Give what all the clocks say now."""
        awake = time.monotonic()
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        running = awake if boottime is None else time.clock_gettime(boottime)
        return Reading(time.time(), awake, running, _boot())


@cache
def _boot() -> str:
    """Give what Linux calls this start of the machine, "" on other systems."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return ""
