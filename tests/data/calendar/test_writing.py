"""The innkalling for calendars says when and where, and gives nothing away."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar.invitation import read_invitation
from data.calendar.lines import LONGEST
from data.calendar.writing import for_calendar, save_for_calendar
from data.clean import clean_line
from data.errors import MalstyrtError
from data.meeting import Kind, Meeting
from tests.data.meetings import HOSTILE, lines
from tests.data.sample_meeting import sample_meeting

NOW = 1_795_507_200.0

MEETING = Meeting(
    id="sol-7-x",
    group="SOL-7",
    date=dt.date(2026, 11, 24),
    start=dt.time(9),
    length=90,
    place="Rådhuset, rom 2",
)


def event(meeting: Meeting) -> icalendar.Event:
    """Give the meeting as another program reads it."""
    (found,) = icalendar.Calendar.from_ical(for_calendar(meeting, now=NOW)).walk("VEVENT")
    return found


def test_another_program_reads_the_same_facts() -> None:
    read = event(MEETING)
    assert read["SUMMARY"] == "Samarbeidsmøte"
    assert read["LOCATION"] == "Rådhuset, rom 2"
    assert read.start.isoformat() == "2026-11-24T09:00:00+01:00"
    assert read.end.isoformat() == "2026-11-24T10:30:00+01:00"
    assert str(read.start.tzinfo) == "Europe/Oslo"


def test_nothing_confidential_is_in_it() -> None:
    sample = sample_meeting()
    asked = (one.having({"expected": f"Bidraget fra {one.id}"}) for one in sample.participants)
    meeting = sample.having({"participants": tuple(asked)})
    text = for_calendar(meeting, now=NOW)
    told = icalendar.Calendar.from_ical(text).to_ical().decode().casefold()
    names = [one.name for one in meeting.participants] + [one.service for one in meeting.participants]
    texts = [goal.text for goal in meeting.goals] + [item.title for item in meeting.agenda]
    texts += [one.expected for one in meeting.participants]
    for secret in [*names, *texts, meeting.group, meeting.id, meeting.purpose, meeting.leader]:
        assert secret.casefold() not in told or not secret


def test_the_same_meeting_has_the_same_name_each_time_and_others_another() -> None:
    assert event(MEETING)["UID"] == event(MEETING.having({"place": "Skolen"}))["UID"]
    assert event(MEETING)["UID"] != event(MEETING.having({"id": "sol-7-y"}))["UID"]


@given(
    place=lines(),
    day=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
    start=st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    length=st.integers(1, 300),
    kind=st.sampled_from(Kind),
)
def test_what_is_written_is_read_back(
    place: str, day: dt.date, start: dt.time, length: int, kind: Kind
) -> None:
    meeting = Meeting(id="a", kind=kind, date=day, start=start, length=length, place=place)
    try:
        text = for_calendar(meeting, now=NOW)
    except MalstyrtError:
        return
    assert all(len(line) <= LONGEST for line in text.encode().split(b"\r\n"))
    ours = read_invitation(text.encode(), source="")
    theirs = event(meeting)
    assert ours.start
    assert ours.place == str(theirs.get("LOCATION", "")) == meeting.place
    assert ours.minutes == length
    assert theirs.end.timestamp() - theirs.start.timestamp() == length * 60
    assert dt.datetime.combine(ours.date, ours.start) == theirs.start.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("day", "start", "ends"),
    [
        (dt.date(2026, 3, 29), dt.time(1, 30), "2026-03-29T03:30:00+02:00"),
        (dt.date(2026, 10, 25), dt.time(1, 30), "2026-10-25T02:30:00+02:00"),
        (dt.date(2026, 6, 24), dt.time(9), "2026-06-24T10:00:00+02:00"),
    ],
)
def test_an_hour_is_an_hour_when_the_clock_is_set(day: dt.date, start: dt.time, ends: str) -> None:
    meeting = MEETING.having({"date": day, "start": start, "length": 60})
    assert event(meeting).end.isoformat() == ends


def test_a_meeting_past_midnight_is_refused_and_one_to_midnight_is_not() -> None:
    late = MEETING.having({"start": dt.time(23), "length": 60})
    assert event(late).end.isoformat() == "2026-11-25T00:00:00+01:00"
    with pytest.raises(MalstyrtError, match="samme dag"):
        for_calendar(late.having({"length": 61}), now=NOW)


@pytest.mark.parametrize("missing", ["date", "start"])
def test_a_meeting_without_a_time_has_no_place_in_a_calendar(missing: str) -> None:
    with pytest.raises(MalstyrtError, match="mangler"):
        for_calendar(MEETING.having({missing: None}), now=NOW)


def test_it_is_written_beside_the_document_for_its_owner_alone(tmp_path: Path) -> None:
    path = save_for_calendar(MEETING, tmp_path / "møte.md", now=NOW)
    assert path == tmp_path / "møte.ics"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes().decode() == for_calendar(MEETING, now=NOW)


HOSTILE_PLACES = [
    *HOSTILE,
    "Rådhuset\r\nATTENDEE:mailto:a@eksempel.no",
    "Rådhuset\nEND:VEVENT\nBEGIN:VEVENT",
    "\rATTACH:file:///etc/passwd",
    "a;b,c\\n\\;",
    "ø" * 300,
    "\u2028X-ALT-DESC:<script>",
    "\x85URL:http://eksempel.no",
    "x\x1b]52;c;SGVp\x07\x00\x9b2J\u202eLAKS",
]


@pytest.mark.parametrize("place", HOSTILE_PLACES)
def test_I7_no_place_is_more_than_a_place(place: str) -> None:
    text = for_calendar(MEETING.having({"place": place, "group": place}), now=NOW)
    names = [re.split("[:;]", line)[0] for line in text.split("\r\n") if not line.startswith(" ")]

    expected = for_calendar(MEETING.having({"place": "Rådhuset" if clean_line(place) else ""}), now=NOW)
    assert names == [re.split("[:;]", line)[0] for line in expected.split("\r\n") if not line.startswith(" ")]
    assert all(len(line.encode()) <= LONGEST for line in text.split("\r\n"))
    assert all(character.isprintable() for character in text.replace("\r\n", ""))
    assert str(event(MEETING.having({"place": place})).get("LOCATION", "")) == clean_line(place)
