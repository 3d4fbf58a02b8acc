"""The writer, at a terminal that reads, that does not, and that is gone."""

from __future__ import annotations

import os
import pty
import select
import sys
import threading
from collections.abc import Iterator
from typing import TextIO

import pytest

from tui.writer import BACKLOG, CANCEL, TerminalWriter

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the writer is the Linux driver's")

FRAME = "x" * 1000
LEAVE = "\x1b[?1049l"


class Line:
    """A terminal that reads when told to, and a writer at its other end."""

    def __init__(self) -> None:
        self.lost = threading.Event()
        self.drained = threading.Event()
        self.reader, end = pty.openpty()
        self.file: TextIO = os.fdopen(end, "w", encoding="utf-8")
        self.writer = TerminalWriter(self.file, on_lost=self.lost.set, on_drained=self.drained.set)
        self.writer.start()

    def read_until(self, last: str) -> str:
        """Read until `last` comes, or nothing comes for five seconds; give all that came."""
        came = ""
        while last not in came and select.select([self.reader], [], [], 5)[0]:
            came += os.read(self.reader, 65_536).decode()
        return came

    def overfill(self) -> int:
        """Write frames that no one reads until some must have been dropped; give how many."""
        frames = 4 * BACKLOG // len(FRAME)
        for _ in range(frames):
            self.writer.write(FRAME)
        return frames

    def hang_up(self) -> None:
        os.close(self.reader)
        self.reader = -1


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.writer.stop()
    if line.reader >= 0:
        os.close(line.reader)
    line.file.close()


def test_what_is_written_arrives_in_order_and_whole(line: Line) -> None:
    for number in range(500):
        line.writer.write(f"{number} æøå ")
    line.writer.write("slutt")

    assert line.read_until("slutt") == "".join(f"{number} æøå " for number in range(500)) + "slutt"
    assert not line.drained.is_set(), "nothing was dropped, so nothing is to be painted anew"


def test_frames_are_dropped_and_modes_kept_while_no_one_reads(line: Line) -> None:
    given = line.overfill()
    line.writer.write("\x1b[?2026h")
    line.writer.write("\x1b[?2048h")

    came = line.read_until("\x1b[?2048h")

    assert 0 < came.count(FRAME) < given
    assert "\x1b[?2026h" not in came
    assert line.drained.wait(5)


def test_frames_are_sent_again_once_the_terminal_has_read_what_was_kept(line: Line) -> None:
    line.overfill()
    line.writer.write("\x1b[?7h")
    line.read_until("\x1b[?7h")
    assert line.drained.wait(5)

    line.writer.write("malt på nytt")

    assert "malt på nytt" in line.read_until("malt på nytt")


def test_a_stalled_terminal_that_is_left_gets_its_modes_and_not_the_frames(line: Line) -> None:
    given = line.overfill()
    line.writer.write(LEAVE)

    line.writer.stop()

    assert not line.writer.is_alive()
    came = line.read_until(LEAVE)
    assert came.endswith(CANCEL + LEAVE)
    assert len(came) < given * len(FRAME) / 4


def test_a_terminal_that_is_gone_is_told_of_and_written_to_no_more(line: Line) -> None:
    line.hang_up()
    line.writer.write("til ingen")

    assert line.lost.wait(5)
    line.overfill()
    line.writer.stop()
    assert not line.writer.is_alive()


def test_stopping_twice_does_nothing_more(line: Line) -> None:
    line.writer.stop()
    line.writer.write(LEAVE)
    line.writer.stop()

    assert not select.select([line.reader], [], [], 0)[0]
