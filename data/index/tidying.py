"""The file of the index kept tidy: nothing in it of what is gone, and packed after much has come."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from data.index.database import busy, unwritable, writing

if TYPE_CHECKING:
    import apsw


def tidy(database: apsw.Connection) -> None:
    """Take out of the file what no document holds any more: not even a word of them is left.

    Costs a reading of the whole index; nothing when nothing was taken out since the last time.
    """
    if not database.execute("SELECT value FROM fact WHERE name = 'untidy'").get:
        return
    with writing(database):
        database.execute("INSERT INTO holding(holding) VALUES ('optimize')")
        database.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, holding, row)")
        database.execute("DELETE FROM word WHERE text NOT IN (SELECT term FROM temp.held)")
        database.execute("INSERT INTO inside(inside) VALUES ('optimize')")
        database.execute("DELETE FROM fact WHERE name = 'untidy'")
    database.execute("DROP TABLE temp.held")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def pack(database: apsw.Connection) -> None:
    """Lay the whole index anew, packed; left for another time when somebody else is writing."""
    with suppress(busy(), *unwritable()):
        database.execute("INSERT INTO holding(holding) VALUES ('optimize')")
        database.execute("INSERT INTO inside(inside) VALUES ('optimize')")
        database.execute("VACUUM")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
