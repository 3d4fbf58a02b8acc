"""The first useful screen: when it is painted, what it weighs, and what was loaded for it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.bench.figures import Figure, mib, ms, ratio
from tests.bench.session import MALSTYRT, PYTHON, Session

BARE: Final = str(Path(__file__).with_name("bare.py"))

PROGRAMS: Final = {
    "hello": ([PYTHON, BARE, "hello"], ("hello",)),
    "home": ([MALSTYRT], ("Nytt møte", "Prøv demoen", "F1 Hjelp")),
    "demo": ([MALSTYRT, "demo"], ("SOL-7", "1 Velkommen", "Siri Skisse", "T14", "F8 Videre")),
}
"""Each program, and what its first useful screen shows: all that a leader looks for there."""

NOT_FOR_HOME: Final = frozenset(
    """
    msgspec yaml markdown_it apsw argparse json tomllib zoneinfo holidays importlib.metadata
    ssl textual.widgets._markdown textual.widgets._text_area textual.widgets._data_table data.meeting
    data.opening data.dates data.checks data.markdown screens.meeting screens.card screens.form
    """.split()  # noqa: SIM905 - a list of them would be a page long
)
"""Modules that home shows nothing of."""

WATCH: Final = """
import os, sys
from pathlib import Path
from tui import safety
safety.prepare()
from tui.writer import TerminalWriter
write = TerminalWriter.write
written = Path(os.environ["HOME"], "loaded")
def watched(self, text):
    if "Nytt møte" in text and not written.exists():
        loaded = (name for name, module in sys.modules.items() if module)
        written.write_text(" ".join(loaded))
    write(self, text)
TerminalWriter.write = watched
from tui.main import run
run()
"""
"""Runs the program, and writes down what is loaded at the moment it first paints home."""


def figures(rounds: int, home: Path) -> list[Figure]:
    """Start each program in turn, `rounds` times."""
    paint: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    weight: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for turn in range(-1, rounds):
        for name, (command, shows) in PROGRAMS.items():
            folder = home / f"{name}{turn}"
            folder.mkdir()
            with Session(command, folder) as session:
                seconds = session.shown(*shows)
                session.read(0.5)
                if turn >= 0:  # the first is for the caches
                    paint[name].append(seconds)
                    weight[name].append(session.memory)
    found = []
    for name, title in (("home", "home"), ("demo", "demo, step 1")):
        found += [
            Figure(
                f"{title}: painted, to bare hello",
                ratio(paint[name], paint["hello"]),
                1.2,
                "×",
                f"{ms(paint[name])} to {ms(paint['hello'])}",
            ),
            Figure(
                f"{title}: memory, to bare hello",
                ratio(weight[name], weight["hello"]),
                1.25,
                "×",
                f"{mib(weight[name])} to {mib(weight['hello'])}",
            ),
        ]
    return [*found, _loaded(home)]


def _loaded(home: Path) -> Figure:
    """Count what is loaded before home is painted though home shows nothing of it."""
    folder = home / "loaded"
    folder.mkdir()
    with Session([PYTHON, "-c", WATCH], folder) as session:
        session.shown(*PROGRAMS["home"][1])
    loaded = set((folder / "loaded").read_text().split())
    found = sorted(name for name in NOT_FOR_HOME if name in loaded)
    return Figure("home: modules loaded that it does not show", len(found), 0, "", ", ".join(found))
