"""A meeting while it is being read: what was found, where, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from data.clean import clean, clean_line
from data.language import _
from data.markdown.outline import Block

LONGEST_QUOTE = 60
"""The characters shown of what stood in a file."""


class Problem(NamedTuple):
    """Something in a file that was not understood, and is kept as it stood.

    `line` counts from 1; `message` says in bokmål what stood there and what was expected.
    """

    line: int
    message: str


class Draft:
    """What is known so far.

    `front` is the front matter, `values` are the meeting's fields, `kept` texts by the path they
    follow, `places` lines from 1 by path, `highest` the highest number of a kind given so far.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.front: dict[str, str] = {}
        self.values: dict[str, Any] = {}
        self.kept: dict[str, list[str]] = {}
        self.problems: list[Problem] = []
        self.places: dict[str, int] = {}
        self.highest: dict[str, int] = {}

    def place(self, path: str, at: int) -> None:
        """Remember the line, counted from 0, at which a field stands; the first one counts."""
        self.places.setdefault(path, at + 1)

    def problem(self, at: int, message: str) -> None:
        """Tell of a line, counted from 0."""
        self.problems.append(Problem(at + 1, message))

    def keep(self, path: str, text: str) -> None:
        """Keep a text that is not ours, after a path."""
        self.kept.setdefault(path, []).append(clean(text).strip("\n"))

    def keep_blocks(self, path: str, blocks: list[Block]) -> None:
        """Keep blocks that follow each other, as they were written, closed where they were left open."""
        if blocks:
            text = "\n".join(self.lines[blocks[0].start : blocks[-1].end])
            self.keep(path, f"{text}\n{blocks[-1].closer}" if blocks[-1].closer else text)

    def not_understood(self, path: str, at: int, found: str, expected: str) -> None:
        """Keep what stood in a field's place and say what was expected there."""
        self.keep(path, clean_line(found))
        message = _("Her står «{found}», men det skulle stått {expected}.")
        self.problem(at, message.format(found=quoted(found), expected=expected))


def quoted(text: str) -> str:
    """Give a short, clean piece of what stood in a file."""
    line = clean_line(text)
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def runs(blocks: Iterable[Block], ours: Callable[[Block], bool]) -> list[tuple[bool, list[Block]]]:
    """Give blocks that follow each other and are all ours, or all not."""
    found: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        mine = ours(block)
        if found and found[-1][0] == mine:
            found[-1][1].append(block)
        else:
            found.append((mine, [block]))
    return found
