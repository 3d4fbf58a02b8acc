"""The rules for feasts, and for what lies before and after them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from data.dates.found import Found, Rule, next_one, require
from data.dates.public_days import DAY, easter, working_day_after, working_day_before
from data.dates.weekdays import WEEK, monday_of
from data.language import _

OfYear = Callable[[int], dt.date]


def feast(today: dt.date, name: str) -> Found:
    """«langfredag», the next one."""
    return _next(today, _FEASTS[name])


def little_christmas_eve(today: dt.date, name: str) -> Found:
    """«lille julaften»."""
    require(name == "julaften")
    return _next(today, lambda year: dt.date(year, 12, 23))


def midsummer_eve(today: dt.date) -> Found:
    """«St. Hansaften». The bare "St. Hans" may be the eve or the day, so it is neither."""
    return feast(today, "sankthansaften")


def new_years_day(today: dt.date) -> Found:
    """«nyttårsdag»."""
    return _next(today, _new_year)


def numbered(first: OfYear) -> Rule:
    """Give the rule for "første juledag" and "andre juledag", and their like."""

    def rule(today: dt.date, number: str) -> Found:
        require(number in {"1", "2"})
        return _next(today, lambda year: first(year) + (int(number) - 1) * DAY)

    return rule


def before_season(today: dt.date, season: str) -> Found:
    """«før jul»: the last ordinary working day before it, as a deadline has to be kept at work.

    Christmas starts on its eve, New Year on its eve. Easter starts with the school's holiday, which
    has the whole of Easter week everywhere, so the day is the Friday before Palm Sunday.
    """
    if season == "helg":
        saturday = monday_of(today) + 5 * DAY
        return Found(working_day_before(saturday if today < saturday else saturday + WEEK))
    starts = _SEASON_STARTS[season]
    return _next(today, lambda year: working_day_before(starts(year)), _last_before(season))


def after_season(today: dt.date, season: str) -> Found:
    """«etter påske»: the first ordinary working day after it.

    After Christmas means after New Year: between them the services stand empty.
    """
    if season == "helg":
        return Found(working_day_after(monday_of(today) + 6 * DAY))
    ends = _SEASON_ENDS[season]
    return _next(today, lambda year: working_day_after(ends(year)), _first_after(season))


def _next(today: dt.date, of_year: OfYear, note: str = "") -> Found:
    """Give the first day of its kind that is not over."""
    date = of_year(today.year)
    return next_one(date if date >= today else of_year(today.year + 1), today, note)


def _new_year(year: int) -> dt.date:
    """Give New Year's Day."""
    return dt.date(year, 1, 1)


def pentecost(year: int) -> dt.date:
    """Give the first day of Pentecost."""
    return easter(year) + 49 * DAY


def _last_before(season: str) -> str:
    """Give the words for how "før" was taken."""
    return {
        "jul": _("siste arbeidsdag før julaften"),
        "nyttår": _("siste arbeidsdag før nyttårsaften"),
        "påske": _("siste arbeidsdag før påskeuken"),
        "pinse": _("siste arbeidsdag før pinse"),
    }[season]


def _first_after(season: str) -> str:
    """Give the words for how "etter" was taken."""
    return {
        "jul": _("første arbeidsdag etter nyttår"),
        "nyttår": _("første arbeidsdag etter nyttår"),
        "påske": _("første arbeidsdag etter påske"),
        "pinse": _("første arbeidsdag etter pinse"),
    }[season]


_FEASTS: dict[str, OfYear] = {
    "palmesøndag": lambda year: easter(year) - WEEK,
    "skjærtorsdag": lambda year: easter(year) - 3 * DAY,
    "langfredag": lambda year: easter(year) - 2 * DAY,
    "påskeaften": lambda year: easter(year) - DAY,
    "himmelfart": lambda year: easter(year) + 39 * DAY,
    "pinseaften": lambda year: easter(year) + 48 * DAY,
    "grunnlovsdag": lambda year: dt.date(year, 5, 17),
    "sankthansaften": lambda year: dt.date(year, 6, 23),
    "julaften": lambda year: dt.date(year, 12, 24),
    "nyttårsaften": lambda year: dt.date(year, 12, 31),
}

_SEASON_STARTS: dict[str, OfYear] = {
    "jul": lambda year: dt.date(year, 12, 24),
    "nyttår": lambda year: dt.date(year, 12, 31),
    "påske": lambda year: easter(year) - WEEK,
    "pinse": lambda year: easter(year) + 48 * DAY,
}

_SEASON_ENDS: dict[str, OfYear] = {
    "jul": _new_year,
    "nyttår": _new_year,
    "påske": lambda year: easter(year) + DAY,
    "pinse": lambda year: easter(year) + 50 * DAY,
}
