"""The terminal driver on Linux: Textual's, made to outlive terminals that stall, hang up or mumble."""

from __future__ import annotations

import os
import select
import signal
from asyncio import Task, run_coroutine_threadsafe, sleep
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from threading import Event
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from tui.decoding import ESCAPE, Decoder, EscapeKey, PasteGuard
from tui.safety import end_within
from tui.writer import MODE, TerminalWriter

if TYPE_CHECKING:
    from textual.app import App

ENDING_SIGNALS: Final = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)

SECONDS_TO_END: Final = 3.0
"""How long the program may take to end after such a signal, or after its terminal has gone."""

LOOK: Final = 0.01
LOOKS: Final = 20
"""How many times, and how many seconds apart, it is looked whether all that was typed has been read."""

SECONDS_HALFWAY: Final = 0.1
"""How long the rest of a character is waited for before its bytes are taken one by one."""


@runtime_checkable
class EndsNow(Protocol):
    """An app with something to do before it ends; any other is just told to exit."""

    async def end_now(self, status: int) -> None:
        """End with `status`, because the terminal is gone or a signal says so."""


class Alarm(Event):
    """An event that can also be waited for together with a file: its handle is readable while set."""

    def __init__(self) -> None:
        super().__init__()
        self._handle = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)

    def fileno(self) -> int:
        """Give the handle to wait for."""
        return self._handle

    def set(self) -> None:
        """Set the event, and wake who waits."""
        super().set()
        os.eventfd_write(self._handle, 1)

    def clear(self) -> None:
        """Clear the event."""
        super().clear()
        with suppress(BlockingIOError):
            os.eventfd_read(self._handle)


class Keyboard:
    """Makes Textual's messages of the bytes that come from the terminal."""

    def __init__(self, parser: XTermParser, take: Callable[[Any], None]) -> None:
        self._parser = parser
        self._take = take
        self._decoder = Decoder()
        self._pastes = PasteGuard()
        self._escapes = EscapeKey(ANSI_SEQUENCES_KEYS)

    @property
    def patience(self) -> float | None:
        """Milliseconds until something must be done though nothing comes; None: wait for ever."""
        if self._decoder.halfway:
            return SECONDS_HALFWAY * 1000
        if self._escapes.halfway:
            return constants.ESCAPE_DELAY * 1000
        if (escape_is_a_key_at := self._parser._timeout_time) is None:  # noqa: SLF001 - else we would have to look ten times a second
            return None
        return max(1.0, (escape_is_a_key_at - monotonic()) * 1000)

    def read(self, data: bytes) -> None:
        """Take in the bytes that came."""
        self._feed(self._decoder.decode(data))

    def wait_no_longer(self) -> None:
        """Settle what was waiting for more: half a character, or an escape that may be the key."""
        if self._decoder.halfway:
            self._feed(self._decoder.give_up())
        if self._escapes.halfway:
            self._parse(self._escapes.give_up())
        for message in self._parser.tick():
            self._take(message)

    def _feed(self, text: str) -> None:
        self._parse(self._escapes.feed(self._pastes.feed(text)))

    def _parse(self, pieces: Iterable[str]) -> None:
        # None is empty: that would tell the parser that there will never be more.
        for piece in pieces:
            if piece == ESCAPE:
                self._take(Key("escape", ESCAPE))
                continue
            for message in self._parser.feed(piece):
                self._take(message)


