"""Hostile text in a real tmux that would obey it: its buffers, its titles and its screen are as they were."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from data.markdown import write
from tests.pty.terminal import ROOT, eventually
from tests.screens.hostile_meeting import hostile_meeting

ORDERS: Final = {
    "copy": "\x1b]52;c;SEVNTUVMSUc=\x07",
    "copy, st": "\x1b]52;c;SEVNTUVMSUc=\x1b\\",
    "copy through tmux": "\x1bPtmux;\x1b\x1b]52;c;SEVNTUVMSUc=\x07\x1b\\",
    "copy, c1": "\x9d52;c;SEVNTUVMSUc=\x9c",
    "title": "\x1b]0;PWN\x07",
    "title, st": "\x1b]2;PWN\x1b\\",
    "name of the window": "\x1bkPWN\x1b\\",
    "home": "\x1b[HGODKJENT AV RAADMANN",
    "home, c1": "\x9bHGODKJENT AV RAADMANN",
    "erase": "\x1b[2J",
    "reset": "\x1bc",
    "right to left": "\u202ePWN",
}
MALSTYRT: Final = [sys.executable, "-c", "import sys; from tui.main import run; sys.exit(run())"]


class Tmux:
    """A tmux server of its own, that takes what programs in it copy, and shows one of them."""

    def __init__(self, folder: Path) -> None:
        self._command = ["tmux", "-S", str(folder / "tmux"), "-f", os.devnull]
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }

    def __call__(self, *words: str) -> str:
        """Tell tmux something, and give what it says."""
        return subprocess.run(
            [*self._command, *words], env=self._environment, capture_output=True, text=True, check=True
        ).stdout

    def start(self, home: Path, *command: str) -> None:
        """Start a program in a window of 120 × 36."""
        start = ["env", f"MALSTYRT_HOME={home}", *command]
        self("new-session", "-d", "-x", "120", "-y", "36", "-n", "vindu", "sh", "-c", "sleep 600")
        for name, value in (("set-clipboard", "on"), ("allow-passthrough", "on"), ("allow-rename", "on")):
            self("set", "-g", name, value)
        self("respawn-pane", "-k", "-t", "vindu", *start)

    @property
    def screen(self) -> str:
        """The screen as tmux has it."""
        return self("capture-pane", "-p", "-t", "vindu")

    def press(self, *names: str) -> None:
        """Press keys by the names that tmux has for them."""
        self("send-keys", "-t", "vindu", *names)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not here")
    server = Tmux(tmp_path)
    yield server
    subprocess.run([*server._command, "kill-server"], check=False, capture_output=True)  # noqa: SLF001 - it ends here


def test_I3_a_tmux_that_obeys_programs_is_given_no_order(tmux: Tmux, tmp_path: Path) -> None:
    places = [f"NR{number:02}" for number in range(len(ORDERS))]
    front, _, body = write(hostile_meeting(places)).partition("\n---\n")
    for place, order in zip(places, ORDERS.values(), strict=True):
        body = body.replace(f"QQQ{place}ZZZ", f"QQQ{order}ZZZ")
    document = tmp_path / "mote.md"
    document.write_bytes(f"{front}\n---\n{body}".encode())
    tmux.start(tmp_path / "hjem", *MALSTYRT, "mote", str(document))
    eventually(lambda: "QQQ" in tmux.screen, "the meeting to show", seconds=30)
    first = tmux.screen.splitlines()[0]

    for step in ("2 Bruker", "3 Runde 1", "4 Runde 2", "5 Oppsummering", "6 Tiltak"):
        tmux.press("F8")
        eventually(lambda step=step: f"▶ {step}" in tmux.screen, step, seconds=30)  # type: ignore[misc]
        screen = tmux.screen
        # The words may be read, as text: never where the program did not put them.
        assert not screen.splitlines()[0].startswith("GODKJENT")
        assert first.split("·")[0].strip() in screen.splitlines()[0]

    assert tmux("list-buffers") == ""
    assert "PWN" not in tmux("list-panes", "-a", "-F", "#{pane_title} #{window_name}")
    assert tmux("display-message", "-t", "vindu", "-p", "#{window_name}").strip() == "vindu"


def test_I3_the_same_orders_are_obeyed_when_a_careless_program_prints_them(
    tmux: Tmux, tmp_path: Path
) -> None:
    """What the test above looks for can be seen: tmux does as it is told."""
    printed = tmp_path / "ordre"
    printed.write_text("".join(ORDERS[name] for name in ("copy", "title", "name of the window")))
    tmux.start(tmp_path, "sh", "-c", f"cat {printed}; sleep 600")
    eventually(lambda: tmux("list-buffers") != "", "the buffer to be set")
    eventually(lambda: "PWN" in tmux("list-panes", "-a", "-F", "#{pane_title} #{window_name}"), "the title")
