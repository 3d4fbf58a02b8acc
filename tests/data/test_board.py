"""The board: the tiltak that are asked for, the first due first, and how one is set from there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.board import EVERY, OnBoard, Wanted, board, with_status
from data.convening import Convened, next_meeting
from data.group import Group
from data.groups import Listed
from data.meeting import Tiltak, TiltakStatus, find
from data.profile_file import neutral
from data.structure import load
from tests.data.sample_group import SAMPLE_GROUP

TODAY = dt.date(2026, 12, 1)
OTHER = Group(
    id="elv-2",
    alias="ELV-2",
    tiltak=(
        Tiltak(id="T1", what="Bestille time", when=dt.date(2026, 12, 3)),
        Tiltak(id="T2", what="Uten frist"),
    ),
)


def listed(group: Group) -> tuple[Listed, Group]:
    """Give a group with its line in the list."""
    return Listed(group.id, group.alias, group.kind, "", None, Path(f"{group.id}/gruppe.md")), group


def on_board(wanted: Wanted) -> list[str]:
    """Give the tiltak that are wanted, as group and number."""
    found = board([listed(SAMPLE_GROUP), listed(OTHER)], wanted, TODAY)
    return [f"{one.group.alias} {one.tiltak.id}" for one in found]


def test_all_that_are_not_finished_stand_by_their_deadline_those_without_one_last() -> None:
    assert on_board(Wanted()) == ["SOL-7 T2", "ELV-2 T1", "SOL-7 T3", "ELV-2 T2"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(group="sol-7"), ["SOL-7 T2", "SOL-7 T3"]),
        (Wanted(person="prøve"), ["SOL-7 T3"]),
        (Wanted(person="tor"), ["SOL-7 T3"]),
        (Wanted(status="gjennom"), ["SOL-7 T1"]),
        (Wanted(status="ikke"), ["SOL-7 T2"]),
        (Wanted(group="SOL-7", status=EVERY), ["SOL-7 T2", "SOL-7 T3", "SOL-7 T1"]),
        (Wanted(overdue=True), ["SOL-7 T2"]),
        (Wanted(group="finnes ikke"), []),
    ],
    ids=str,
)
def test_a_filter_lets_through_what_it_names(wanted: Wanted, found: list[str]) -> None:
    assert on_board(wanted) == found


def test_whoever_has_a_tiltak_is_told_by_role_and_service() -> None:
    first = board([listed(SAMPLE_GROUP)], Wanted(), TODAY)[0]

    assert first.tiltak.who == "Kari Kladd"
    assert first.role == "rektor, Skolen"


def test_someone_the_group_does_not_know_has_no_role() -> None:
    assert OnBoard(OTHER, listed(OTHER)[0], OTHER.tiltak[0]).role == ""


def test_a_status_set_on_the_board_is_told_with_its_day_and_no_meeting() -> None:
    group = with_status(SAMPLE_GROUP, "T3", TiltakStatus.NOT_DONE, "Sykdom.", TODAY)

    tiltak = find(group.tiltak, "T3")
    assert tiltak is not None
    assert (tiltak.status, tiltak.reason) == (TiltakStatus.NOT_DONE, "Sykdom.")
    last = group.history("T3")[-1]
    assert (last.date, last.status, last.reason, last.meeting) == (
        TODAY,
        TiltakStatus.NOT_DONE,
        "Sykdom.",
        "",
    )
    assert [one.id for one in group.happenings] == [f"h{n}" for n in range(1, 7)]


def test_second_thoughts_of_the_same_day_take_the_place_of_the_first() -> None:
    once = with_status(SAMPLE_GROUP, "T3", TiltakStatus.NOT_DONE, "Sykdom.", TODAY)
    again = with_status(once, "T3", TiltakStatus.DONE, "", TODAY)

    assert [one.status for one in again.history("T3")] == [TiltakStatus.OPEN, TiltakStatus.DONE]


def test_what_a_meeting_said_the_same_day_stands_in_the_history() -> None:
    day = SAMPLE_GROUP.history("T3")[-1].date
    assert day is not None
    group = with_status(SAMPLE_GROUP, "T3", TiltakStatus.DONE, "", day)

    assert [one.status for one in group.history("T3")] == [TiltakStatus.OPEN, TiltakStatus.DONE]


def test_a_tiltak_that_is_not_there_changes_nothing() -> None:
    assert with_status(SAMPLE_GROUP, "T99", TiltakStatus.DONE, "", TODAY) == SAMPLE_GROUP


@pytest.mark.parametrize(
    ("status", "reason"), [(TiltakStatus.DONE, ""), (TiltakStatus.NOT_DONE, "Sykdom.")], ids=str
)
def test_the_next_meeting_meets_again_what_was_set_on_the_board(status: TiltakStatus, reason: str) -> None:
    group = with_status(SAMPLE_GROUP, "T3", status, reason, TODAY)
    meeting = next_meeting(Convened(group, None, Path(), load("malstyrt"), frozenset(), neutral()), TODAY)

    met = find(meeting.tiltak, "T3")
    assert met is not None
    assert (met.status, met.reason, met.carried) == (status, reason, True)
    assert not find(meeting.tiltak, "T1")
