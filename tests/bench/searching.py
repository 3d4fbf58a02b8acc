"""The index and its search, beside ripgrep, a bare parse and a bare look at the same files.

The limits are those of an archive of a hundred thousand referats. A smaller one is no slower to search,
but quicker for ripgrep to read and to look through, and its words are mostly new ones: its limits are
set by its size.
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from data.index import Index
from data.locations import Locations, locate
from tests.bench.figures import Figure, ms, ratio
from tests.bench.made_up import write_archive
from tests.bench.session import MALSTYRT, PYTHON, ROOT, environment

LARGE: Final = 100_000
SMALL: Final = 4_000
FEW: Final = 200
PARSED: Final = 1_000
"""Files that are parsed; the time for all follows from theirs."""

TERMS: Final = (
    *("vegring", "dugnad", "støtte", "fravær", "skolen"),
    *("skolev", "kulturf", "trafikkt", "fellesskj", "barnetstø"),
    *("levegr", "olentils", "sdugn", "æremor", "rafikkplan"),
    *("elevtilsyn", "kulturvurdering", "skolevegring", "morfar", "kari"),
    *("møteplan", "finnesikke", "zzz", "åååå", "solberg"),
)
"""Whole words, beginnings and insides; common, rare and not there at all."""

MOST: Final = 50


def figures(rounds: int, home: Path, referats: int = SMALL) -> list[Figure]:
    """Write an archive, build its index, and search it."""
    locations = locate({}, home)
    write_archive(locations.groups, referats)
    size = sum(file.stat().st_size for file in locations.groups.rglob("*.md"))
    share = LARGE / referats
    built = _build(locations, referats)
    index_size = sum(file.stat().st_size for file in locations.cache.iterdir())
    detail = f"{index_size / 1e6:.0f} to {size / 1e6:.0f} MB"
    weight = Figure("index: size, to the text", index_size / size, 0.5 if share == 1 else 2.0, "×", detail)
    return [
        built,
        weight,
        _noticed(locations, rounds, share),
        *_searched(locations, rounds, share),
        _from_the_shell(home / "few", rounds),
    ]


def _build(locations: Locations, referats: int) -> Figure:
    """Build the index from nothing, and parse some of the same files."""
    with Index(locations) as index:
        ours = _cpu(index.look)
    files = sorted(locations.groups.rglob("*.md"))[:: max(1, referats // PARSED)]
    bare = _cpu(lambda: _parse(files)) * referats / len(files)
    name = f"index of {referats} referats: built, to a bare parse"
    return Figure(name, ours / bare, 1.3, "×", f"{ours:.1f} to {bare:.1f} s of CPU")


def _parse(files: list[Path]) -> None:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded for this alone

    parse = MarkdownIt("commonmark").enable("table").parse
    for file in files:
        parse(file.read_text("utf-8"))


def _noticed(locations: Locations, rounds: int, share: float) -> Figure:
    """Change a file and have it noticed, beside a bare look at all of them."""
    changed = next(locations.groups.rglob("*.md"))
    ours: list[float] = []
    bare: list[float] = []
    gc.disable()  # as it is in a command
    for _ in range(rounds):
        bare.append(_seconds(lambda: _stat_all(locations.groups)))
        with changed.open("a", encoding="utf-8") as file:
            file.write("\nMer.\n")
        with Index(locations) as index:
            ours.append(_seconds(index.look))
    gc.enable()
    name = "index: one change noticed and taken in, to scandir and stat"
    return Figure(name, ratio(ours, bare), 2 if share == 1 else 3, "×", f"{ms(ours)} to {ms(bare)}")


def _stat_all(groups: Path) -> None:
    for folder in os.scandir(groups):
        for file in os.scandir(folder.path):
            file.stat()


def _searched(locations: Locations, rounds: int, share: float) -> list[Figure]:
    """Search for each term with the index and with ripgrep in turn."""
    if not shutil.which("rg"):
        return [Figure("search: ripgrep is not installed (apt install ripgrep)", 1, 0, "")]
    ours: list[float] = []
    theirs: list[float] = []
    wrong: list[str] = []
    with Index(locations) as index:
        for _ in range(rounds):
            for term in TERMS:
                ours.append(_seconds(lambda term=term: index.search(term)))  # type: ignore[misc]
                theirs.append(_seconds(lambda term=term: _ripgrep(locations, term)))  # type: ignore[misc]
        for term in TERMS:
            true = _ripgrep(locations, term)
            found = {str(hit.document.path) for hit in index.search(term)}
            if not found <= true or len(found) != min(MOST, len(true)):
                wrong.append(term)
    rg = statistics.median(theirs)
    p99 = sorted(ours)[int(0.99 * len(ours))]
    median = statistics.median(ours)
    return [
        Figure(
            "search: newest 50, median to ripgrep's",
            median / rg,
            share / 100,
            "×",
            f"{ms(ours)} to {ms(theirs)}",
        ),
        Figure("search: p99 to ripgrep's median", p99 / rg, share / 30, "×", f"{ms([p99])} to {ms(theirs)}"),
        Figure("search: terms with other hits than ripgrep's", len(wrong), 0, "", ", ".join(wrong)),
    ]


def _ripgrep(locations: Locations, term: str) -> set[str]:
    """Give the files in which ripgrep finds a term."""
    command = ["rg", "-F", "-i", "-l", "--", term, str(locations.groups)]
    return set(subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines())


def _from_the_shell(home: Path, rounds: int) -> Figure:
    """Search from the shell prompt; what the search itself takes is taken off.

    It is among few referats: among many, one search and the next differ by more than a start takes.
    """
    locations = locate({}, home)
    write_archive(locations.groups, FEW)
    _look_and_search(locations)
    whole, query, bare = [], [], []
    gc.disable()  # as it is in a command
    for _ in range(rounds * 2):
        whole.append(_seconds(lambda: _run([MALSTYRT, "sok", "skolevegring"], home)))
        bare.append(_seconds(lambda: _run([PYTHON, "-c", "import apsw"], home)))
        query.append(_seconds(lambda: _look_and_search(locations)))
    gc.enable()
    loading = statistics.median(whole) - statistics.median(query)
    name = "malstyrt sok: from the prompt but for the search, to import apsw"
    return Figure(name, loading / statistics.median(bare), 2, "×", f"{ms([loading])} to {ms(bare)}")


def _look_and_search(locations: Locations) -> None:
    with Index(locations) as index:
        index.look()
        index.search("skolevegring")


def _run(command: list[str], home: Path) -> None:
    subprocess.run(
        command,
        env=environment(home),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
