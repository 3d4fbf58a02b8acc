"""A key in a note, in the tiltak line and in a referat with the gate live, beside a bare compact Input."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench.demo import demo, to_round_1
from tests.bench.figures import Figure, ms
from tests.bench.session import MALSTYRT, PYTHON, Burst, Session
from tests.bench.starting import BARE

WORDS: Final = "leser snarest tjue minutter hver kveld "
"""Typed over and over; one of the words is one that the gate marks."""
KEYS_A_RUN: Final = 20
FIELDS_BEFORE_PURPOSE: Final = 11
INTERVAL: Final = 0.06
"""Seconds of stillness that end a key; with three programs in turn, a fast typist's pace."""


def figures(rounds: int, home: Path) -> list[Figure]:
    """Type the same in all three, a key in each in turn."""
    with (
        Session([PYTHON, BARE, "input"], home) as bare,
        demo(home / "note") as note,
        demo(home / "line") as line,
        _referat(home / "referat") as referat,
    ):
        bare.read(0.5)
        to_round_1(note)
        line.press("f2", 0.3)
        typed = _type_in_turn([bare, note, line, referat], rounds * KEYS_A_RUN)
    return [
        *_compared("a key in a note field", typed[1], typed[0]),
        *_compared("a key in the tiltak line", typed[2], typed[0]),
        *_compared("a key in a referat, the gate live", typed[3], typed[0]),
    ]


@contextmanager
def _referat(home: Path) -> Iterator[Session]:
    """Open a whole referat on one page, and go to its purpose."""
    from data.markdown import public, write  # noqa: PLC0415 - loaded for this alone
    from tests.data.complete_meeting import complete_meeting  # noqa: PLC0415 - the same

    home.mkdir()
    file = home / "referat.md"
    file.write_text(write(public(complete_meeting())), "utf-8")
    with Session([MALSTYRT, "referat", str(file)], home) as session:
        session.shown("Om møtet", "F8 Mangler")
        session.read(1)
        for _ in range(FIELDS_BEFORE_PURPOSE):
            session.press("tab", 0.3)
        session.press("ctrl+u", 0.6)
        yield session


def _type_in_turn(sessions: list[Session], keys: int) -> list[list[Burst]]:
    """Type so many keys in each session; a line long enough is emptied, unmeasured."""
    typed: list[list[Burst]] = [[] for _ in sessions]
    for number, letter in enumerate(itertools.islice(itertools.cycle(WORDS), keys)):
        if number and number % 60 == 0:
            for session in sessions:
                session.press("ctrl+u", 0.6)
        name = "space" if letter == " " else letter
        for session, bursts in zip(sessions, typed, strict=True):
            bursts.append(session.press(name, INTERVAL))
    return typed


def _compared(name: str, ours: list[Burst], bare: list[Burst]) -> list[Figure]:
    """Give the figures of one field; the spread is that of the time to the change on the screen."""
    cpu, bare_cpu = (statistics.median(burst.cpu for burst in bursts) for bursts in (ours, bare))
    change = sorted(burst.first for burst in ours)
    median, p99 = statistics.median(change), change[int(0.99 * len(change))]
    bare_change = sorted(burst.first for burst in bare)
    spread = bare_change[int(0.99 * len(bare_change))] / statistics.median(bare_change)
    size = statistics.median(burst.size for burst in ours)
    mean = statistics.mean(burst.cpu for burst in ours)
    detail = f"{ms([cpu])} to {ms([bare_cpu])}; mean with recording {ms([mean])}"
    latency = f"{ms([p99])} to {ms([median])}; bare {spread:.1f} ×"
    return [
        Figure(f"{name}: CPU, to a bare Input", cpu / bare_cpu, 1.3, "×", detail),
        Figure(f"{name}: sent", size, 300, "bytes"),
        Figure(f"{name}: p99 to median", p99 / median, 3, "×", latency),
    ]
