"""A group that is called something else is the same group, and its older documents are its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.board import Wanted, board
from data.convening import convened
from data.deadlines import Rule
from data.errors import MalstyrtError
from data.group import Group, GroupKind
from data.groups import create_group, find_group, open_group, take_in, update_group
from data.index import Filter, Index
from data.locations import Locations, locate
from data.meeting import Status, Tiltak
from data.opening import open_document
from data.overview import everything_due, open_groups
from data.working_copy import working_copy
from tests.data.complete_meeting import complete_meeting
from tests.data.index.archive_of_texts import found, listed, put

TODAY = dt.date(2026, 11, 24)
REMARKS = "## Godkjenning\n\n- **Frist for merknader:** torsdag 26. november 2026\n"


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    """Give an archive with a group that met as SOL-7, is HAV-1 since, and met again; and another one."""
    locations = locate({}, tmp_path)
    group = Group(
        id="",
        alias="SOL-7",
        kind=GroupKind.ANSVARSGRUPPE,
        created=dt.date(2026, 1, 12),
        evaluated=TODAY,
        tiltak=(Tiltak(id="T1", what="Bestille time"),),
    )
    path = create_group(locations, group)
    create_group(locations, Group(id="", alias="ELV-2"))
    put(locations, "eldst", "Leser mer.", date="20.5.2026", status="godkjent")
    put(locations, "gammel", f"Leser mer.\n\n{REMARKS}", date="20.11.2026", status="til merknad")
    put(locations, "annen", "Leser mer.", group="ELV-2", date="21.11.2026")
    update_group(path, lambda held: held.having({"alias": "HAV-1", "former": "SOL-7"}))
    newest = put(locations, "ny", "Leser mer.", group="HAV-1", date="22.11.2026", status="godkjent")
    newest.rename(path.parent / newest.name)
    return locations


@pytest.mark.parametrize("alias", ["HAV-1", "SOL-7", "sol 7"])
def test_the_archive_and_the_search_have_all_of_its_documents_by_either_alias(
    locations: Locations, alias: str
) -> None:
    assert listed(locations, Filter(group=alias)) == ["ny", "gammel", "eldst"]
    assert found(locations, "leser", Filter(group=alias)) == ["ny", "gammel", "eldst"]


def test_its_deadlines_are_those_of_all_its_meetings(locations: Locations) -> None:
    with Index(locations) as index:
        index.look()
        everything, _faults = everything_due(locations, index, TODAY)
    due = {one.rule: one.due for one in everything if one.group == "HAV-1"}
    assert due[Rule.REMARKS] == dt.date(2026, 11, 26)
    assert due[Rule.MEETINGS] == dt.date(2027, 11, 20), "twice a year, the last time but one in November"


@pytest.mark.parametrize("alias", ["HAV-1", "SOL-7"])
def test_the_board_the_next_meeting_and_the_emptying_know_it_by_either_alias(
    locations: Locations, alias: str
) -> None:
    folder = locations.groups / "sol-7"
    assert [one.tiltak.id for one in board(open_groups(locations), Wanted(group=alias), TODAY)] == ["T1"]
    assert convened(locations, alias).folder == folder
    with pytest.raises(MalstyrtError, match="HAV-1 er ikke avsluttet"):
        working_copy(locations, alias, TODAY, now=lambda: 0.0)


def test_a_meeting_that_was_made_ready_before_tells_its_group(locations: Locations) -> None:
    meeting = complete_meeting().having({"group": "SOL-7", "status": Status.REFERAT})
    path = locations.groups / "sol-7" / "ny.md"
    take_in(path, meeting)
    group = open_group(path.with_name("gruppe.md")).group
    assert group.alias == "HAV-1"
    assert {one.what for one in meeting.tiltak} & {one.what for one in group.tiltak}


def test_no_other_group_gets_an_alias_that_it_had(locations: Locations) -> None:
    with pytest.raises(MalstyrtError, match="eller het det før"):
        create_group(locations, Group(id="", alias="sol 7"))


def test_a_group_that_has_the_alias_now_is_the_one_that_is_meant(locations: Locations) -> None:
    other = locations.groups / "elv-2" / "gruppe.md"
    update_group(other, lambda held: held.having({"alias": "SOL-7"}))
    listed_now = find_group(locations, "SOL-7")
    assert listed_now is not None
    assert listed_now.path == other
    assert open_document(locations.groups / "sol-7" / "eldst.md").meeting.group == "SOL-7"
