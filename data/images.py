"""A database as one picture of all its bytes, taken while others write in it."""

from __future__ import annotations

from pathlib import Path

from data.errors import NotSavedError
from data.files import read_bytes
from data.journal_file import may_write, to_be_read
from data.language import _

MARK = b"SQLite format 3\0"
"""What every database file begins with."""

BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database; a picture of the database has it all."""

PATIENCE_MILLISECONDS = 5000


def is_database(path: Path) -> bool:
    """Whether a file is a database, by its first bytes. Raises UnreadableError."""
    return read_bytes(path, len(MARK)) == MARK


def sqlite_version() -> str:
    """Give the version of the SQLite that keeps our databases, as 3.54.0."""
    import apsw  # noqa: PLC0415 - only for those who ask

    return str(apsw.sqlite_lib_version())


def image_of(path: Path) -> bytes | None:
    """Give the bytes of a database as it stands between two changes; None for one that is damaged.

    Raises NotSavedError when somebody has it to themselves.
    """
    import apsw  # noqa: PLC0415 - only for copies

    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_NOFOLLOW | apsw.SQLITE_OPEN_URI
    real = path.parent.resolve() / path.name
    try:
        database = apsw.Connection(real.as_uri() if may_write(real) else to_be_read(real), flags)
        try:
            database.set_busy_timeout(PATIENCE_MILLISECONDS)
            database.execute("BEGIN; SELECT count(*) FROM sqlite_schema").fetchall()
            return bytes(database.serialize("main"))
        finally:
            database.close()
    except (apsw.CorruptError, apsw.NotADBError):
        return None
    except apsw.Error as error:
        message = _("{name} er i bruk av et annet program. Lukk det, og prøv igjen.")
        raise NotSavedError(_("Ikke kopiert"), message.format(name=path.name)) from error
