"""A leader who does one thing after another at random until the program is gone; and what was seen."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from data.meeting import BRUKER, Meeting, find
from tests.pty.leading import keys, text
from tests.pty.terminal import Terminal

PROMISE: Final = 0.5
"""Seconds of typing in one field that a kill may cost."""
LATER: Final = 0.25
"""Seconds more that a busy machine may keep the program waiting for its turn."""
PATIENCE: Final = 10.0

ABSORBED: Final = 0.5
"""How often whoever leads stays in one field all the time, where nothing but time has it recorded."""

STEPS: Final = {
    "ordet": "2 Bruker",
    "runde1": "3 Runde 1",
    "runde2": "4 Runde 2",
    "oppsummering": "5 Oppsummering",
}
"""The steps that are walked through, and how the list of steps names them."""

FIELDS: Final = {
    "ordet": ("entries/ordet:bruker/comment", "notes/ordet/text"),
    "runde1": ("entries/runde1:{who}/progress", "entries/runde1:{who}/challenge"),
    "runde2": ("entries/runde2:{who}/contribution",),
}
BRUKERS_FIELDS: Final = ("entries/{step}:bruker/comment", "notes/{step}:bruker/text")
DRAFT: Final = "notes/tiltakslinje/text"
FLOOR: Final = re.compile(r"^.*?(–:––|\+?\d+:\d\d)  +(?!har gått)(\S.*?)(?:  |$)", re.MULTILINE)
"""The clock of a round, and who has the floor."""


@dataclass
class Word:
    """A word typed in a place. It is `sure` once it was seen for long enough, or its field was left."""

    path: str
    word: str
    sure: float = float("inf")


@dataclass
class Watch:
    """What somebody at the keys saw, from the meeting being on the screen to the kill."""

    step: str
    speaker: str
    at: int = 0
    """In which field of the step the cursor is."""
    words: list[Word] = field(default_factory=list)
    tiltak: list[str] = field(default_factory=list)
    """The last word of each tiltak that was seen to be added."""
    asked: bool = False
    """Whether something was asked for that moves the meeting and was not seen to have come."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Give the places that can be written in, from the first on."""
        if not self.step.startswith("runde"):
            return FIELDS.get(self.step, ())
        paths = BRUKERS_FIELDS if self.speaker == BRUKER else FIELDS[self.step]
        return tuple(path.format(step=self.step, who=self.speaker) for path in paths if self.speaker)

    def left(self) -> None:
        """Note that whatever was typed so far was seen to be left."""
        now = time.monotonic()
        for word in self.words:
            word.sure = min(word.sure, now)


