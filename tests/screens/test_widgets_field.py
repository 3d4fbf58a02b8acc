"""A field: what is typed is told in time and in order, and taken back word by word."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.app import App
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key, Paste
from textual.widgets import Input

from screens.widgets import Edited, Field, recording, settle
from tests.screens.stage import Stage, at_once, letters, on_stage, quiet, until


def told(stage: Stage) -> list[tuple[str, str]]:
    """Give the path and text of each edit told."""
    return [(edit.path, edit.value) for edit in stage.of(Edited)]


async def test_a_line_is_told_when_the_field_is_left() -> None:
    async with on_stage(Field("mote/place"), Field("mote/leader")) as (stage, pilot):
        await pilot.press("å", "tab")
        assert told(stage) == [("mote/place", "å")]


async def test_a_line_is_told_while_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "DELAY", 0.001)
    async with on_stage(Field("a")) as (stage, pilot):
        await pilot.press("x")
        await until(pilot, lambda: told(stage) == [("a", "x")])


async def test_a_field_filled_before_it_is_laid_out_shows_its_first_letters_from_the_first_picture() -> None:
    class Filled(Vertical):
        def on_mount(self) -> None:
            field = self.query_one(Field)
            field.show("SOL-7")
            self.first_shown = field.scroll_offset.x

    async with on_stage(Filled(Field("a"))) as (stage, _pilot):
        assert stage.query_one(Filled).first_shown == 0


def test_half_a_second_is_not_all_spent_waiting() -> None:
    assert recording.DELAY < 0.5


async def test_text_typed_and_taken_away_again_is_not_told() -> None:
    async with on_stage(Field("a"), Field("b")) as (stage, pilot):
        await at_once(pilot, "x", "backspace", "tab")
        assert told(stage) == []


async def test_keys_typed_ahead_land_where_they_belong() -> None:
    async with on_stage(Field("a"), Field("b"), Field("c")) as (stage, pilot):
        await at_once(pilot, *"abc", "tab", *"def", "enter", *"ghi", "shift+tab", "j")
        assert [field.value for field in stage.query(Field)] == ["abc", "defj", "ghi"]


async def test_keys_that_edit_keep_their_place_among_the_letters() -> None:
    async with on_stage(Field("a")) as (stage, pilot):
        await at_once(
            pilot, "a", "b", "c", "backspace", "d", "home", "e", "end", "f", "left", "left", "delete"
        )
        assert stage.query_one(Field).value == "eabf"


async def test_settling_lets_everything_typed_so_far_be_handled() -> None:
    class Leading(Stage):
        BINDINGS: ClassVar[list[BindingType]] = [Binding("f8", "step", priority=True)]
        steps: ClassVar[list[list[str]]] = []

        async def action_step(self) -> None:
            await settle(self.screen)
            self.steps.append([edit.value for edit in self.of(Edited)])

    stage = Leading(Vertical(Field("a"), Field("b")))
    async with stage.run_test() as pilot:
        await at_once(pilot, "x", "tab", "y", "f8", "z")
        assert stage.steps == [["x", "y"]]


async def test_a_field_that_is_taken_away_tells_what_it_held() -> None:
    async with on_stage(Vertical(Vertical(Field("a")))) as (stage, pilot):
        for letter in "xy":
            stage.query_one(Field).post_message(Key(letter, letter))
        await stage.query_one(Vertical).remove()
        await quiet(pilot)
        assert told(stage) == [("a", "xy")]


async def test_a_field_that_comes_to_edit_something_else_tells_the_old_first() -> None:
    async with on_stage(Field("a")) as (stage, pilot):
        field = stage.query_one(Field)
        await pilot.press("x")
        field.edit_at("b", "annet")
        await pilot.press("y")
        field.flush()
        await quiet(pilot)
        assert told(stage) == [("a", "x"), ("b", "annety")]


async def test_showing_the_same_text_leaves_the_cursor() -> None:
    async with on_stage(Field("a", "Ringe BUP")) as (stage, pilot):
        field = stage.query_one(Field)
        await pilot.press("home", "right")
        field.show("  Ringe   BUP ")
        assert (field.value, field.cursor_position) == ("Ringe BUP", 1)


async def test_showing_another_text_is_not_told_back() -> None:
    async with on_stage(Field("a", "Ringe"), Field("b")) as (stage, pilot):
        stage.query_one(Field).show("Skrive")
        await pilot.press("tab")
        assert stage.query_one(Field).value == "Skrive"
        assert told(stage) == []


async def test_what_is_being_typed_is_not_overwritten() -> None:
    async with on_stage(Field("a", "x"), Field("b")) as (stage, pilot):
        await pilot.press("y")
        stage.query_one(Field).show("fra en annen terminal")
        await pilot.press("tab")
        assert told(stage) == [("a", "xy")]


async def test_an_older_text_that_comes_back_is_an_echo() -> None:
    async with on_stage(Field("a")) as (stage, pilot):
        field = stage.query_one(Field)
        await pilot.press("x")
        field.flush()
        await pilot.press("y")
        field.flush()
        field.show("x")
        assert field.value == "xy"
        field.show("xy")
        field.show("angret")
        assert field.value == "angret"


async def test_typing_is_taken_back_word_by_word_and_brought_back() -> None:
    async with on_stage(Field("a")) as (stage, pilot):
        field = stage.query_one(Field)
        await at_once(pilot, *letters("en to tre"))
        seen = []
        for key in ("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y", "ctrl+y"):
            await pilot.press(key)
            seen.append(field.value)
        assert seen == ["en to ", "en ", "", "en ", "en to ", "en to tre"]


class Undoing(App[None]):
    """An app whose own undo is counted."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+z", "undo"), ("ctrl+y", "redo")]

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def compose(self):  # noqa: ANN201 - two fields
        yield Field("a", "fra før")
        yield Field("b")

    def action_undo(self) -> None:
        self.asked.append("undo")

    def action_redo(self) -> None:
        self.asked.append("redo")


