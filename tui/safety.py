"""What is done before anything else, and what is said when something goes wrong.

Imports nothing of Textual: `prepare` sets what Textual reads when it is imported.
"""

from __future__ import annotations

import _thread
import os
import stat
import sys
import threading
import time
import warnings
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from data.language import _

CRASHED: Final = 70
"""Exit status after a mistake of the program's own, and when it had to be ended hard."""

OTHERS_WRITING: Final = stat.S_IWGRP | stat.S_IWOTH

HARMLESS: Final = {
    "TEXTUAL_ANIMATIONS",
    "TEXTUAL_COLOR_SYSTEM",
    "TEXTUAL_DIM_FACTOR",
    "TEXTUAL_DISABLE_KITTY_KEY",
    "TEXTUAL_FPS",
    "TEXTUAL_SMOOTH_SCROLL",
}
"""Textual's settings that only change how it looks and feels. The others can write out content."""

TIME_ZONES: Final = (
    "/usr/share/zoneinfo",
    "/usr/lib/zoneinfo",
    "/usr/share/lib/zoneinfo",
    "/etc/zoneinfo",
)
"""Where Python looks for time zones as it is built by default; the package tzdata is there besides."""

OUR_FOLDERS: Final = tuple(Path(__file__).parents[1] / name for name in ("tui", "screens", "data"))


def prepare() -> None:
    """Make the process safe for what it is going to hold. Call before Textual is imported.

    Files are for the user alone, a crash leaves no image of the memory, Textual's debugging aids
    are off, and an error that no one catches is told without any value in it.
    """
    os.umask(0o077)
    _forbid_core_dumps()
    forget_textual_settings(os.environ)
    allow_for_slow_lines(os.environ)
    name_time_zones(os.environ)
    _forgo_the_network()
    _hush()


def forget_textual_settings(environment: MutableMapping[str, str]) -> None:
    """Take out the variables that make Textual write logs, screenshots or keys to a file."""
    for name in list(environment):
        if name.startswith("TEXTUAL") and name not in HARMLESS:
            del environment[name]


def allow_for_slow_lines(environment: MutableMapping[str, str]) -> None:
    """Over SSH, wait 250 ms before an escape is the Esc key: a function key may come in two parts."""
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        environment.setdefault("ESCDELAY", "250")


def name_time_zones(environment: MutableMapping[str, str]) -> None:
    """Say where the system's time zones lie: Python would load how it was built to find that out."""
    if os.name == "posix":
        environment.setdefault("PYTHONTZPATH", ":".join(TIME_ZONES))


@contextmanager
def undisturbed(terminal: int) -> Iterator[None]:
    """Let no other user write on a terminal meanwhile, as `mesg n` does.

    What they write (`wall`, `write`) would stand on top of the meeting, and be obeyed by the terminal.
    """
    before = stat.S_IMODE(os.fstat(terminal).st_mode)
    _set_mode(terminal, before & ~OTHERS_WRITING)
    try:
        yield
    finally:
        _set_mode(terminal, before)


def _set_mode(terminal: int, mode: int) -> None:
    with suppress(OSError, AttributeError):  # it is another's, or gone; there are no modes on Windows
        os.fchmod(terminal, mode)


def end_within(seconds: float) -> None:
    """See to it that the process has ended in `seconds`, whatever the rest of it is doing.

    Safe in a signal handler: starts its thread without `threading`'s locks, which may be taken by
    what the handler interrupted.
    """

    def end_hard() -> None:
        time.sleep(seconds)
        os._exit(CRASHED)

    _thread.start_new_thread(end_hard, ())


def crash_message(error: BaseException | None) -> str:
    """Say in plain words that the program failed: what kind of error and where, and no value."""
    lines = [
        _("Beklager, programmet måtte stoppe på grunn av en feil i det selv."),
        _("Det som var lagret i møtet, ligger trygt i journalen: start på nytt og gå videre der du var."),
    ]
    if error is not None:
        lines.append(
            _("Til den som skal rette feilen:") + f" {type(error).__name__} {_place(error)}".rstrip()
        )
    return "\n".join(lines)


def _place(error: BaseException) -> str:
    """Say where an error arose, as folder/file:line: in our own code when it passed through it."""
    frames: list[tuple[Path, int]] = []
    trace = error.__traceback__
    while trace is not None:
        frames.append((Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
        trace = trace.tb_next
    ours = [frame for frame in frames if any(frame[0].is_relative_to(folder) for folder in OUR_FOLDERS)]
    for path, line in reversed(ours or frames):
        return f"{path.parent.name}/{path.name}:{line}"
    return ""


def _forbid_core_dumps() -> None:
    """Leave no image of the memory when the process is killed by a mistake.

    Of a limit of 0 bytes Linux still hands the image to a program that collects them (systemd-coredump,
    apport). One byte is what it takes for both: there is no room for a file, and no program is asked.
    """
    with suppress(ImportError):  # no such thing on Windows
        import resource  # noqa: PLC0415 - no such thing on Windows

        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        limit = 1 if most else 0  # a limit set to 0 from outside cannot be raised again
        resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


def _forgo_the_network() -> None:
    """Let asyncio and hashlib do without OpenSSL, as they can: we speak to nobody, and it weighs 4 MiB."""
    for name in ("ssl", "_hashlib"):
        if name not in sys.modules:
            sys.modules[name] = None  # type: ignore[assignment]  # None keeps a module out


def _hush() -> None:
    """Have everything that Python itself would print say what failed, and nothing more."""
    sys.excepthook = _told_by_main
    threading.excepthook = lambda failed: _tell(failed.exc_value)
    sys.unraisablehook = lambda _failed: None
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _told_by_main(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    _tell(error)


def _tell(error: BaseException | None) -> None:
    """Tell of an error on standard error; a key that interrupts is no error."""
    if isinstance(error, Exception):
        with suppress(OSError, ValueError, AttributeError):  # there may be nowhere to tell it
            print(crash_message(error), file=sys.__stderr__)
