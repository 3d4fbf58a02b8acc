"""The board: the tiltak of all groups, narrowed as one types, and set where they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data.group import Group
from data.groups import create_group, open_group
from data.meeting import Tiltak, TiltakStatus, find
from screens.board import COMMANDS
from screens.widgets import Rows
from tests.data.sample_group import SAMPLE_GROUP
from tests.screens.holding_a_meeting import NARROW, WIDE, Leader, at_home, locations_in
from tests.screens.stage import at_once

TIME = Tiltak(id="T1", what="Bestille time", when=dt.date(2026, 11, 20))
OTHER = Group(id="", alias="ELV-2", tiltak=(TIME,))


@asynccontextmanager
async def at_the_board(home: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Leader]:
    """Show the board over two groups."""
    for group in (SAMPLE_GROUP, OTHER):
        create_group(locations_in(home), group)
    async with at_home(home, size=size) as leader:
        await leader.press("ctrl+t")
        yield leader


def listed(leader: Leader) -> list[str]:
    """Give the tiltak that are shown, as group and number."""
    return [row.key for row in leader.app.screen.query_one("#tiltak", Rows).rows]


def on_disk(home: Path, folder: str, number: str) -> Tiltak:
    """Give a tiltak as its group's file has it."""
    tiltak = find(open_group(locations_in(home).groups / folder / "gruppe.md").group.tiltak, number)
    assert tiltak is not None
    return tiltak


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_board_shows_what_is_not_finished_the_first_due_first(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_board(tmp_path, size) as leader:
        assert listed(leader) == ["elv-2/T1", "sol-7/T2", "sol-7/T3"]
        assert "⚠ fre 20. nov" in leader.line("Bestille time")
        assert "3 tiltak, 1 over fristen" in leader.text
        for command in COMMANDS[:3]:
            assert command.shown_key in leader.lines[-1]


async def test_the_board_is_narrowed_while_one_types(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as leader:
        await leader.fill("person", "kladd")
        assert listed(leader) == ["sol-7/T2"]
        await leader.fill("person", "")
        await leader.fill("group", "elv-2")
        assert listed(leader) == ["elv-2/T1"]


async def test_nothing_of_what_is_asked_for_is_not_told_as_nothing_at_all(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as leader:
        await leader.fill("group", "xx")
        assert "Ingenting her passer" in leader.text
    async with at_home(tmp_path / "tomt") as leader:
        await leader.press("ctrl+t")
        assert "De dere avtaler i møtene, kommer hit" in leader.text


@pytest.mark.parametrize("onward", ["tab", "enter"])
async def test_a_status_typed_behind_a_filter_is_set_on_what_the_filter_shows(
    tmp_path: Path, onward: str
) -> None:
    async with at_the_board(tmp_path) as leader:
        leader.app.screen.set_focus(leader.field("group"))
        await at_once(leader.pilot, *"sol-7", *[onward] * 4, "space")
        assert listed(leader) == ["sol-7/T2", "sol-7/T3"]
        assert on_disk(tmp_path, "sol-7", "T2").status is TiltakStatus.DROPPED
        assert on_disk(tmp_path, "elv-2", "T1").status is TiltakStatus.OPEN


async def test_the_group_asked_for_behind_a_filter_is_that_of_what_the_filter_shows(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as leader:
        leader.app.screen.set_focus(leader.field("group"))
        await at_once(leader.pilot, *"sol-7", "ctrl+g")
        assert "SOL-7 · ansvarsgruppe" in leader.lines[0]


async def test_the_group_asked_for_behind_an_arrow_is_that_of_the_row_it_leads_to(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as leader:
        await at_once(leader.pilot, "down", "ctrl+g")
        assert "SOL-7 · ansvarsgruppe" in leader.lines[0]


async def test_a_status_is_set_with_space_and_told_in_the_file_with_its_day(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as leader:
        await leader.press("space")
        assert on_disk(tmp_path, "elv-2", "T1").status is TiltakStatus.DONE
        assert "gjennomført" in leader.line("Bestille time")
    group = open_group(locations_in(tmp_path).groups / "elv-2" / "gruppe.md").group
    assert group.history("T1")[-1].date == dt.date(2026, 11, 24)


async def test_a_tiltak_that_is_not_done_asks_why_and_keeps_the_reason(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as leader:
        await leader.press("space", "space", "space")
        assert "⚠ ikke gjennomført" in leader.line("Bestille time")
        assert "Hvorfor? Enter." in leader.text
        await leader.press("enter", *"Sykdom", "enter")
        told = on_disk(tmp_path, "elv-2", "T1")
        assert (told.status, told.reason) == (TiltakStatus.NOT_DONE, "Sykdom")
        assert "⚠ ikke" not in leader.line("Bestille time")
        assert "Sykdom" in leader.said("#whole")


async def test_the_whole_of_the_marked_tiltak_stands_below(tmp_path: Path) -> None:
    what = "Lage timeplan sammen med Per hver fredag, og henge den ved døren"
    tiltak = Tiltak(id="T1", what=what, who="Kari Kladd")
    create_group(locations_in(tmp_path), Group(id="", alias="ELV-2", tiltak=(tiltak,)))
    async with at_home(tmp_path, size=NARROW) as leader:
        await leader.press("ctrl+t")
        assert what not in leader.line("ELV-2")
        assert " ".join(leader.said("#whole").split()) == f"T1 {what} · Kari Kladd"


async def test_from_a_tiltak_to_its_group_and_back(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as leader:
        await leader.press("ctrl+g")
        assert leader.shown == "GroupScreen"
        await leader.press("escape")
        assert leader.shown == "Board"
        await leader.press("escape")
        assert leader.shown == "Home"