class TerminalDriver(LinuxDriver):
    """Textual's Linux driver, where a bad terminal does not take the meeting with it.

    - Painting never waits: a terminal that stops reading costs frames, and is painted anew after.
    - A terminal that is gone ends the program, whether a signal comes or not.
    - HUP, INT, QUIT and TERM end it cleanly. What has not ended after SECONDS_TO_END is ended hard.
    - Bytes that are no UTF-8 are letters of Latin-1, not a crash; a paste is text, whatever is in it.
    - SIGCONT starts the terminal again only where SIGTSTP has stopped it.
    - Nothing wakes up while no key is pressed.

    It stands on names that Textual calls private; `tests/tui/test_driver_stands_on.py` lists them.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        self._writer: TerminalWriter | None = None
        self._ending = False
        self._last_task: Task[None] | None = None
        self._reading = False
        """Whether keys have come that are not handed to the app yet."""
        self._frame = ""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event: Alarm = Alarm()
        for number in ENDING_SIGNALS:
            # One that was ignored from the start (nohup) stays ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._end_by_signal)

    # -- Out --------------------------------------------------------------------------------------

    @property
    def _writer_thread(self) -> WriterThread | None:
        """The thread that writes: ours, wherever Textual puts its own."""
        return self._writer

    @_writer_thread.setter
    def _writer_thread(self, theirs: WriterThread | None) -> None:
        if theirs is None or self._file is None:
            self._writer = None
            return
        repaint = partial(self._ask, self._app.refresh)
        self._writer = TerminalWriter(self._file, on_lost=self._terminal_lost, on_drained=repaint)

    def write(self, data: str) -> None:
        """Give `data` to the terminal, without waiting; nothing, while the terminal is not ours.

        What is painted comes between two marks, and goes as one text with them: each wakes the writer.
        """
        if data == SYNC_START:
            self._frame = data
            return
        if self._frame and not MODE.fullmatch(data):
            self._frame += data
            if data != SYNC_END:
                return
            data, self._frame = self._frame, ""
        if self._writer is not None:
            self._writer.write(data)

    # -- In ---------------------------------------------------------------------------------------

    def _run_input_thread(self) -> None:
        """Read keys; a mistake of ours in there ends the program as any other mistake does."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - the app tells of it, whatever it is
            self._ask(self._app._handle_exception, error)  # noqa: SLF001 - it has no other door for a mistake

    def run_input_thread(self) -> None:
        """Read keys until told to stop, or until the terminal is gone."""
        keyboard = Keyboard(XTermParser(self._debug), self.process_message)
        ready = select.poll()
        ready.register(self.fileno, select.POLLIN)
        ready.register(self.exit_event, select.POLLIN)
        while not self.exit_event.is_set():
            handles = [handle for handle, _why in ready.poll(keyboard.patience)]
            if not handles:
                keyboard.wait_no_longer()
            elif self.fileno in handles:
                self._reading = True
                if not (data := self._read()):
                    self._terminal_lost()
                    self._reading = False
                    return
                keyboard.read(data)
                self._reading = False

    def _read(self) -> bytes:
        """Read what has come; nothing means that the terminal has hung up."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    # -- Stop and go ------------------------------------------------------------------------------

    def _sigcont_application(self, *_: object) -> None:
        """Go on, if it was SIGTSTP that stopped us, and nothing has ended the program meanwhile.

        The system sends SIGCONT with a hang-up too, and others send it after a SIGSTOP.
        """
        if self._must_signal_resume and not self._ending:
            super()._sigcont_application()
            self._ask(self._app.refresh)

    # -- The end ----------------------------------------------------------------------------------

    def _end_by_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._loop.is_closed():
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        self._end(128 + number)

    def _terminal_lost(self) -> None:
        """End as by a hang-up. Called from the threads that read and write."""
        self._end(128 + signal.SIGHUP)

    def _end(self, status: int) -> None:
        """End the program with `status`: cleanly when it can, hard when it takes too long."""
        if self._ending:
            return
        self._ending = True
        end_within(SECONDS_TO_END)
        with suppress(RuntimeError):  # the loop has closed: there is no app any more
            self._loop.call_soon_threadsafe(self._begin_to_end, status)

    def _begin_to_end(self, status: int) -> None:
        self._last_task = self._loop.create_task(self._end_when_read(status))

    async def _end_when_read(self, status: int) -> None:
        """End the app behind the last of what was typed before."""
        for _ in range(LOOKS):
            await sleep(LOOK)
            # In this order: between the two looks, what waits in the line may be taken up to be read.
            waiting = bool(select.select([self.fileno], [], [], 0)[0])
            if not waiting and not self._reading:
                break
        # By the way that keys take to the app, and so behind those on their way.
        run_coroutine_threadsafe(self._end_app(status), self._loop)

    async def _end_app(self, status: int) -> None:
        app = self._app
        app.call_later(app.end_now if isinstance(app, EndsNow) else partial(app.exit, None), status)

    def _ask(self, what: Callable[..., object], *values: object) -> None:
        """Have the app do something, from another thread or from within a signal handler."""
        with suppress(RuntimeError):  # the loop has closed: there is no app any more
            self._loop.call_soon_threadsafe(partial(self._app.call_later, what, *values))
