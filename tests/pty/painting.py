"""What a person would see of the bytes that a program paints, and what a terminal would answer."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import Final

import pyte

# What is acted on here, and what pyte would print as text: private sequences that it does not know
# (kitty's keys, mode queries, modifiers), parts with colons, and strings for the terminal.
SEQUENCE: Final = re.compile(
    r"""
      \x1b\[\?(?P<modes>[\d;]+)(?P<to>[hl])
    | \x1b\[\?(?P<asked>\d+)\$p
    | \x1b\[(?P<report>[56])n
    | \x1b\[0?(?P<attributes>c)
    | \x1b\[(?P<keys>[<>])\d*u
    | \x1b\[[<>=][\d;:]*[ -/]*[@-~]
    | \x1b\[\?[\d;]*u
    | \x1b\[[\d;]*:[\d;:]*[@-~]
    | \x1b\[[\d;?]*[!-/][ -/]*[@-~]
    | \x1b[P_^X].*?\x1b\\
    """,
    re.VERBOSE | re.DOTALL,
)
UNFINISHED: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]][^\x07\x1b]*\x1b?)?\Z")

UNKNOWN_TO_PYTE: Final = dict.fromkeys((0xFE0E, 0xFE0F))
"""Characters that choose a letter's look, at which pyte would drop the rest of the line."""

ALTERNATE_SCREEN: Final = "1049"
ON_FROM_THE_START: Final = {"7", "25"}
"""Modes that a terminal begins with: lines wrap, the cursor shows."""


class Painting:
    """A terminal's two screens, painted by a program's bytes.

    `answers` holds what the terminal says when asked whether it has a mode: {2026: 2} is one that
    knows synchronised output. A mode that is not there gets no answer, as from an old terminal.
    """

    def __init__(self, columns: int, rows: int, answers: dict[int, int]) -> None:
        self._main = pyte.Screen(columns, rows)
        self.screen = self._main
        self._stream = pyte.Stream(self._main)
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._unfinished = ""
        self._answers = answers
        self._switched: set[str] = set()
        self._kitty_depth = 0
        self._lines: dict[int, str] = {}

    @property
    def text(self) -> str:
        """The screen as lines of text, without the spaces at their ends."""
        screen = self.screen
        for y in [y for y in range(screen.lines) if y in screen.dirty or y not in self._lines]:
            cells = screen.buffer[y]
            # The second cell of a wide character holds nothing.
            self._lines[y] = "".join(cells[x].data for x in range(screen.columns)).rstrip()
        screen.dirty.clear()
        return "\n".join(self._lines[y] for y in range(screen.lines))

    @property
    def switched(self) -> frozenset[str]:
        """The ways of the terminal that the program has switched and not switched back."""
        return frozenset(self._switched | ({"kitty keys"} if self._kitty_depth else set()))

    def feed(self, data: bytes) -> bytes:
        """Paint `data`, and give what a terminal would answer to the questions in it."""
        text = self._unfinished + self._decode(data).translate(UNKNOWN_TO_PYTE)
        cut = UNFINISHED.search(text)
        end = cut.start() if cut else len(text)
        text, self._unfinished = text[:end], text[end:]
        answer, done = "", 0
        for sequence in SEQUENCE.finditer(text):
            self._stream.feed(text[done : sequence.start()])
            answer += self._act_on(sequence)
            done = sequence.end()
        self._stream.feed(text[done:])
        return answer.encode()

    def resize(self, columns: int, rows: int) -> None:
        """Give both screens a new size."""
        self._lines.clear()
        for screen in {self._main, self.screen}:
            screen.resize(rows, columns)

    def _act_on(self, sequence: re.Match[str]) -> str:
        """Do what a sequence says; give the terminal's answer, when it asks for one."""
        if modes := sequence["modes"]:
            for mode in modes.split(";"):
                self._switch(mode, on=sequence["to"] == "h")
        elif keys := sequence["keys"]:
            self._kitty_depth = max(0, self._kitty_depth + (1 if keys == ">" else -1))
        return self._answer(sequence)

    def _answer(self, sequence: re.Match[str]) -> str:
        if sequence["attributes"]:
            return "\x1b[?62;22c"
        if report := sequence["report"]:
            cursor = self.screen.cursor
            return "\x1b[0n" if report == "5" else f"\x1b[{cursor.y + 1};{cursor.x + 1}R"
        if (asked := int(sequence["asked"] or 0)) in self._answers:
            return f"\x1b[?{asked};{self._answers[asked]}$y"
        return ""

    def _switch(self, mode: str, *, on: bool) -> None:
        (self._switched.discard if on == (mode in ON_FROM_THE_START) else self._switched.add)(mode)
        if mode == ALTERNATE_SCREEN:
            self._show(pyte.Screen(self._main.columns, self._main.lines) if on else self._main)
        else:
            (self.screen.set_mode if on else self.screen.reset_mode)(int(mode), private=True)

    def _show(self, screen: pyte.Screen) -> None:
        self._stream.detach(self.screen)
        self._stream.attach(screen)
        self._lines.clear()
        self.screen = screen
