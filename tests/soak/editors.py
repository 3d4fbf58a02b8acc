"""Programs that people write in, driven and brought to an end by the same hands as ours; what each kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from data.journal import Journal
from data.live import Live
from tests.pty.leading import WIDE, Leader, keys, value_at
from tests.pty.terminal import Terminal
from tests.soak.ending import COMMENT

FILE: Final = "notat.txt"


class Editor(NamedTuple):
    """A program to write in: its name, how it is started and begun, and what it has kept."""

    name: str
    command: Sequence[str]
    begin: Callable[[Terminal, Path], None]
    """Brings it to where text can be typed."""
    kept: Callable[[Path], str]
    """Gives the text that can be brought back after it has ended."""
    terminal: str = "linux"
    """What it is told that its terminal is: a plain one asks for nothing that our eyes do not know."""

    @property
    def is_here(self) -> bool:
        """Whether it is installed."""
        ours = Path(sys.executable).parent
        return shutil.which(self.command[0], path=f"{ours}{os.pathsep}{os.environ['PATH']}") is not None

    def start(self, home: Path) -> Terminal:
        """Start it."""
        home.mkdir(parents=True)
        home.joinpath(FILE).touch()
        return Terminal(self.command, home=home, size=WIDE, cwd=home, env={"TERM": self.terminal})


def _begin_in_ours(terminal: Terminal, home: Path) -> None:
    leader = Leader(terminal, home)
    leader.comes_to("1 Velkommen")
    leader.at_once(keys("step_on"))
    leader.comes_to("2 Bruker")


def _kept_by_ours(home: Path) -> str:
    (journal,) = (home / "state" / "moter").glob("*.db")
    live = Live(Journal(journal), now=time.time, who="soak")
    live.close()
    return str(value_at(live.meeting, COMMENT) or "")


def _begin_in_vim(terminal: Terminal, _home: Path) -> None:
    terminal.wait_for(rf"{FILE}")
    terminal.type("i")


def _kept_by_vim(home: Path) -> str:
    brought_back = home / "back.txt"
    subprocess.run(
        ["vim", "-u", "NONE", "-N", "-es", "-r", FILE, "-c", f"w! {brought_back}", "-c", "qa!"],  # noqa: S607 - where vim is
        cwd=home,
        capture_output=True,
        check=False,
        timeout=30,
    )
    return _text(brought_back)


def _begin_in_emacs(terminal: Terminal, _home: Path) -> None:
    terminal.wait_for(rf"{FILE} +All")


def _kept_by_emacs(home: Path) -> str:
    return _text(home / f"#{FILE}#") or _text(home / FILE)


def _begin_in_nano(terminal: Terminal, _home: Path) -> None:
    terminal.wait_for(r"\^X Exit|GNU nano")


def _kept_by_nano(home: Path) -> str:
    return _text(home / f"{FILE}.save") or _text(home / FILE)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


EDITORS: Final = (
    Editor("målstyrt", ["malstyrt", "demo"], _begin_in_ours, _kept_by_ours, "xterm-256color"),
    Editor("vim", ["vim", "-u", "NONE", "-N", FILE], _begin_in_vim, _kept_by_vim),
    Editor("emacs", ["emacs", "-nw", "-Q", FILE], _begin_in_emacs, _kept_by_emacs),
    Editor("nano", ["nano", FILE], _begin_in_nano, _kept_by_nano),
)
