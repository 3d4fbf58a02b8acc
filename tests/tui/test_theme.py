"""The colours: every word can be read on what it stands on, and no meaning is lost without them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.color import ColorType
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget

from data.demo import open_demo
from data.groups import create_group
from data.locations import locate
from data.settings import Look, Settings
from screens.home import Home
from tests.data.sample_group import SAMPLE_GROUP
from tui.app import Malstyrt
from tui.theme import THEMES

AA = 4.5
"""The least contrast of ordinary text: WCAG 2.2, success criterion 1.4.3."""

NINE = 1_795_507_200.0
"""Nine o'clock in Oslo on Tuesday 24 November 2026."""

OF_OUR_OWN = [Look.DARK, Look.LIGHT]


@asynccontextmanager
async def program(
    home: Path, settings: Settings, *, meeting: bool = True
) -> AsyncIterator[tuple[Malstyrt, Pilot[None]]]:
    """Start the program in some settings, in the demo meeting or at home."""
    locations = locate({}, home)
    opened = open_demo(locations, now=lambda: NINE, who="test") if meeting else None
    app = Malstyrt(locations, opened, who="test", now=lambda: NINE, settings=settings)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        yield app, pilot


def words_and_styles(app: Malstyrt) -> Iterator[tuple[str, Style]]:
    """Give what is painted, word for word; of a dialog only itself, for what is behind is dimmed."""
    screen = app.screen
    seen = screen.children[0].region if isinstance(screen, ModalScreen) else Region(0, 0, 120, 36)
    strips = screen._compositor.render_strips()  # noqa: SLF001 - Textual shows its lines nowhere else
    for strip in strips[seen.y : seen.bottom]:
        for text, style, _control in strip.crop(seen.x, seen.right):
            if text.strip() and style is not None:
                yield text, style


def hard_to_read(app: Malstyrt) -> list[str]:
    """Give the words whose letters stand out too little."""
    return [
        f"{contrast:.2f} «{text.strip()}» {style}"
        for text, style in words_and_styles(app)
        # Lines and bars are no words, and bear nothing that words do not.
        if re.search(r"\w", text) and (contrast := contrast_of(style)) < AA
    ]


def contrast_of(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    letters, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    lighter, darker = sorted((luminance(letters), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ground_of(widget: Widget) -> Color:
    """Give the colour of what a widget stands on."""
    around = (each for each in widget.ancestors if isinstance(each, Widget))
    return next(each.styles.background for each in around if each.styles.background.a)


def luminance(colour: Color) -> float:
    """Give the relative luminance as WCAG 2.2 defines it."""
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_black_on_white_is_measured_as_wcag_says() -> None:
    assert contrast_of(Style(color="#000000", bgcolor="#ffffff")) == pytest.approx(21)
    assert contrast_of(Style(color="#777777", bgcolor="#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", OF_OUR_OWN)
async def test_every_word_of_every_step_can_be_read(tmp_path: Path, look: Look) -> None:
    async with program(tmp_path, Settings(look)) as (app, pilot):
        await pilot.press("ctrl+a")
        for _step in range(9):
            assert hard_to_read(app) == []
            await pilot.press("f8")
            await pilot.press("f4")
            await pilot.pause()


@pytest.mark.parametrize("look", OF_OUR_OWN)
@pytest.mark.parametrize("keys", [("f1",), ("f2",), ("enter",), ("ctrl+r", "ctrl+s"), ("f8", "f8", "f9")])
async def test_every_word_of_a_dialog_can_be_read(tmp_path: Path, look: Look, keys: tuple[str, ...]) -> None:
    async with program(tmp_path, Settings(look)) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, ModalScreen)
        assert hard_to_read(app) == []


@pytest.mark.parametrize("look", OF_OUR_OWN)
@pytest.mark.parametrize("keys", [("f2",), ("f6",), ("enter",), ("ctrl+r", "ctrl+s")])
async def test_what_is_typed_in_is_seen_as_a_field_in_a_dialog_too(
    tmp_path: Path, look: Look, keys: tuple[str, ...]
) -> None:
    async with program(tmp_path, Settings(look)) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        fields = app.screen.query("Field, NoteField")
        assert fields
        assert [field for field in fields if field.styles.background == ground_of(field)] == []


@pytest.mark.parametrize("look", OF_OUR_OWN)
async def test_every_word_of_home_can_be_read(tmp_path: Path, look: Look) -> None:
    async with program(tmp_path, Settings(look), meeting=False) as (app, pilot):
        assert hard_to_read(app) == []
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert hard_to_read(app) == []


@pytest.mark.parametrize("look", OF_OUR_OWN)
async def test_every_word_of_a_marked_line_of_home_can_be_read(tmp_path: Path, look: Look) -> None:
    create_group(locate({}, tmp_path), SAMPLE_GROUP)
    async with program(tmp_path, Settings(look), meeting=False) as (app, pilot):
        assert isinstance(app.screen, Home)
        await app.screen.ready.wait()
        for _line in range(4):
            await pilot.pause()
            assert hard_to_read(app) == []
            await pilot.press("down")


@pytest.mark.parametrize("look", OF_OUR_OWN)
@pytest.mark.parametrize("keys", [("ctrl+g",), ("ctrl+g", "enter"), ("ctrl+t",), ("ctrl+f",)])
async def test_every_word_of_the_pages_between_meetings_can_be_read(
    tmp_path: Path, look: Look, keys: tuple[str, ...]
) -> None:
    create_group(locate({}, tmp_path), SAMPLE_GROUP)
    async with program(tmp_path, Settings(look), meeting=False) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        assert not isinstance(app.screen, Home)
        assert hard_to_read(app) == []


@pytest.mark.parametrize("look", Look)
async def test_the_first_painting_is_in_the_look_that_was_chosen(tmp_path: Path, look: Look) -> None:
    async with program(tmp_path, Settings(look), meeting=False) as (app, _pilot):
        assert app.current_theme is THEMES[look]
        assert app.stylesheet._variables["text-muted"] == THEMES[look].variables["text-muted"]  # noqa: SLF001 - Textual tells it nowhere else


async def test_the_terminals_own_colours_are_left_to_it(tmp_path: Path) -> None:
    async with program(tmp_path, Settings(Look.TERMINAL)) as (app, _pilot):
        styles = [style for _text, style in words_and_styles(app)]
        asked_for = {colour.type for style in styles for colour in (style.color, style.bgcolor) if colour}
        assert asked_for <= {ColorType.DEFAULT, ColorType.STANDARD}


async def test_without_colours_everything_is_grey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with program(tmp_path, Settings()) as (app, _pilot):
        for _text, style in words_and_styles(app):
            for colour in (style.color, style.bgcolor):
                assert colour is None or len(set(Color.from_rich_color(colour).rgb)) == 1


async def test_a_mistake_in_the_settings_is_told_and_the_program_starts(tmp_path: Path) -> None:
    settings = Settings(mistake="config.toml: tema: Der står «[/lilla]»")
    async with program(tmp_path, settings, meeting=False) as (_app, pilot):
        await pilot.pause()
        painted = "\n".join(text for text, _style in words_and_styles(pilot.app))
        assert "Noe i innstillingene kan ikke brukes" in painted
        assert "«[/lilla]»" in painted
