"""What the leader alone keeps: parked matters until they are ticked off, and figures of who spoke."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path

import pytest

from data.acts import add
from data.approving import approve
from data.archive import document_path
from data.calendar import for_calendar
from data.changes import apply
from data.errors import NotSavedError, UnreadableError
from data.files import MOST_BYTES, write_whole
from data.instants import instant_of
from data.leaders_book import (
    Book,
    change_book,
    concerns_book,
    read_book,
    taken_up_again,
    ticked_off,
    with_change,
    with_parked,
    with_spoken,
)
from data.locations import Locations, locate
from data.markdown import write
from data.meeting import Meeting, Status
from data.parking import Matter, Parked
from data.rounds import Round, Turn
from data.saving import begin
from data.timeline import meetings_held, timeline
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.disk import full_disk
from tests.data.sample_group import SAMPLE_GROUP

ASIDE = "Far er misfornøyd med rektor"
TEN = instant_of(DAY, dt.time(10))
FILE = Path("/grupper/sol-7/2026-11-24-samarbeidsmote.md")
HELD = Meeting(
    id="sol-7-1",
    group="SOL-7",
    date=DAY,
    parked=(Parked(id="x1", text=ASIDE, matter=Matter.DISSATISFACTION),),
)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({"MALSTYRT_HOME": str(tmp_path)})


def texts(book: Book) -> list[str]:
    return [one.text for one in book.open]


def test_what_is_parked_stands_on_the_list_with_its_group_and_where_it_goes(locations: Locations) -> None:
    change_book(locations, lambda book: with_change(book, FILE, HELD.having({"parked": ()}), HELD))
    (one,) = read_book(locations).open
    assert (one.group, one.folder, one.date, one.text) == ("SOL-7", "sol-7", DAY, ASIDE)
    assert one.matter is Matter.DISSATISFACTION


def test_it_lies_with_the_journals_for_its_owner_alone(locations: Locations) -> None:
    change_book(locations, lambda book: with_parked(book, FILE, HELD))
    path = locations.leaders_book
    assert path.parent == locations.state
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not list(locations.state.parent.rglob("*.md"))


def test_a_book_of_more_meetings_than_a_referat_could_hold_is_read_and_changed(locations: Locations) -> None:
    before = with_parked(Book(), FILE, HELD).as_json()
    write_whole(locations.leaders_book, before + " " * MOST_BYTES)
    assert texts(read_book(locations)) == [ASIDE]
    assert change_book(locations, lambda book: ticked_off(book, "sol-7-1/x1")).open == ()


def test_what_is_undone_in_the_meeting_goes_from_the_list() -> None:
    book = with_parked(Book(), FILE, HELD)
    two = HELD.having({"parked": (*HELD.parked, Parked(id="x2", text="Klage"))})
    assert concerns_book(HELD, two)
    assert texts(with_change(book, FILE, HELD, two)) == [ASIDE, "Klage"]
    assert texts(with_change(with_change(book, FILE, HELD, two), FILE, two, HELD)) == [ASIDE]


def test_a_meeting_whose_journal_is_gone_takes_nothing_from_the_list() -> None:
    book = with_parked(Book(), FILE, HELD)
    forgotten = HELD.having({"parked": ()})
    assert not concerns_book(forgotten, forgotten.having({"place": "Biblioteket"}))
    assert texts(with_parked(book, FILE, forgotten)) == [ASIDE]


def test_a_meeting_that_gets_its_group_takes_the_matter_along() -> None:
    without = HELD.having({"group": ""})
    book = with_parked(Book(), Path("/grupper/uten-gruppe/mote.md"), without)
    assert concerns_book(without, HELD)
    (one,) = with_change(book, FILE, without, HELD).open
    assert (one.group, one.folder) == ("SOL-7", "sol-7")


def test_what_is_ticked_off_leaves_no_text_and_does_not_come_again() -> None:
    book = with_parked(Book(), FILE, HELD)
    (matter,) = book.open
    settled = ticked_off(book, matter.id)
    assert ASIDE not in settled.as_json()
    assert texts(with_parked(settled, FILE, HELD)) == []
    assert taken_up_again(settled, matter) == book


def test_a_book_that_cannot_be_read_is_told_and_left_alone(locations: Locations) -> None:
    locations.state.mkdir(parents=True)
    locations.leaders_book.write_bytes(b"{\xff")
    for attempt in (lambda: read_book(locations), lambda: change_book(locations, lambda _book: Book())):
        with pytest.raises(UnreadableError) as told:
            attempt()
        assert "leder.json" in told.value.message
    assert locations.leaders_book.read_bytes() == b"{\xff"


def test_a_full_disk_leaves_the_list_as_it_was(locations: Locations) -> None:
    change_book(locations, lambda book: with_parked(book, FILE, HELD))
    with full_disk(), pytest.raises(NotSavedError):
        change_book(locations, lambda book: with_parked(book, FILE, HELD.having({"id": "sol-7-2"})))
    assert texts(read_book(locations)) == [ASIDE]


def test_nothing_that_is_parked_reaches_a_document_or_a_calendar() -> None:
    whole = complete_meeting()
    change = add("parked", text=ASIDE, matter=Matter.CONFLICT.value)(whole)
    assert change
    meeting = apply(whole, change)
    assert meeting.parked
    for status in Status:
        assert ASIDE not in write(meeting.having({"status": status}))
    assert ASIDE not in for_calendar(meeting, now=TEN)


def test_an_approved_meeting_leaves_its_matters_and_figures_and_nothing_else(locations: Locations) -> None:
    rounds = (Round(id="runde1", turns=(Turn(id="p2", spent=60), Turn(id="p3", spent=30.4))),)
    meeting = complete_meeting().having(
        {"group": "SOL-7", "status": Status.REFERAT, "parked": HELD.parked, "rounds": rounds}
    )
    path = document_path(locations, meeting)
    live = begin(locations, path, meeting, now=lambda: TEN, who="kari")
    approve(locations, live, DAY)
    live.close()
    assert ASIDE.encode() not in path.read_bytes()
    assert ASIDE.encode() not in locations.journal(meeting.id).read_bytes()
    book = read_book(locations)
    assert texts(book) == [ASIDE]
    assert dict(book.spoken[0].seconds) == {"Kari Kladd": 60, "Per Prøve": 30}

    held = meetings_held(locations, path.parent, lambda: TEN)
    seconds = {one.id: one.seconds for one in book.spoken}
    (moment,) = timeline(SAMPLE_GROUP, held, seconds)
    assert moment.shares == pytest.approx({"Kari Kladd": 2 / 3, "Per Prøve": 1 / 3})


def test_a_meeting_without_rounds_has_no_figures_to_keep() -> None:
    assert with_spoken(Book(), HELD, TEN) == Book()
