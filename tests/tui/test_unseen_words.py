"""Words that nobody else shall see: asked for, so that no list of processes and no shell has them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.locations import locate
from tests.data.index.archive_of_texts import put
from tests.pty.terminal import ROOT, Terminal
from tests.tui.test_command_line import CALL


def given(home: Path, typed: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command with something on its standard input."""
    return subprocess.run(
        [sys.executable, "-c", CALL, *words],
        input=typed,
        env={**os.environ, "MALSTYRT_HOME": str(home), "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    locations = locate({}, tmp_path)
    put(locations, "a", "Åse vil ha ro.", person="Åse Øving")
    put(locations, "b", "Mer lek.")
    return tmp_path


@pytest.mark.parametrize(
    "words", [("sok", "-"), ("liste", "--deltaker", "-"), ("sok", "ro", "--deltaker", "-")]
)
def test_P1_a_name_is_read_from_standard_input(home: Path, words: tuple[str, ...]) -> None:
    found = given(home, "Åse\n", *words)
    assert found.returncode == 0
    assert "  a" in found.stdout
    assert "  b" not in found.stdout


def test_P1_at_the_keyboard_it_is_asked_for_and_stands_in_no_list_of_processes(home: Path) -> None:
    with Terminal(["malstyrt", "sok", "-"], home=home) as terminal:
        terminal.wait_for("så ser ingen andre det")
        seen = (Path("/proc") / str(terminal.process.pid) / "cmdline").read_bytes()
        terminal.type("Åse\n")
        assert terminal.wait_exit() == 0
        assert "vil ha ro" in bytes(terminal.raw).decode()
    assert "Åse".encode() not in seen


def test_nothing_on_standard_input_is_no_word(home: Path) -> None:
    assert "Ingen treff" in given(home, "", "sok", "-").stderr
