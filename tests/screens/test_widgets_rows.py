"""A table: walked through, turned, moved and shown anew, and laid out in the room there is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from screens.widgets import Column, Field, Row, Rows
from screens.widgets.table import GAP, spread
from tests.screens.hostile import lines_of
from tests.screens.stage import at_once, on_stage, quiet, reversed_words

COLUMNS = (
    Column("number", "Nr", 4),
    Column("what", "Hva", share=3, editable=True),
    Column("status", "Status", 8, turns=True),
)


def tiltak(count: int) -> list[Row]:
    """Give so many rows."""
    return [Row(f"T{n}", (f"T{n}", f"Ringe BUP {n}", "åpen")) for n in range(1, count + 1)]


async def test_a_table_has_a_header_and_marks_the_row_of_the_cursor() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(2)), size=(40, 6)) as (stage, _pilot):
        assert [line.rstrip() for line in lines_of(stage)[:3]] == [
            "  Nr   Hva                      Status",
            "▶ T1   Ringe BUP 1              åpen",
            "  T2   Ringe BUP 2              åpen",
        ]


async def test_the_mark_is_another_where_the_focus_is_elsewhere() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(2)), Field("a"), size=(40, 6)) as (stage, pilot):
        await pilot.press("tab")
        assert lines_of(stage)[1].startswith("▷ T1")


async def test_the_cursor_stays_in_sight_when_the_table_gets_less_room() -> None:
    table = Rows(COLUMNS, tiltak(50))
    table.styles.height = "100%"
    async with on_stage(table, size=(40, 12)) as (stage, pilot):
        await at_once(pilot, *["down"] * 9)
        await pilot.resize_terminal(40, 6)
        await quiet(pilot)
        assert any(line.startswith("▶ T10 ") for line in lines_of(stage))


async def test_the_cell_of_the_cursor_stands_out_without_colour() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(2), by_cell=True)) as (stage, pilot):
        await at_once(pilot, "down", "right")
        assert reversed_words(stage) == "Ringe BUP 2"


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["down", "down"], "T3"),
        (["down", "up", "up"], "T1"),
        (["end"], "T50"),
        (["end", "home"], "T1"),
        (["pagedown"], "T5"),
        (["end", "pageup"], "T46"),
    ],
)
async def test_keys_walk_the_rows_and_the_cursor_stays_in_sight(keys: list[str], row: str) -> None:
    rows = Rows(COLUMNS, tiltak(50))
    rows.styles.max_height = 5
    async with on_stage(rows, size=(40, 8)) as (stage, pilot):
        await at_once(pilot, *keys)
        assert rows.cursor == row
        assert any(line.startswith(f"▶ {row} ") for line in lines_of(stage))
        assert lines_of(stage)[0].startswith("  Nr")


async def test_enter_chooses_the_row() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(3))) as (stage, pilot):
        await at_once(pilot, "down", "enter")
        assert [(event.key, event.column) for event in stage.of(Rows.Chosen)] == [("T2", "")]


async def test_enter_chooses_the_cell_where_the_cursor_is_on_cells() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(3), by_cell=True)) as (stage, pilot):
        await at_once(pilot, "right", "right", "right", "enter")
        assert [(event.key, event.column) for event in stage.of(Rows.Chosen)] == [("T1", "status")]


async def test_left_right_and_space_turn_the_value_that_turns() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(3))) as (stage, pilot):
        await at_once(pilot, "right", "space", "down", "left")
        turned = [(event.key, event.column, event.by) for event in stage.of(Rows.Turned)]
        assert turned == [("T1", "status", 1), ("T1", "status", 1), ("T2", "status", -1)]


async def test_on_cells_space_turns_only_where_the_value_turns() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(1), by_cell=True)) as (stage, pilot):
        await at_once(pilot, "space", "right", "right", "space")
        assert [event.column for event in stage.of(Rows.Turned)] == ["status"]


async def test_a_row_is_asked_to_move() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(3))) as (stage, pilot):
        await at_once(pilot, "down", "ctrl+down", "ctrl+up")
        assert [(event.key, event.by) for event in stage.of(Rows.Moved)] == [("T2", 1), ("T2", -1)]


async def test_a_letter_on_an_editable_cell_is_told() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(3), by_cell=True)) as (stage, pilot):
        await at_once(pilot, "x", "right", "å", "space")
        typed = [(event.key, event.column, event.character) for event in stage.of(Rows.Typed)]
        assert typed == [("T1", "what", "å"), ("T1", "what", " ")]


async def test_the_cursor_stays_on_its_row_when_others_come_before_it() -> None:
    rows = Rows(COLUMNS, tiltak(3))
    async with on_stage(rows) as (stage, pilot):
        await at_once(pilot, "down")
        rows.show([Row("T0", ("T0", "Ny")), *tiltak(3)])
        await quiet(pilot)
        assert rows.cursor == "T2"
        assert lines_of(stage)[3].startswith("▶ T2")


async def test_the_cursor_keeps_its_place_when_its_row_goes() -> None:
    rows = Rows(COLUMNS, tiltak(3))
    async with on_stage(rows) as (_stage, pilot):
        await at_once(pilot, "end")
        rows.show(tiltak(2))
        assert rows.cursor == "T2"
        rows.show([])
        assert rows.cursor == ""
        await at_once(pilot, "down", "enter", "space", "ctrl+up", "end", "pageup")


async def test_an_empty_table_says_so() -> None:
    async with on_stage(Rows(COLUMNS, empty="Ingen tiltak ennå")) as (stage, _pilot):
        assert "Ingen tiltak ennå" in lines_of(stage)[1]


async def test_a_cell_is_cut_by_what_it_takes_on_the_screen() -> None:
    rows = Rows((Column("a", "", 6), Column("b", "", 6)), [Row("1", ("世界世界", "abcdefgh"))], header=False)
    async with on_stage(rows, size=(40, 4)) as (stage, _pilot):
        assert lines_of(stage)[0].rstrip() == "▶ 世界 … abcde…"


async def test_a_cell_with_other_colours_and_the_same_words_is_painted_anew() -> None:
    rows = Rows((Column("a", "", 8),), [Row("1", (Content.styled("ord", "bold"),))])
    async with on_stage(rows) as (stage, pilot):
        stage.sent.clear()
        rows.show([Row("1", (Content.styled("ord", "italic"),))])
        await quiet(pilot)
        assert "ord" in "".join(stage.sent)


async def test_only_the_line_that_changed_is_sent() -> None:
    rows = Rows(COLUMNS, tiltak(20))
    async with on_stage(rows) as (stage, pilot):
        rows.show(tiltak(20))
        await quiet(pilot)
        stage.sent.clear()
        rows.show([*tiltak(19), Row("T20", ("T20", "Ringe BAP 20", "åpen"))])
        await quiet(pilot)
        sent = "".join(stage.sent)
        assert 0 < len(sent) < 60
        assert "A" in sent


async def test_the_table_stands_still_for_half_a_page_of_keys_either_way() -> None:
    table = Rows(COLUMNS, tiltak(200), header=False)
    table.styles.height = "100%"
    async with on_stage(table, size=(40, 11)) as (stage, pilot):
        tops: list[int] = []
        for key in (*["down"] * 50, *["up"] * 50):
            await at_once(pilot, key)
            tops.append(int(table.scroll_offset.y))
            assert any(line.startswith("▶ ") for line in lines_of(stage))
        assert sum(before != after for before, after in pairwise(tops)) <= 2 * 50 // 5
        assert tops[-1] == 0


async def test_two_hundred_rows_cost_no_more_to_walk_than_twenty() -> None:
    rows = Rows(COLUMNS, tiltak(200))
    rows.styles.height = 10
    async with on_stage(rows) as (stage, pilot):
        await at_once(pilot, "down", "up")
        stage.sent.clear()
        await at_once(pilot, "down")
        assert sum(map(len, stage.sent)) < 500


async def test_a_click_goes_to_a_row_and_a_second_chooses_it() -> None:
    async with on_stage(Rows(COLUMNS, tiltak(3))) as (stage, pilot):
        await pilot.click(Rows, offset=(8, 2))
        await pilot.click(Rows, offset=(8, 2))
        assert [event.key for event in stage.of(Rows.Chosen)] == ["T2"]


columns = st.lists(
    st.builds(Column, st.just("c"), width=st.integers(0, 30), share=st.integers(1, 5)), min_size=1, max_size=8
)


@given(columns, st.integers(56, 200))
def test_columns_never_overlap_and_never_leave_the_table(columns: list[Column], room: int) -> None:
    places = spread(columns, room)
    for (x, width), (following, _) in pairwise(places):
        assert x + width + GAP == following
    assert sum(places[-1]) <= room
    assert all(width >= 0 for _, width in places)


@given(columns, st.integers(56, 200))
def test_room_left_over_is_shared_out(columns: list[Column], room: int) -> None:
    if any(not column.width for column in columns):
        assert sum(spread(columns, room)[-1]) == room
