"""A program in a real pseudo-terminal: played at like a person would, and looked at likewise."""

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
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NoReturn, Self

import pyte
import pytest

from tests.pty.keys import key_bytes
from tests.pty.painting import Painting

ROOT: Final = Path(__file__).parents[2]
DEADLINE: Final = 15.0
"""Seconds that anything waited for may take: far more than it needs on a busy machine."""

# Becomes the leader of the terminal, as a shell or sshd would have made it, and then the program.
TAKE_THE_TERMINAL: Final = 'exec <>"$0" >&0 2>&0; exec "$@"'


class Terminal:
    """A program with a terminal of its own, and what a person sees on it.

        with Terminal([sys.executable, "program.py"], home=tmp_path) as terminal:
            terminal.wait_for("klar")
            terminal.type("Kari")
            terminal.press("enter", "f8")
            assert terminal.wait_exit() == 0

    What the program writes is read all the time by a thread, so that it never stalls unless
    `stall` is called. Nothing sleeps: whatever is waited for ends the wait, or DEADLINE does, and
    then the test fails and shows the screen.

    The environment holds nothing of the developer's own: `home` is HOME and MALSTYRT_HOME, and
    `env` adds to it (or takes away, with None). `ignoring` names signals that the program finds
    ignored when it starts, as under nohup. `answers` is what Painting is given.
    """

    def __init__(  # noqa: PLR0913 - all but the first have names and defaults
        self,
        command: Sequence[str | Path],
        *,
        home: Path,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str | None] | None = None,
        cwd: Path = ROOT,
        ignoring: Sequence[str] = (),
        answers: dict[int, int] | None = None,
    ) -> None:
        self.raw = bytearray()
        self.painting = Painting(*size, answers or {})
        self._changed = threading.Condition()
        self._flowing = threading.Event()
        self._flowing.set()
        self._hung_up = self._closing = False
        self._handle, program_end = pty.openpty()
        os.set_blocking(self._handle, False)
        self.device = Path(os.ttyname(program_end))
        """The program's terminal, as others on the machine name it."""
        self._set_size(*size)
        self._poke_end, self._poked = os.pipe()
        signals = ["env", "--default-signal", *(f"--ignore-signal={name}" for name in ignoring)]
        self.process = subprocess.Popen(
            [*signals, "sh", "-c", TAKE_THE_TERMINAL, os.ttyname(program_end), *map(str, command)],
            stdin=program_end,
            stdout=program_end,
            stderr=program_end,
            cwd=cwd,
            env=_environment(home, env or {}),
            start_new_session=True,
        )
        os.close(program_end)
        self._reader = threading.Thread(target=self._read_on, name="terminal", daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        """Give the terminal."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, if it has not ended, and hang up."""
        if self.process.poll() is None:
            self.process.kill()
        self.close()
        self.process.wait(DEADLINE)

    # -- The keyboard -----------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        deadline = time.monotonic() + DEADLINE
        while data:
            if not select.select([], [self._handle], [], max(0.0, deadline - time.monotonic()))[1]:
                self._fail("the program does not read what is typed")
            data = data[os.write(self._handle, data) :]

    def type(self, text: str) -> None:
        """Type `text`, all at once, as on a line that lags."""
        self.send(text.encode())

    def press(self, *names: str) -> None:
        """Press keys by name, in turn: `f8`, `ctrl+s`, `shift+tab`, `escape`, `å`."""
        for name in names:
            self.send(key_bytes(name))

    def paste(self, text: str) -> None:
        """Paste `text`, marked as a paste."""
        self.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    # -- The screen -------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The screen as it stands, line by line."""
        with self._changed:
            return self.painting.text

    @contextmanager
    def held_still(self) -> Iterator[pyte.Screen]:
        """Give the screen, on which nothing is painted while it is looked at."""
        with self._changed:
            yield self.painting.screen

    def wait_for(self, pattern: str, seconds: float = DEADLINE) -> re.Match[str]:
        """Wait until `pattern` is on the screen, and give where."""
        found: list[re.Match[str]] = []

        def seen(text: str) -> bool:
            found[:] = [match for match in [re.search(pattern, text, re.MULTILINE)] if match]
            return bool(found)

        self.wait_until_screen(seen, f"{pattern!r} to show", seconds)
        return found[0]

    def sees(self, pattern: str, seconds: float) -> bool:
        """Wait until `pattern` is on the screen, the program has ended or time is up; say whether it is."""

        def seen() -> bool:
            return re.search(pattern, self.painting.text, re.MULTILINE) is not None

        with self._changed:
            self._changed.wait_for(lambda: self._hung_up or seen(), seconds)
            return seen()

    def gone(self, pattern: str, seconds: float = DEADLINE) -> None:
        """Wait until `pattern` is no longer on the screen."""
        self.wait_until_screen(
            lambda text: not re.search(pattern, text, re.MULTILINE), f"{pattern!r} to go", seconds
        )

    def wait_until_screen(self, holds: Callable[[str], bool], what: str, seconds: float = DEADLINE) -> None:
        """Wait until something holds for the text of the screen; `what` says what it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._hung_up or holds(self.painting.text), seconds)
            held = holds(self.painting.text)
        if not held:
            self._fail(f"waited for {what}")

    def settle(self, quiet: float = 0.15, seconds: float = DEADLINE) -> int:
        """Wait until nothing has been written for `quiet` seconds; give how many bytes came."""
        start, deadline = len(self.raw), time.monotonic() + seconds
        with self._changed:
            while self._changed.wait(quiet) and not self._hung_up:
                if time.monotonic() > deadline:
                    self._fail("waited for the program to stop painting")
        return len(self.raw) - start

    @property
    def switched(self) -> frozenset[str]:
        """What the program has switched in the terminal and not switched back, line mode included."""
        flags = termios.tcgetattr(self._handle)[3]
        raw = set() if flags & termios.ECHO and flags & termios.ICANON else {"no echo"}
        with self._changed:
            return self.painting.switched | raw

    # -- The line ---------------------------------------------------------------------------------

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size; the system tells the program."""
        with self._changed:
            self.painting.resize(columns, rows)
        self._set_size(columns, rows)

    def stall(self) -> None:
        """Stop reading what the program writes, as a laptop does whose lid is closed."""
        self._flowing.clear()
        os.write(self._poked, b"!")

    def resume(self) -> None:
        """Read again."""
        self._flowing.set()

    def close(self) -> None:
        """Hang up: close the terminal under the program."""
        if self._closing:
            return
        self._closing = True
        self._flowing.set()
        os.write(self._poked, b"!")
        self._reader.join(DEADLINE)
        for handle in (self._handle, self._poke_end, self._poked):
            os.close(handle)

    # -- The program ------------------------------------------------------------------------------

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def wait_exit(self, seconds: float = DEADLINE) -> int:
        """Wait until the program has ended; give its exit status, or minus the signal that ended it."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._fail(f"the program has not ended in {seconds:g} s")
        if not self._closing and self._flowing.is_set():
            self._reader.join(1.0)
        return status

    @property
    def children(self) -> list[int]:
        """The processes that the program has started, as a shell has."""
        pid = str(self.process.pid)
        return [int(child) for child in (self._proc / "task" / pid / "children").read_text().split()]

    @property
    def threads(self) -> int:
        """How many threads the program has."""
        return len(list(self._proc.joinpath("task").iterdir()))

    @property
    def state(self) -> str:
        """The program's state as the system writes it: S sleeping, R running, T stopped."""
        return self._stat[0]

    @property
    def cpu_seconds(self) -> float:
        """The time that the program has used the processor."""
        return (int(self._stat[11]) + int(self._stat[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def wakeups(self) -> int:
        """How many times the program's threads have woken up by themselves or been woken."""
        statuses = [task.joinpath("status").read_text() for task in self._proc.joinpath("task").iterdir()]
        return sum(int(n) for status in statuses for n in re.findall(r"(?m)^voluntary.*:\s*(\d+)", status))

    @property
    def _proc(self) -> Path:
        return Path("/proc") / str(self.process.pid)

    @property
    def _stat(self) -> list[str]:
        return self._proc.joinpath("stat").read_text().rpartition(")")[2].split()

    # -- Within -----------------------------------------------------------------------------------

    def _read_on(self) -> None:
        """Take in what the program writes, for as long as there is someone at the other end."""
        while not self._closing:
            self._flowing.wait()
            ready = select.select([self._handle, self._poke_end], [], [])[0]
            if self._poke_end in ready:
                os.read(self._poke_end, 1)
            elif not self._take_in():
                return

    def _take_in(self) -> bool:
        try:
            data = os.read(self._handle, 65_536)
        except OSError:
            data = b""
        with self._changed:
            self.raw += data
            answer = self.painting.feed(data)
            self._hung_up = not data
            self._changed.notify_all()
        if answer:
            with suppress(OSError):
                os.write(self._handle, answer)
        return bool(data)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _fail(self, why: str) -> NoReturn:
        ended = self.process.poll()
        state = "it still runs" if ended is None else f"it has ended with {ended}"
        pytest.fail(f"{why} ({state})\n--- the screen ---\n{self.painting.text}", pytrace=True)


def eventually(holds: Callable[[], bool], what: str, seconds: float = DEADLINE) -> None:
    """Wait until something holds outside the screen (a file, a process); `what` says what it is."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"waited for {what}")
        time.sleep(0.005)


def python(script: Path, *arguments: str) -> list[str]:
    """Give the command that runs a script with this Python."""
    return [sys.executable, str(script), *arguments]


def _environment(home: Path, changes: Mapping[str, str | None]) -> dict[str, str]:
    """Give the program's environment: the least that a program needs, and `changes`."""
    environment: dict[str, str | None] = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "MALSTYRT_HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    environment.update(changes)
    return {name: value for name, value in environment.items() if value is not None}
