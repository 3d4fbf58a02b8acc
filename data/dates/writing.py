"""Dates as documents and screens write them, and the reading of what documents write."""

from __future__ import annotations

import datetime as dt

from data.dates.clock import clock_text

# Documents are written in bokmål and read back, so these names are no text to translate.
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_LONGEST_WHOLE_MONTH = 5


def written(date: dt.date) -> str:
    """Give a date as running text has it, "tirsdag 24. november 2026"."""
    return f"{WEEKDAYS[date.weekday()]} {date.day}. {MONTHS[date.month - 1]} {date.year:04d}"


def in_table(date: dt.date) -> str:
    """Give a date as tables have it, "27.11.2026"."""
    return f"{date.day:02d}.{date.month:02d}.{date.year:04d}"


def iso(date: dt.date) -> str:
    """Give a date as machines have it, "2026-11-27"."""
    return date.isoformat()


def spoken(date: dt.date, time: dt.time | None = None) -> str:
    """Give a date short, with its weekday, "fre 27. nov. 2026", and "kl. 14:30" with a time."""
    month = _short_month(date)
    dot = "" if month == MONTHS[date.month - 1] else "."
    return f"{_short_weekday(date)} {date.day}. {month}{dot} {date.year:04d}{_at(time)}"


def short(date: dt.date, today: dt.date, time: dt.time | None = None) -> str:
    """Give a date as short as can be, "fre 27. nov"; the year only when it is not today's."""
    year = "" if date.year == today.year else f" {date.year:04d}"
    return f"{_short_weekday(date)} {date.day}. {_short_month(date)}{year}{_at(time)}"


def in_list(date: dt.date, today: dt.date) -> str:
    """Give a date in at most 11 characters, "fre 27. nov", and "05.01.2027" when its year is not today's.

    A column that cannot hold all of a date would show another one.
    """
    if date.year != today.year:
        return in_table(date)
    return f"{_short_weekday(date)} {date.day}. {MONTHS[date.month - 1][:3]}"


def with_week(date: dt.date, time: dt.time | None = None) -> str:
    """Give a date in full with its week, "fredag 27. november 2026 (uke 48)"."""
    return f"{written(date)}{_at(time)} (uke {date.isocalendar().week})"


def read_written(text: str) -> dt.date | None:
    """Give the date that `written`, `in_table` or `iso` wrote; None for all else.

    The weekday may be left out, and noughts before a day or month; a weekday that is not the
    date's gives None, since nobody can know which of the two was meant.
    """
    words = text.lower().replace(",", " ").split()
    try:
        if len(words) == 1:
            return _numeric(words[0])
        weekday, day, month, year = [""] * (4 - len(words)) + words
        date = dt.date(_year(year), MONTHS.index(month) + 1, _number(day.removesuffix(".")))
    except ValueError:
        return None
    return date if weekday in {"", WEEKDAYS[date.weekday()]} else None


def _numeric(word: str) -> dt.date:
    """Give the date of "27.11.2026" or "2026-11-27"."""
    if "-" in word:
        year, month, day = word.split("-")
    else:
        day, month, year = word.split(".")
    return dt.date(_year(year), _number(month), _number(day))


def _year(digits: str) -> int:
    """Give a year of four digits."""
    if len(digits) != 4:
        raise ValueError
    return _number(digits)


def _number(digits: str) -> int:
    """Give the number of digits alone, which `int` is too kind to ask for."""
    if not (digits.isascii() and digits.isdecimal()):
        raise ValueError
    return int(digits)


def _at(time: dt.time | None) -> str:
    """Give the words for a time of day after a date."""
    return "" if time is None else f" kl. {clock_text(time)}"


def _short_weekday(date: dt.date) -> str:
    """Give the first three letters of a date's weekday."""
    return WEEKDAYS[date.weekday()][:3]


def _short_month(date: dt.date) -> str:
    """Give a date's month, shortened to three letters where it is longer than april."""
    name = MONTHS[date.month - 1]
    return name if len(name) <= _LONGEST_WHOLE_MONTH else name[:3]
