"""A folder that cannot be written to: the old file stands, the meeting goes on, and saves when it can."""

from __future__ import annotations

import os
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


def test_a_closed_folder_costs_nothing(tmp_path: Path) -> None:
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
