"""A bare app to put widgets on, that remembers what they tell and what it sends to the terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import pyte
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.events import Key
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from screens.widgets import SparingScreen

M = TypeVar("M", bound=Message)


class StageScreen(SparingScreen, Screen[None]):
    """The screen, where what widgets tell is heard."""

    app: Stage

    def remember(self, message: Message) -> None:
        """Keep a message of a widget's."""
        self.app.told.append(message)

    on_field_edited = on_field_sent = on_choice_changed = on_marks_changed = remember
    on_rows_chosen = on_rows_turned = on_rows_moved = on_rows_typed = remember
    on_rows_cell_edited = on_rows_cell_typed = remember


class Stage(App[None]):
    """Widgets below each other. `told` is what they told, `sent` what went to the terminal."""

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self._widgets = widgets
        self.told: list[Message] = []
        self.sent: list[str] = []
        self.frames = 0
        """How many times something was painted, also where nothing of it had to be sent."""
        self.shadow = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.shadow)

    def compose(self) -> ComposeResult:
        yield from self._widgets

    def get_default_screen(self) -> Screen[None]:
        return StageScreen(id="_default")

    def of(self, kind: type[M]) -> list[M]:
        """Give what was told of one kind."""
        return [message for message in self.told if isinstance(message, kind)]

    def _display(self, screen: Screen[Any], renderable: Any) -> None:  # noqa: ANN401 - as in Textual
        """Send an update to a terminal that only this app sees."""
        self.frames += 1
        if isinstance(renderable, CompositorUpdate):
            self.sent.append(renderable.render_segments(self.console))
            self._stream.feed(self.sent[-1])
        super()._display(screen, renderable)


@asynccontextmanager
async def on_stage(
    *widgets: Widget, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """Put widgets on a stage, and give it with a pilot at its keys."""
    stage = Stage(*widgets)
    stage.shadow.resize(size[1], size[0])
    async with stage.run_test(size=size) as pilot:
        stage.screen.set_focus(None)
        stage.screen.focus_next()
        await quiet(pilot)
        yield stage, pilot


async def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys so fast that all have come before the first is handled, as over a slow line."""
    for key in keys:
        pilot.app.post_message(Key(key, {"space": " "}.get(key)))
    await quiet(pilot)


def letters(text: str) -> Iterable[str]:
    """Give the keys that type a text."""
    return ("space" if letter == " " else letter for letter in text)


def reversed_words(stage: Stage) -> str:
    """Give what stands out on the screen with or without colour."""
    strips = stage.screen._compositor.render_strips()  # noqa: SLF001 - no other way
    parts = (part for strip in strips for part in strip)
    return "".join(part.text for part in parts if part.style and part.style.reverse).rstrip()


async def quiet(pilot: Pilot[None]) -> None:
    """Wait until everything has been handled."""
    for _ in range(4):
        await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(2000):
        if holds():
            return
        await pilot.pause()
    raise AssertionError("waited in vain")
