"""The writer: sends what is painted to the terminal, and never lets the terminal hold anyone up."""

from __future__ import annotations

import os
import re
import select
import termios
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Event
from typing import Final, TextIO

from textual.drivers._writer_thread import WriterThread

BACKLOG: Final = 65_536
"""Characters that may wait behind those being sent; past this, frames are dropped."""

PATIENCE: Final = 1.0
"""Seconds that `stop` gives a slow terminal to take what waits, before only the modes are sent."""

LOOK: Final = 100
"""Milliseconds between two looks at whether a full terminal is to be left. Nothing looks otherwise."""

CANCEL: Final = "\x18"
"""Ends an escape sequence that was cut off, so that the next one is understood."""

MODE: Final = re.compile(r"\x1b\[(?!\?2026)[<>?][\d;]*\$?[a-z]")
"""A sequence that switches the terminal's ways, or asks about them: kept when frames are dropped.

2026 (synchronised output) frames a frame, and goes with it.
"""


class TerminalWriter(WriterThread):
    """A thread that writes to the terminal for callers that must not wait.

    A terminal stops reading when a laptop's lid closes or a network goes. Then frames are dropped,
    all of them from the first that found no room, so that no half-painted state is sent later;
    `on_drained` is called when everything kept has been sent, and a full repaint is due. When the
    terminal is gone, `on_lost` is called and writing ends. Both are called from this thread.

    `write` takes no lock, so a signal handler may call it while it interrupts another call of it.
    """

    def __init__(
        self, file: TextIO, *, on_lost: Callable[[], object], on_drained: Callable[[], object]
    ) -> None:
        super().__init__(file)
        self._encoding = file.encoding
        self._handle = _own_handle(file.fileno())
        self._on_lost = on_lost
        self._on_drained = on_drained
        self._texts: SimpleQueue[str | None] = SimpleQueue()
        # Each count is added to by one side alone, so the two need no lock.
        self._given = self._taken = 0
        self._dropping = self._lost = self._stopped = False
        self._in_a_hurry = Event()

    def write(self, text: str) -> None:
        """Give `text` to be sent, or drop it when the terminal is too far behind. Never waits."""
        if self._lost or self._stopped:
            return
        if not self._dropping and self._given - self._taken > BACKLOG:
            self._dropping = True
            # The thread may just have sent the last of it: this makes it look once more.
            self._texts.put("")
        if self._dropping and not MODE.fullmatch(text):
            return
        self._given += len(text)
        self._texts.put(text)

    def stop(self) -> None:
        """Send what waits and end the thread; when the terminal takes nothing, the modes alone.

        Returns within 2 × PATIENCE, whatever the terminal does. Stopping again does nothing.
        """
        if self._stopped:
            return
        self._stopped = True
        self._texts.put(None)
        self.join(PATIENCE)
        self._in_a_hurry.set()
        self.join(PATIENCE)
        if not self.is_alive():
            # A thread that ended by a mistake of ours has left the modes for us to send.
            self._send_modes_alone([])
            os.close(self._handle)

    def run(self) -> None:
        """Send texts as they come, until told to stop or until the terminal is gone."""
        try:
            self._send_all()
        except OSError:
            self._lost = True
            self._on_lost()

    def _send_all(self) -> None:
        more = True
        while more:
            texts, more = self._next_texts()
            if not self._send("".join(texts)):
                self._send_modes_alone(texts)
                return
            if self._dropping and self._texts.empty():
                self._dropping = False
                self._on_drained()

    def _next_texts(self) -> tuple[list[str], bool]:
        """Wait for a text, and take those that wait behind it; False with the last of all."""
        texts: list[str] = []
        while (text := self._texts.get()) is not None:
            texts.append(text)
            self._taken += len(text)
            if self._texts.empty():
                return texts, True
        return texts, False

    def _send(self, text: str) -> bool:
        """Send the whole of `text`; False when hurried away from a terminal that takes no more."""
        data = memoryview(text.encode(self._encoding, "replace"))
        room = select.poll()
        room.register(self._handle, select.POLLOUT)
        while data:
            try:
                data = data[os.write(self._handle, data) :]
            except BlockingIOError:
                if self._in_a_hurry.is_set():
                    return False
                room.poll(LOOK)
        return True

    def _send_modes_alone(self, texts: list[str]) -> None:
        """Throw away what the terminal has not read, and leave it in its ordinary ways."""
        while not self._texts.empty():
            texts.append(self._texts.get() or "")
        if modes := "".join(text for text in texts if MODE.fullmatch(text)):
            with suppress(OSError, termios.error):
                termios.tcflush(self._handle, termios.TCOFLUSH)
                os.write(self._handle, f"{CANCEL}{modes}".encode())


def _own_handle(fileno: int) -> int:
    """Open the terminal anew for writing without blocking.

    The handle that came with the program is shared with the shell and with standard input, which
    must go on blocking. A terminal that is another user's (after `su`) cannot be opened anew; then
    the shared handle is used, and a stalled terminal blocks this thread alone.
    """
    if not os.isatty(fileno):
        return os.dup(fileno)
    flags = os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY
    try:
        return os.open(f"/proc/self/fd/{fileno}", flags)
    except OSError:
        return os.dup(fileno)
