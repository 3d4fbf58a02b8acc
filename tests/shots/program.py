"""The program as the pictures show it: an ordinary one, but whoever takes them holds the clock."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.locations import locate
from data.settings import Look, Settings
from data.timekeeping import Machine, Reading
from tui import safety
from tui.app import Malstyrt

BEGINNING = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Oslo")).timestamp()
"""A Tuesday morning, in seconds since 1970, UTC."""


class Held(Machine):
    """A machine's clocks, held: how late it is, and how long it slept, stand in files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def reading(self) -> Reading:
        """Give what the clocks say now."""
        awake = BEGINNING + self._seconds("clock")
        now = awake + self._seconds("slept")
        return Reading(now, awake, now, "start")

    def _seconds(self, name: str) -> float:
        file = self._folder / name
        return float(file.read_text(encoding="utf-8")) if file.exists() else 0.0


def main() -> int:
    """Show home, in the folder and the look that the words name, as late as the file `clock` says."""
    folder, look = Path(sys.argv[1]), Look(sys.argv[2])
    safety.prepare()
    app = Malstyrt(
        locate({}, folder),
        who="fotograf",
        now=Held(folder),
        settings=Settings(look),
    )
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
