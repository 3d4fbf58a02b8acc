"""A round's clock that runs, beside the same meeting paused, and what an idle program sends."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Final

from tests.bench.demo import demo, to_round_1
from tests.bench.figures import Figure
from tests.bench.session import MALSTYRT, Session
from tests.bench.starting import PROGRAMS

WINDOW: Final = 3.0
"""Seconds; as many times the clock changes."""
IDLE: Final = 10.0


def figures(rounds: int, home: Path) -> list[Figure]:
    """Watch a running clock and a paused one side by side, then all that is idle."""
    (home / "home").mkdir()
    with (
        demo(home / "running") as running,
        demo(home / "paused") as paused,
        Session([MALSTYRT], home / "home") as idle,
    ):
        to_round_1(running)
        to_round_1(paused)
        paused.press("f3", 0.5)
        idle.shown(*PROGRAMS["home"][1])
        sent, cpu = [], []
        for _ in range(rounds):
            _away_from_the_minute(WINDOW)
            running.read(0.01, 0.02)
            before, began = (running.cpu, paused.cpu), time.perf_counter()
            running.read(WINDOW, WINDOW)
            seconds = time.perf_counter() - began
            cpu.append(((running.cpu - before[0]) - (paused.cpu - before[1])) / seconds * 1000)
            sent.append(running.sent_since(began) / round(seconds))
        strange = _strange_cells(running)
        _away_from_the_minute(IDLE)
        paused.read(0.01, 0.05)  # what the half minute had to say that was waited for
        idle.read(0.01, 0.05)
        time.sleep(IDLE)
        still = paused.read(0.01, 0.05) + idle.read(0.01, 0.05)
    return [
        Figure("a running clock: sent a second", statistics.median(sent), 100, "bytes"),
        Figure("a running clock: CPU a second over none", statistics.median(cpu), 3, "ms"),
        Figure("a running clock: cells changed that are not its own", strange, 0, "cells"),
        Figure("paused, and home: sent in 10 s", still, 0, "bytes"),
    ]


def _away_from_the_minute(seconds: float) -> None:
    """Wait until no half minute begins for so long: then the masthead has something to say of its own."""
    left = 30 - time.time() % 30
    if left < seconds + 1:
        time.sleep(left + 1)


def _strange_cells(session: Session) -> int:
    """Count the cells that change while three seconds pass, outside the speaker's clock."""
    _away_from_the_minute(4)
    session.read(0.05)
    before = session.look()
    session.read(3.2, 3.2)
    after = session.look()
    changed = [
        (y, x)
        for y, (old, new) in enumerate(zip(before, after, strict=True))
        for x, (was, now) in enumerate(zip(old, new, strict=True))
        if was != now
    ]
    clock_row = min(y for y, _x in changed)
    first = min(x for y, x in changed if y == clock_row)
    return sum(y != clock_row or x - first > len("00:00") for y, x in changed)
