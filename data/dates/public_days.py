"""Norway's public holidays and the ordinary working days between them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from data.language import _

DAY = dt.timedelta(days=1)


@lru_cache(maxsize=16)
def easter(year: int) -> dt.date:
    """Give Easter Sunday, by the Gregorian rule in the form of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap_centuries, century_rest = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - lunar + 15) % 30
    leap_years, rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leap_years - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def holiday_names(date: dt.date) -> tuple[str, ...]:
    """Give the names of the public holidays on a date; two may meet, as on 17 May 2027.

    Source: lov om helligdager og helligdagsfred § 2, and lov om 1 og 17 mai som høgtidsdager § 1,
    checked 2026-11.
    """
    return _holidays(date.year).get(date, ())


def eve_name(date: dt.date) -> str:
    """Give the name of an eve on which offices stand empty, "" on every other day."""
    if (date.month, date.day) == (12, 24):
        return _("julaften")
    return _("nyttårsaften") if (date.month, date.day) == (12, 31) else ""


def is_working_day(date: dt.date) -> bool:
    """Tell whether people are ordinarily at work: no weekend, no holiday, neither of the two eves."""
    return date.weekday() < 5 and date not in _holidays(date.year) and not eve_name(date)


def working_day_before(date: dt.date) -> dt.date:
    """Give the last ordinary working day before a date."""
    date -= DAY
    while not is_working_day(date):
        date -= DAY
    return date


def working_day_after(date: dt.date) -> dt.date:
    """Give the first ordinary working day after a date."""
    date += DAY
    while not is_working_day(date):
        date += DAY
    return date


@lru_cache(maxsize=16)
def _holidays(year: int) -> dict[dt.date, tuple[str, ...]]:
    """Give a year's public holidays with their names."""
    sunday = easter(year)
    named = (
        (dt.date(year, 1, 1), _("første nyttårsdag")),
        (sunday - 3 * DAY, _("skjærtorsdag")),
        (sunday - 2 * DAY, _("langfredag")),
        (sunday, _("første påskedag")),
        (sunday + DAY, _("andre påskedag")),
        (dt.date(year, 5, 1), _("arbeidernes dag")),
        (dt.date(year, 5, 17), _("grunnlovsdag")),
        (sunday + 39 * DAY, _("Kristi himmelfartsdag")),
        (sunday + 49 * DAY, _("første pinsedag")),
        (sunday + 50 * DAY, _("andre pinsedag")),
        (dt.date(year, 12, 25), _("første juledag")),
        (dt.date(year, 12, 26), _("andre juledag")),
    )
    days: dict[dt.date, tuple[str, ...]] = {}
    for date, name in named:
        days[date] = (*days.get(date, ()), name)
    return days
