"""`make bench`: one table of all figures. `--quick` takes few runs, for a look while one works."""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Final

from tests.bench import browsing, checking, searching, starting, steps, ticking, typed_keys
from tests.bench.figures import Figure, table
from tests.bench.session import ROOT

PARTS: Final = {
    "start": starting.figures,
    "type": typed_keys.figures,
    "clock": ticking.figures,
    "steps": steps.figures,
    "check": checking.figures,
    "search": searching.figures,
    "browse": browsing.figures,
}

RUNS, QUICK = 11, 3


def main() -> int:
    """Measure what is asked for and print it; the exit status says whether all figures hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} runs in place of {RUNS}")
    parser.add_argument(
        "--large", action="store_true", help=f"search and browse {searching.LARGE} referats; takes minutes"
    )
    given = parser.parse_args()
    os.umask(0o077)  # the program refuses a folder that others can get into
    parts = dict(PARTS)
    if given.large:
        for name in ("search", "browse"):
            parts[name] = partial(parts[name], referats=searching.LARGE)
    for folder in ("tui", "screens", "data"):
        compileall.compile_dir(ROOT / folder, quiet=2)
    found: list[Figure] = []
    noise: list[float] = []
    for name in given.parts or parts:
        began = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="malstyrt-bench-") as home:
            noise.append(_spin())
            found += parts[name](QUICK if given.quick else RUNS, Path(home))
            noise.append(_spin())
        sys.stderr.write(f"{name}: {time.perf_counter() - began:.0f} s\n")
    sys.stdout.write(f"{table(found)}\n{_said_of(noise)}\n")
    return 0 if all(figure.holds for figure in found) else 1


def _spin() -> float:
    """Give the milliseconds that a fixed piece of work takes: how busy the machine is."""
    began, total = time.perf_counter(), 0
    for number in range(200_000):
        total += number * number
    return (time.perf_counter() - began) * 1000


def _said_of(noise: list[float]) -> str:
    words = (
        f"A fixed loop took {min(noise):.0f} to {max(noise):.0f} ms, {statistics.median(noise):.0f} mostly."
    )
    return words + (
        " A busy machine: believe bytes and memory, not times." if max(noise) > 2 * min(noise) else ""
    )


sys.exit(main())
