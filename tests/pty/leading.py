"""A small language for leading a meeting in tests: commands by their names, and words as they are typed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final, Self

import pytest

from data.journal import Journal
from data.live import Live
from data.meeting import Meeting
from screens import capture, card, floor_menu, meeting, saving, tiltak_line
from tests.pty.keys import key_bytes
from tests.pty.terminal import DEADLINE, Terminal

SMALL: Final = (80, 24)
"""The size that everything must be shown at."""

WIDE: Final = (120, 36)

KEY_OF: Final = {
    command.action: command.key.partition(",")[0]
    for screen in (tiltak_line, card, floor_menu, saving, capture, meeting)
    for command in screen.COMMANDS
} | {"close_card": "f10", "close_line": "f2"}
"""The key of each command, by the command's name. `close` is Esc on every screen."""


def keys(*names: str) -> bytes:
    """Give the bytes of keys, named by what they do (`step_on`, `tiltak`) or as keys (`down`, `tab`)."""
    return b"".join(key_bytes(KEY_OF.get(name, name)) for name in names)


def text(words: str) -> bytes:
    """Give the bytes of words as they are typed."""
    return words.encode()


class Leader:
    """Somebody who leads a meeting in a terminal, and never waits for the screen unless told to.

        leader.at_once(keys("step_on"), text("Vi vil ha ro"), keys("tab"), text("kladd"))
        leader.comes_to("Bruker")
        leader.sees_recorded("entries/ordet:bruker/comment", "Vi vil ha ro")

    `home` is where the program keeps everything.
    """

    def __init__(self, terminal: Terminal, home: Path) -> None:
        self.terminal = terminal
        self.home = home

    @classmethod
    def of_demo(cls, home: Path, size: tuple[int, int]) -> Self:
        """Start the demo, ready at its first step."""
        leader = cls(Terminal(["malstyrt", "demo"], home=home, size=size), home)
        leader.comes_to("Velkommen")
        leader.terminal.wait_for("Per Prøve")
        return leader

    def __enter__(self) -> Self:
        """Give the leader."""
        self.terminal.__enter__()
        return self

    def __exit__(self, *how: object) -> None:
        """End the program, if it has not ended."""
        self.terminal.__exit__(*how)

    # What the leader does

    def at_once(self, *pieces: bytes) -> None:
        """Send everything in one burst, as from a line that lags."""
        self.terminal.send(b"".join(pieces))

    def comes_to(self, step: str) -> None:
        """Wait until the meeting stands at a step, named as in the list of steps."""
        self.terminal.wait_for(rf"▶ +(\d )?{step}")

    def leaves(self) -> None:
        """Leave the meeting, and the program."""
        self.at_once(keys("leave"))
        assert self.terminal.wait_exit() == 0

    # What has come of it

    @property
    def journal(self) -> Path:
        """The journal of the only meeting there is."""
        (path,) = (self.home / "state" / "moter").glob("*.db")
        return path

    @property
    def document(self) -> Path:
        """The document of the only meeting there is, once it is written: a new one is shown before that."""
        deadline = time.monotonic() + DEADLINE
        while not (found := [*(self.home / "data" / "grupper").glob("*/*-*.md")]):
            assert time.monotonic() < deadline, "no document was written"
            time.sleep(0.02)
        (path,) = found
        return path

    @property
    def meeting(self) -> Meeting:
        """The meeting as its journal has it, read anew by us and not told by the program."""
        live = Live(Journal(self.journal), now=time.time, who="test")
        live.close()
        return live.meeting

    def sees_recorded(self, path: str, value: object) -> None:
        """Wait until a place in the meeting holds `value`, as JSON has it, in the journal."""
        deadline = time.monotonic() + DEADLINE
        while (found := value_at(self.meeting, path)) != value:
            if time.monotonic() > deadline:
                pytest.fail(f"{path} is {found!r}, not {value!r}\n{self.terminal.text}")
            time.sleep(0.02)


def value_at(held: Meeting, path: str) -> object:
    """Give what stands at a path such as "tiltak/T15/what", None where there is nothing yet."""
    place: object = held.as_plain()
    for word in path.split("/"):
        if isinstance(place, list | tuple):
            place = next((part for part in place if part["id"] == word), None)
        elif isinstance(place, dict):
            place = place.get(word)
    return place
