"""The demo is a whole meeting that is ready to be led, and goes the way all meetings go."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.archive import documents
from data.demo import demo_meeting, open_demo
from data.instants import instant_of
from data.locations import Locations, locate
from data.markdown import public
from data.meeting import Status
from data.opening import Opened, open_document, open_meeting
from data.saving import is_saved, save_document

NOW = dt.datetime(2026, 11, 24, 9, 4, 30)  # noqa: DTZ001 - the demo takes local time
INSTANT = instant_of(NOW.date(), NOW.time())


def test_it_has_what_a_meeting_needs() -> None:
    demo = demo_meeting(NOW)
    assert len(demo.participants) == 6
    assert sum(one.bruker for one in demo.participants) == 2
    assert len(demo.goals) == 3
    assert [one.id for one in demo.carried_open] == ["T11", "T12", "T13", "T14"]
    assert len(demo.agenda) in {4, 5}
    assert demo.purpose
    assert demo.place


def test_leader_referent_and_those_responsible_take_part() -> None:
    demo = demo_meeting(NOW)
    names = {one.name for one in demo.participants}
    assert {demo.leader, demo.minute_taker} <= names
    assert {one.who for one in demo.tiltak} <= names
    assert {one.goal for one in demo.tiltak} <= {one.id for one in demo.goals}
    assert {one.id for one in demo.consents} == {one.service for one in demo.participants if one.service}


def test_it_starts_now_and_what_was_agreed_was_due_before() -> None:
    demo = demo_meeting(NOW)
    assert (demo.date, demo.start) == (NOW.date(), dt.time(9, 4))
    assert demo.approval.date is not None
    assert all(one.when and demo.approval.date < one.when < NOW.date() for one in demo.tiltak)


@pytest.mark.parametrize("days", range(7))
def test_nothing_was_due_on_a_weekend_whatever_day_it_is(days: int) -> None:
    demo = demo_meeting(NOW + dt.timedelta(days=days))
    dates = [demo.approval.date, *(one.when for one in demo.tiltak), *(one.evaluated for one in demo.tiltak)]
    assert all(date.weekday() < 5 for date in dates if date)


def written(locations: Locations) -> Opened:
    """Give a new demo with the document that it gets once it is shown."""
    opened = open_demo(locations, now=lambda: INSTANT, who="kari")
    save_document(opened.live)
    return opened


def test_it_is_opened_with_its_journal_and_gets_its_document_when_it_is_shown(tmp_path: Path) -> None:
    locations = locate({}, tmp_path)
    opened = open_demo(locations, now=lambda: INSTANT, who="kari")
    assert not opened.written
    assert not opened.document.exists()
    assert save_document(opened.live) == opened.document
    assert opened.live.meeting.status is Status.INNKALLING
    assert opened.live.untouched
    assert is_saved(opened.live)
    assert open_document(opened.document).meeting == public(opened.live.meeting) == opened.live.meeting
    assert open_document(opened.document).problems == ()
    opened.live.close()


def test_it_is_the_meeting_to_lead_now(tmp_path: Path) -> None:
    locations = locate({}, tmp_path)
    written(locations).live.close()
    opened = open_meeting(locations, "", now=lambda: INSTANT, who="kari")
    assert opened.live.meeting.group == "SOL-7"
    opened.live.close()


def test_each_time_gives_a_meeting_of_its_own(tmp_path: Path) -> None:
    locations = locate({}, tmp_path)
    for _time in range(2):
        written(locations).live.close()
    assert len({document.id for document in documents(locations)}) == 2


def test_one_that_stopped_before_its_document_was_written_goes_on_from_its_journal(tmp_path: Path) -> None:
    locations = locate({}, tmp_path)
    stopped = open_demo(locations, now=lambda: INSTANT, who="kari").live
    stopped.close()
    opened = open_meeting(locations, stopped.meeting.id, now=lambda: INSTANT, who="kari")
    assert opened.live.meeting == stopped.meeting
    opened.live.close()
