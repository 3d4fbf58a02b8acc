"""A table that is typed in: in order however fast the keys come, told when left and while it lasts."""

from __future__ import annotations

import pytest
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste

from screens.widgets import Column, EditableRows, Field, Row, Rows, recording, settle
from tests.screens.hostile import lines_of
from tests.screens.stage import Stage, at_once, letters, on_stage, quiet, until

COLUMNS = (
    Column("number", "Nr", 4),
    Column("what", "Hva", share=3, editable=True),
    Column("who", "Hvem", share=2, editable=True),
    Column("status", "Status", 8, turns=True),
)


def table() -> EditableRows:
    """Give a table of three tiltak."""
    return EditableRows(COLUMNS, [Row(f"T{n}", (f"T{n}", f"Ringe {n}", "Kari", "åpen")) for n in (1, 2, 3)])


def edited(stage: Stage) -> list[tuple[str, str, str]]:
    """Give row, column and text of each cell that was left."""
    return [(event.key, event.column, event.text) for event in stage.of(Rows.CellEdited)]


async def test_a_whole_row_is_typed_at_once() -> None:
    async with on_stage(Field("før"), table(), Field("etter")) as (stage, pilot):
        keys = [*"xy", "tab", "right", *letters("Skrive til PPT"), "tab", *"Per", "tab", "space"]
        await at_once(pilot, *keys)
        assert edited(stage) == [("T1", "what", "Skrive til PPT"), ("T1", "who", "Per")]
        assert [(event.key, event.column) for event in stage.of(Rows.Turned)] == [("T1", "status")]
        assert stage.query(Field).first().value == "xy"


async def test_tab_leaves_a_table_where_no_cell_is_open() -> None:
    async with on_stage(table(), Field("etter")) as (stage, pilot):
        await at_once(pilot, "right", "tab", "x")
        assert edited(stage) == []
        assert stage.query(Field).last().value == "x"


async def test_shift_tab_goes_to_the_cell_before() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", "right", *"Per", "shift+tab", *"Ny")
        assert edited(stage) == [("T1", "who", "Per")]
        await at_once(pilot, "enter")
        assert edited(stage)[1:] == [("T1", "what", "Ny")]


async def test_from_the_last_cell_of_a_row_the_next_row_begins() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", "right", *"A", "tab", "tab")
        await at_once(pilot, "left", "b", "tab", "tab")
        stage.query_one(EditableRows).table.focus_cell("T1", "status")
        stage.query_one(EditableRows).table.go_on(1)
        assert (stage.query_one(Rows).cursor, stage.query_one(Rows).column) == ("T2", "what")


async def test_up_and_down_keep_the_text_and_change_the_row() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", "a", "down", "b", "down", "c", "up")
        assert edited(stage) == [("T1", "what", "a"), ("T2", "what", "b"), ("T3", "what", "c")]
        assert stage.query_one(Rows).cursor == "T2"


async def test_enter_goes_on_with_the_text_of_a_cell() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", "enter", "!", "enter")
        assert edited(stage) == [("T1", "what", "Ringe 1!")]


async def test_a_cell_can_be_edited_as_other_words_than_it_shows() -> None:
    rows = EditableRows(
        (Column("when", editable=True),),
        [Row("T1", (Content("tor 3. des"),))],
        words=lambda key, column: f"{key} {column} 3.12",
    )
    async with on_stage(rows) as (stage, pilot):
        await at_once(pilot, "enter", "!", "tab")
        assert edited(stage) == [("T1", "when", "T1 when 3.12!")]


async def test_escape_gives_up_what_was_typed() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", *"feil", "escape", "x", "backspace", *"R")
        await at_once(pilot, "escape")
        assert edited(stage) == []
        assert "Ringe 1" in lines_of(stage)[1]


async def test_a_cell_left_as_it_was_is_not_told() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", "enter", "x", "backspace", "enter")
        assert edited(stage) == []


async def test_a_cell_is_told_while_it_is_typed_and_put_back_when_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recording, "DELAY", 0.001)
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", "x")
        await until(pilot, lambda: [event.text for event in stage.of(Rows.CellTyped)] == ["x"])
        await at_once(pilot, "escape")
        assert edited(stage) == [("T1", "what", "Ringe 1")]


async def test_settling_tells_what_is_being_typed_in_a_cell() -> None:
    async with on_stage(Vertical(table())) as (stage, pilot):
        await at_once(pilot, "right", *"ny")
        await settle(stage.screen)
        typed = [(event.key, event.column, event.text) for event in stage.of(Rows.CellTyped)]
        assert typed == [("T1", "what", "ny")]


async def test_a_table_taken_away_tells_what_was_being_typed() -> None:
    async with on_stage(Vertical(Vertical(table()))) as (stage, pilot):
        await at_once(pilot, "right", *"ny")
        await stage.query_one(Vertical).remove()
        await quiet(pilot)
        assert "ny" in [event.text for event in (*stage.of(Rows.CellTyped), *stage.of(Rows.CellEdited))]


async def test_a_cell_of_a_row_to_be_made_becomes_one_of_the_row_that_was_made() -> None:
    async with on_stage(table()) as (stage, pilot):
        rows = stage.query_one(EditableRows)
        rows.show([Row("ny", ("+", "", ""))])
        await at_once(pilot, "right", *"Ri")
        await settle(stage.screen)
        stage.of(Rows.CellTyped)[0].become("T9")
        rows.show([Row("T9", ("T9", "Ri", "")), Row("ny", ("+", "", ""))])
        await at_once(pilot, *"nge", "tab", *"Per", "tab")
        assert edited(stage) == [("T9", "what", "Ringe"), ("T9", "who", "Per")]


async def test_a_cell_follows_its_row_when_others_come_before_it() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", *"Sk")
        rows = stage.query_one(EditableRows)
        rows.show([Row("T0", ("T0", "Først")), *rows.table.rows])
        await at_once(pilot, *"rive")
        assert "Skrive" in lines_of(stage)[2]
        await at_once(pilot, "tab")
        assert edited(stage) == [("T1", "what", "Skrive")]


async def test_a_cell_whose_row_goes_is_told_before_it_closes() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", *"Sk")
        stage.query_one(EditableRows).show([Row("T2", ("T2", "Ringe 2"))])
        await quiet(pilot)
        assert edited(stage) == [("T1", "what", "Sk")]
        assert not stage.query_one(EditableRows).editing


async def test_leaving_by_the_mouse_keeps_what_was_typed() -> None:
    async with on_stage(table(), Field("etter")) as (stage, pilot):
        await at_once(pilot, "right", *"Sk")
        await pilot.click(stage.query(Field).last())
        await quiet(pilot)
        assert edited(stage) == [("T1", "what", "Sk")]
        assert not stage.query_one(EditableRows).editing


async def test_a_paste_lands_in_the_open_cell() -> None:
    async with on_stage(table()) as (stage, pilot):
        await at_once(pilot, "right", "x")
        stage.post_message(Paste("en\nto"))
        await quiet(pilot)
        await at_once(pilot, "tab")
        assert edited(stage) == [("T1", "what", "xen to")]
