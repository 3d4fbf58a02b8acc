"""Bare Textual programs, with no word of ours: what the same things cost at the least.

Run as `python bare.py hello`, `python bare.py input`, or `python bare.py push 3,1,40 5,2,60 …`,
where each key F8 pushes a screen of so many Inputs, TextAreas and Statics, or
`python bare.py read FILE…`, where it pushes one with the text of the next file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static


class Hello(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        yield Static("hello")


class OneInput(App[None]):
    """One line to type in, as sparing as Textual has it."""

    def compose(self) -> ComposeResult:
        line = Input(compact=True)
        line.cursor_blink = False
        yield line


class Full(Screen[None]):
    """A screen of so many widgets."""

    DEFAULT_CSS = "Full TextArea { height: 3; }"

    def __init__(self, inputs: int, areas: int, statics: int) -> None:
        super().__init__()
        self._counts = inputs, areas, statics

    def compose(self) -> ComposeResult:
        inputs, areas, statics = self._counts
        with VerticalScroll():
            for number in range(statics):
                yield Static(f"static {number}")
            for _ in range(inputs):
                yield Input(compact=True)
            if areas:
                from textual.widgets import TextArea  # noqa: PLC0415 - hello shows none

                for _ in range(areas):
                    yield TextArea(compact=True)
        yield Static(f"pushed {sum(self._counts)}")


class Pushes(App[None]):
    """A screen more for each F8, the next of the list each time."""

    BINDINGS = [("f8", "push", "")]  # noqa: RUF012 - Textual's own form
    CSS = "Screen { layout: vertical; }"

    def __init__(self, counts: list[tuple[int, int, int]]) -> None:
        super().__init__()
        self.animation_level = "none"
        self._left = iter(counts)

    def compose(self) -> ComposeResult:
        yield Static("hello")

    def action_push(self) -> None:
        """Push the next screen in the place of the one that is shown."""
        if len(self.screen_stack) > 1:
            self.switch_screen(Full(*next(self._left)))
        else:
            self.push_screen(Full(*next(self._left)))


class Page(Screen[None]):
    """A text to scroll in."""

    BINDINGS = [("escape", "app.pop_screen", "")]  # noqa: RUF012 - Textual's own form

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self._file.read_text("utf-8"), markup=False)


class Reads(App[None]):
    """A file more for each F8."""

    BINDINGS = [("f8", "read", "")]  # noqa: RUF012 - Textual's own form

    def __init__(self, files: list[Path]) -> None:
        super().__init__()
        self.animation_level = "none"
        self._left = iter(files)

    def compose(self) -> ComposeResult:
        yield Static("hello")

    def action_read(self) -> None:
        """Show the next file."""
        self.push_screen(Page(next(self._left)))


def main(what: str, *given: str) -> None:
    """Run the program that is asked for."""
    apps = {"hello": Hello, "input": OneInput}
    if what == "push":
        Pushes([(int(i), int(a), int(s)) for i, a, s in (each.split(",") for each in given)]).run()
    elif what == "read":
        Reads([Path(each) for each in given]).run()
    else:
        apps[what]().run()


main(*sys.argv[1:])
