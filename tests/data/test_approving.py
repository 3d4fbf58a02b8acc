"""An approved referat: it is saved so, its text stays, nothing private is left, and the last one follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import acts, afterlife
from data.approved import ApprovedError
from data.approving import approve, settle_last
from data.archive import document_path
from data.errors import NotSavedError
from data.instants import instant_of
from data.live import Live
from data.locations import Locations, locate
from data.markdown import read, write
from data.meeting import Approval, Meeting, Remark, Status
from data.opening import open_meeting
from data.saving import begin, document_of, save_document
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.disk import full_disk

TEN = instant_of(DAY, dt.time(10))
KLADD = "Hemmelig kladd om mor."
REASON = "Fordi det er et sitat"
NEXT = dt.date(2027, 1, 12)
SAID = "Rettes: Tor kom klokka ni."


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({"MALSTYRT_HOME": str(tmp_path)})


@pytest.fixture
def live(locations: Locations) -> Iterator[Live]:
    """Give the finished referat as it is held, with private notes in its journal."""
    meeting = complete_meeting().having({"status": Status.REFERAT, "group": "SOL-7"})
    opened = begin(locations, document_path(locations, meeting), meeting, now=lambda: TEN, who="kari")
    opened.record(acts.put("notes/runde1/text", KLADD))
    opened.record(acts.put("notes/runde1/text", "Ikke lenger."))
    opened.record(acts.put("let_stand/language.man:summary:0/reason", REASON))
    save_document(opened)
    yield opened
    opened.close()


def saved(live: Live) -> Meeting:
    """Give the meeting as its document says."""
    return read(document_of(live).read_text(encoding="utf-8")).meeting


def everything_on_disk(locations: Locations) -> bytes:
    """Give all the program has written, the journals with what lies beside them."""
    return b"".join(file.read_bytes() for file in sorted(locations.data.parent.rglob("*")) if file.is_file())


def next_meeting(locations: Locations, approval: Approval, **fields: object) -> tuple[Meeting, Path]:
    """Give the meeting that took up the approval, and where it is saved."""
    meeting = Meeting(id="sol-7-neste", group="SOL-7", date=NEXT, approval=approval).having(fields)
    path = document_path(locations, meeting)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(meeting), encoding="utf-8")
    return meeting, path


def settle(locations: Locations, approval: Approval, **fields: object) -> str:
    meeting, path = next_meeting(locations, approval, **fields)
    return settle_last(locations, path, meeting, now=lambda: TEN, who="ola")


def test_the_last_referat_is_found_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "hjem").symlink_to(tmp_path / "disk")
    linked = locate({"MALSTYRT_HOME": str(tmp_path / "hjem")})
    last = complete_meeting().having({"status": Status.REFERAT, "group": "SOL-7"})
    begin(linked, document_path(linked, last), last, now=lambda: TEN, who="kari").close()
    assert "er godkjent" in settle(linked, Approval(approved=True))


def test_the_document_says_that_it_is_approved(live: Live, locations: Locations) -> None:
    approve(locations, live, NEXT)
    assert saved(live).status is Status.GODKJENT
    assert saved(live).life.approved == NEXT


def test_private_notes_go_for_good_and_so_does_how_they_came_to_be(live: Live, locations: Locations) -> None:
    assert KLADD.encode() in everything_on_disk(locations)
    approve(locations, live, NEXT)
    assert live.meeting.notes == ()
    assert not live.undo()
    assert KLADD.encode() not in everything_on_disk(locations)
    assert b"Ikke lenger." not in everything_on_disk(locations)
    assert live.meeting.let_stand == ()
    assert REASON.encode() not in everything_on_disk(locations)


def test_a_stop_before_the_notes_were_gone_is_made_good_when_it_is_opened(
    live: Live, locations: Locations
) -> None:
    live.record(afterlife.approve(NEXT))
    save_document(live)
    live.close()
    assert KLADD.encode() in everything_on_disk(locations)
    open_meeting(locations, live.meeting.id, now=lambda: TEN, who="kari").live.close()
    assert KLADD.encode() not in everything_on_disk(locations)


def test_a_referat_that_cannot_be_saved_keeps_its_notes_until_it_is(live: Live, locations: Locations) -> None:
    with full_disk(), pytest.raises(NotSavedError):
        approve(locations, live, NEXT)
    assert saved(live).status is Status.REFERAT
    assert live.meeting.notes
    approve(locations, live, NEXT)
    assert saved(live).status is Status.GODKJENT
    assert KLADD.encode() not in everything_on_disk(locations)


def test_after_approval_the_text_stays_and_a_correction_is_added(live: Live, locations: Locations) -> None:
    approve(locations, live, NEXT)
    before = saved(live)
    with pytest.raises(ApprovedError):
        live.record(acts.put("place", "Et annet sted"))
    live.record(afterlife.correct("Kari Kladd", "Tor kom 09:20.", TEN))
    save_document(live)
    after = saved(live)
    assert [(one.who, one.date, one.text) for one in after.corrections] == [
        ("Kari Kladd", DAY, "Tor kom 09:20.")
    ]
    assert after.having({"corrections": ()}) == before


def test_another_terminal_cannot_take_back_an_approval(live: Live, locations: Locations) -> None:
    other = open_meeting(locations, live.meeting.id, now=lambda: TEN, who="ola").live
    live.record(afterlife.approve(NEXT))
    with pytest.raises(ApprovedError):
        other.undo()
    other.close()
    assert live.meeting.status is Status.GODKJENT


# The last referat, when the next meeting has approved it


def test_the_next_meeting_brings_the_last_referat_to_approved_with_its_remarks(
    live: Live, locations: Locations
) -> None:
    words = settle(locations, Approval(date=DAY, approved=True, remarks=SAID))
    last = saved(live)
    assert (last.status, last.life.approved) == (Status.GODKJENT, NEXT)
    assert last.remarks == (Remark(id="r1", date=NEXT, who="neste møte", text=SAID),)
    assert document_of(live).name in words
    assert KLADD.encode() not in everything_on_disk(locations)
    assert settle(locations, Approval(date=DAY, approved=True, remarks=SAID)) == ""


def test_without_a_date_it_is_the_latest_before(live: Live, locations: Locations) -> None:
    settle(locations, Approval(approved=True))
    assert saved(live).status is Status.GODKJENT


def test_one_that_was_not_approved_gets_its_remarks_and_stays(live: Live, locations: Locations) -> None:
    settle(locations, Approval(date=DAY, approved=False, remarks=SAID))
    assert saved(live).status is Status.REFERAT
    assert [remark.text for remark in saved(live).remarks] == [SAID]


@pytest.mark.parametrize(
    ("approval", "fields"),
    [
        (Approval(date=DAY), {}),
        (Approval(date=dt.date(2026, 10, 6), approved=True), {}),
        (Approval(date=DAY, approved=True), {"group": "MÅNE-2"}),
    ],
    ids=["nothing said", "another day", "another group"],
)
def test_no_other_referat_is_touched(
    live: Live, locations: Locations, approval: Approval, fields: dict[str, object]
) -> None:
    before = document_of(live).read_bytes()
    assert settle(locations, approval, **fields) == ""
    assert document_of(live).read_bytes() == before


def test_a_draft_is_not_approved_unseen(live: Live, locations: Locations) -> None:
    live.record(acts.put("status", Status.UTKAST.value))
    save_document(live)
    assert "utkast" in settle(locations, Approval(date=DAY, approved=True))
    assert saved(live).status is Status.UTKAST


def test_a_meeting_without_a_group_settles_no_referat_that_lies_beside_it(locations: Locations) -> None:
    another = complete_meeting().having({"status": Status.REFERAT, "group": ""})
    path = document_path(locations, another)
    path.parent.mkdir(parents=True)
    path.write_text(write(another), encoding="utf-8")
    assert settle(locations, Approval(approved=True, remarks="Nei."), group="") == ""
    assert path.read_text(encoding="utf-8") == write(another)
