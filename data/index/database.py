"""The file of the index: a SQLite database in the cache, made anew whenever it cannot be used."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from data.files import FILE_MODE, is_planted, make_folder

if TYPE_CHECKING:
    import apsw

APPLICATION_ID = 0x4D414C49
"""Marks the file as ours ("MALI")."""
VERSION = 4
"""Of the tables and of what is read into them; an index of another version is made anew."""
BUSY_MILLISECONDS = 5000

PLACES_A_DAY = 1 << 12
"""A document's place is its day's number times this, and its number on that day: the newest is the last.

Small steps make a small index; a day with more documents takes places of the days before.
"""

SCHEMA = """
CREATE TABLE document (
    place INTEGER PRIMARY KEY, path UNIQUE NOT NULL, stamp INTEGER NOT NULL, id TEXT NOT NULL,
    "group" TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, status TEXT NOT NULL, people TEXT NOT NULL
);
CREATE TABLE folder (name PRIMARY KEY, print BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX document_by_group ON document("group", status, date);
CREATE INDEX document_by_status ON document(status);
CREATE TABLE goal (
    document INTEGER, number TEXT NOT NULL, text TEXT NOT NULL, verdict TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE tiltak (
    document INTEGER, number TEXT NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL,
    due TEXT NOT NULL, goal TEXT NOT NULL, status TEXT NOT NULL, carried INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

-- Which documents hold a word. What we hand over is words with blanks between, and ASCII's own
-- rules take every letter beyond it as it is: the words here are exactly ours.
CREATE VIRTUAL TABLE holding USING fts5(
    words, tokenize="ascii tokenchars '_'", content='', contentless_delete=1, detail=none
);
-- Every word once, with a place that no document which holds it is beyond; and which of them hold
-- three letters in a row.
CREATE TABLE word (number INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL, newest INTEGER NOT NULL);
CREATE VIRTUAL TABLE inside USING fts5(
    text, tokenize='trigram case_sensitive 1', content='word', content_rowid='number', columnsize=0
);
CREATE TRIGGER word_new AFTER INSERT ON word BEGIN
    INSERT INTO inside(rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER word_gone AFTER DELETE ON word BEGIN
    INSERT INTO inside(inside, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
"""


class BrokenError(Exception):
    """The index cannot be used as it stands: it is damaged, of another version, or no index at all."""


def connect(path: Path) -> apsw.Connection:
    """Open the index at a path, made empty where there is none; in memory where nothing can be written.

    Raises BrokenError.
    """
    import apsw  # noqa: PLC0415 - home is painted before any database is opened

    try:
        _make_private(path)
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_NOFOLLOW
        database = apsw.Connection(str(path.parent.resolve() / path.name), flags)
    except (OSError, apsw.CantOpenError):
        return in_memory()
    try:
        with told_broken():
            _set_up(database)
    except BaseException as error:
        database.close()
        if isinstance(error, unwritable()):
            return in_memory()
        raise
    return database


def anew(path: Path) -> apsw.Connection:
    """Open an empty index in place of one that is broken; in memory where what stands there stays."""
    remove(path)
    try:
        return connect(path)
    except BrokenError:
        return in_memory()


def in_memory() -> apsw.Connection:
    """Open an empty index that is kept nowhere."""
    import apsw  # noqa: PLC0415 - loaded already

    database = apsw.Connection(":memory:")
    _set_up(database)
    return database


def unwritable() -> tuple[type[Exception], ...]:
    """Give what SQLite raises where a file cannot be written."""
    import apsw  # noqa: PLC0415 - loaded already

    return (apsw.ReadOnlyError, apsw.FullError, apsw.IOError, apsw.CantOpenError, apsw.PermissionsError)


def busy() -> type[Exception]:
    """Give what SQLite raises where somebody else has been writing for long."""
    import apsw  # noqa: PLC0415 - loaded already

    return apsw.BusyError


def remove(path: Path) -> None:
    """Take the index away. Who has it open goes on with what they have."""
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            each.unlink()


@contextmanager
def told_broken() -> Iterator[None]:
    """Let what SQLite raises of a database that is not as we made it come out as BrokenError."""
    import apsw  # noqa: PLC0415 - loaded already

    try:
        yield
    except (
        apsw.CorruptError,
        apsw.NotADBError,
        apsw.FormatError,
        apsw.SQLError,
        apsw.ConstraintError,
        apsw.MismatchError,
        UnicodeDecodeError,
    ) as error:
        raise BrokenError from error


@contextmanager
def writing(database: apsw.Connection) -> Iterator[None]:
    """Write all of what follows or nothing, while nobody else writes."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if not database.get_autocommit():
            database.execute("ROLLBACK")
        raise


def _set_up(database: apsw.Connection) -> None:
    """Set how the file is kept, and make its tables the first time."""
    database.set_busy_timeout(BUSY_MILLISECONDS)
    database.execute("PRAGMA cache_size=-16000; PRAGMA secure_delete=ON")
    if _is_ready(database):
        return
    database.execute("PRAGMA journal_mode=WAL")
    with writing(database):
        if _is_ready(database):  # somebody else made it meanwhile
            return
        if database.execute("SELECT count(*) FROM sqlite_schema").get:
            raise BrokenError
        database.execute(SCHEMA)
        database.execute("INSERT INTO holding(holding, rank) VALUES('automerge', 8)")
        database.execute(f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={VERSION}")


def _is_ready(database: apsw.Connection) -> bool:
    """Whether the tables are there, and are ours."""
    mark = database.execute("PRAGMA application_id").get
    return bool(mark == APPLICATION_ID and database.execute("PRAGMA user_version").get == VERSION)


def _make_private(path: Path) -> None:
    """Make the file for its owner alone before SQLite opens it; -wal and -shm take after it."""
    make_folder(path.parent)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))
    if any(is_planted(path.with_name(path.name + name)) for name in ("", "-wal", "-shm")):
        raise BrokenError
