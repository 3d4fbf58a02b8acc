"""Sending no more than what changed: the terminal shows what the screen holds, for few bytes."""

from __future__ import annotations

import asyncio
import statistics

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip

from screens.widgets import (
    Choice,
    Clock,
    Column,
    EditableRows,
    Field,
    Marks,
    NoteField,
    Row,
    SparingScreen,
    Text,
)
from screens.widgets.holder import Holder
from screens.widgets.sparing import difference
from tests.screens.hostile import lines_of
from tests.screens.stage import Stage, at_once, letters, on_stage, quiet

SENTENCE = (
    "Ringe BUP om time til utredning og avklare hvem som er med i samtalen, gjerne fredag den tolvte "
    "desember slik at alle kan være med og bidra til et godt møte. "
)


def as_the_terminal_shows_it(stage: Stage) -> list[str]:
    """Give the lines of the terminal."""
    return [line.rstrip() for line in stage.shadow.display]


def as_the_screen_holds_it(stage: Stage) -> list[str]:
    """Give the lines of the screen."""
    return [line.rstrip() for line in lines_of(stage)]


KEYS = st.sampled_from(
    [
        *("a", "b", "å", "世", "space", "enter", "tab", "shift+tab", "backspace", "delete", "left"),
        *("right", "up", "down", "home", "end", "ctrl+z", "ctrl+y", "ctrl+k", "ctrl+u", "shift+left"),
        *("escape", "tick", "show"),
    ]
)


# Shrinking a failure would take minutes: the bursts that fail are printed as they are.
@settings(max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(st.lists(KEYS, min_size=1, max_size=6), min_size=1, max_size=12))
@example([["ctrl+u"], ["escape", "enter", "a", "home", "enter"], ["ctrl+k", "a", "a"]])
@example([["enter"], ["tab", "enter", "enter", "enter", "enter"], ["ctrl+z"], ["ctrl+z", "ctrl+z", "a"]])
@example([["a"], ["backspace", "a", "backspace"], ["世", "left", "b"], ["tick"], ["delete"]])
def test_the_terminal_shows_what_the_screen_holds_whatever_is_pressed(bursts: list[list[str]]) -> None:
    async def play() -> None:
        clock = Clock("0:00")
        table = EditableRows([Column("a", "A", editable=True)], [Row("1", ("en",)), Row("2", ("to",))])
        marks = Marks("m", [("x", "en"), ("y", "to")])
        widgets = (
            clock,
            Field("f"),
            NoteField("n", most=3),
            Choice("c", [("x", "en"), ("y", "to")]),
            marks,
            table,
        )
        async with on_stage(*widgets, size=(40, 16)) as (stage, pilot):
            for number, burst in enumerate(bursts):
                if "tick" in burst:
                    clock.show(f"0:{number:02}")
                if "show" in burst:
                    table.show([Row("1", (f"{number}",)), Row("2", ("to",))])
                await at_once(pilot, *(key for key in burst if key not in {"tick", "show"}))
                await quiet(pilot)
                assert as_the_terminal_shows_it(stage) == as_the_screen_holds_it(stage), burst

    asyncio.run(play())


class Question(SparingScreen, ModalScreen[None]):
    """A question in the middle of the screen."""

    CSS = "Question { align: center middle; } Question Field { width: 20; }"

    def compose(self) -> ComposeResult:
        """Ask."""
        yield Field("svar")


async def test_a_clock_ticks_on_behind_a_question_and_when_it_is_gone() -> None:
    clock = Clock("0:01")
    async with on_stage(clock, NoteField("n", "en"), Text("under"), size=(40, 10)) as (stage, pilot):
        await stage.push_screen(Question())
        await at_once(pilot, *"svar")
        clock.show("0:02")
        await quiet(pilot)
        assert as_the_terminal_shows_it(stage) == as_the_screen_holds_it(stage)
        assert "0:02" in as_the_terminal_shows_it(stage)[0]
        stage.pop_screen()
        clock.show("0:03")
        await at_once(pilot, "enter", "x")
        assert as_the_terminal_shows_it(stage) == as_the_screen_holds_it(stage)
        assert "0:03" in as_the_terminal_shows_it(stage)[0]


