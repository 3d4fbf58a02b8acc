"""A meeting in the middle of a sentence, brought to an end in many ways; and how its end is seen."""

from __future__ import annotations

import random
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.pty.leading import WIDE, Leader, keys, text, value_at
from tests.pty.terminal import Terminal, eventually

AT_MOST: Final = 5.0
"""Seconds that a program may live on after its terminal is gone."""

COMMENT: Final = "entries/ordet:bruker/comment"
LETTERS: Final = "abcdefghijklmnopqrstuvwxyzæøå"

SHELL: Final = ["bash", "--norc", "--noediting", "-i"]
PROMPT: Final = {"PS1": "skall> "}


@contextmanager
def in_a_sentence(home: Path, words: str, *before: str, ignoring: Sequence[str] = ()) -> Iterator[Leader]:
    """Hold the made-up meeting, with `words` just typed and seen. `before` goes before the command."""
    terminal = Terminal([*before, "malstyrt", "demo"], home=home, size=WIDE, ignoring=ignoring)
    with Leader(terminal, home) as leader:
        begin_a_sentence(leader, words)
        yield leader


def begin_a_sentence(leader: Leader, words: str) -> None:
    """Go to where the bruker's own words are written, and write some."""
    leader.comes_to("1 Velkommen")
    leader.at_once(keys("step_on"))
    leader.comes_to("2 Bruker")
    leader.at_once(text(words))
    leader.terminal.wait_for(words.rsplit(maxsplit=1)[-1])


def a_sentence(chance: random.Random, count: int = 12) -> str:
    """Give some words that mean nothing."""
    return " ".join("".join(chance.choices(LETTERS, k=chance.randint(3, 8))) for _ in range(count))


def nothing_is_lost(leader: Leader, words: str) -> None:
    """Hold the journal against what was typed."""
    assert value_at(leader.meeting, COMMENT) == words


@contextmanager
def in_a_shell(home: Path, command: Sequence[str]) -> Iterator[tuple[Terminal, int]]:
    """Give a terminal where a shell has started a command, and the command's process."""
    with Terminal(SHELL, home=home, size=WIDE, env=PROMPT) as terminal:
        terminal.wait_for("skall>$")
        terminal.type(f"{shlex.join(map(str, command))}\n")
        eventually(lambda: bool(terminal.children), "the shell to start the program")
        yield terminal, terminal.children[0]


def is_gone(pid: int) -> bool:
    """Whether a process has ended, buried or not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


def goes(pid: int) -> None:
    """Wait until a process has ended, for as long as it may take."""
    eventually(lambda: is_gone(pid), f"process {pid} to end", AT_MOST)


def processes(home: Path) -> list[int]:
    """Give the programs of ours whose home a folder is."""
    return [int(folder.name) for folder in Path("/proc").glob("[0-9]*") if _is_ours(folder, home)]


def _is_ours(process: Path, home: Path) -> bool:
    try:
        name, environment = process.joinpath("comm").read_text(), process.joinpath("environ").read_bytes()
    except OSError:  # it has ended meanwhile
        return False
    return name == "malstyrt\n" and f"MALSTYRT_HOME={home}".encode() in environment.split(b"\0")
