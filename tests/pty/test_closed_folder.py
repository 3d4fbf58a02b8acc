"""A closed folder and a full disk: the old file stands, and the meeting goes on and is saved in the end."""

from __future__ import annotations

import os
import resource
import shutil
from pathlib import Path

import pytest

from tests.pty.leading import WIDE, Leader, keys, text
from tests.pty.terminal import Terminal

AS_OTHERS = ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"]
"""Runs a program to whom file modes mean something, also for root."""


def as_others(*command: str) -> list[str]:
    if os.geteuid() != 0:
        return list(command)
    if shutil.which("setpriv") is None:
        pytest.skip("root may write anywhere, and setpriv is not here to take that away")
    return [*AS_OTHERS, *command]


def test_F1_a_closed_folder_costs_nothing(tmp_path: Path) -> None:
    terminal = Terminal(as_others("malstyrt", "demo"), home=tmp_path, size=WIDE)
    with Leader(terminal, tmp_path) as leader:
        leader.comes_to("1 Velkommen")
        before = leader.document.read_bytes()
        leader.document.parent.chmod(0o500)
        leader.at_once(keys("step_on"), text("Vi vil ha ro"), keys("save"))
        terminal.wait_for("Ikke lagret")
        terminal.wait_for("(?s)Alt i møtet .*journalen")
        assert leader.document.read_bytes() == before

        leader.sees_recorded("entries/ordet:bruker/comment", "Vi vil ha ro")
        leader.document.parent.chmod(0o700)
        leader.at_once(text(", sa de"), keys("save"))
        terminal.wait_for("Lagret som")
        assert "Vi vil ha ro, sa de" in leader.document.read_text(encoding="utf-8")
        leader.leaves()


def room_for(terminal: Terminal, size: int | None) -> None:
    """Let no file that the program writes be longer than `size` bytes, as on a full disk; None ends that."""
    pid, limit = terminal.process.pid, resource.RLIMIT_FSIZE
    most = resource.prlimit(pid, limit)[1]
    resource.prlimit(pid, limit, (most if size is None else size, most))


def test_K13_a_full_disk_costs_nothing_once_there_is_room_again(tmp_path: Path) -> None:
    with Leader.of_demo(tmp_path, WIDE) as leader:
        before = leader.document.read_bytes()
        leader.at_once(keys("step_on"))
        leader.comes_to("2 Bruker")
        leader.terminal.wait_for("✓ lagret")

        room_for(leader.terminal, 1)
        leader.at_once(text("Vi vil ha ro"), keys("tab"), text("kladd"), keys("save"))
        leader.terminal.wait_for("IKKE LAGRET")
        leader.terminal.wait_for("(?s)bare i minnet.*journalen")
        leader.at_once(keys("step_on"))
        leader.comes_to("3 Runde 1")
        assert leader.document.read_bytes() == before

        room_for(leader.terminal, None)
        leader.at_once(keys("step_on"))
        leader.comes_to("4 Runde 2")
        leader.sees_recorded("entries/ordet:bruker/comment", "Vi vil ha ro")
        leader.sees_recorded("notes/ordet/text", "kladd")
        leader.terminal.wait_for("✓ lagret")
        leader.at_once(keys("save"))
        leader.terminal.wait_for("Lagret som")
        assert "Vi vil ha ro" in leader.document.read_text(encoding="utf-8")
