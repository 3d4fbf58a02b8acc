"""The program as the pictures show it: an ordinary one, but whoever takes them holds the clock."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.locations import locate
from data.settings import Look, Settings
from tui import safety
from tui.app import Malstyrt

BEGINNING = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Oslo")).timestamp()
"""A Tuesday morning, in seconds since 1970, UTC."""


def main() -> int:
    """Show home, in the folder and the look that the words name, as late as the file `clock` says."""
    folder, look = Path(sys.argv[1]), Look(sys.argv[2])
    clock = folder / "clock"
    safety.prepare()
    app = Malstyrt(
        locate({}, folder),
        who="fotograf",
        now=lambda: BEGINNING + float(clock.read_text(encoding="utf-8")),
        settings=Settings(look),
    )
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
