"""The whole gate over many referats, beside markdown-it-py's bare parse of the same files.

Once as `malstyrt sjekk`, and once with what every profile requires: all rules of what must be there, of
language and of privacy. No two referats have a text in common, so nothing is remembered between them.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

from tests.bench.figures import Figure, ms, ratio
from tests.bench.made_up import write_archive
from tests.bench.session import MALSTYRT, PYTHON, ROOT, environment

REFERATS: Final = 2000

PARSE: Final = """
import sys
from pathlib import Path
from markdown_it import MarkdownIt
parse = MarkdownIt("commonmark").enable("table").parse
for path in sys.argv[1:]:
    parse(Path(path).read_text("utf-8"))
"""

GATE: Final = """
import sys
from pathlib import Path
from data.checks import findings
from data.opening import open_document
from data.profile_file import available, load
profiles = [load(name) for name in available()]
for path in sys.argv[1:]:
    meeting = open_document(Path(path)).meeting
    for profile in profiles:
        findings(meeting, None, profile)
"""
"""All are whole processes, so that all pay for Python and what they import."""


def figures(rounds: int, home: Path) -> list[Figure]:
    """Check them all, ask them everything, and parse them all, in turn."""
    write_archive(home / "grupper", REFERATS)
    files = sorted(map(str, (home / "grupper").rglob("*.md")))
    commands = [[MALSTYRT, "sjekk"], [PYTHON, "-c", GATE], [PYTHON, "-c", PARSE]]
    spent: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for command, seconds in zip(commands, spent, strict=True):
            seconds.append(_cpu([*command, *files], home))
    checked, asked, bare = spent
    return [
        Figure(name, ratio(ours, bare), most, "×", f"{ms(ours)} to {ms(bare)} of CPU")
        for name, ours, most in (
            (f"sjekk of {REFERATS} referats, to a bare parse", checked, 2),
            ("the gate by every profile over them, to a bare parse", asked, 3),
        )
    ]


def _cpu(command: list[str], home: Path) -> float:
    """Give the seconds of CPU that a command takes."""
    before = os.times()
    subprocess.run(
        command,
        env=environment(home),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
