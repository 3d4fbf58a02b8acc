"""Text out to harm, in every building block: shown literally, obeyed by nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from textual.events import Paste
from textual.widget import Widget

from screens.widgets import Choice, Clock, Column, EditableRows, Field, Marks, NoteField, Row, Rows, Text
from tests.screens.hostile import HOSTILE, as_shown, assert_harmless, lines_of, marked
from tests.screens.stage import Stage, at_once, on_stage, quiet

SHOWING: dict[str, Callable[[str], Widget]] = {
    "a field": lambda text: Field("a", text),
    "a field's hint": lambda text: Field("a", placeholder=text),
    "a note": lambda text: NoteField("a", text, most=4),
    "a note's hint": lambda text: NoteField("a", placeholder=text, most=4),
    "words": Text,
    "a clock": lambda text: Clock(text, width=78),
    "a choice": lambda text: Choice("a", [("x", text)], "x"),
    "marks": lambda text: Marks("a", [("x", text)]),
    "a cell": lambda text: Rows([Column("c", "C")], [Row("1", (text,))]),
    "a header": lambda text: Rows([Column("c", text)], [Row("1", ("x",))]),
    "a table's absence": lambda text: Rows([Column("c", "C")], empty=text),
    "an editable cell": lambda text: EditableRows([Column("c", "C", editable=True)], [Row("1", (text,))]),
}


OURS = re.compile(r"\x1b\[[0-9;]*[mH]")
"""The sequences we send ourselves: colours and places."""

TALL = (90, 240)
"""Room for every payload below the other."""


def assert_shown(stage: Stage, payloads: Iterable[str]) -> None:
    """Hold that the screen shows payloads, each character as itself, and nothing harmful."""
    lines = lines_of(stage)
    assert_harmless(lines)
    shown = " ".join(" ".join(lines).replace("▌", "").split())
    for payload in payloads:
        assert " ".join(as_shown(payload).split()) in shown


@pytest.mark.parametrize("show", SHOWING.values(), ids=SHOWING.keys())
async def test_hostile_text_is_shown_as_it_is(show: Callable[[str], Widget]) -> None:
    async with on_stage(*(show(marked(payload)) for payload in HOSTILE.values()), size=TALL) as (stage, _):
        assert_shown(stage, HOSTILE.values())
        assert "\x1b" not in re.sub(OURS, "", "".join(stage.sent))


@pytest.mark.parametrize("kind", [Field, NoteField])
async def test_hostile_text_pasted_is_shown_as_it_is(kind: type[Field | NoteField]) -> None:
    async with on_stage(kind("a")) as (stage, pilot):
        for payload in HOSTILE.values():
            stage.post_message(Paste(marked(payload)))
            await quiet(pilot)
            assert_shown(stage, [payload])
            stage.query_one(kind).edit_at("a", "")


async def test_a_hostile_cell_is_edited_as_it_is() -> None:
    async with on_stage(SHOWING["an editable cell"]("")) as (stage, pilot):
        for payload in HOSTILE.values():
            stage.query_one(EditableRows).show([Row("1", (marked(payload),))])
            await at_once(pilot, "enter")
            assert_shown(stage, [payload])
            await at_once(pilot, "escape")


async def test_an_action_in_a_text_is_not_run_when_it_is_clicked() -> None:
    async with on_stage(Text("[@click=app.quit]KLIKK[/]")) as (stage, pilot):
        await pilot.click(Text, offset=(20, 0))
        assert stage.is_running
