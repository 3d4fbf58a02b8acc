"""Instants and the clock on the wall: seconds since 1970 in UTC, and the time in Norway."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo


@cache
def _norway() -> ZoneInfo:
    return ZoneInfo("Europe/Oslo")


def local(instant: float) -> dt.datetime:
    """Give the date and time of day in Norway at an instant."""
    return dt.datetime.fromtimestamp(instant, _norway())


def today(instant: float) -> dt.date:
    """Give the date in Norway at an instant."""
    return local(instant).date()


def time_of_day(instant: float) -> dt.time:
    """Give the time of day in Norway at an instant, to the minute."""
    return local(instant).time().replace(second=0, microsecond=0)


def instant_of(day: dt.date, time: dt.time) -> float:
    """Give the instant of a time of day in Norway."""
    return dt.datetime.combine(day, time, _norway()).timestamp()
