"""The next meeting is made of an innkalling as it stands, or of what the last meeting left."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.archive import documents
from data.errors import UnreadableError
from data.locations import Locations, locate
from data.markdown import write
from data.meeting import (
    AgendaItem,
    Attendance,
    Entry,
    Goal,
    Kept,
    Meeting,
    NextMeeting,
    Participant,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
)
from data.opening import open_document
from data.preparing import following, prepare

LAST = Meeting(
    id="sol-7-a",
    group="SOL-7",
    status=Status.GODKJENT,
    date=dt.date(2026, 11, 24),
    start=dt.time(9),
    end=dt.time(10),
    place="Rådhuset",
    leader="Anne Utkast",
    minute_taker="Kari Kladd",
    purpose="Se hva som virket.",
    participants=(
        Participant(id="p1", name="Per Prøve", bruker=True, attendance=Attendance.MET),
        Participant(
            id="p2",
            name="Kari Kladd",
            attendance=Attendance.STAND_IN,
            stand_in="Ola Tenkt",
            innspill="Alt vel.",
        ),
    ),
    agenda=(AgendaItem(id="s1", title="Fravær"),),
    goals=(
        Goal(id="M1", text="Trygg på skolen", verdict=Verdict.ON_TRACK, conclusion="Det går bedre."),
        Goal(id="M2", text="Leseglede", verdict=Verdict.REACHED),
        Goal(id="M3", text="Klatring", verdict=Verdict.REACHED),
    ),
    entries=(Entry(id="runde1:p2", step="runde1", speaker="p2", progress="Leser hver kveld."),),
    tiltak=(
        Tiltak(id="T0", what="Ikke gjort", status=TiltakStatus.NOT_DONE, carried=True),
        Tiltak(id="T1", what="Gjort", status=TiltakStatus.DONE),
        Tiltak(id="T2", what="Åpent", goal="M1"),
        Tiltak(id="T3", what="Delvis", status=TiltakStatus.PARTLY, reason="Syk lærer", goal="M3"),
        Tiltak(id="T5", what="Utgår", status=TiltakStatus.DROPPED),
    ),
    next_meeting=NextMeeting(date=dt.date(2027, 1, 12), time=dt.time(13, 30), theme="Vårens plan"),
    kept=(Kept(id="k1", after="x", text="noe"),),
)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path / "hjem")


@pytest.fixture
def referat(tmp_path: Path) -> Path:
    path = tmp_path / "referat.md"
    path.write_text(write(LAST), encoding="utf-8")
    return path


def test_the_next_meeting_is_as_it_was_agreed() -> None:
    made = following(LAST)
    assert (made.date, made.start, made.place, made.purpose) == (
        dt.date(2027, 1, 12),
        dt.time(13, 30),
        "Rådhuset",
        "Vårens plan",
    )
    assert (made.status, made.end, made.leader, made.minute_taker) == (
        Status.INNKALLING,
        None,
        "Anne Utkast",
        "Kari Kladd",
    )


def test_the_last_referat_waits_for_its_approval() -> None:
    assert following(LAST).approval.date == LAST.date
    assert following(LAST).approval.approved is None


def test_nobody_has_come_yet() -> None:
    assert following(LAST).participants == (
        Participant(id="p1", name="Per Prøve", bruker=True),
        Participant(id="p2", name="Kari Kladd"),
    )


def test_unfinished_tiltak_are_carried_to_be_accounted_for() -> None:
    made = following(LAST)
    assert [one.what for one in made.tiltak] == ["Ikke gjort", "Åpent", "Delvis"]
    assert [one.id for one in made.tiltak] == ["T0", "T2", "T3"]
    assert made.carried_open == made.tiltak
    assert {one.reason for one in made.tiltak} == {""}


def test_goals_go_on_without_a_conclusion_unless_reached_and_left_by_all() -> None:
    assert following(LAST).goals == (Goal(id="M1", text="Trygg på skolen"), Goal(id="M3", text="Klatring"))


def test_what_happened_in_the_last_meeting_stays_there() -> None:
    made = following(LAST)
    assert (made.agenda, made.entries, made.kept, made.next_meeting) == ((), (), (), NextMeeting())


def test_a_referat_gives_an_innkalling_in_the_archive(locations: Locations, referat: Path) -> None:
    before = referat.read_bytes()
    path = prepare(locations, referat)
    assert path == locations.groups / "sol-7" / "2027-01-12-samarbeidsmote.md"
    made = open_document(path).meeting
    assert made == following(LAST).having({"id": made.id})
    assert made.id != LAST.id
    assert referat.read_bytes() == before


def test_an_innkalling_is_taken_as_it_stands_with_an_id_of_its_own(
    locations: Locations, tmp_path: Path
) -> None:
    source = LAST.having({"status": Status.INNKALLING, "kept": ()})
    path = tmp_path / "innkalling.md"
    path.write_text(write(source), encoding="utf-8")
    made = open_document(prepare(locations, path)).meeting
    assert made.id not in {"", source.id}
    assert made == open_document(path).meeting.having({"id": made.id})


def test_another_group_can_be_named(locations: Locations, referat: Path) -> None:
    prepare(locations, referat, group="MÅNE-2")
    assert [(one.group, one.path.parent.name) for one in documents(locations)] == [("MÅNE-2", "måne-2")]


def test_making_it_twice_gives_two_meetings(locations: Locations, referat: Path) -> None:
    assert prepare(locations, referat) != prepare(locations, referat)
    assert len({one.id for one in documents(locations)}) == 2


def test_what_is_no_meeting_makes_none(locations: Locations, tmp_path: Path) -> None:
    path = tmp_path / "annet.md"
    path.write_text("# Handleliste", encoding="utf-8")
    with pytest.raises(UnreadableError):
        prepare(locations, path)
    assert documents(locations) == []
