"""The rules for phrases with a weekday in them. Weekdays come as "0" (Monday) to "6"."""

from __future__ import annotations

import datetime as dt

from data.dates.found import Found, next_one, require
from data.dates.public_days import DAY
from data.dates.writing import WEEKDAYS
from data.language import _

WEEK = dt.timedelta(weeks=1)


def coming(today: dt.date, weekday: str) -> Found:
    """«fredag»: the next one after today, a week from now where today is one."""
    ahead = (int(weekday) - today.weekday()) % 7
    return Found(today + ahead * DAY) if ahead else Found(today + WEEK, _("om en uke, ikke i dag"))


def of_this_week(today: dt.date, weekday: str) -> Found:
    """«fredag denne uken», which may have been."""
    return Found(monday_of(today) + int(weekday) * DAY)


def of_next_week(today: dt.date, weekday: str) -> Found:
    """«fredag i neste uke»."""
    return Found(monday_of(today) + WEEK + int(weekday) * DAY)


def next_weekday(today: dt.date, weekday: str) -> Found:
    """«neste fredag»: the one in next week, and said so while this week's is still to come.

    People differ on the word while it is still to come (Språkrådet on "neste"); else they agree.
    """
    found = of_next_week(today, weekday)
    if int(weekday) <= today.weekday():
        return found
    name = WEEKDAYS[int(weekday)]
    return Found(found.date, _("i neste uke, ikke nå på {weekday}").format(weekday=name))


def of_week(today: dt.date, weekday: str, week: str, year: str = "") -> Found:
    """«onsdag i uke 2»."""
    date = monday_of_week(today, week, year) + int(weekday) * DAY
    return Found(date) if year else next_one(date, today)


def of_week_first(today: dt.date, week: str, weekday: str) -> Found:
    """«uke 2 onsdag»."""
    return of_week(today, weekday, week)


def in_weeks_on(today: dt.date, weekday: str, weeks: str) -> Found:
    """«fredag om to uker», where counting from this week and from that day agree."""
    from_week = monday_of(today) + int(weekday) * DAY
    from_day = today + (int(weekday) - today.weekday()) % 7 * DAY
    require(from_week == from_day)
    return Found(from_day + int(weeks) * WEEK)


def in_days_on(today: dt.date, weekday: str, days: str) -> Found:
    """«fredag om fjorten dager»."""
    weeks, rest = divmod(int(days), 7)
    require(rest == 0)
    return in_weeks_on(today, weekday, str(weeks))


def first_of_month(today: dt.date, nth: str, weekday: str, month: str, year: str = "") -> Found:
    """«første mandag i januar», and the second to the fifth."""
    years = (int(year),) if year else (today.year, today.year + 1)
    dates = [_nth(int(nth), int(weekday), int(month), each) for each in years]
    date = next(date for date in dates if year or date >= today)
    require(date.month == int(month))
    return Found(date)


def last_of_month(today: dt.date, weekday: str, month: str) -> Found:
    """«siste fredag i januar»."""
    lasts = (end_of_month(year, int(month)) for year in (today.year, today.year + 1))
    dates = (last - (last.weekday() - int(weekday)) % 7 * DAY for last in lasts)
    return Found(next(date for date in dates if date >= today))


def monday_of(date: dt.date) -> dt.date:
    """Give the Monday of a date's week."""
    return date - date.weekday() * DAY


def monday_of_week(today: dt.date, week: str, year: str = "") -> dt.date:
    """Give the Monday of a week: of the year named, else the next such week, this one included.

    Raises ValueError for a week that the year does not have.
    """
    now = today.isocalendar()
    wanted = int(year) if year else now.year + (int(week) < now.week)
    return dt.date.fromisocalendar(wanted, int(week), 1)


def end_of_month(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return (dt.date(year, month, 28) + 4 * DAY).replace(day=1) - DAY


def _nth(nth: int, weekday: int, month: int, year: int) -> dt.date:
    """Give the nth weekday counted from the first of a month, beyond its end where it has fewer."""
    first = dt.date(year, month, 1)
    return first + (weekday - first.weekday()) % 7 * DAY + (nth - 1) * WEEK
