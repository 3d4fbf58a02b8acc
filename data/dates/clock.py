"""Times of day, in and out, by the clock of 24 hours."""

from __future__ import annotations

import datetime as dt
import re

from data.text import clean_line

_CLOCK = r"(?:kl(?:okka|okken|\.)? ?)?([0-9]{1,2})(?:[.:]?([0-9]{2}))?"


def clock(text: str) -> dt.time | None:
    """Give the time of day in "9", "09:30", "9.30", "0930" or "kl. 14"; None where it is none."""
    found = re.fullmatch(_CLOCK, clean_line(text).lower())
    if not found:
        return None
    try:
        return dt.time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def clock_text(time: dt.time) -> str:
    """Give a time of day as "14:30"."""
    return f"{time.hour:02d}:{time.minute:02d}"
