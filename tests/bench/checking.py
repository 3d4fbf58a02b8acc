"""`malstyrt sjekk` over many referats, beside markdown-it-py's bare parse of the same files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

from tests.bench.figures import Figure, ms, ratio
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
"""Both are whole processes, so that both pay for Python and what they import."""


def figures(rounds: int, home: Path) -> list[Figure]:
    """Check them all and parse them all, in turn."""
    files = _referats(home)
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(rounds):
        ours.append(_cpu([MALSTYRT, "sjekk", *files], home))
        bare.append(_cpu([PYTHON, "-c", PARSE, *files], home))
    name = f"sjekk of {REFERATS} referats, to a bare parse"
    return [Figure(name, ratio(ours, bare), 2, "×", f"{ms(ours)} to {ms(bare)} of CPU")]


def _referats(home: Path) -> list[str]:
    """Write the referats of made-up meetings, each a little different from the one before."""
    from data.markdown import public, write  # noqa: PLC0415 - loaded for this alone
    from tests.data.complete_meeting import complete_meeting  # noqa: PLC0415 - the same

    meeting = complete_meeting()
    folder = home / "referats"
    folder.mkdir()
    for number in range(REFERATS):
        each = meeting.having({"id": f"m{number}", "summary": f"{meeting.summary} Nr. {number}."})
        (folder / f"{number}.md").write_text(write(public(each)), "utf-8")
    return [str(path) for path in sorted(folder.iterdir())]


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
