"""Dates and times of day as people write them in a document."""

from __future__ import annotations

import datetime as dt
import re

from data.dates import clock, read_written, written
from data.dates.writing import MONTHS, WEEKDAYS
from data.language import _

_IN_TABLE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})$", re.ASCII)
_BY_HAND = re.compile(
    r"(?:(?P<weekday>[a-zæøå]{3,7})\.?,?\s+)?(?:den\s+)?(?P<day>\d{1,2})(?:\.\s*|\s*/\s*|\s*-\s*|\s+)"
    r"(?P<month>\d{1,2}|[a-z]{3,9})(?:\.?\s*|/|-)(?P<year>\d{4}|\d{2})\.?$",
    re.ASCII | re.IGNORECASE,
)
_CENTURY = 2000


class ExpectedError(ValueError):
    """What stands in a field cannot be, and this was expected, in words for people."""


def day(words: str) -> dt.date:
    """Give the date that words name in full, "24.11.2026" or "tirs. 24. nov 26".

    Raises ValueError for what is none, ExpectedError for a weekday that is not the date's.
    """
    if found := _IN_TABLE.match(words):
        return dt.date(int(found[3]), int(found[2]), int(found[1]))
    return read_written(words) or _by_hand(words.casefold())


def _by_hand(words: str) -> dt.date:
    """Give the date of words that we would have written otherwise."""
    found = _BY_HAND.match(words)
    if not found:
        raise ValueError
    month, year = found["month"], int(found["year"])
    number = int(month) if month.isdecimal() else _place(MONTHS, month)
    date = dt.date(year if year >= 100 else _CENTURY + year, number, int(found["day"]))
    if found["weekday"] and _place(WEEKDAYS, found["weekday"]) != date.weekday() + 1:
        raise ExpectedError(_("ukedagen som hører til, som i {date}").format(date=written(date)))
    return date


def _place(names: tuple[str, ...], short: str) -> int:
    """Give the place, from 1, of the one name that starts so. Raises ValueError."""
    found = [place for place, name in enumerate(names, 1) if name.startswith(short)]
    if len(found) != 1:
        raise ValueError
    return found[0]


def time(words: str) -> dt.time:
    """Give the time of day that words name. Raises ValueError for what is none."""
    found = clock(words)
    if found is None:
        raise ValueError
    return found
