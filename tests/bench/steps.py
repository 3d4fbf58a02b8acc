"""From step to step, beside pushing bare screens of as many widgets; and the memory after it all."""

from __future__ import annotations

import asyncio
import statistics
import time
from pathlib import Path
from typing import Final

from tests.bench.demo import STEPS, demo, everybody_came
from tests.bench.figures import Figure, ms, ratio
from tests.bench.session import PYTHON, Session
from tests.bench.starting import BARE

QUIET: Final = 0.3


def figures(rounds: int, home: Path) -> list[Figure]:
    """Walk through the meeting, and push as many bare screens, step by step in turn."""
    counts = asyncio.run(widgets_of_steps(home / "counted"))
    ours: list[float] = []
    bare: list[float] = []
    weights: list[float] = []
    for turn in range(max(3, rounds // 3)):
        (home / f"bare{turn}").mkdir()
        with (
            demo(home / f"steps{turn}") as meeting,
            Session([PYTHON, BARE, "push", *counts], home / f"bare{turn}") as pushes,
        ):
            hello = _memory(pushes)
            everybody_came(meeting)
            for _ in STEPS:
                ours.append(meeting.press("f8", QUIET).cpu)
                bare.append(pushes.press("f8", QUIET).cpu)
            _the_rest(meeting)
            weights.append(meeting.memory / hello)
    detail = f"{ms(ours)} to {ms(bare)} of CPU; the slowest step {max(ours) * 1000:.1f} ms"
    return [
        Figure("step to step, to pushing a bare screen", ratio(ours, bare), 1.5, "×", detail),
        Figure("memory after a whole meeting, to bare hello", statistics.median(weights), 1.6, "×"),
    ]


def _memory(session: Session) -> float:
    session.shown("hello")
    session.read(0.5)
    return session.memory


def _the_rest(meeting: Session) -> None:
    """Back through the meeting, with a note, a tiltak, a card, the menu of speakers, help, and saved."""
    for key in ("f7", "f7", "f7", "f7", "f7", "f7", "f4", *"leser godt", "f9", "escape", "f2"):
        meeting.press("space" if key == " " else key)
    for key in (
        "R",
        "i",
        "n",
        "g",
        "e",
        "space",
        "B",
        "U",
        "P",
        "space",
        "@",
        "k",
        "tab",
        "space",
        "!",
        "f",
        "r",
        "e",
    ):
        meeting.press(key)
    for key in ("enter", "escape", "f1", "escape", "f8", "f8", "f8", "f8", "f8", "f8", "ctrl+s", "ctrl+s"):
        meeting.press(key, QUIET)


async def widgets_of_steps(home: Path) -> list[str]:
    """Count the inputs, text areas and other widgets that each step after the first shows."""
    from textual.widgets import Input, TextArea  # noqa: PLC0415 - loaded for this alone

    from data.demo import open_demo  # noqa: PLC0415 - the same
    from data.locations import locate  # noqa: PLC0415 - the same
    from tui.app import Malstyrt  # noqa: PLC0415 - the same

    locations = locate({}, home)
    app = Malstyrt(locations, open_demo(locations, now=time.time, who="bench"))
    counts = []
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        for _ in STEPS:
            await pilot.press("f8")
            await pilot.pause()
            shown = list(app.screen.query("*"))
            inputs = sum(isinstance(widget, Input) for widget in shown)
            areas = sum(isinstance(widget, TextArea) for widget in shown)
            counts.append(f"{inputs},{areas},{len(shown) - inputs - areas}")
    return counts