async def test_undo_goes_on_to_the_meeting_when_the_field_has_nothing_to_take_back() -> None:
    app = Undoing()
    async with app.run_test() as pilot:
        await pilot.press("x", "ctrl+z")
        assert (app.query_one(Field).value, app.asked) == ("fra før", [])
        await pilot.press("ctrl+z", "ctrl+y")
        assert app.asked == ["undo", "redo"]


async def test_leaving_the_field_leaves_its_undo_behind() -> None:
    app = Undoing()
    async with app.run_test() as pilot:
        await pilot.press("x", "tab", "shift+tab", "ctrl+z")
        assert app.asked == ["undo"]


async def test_several_lines_pasted_become_one_and_none_is_lost() -> None:
    async with on_stage(Field("a", "før ")) as (stage, pilot):
        stage.post_message(Paste("en\r\n  to\n\ntre\x1b[2J\r"))
        await quiet(pilot)
        assert stage.query_one(Field).value == "før en to tre␛[2J"


async def test_a_long_text_pasted_is_there_to_the_end() -> None:
    text = "ord " * 2500
    async with on_stage(Field("a"), Field("b")) as (stage, pilot):
        stage.post_message(Paste(text))
        await quiet(pilot)
        await pilot.press("!", "tab")
        assert told(stage) == [("a", text.strip() + "!")]


async def test_a_letter_and_its_mark_become_one_letter() -> None:
    async with on_stage(Field("a")) as (stage, pilot):
        await at_once(pilot, "A", "\u030a", "s", "e")
        assert stage.query_one(Field).value == "Åse"


async def test_a_field_that_sends_gives_the_line_away_and_begins_another() -> None:
    async with on_stage(Field("linje", sends=True)) as (stage, pilot):
        await at_once(pilot, *letters("Ringe @kari"), "enter", *"neste")
        assert [sent.value for sent in stage.of(Field.Sent)] == ["Ringe @kari"]
        assert stage.query_one(Field).value == "neste"


async def test_only_a_live_field_tells_of_every_key() -> None:
    changes: list[str] = []

    class Watching(Stage):
        def on_input_changed(self, event: Input.Changed) -> None:
            changes.append(event.value)

    stage = Watching(Field("a"), Field("b", live=True))
    async with stage.run_test() as pilot:
        await pilot.press("x", "tab", "y", "z")
    assert changes == ["y", "yz"]


async def test_the_focus_shows_without_colour() -> None:
    async with on_stage(Field("a", "en"), Field("b", "to")) as (stage, pilot):
        await pilot.press("tab")
        shown = [strip.text.rstrip() for strip in stage.screen._compositor.render_strips()[:2]]  # noqa: SLF001 - no other way
        assert shown == [" en", "▌to"]
