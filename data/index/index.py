"""The index as the program uses it: look at what has changed, list, search."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from data.alphabet import in_order
from data.archive import GOING_ON, Document, made_id
from data.errors import UnreadableError
from data.files import read_bytes
from data.groups import aliases, find_group
from data.index import database, knowing, noticing, searching, tidying
from data.index.database import BrokenError
from data.index.filter import Filter
from data.index.hits import Hit, Wanted
from data.index.words import small
from data.locations import Locations

T = TypeVar("T")

GoOn = Callable[[int, int], bool]
"""Told how many documents are taken in, and of how many; gives whether to go on."""

MOST_HITS = 50
"""Documents that a search gives, the newest."""

ANY = Filter()


class Index:
    """An open index. Several programs, and several threads with one each, may use the same file.

    One that is damaged is made anew without a word: all of it comes from the documents.
    """

    def __init__(self, locations: Locations) -> None:
        """Open the index of an archive; it is empty until `look` has been called.

        Where nothing can be written it is in memory, and looks by itself before it answers: slowly, but
        as truly.
        """
        self._locations = locations
        try:
            self._database = database.connect(locations.search_index)
        except BrokenError:
            self._database = database.anew(locations.search_index)
        self._has_looked = bool(self._database.filename)
        """Whether it holds what some look has taken in; one in memory begins with nothing."""

    def __enter__(self) -> Self:
        """Give the index."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def look(self, go_on: GoOn = lambda _done, _total: True) -> int:
        """Notice what has become of the files and bring the index in step; give how many had changed.

        `go_on` is told how far it has come and says whether to go on.
        """
        self._has_looked = True
        try:
            return self._mended(lambda: self._look(go_on))
        except database.unwritable():
            self._database.close()
            self._database = database.in_memory()
            return self._look(go_on)
        except database.busy():  # somebody else is taking in the same files
            return 0

    def documents(self, wanted: Filter = ANY, *, most: int | None = None) -> list[Document]:
        """Give the documents that a filter lets through, the newest first, and `most` of them."""
        return self._mended(lambda: [self._document(row) for row in self._rows(wanted, most)])

    def search(self, query: str, wanted: Filter = ANY, *, most: int = MOST_HITS) -> list[Hit]:
        """Give the newest documents that hold every word of a query, none for a query without words.

        A word is found inside longer ones too. What a file holds now is what counts: one that has
        changed since the last look is no hit unless it still holds the words.
        """
        return self._mended(lambda: self._search(query, wanted, most))

    def values(self, column: str) -> list[str]:
        """Give the different values of a column, such as "group" or "status", among the documents."""
        return self._mended(
            lambda: sorted(filter(None, searching.values(self._database, column)), key=in_order)
        )

    def people(self) -> set[str]:
        """Give the names of all who took part in a meeting."""
        return {name for names in self.values("people") for name in names.split("\n")}

    def days(self, *, but: Collection[str]) -> dict[str, list[dt.date]]:
        """Give the days of each group's documents, by its alias in small letters, but for some statuses.

        All groups are gone through at once: there may be thousands, and to find one is to go through them.
        """
        return self._mended(lambda: self._days(but))

    def tidy(self) -> None:
        """Take out of the file every word that no document holds any more, now or another time."""
        with suppress(database.busy(), *database.unwritable()):
            self._mended(lambda: tidying.tidy(self._database))

    def _mended(self, work: Callable[[], T]) -> T:
        """Do something with the index, after making it anew when it turns out to be damaged."""
        try:
            with database.told_broken():
                if not self._has_looked:
                    self._has_looked = True
                    self._look(lambda _done, _total: True)
                return work()
        except BrokenError:
            self._database.close()
            self._database = database.anew(self._locations.search_index)
            self._look(lambda _done, _total: True)
            return work()

    def _look(self, go_on: GoOn) -> int:
        groups = self._locations.groups
        prints = knowing.prints(self._database)
        changes = noticing.changes(groups, prints, lambda folder: knowing.known_in(self._database, folder))
        if changes.prints:
            from data.index.filling import fill  # noqa: PLC0415 - mostly nothing has changed

            fill(self._database, groups, changes, go_on)
        return len(changes.written) + len(changes.gone)

    def _whole(self, wanted: Filter) -> Filter:
        """Give a filter that lets through all of a group's documents, whatever they call it."""
        group = find_group(self._locations, wanted.group) if wanted.group else None
        if group is None:
            return wanted
        return wanted._replace(former=(group.alias, *aliases(group.former)))

    def _rows(self, wanted: Filter, most: int | None) -> list[searching.Row]:
        """Give the documents by their date, or when they were written, and then by their path."""
        newest = itertools.islice(searching.rows(self._database, self._whole(wanted)), most)
        return sorted(newest, key=lambda row: (row.day, row.path), reverse=True)

    def _days(self, but: Collection[str]) -> dict[str, list[dt.date]]:
        found: dict[str, list[dt.date]] = {}
        day = cache(dt.date.fromisoformat)  # one of each day, for however many documents
        for group, date in searching.days(self._database, but):
            found.setdefault(small(group), []).append(day(date))
        return found

    def _search(self, query: str, wanted: Filter, most: int) -> list[Hit]:
        asked = Wanted(query)
        hits: list[Hit] = []
        if not asked.terms:
            return hits
        groups = str(self._locations.groups)
        for row in searching.candidates(self._database, asked.terms, self._whole(wanted)):
            with suppress(UnreadableError):
                if lines := asked.lines_in(read_bytes(f"{groups}/{row.path}")):
                    hits.append(Hit(self._document(row), lines))
            if len(hits) == most:
                break
        return hits

    def _document(self, row: searching.Row) -> Document:
        path = Path(f"{self._locations.groups}/{row.path}")
        name = row.id or made_id(path, row.group, row.date)
        live = row.status in GOING_ON and self._locations.journal(name).exists()
        return Document(name, row.group, row.kind, row.date, row.status, path, live)
