"""Clock, choice, marks and plain words."""

from __future__ import annotations

import pytest
from textual.content import Content

from screens.widgets import Choice, Clock, Field, Marks, NoteField, Text, plain
from tests.screens.hostile import lines_of
from tests.screens.stage import at_once, letters, on_stage, quiet, reversed_words

STATES = [("met", "møtt"), ("absent", "frafall"), ("stand_in", "stedfortreder")]
GOALS = [("M1", "Trygg på skolen"), ("M2", "Leseglede"), ("M3", "Sover godt om natten")]


async def test_a_clock_stands_to_the_right_in_its_own_room() -> None:
    async with on_stage(Clock("1:42", width=7), size=(40, 5)) as (stage, _pilot):
        assert lines_of(stage)[0].rstrip() == "   1:42"


async def test_a_big_clock_is_three_rows_tall() -> None:
    async with on_stage(Clock("1:42", width=4, big=True), size=(40, 5)) as (stage, _pilot):
        assert [line.rstrip() for line in lines_of(stage)[:3]] == [
            "╺┓    ╻ ╻╺━┓",
            " ┃  : ┗━┫┏━┛",
            "╺┻╸     ╹┗━╸",
        ]


@pytest.mark.parametrize(("big", "most"), [(False, 60), (True, 200)])
async def test_a_tick_sends_the_figures_that_changed_and_a_clock_that_stands_sends_nothing(
    big: bool, most: int
) -> None:
    clock = Clock("0:59", width=5, big=big)
    async with on_stage(Text("over"), clock, Text("under")) as (stage, pilot):
        clock.show("1:00")
        await quiet(pilot)
        stage.sent.clear()
        clock.show("1:01")
        await quiet(pilot)
        assert 0 < len("".join(stage.sent).encode()) <= most
        stage.sent.clear()
        clock.show("1:01")
        await quiet(pilot)
        assert stage.sent == []


async def test_a_choice_goes_round_both_ways_and_tells() -> None:
    async with on_stage(Choice("p1/attendance", STATES, "met")) as (stage, pilot):
        assert lines_of(stage)[0].startswith("‹ møtt ›")
        await at_once(pilot, "right", "space", "space", "left")
        told = [(event.path, event.value) for event in stage.of(Choice.Changed)]
        assert told == [("p1/attendance", value) for value in ("absent", "stand_in", "met", "stand_in")]
        assert lines_of(stage)[0].startswith("‹ stedfortreder ›")


async def test_a_figure_chooses_the_words_that_begin_with_it_and_no_value_that_is_not_seen() -> None:
    scale = Choice("score", [("", "–"), ("1", "1 av 5"), ("2", "2 av 5")])
    factor = Choice("factor", [("1", "nei"), ("2", "taletid × 2")], "1")
    async with on_stage(scale, factor) as (stage, pilot):
        await at_once(pilot, "2", "2", "7", "tab", "2")
        told = [(event.path, event.value) for event in stage.of(Choice.Changed)]
        assert told == [("score", "2")]


@pytest.mark.parametrize("kind", [Field, NoteField])
async def test_words_typed_on_a_choice_go_to_the_field_that_is_for_them(
    kind: type[Field | NoteField],
) -> None:
    choice = Choice("verdict", [("", "–"), ("met", "nådd")], words_follow=True)
    async with on_stage(choice, kind("words")) as (stage, pilot):
        await at_once(pilot, *letters("Per kan 2 ting"))
        assert stage.query_one(kind).words == "Per kan 2 ting"
        assert stage.of(Choice.Changed) == []
        await at_once(pilot, "shift+tab", "space")
        assert [event.value for event in stage.of(Choice.Changed)] == ["met"]
        await at_once(pilot, *letters("!"))
        assert stage.query_one(kind).words == "Per kan 2 ting!"


async def test_the_focus_shows_without_colour() -> None:
    async with on_stage(Choice("a", STATES, "met"), Marks("b", GOALS), Field("c")) as (stage, pilot):
        assert reversed_words(stage) == "‹ møtt ›"
        await at_once(pilot, "tab", "right")
        assert reversed_words(stage) == "[ ] Leseglede"


async def test_a_choice_with_a_value_it_does_not_know_begins_at_the_first() -> None:
    async with on_stage(Choice("a", STATES)) as (stage, pilot):
        assert lines_of(stage)[0].startswith("‹ – ›")
        await at_once(pilot, "right")
        assert stage.query_one(Choice).value == "met"


async def test_a_choice_shown_is_not_told() -> None:
    async with on_stage(Choice("a", STATES, "met")) as (stage, pilot):
        stage.query_one(Choice).show("absent")
        await quiet(pilot)
        assert stage.told == []
        assert "frafall" in lines_of(stage)[0]


async def test_keys_ahead_of_a_choice_and_marks_land_behind_them() -> None:
    async with on_stage(Choice("a", STATES, "met"), Marks("b", GOALS), Field("c")) as (stage, pilot):
        await at_once(pilot, "space", "tab", "right", "space", "tab", *"abc")
        assert stage.query_one(Choice).value == "absent"
        assert stage.query_one(Marks).values == ("M2",)
        assert stage.query_one(Field).value == "abc"


async def test_marks_show_what_is_marked_and_wrap() -> None:
    async with on_stage(Marks("e/goals", GOALS, ("M2",)), Field("b"), size=(50, 6)) as (stage, _pilot):
        assert [line.rstrip() for line in lines_of(stage)[:2]] == [
            "[ ] Trygg på skolen  [x] Leseglede",
            "[ ] Sover godt om natten",
        ]


async def test_marking_tells_the_values_in_their_order() -> None:
    async with on_stage(Marks("e/goals", GOALS, ("M2",))) as (stage, pilot):
        await at_once(pilot, "left", "space", "right", "space", "right", "space")
        told = [event.values for event in stage.of(Marks.Changed)]
        assert told == [("M2", "M3"), ("M1", "M2", "M3"), ("M1", "M3")]


async def test_marks_take_other_options() -> None:
    async with on_stage(Marks("a", ()), Text("under")) as (stage, pilot):
        stage.query_one(Marks).show(("M3",), GOALS)
        await quiet(pilot)
        assert "[x] Sover godt om natten" in "\n".join(lines_of(stage))
        stage.query_one(Marks).show((), ())
        await at_once(pilot, "space", "right")
        assert stage.told == []


async def test_a_click_marks_what_is_clicked() -> None:
    async with on_stage(Marks("a", GOALS)) as (stage, pilot):
        await pilot.click(Marks, offset=(23, 0))
        assert stage.query_one(Marks).values == ("M2",)


async def test_words_shown_again_are_not_sent_again() -> None:
    async with on_stage(Text("en")) as (stage, pilot):
        text = stage.query_one(Text)
        stage.sent.clear()
        text.show("en")
        text.show(plain("en"))
        await quiet(pilot)
        assert stage.sent == []
        text.show(Content.styled("to", "bold"))
        await quiet(pilot)
        assert "to" in "".join(stage.sent)
