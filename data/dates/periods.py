"""The rules for weeks, months and years as deadlines: each stands for its last working day.

That is what a leader means by "uke 50" or "i januar": done when the week or the month is over.
A period whose last working day has been gives no date.
"""

from __future__ import annotations

import datetime as dt

from data.dates.found import Found, next_one, require
from data.dates.public_days import DAY, working_day_before
from data.dates.weekdays import WEEK, end_of_month, monday_of, monday_of_week
from data.language import _


def week(today: dt.date, number: str, year: str = "") -> Found:
    """«uke 50»."""
    found = _week_of(today, monday_of_week(today, number, year))
    return found if year else next_one(found.date, today, found.note)


def this_week(today: dt.date) -> Found:
    """«denne uken»."""
    return _week_of(today, monday_of(today))


def next_week(today: dt.date) -> Found:
    """«neste uke»."""
    return _week_of(today, monday_of(today) + WEEK)


def before_week(today: dt.date, number: str) -> Found:
    """«før uke 50»."""
    found = working_day_before(monday_of_week(today, number))
    require(found >= today)
    return Found(found, _("siste arbeidsdag før uken"))


def month(today: dt.date, number: str, year: str = "") -> Found:
    """«i januar»: the next one, this month included."""
    wanted = int(year) if year else today.year + (int(number) < today.month)
    return _month_of(today, dt.date(wanted, int(number), 1))


def this_month(today: dt.date) -> Found:
    """«i slutten av måneden»."""
    return _month_of(today, today)


def next_month(today: dt.date) -> Found:
    """«neste måned»."""
    return _month_of(today, end_of_month(today.year, today.month) + DAY)


def before_month(today: dt.date, number: str) -> Found:
    """«før januar»."""
    first = dt.date(today.year + (int(number) <= today.month), int(number), 1)
    found = working_day_before(first)
    require(found >= today)
    return Found(found, _("siste arbeidsdag før måneden"))


def this_year(today: dt.date) -> Found:
    """«utgangen av året»."""
    last = dt.date(today.year, 12, 31)
    return _last_working_day(today, last, _("siste arbeidsdag i året"))


def _week_of(today: dt.date, monday: dt.date) -> Found:
    """Give the last working day of a week."""
    friday = monday + 4 * DAY
    found = _last_working_day(today, friday, _("siste arbeidsdag i uken"))
    return found if found.date != friday else Found(friday, _("fredag i uken"))


def _month_of(today: dt.date, date: dt.date) -> Found:
    """Give the last working day of a date's month."""
    return _last_working_day(today, end_of_month(date.year, date.month), _("siste arbeidsdag i måneden"))


def _last_working_day(today: dt.date, last: dt.date, note: str) -> Found:
    """Give the last working day up to and with `last`, unless it has been."""
    found = working_day_before(last + DAY)
    require(found >= today)
    return Found(found, note)
