"""Words found in a text stay marked as it is typed in: with their own letters, and no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widget import Widget

from screens.widgets import Field, NoteField
from screens.widgets.found import Found
from tests.screens.stage import Stage, on_stage, quiet

TEXTS = st.text("ab æ\n", max_size=12)


def found_in(text: str, *words: str) -> Found:
    """Give some words as found in a text."""
    return Found(text, tuple((text.index(word), text.index(word) + len(word)) for word in words))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("man ser det an", ["man", "det"]),
        ("I dag ser man det an", ["man", "det"]),
        ("man ser absolutt det an", ["man", "det"]),
        ("man ser det ikke an", ["man", "det"]),
        ("mannen ser det an", ["det"]),
        ("man ser de an", ["man"]),
        ("", []),
    ],
)
def test_what_was_found_is_marked_where_it_has_moved_to_and_not_once_it_is_touched(
    text: str, stand: list[str]
) -> None:
    before = "man ser det an" if "I dag" not in text else "ser man det an"
    marked = [text[start:end] for start, end in found_in(before, "man", "det").within(text)]
    assert marked == stand


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.tuples(st.integers(0, 12), st.integers(0, 12)))
def test_what_is_marked_says_what_was_found(
    start: str, out: str, put: str, rest: str, place: tuple[int, int]
) -> None:
    before, after = start + out + rest, start + put + rest
    first, last = sorted(min(at, len(before)) for at in place)
    marked = Found(before, ((first, last),)).within(after)
    assert [after[begin:end] for begin, end in marked] in ([], [before[first:last]])


def lined(stage: Stage) -> str:
    """Give the letters that the terminal shows with a line under them."""
    cells = (stage.shadow.buffer[y][x] for y in range(24) for x in range(80))
    return "".join(cell.data for cell in cells if cell.underscore)


@pytest.mark.parametrize("kind", [Field, NoteField])
async def test_a_field_shows_what_was_found_until_it_is_put_otherwise(kind: Callable[..., Widget]) -> None:
    field = kind("a", "Skolen ringer snarest")
    assert isinstance(field, Field | NoteField)
    async with on_stage(field) as (stage, pilot):
        field.show_found(found_in(field.words, "snarest"))
        await quiet(pilot)
        assert lined(stage) == "snarest"
        await pilot.press("home", "O", "k", ":", "space")
        await quiet(pilot)
        assert (field.words, lined(stage)) == ("Ok: Skolen ringer snarest", "snarest")
        await pilot.press("end", "e")
        await quiet(pilot)
        assert lined(stage) == ""


async def test_words_are_marked_in_every_line_that_a_note_is_folded_to() -> None:
    text = f"{'ord ' * 30}snarest\nman"
    note = NoteField("a", text)
    async with on_stage(note) as (stage, pilot):
        note.show_found(found_in(text, "snarest", "man"))
        await quiet(pilot)
        assert lined(stage) == "snarestman"


@pytest.mark.parametrize("kind", [Field, NoteField])
async def test_marks_that_stand_as_they_stood_are_not_painted_anew(kind: Callable[..., Widget]) -> None:
    """A frame keeps the next one waiting, and with it the letter that is typed then."""
    field = kind("a", "Skolen ringer snarest")
    assert isinstance(field, Field | NoteField)
    async with on_stage(field) as (stage, pilot):
        field.show_found(found_in(field.words, "snarest"))
        await pilot.press("home", "O", "k", ":", "space")
        await quiet(pilot)
        before = stage.frames
        field.show_found(found_in(field.words, "snarest"))
        await quiet(pilot)
        assert (stage.frames, lined(stage)) == (before, "snarest")
        field.show_found(found_in(field.words, "ringer"))
        await quiet(pilot)
        assert (stage.frames > before, lined(stage)) == (True, "ringer")
