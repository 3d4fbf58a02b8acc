"""A program in a pseudo-terminal, measured: when it painted, what it sent, what it cost."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple, Self

import psutil

from tests.pty.keys import key_bytes
from tests.pty.painting import Painting

ROOT: Final = Path(__file__).parents[2]
PYTHON: Final = sys.executable
MALSTYRT: Final = str(Path(PYTHON).with_name("malstyrt"))
COLUMNS, ROWS = 120, 36

GIVE_UP: Final = 60.0
"""Seconds that a program may take to show what is waited for, on the busiest of machines."""

ASKS_FOR_SYNC: Final = b"\x1b[?2026$p"
HAS_SYNC: Final = b"\x1b[?2026;2$y"


class Burst(NamedTuple):
    """What came of one key: seconds to the first and the last byte, bytes, and seconds of CPU."""

    first: float
    last: float
    size: int
    cpu: float


class EndedError(Exception):
    """The program has ended, which it never should while it is measured; the text is its last words."""


class Session:
    """A program at 120x36. What it writes is stamped as it is read, and painted afterwards."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self.painting = Painting(COLUMNS, ROWS, {})
        self._chunks: list[tuple[float, bytes]] = []
        self._painted = 0
        self._handle, end = pty.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=end,
            stdout=end,
            stderr=end,
            env=environment(home),
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(end)
        self._system = psutil.Process(self._process.pid)

    def __enter__(self) -> Self:
        """Give the session."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, with no manners."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._handle)

    def read(self, quiet: float, limit: float = GIVE_UP) -> int:
        """Take in what is written until nothing has come for `quiet` seconds; give how many bytes."""
        taken, end = 0, time.perf_counter() + limit
        while (left := end - time.perf_counter()) > 0:
            if not select.select([self._handle], [], [], min(quiet, left))[0]:
                break
            data = self._data()
            self._chunks.append((time.perf_counter(), data))
            taken += len(data)
            if ASKS_FOR_SYNC in data:
                os.write(self._handle, HAS_SYNC)
        return taken

    def _data(self) -> bytes:
        try:
            return os.read(self._handle, 65_536)
        except OSError as error:
            self.look()
            raise EndedError(self.painting.text) from error

    def sent_since(self, instant: float) -> int:
        """Give how many bytes were read since an instant of `perf_counter`."""
        return sum(len(data) for at, data in self._chunks if at >= instant)

    def came_since(self, instant: float) -> list[tuple[float, int]]:
        """Give when something was read since an instant of `perf_counter`, and how many bytes."""
        return [(at, len(data)) for at, data in self._chunks if at >= instant]

    def shown(self, *patterns: str) -> float:
        """Wait until every pattern is on the screen; give the seconds from the start until it was."""
        end = time.perf_counter() + GIVE_UP
        while time.perf_counter() < end:
            self.read(0.15)
            while self._painted < len(self._chunks):
                at = self._paint_next()
                if all(re.search(pattern, self.painting.text) for pattern in patterns):
                    return at - self.started
        raise TimeoutError(f"{patterns} did not show:\n{self.painting.text}")

    def look(self) -> list[str]:
        """Give the screen as it stands, a line an item."""
        while self._painted < len(self._chunks):
            self._paint_next()
        return list(self.painting.screen.display)

    def _paint_next(self) -> float:
        at, data = self._chunks[self._painted]
        self.painting.feed(data)
        self._painted += 1
        return at

    def press(self, name: str, quiet: float = 0.06) -> Burst:
        """Press a key, wait until the screen is still again, and give what it cost."""
        seen, cpu, at = len(self._chunks), self.cpu, time.perf_counter()
        os.write(self._handle, key_bytes(name))
        while not self.read(quiet, 2.0) and time.perf_counter() - at < 1.0:
            pass
        came = self._chunks[seen:] or [(time.perf_counter(), b"")]
        size = sum(len(data) for _at, data in came)
        return Burst(came[0][0] - at, came[-1][0] - at, size, self.cpu - cpu)

    @property
    def cpu(self) -> float:
        """The seconds of CPU that all threads have used; /proc's usual figure counts in hundredths."""
        total = 0
        for task in Path(f"/proc/{self._process.pid}/task").iterdir():
            with suppress(OSError):
                total += int(task.joinpath("schedstat").read_text().split()[0])
        return total / 1e9

    @property
    def memory(self) -> float:
        """The resident memory, in MiB."""
        return float(self._system.memory_info().rss) / 2**20


def environment(home: Path) -> dict[str, str]:
    """Give the least that a program needs, and nothing of the developer's own."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "MALSTYRT_HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
