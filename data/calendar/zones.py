"""The times of a calendar file as times in Norway."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from zoneinfo import ZoneInfo

from data.calendar.lines import Component, Entry

NORWAY = "Europe/Oslo"

_WINDOWS = {
    "W. Europe Standard Time": NORWAY,
    "Central Europe Standard Time": NORWAY,
    "Central European Standard Time": NORWAY,
    "Romance Standard Time": NORWAY,
    "GMT Standard Time": "Europe/London",
    "FLE Standard Time": "Europe/Helsinki",
    "UTC": "UTC",
}
"""What Outlook calls zones that neighbours of ours live in; all of the first keep Norwegian time."""

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$")
_OFFSET = re.compile(r"([+-])([01]\d|2[0-3])([0-5]\d)(?:\d\d)?$")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class NoTimeError(ValueError):
    """A line holds no time that can be read."""


def day_of(entry: Entry) -> dt.date | None:
    """Give the date of a line that holds a whole day, None for one that holds a time."""
    found = _STAMP.match(entry.value.strip())
    if found is None or found[4]:
        return None
    return _likely(found).date()


def time_of(entry: Entry, file: Component) -> dt.datetime:
    """Give the time of a line, in Norway. One without a zone is the clock on the wall. Raises NoTimeError."""
    found = _STAMP.match(entry.value.strip())
    if found is None:
        raise NoTimeError
    naive = _likely(found)
    norway = ZoneInfo(NORWAY)
    if found[7]:
        return naive.replace(tzinfo=dt.UTC).astimezone(norway)
    zone = _zone(entry.parameters.get("TZID", ""), naive, file)
    # By way of UTC: a time that the clock jumps over in spring is the one it shows instead.
    return naive.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(norway)


def _likely(found: re.Match[str]) -> dt.datetime:
    """Give the time that was written, if a meeting can be then. Raises NoTimeError."""
    made = _made(found)
    if not 1970 < made.year < 2200:
        raise NoTimeError
    return made


def _made(found: re.Match[str]) -> dt.datetime:
    try:
        year, month, day, hour, minute, second = (int(number or 0) for number in found.groups()[:6])
        return dt.datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the zone follows
    except ValueError as error:
        raise NoTimeError from error


def _zone(name: str, naive: dt.datetime, file: Component) -> dt.tzinfo:
    """Give a zone: one we know by its name, else as the file itself describes it, else our own."""
    if not name:
        return ZoneInfo(NORWAY)
    if zone := _known(name):
        return zone
    described = next((each for each in file.each("VTIMEZONE") if _is_named(each, name)), None)
    offset = None
    with suppress(ValueError):  # a rule that says nothing
        offset = _offset_then(described, naive) if described else None
    return ZoneInfo(NORWAY) if offset is None else dt.timezone(offset)


def _known(name: str) -> ZoneInfo | None:
    """Give a zone by its name; some programs put a path before it."""
    for known in (_WINDOWS.get(name, name), "/".join(name.split("/")[-2:])):
        try:
            return ZoneInfo(known)
        except (ValueError, OSError, KeyError):
            continue
    return None


def _is_named(zone: Component, name: str) -> bool:
    entry = zone.first("TZID")
    return entry is not None and entry.value == name


def _offset_then(zone: Component, naive: dt.datetime) -> dt.timedelta | None:
    """Give how far from UTC a described zone was at a time: by the last change of the clock before it."""
    found = [change for part in zone.within for change in _changes(part, naive.year)]
    before = [change for change in found if change[0] <= naive]
    return max(before)[1] if before else min(found, default=(None, None))[1]


def _changes(part: Component, year: int) -> Iterator[tuple[dt.datetime, dt.timedelta]]:
    """Give when a part of a zone began, that year and the year before, with its distance from UTC."""
    start, to = part.first("DTSTART"), part.first("TZOFFSETTO")
    stamp = _STAMP.match(start.value.strip()) if start else None
    offset = _OFFSET.match(to.value.strip()) if to else None
    if stamp is None or offset is None:
        return
    distance = dt.timedelta(hours=int(offset[2]), minutes=int(offset[3])) * (-1 if offset[1] == "-" else 1)
    began = _made(stamp)
    rule = part.first("RRULE")
    if rule is None:
        yield began, distance
        return
    for each in (year - 1, year):
        if each >= began.year:
            yield _yearly(rule.value, began, each), distance


def _yearly(rule: str, began: dt.datetime, year: int) -> dt.datetime:
    """Give when a yearly rule comes round, such as the last Sunday of March."""
    said = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    month = int(said.get("BYMONTH", began.month))
    by_day = re.match(r"([+-]?\d)([A-Z]{2})$", said.get("BYDAY", ""))
    if by_day is None or by_day[2] not in _DAYS:
        return began.replace(year=year, month=month, day=min(began.day, 28))
    last = calendar.monthrange(year, month)[1]
    wanted = _DAYS.index(by_day[2])
    days = [day for day in range(1, last + 1) if dt.date(year, month, day).weekday() == wanted]
    number = int(by_day[1])
    day = days[max(number, -len(days)) if number < 0 else min(number, len(days)) - 1]
    return began.replace(year=year, month=month, day=day)
