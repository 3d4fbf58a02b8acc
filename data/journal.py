"""The durable list of changes to one meeting: a SQLite file, a row a change."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from data.errors import MalstyrtError, NotSavedError
from data.files import FILE_MODE, make_folder
from data.language import _

APPLICATION_ID = 0x4D414C53
"""Marks the file as ours ("MALS")."""
VERSION = 1
BUSY_MILLISECONDS = 5000

SCHEMA = """
CREATE TABLE change (
    seq INTEGER PRIMARY KEY, at REAL NOT NULL, who TEXT NOT NULL,
    act TEXT NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


class Act(StrEnum):
    """What a row does: begins with a whole meeting, changes it, walks to a step, undoes, redoes."""

    BEGIN = "begin"
    DO = "do"
    WALK = "walk"
    UNDO = "undo"
    REDO = "redo"


class Row(NamedTuple):
    """One row: `at` is an instant (seconds since 1970, UTC), `body` JSON."""

    seq: int
    at: float
    who: str
    act: Act
    body: str


class Journal:
    """An open journal. Several programs may have the same one open."""

    def __init__(self, path: Path) -> None:
        """Open a journal, made empty when the file is not there.

        Raises MalstyrtError when the file is no journal of ours or comes from a newer version, and
        NotSavedError when it cannot be written.
        """
        import apsw  # noqa: PLC0415 - home is painted before any journal is opened

        self.path = path
        self._faults = apsw.Error
        self._damage = (apsw.NotADBError, apsw.CorruptError)
        _make_private(path)
        # Links above the file are the user's own; the file itself must be none.
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_NOFOLLOW
        with self._faults_told():
            self._connection = apsw.Connection(str(path.parent.resolve() / path.name), flags)
        try:
            with self._faults_told():
                self._set_up()
        except BaseException:
            self._connection.close()
            raise
        self._seen_version = self._data_version()

    def _set_up(self) -> None:
        """Set how the file is kept, and make its tables the first time."""
        database = self._connection
        database.set_busy_timeout(BUSY_MILLISECONDS)
        if not self._is_ours():
            raise _not_a_journal(self.path)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("PRAGMA secure_delete=ON")
        with self.writing():
            version = self._pragma("user_version")
            if version > VERSION:
                raise _too_new(self.path)
            if version == 0:
                database.execute(SCHEMA)
                database.execute(f"PRAGMA application_id={APPLICATION_ID}")
                database.execute(f"PRAGMA user_version={VERSION}")
        _sync_folder_of(self.path)

    def _is_ours(self) -> bool:
        """Say whether the file carries our mark, or is still empty."""
        tables = self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return self._pragma("application_id") == APPLICATION_ID or tables == (0,)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the journal so that nobody else writes; what is appended is synced at the end.

        Raises NotSavedError when it cannot be written; then nothing of it is there.
        """
        with self._faults_told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._give_up()
                raise

    def _give_up(self) -> None:
        """Take back what was begun, unless SQLite has done so itself."""
        if not self._connection.get_autocommit():
            with suppress(self._faults):
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        """Let what SQLite raises come out as an error that people can read."""
        try:
            yield
        except (*self._damage, UnicodeDecodeError) as error:
            raise _not_a_journal(self.path) from error
        except self._faults as error:
            raise NotSavedError(
                _("IKKE LAGRET"),
                _("Journalen kunne ikke skrives: {path}. Se etter plass på disken.").format(path=self.path),
            ) from error

    def append(self, at: float, who: str, act: Act, body: str) -> int:
        """Add a row within `writing` and give its number."""
        self._connection.execute(
            "INSERT INTO change(at, who, act, body) VALUES (?, ?, ?, ?)", (at, who, act.value, body)
        )
        return self._connection.last_insert_rowid()

    def start_over(self, at: float, who: str, body: str) -> None:
        """Begin again with a whole meeting, and wipe out every row before it. Raises NotSavedError.

        What was written is overwritten in the file. What the log beside it still holds goes when the
        last who has the journal open closes it, if not at once.
        """
        with self.writing():
            begun = self.append(at, who, Act.BEGIN, body)
            self._connection.execute("DELETE FROM change WHERE seq < ?", (begun,))
        with suppress(self._faults):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @property
    def begun(self) -> bool:
        """Whether there is any row."""
        return self._connection.execute("SELECT 1 FROM change LIMIT 1").fetchone() is not None

    @property
    def has_past(self) -> bool:
        """Whether it holds more than the row that the meeting begins with."""
        return self._connection.execute("SELECT count(*) > 1 FROM change").fetchone() == (1,)

    def after(self, seq: int) -> list[Row]:
        """Give the rows that came after one."""
        with self._faults_told():
            rows = self._connection.execute(
                "SELECT seq, at, who, act, body FROM change WHERE seq > ? ORDER BY seq", (seq,)
            )
            return [Row(number, at, who, Act(act), body) for number, at, who, act, body in rows]

    def others_wrote(self) -> bool:
        """Say whether another program has written since the last time this was asked."""
        version = self._data_version()
        changed = version != self._seen_version
        self._seen_version = version
        return changed

    def fact(self, name: str) -> str:
        """Give a fact about the meeting's document, such as its path; "" when it is not there."""
        row = self._connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def remember(self, **facts: str) -> None:
        """Keep facts about the meeting's document, all or none. Raises NotSavedError."""
        with self.writing():
            self._connection.executemany(
                "INSERT OR REPLACE INTO fact(name, value) VALUES (?, ?)", facts.items()
            )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _data_version(self) -> int:
        return self._pragma("data_version")

    def _pragma(self, name: str) -> int:
        row = self._connection.execute(f"PRAGMA {name}").fetchone()
        return int(row[0]) if row else 0


def _make_private(path: Path) -> None:
    """Make the file for its owner alone before SQLite opens it; -wal and -shm take after it.

    A file that is there is not opened here: closing it again would give up the locks that SQLite
    holds on it in this process (POSIX locks go with any handle).
    """
    try:
        make_folder(path.parent)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _not_a_journal(path)
    except OSError as error:
        raise NotSavedError(
            _("Møtet kan ikke åpnes"),
            _("Journalen kan ikke skrives: {path}. Se etter plass og tilgang.").format(path=path),
        ) from error


def _sync_folder_of(path: Path) -> None:
    """Make the file's name last, so that a power cut cannot take a journal with synced rows in it."""
    if os.name == "posix":
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _too_new(path: Path) -> MalstyrtError:
    return MalstyrtError(
        _("Journalen er fra en nyere utgave"),
        _("Oppgrader malstyrt for å åpne møtet: {path}").format(path=path.name),
    )


def _not_a_journal(path: Path) -> MalstyrtError:
    return MalstyrtError(
        _("Journalen kan ikke leses"),
        _("{path} er skadet eller ingen journal. Den er ikke rørt; flytt den og åpne på nytt.").format(
            path=path
        ),
    )
