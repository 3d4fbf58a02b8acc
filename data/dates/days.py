"""The rules for phrases that count from today, and for days with their numbers."""

from __future__ import annotations

import datetime as dt

from data.dates.found import Found, next_one, require
from data.dates.public_days import DAY
from data.dates.weekdays import WEEK, end_of_month

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_FURTHEST_SHORT_YEAR = 20
"""Years ahead that a year of two digits may lie; "1.12.99" is no deadline."""


def same_day(today: dt.date) -> Found:
    """«i dag»."""
    return Found(today)


def tomorrow(today: dt.date) -> Found:
    """«i morgen»."""
    return Found(today + DAY)


def day_after_tomorrow(today: dt.date) -> Found:
    """«i overmorgen»."""
    return Found(today + 2 * DAY)


def yesterday(today: dt.date) -> Found:
    """«i går»."""
    return Found(today - DAY)


def in_days(today: dt.date, days: str) -> Found:
    """«om 3 dager»."""
    return Found(today + int(days) * DAY)


def in_weeks(today: dt.date, weeks: str) -> Found:
    """«om 2 uker»."""
    return Found(today + int(weeks) * WEEK)


def in_months(today: dt.date, months: str) -> Found:
    """«om en måned»: the day of the same number, or the month's last where it has none such."""
    years, month = divmod(today.month - 1 + int(months), 12)
    last = end_of_month(today.year + years, month + 1)
    return Found(last.replace(day=min(today.day, last.day)))


def in_half_a_year(today: dt.date, count: str = "1") -> Found:
    """«om et halvt år»."""
    require(count == "1")
    return in_months(today, "6")


def in_years(today: dt.date, years: str) -> Found:
    """«om et år»."""
    return in_months(today, str(12 * int(years)))


def day_and_month(today: dt.date, day: str, month: str) -> Found:
    """«1.12»: the next one, today included; none where the coming one does not exist (29.2.)."""
    passed = (int(month), int(day)) < (today.month, today.day)
    return next_one(dt.date(today.year + passed, int(month), int(day)), today)


def day_month_and_year(_today: dt.date, day: str, month: str, year: str) -> Found:
    """«1.12.2026»."""
    require(_FIRST_YEAR <= int(year) <= _LAST_YEAR)
    return Found(dt.date(int(year), int(month), int(day)))


def day_month_and_short_year(today: dt.date, day: str, month: str, year: str) -> Found:
    """«1.12.26»."""
    full = 2000 + int(year)
    require(len(year) == 2 and full <= today.year + _FURTHEST_SHORT_YEAR)
    return Found(dt.date(full, int(month), int(day)))


def year_month_and_day(today: dt.date, year: str, month: str, day: str) -> Found:
    """«2026-12-01»."""
    return day_month_and_year(today, day, month, year)


def day_of_month(today: dt.date, day: str) -> Found:
    """«den 14.»: the next day of that number, today included."""
    require(1 <= int(day) <= 31)
    date = today
    while date.day != int(day):
        date += DAY
    return Found(date)
