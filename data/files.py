"""Files read with a limit, and written whole or not at all, for their owner alone."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from data.clean import clean_line
from data.errors import NotSavedError, UnreadableError
from data.language import _

FOLDER_MODE = 0o700
FILE_MODE = 0o600

MOST_BYTES = 10_000_000
"""A file longer than this is no referat; one of a long meeting holds some 50 kB."""

_TRIES = 200
_PAUSE = 0.01
"""How often, and how many seconds between, a turn is asked for before one goes on without it."""

_PIECE = 1 << 20
"""Bytes that are read at a time: room for them is made before it is known how many there are."""

_SAFELY = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
"""Nothing is inherited, no pipe is waited for, no link is followed."""


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each for its owner alone."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(FOLDER_MODE)


def is_planted(path: Path) -> bool:
    """Whether something else than a file of ours, that has this name alone, stands at a path.

    A link or a second name would have what we write end elsewhere. Nothing at all is nothing planted.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    ours = os.name != "posix" or found.st_uid == os.geteuid()
    return not (ours and stat.S_ISREG(found.st_mode) and found.st_nlink == 1)


def is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to the same file or folder, by links or not; never where nothing is."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def read_bytes(path: Path | str, most: int | None = None, *, limit: int = MOST_BYTES) -> bytes:
    """Give the bytes of an ordinary file: the first `most` of them, or all.

    Raises UnreadableError for what is no ordinary file (a link, a pipe, a folder), cannot be read
    or, asked for whole, is above `limit` bytes.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _SAFELY)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _unreadable(path, _("{name} er ingen vanlig fil."))
            data = _read(descriptor, limit + 1 if most is None else most)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _unreadable(path, _why_unread(error)) from error
    if most is None and len(data) > limit:
        why = _("{name} er over {most} MB, og så lang er ingen fil her.")
        raise _unreadable(path, why, most=limit // 1_000_000)
    return data


def _read(descriptor: int, most: int) -> bytes:
    """Give up to `most` bytes of an open file."""
    pieces: list[bytes] = []
    while most > 0 and (piece := os.read(descriptor, min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def write_whole(path: Path, text: str) -> None:
    """Put `text` in a file so that either the old or the new stands there, whatever happens.

    The new text is written beside it, synced, moved over and the folder synced. Raises
    NotSavedError, with the old file untouched.
    """
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        make_folder(path.parent)
        _write_synced(beside, text.encode())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise NotSavedError(_("Ikke lagret"), _why(error, path)) from error


def write_new(path: Path, data: bytes) -> None:
    """Put bytes in a file that is not there yet, and let it last. Raises NotSavedError, with no file left."""
    try:
        make_folder(path.parent)
        _write_synced(path, data)
        sync_folder(path.parent)
    except OSError as error:
        if not isinstance(error, FileExistsError):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise NotSavedError(_("Ikke lagret"), _why(error, path)) from error


def move(path: Path, to: Path) -> None:
    """Let a file stand at another place, where nothing stands, and the move last. Raises NotSavedError."""
    try:
        make_folder(to.parent)
        path.rename(to)
        sync_folder(to.parent)
        sync_folder(path.parent)
    except OSError as error:
        raise NotSavedError(_("Ikke flyttet"), _why(error, to)) from error


def remove(path: Path) -> None:
    """Take a file away, and let that last. Raises NotSavedError."""
    try:
        path.unlink()
        sync_folder(path.parent)
    except OSError as error:
        raise NotSavedError(_("Ikke slettet"), _why(error, path)) from error


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let nobody else who asks change a file meanwhile: they wait. Raises NotSavedError.

    What is held is a hidden file beside it, which stays: taking it away would let two in.
    """
    with contextlib.ExitStack() as held:
        try:
            descriptor = _lock_of(path)
            held.callback(os.close, descriptor)  # which lets go of it
            _hold(descriptor)
        except OSError as error:
            raise NotSavedError(_("Ikke lagret"), _why(error, path)) from error
        yield


@contextlib.contextmanager
def in_turn(path: Path) -> Iterator[None]:
    """Let those who ask for a path come one at a time, as `alone` does, but stop nobody.

    Where no such file can be held, and where somebody holds it for more than two seconds (a program
    that was stopped, perhaps), one goes on without it.
    """
    descriptor = None
    try:
        with contextlib.suppress(OSError):
            descriptor = _lock_of(path)
            _hold_soon(descriptor)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)  # which lets go of it


def _lock_of(path: Path) -> int:
    """Open the hidden file beside a path that is held while it is changed, made if it is not there."""
    beside = path.with_name(f".{path.name}.lock")
    make_folder(path.parent)
    if is_planted(beside):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    return os.open(beside, os.O_RDWR | os.O_CREAT | _SAFELY, FILE_MODE)


def _hold_soon(descriptor: int) -> None:
    """Hold an open file when nobody else does, or leave it when it takes too long."""
    if os.name != "posix":
        return
    import fcntl  # noqa: PLC0415 - not on every system

    for _try in range(_TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        else:
            return


def _hold(descriptor: int) -> None:
    """Wait until nobody else holds an open file, and hold it; systems without such locks need none."""
    if os.name != "posix":
        return
    import fcntl  # noqa: PLC0415 - not on every system

    fcntl.flock(descriptor, fcntl.LOCK_EX)


def copy_synced(path: Path, to: Path) -> None:
    """Copy a file to where nothing stands, and let the copy last. Raises NotSavedError."""
    try:
        _write_synced(to, path.read_bytes())
        sync_folder(to.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            to.unlink(missing_ok=True)
        raise NotSavedError(_("Ikke lagret"), _why(error, to)) from error


def _write_synced(path: Path, data: bytes) -> None:
    """Write a file that is not there yet."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFELY, FILE_MODE)
    try:
        while data:
            data = data[os.write(descriptor, data) :]  # a full disk takes a part first
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename last; systems that cannot open a folder need nothing."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _why(error: OSError, path: Path) -> str:
    """Give in plain words why a file could not be written, and what to do."""
    reasons = {
        28: _("Disken er full. Gjør plass og lagre på nytt."),
        122: _("Plassen du har fått på disken, er brukt opp. Gjør plass og lagre på nytt."),
        30: _("Disken kan bare leses. Lagre på nytt når den kan skrives til."),
        37: _("Filen kan ikke låses der den ligger. Flytt mappen fra en nettverksdisk til en vanlig disk."),
        13: _("Mappen kan ikke skrives til: {folder}. Gi deg selv tilgang og lagre på nytt."),
    }
    reason = reasons.get(error.errno or 0, _("Filen kunne ikke skrives: {reason}."))
    return reason.format(folder=path.parent, reason=os.strerror(error.errno or 0))


def _why_unread(error: Exception) -> str:
    """Give in plain words why a file could not be read."""
    reasons: dict[type[Exception], str] = {
        FileNotFoundError: _("{name} finnes ikke."),
        PermissionError: _("Du har ikke tilgang til {name}."),
        IsADirectoryError: _("{name} er en mappe."),
    }
    return reasons.get(type(error), _("{name} er ingen vanlig fil."))


def _unreadable(path: Path | str, why: str, **said: object) -> UnreadableError:
    path = Path(path)
    name = clean_line(path.name) or clean_line(str(path))
    return UnreadableError(_("Kan ikke leses"), why.format(name=name, **said), source=clean_line(str(path)))
