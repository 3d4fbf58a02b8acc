"""A note: it grows with its text, is told like a field, and leaves the meeting its keys."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.widgets import TextArea

from screens.widgets import Edited, Field, NoteField, recording
from screens.widgets.sparing import difference
from tests.screens.stage import Stage, at_once, letters, on_stage, quiet, until


def told(stage: Stage) -> list[tuple[str, str]]:
    """Give the path and text of each edit told."""
    return [(edit.path, edit.value) for edit in stage.of(Edited)]


async def test_a_note_is_told_when_it_is_left() -> None:
    async with on_stage(NoteField("a", "Leser\n"), Field("b")) as (stage, pilot):
        await at_once(pilot, "g", "o", "d", "t", "enter", "!", "tab", "x")
        assert told(stage) == [("a", "Leser\ngodt\n!")]
        assert stage.query_one(Field).value == "x"


async def test_a_note_is_told_while_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "DELAY", 0.001)
    async with on_stage(NoteField("a")) as (stage, pilot):
        await pilot.press("x")
        await until(pilot, lambda: told(stage) == [("a", "x")])


async def test_keys_that_edit_keep_their_place_among_the_letters() -> None:
    async with on_stage(NoteField("a")) as (stage, pilot):
        await at_once(pilot, "a", "b", "backspace", "enter", "c", "up", "end", "d", "down", "e")
        assert stage.query_one(NoteField).text == "ad\nce"


async def test_a_note_grows_with_its_text_up_to_its_most() -> None:
    async with on_stage(NoteField("a", most=3)) as (stage, pilot):
        note = stage.query_one(NoteField)
        heights = [note.outer_size.height]
        for _ in range(4):
            await at_once(pilot, "x", "enter")
            heights.append(note.outer_size.height)
        assert heights == [1, 2, 3, 3, 3]


async def test_a_long_line_is_wrapped_and_the_note_grows_by_it() -> None:
    async with on_stage(NoteField("a", "ord " * 30), size=(60, 16)) as (stage, _pilot):
        assert stage.query_one(NoteField).outer_size.height == 3


@pytest.mark.parametrize("text", ["", "Leser godt"])
async def test_K8_a_note_without_room_for_a_letter_is_painted_as_nothing(text: str) -> None:
    async with on_stage(NoteField("a", text, placeholder="Bare for deg")) as (stage, pilot):
        note = stage.query_one(NoteField)
        for width in (1, 2, 1, 40):
            note.styles.width = width
            await pilot.pause()
            note.refresh()
            await pilot.pause()
        assert note.size.width == 39


async def test_showing_the_same_text_leaves_the_cursor() -> None:
    async with on_stage(NoteField("a", "en\nto")) as (stage, pilot):
        note = stage.query_one(NoteField)
        await pilot.press("home")
        note.show("en\nto\n")
        assert note.cursor_location == (1, 0)


async def test_showing_another_text_is_not_told_back() -> None:
    async with on_stage(NoteField("a", "en"), Field("b")) as (stage, pilot):
        stage.query_one(NoteField).show("to\ntre")
        await pilot.press("tab")
        assert stage.query_one(NoteField).text == "to\ntre"
        assert told(stage) == []


async def test_what_is_being_typed_is_not_overwritten() -> None:
    async with on_stage(NoteField("a"), Field("b")) as (stage, pilot):
        await pilot.press("x")
        stage.query_one(NoteField).show("fra en annen terminal")
        await pilot.press("tab")
        assert told(stage) == [("a", "x")]


class Leading(Stage):
    """A stage with the meeting's own keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "note('undo')"),
        Binding("ctrl+y", "note('redo')"),
        Binding("f6", "note('park')"),
        Binding("f7", "note('back')"),
        Binding("pageup", "note('scroll')"),
    ]

    def action_note(self, what: str) -> None:
        self.sent.append(what)


@pytest.mark.parametrize(("key", "what"), [("f6", "park"), ("f7", "back"), ("pageup", "scroll")])
async def test_keys_of_the_meeting_are_left_to_it(key: str, what: str) -> None:
    stage = Leading(NoteField("a", "tekst"))
    async with stage.run_test() as pilot:
        await pilot.press(key)
        assert what in stage.sent
        assert stage.query_one(NoteField).text == "tekst"


async def test_text_is_taken_back_first_and_then_the_meeting() -> None:
    stage = Leading(NoteField("a", "fra før "))
    async with stage.run_test() as pilot:
        await at_once(pilot, *letters("en to"))
        await pilot.press("ctrl+z")
        assert stage.query_one(NoteField).text == "fra før "
        assert "undo" not in stage.sent
        await pilot.press("ctrl+y")
        assert stage.query_one(NoteField).text == "fra før en to"
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+y")
        assert [word for word in stage.sent if word in {"undo", "redo"}] == ["undo", "redo"]


async def test_lines_are_taken_back_from_under_the_cursor() -> None:
    async with on_stage(NoteField("a", most=3)) as (stage, pilot):
        await at_once(pilot, "enter", "enter", "enter", "enter", *["ctrl+z"] * 4, *["ctrl+y"] * 4)
        assert stage.query_one(NoteField).text == "\n" * 4


async def test_what_is_taken_back_is_told() -> None:
    async with on_stage(NoteField("a"), Field("b")) as (stage, pilot):
        note = stage.query_one(NoteField)
        await pilot.press("x")
        note.flush()
        await pilot.press("ctrl+z", "tab")
        assert told(stage) == [("a", "x"), ("a", "")]


async def test_a_paste_is_cleaned_and_keeps_its_lines() -> None:
    async with on_stage(NoteField("a")) as (stage, pilot):
        stage.post_message(Paste("en\r\nto\t\x1b]52;c;SGVp\x07\u202e"))
        await quiet(pilot)
        assert stage.query_one(NoteField).text == "en\nto ␛]52;c;SGVp␇"


async def test_two_thousand_lines_pasted_are_all_there() -> None:
    text = "\n".join(f"linje {n}" for n in range(2000))
    async with on_stage(NoteField("a"), Field("b")) as (stage, pilot):
        stage.post_message(Paste(text))
        await quiet(pilot)
        await pilot.press("tab")
        assert told(stage) == [("a", text)]


async def test_the_end_is_in_sight_when_a_long_note_is_come_to() -> None:
    async with on_stage(NoteField("a", "\n".join("abcdefgh"), most=3)) as (stage, pilot):
        await pilot.press("!")
        assert "h!" in "\n".join(strip.text for strip in stage.screen._compositor.render_strips())  # noqa: SLF001 - no other way


async def test_a_line_is_painted_as_a_text_area_paints_it() -> None:
    note = NoteField("a", "Leser tjue minutter hver kveld, 世界 og synes det går bra.\nNy linje " * 2, most=6)
    async with on_stage(note, size=(30, 12)) as (_stage, pilot):
        for keys in ([], ["up", "home"], ["shift+up", "shift+up", "shift+right"], ["right", "end"]):
            await at_once(pilot, *keys)
            for y in range(note.size.height):
                mine = note._render_line(y)  # noqa: SLF001 - what it paints
                theirs = TextArea._render_line(note, y)  # noqa: SLF001 - what it stands in for
                assert difference(theirs, mine) == (theirs.cell_length, 0), f"line {y} after {keys}"
