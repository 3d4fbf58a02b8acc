"""Nobody else learns anything: a canary's name, looked for wherever a program may leave what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.markdown import write
from data.meeting import Meeting
from tests.data.complete_meeting import complete_meeting
from tests.pty.leading import WIDE, Leader, keys, text
from tests.pty.terminal import Terminal

CANARY = "Kanari"
NAMES = ("Kari Kladd", "Ola Øving")

TITLE = (b"\x1b]0;", b"\x1b]1;", b"\x1b]2;", b"\x1bk", b"\x1b]777;", b"\x1b]9;", b"\x1b]99;", b"\x1b]52;")
"""What names a window or its icon, notifies the desktop, or reaches the clipboard."""


@pytest.fixture
def led(tmp_path: Path) -> Iterator[Leader]:
    """Lead a meeting in which the canary is everybody, and HOME is another folder than the archive."""
    words = complete_meeting().as_json()
    for name in NAMES:
        words = words.replace(name, f"{CANARY} Kvitter")
    document = tmp_path / "innkalling.md"
    document.write_text(write(Meeting.of_json(words)), encoding="utf-8")
    home, user = tmp_path / "arkiv", tmp_path / "bruker"
    user.mkdir()
    outside = {"HOME": str(user), "TMPDIR": str(user), "XDG_RUNTIME_DIR": str(user)}
    with Terminal(["malstyrt", "mote", document], home=home, size=WIDE, env=outside) as terminal:
        terminal.wait_for(CANARY)
        yield Leader(terminal, home)


def test_P1_nothing_is_told_outside_the_archive(led: Leader, tmp_path: Path) -> None:
    process = Path("/proc") / str(led.terminal.process.pid)
    led.at_once(keys("step_on"), text(f"{CANARY} vil ha ro"), keys("tab", "save"))
    led.terminal.wait_for("Lagre")

    about = b"".join((process / name).read_bytes() for name in ("environ", "comm", "stat", "status"))
    assert CANARY.encode() not in about
    assert not [sign for sign in TITLE if sign in bytes(led.terminal.raw)]
    led.at_once(keys("escape"))
    led.leaves()
    assert list((tmp_path / "bruker").rglob("*")) == []
    inside = [path for path in (tmp_path / "arkiv").rglob("*") if CANARY.lower() in path.name.lower()]
    assert inside == []


def test_P1_the_command_line_names_a_file_and_nothing_of_what_is_in_it(led: Leader) -> None:
    started = (Path("/proc") / str(led.terminal.process.pid) / "cmdline").read_bytes()
    assert b"innkalling.md" in started
    assert CANARY.encode() not in started


def test_P4_a_hidden_screen_has_nothing_of_the_meeting_and_the_journal_goes_on(led: Leader) -> None:
    led.at_once(keys("step_on"), text(f" {CANARY} vil ha ro"), keys("f12"))
    led.terminal.wait_for("Skjermen er skjult")
    led.terminal.settle()

    assert CANARY not in led.terminal.text
    assert "SOL-7" not in led.terminal.text
    said = "Vil ha flere friminutt ute."
    led.sees_recorded("entries/ordet:bruker/comment", f"{said} {CANARY} vil ha ro")

    led.at_once(keys("f12"))
    led.terminal.wait_for(f"{CANARY} vil ha ro")
    led.leaves()
