"""Every tiltak in one table, typed in where it stands, and what each still lacks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data import acts
from data.meeting import Level, Tiltak, TiltakStatus, find
from screens.widgets import Rows
from tests.screens.holding_a_meeting import NARROW, WIDE, Leader, choose_profile, leading

NEW = [acts.agree(Tiltak(id="", what="Ringe BUP"))]


def tiltak(leader: Leader, key: str = "T15") -> Tiltak:
    """Give a tiltak as the meeting has it."""
    found = find(leader.meeting.tiltak, key)
    assert found is not None
    return found


def cell(leader: Leader) -> tuple[str, str]:
    """Give the row and the column that the cursor is on."""
    rows = leader.app.screen.query_one("_Cells", Rows)
    return rows.cursor, rows.column


async def test_what_a_tiltak_lacks_is_told_by_the_municipalitys_rules(tmp_path: Path) -> None:
    choose_profile(tmp_path, "kafjord")
    agreed = [acts.agree(Tiltak(id="", what="Ringe BUP", who="Kari Kladd"))]
    async with leading(tmp_path, "tiltak", before=agreed) as leader:
        assert "mangler mål, start, varighet, når det evalueres" in leader.text
        assert "nivå" not in leader.line("mangler mål")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_cursor_begins_at_the_first_thing_a_tiltak_lacks(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, "tiltak", before=NEW, size=size) as leader:
        assert cell(leader) == ("T15", "who")
        assert "⚠ T15 mangler hvem, når, mål, nivå" in leader.text


async def test_each_cell_is_typed_in_where_it_stands(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak", before=NEW) as leader:
        await leader.press(*"kari", "tab", *"fre", "tab", *"M1", "tab", "space")
        assert tiltak(leader) == Tiltak(
            id="T15",
            what="Ringe BUP",
            who="Kari Kladd",
            when=dt.date(2026, 11, 27),
            goal="M1",
            level=Level.PERSON,
        )
        assert "⚠" not in leader.text
        assert "✓ Alle nye tiltak sier hva, hvem, når, mål og nivå." in leader.text


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("om 2 uker", dt.date(2026, 12, 8)),
        ("uke 50", dt.date(2026, 12, 11)),
        ("14. jan", dt.date(2027, 1, 14)),
    ],
)
async def test_a_date_is_typed_in_words_and_said_back(tmp_path: Path, typed: str, day: dt.date) -> None:
    async with leading(tmp_path, "tiltak", before=NEW) as leader:
        await leader.press("right", *typed)
        await leader.press("tab")
        assert tiltak(leader).when == day
        assert f"uke {day.isocalendar().week}" in leader.text


async def test_a_date_that_cannot_be_read_leaves_the_one_that_stood(tmp_path: Path) -> None:
    dated = [*NEW, acts.put("tiltak/T15/when", "2026-11-27")]
    async with leading(tmp_path, "tiltak", before=dated) as leader:
        await leader.press("right", *"snart", "tab")
        assert tiltak(leader).when == dt.date(2026, 11, 27)
        assert "Skriv en dato" in leader.text


async def test_a_goal_is_named_by_number_or_by_a_word_and_anything_else_is_told(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak", before=NEW) as leader:
        await leader.press("right", "right", *"lese", "tab")
        assert tiltak(leader).goal == "M2"
        await leader.press("left", *"fotball", "tab")
        assert tiltak(leader).goal == "M2"
        assert "Skriv nummeret eller begynnelsen på et mål" in leader.text


async def test_enter_goes_on_with_the_text_of_a_cell_and_escape_gives_it_up(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak", before=NEW) as leader:
        await leader.press("left", "enter", *" i dag", "enter")
        assert tiltak(leader).what == "Ringe BUP i dag"
        await leader.press("left", *"Noe annet", "escape")
        assert tiltak(leader).what == "Ringe BUP i dag"


async def test_the_level_goes_round(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak", before=NEW) as leader:
        await leader.press("right", "right", "right")
        seen = []
        for _turn in range(3):
            await leader.press("space")
            seen.append(tiltak(leader).level)
        assert seen == [Level.PERSON, Level.SYSTEM, None]


async def test_a_tiltak_is_made_on_the_last_row_and_filled_on_from_there(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak") as leader:
        assert cell(leader) == ("+", "what")
        await leader.press(*"Ring", "tab", *"kari", "tab", *"fre", "tab")
        assert [each.id for each in leader.meeting.agreed] == ["T15"]
        made = tiltak(leader)
        assert (made.what, made.who, made.when) == ("Ring", "Kari Kladd", dt.date(2026, 11, 27))


async def test_a_tiltak_made_on_the_last_row_is_kept_while_it_is_typed(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak") as leader:
        await leader.press(*"Ringe BUP")
        await leader.rest()
        assert "Ringe BUP" in [
            *(each.what for each in leader.meeting.agreed),
            *(note.text for note in leader.meeting.notes),
        ]
        await leader.press("f8")
        assert [each.what for each in leader.meeting.agreed] == ["Ringe BUP"]


async def test_the_last_row_leaves_the_line_of_f2_alone(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak") as leader:
        await leader.press("f2", *"Halvferdig", "escape", *"Ring", "tab")
        await leader.press("f2")
        assert leader.field("notes/tiltakslinje/text").words == "Halvferdig"


async def test_a_new_tiltak_given_up_is_none(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak") as leader:
        await leader.press(*"Ring", "escape")
        assert not leader.meeting.agreed
        assert "⚠" not in leader.text


async def test_tiltak_from_last_time_that_go_on_stand_in_the_table_too(tmp_path: Path) -> None:
    done = [acts.put("tiltak/T11/status", TiltakStatus.DONE), acts.put("tiltak/T12/status", "delvis")]
    async with leading(tmp_path, "tiltak", before=[*done, *NEW]) as leader:
        rows = leader.app.screen.query_one("_Cells", Rows)
        assert [row.key for row in rows.rows] == ["T12", "T13", "T14", "T15", "+"]
        assert "mangler" not in leader.line("T12")


async def test_enter_on_the_number_opens_every_field(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak", before=NEW) as leader:
        await leader.press("left", "left", "enter")
        assert leader.shown == "Card"
        await leader.fill("tiltak/T15/helpers", "Ola Tenkt")
        await leader.fill("tiltak/T15/duration", "til jul")
        await leader.fill("tiltak/T15/evaluated", "14. jan")
        await leader.press("escape")
        made = tiltak(leader)
        assert (made.helpers, made.duration, made.evaluated) == ("Ola Tenkt", "til jul", dt.date(2027, 1, 14))


async def test_the_list_of_steps_counts_the_new_ones(tmp_path: Path) -> None:
    async with leading(tmp_path, before=NEW, size=WIDE) as leader:
        assert leader.line("6 Tiltak").split("Tiltak")[1].split()[0] == "1"
