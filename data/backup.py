"""One copy of everything, made while meetings are being held."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from data.clean import clean_line
from data.copy_file import FOLDERS, About, Writer
from data.errors import MalstyrtError, NotSavedError, UnreadableError
from data.files import FILE_MODE, make_folder, sync_folder
from data.images import BESIDE, image_of, is_database
from data.language import _
from data.locations import Locations
from data.working_copy import within

TRIES = 5
"""Times a copy is begun anew because somebody saved a document meanwhile."""


class Made(NamedTuple):
    """A copy that is made. `left_out` could not be read, or are links, which may lead anywhere."""

    path: Path
    files: int
    left_out: tuple[Path, ...]


class _ChangedError(Exception):
    """A document came, went or changed while the copy was made."""


def make_backup(locations: Locations, to: Path) -> Made:
    """Copy all but what can be made anew to one new file.

    Journals are copied as they stand between two changes, before the documents: a document may then be
    newer than its journal knows, never older. For a process that has no journal open itself: files are
    looked into, and closing one gives up the locks that SQLite holds on it. Raises NotSavedError, with
    no file left.
    """
    to = to.expanduser().absolute()
    _see_that_it_may_lie_there(locations, to)
    for _again in range(TRIES):
        with suppress(_ChangedError):
            return _made(locations, to)
    message = _("Noen lagret hele tiden mens kopien ble tatt. Prøv igjen om litt.")
    raise NotSavedError(_("Ikke kopiert"), message)


def _see_that_it_may_lie_there(locations: Locations, to: Path) -> None:
    title = _("Ikke kopiert")
    if os.path.lexists(to):
        raise MalstyrtError(
            title, _("{path} finnes alt. Velg et annet navn.").format(path=clean_line(str(to)))
        )
    if any(to.is_relative_to(folder) for folder in (*_folders(locations).values(), locations.cache)):
        raise MalstyrtError(title, _("Legg kopien et annet sted enn i programmets egne mapper."))


def _see_that_it_holds_something(files: int, locations: Locations) -> None:
    if not files:
        message = _("Det er ingenting i {folder}. Er det rett mappe?")
        raise MalstyrtError(_("Ikke kopiert"), message.format(folder=clean_line(str(locations.data))))


def _folders(locations: Locations) -> dict[str, Path]:
    return {name: getattr(locations, name) for name in FOLDERS}


def _made(locations: Locations, to: Path) -> Made:
    """Make the copy beside its place, and put it there once it is whole and synced."""
    beside = to.with_name(f".{to.name}.{secrets.token_hex(4)}")
    try:
        make_folder(to.parent)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with open(handle, "wb") as file:  # noqa: PTH123 - opened with its own flags
            files, left_out = _copied(locations, file)
            _see_that_it_holds_something(files, locations)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(to)
        sync_folder(to.parent)
    except OSError as error:
        message = _("Kopien kunne ikke skrives: {why}").format(why=os.strerror(error.errno or 0))
        raise NotSavedError(_("Ikke kopiert"), message) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return Made(to, files, left_out)


def _copied(locations: Locations, file: BinaryIO) -> tuple[int, tuple[Path, ...]]:
    """Write everything to a file; give how many files it was, and what could not be read.

    Raises _ChangedError when a document has changed meanwhile.
    """
    folders = _folders(locations)
    before = _stamps(locations.data)
    found = {f"{part}/{name}": path for part, folder in folders.items() for name, path in _files(folder)}
    writer = Writer(file, About(tuple(found), {part: str(folder) for part, folder in folders.items()}))
    left_out = []
    for name, path in found.items():
        pieces = list(_pieces(name, path))
        for piece in pieces:
            writer.add(*piece)
        if not pieces:
            left_out.append(path)
    if _stamps(locations.data) != before:
        raise _ChangedError
    writer.finish()
    return len(found) - len(left_out), tuple(left_out)


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Give the files of a folder by their names in it, databases last.

    What stands beside a database, and says how far it had come, must not be newer than it.
    """
    found = [path for path in within(folder) if not _belongs_to_a_database(path)]
    found.sort(key=lambda path: (_is_database(path), path))
    return [(path.relative_to(folder).as_posix(), path) for path in found]


def _belongs_to_a_database(path: Path) -> bool:
    """Whether SQLite keeps a file for a database beside it, whose picture has what is in it."""
    names = (path.name.removesuffix(suffix) for suffix in BESIDE if path.name.endswith(suffix))
    return any(_is_database(path.with_name(name)) for name in names)


def _is_database(path: Path) -> bool:
    try:
        return is_database(path)
    except UnreadableError:
        return False


def _pieces(name: str, path: Path) -> Iterator[tuple[str, bytes]]:
    """Give a file's name and bytes; of a damaged database also those of what stands beside it.

    Nothing for a link, for what is no file, and for what we may not read. Raises _ChangedError for one
    that has gone.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return
        image = image_of(path) if _is_database(path) else None
        yield name, path.read_bytes() if image is None else image
        if image is None and _is_database(path):
            beside = (path.with_name(path.name + suffix) for suffix in BESIDE)
            yield from (
                (f"{name}{one.name.removeprefix(path.name)}", one.read_bytes())
                for one in beside
                if one.exists()
            )
    except FileNotFoundError as error:
        raise _ChangedError from error
    except PermissionError:
        return


def _stamps(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Give what tells that a document has changed."""
    stamps = {}
    for path in within(folder):
        with suppress(OSError):
            found = path.lstat()
            stamps[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return stamps
