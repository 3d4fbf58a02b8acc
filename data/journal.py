"""The durable list of changes to one meeting: a SQLite file, a row a change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from data.files import sync_folder
from data.journal_errors import (
    ClosedError,
    DamagedError,
    NewerError,
    OnlyReadError,
    TakenElsewhereError,
    UnwritableError,
)
from data.journal_file import make_private, may_write, planted_at, to_be_read
from data.keeping import keeping_of
from data.seal import FIRST, is_whole, seal
from data.witness import Mark, Witness

APPLICATION_ID = 0x4D414C53
"""Marks the file as ours ("MALS")."""
VERSION = 2
BUSY_MILLISECONDS = 5000

SCHEMA = """
CREATE TABLE change (
    seq INTEGER PRIMARY KEY, at REAL NOT NULL, who TEXT NOT NULL,
    act TEXT NOT NULL, body TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
"""

_LAST = "SELECT seq, seal FROM change ORDER BY seq DESC LIMIT 1"


class Act(StrEnum):
    """What a row does: begins with a whole meeting, changes it, walks to a step, undoes, redoes.

    UNKNOWN is what a newer version wrote.
    """

    BEGIN = "begin"
    DO = "do"
    WALK = "walk"
    UNDO = "undo"
    REDO = "redo"
    UNKNOWN = "?"

    @classmethod
    def of(cls, word: str) -> Act:
        """Give the act that a word names."""
        try:
            return cls(word)
        except ValueError:
            return cls.UNKNOWN


class Row(NamedTuple):
    """One row: `at` is an instant (seconds since 1970, UTC), `body` JSON."""

    seq: int
    at: float
    who: str
    act: Act
    body: str


class Journal:
    """An open journal. Several programs may have the same one open.

    Every row is sealed (data.seal), and a witness beside the file knows how far it had come
    (data.witness): a row that is not as it was written, or is gone, is never passed over in silence.
    """

    def __init__(self, path: Path) -> None:
        """Open a journal, made empty when the file is not there.

        Raises DamagedError when it is not as it was written, MalstyrtError when the file is no
        journal of ours, and NotSavedError when it cannot be made. One that comes from a newer
        version is `newer`; that one, and one that we may not write, is `only_read`.
        """
        import apsw  # noqa: PLC0415 - home is painted before any journal is opened

        self.path = path
        self.newer = False
        """Whether it comes from a newer version."""
        self._sqlite = apsw
        self._suspect = False
        """Whether the disk has had a fault since the file was opened."""
        self._keeping = keeping_of(path.parent, apsw.sqlite_lib_version())
        self._written: Mark | None = None
        """The row that was last written or read, in this program."""
        make_private(path)
        self._closed = not may_write(path)
        self._witness = Witness(path, kept=not self._closed)
        try:
            self._connect()
        except BaseException:
            self._witness.close()
            raise

    def _connect(self) -> None:
        """Open the file, and hold it against what was written."""
        # Links above the file are the user's own; the file itself must be none.
        path, sqlite = self.path.parent.resolve() / self.path.name, self._sqlite
        name, way = str(path), sqlite.SQLITE_OPEN_READWRITE
        if self._closed:
            name, way = to_be_read(path), sqlite.SQLITE_OPEN_READONLY | sqlite.SQLITE_OPEN_URI
        with self._faults_told():
            self._connection = sqlite.Connection(name, way | sqlite.SQLITE_OPEN_NOFOLLOW)
        self._keep_log(keep=True)
        try:
            with self._faults_told():
                self._set_up()
        except BaseException:
            self._connection.close()
            raise
        self._keep_log(keep=False)
        self._seen_version = self._data_version()

    def _keep_log(self, *, keep: bool) -> None:
        """Let the log be as it is on closing, for who must find what is still whole in it."""
        self._connection.config(self._sqlite.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep)

    def _set_up(self) -> None:
        """Set how the file is kept, and make its tables the first time."""
        database = self._connection
        database.set_busy_timeout(BUSY_MILLISECONDS)
        if not self._is_ours():
            raise DamagedError(self.path)
        self.newer = self._pragma("user_version") > VERSION
        if self.only_read:
            database.execute("PRAGMA query_only=ON")
            if self._pragma("user_version") == VERSION:
                self._hold_against_what_was_written()
            elif not self.newer:
                raise ClosedError(self.path)
            return
        for pragma in self._keeping.pragmas:
            database.execute(f"PRAGMA {pragma}")
        database.execute("PRAGMA secure_delete=ON")
        with self.writing():
            if self._pragma("user_version") < VERSION:
                self._make_tables()
        self._hold_against_what_was_written()
        # So that a power cut cannot take the name of a journal with synced rows in it.
        sync_folder(self.path.parent)

    def _make_tables(self) -> None:
        """Make the tables, or seal the rows of a journal from before there were seals."""
        database = self._connection
        if self._pragma("user_version") == 0:
            database.execute(SCHEMA)
        else:
            for table in ("change", "fact"):
                database.execute(f"ALTER TABLE {table} ADD COLUMN seal BLOB NOT NULL DEFAULT x''")
            self._seal_what_is_there()
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute(f"PRAGMA user_version={VERSION}")

    def _seal_what_is_there(self) -> None:
        database, before = self._connection, FIRST
        for row in database.execute("SELECT seq, at, who, act, body FROM change ORDER BY seq").fetchall():
            before = seal(FIRST if row[3] == Act.BEGIN else before, *row)
            database.execute("UPDATE change SET seal = ? WHERE seq = ?", (before, row[0]))
        for fact in database.execute("SELECT name, value FROM fact").fetchall():
            database.execute("UPDATE fact SET seal = ? WHERE name = ?", (seal(FIRST, *fact), fact[0]))

    def _hold_against_what_was_written(self) -> None:
        """See to it that all that was written is there, but for the rows themselves. Raises DamagedError."""
        if self._one("PRAGMA integrity_check(1)") != ("ok",):
            raise DamagedError(self.path)
        facts: list[tuple[Any, ...]] = self._connection.execute(
            "SELECT name, value, seal FROM fact"
        ).fetchall()
        for name, value, sealed in facts:
            if not is_whole(sealed, name, value):
                raise DamagedError(self.path)
        # Asked before the rows are: others may write meanwhile, and no mark is newer than its row.
        marks = [*filter(None, (self._written, self._witness.tells()))]
        last, _seal = self._last()
        for mark in marks:
            found = self._one("SELECT seal FROM change WHERE seq = ?", mark.seq)
            if last < mark.seq or (found and found[0] != mark.seal):
                raise DamagedError(self.path)

    def _last(self) -> Mark:
        """Give the number and the seal of the last row."""
        last = self._one(_LAST)
        return Mark(*last) if last else Mark(0, FIRST)

    def _is_ours(self) -> bool:
        """Say whether the file carries our mark, or is still empty."""
        tables = self._one("SELECT count(*) FROM sqlite_schema")
        return self._pragma("application_id") == APPLICATION_ID or tables == (0,)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the journal so that nobody else writes; what is appended is synced at the end.

        Raises NotSavedError when it cannot be written; then nothing of it is there. After a fault of
        the disk the file is opened anew and held against what was written, before more is.
        """
        if self.only_read:
            raise self.only_read
        if self._suspect:
            self._open_anew()
        before = self._written
        with self._faults_told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._written = before
                self._give_up()
                raise
        if self._written is not None and self._written is not before:
            self._witness.saw(self._written)

    def _open_anew(self) -> None:
        """Open the file again: what a handle says after a fault of the disk is not to be relied on.

        Until that can be done the old handle is good enough to read with.
        """
        before = self._connection
        self._suspect = False
        try:
            self._connect()
        except BaseException:
            self._connection, self._suspect = before, True
            raise
        with suppress(self._sqlite.Error):
            before.close()

    def _give_up(self) -> None:
        """Take back what was begun, unless SQLite has done so itself."""
        if not self._connection.get_autocommit():
            with suppress(self._sqlite.Error):
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        """Let what SQLite raises come out as an error that people can read."""
        sqlite = self._sqlite
        try:
            yield
        except (sqlite.NotADBError, sqlite.CorruptError, sqlite.SQLError, UnicodeDecodeError) as error:
            self._keep_log(keep=True)
            raise (NewerError if self.newer else DamagedError)(self.path) from error
        except sqlite.BusyError as error:
            raise TakenElsewhereError(self.path) from error
        except sqlite.CantOpenError as error:
            raise (ClosedError if self._closed else UnwritableError)(self.path) from error
        except (sqlite.Error, OSError) as error:
            self._suspect = isinstance(error, sqlite.IOError) and not self._keeping.alone
            raise UnwritableError(self.path) from error

    def append(self, at: float, who: str, act: Act, body: str) -> int:
        """Add a row within `writing` and give its number."""
        found = self._connection.execute(_LAST).fetchone()
        last, before = found or (0, FIRST)
        row = (last + 1, float(at), who, act.value, body)
        sealed = seal(FIRST if act is Act.BEGIN else before, *row)
        self._connection.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)", (*row, sealed))
        self._written = Mark(last + 1, sealed)
        return last + 1

    def start_over(self, at: float, who: str, body: str) -> None:
        """Begin again with a whole meeting, and wipe out every row before it. Raises NotSavedError.

        What was written is overwritten in the file. What the log beside it still holds goes when the
        last who has the journal open closes it, if not at once.
        """
        with self.writing():
            begun = self.append(at, who, Act.BEGIN, body)
            self._connection.execute("DELETE FROM change WHERE seq < ?", (begun,))
        with suppress(self._sqlite.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @property
    def only_read(self) -> OnlyReadError | None:
        """Why nothing can be written in it, None where it can."""
        if self.newer:
            return NewerError(self.path)
        return ClosedError(self.path) if self._closed else None

    @property
    def begun(self) -> bool:
        """Whether there is any row."""
        return self._one("SELECT 1 FROM change LIMIT 1") is not None

    @property
    def has_past(self) -> bool:
        """Whether it holds more than the row that the meeting begins with."""
        return self._one("SELECT count(*) > 1 FROM change") == (1,)

    def after(self, seq: int) -> list[Row]:
        """Give the rows that came after one. Raises DamagedError when one is not as it was written."""
        with self._faults_told():
            if self.newer:
                return [_row(*row) for row in self._rows_after("seq, at, who, act, body", seq)]
            before = self._seal_of(seq)
            rows = []
            for *contents, sealed in self._rows_after("seq, at, who, act, body, seal", seq):
                expected = FIRST if contents[3] == Act.BEGIN else before
                if sealed != seal(expected, *contents):
                    self._keep_log(keep=True)
                    raise DamagedError(self.path)
                rows.append(_row(*contents))
                before = sealed
                self._written = Mark(contents[0], sealed)
            return rows

    def _rows_after(self, columns: str, seq: int) -> Iterator[tuple[Any, ...]]:
        rows: Iterator[tuple[Any, ...]] = self._connection.execute(
            f"SELECT {columns} FROM change WHERE seq > ? ORDER BY seq",  # noqa: S608 - the columns are our own
            (seq,),
        )
        return rows

    def _seal_of(self, seq: int) -> bytes:
        """Give the seal of a row, FIRST of one that is not there."""
        if self._written is not None and self._written.seq == seq:
            return self._written.seal
        found = self._one("SELECT seal FROM change WHERE seq = ?", seq)
        return found[0] if found else FIRST

    def others_wrote(self) -> bool:
        """Say whether another program has written since the last time this was asked."""
        version = self._data_version()
        changed = version != self._seen_version
        self._seen_version = version
        return changed

    def fact(self, name: str) -> str:
        """Give a fact about the meeting's document, such as its path; "" when it is not there."""
        row = self._one("SELECT value FROM fact WHERE name = ?", name)
        return str(row[0]) if row else ""

    def remember(self, **facts: str) -> None:
        """Keep facts about the meeting's document, all or none. Raises NotSavedError."""
        with self.writing():
            self._connection.executemany(
                "INSERT OR REPLACE INTO fact VALUES (?, ?, ?)",
                [(*fact, seal(FIRST, *fact)) for fact in facts.items()],
            )

    def close(self) -> None:
        """Close the file."""
        self._witness.close()
        with suppress(self._sqlite.Error):  # all that was acknowledged is synced already
            self._connection.close()

    def _data_version(self) -> int:
        return self._pragma("data_version")

    def _pragma(self, name: str) -> int:
        row = self._one(f"PRAGMA {name}")
        return int(row[0]) if row else 0

    def _one(self, question: str, *values: object) -> tuple[Any, ...] | None:
        """Give the first row that answers a question, None for none."""
        with self._faults_told():
            row: tuple[Any, ...] | None = self._connection.execute(question, values).fetchone()
            return row


def fact_in(path: Path, name: str) -> str:
    """Give a fact of a journal that is not open, and hold nothing else in it against what was written.

    One that cannot be read as it lies, its log left by a stop, is opened. Raises as Journal does.
    """
    import apsw  # noqa: PLC0415 - as in Journal

    if planted_at(path) is None:  # a pipe would be waited for
        way = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_NOFOLLOW
        with suppress(apsw.Error, OSError), closing(apsw.Connection(to_be_read(path), way)) as database:
            found = database.execute("SELECT value, seal FROM fact WHERE name = ?", (name,)).fetchone()
            if found is None or is_whole(found[1], name, found[0]):
                return str(found[0]) if found else ""
    with closing(Journal(path)) as journal:
        return journal.fact(name)


def _row(seq: int, at: float, who: str, act: str, body: str) -> Row:
    return Row(seq, at, who, Act.of(act), body)
