"""Documents asked for by their facts and their words, the newest first.

A word of a query may stand inside a longer one. Those longer words are looked up first, then the
documents that hold any of them. Words that stand in thousands of others are in so many documents
that reading the newest is quicker.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from data.index.database import PLACES_A_DAY
from data.index.filter import Filter
from data.index.knowing import shown_path
from data.index.words import parts, small, terms

if TYPE_CHECKING:
    import apsw

FEW = 1200
"""So many words that hold a part are all asked for; with more of them, the newest documents are read."""
READ_FIRST = 600
"""The documents read before all words are asked for, however many."""
LEADING = 150
"""The words, of those that hold a part, whose newest documents are asked for before all of theirs."""
TRIGRAM = 3
"""The letters of the shortest part that is looked up."""

_COLUMNS = 'place, path, id, "group", kind, date, status, people'


class Row(NamedTuple):
    """A document as the index knows it; `path` is relative to the folder of all groups."""

    place: int
    path: str
    id: str
    group: str
    kind: str
    date: dt.date | None
    status: str
    people: str

    @property
    def day(self) -> int:
        """The number of its date, or else of the day it was written."""
        return self.date.toordinal() if self.date else self.place // PLACES_A_DAY


class Word(NamedTuple):
    """A word that holds a part; no document that it stands in is beyond the place `newest`."""

    text: str
    newest: int


class Condition(NamedTuple):
    """What a document must be; `{place}` in the SQL stands for its place."""

    sql: str
    values: tuple[str | int, ...]


def rows(database: apsw.Connection, wanted: Filter) -> Iterator[Row]:
    """Give the documents that a filter lets through, the newest first."""
    return _with(database, wanted, _conditions(database, wanted), [])


def candidates(database: apsw.Connection, asked: tuple[str, ...], wanted: Filter) -> Iterator[Row]:
    """Give the documents that may hold all the terms that are asked for, the newest first, and none less."""
    few, many = _holders(database, parts((*asked, *terms(wanted.person))))
    if not all(few):
        return
    conditions = _conditions(database, wanted)
    if few:
        yield from _of_words(database, wanted, conditions, few)
        return
    last: int | None = None
    for row in itertools.islice(_with(database, wanted, conditions, []), READ_FIRST):
        last = row.place
        yield row
    if last is not None:
        everything = [_holding(database, part) for part in many]
        if all(everything):
            older = Condition("{place} < ?", (last,))
            yield from _of_words(database, wanted, [*conditions, older], everything)


def _of_words(
    database: apsw.Connection, wanted: Filter, conditions: list[Condition], holders: list[list[Word]]
) -> Iterator[Row]:
    """Give the documents that hold a word of each list, the newest first.

    Asking for a thousand words takes long, whatever comes of it. Beyond the place where the leading
    ones of a list end, no other word of that list stands: mostly that is as far as anybody reads.
    """
    end = max(words[LEADING].newest if len(words) > LEADING else 0 for words in holders)
    if end:
        leading = [[word for word in words if word.newest > end] for words in holders]
        if all(leading):
            beyond = Condition("{place} > ?", (end,))
            yield from _with(database, wanted, [*conditions, beyond], leading)
        conditions = [*conditions, Condition("{place} <= ?", (end,))]
    yield from _with(database, wanted, conditions, holders)


def _conditions(database: apsw.Connection, wanted: Filter) -> list[Condition]:
    """Give a filter as conditions on the documents, all but the person's."""
    found: list[Condition] = []
    if wanted.year is not None:
        # A crowded day has documents among those of the days before it.
        before, last = (dt.date(min(max(year, 1), 9999), 12, 31) for year in (wanted.year - 2, wanted.year))
        places = (before.toordinal() * PLACES_A_DAY, (last.toordinal() + 1) * PLACES_A_DAY - 1)
        found.append(Condition("{place} BETWEEN ? AND ?", places))
        found.append(
            Condition("date BETWEEN ? AND ?", (f"{wanted.year:04}-01-01", f"{wanted.year:04}-12-31"))
        )
    for column, words, exact in (
        ("group", (wanted.group, *wanted.former), True),
        ("kind", (wanted.kind,), False),
        ("status", (wanted.status,), False),
    ):
        if words[0]:
            known = tuple(
                value
                for value in values(database, column)
                if any(_is(value, one, exact=exact) for one in words)
            )
            found.append(Condition(f'document."{column}" IN ({", ".join("?" * len(known))})', known))
    return found


def values(database: apsw.Connection, column: str) -> list[str]:
    """Give the different texts in a column of the documents."""
    return [text for (text,) in database.execute(f'SELECT DISTINCT "{column}" FROM document')]  # noqa: S608 - a name of ours


def days(database: apsw.Connection, but: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give the group and the date of each document that has both, but for those with some statuses."""
    known = """SELECT "group", date FROM document WHERE "group" != '' AND date != ''"""
    others = f"AND status NOT IN ({', '.join('?' * len(but))})"
    return iter(database.execute(f"{known} {others}", tuple(but)))


def _is(value: str, words: str, *, exact: bool) -> bool:
    return small(value) == small(words) if exact else f" {small(words)}" in f" {small(value)}"


def _with(
    database: apsw.Connection, wanted: Filter, conditions: list[Condition], holders: list[list[Word]]
) -> Iterator[Row]:
    """Give the documents under some conditions that hold a word of each list."""
    source, place = "document", "place"
    if holders:
        source, place = "holding JOIN document ON place = holding.rowid", "holding.rowid"
        match = " AND ".join(f"({' OR '.join(_quoted(word.text) for word in words)})" for words in holders)
        conditions = [Condition("holding MATCH ?", (match,)), *conditions]
    where = " AND ".join(each.sql.format(place=place) for each in conditions) or "1"
    sql = f"SELECT {_COLUMNS} FROM {source} WHERE {where} ORDER BY {place} DESC"  # noqa: S608 - values are bound
    bound = [value for each in conditions for value in each.values]
    person = terms(wanted.person)
    for number, path, name, group, kind, date, status, people in database.execute(sql, bound):
        if not person or all(term in small(people) for term in person):
            day = dt.date.fromisoformat(date) if date else None
            yield Row(number, shown_path(path), name, group, kind, day, status, people)


def _quoted(word: str) -> str:
    return f'"{word}"'


def _holders(database: apsw.Connection, asked: tuple[str, ...]) -> tuple[list[list[Word]], list[str]]:
    """Give the words that hold each part, and the parts that too many words hold."""
    few: list[list[Word]] = []
    many: list[str] = []
    for part in asked:
        if _are_many(database, part):
            many.append(part)
        else:
            few.append(_holding(database, part))
            if not few[-1]:
                break
    return few, many


def _are_many(database: apsw.Connection, part: str) -> bool:
    """Whether more than FEW words hold a part, as nearly all of one or two letters do."""
    query = "SELECT rowid FROM inside WHERE inside MATCH ? LIMIT 1 OFFSET ?"
    return len(part) < TRIGRAM or database.execute(query, (_quoted(part), FEW)).get is not None


def _holding(database: apsw.Connection, part: str) -> list[Word]:
    """Give the words that hold a part, those that stand in the newest documents first."""
    if len(part) < TRIGRAM:
        source, asked = "word WHERE instr(text, ?)", part
    else:
        source, asked = "inside JOIN word ON number = inside.rowid WHERE inside MATCH ?", _quoted(part)
    query = f"SELECT word.text, newest FROM {source} ORDER BY newest DESC"  # noqa: S608 - words of ours
    return list(map(Word._make, database.execute(query, (asked,))))
