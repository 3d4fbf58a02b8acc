"""The hands at the terminal, and the eyes: they press keys, see what comes of it, and take pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.pty.terminal import Terminal

MINUTE = 60

MOST_CHOICES = 20
"""More than any choice has."""


class Hands:
    """Whoever plays. `take` is called with a name wherever there is something to see."""

    def __init__(self, terminal: Terminal, clock: Path, take: Callable[[str], None]) -> None:
        self.terminal = terminal
        self.clock = clock
        self.take = take

    def press(self, *keys: str) -> None:
        self.terminal.press(*keys)

    def type(self, text: str) -> None:
        self.terminal.type(text)
        self.see(text.rsplit(maxsplit=1)[-1].replace("?", r"\?"))

    def see(self, words: str, picture: str = "") -> None:
        """Wait for some words to show; then take a picture, if it has a name."""
        self.terminal.wait_for(words)
        if picture:
            self.terminal.settle(0.4)
            self.take(picture)

    def catch(self, words: str, picture: str) -> None:
        """Take a picture of what does not stay, as soon as its words show."""
        self.terminal.wait_for(words)
        self.take(picture)

    def close(self, words: str) -> None:
        """Close what is on top, where some words stand; a key sent too soon after would be another key."""
        self.press("escape")
        self.gone(words)

    def turn_to(self, words: str) -> None:
        """Turn the choice that the cursor is on until it says some words."""
        for _turn in range(MOST_CHOICES):
            if words in self.terminal.text:
                return
            self.press("right")
            self.terminal.settle()
        self.see(words)

    def gone(self, words: str) -> None:
        self.terminal.gone(words)

    def at(self, seconds: float) -> None:
        """Let it be so many seconds after the meeting began."""
        self.write(self.clock, seconds)

    def write(self, file: Path, seconds: float) -> None:
        """Write a figure that the program reads, never half of it."""
        half = file.with_suffix(".ny")
        half.write_text(f"{seconds:g}", encoding="utf-8")
        half.replace(file)
