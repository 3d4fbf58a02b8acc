"""After the meeting, in a real terminal: a finished referat is read, approved, and only then corrected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.markdown import read
from data.meeting import Meeting, Status
from tests.pty.leading import SMALL, Leader, keys, text
from tests.pty.terminal import Terminal

KLADD = "Bare mellom oss"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Hold the demo meeting, with a private note, and finish its referat for a reason."""
    with Leader.of_demo(tmp_path, SMALL) as leader:
        leader.at_once(keys("step_on", "tab"), text(KLADD))
        leader.sees_recorded("notes/ordet/text", KLADD)
        leader.at_once(keys("referat", "save"))
        leader.terminal.wait_for("ikke helt ferdig")
        leader.at_once(text("Prøve"), keys("enter"))
        leader.terminal.wait_for("Lagret som referat")
        leader.leaves()
        return leader.document


@pytest.fixture
def reader(document: Path, tmp_path: Path) -> Iterator[Terminal]:
    """Show the referat on the screen."""
    command = ["malstyrt", "vis", str(document), "--skjerm"]
    with Terminal(command, home=tmp_path, size=SMALL) as terminal:
        terminal.wait_for("Send ut")
        yield terminal


def saved(document: Path) -> Meeting:
    return read(document.read_text(encoding="utf-8")).meeting


def on_disk(home: Path) -> bytes:
    return b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())


def test_from_finished_to_approved_and_corrected(reader: Terminal, document: Path, tmp_path: Path) -> None:
    assert KLADD.encode() in on_disk(tmp_path)
    reader.press("f3", "enter")
    reader.wait_for("til merknad til")
    reader.press("f6")
    reader.wait_for("Merknad til referatet")
    reader.send(text("Mor") + keys("tab") + text("Ola var der") + keys("enter"))
    reader.gone("Merknad til referatet")
    reader.press("f4")
    reader.wait_for("Referatet leses opp")
    reader.press("escape")
    reader.wait_for("Send ut")
    reader.press("f5", "enter")
    reader.wait_for("Lagret som godkjent")
    reader.press("f7")
    reader.wait_for("Hvem retter")
    reader.send(text("Kari") + keys("tab") + text("Tor kom 09:20") + keys("enter"))
    reader.gone("Hvem retter")
    reader.press("ctrl+q")
    assert reader.wait_exit() == 0

    meeting = saved(document)
    assert meeting.status is Status.GODKJENT
    assert [(one.who, one.text) for one in meeting.remarks] == [("Mor", "Ola var der")]
    assert [(one.who, one.text) for one in meeting.corrections] == [("Kari", "Tor kom 09:20")]
    assert KLADD.encode() not in on_disk(tmp_path)