async def test_what_comes_in_place_of_something_else_is_painted_once() -> None:
    holder = Holder(Text("en"), NoteField("n", "to"))
    async with on_stage(Text("over"), holder, size=(40, 10)) as (stage, pilot):

        async def change() -> None:
            with stage.batch_update():
                await holder.remove_children()
                await holder.mount(Field("f", "tre"), NoteField("m", "fire\nfem", most=3), Text("seks"))

        stage.sent.clear()
        stage.screen.call_later(change)
        await quiet(pilot)
        assert as_the_terminal_shows_it(stage) == as_the_screen_holds_it(stage)
        assert "seks" in as_the_terminal_shows_it(stage)
        assert len([frame for frame in stage.sent if frame]) == 1


async def bytes_a_key(*, note: bool) -> list[int]:
    """Give what each key of a long sentence sends, at 120 columns."""
    field = NoteField("a", most=6) if note else Field("a")
    async with on_stage(field, size=(120, 36)) as (stage, pilot):
        sizes = []
        await at_once(pilot, *letters(SENTENCE[:90]))
        for key in letters(SENTENCE[90:140]):
            stage.sent.clear()
            await at_once(pilot, key)
            sizes.append(len("".join(stage.sent).encode()))
        return sizes


async def test_a_key_in_a_field_sends_little_more_than_its_letter() -> None:
    sizes = await bytes_a_key(note=False)
    assert statistics.median(sizes) < 80
    assert max(sizes) < 300


async def test_a_key_in_a_note_sends_little_more_than_its_letter() -> None:
    sizes = await bytes_a_key(note=True)
    assert statistics.median(sizes) < 80


async def test_going_to_the_next_field_sends_the_two_fields_and_nothing_else() -> None:
    fields = [Field(f"f{n}", f"tekst {n}") for n in range(10)]
    async with on_stage(*fields) as (stage, pilot):
        stage.sent.clear()
        await at_once(pilot, "tab")
        assert 0 < len("".join(stage.sent)) < 500


async def test_nothing_is_sent_while_nothing_changes() -> None:
    async with on_stage(Field("a", "en"), NoteField("b", "to"), Clock("1:00")) as (stage, pilot):
        stage.sent.clear()
        await pilot.pause(1.1)  # longer than a cursor takes to blink
        assert stage.sent == []


Parts = list[tuple[str, Style]]
STYLES = st.sampled_from([Style(bold=True), Style(italic=True)])
segments = st.lists(st.tuples(st.text("ab 世é", min_size=1, max_size=6), STYLES), max_size=5)


def line(parts: Parts, width: int = 30) -> Strip:
    """Give a strip of a width."""
    return Strip([Segment(*part) for part in parts]).adjust_cell_length(width, Style())


@given(segments, segments)
def test_all_that_differs_lies_in_the_span(before: Parts, after: Parts) -> None:
    old, new = line(before), line(after)
    start, end = difference(old, new)
    patched = Strip.join([old.crop(0, start), new.crop(start, max(start, end)), old.crop(max(start, end))])
    assert patched.text == new.text
    assert difference(patched, new) == (30, 0)


@given(segments)
def test_lines_that_agree_have_no_span(parts: Parts) -> None:
    start, end = difference(line(parts), line(parts))
    assert start >= end


async def test_a_widget_that_was_taken_away_is_blank_should_it_still_be_asked_to_paint() -> None:
    widgets = (NoteField("n", "tekst"), Field("f", "tekst"), Choice("c", [("x", "en")]), Clock("0:01"))
    async with on_stage(*widgets) as (_stage, pilot):
        wholes = [Region(0, 0, *widget.outer_size) for widget in widgets]
        for widget in widgets:
            await widget.remove()
            widget.notify_style_update()
            widget.refresh()
        await quiet(pilot)
        for widget, whole in zip(widgets, wholes, strict=True):
            assert {strip.text.strip() for strip in widget.render_lines(whole)} == {""}
            assert not list(widget._exchange_repaint_regions())  # noqa: SLF001 - as Textual's compositor asks
