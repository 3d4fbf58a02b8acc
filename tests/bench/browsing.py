"""Home, the archive and a referat over many documents, beside home with none and bare programs."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Final

from data.index import Index
from data.locations import locate
from tests.bench.figures import Figure, mib, ms, ratio
from tests.bench.made_up import write_archive
from tests.bench.searching import SMALL
from tests.bench.session import MALSTYRT, PYTHON, Burst, Session
from tests.bench.starting import BARE

HOME: Final = ("Nytt møte", "Prøv demoen", "F1 Hjelp")
QUERY: Final = "skolevegring fra mandag "
KEYS_A_RUN: Final = 6
PAUSE: Final = 0.06
"""Seconds of stillness that end a key: a fast typist's pace, so that no search begins between two keys."""
A_FEW_BYTES: Final = 50
"""What a terminal is told of the pointer's shape before anything is painted."""
SETTLED: Final = 1.5
"""Seconds of stillness after which home has gone through the archive."""


def figures(rounds: int, home: Path, referats: int = SMALL) -> list[Figure]:
    """Write an archive, take it into the index, and go about in it."""
    full, empty = home / "full", home / "empty"
    empty.mkdir()
    locations = locate({"MALSTYRT_HOME": str(full)}, full)
    write_archive(locations.groups, referats)
    with Index(locations) as index:
        index.look()
    return [
        *_home(full, empty, rounds, referats),
        *_archive(full, home, rounds),
        _opening(full, home, rounds),
    ]


def _home(full: Path, empty: Path, rounds: int, referats: int) -> list[Figure]:
    """Start home over the archive and over nothing, in turn."""
    paint: dict[Path, list[float]] = {full: [], empty: []}
    weight: dict[Path, list[float]] = {full: [], empty: []}
    for turn in range(-1, rounds):
        for folder in (full, empty):
            with Session([MALSTYRT], folder) as session:
                seconds = session.shown(*HOME)
                session.read(SETTLED)
                if turn >= 0:  # the first is for the caches
                    paint[folder].append(seconds)
                    weight[folder].append(session.memory)
    name = f"home with {referats} referats"
    painted = f"{ms(paint[full])} to {ms(paint[empty])}"
    weighed = f"{mib(weight[full])} to {mib(weight[empty])}"
    return [
        Figure(f"{name}: painted, to home with none", ratio(paint[full], paint[empty]), 1.05, "×", painted),
        Figure(f"{name}: memory, to home with none", ratio(weight[full], weight[empty]), 1.3, "×", weighed),
    ]


def _archive(full: Path, home: Path, rounds: int) -> list[Figure]:
    """Type in the search field and go down the list, a key in a bare Input between each two."""
    with Session([PYTHON, BARE, "input"], home) as bare, Session([MALSTYRT], full) as archive:
        bare.read(0.5)
        _to_the_archive(archive)
        typed, plain = _in_turn(archive, bare, (QUERY * rounds)[: rounds * KEYS_A_RUN])
    with Session([PYTHON, BARE, "input"], home) as bare, Session([MALSTYRT], full) as archive:
        bare.read(0.5)
        _to_the_archive(archive)
        archive.press("down", 0.3)
        scrolled, beside = _in_turn(archive, bare, ["down"] * rounds * KEYS_A_RUN)
    return [
        *_compared("a key in the search field", typed, plain),
        *_compared("a line down the archive", scrolled, beside),
    ]


def _to_the_archive(session: Session) -> None:
    session.shown(*HOME)
    session.read(SETTLED)
    session.press("ctrl+f", 0.5)
    session.shown("de 300 nyeste")
    session.read(SETTLED)


def _in_turn(ours: Session, bare: Session, keys: str | list[str]) -> tuple[list[Burst], list[Burst]]:
    """Press each key in ours, and a letter in the bare program."""
    bursts: tuple[list[Burst], list[Burst]] = ([], [])
    for number, key in enumerate(keys):
        if number and number % 60 == 0:
            bare.press("ctrl+u", 0.3)
        bursts[0].append(ours.press("space" if key == " " else key, PAUSE))
        bursts[1].append(bare.press("x", PAUSE))
    return bursts


def _compared(name: str, ours: list[Burst], bare: list[Burst]) -> list[Figure]:
    cpu, bare_cpu = (statistics.median(burst.cpu for burst in bursts) for bursts in (ours, bare))
    size = statistics.median(burst.size for burst in ours)
    detail = f"{ms([cpu])} to {ms([bare_cpu])}"
    return [
        Figure(f"{name}: CPU, to a bare Input", cpu / bare_cpu, 1.3, "×", detail),
        Figure(f"{name}: sent", size, 300, "bytes"),
    ]


def _opening(full: Path, home: Path, rounds: int) -> Figure:
    """Open one referat after another to read, and the same texts in a bare Static."""
    texts = home / "texts"
    texts.mkdir()
    with Index(locate({"MALSTYRT_HOME": str(full)}, full)) as index:
        paths = [str(one.path) for one in index.documents(most=rounds + 1)]
    ours: list[float] = []
    theirs: list[float] = []
    with Session([PYTHON, BARE, "read", *paths], home) as bare, Session([MALSTYRT], full) as archive:
        bare.shown("hello")
        _to_the_archive(archive)
        archive.press("down", 0.3)
        for turn in range(rounds + 1):
            opened, read = _painted(archive, "enter"), _painted(bare, "f8")
            if turn:  # the first loads what the others have
                ours.append(opened)
                theirs.append(read)
            archive.press("escape", 0.5)
            archive.press("down", 0.3)
            bare.press("escape", 0.5)
    name = "opening a referat to read: first change, to a plain Static of the same text"
    return Figure(name, ratio(ours, theirs), 1.3, "×", f"{ms(ours)} to {ms(theirs)}")


def _painted(session: Session, key: str) -> float:
    """Press a key, and give the seconds until the text begins to come."""
    at = time.perf_counter()
    session.press(key, 0.5)
    return next(came - at for came, size in session.came_since(at) if size > A_FEW_BYTES)