class Restless:
    """Leads at random. `names` are those who may speak; `speaking` gives who does, as it was recorded."""

    def __init__(self, chance: random.Random, names: Iterable[str], speaking: Callable[[str], str]) -> None:
        self._chance = chance
        self._names = tuple(names)
        self._speaking = speaking
        self._count = 0
        self._absorbed = False

    def lead(self, terminal: Terminal, held: Meeting) -> Watch:
        """Do one thing after another until the program is gone, and give what was seen."""
        watch = Watch(held.step, speaker(held, held.step))
        self._absorbed = self._chance.random() < ABSORBED
        with suppress(OSError):
            while terminal.process.poll() is None and self._deed()(terminal, watch):
                pass
        return watch

    def _deed(self) -> Callable[[Terminal, Watch], bool]:
        if self._absorbed:
            return self._note
        return self._chance.choice((self._note, self._note, self._note, self._agree, self._turn, self._walk))

    def _note(self, terminal: Terminal, watch: Watch) -> bool:
        """Write in the field at hand, and perhaps go to the next one first."""
        if not watch.fields:
            return self._walk(terminal, watch)
        on = watch.at + 1 < len(watch.fields) and not self._absorbed and self._chance.random() < 0.5
        if on:
            terminal.send(keys("tab"))
            watch.at += 1
        for _ in range(self._chance.randint(1, 5)):
            if not self._word(terminal, watch, watch.fields[watch.at]):
                return False
            if on:
                self._left_before(watch)
        return True

    def _word(self, terminal: Terminal, watch: Watch, path: str) -> bool:
        """Type one word, and see it."""
        self._count += 1
        word = Word(path, f"ø{self._count:04}")
        watch.words.append(word)
        terminal.send(text(f" {word.word}"))
        seen = terminal.sees(word.word, PATIENCE)
        if seen:
            word.sure = time.monotonic() + PROMISE + LATER
        return seen

    def _left_before(self, watch: Watch) -> None:
        """Note that the fields before the one at hand were left: something was seen behind them."""
        now = time.monotonic()
        for word in watch.words:
            if word.path != watch.fields[watch.at]:
                word.sure = min(word.sure, now)

    def _agree(self, terminal: Terminal, watch: Watch) -> bool:
        """Write a tiltak on one line."""
        terminal.send(keys("tiltak"))
        if not terminal.sees("Tab fullfører", PATIENCE):
            return False
        watch.left()
        before = len(watch.words)
        if not all(self._word(terminal, watch, DRAFT) for _ in range(self._chance.randint(1, 4))):
            return False
        written, watch.words = watch.words[before:], watch.words[:before]
        watch.asked = True
        terminal.send(keys("enter"))
        if not terminal.sees(r"T\d+ er lagt til", PATIENCE):
            return False
        watch.asked = False
        watch.tiltak.append(" ".join(word.word for word in written))
        terminal.send(keys("close_line"))
        return terminal.sees(r"(?s)\A(?!.*Tab fullfører)", PATIENCE)

    def _turn(self, terminal: Terminal, watch: Watch) -> bool:
        """Give the floor to the next one, or stop or start the clock."""
        before = shown_floor(terminal.text)
        if not watch.step.startswith("runde") or before is None or before[1].startswith("Alle"):
            return self._walk(terminal, watch)
        watch.asked = True
        if watch.speaker and self._chance.random() < 0.4:
            stands = "Klokken står" in terminal.text
            terminal.send(keys("toggle_clock"))
            seen = r"(?s)\A(?!.*Klokken står)" if stands else "Klokken står"
            watch.asked = not terminal.sees(seen, PATIENCE)
            return not watch.asked
        terminal.send(keys("next_speaker"))
        return self._given_on(terminal, watch, before[1])

    def _given_on(self, terminal: Terminal, watch: Watch, before: str) -> bool:
        """Wait until somebody else has the floor."""
        if not terminal.sees(
            rf"(–:––|\d:\d\d)  +(?!{re.escape(before)})(Alle|{'|'.join(self._names)})", PATIENCE
        ):
            return False
        watch.speaker, watch.at, watch.asked = self._speaking(watch.step), 0, False
        watch.left()
        return True

    def _walk(self, terminal: Terminal, watch: Watch) -> bool:
        """Go a step on or back."""
        order = list(STEPS)
        at = order.index(watch.step)
        to = self._chance.choice([place for place in (at - 1, at + 1) if 0 <= place < len(order)])
        watch.asked = True
        terminal.send(keys("step_on" if to > at else "step_back"))
        if not terminal.sees(rf"▶ +{STEPS[order[to]]}", PATIENCE):
            return False
        watch.step, watch.at, watch.asked = order[to], 0, False
        watch.left()
        watch.speaker = self._speaking(watch.step)
        return True


def speaker(held: Meeting, step: str) -> str:
    """Give who has the floor in a step, "" for nobody."""
    found = find(held.rounds, step)
    return (found.speaker or "") if found else ""


def shown_floor(screen: str) -> tuple[str, str] | None:
    """Give the clock of the round on the screen, and who has the floor."""
    found = FLOOR.search(screen)
    return (found[1], found[2]) if found else None
