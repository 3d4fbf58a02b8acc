"""The table of the soak: what is lost in ours, vim, emacs and nano when they come to a bad end."""

from __future__ import annotations

import itertools
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from tests.pty.leading import WIDE
from tests.pty.terminal import Terminal
from tests.soak.editors import EDITORS, Editor
from tests.soak.ending import AT_MOST, LETTERS

PACE: Final = 40
"""Letters a second: somebody who types fast."""

LEAST, MOST = 100, 400
"""Letters typed before the end comes, in lines of a dozen words or so."""

AT_ONCE: Final = 4
"""Programs that are typed in at the same time: they mostly wait."""


class Outcome(NamedTuple):
    """What an end cost: letters, finished lines, and whether the program had to be ended hard.

    A line counts as finished a second after the Enter behind it.
    """

    letters: int
    lines: int
    hung: bool


def killed(terminal: Terminal, _letters: Iterable[str]) -> bool:
    """End it by kill -9."""
    terminal.kill(signal.SIGKILL)
    return _hangs(terminal)


def hung_up(terminal: Terminal, _letters: Iterable[str]) -> bool:
    """End it by SIGHUP."""
    terminal.kill(signal.SIGHUP)
    return _hangs(terminal)


def terminated(terminal: Terminal, _letters: Iterable[str]) -> bool:
    """End it by SIGTERM."""
    terminal.kill(signal.SIGTERM)
    return _hangs(terminal)


def closed(terminal: Terminal, _letters: Iterable[str]) -> bool:
    """Close the window on it."""
    terminal.close()
    return _hangs(terminal)


def stalled(terminal: Terminal, letters: Iterable[str]) -> bool:
    """Let the line stand still while more is typed and the window changes, and end it by SIGTERM then."""
    terminal.stall()
    for number, letter in enumerate(letters):
        if number % 10 == 0:
            terminal.resize(WIDE[0] - number // 10 % 2, WIDE[1])
        terminal.type(letter)
        time.sleep(1 / PACE)
    terminal.kill(signal.SIGTERM)
    return _hangs(terminal)


def _hangs(terminal: Terminal) -> bool:
    """Wait for the end, and say whether it had to be helped."""
    try:
        terminal.process.wait(AT_MOST)
    except subprocess.TimeoutExpired:
        terminal.process.kill()
        terminal.process.wait()
        return True
    return False


ENDS: Final[dict[str, Callable[[Terminal, Iterable[str]], bool]]] = {
    "kill -9": killed,
    "SIGHUP": hung_up,
    "SIGTERM": terminated,
    "window closed": closed,
    "line stalled": stalled,
}


def tried(editor: Editor, end: str, luck: random.Random) -> Outcome:
    """Type in a program, bring it to its end, and see what it has kept."""
    with tempfile.TemporaryDirectory(prefix="malstyrt-soak-") as folder:
        home, count = Path(folder) / "home", luck.randint(LEAST, MOST)
        letters = itertools.islice(_writing(luck), count * 2)
        typed: list[str] = []

        def noted() -> Iterable[str]:
            for letter in letters:
                typed.append(letter)
                yield letter

        more = iter(noted())
        with editor.start(home) as terminal:
            editor.begin(terminal, home)
            for letter in itertools.islice(more, count):
                terminal.type(letter)
                time.sleep(1 / PACE)
            hung = ENDS[end](terminal, more)
        return _outcome("".join(typed), editor.kept(home), hung=hung)


def _writing(luck: random.Random) -> Iterable[str]:
    """Give letters for ever, in words and lines."""
    while True:
        words = ["".join(luck.choices(LETTERS, k=luck.randint(2, 9))) for _ in range(luck.randint(6, 14))]
        yield from " ".join(words) + "\r"


def _outcome(typed: str, kept: str, *, hung: bool) -> Outcome:
    """Hold what is kept against what was typed; a blank or a line's end last of all is no letter."""
    meant, there = typed.replace("\r", "\n").rstrip(), kept.rstrip()
    same = next((at for at, pair in enumerate(zip(meant, there, strict=False)) if pair[0] != pair[1]), None)
    whole = min(len(meant), len(there)) if same is None else same
    finished = typed.count("\r", 0, max(0, len(typed) - PACE))
    lines = there[:whole].count("\n") + (whole == len(meant) or meant[whole] == "\n")
    return Outcome(len(meant) - whole, max(0, finished - lines), hung)


def table(tries: int, seed: int) -> str:
    """Try every end in every program, and give the table, in Markdown."""
    cells = list(itertools.product(EDITORS, ENDS))
    jobs = [(editor, end, number) for editor, end in cells if editor.is_here for number in range(tries)]
    with ThreadPoolExecutor(AT_ONCE) as hands:
        outcomes = hands.map(lambda job: _again(*job, seed), jobs)
        found: dict[tuple[str, str], list[Outcome]] = {}
        for (editor, end, _number), outcome in zip(jobs, outcomes, strict=True):
            found.setdefault((editor.name, end), []).append(outcome)
    head = ["| program |", *(f" {end} |" for end in ENDS)]
    lines = ["".join(head), "|---|" + "--:|" * len(ENDS)]
    for editor in EDITORS:
        said = [_cell(found[editor.name, end]) if editor.is_here else "not installed" for end in ENDS]
        lines.append(f"| {editor.name} | " + " | ".join(said) + " |")
    return "\n".join(lines) + "\n"


def _again(editor: Editor, end: str, number: int, seed: int) -> Outcome:
    return tried(editor, end, random.Random(f"{seed}:{end}:{number}"))  # noqa: S311 - to be played again


def _cell(outcomes: list[Outcome]) -> str:
    """Give the most letters lost in a try, and the lines lost and the hangs of all."""
    letters = max(outcome.letters for outcome in outcomes)
    return f"{letters} · {sum(each.lines for each in outcomes)} · {sum(each.hung for each in outcomes)}"
