"""Meetings on the days when the clock is changed, and machines that know no time zones of their own."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import icalendar
import pytest

from data import acts, plan, rounds
from data.calendar.invitation import read_invitation
from data.calendar.writing import for_calendar
from data.changes import apply
from data.instants import instant_of, local, time_of_day, today
from data.meeting import Meeting, Visit
from data.rounds import Round, Turn
from data.structure import load

EIGHT_STEPS = load("malstyrt")
HOUR = 3600.0
BACK = dt.date(2026, 10, 25)
"""The clock goes back an hour at three o'clock: the hour from two comes twice."""
FORWARD = dt.date(2027, 3, 28)
"""The clock goes forward an hour at two o'clock: the hour from two never comes."""


def from_utc(day: dt.date, hour: int, minute: int = 0) -> float:
    """Give the instant of a time of day in Greenwich."""
    return dt.datetime.combine(day, dt.time(hour, minute), dt.UTC).timestamp()


ACROSS = [
    # day, start by the wall, minutes, end by the wall
    pytest.param(BACK, "01:30", 45, "02:15", id="back-into-the-first-of-two"),
    pytest.param(BACK, "01:30", 105, "02:15", id="back-into-the-second-of-two"),
    pytest.param(BACK, "01:30", 180, "03:30", id="back-across"),
    pytest.param(BACK, "02:15", 60, "02:15", id="back-from-the-first-to-the-second"),
    pytest.param(BACK, "09:00", 60, "10:00", id="back-the-morning-after"),
    pytest.param(FORWARD, "01:30", 60, "03:30", id="forward-across"),
    pytest.param(FORWARD, "02:30", 60, "04:30", id="forward-from-a-time-that-never-comes"),
    pytest.param(FORWARD, "09:00", 60, "10:00", id="forward-the-morning-after"),
]


def a_meeting(day: dt.date, start: str, minutes: int) -> Meeting:
    return Meeting(id="m1", date=day, start=dt.time.fromisoformat(start), length=minutes)


@pytest.mark.parametrize(("day", "start", "minutes", "end"), ACROSS)
def test_C3_a_meeting_lasts_as_long_as_it_is_planned(
    day: dt.date, start: str, minutes: int, end: str
) -> None:
    meeting = a_meeting(day, start, minutes)
    begins, ends = plan.begins(meeting), plan.ends(meeting)
    assert begins is not None
    assert ends == begins + minutes * 60
    assert time_of_day(ends).isoformat("minutes") == end


@pytest.mark.parametrize(("day", "start", "minutes", "end"), ACROSS)
def test_C3_its_clocks_show_true_time(day: dt.date, start: str, minutes: int, end: str) -> None:
    opened = instant_of(day, dt.time.fromisoformat(start))
    now = opened + minutes * 60
    held = Round(id="runde1", turns=(Turn(id="p1"),), speaker="p1", since=opened)
    meeting = a_meeting(day, start, minutes).having(
        {"visits": (Visit(id="v1", step="runde1", at=opened),), "rounds": (held,)}
    )
    assert rounds.elapsed(held, "p1", now) == minutes * 60
    assert plan.spent(meeting, now) == {"runde1": minutes * 60}
    assert plan.standing(meeting, EIGHT_STEPS, now).left_seconds == 0
    change = acts.walk_to("referat", EIGHT_STEPS, now)(meeting)
    assert change is not None
    assert apply(meeting, change).end == dt.time.fromisoformat(end)


@pytest.mark.parametrize(("day", "start", "minutes", "end"), ACROSS)
def test_C3_calendars_show_it_as_long_as_it_is(day: dt.date, start: str, minutes: int, end: str) -> None:
    text = for_calendar(a_meeting(day, start, minutes), now=0.0)
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event.end.timestamp() - event.start.timestamp() == minutes * 60
    shown = event.end.astimezone(local(0.0).tzinfo)
    assert shown.time() == dt.time.fromisoformat(end)
    assert read_invitation(text.encode(), source="prøve.ics").minutes == minutes


@pytest.mark.parametrize(
    ("instant", "time", "fold"),
    [
        (from_utc(BACK, 0, 30), "02:30", 0),
        (from_utc(BACK, 1, 30), "02:30", 1),
        (from_utc(BACK, 2, 30), "03:30", 0),
        (from_utc(FORWARD, 0, 30), "01:30", 0),
        (from_utc(FORWARD, 1, 30), "03:30", 0),
    ],
)
def test_C3_an_instant_has_one_time_of_day_and_two_may_have_the_same(
    instant: float, time: str, fold: int
) -> None:
    here = local(instant)
    assert (here.strftime("%H:%M"), here.fold) == (time, fold)
    assert instant_of(here.date(), here.timetz().replace(tzinfo=None)) == instant


def test_C3_a_day_of_25_hours_is_one_day() -> None:
    midnight = instant_of(BACK, dt.time())
    assert today(midnight) == today(midnight + 25 * HOUR - 1) == BACK
    assert today(midnight + 25 * HOUR) == BACK + dt.timedelta(days=1)


def test_C4_a_machine_without_time_zones_has_those_that_come_with_the_program() -> None:
    shown = "from data.instants import local; print(local(1_795_507_200.0).isoformat())"
    none_of_its_own = {**os.environ, "PYTHONTZPATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", shown], env=none_of_its_own, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("2026-11-24T09:00:00+01:00", "")
