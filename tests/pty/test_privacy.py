"""Nobody else learns anything: a canary's name, looked for wherever a program may leave what it holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
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


def refused(*command: str | Path) -> bool:
    """Whether a command gives another user nothing, and says so by its status."""
    somebody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    done = subprocess.run([*somebody, *map(str, command)], capture_output=True, check=False)
    return done.returncode != 0 and not done.stdout


def reads(process: Path) -> Iterator[list[str | Path]]:
    """Give the ways into a running process."""
    for name in ("environ", "mem", "maps", "stack", "auxv", "io", "syscall"):
        yield ["cat", process / name]
    for name in ("fd", "map_files", "fdinfo"):
        yield ["ls", process / name]
    for name in ("cwd", "root", "exe"):
        yield ["readlink", process / name]


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None, reason="only root can be another user"
)
def test_P3_another_user_reads_nothing_of_files_process_or_terminal() -> None:
    # In a place that everybody gets to: the folders of a test are closed already.
    place = Path(tempfile.mkdtemp(prefix="malstyrt-"))
    place.chmod(0o755)
    try:
        with Leader.of_demo(place, WIDE) as leader:
            leader.at_once(keys("step_on"), text(f"{CANARY} vil ha ro"), keys("save"))
            assert leader.document.exists()
            ours = [path for path in place.rglob("*") if path.is_file()]
            assert len(ours) >= 5
            tries: list[list[str | Path]] = [["cat", path] for path in ours]
            tries += [["ls", path] for path in place.rglob("*") if path.is_dir()]
            tries += [["mv", place / name, place / "tatt"] for name in ("data", "state")]
            tries += [["sh", "-c", f"echo x >> '{path}'"] for path in ours]
            tries += [["sh", "-c", f"echo x > '{place / name / 'nytt'}'"] for name in ("data", "state")]
            tries += reads(Path("/proc") / str(leader.terminal.process.pid))
            tries.append(["sh", "-c", f"echo wall > {leader.terminal.device}"])
            assert [each for each in tries if not refused(*each)] == []
            assert len(tries) >= 30
    finally:
        shutil.rmtree(place)


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
