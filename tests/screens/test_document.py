"""A saved referat on the screen: read, and taken all the way to approved with two keys at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data import acts
from data.archive import document_path
from data.group import Group
from data.groups import create_group
from data.instants import instant_of
from data.markdown import read, write
from data.meeting import Life, Meeting, Status, Tiltak
from data.profile_file import BUILT_IN
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.sample_group import SAMPLE_GROUP
from tests.screens.holding_a_meeting import NARROW, WIDE, Leader, Time, at_home, choose_profile, locations_in
from tui.holding import Holding

NOW = instant_of(DAY, dt.time(10, 5))
IN_TWO_WEEKS = dt.date(2026, 12, 8)


@asynccontextmanager
async def reading(
    home: Path, status: Status = Status.REFERAT, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[Leader, Path]]:
    """Open a finished referat from home; give its file too."""
    meeting = complete_meeting().having({"group": "SOL-7", "status": status})
    path = document_path(locations_in(home), meeting)
    path.parent.mkdir(parents=True)
    path.write_text(write(meeting), encoding="utf-8")
    async with at_home(home, size=size, time=Time(NOW)) as leader:
        await leader.press("enter")
        assert leader.shown == "DocumentScreen"
        yield leader, path


def saved(path: Path) -> Meeting:
    return read(path.read_text(encoding="utf-8")).meeting


async def clear(leader: Leader) -> None:
    """Empty the line that is asked for."""
    await leader.press("ctrl+u")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_finished_referat_opens_to_be_read_with_its_status_and_what_can_be_done(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size=size) as (leader, path):
        assert "SOL-7 · 24.11.2026" in leader.lines[0]
        assert leader.lines[0].endswith("referat")
        assert "Hensikt" in leader.text
        assert path.name in leader.lines[-2]
        assert "F3 Send ut  F4 Les opp  F5 Godkjenn" in leader.lines[-1]
        assert "Rettelse" not in leader.lines[-1]


async def test_it_is_sent_out_for_remarks_with_two_keys(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, path):
        await leader.press("f3", "enter")
        assert saved(path).status is Status.TIL_MERKNAD
        assert saved(path).life == Life(sent=DAY, remarks_until=IN_TWO_WEEKS)
        assert "til merknad til tir 8. des" in leader.lines[0]
        assert leader.told[-1].title == "Lagret. Referatet er ute til merknad"


async def test_a_day_that_is_proposed_gives_way_to_what_is_typed(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, path):
        await leader.press("f3", *"1.12", "enter")
        assert saved(path).life.remarks_until == dt.date(2026, 12, 1)
        await leader.press("f5", *"23.11", "enter")
        assert saved(path).life.approved == dt.date(2026, 11, 23)


async def test_it_is_approved_on_a_day_that_has_been_never_on_one_to_come(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, path):
        await leader.press("f5", *"om 2 uker", "enter")
        assert leader.shown == "Question"
        assert "ble godkjent" in leader.told[-1].message
        assert saved(path).status is Status.REFERAT


async def test_the_days_for_remarks_are_those_of_the_municipality(tmp_path: Path) -> None:
    profiles = locations_in(tmp_path).profiles
    profiles.mkdir(parents=True)
    ours = (
        (BUILT_IN / "sel.toml")
        .read_text("utf-8")
        .replace("[merknader]\ndager = 14", "[merknader]\ndager = 7")
    )
    (profiles / "vaar.toml").write_text(ours, "utf-8")
    choose_profile(tmp_path, "vaar")
    async with reading(tmp_path) as (leader, path):
        await leader.press("f3", "enter")
        assert saved(path).life.remarks_until == dt.date(2026, 12, 1)


async def test_an_approved_referat_says_where_the_municipality_files_it(tmp_path: Path) -> None:
    choose_profile(tmp_path, "kafjord")
    async with reading(tmp_path, Status.GODKJENT) as (leader, _path):
        assert leader.lines[-2].endswith("Legges i: arkivet, Stafettloggen")


async def test_a_day_that_is_none_is_told_and_may_be_mended(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, path):
        await leader.press("f3")
        await clear(leader)
        await leader.press(*"snart", "enter")
        assert leader.shown == "Question"
        assert "Skriv en dato" in leader.told[-1].message
        assert saved(path).status is Status.REFERAT
        await clear(leader)
        await leader.press(*"8.12", "enter")
        assert saved(path).life.remarks_until == IN_TWO_WEEKS


async def test_a_remark_is_kept_with_who_made_it(tmp_path: Path) -> None:
    async with reading(tmp_path, Status.TIL_MERKNAD) as (leader, path):
        await leader.press("f6", *"Mor", "tab", *"Ola", "enter")
        assert [(one.who, one.text, one.date) for one in saved(path).remarks] == [("Mor", "Ola", DAY)]
        assert saved(path).status is Status.TIL_MERKNAD


async def test_what_was_remarked_stands_before_one_who_approves(tmp_path: Path) -> None:
    async with reading(tmp_path, Status.TIL_MERKNAD, size=NARROW) as (leader, path):
        await leader.press("f5")
        assert "Merknader:" not in leader.text
        await leader.press("escape", "f6", *"Mor", "tab", *"Onsdag", "enter")
        await leader.press("f5")
        assert "│ Mor, tir 24. nov: Onsdag" in leader.text
        await leader.press("enter")
        assert saved(path).status is Status.GODKJENT


async def test_it_is_approved_with_two_keys_and_then_only_corrected(tmp_path: Path) -> None:
    async with reading(tmp_path, Status.LEST_OPP) as (leader, path):
        await leader.press("f5", "enter")
        assert saved(path).status is Status.GODKJENT
        assert saved(path).life.approved == DAY
        assert "F7 Rettelse" in leader.lines[-1]
        assert "F5 Godkjenn" not in leader.lines[-1]
        await leader.press("f5", "f2", "f4", "f3", "f6")
        assert leader.shown == "DocumentScreen"
        await leader.press("f7", *"Kari", "tab", *"Feil", "enter")
        assert [(one.who, one.text, one.date) for one in saved(path).corrections] == [("Kari", "Feil", DAY)]


async def test_a_correction_without_a_name_is_refused_and_what_was_typed_stands(tmp_path: Path) -> None:
    async with reading(tmp_path, Status.GODKJENT) as (leader, path):
        await leader.press("f7", "tab", *"Feil", "enter")
        assert leader.shown == "Question"
        assert "hvem som retter" in leader.told[-1].message
        assert "Feil" in leader.text
        assert saved(path).corrections == ()


async def test_it_is_written_in_on_one_page_and_shown_as_it_then_stands(tmp_path: Path) -> None:
    async with reading(tmp_path, Status.TIL_MERKNAD) as (leader, path):
        await leader.press("f2")
        assert leader.shown == "CaptureScreen"
        await leader.fill("place", "Biblioteket")
        await leader.press("ctrl+s", "ctrl+q")
        assert leader.shown == "DocumentScreen"
        assert "Biblioteket" in leader.text
        assert (saved(path).place, saved(path).status) == ("Biblioteket", Status.TIL_MERKNAD)


async def test_a_referat_that_gets_its_group_is_followed_to_where_it_then_lies(tmp_path: Path) -> None:
    meeting = complete_meeting().having({"group": "", "status": Status.REFERAT})
    path = document_path(locations_in(tmp_path), meeting)
    path.parent.mkdir(parents=True)
    path.write_text(write(meeting), encoding="utf-8")
    async with at_home(tmp_path, time=Time(NOW)) as leader:
        leader.app.open_document(path)
        await leader.rest()
        await leader.press("f2")
        await leader.fill("group", "ELV-2")
        await leader.press("ctrl+s", "ctrl+q")
        assert leader.shown == "DocumentScreen"
        assert "ELV-2" in leader.lines[0]
        assert [one.title for one in leader.told if "Kan ikke leses" in one.title] == []
        await leader.press("f5", "enter")
    moved = document_path(locations_in(tmp_path), meeting.having({"group": "ELV-2"}))
    assert not path.exists()
    assert saved(moved).status is Status.GODKJENT


async def test_a_copy_is_read_as_the_file_that_was_opened(tmp_path: Path) -> None:
    async with reading(tmp_path, Status.TIL_MERKNAD) as (leader, path):
        await leader.press("f6", *"Mor", "tab", *"Ola", "enter")
        copy = path.with_name("kopi.md")
        copy.write_text(path.read_text("utf-8").replace("Rådhuset", "Biblioteket"), "utf-8")
        leader.app.open_document(copy)
        await leader.rest()
        await leader.press("f1", "escape")
        assert copy.name in leader.lines[-2]


async def test_escape_goes_home(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, _path):
        await leader.press("escape")
        assert leader.shown == "Home"


# Reading aloud


async def to_the_end(leader: Leader) -> list[str]:
    """Read all statements; give the first line of each."""
    found = []
    while "Hele referatet er lest opp" not in leader.text:
        found.append(leader.said(".statement--title"))
        await leader.press("f8")
    return found


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_referat_is_read_one_statement_at_a_time_and_the_hour_is_noted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size=size) as (leader, path):
        await leader.press("f4")
        assert leader.shown == "ReadingAloud"
        found = await to_the_end(leader)
        assert found[0] == "Møtet"
        assert "Tiltak · T3 · M1 · person" in found
        assert found[-1] == "Neste møte"
        leader.time.now += 120
        await leader.press("f8")
        assert leader.shown == "DocumentScreen"
        assert saved(path).status is Status.LEST_OPP
        assert saved(path).life == Life(read_on=DAY, read_at=dt.time(10, 7))


async def test_a_statement_is_corrected_where_it_stands_with_the_hour(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, path):
        await leader.press("f4")
        while leader.said(".statement--title") != "Hensikt":
            await leader.press("f8")
        await leader.fill("purpose", "En tryggere hverdag.")
        assert "rettet kl. 10:05" in leader.lines[0]
        await leader.press("escape")
        assert saved(path).purpose == "En tryggere hverdag."
        assert saved(path).status is Status.REFERAT


async def test_a_correction_that_is_taken_back_is_none(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, path):
        await leader.press("f4")
        while leader.said(".statement--title") != "Hensikt":
            await leader.press("f8")
        before = saved(path).purpose
        await leader.fill("purpose", "En tryggere hverdag.")
        await leader.press("f8", "f7", "ctrl+z")
        await leader.rest()
        assert leader.field("purpose").words == before
        assert "rettet" not in leader.lines[0]


async def test_a_statement_that_is_taken_back_is_read_no_more(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, _path):
        await leader.press("f4")
        await leader.ask(acts.agree(Tiltak(id="", what="Ringe BUP")))
        titles = []
        while "Ringe BUP" not in leader.text:
            titles.append(leader.said(".statement--title"))
            await leader.press("f8")
        await leader.press("ctrl+z")
        await leader.rest()
        assert leader.shown == "ReadingAloud"
        assert "Ringe BUP" not in leader.text
        assert leader.said(".statement--title") not in titles


async def test_reading_can_be_left_though_nothing_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path) as (leader, _path):
        await leader.press("f4")
        while leader.said(".statement--title") != "Hensikt":
            await leader.press("f8")
        await leader.fill("purpose", "En tryggere hverdag.")
        monkeypatch.setattr(Holding, "save", lambda _holding: False)
        await leader.press("escape")
        assert leader.shown == "ReadingAloud"
        await leader.press("escape")
        assert leader.shown == "DocumentScreen"


async def test_one_can_go_back_to_what_was_read(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, _path):
        await leader.press("f4", "f8", "f8", "f7")
        assert "2 av " in leader.lines[0]


async def test_from_a_referat_one_goes_straight_to_its_groups_tiltak_and_page(tmp_path: Path) -> None:
    for group in (SAMPLE_GROUP, Group(id="", alias="ELV-2", tiltak=(Tiltak(id="T1", what="Annet"),))):
        create_group(locations_in(tmp_path), group)
    meeting = complete_meeting().having({"group": "SOL-7", "status": Status.REFERAT})
    path = document_path(locations_in(tmp_path), meeting)
    path.write_text(write(meeting), encoding="utf-8")
    async with at_home(tmp_path, time=Time(NOW)) as leader:
        leader.app.open_document(path)
        await leader.rest()
        await leader.press("ctrl+t")
        assert (leader.shown, leader.said("#tiltak").count("SOL-7")) == ("Board", 2)
        assert "ELV-2" not in leader.text
        await leader.press("escape", "ctrl+g")
        assert "SOL-7 · ansvarsgruppe" in leader.lines[0]
        await leader.press("escape")
        assert leader.shown == "DocumentScreen"


async def test_a_referat_whose_group_has_no_page_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path) as (leader, _path):
        await leader.press("ctrl+g")
        assert leader.shown == "DocumentScreen"
        assert "ingen egen side" in leader.told[0].message
