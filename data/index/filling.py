"""Documents taken into the index, the newest first, so many at a time that others get their turn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.archive import UNREADABLE
from data.clean import clean_line
from data.errors import UnreadableError
from data.files import read_bytes
from data.head import HEAD_BYTES, Head, read_head
from data.index.database import PLACES_A_DAY, writing
from data.index.facts import Facts, facts_of
from data.index.knowing import kept_path, remember
from data.index.lines import text_of, unescaped
from data.index.noticing import Changes, stamp
from data.index.tidying import pack
from data.index.words import small, words

if TYPE_CHECKING:
    import apsw

AT_A_TIME = 400
"""Documents in one go; a fifth of a second or so."""

MANY = 2000
"""Documents taken in at once after which it pays to lay the whole index anew: it is smaller and quicker."""


class Page(NamedTuple):
    """A file as it goes into the index. `day` is its date, or else when it was written."""

    path: str
    stamp: int
    day: int
    head: Head | None
    facts: Facts
    words: set[str]


def fill(
    database: apsw.Connection, groups: Path, changes: Changes, go_on: Callable[[int, int], bool]
) -> None:
    """Bring the index in step with files that have changed; when it is ended early, what is done stands.

    `go_on` is told how many are done, and of how many; it gives whether to go on.
    """
    done, total = 0, len(changes.written) + len(changes.gone)
    for paths in _batches(changes.gone):
        with writing(database):
            _forget(database, paths)
        done += len(paths)
    for paths in _batches(changes.written):
        if not go_on(done, total):
            return
        pages = [page for path in paths if (page := _page(groups, path))]
        with writing(database):
            _forget(database, paths)
            _take_in(database, pages)
        done += len(paths)
    if changes.prints:
        with writing(database):
            remember(database, changes.prints)
    if total > MANY:
        pack(database)
    if total:
        go_on(done, total)


def _batches(paths: Sequence[str]) -> Iterable[Sequence[str]]:
    return (paths[at : at + AT_A_TIME] for at in range(0, len(paths), AT_A_TIME))


def _page(groups: Path, path: str) -> Page | None:
    """Read a file; None when it is there no more. What is no meeting is found by its words all the same."""
    file = groups / path
    try:
        found = file.lstat()
    except OSError:
        return None
    written = dt.datetime.fromtimestamp(found.st_mtime, dt.UTC).toordinal()
    try:
        data = read_bytes(file)
    except UnreadableError:
        return Page(path, stamp(found), written, None, Facts(), set())
    head = read_head(data[:HEAD_BYTES])
    text = text_of(data).text
    day = head.date.toordinal() if head and head.date else written
    facts = facts_of(text) if head else Facts()
    return Page(path, stamp(found), day, head, facts, words(small(unescaped(text))))


def _forget(database: apsw.Connection, paths: Iterable[str]) -> None:
    """Take out what is known of some files."""
    for path in paths:
        place = database.execute("SELECT place FROM document WHERE path = ?", (kept_path(path),)).get
        if place is None:
            continue
        database.execute("DELETE FROM holding WHERE rowid = ?", (place,))
        for table, column in (("document", "place"), ("goal", "document"), ("tiltak", "document")):
            database.execute(f"DELETE FROM {table} WHERE {column} = ?", (place,))  # noqa: S608 - names of ours
        database.execute("INSERT OR REPLACE INTO fact VALUES ('untidy', 1)")


def _take_in(database: apsw.Connection, pages: Sequence[Page]) -> None:
    """Put pages in. The search takes them fastest with their places rising."""
    placed = _placed(database, pages)
    newest = {word: place for place, page in placed for word in page.words}
    database.executemany(
        "INSERT INTO word(text, newest) VALUES (?, ?) "
        "ON CONFLICT DO UPDATE SET newest = excluded.newest WHERE excluded.newest > newest",
        sorted(newest.items()),
    )
    database.executemany(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((place, kept_path(page.path), page.stamp, *_listed(page)) for place, page in placed),
    )
    database.executemany(
        "INSERT INTO holding(rowid, words) VALUES (?, ?)",
        ((place, " ".join(page.words)) for place, page in placed),
    )
    database.executemany(
        "INSERT OR IGNORE INTO goal VALUES (?, ?, ?, ?)",
        ((place, *goal) for place, page in placed for goal in page.facts.goals),
    )
    database.executemany(
        "INSERT OR IGNORE INTO tiltak VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((place, *tiltak) for place, page in placed for tiltak in page.facts.tiltak),
    )


def _listed(page: Page) -> tuple[str, ...]:
    """Give what a list shows of a page; an id that no file names is made when it is shown."""
    head = page.head
    if head is None:
        return "", clean_line(page.path.partition("/")[0]), "", "", UNREADABLE, ""
    date = head.date.isoformat() if head.date else ""
    return head.id, head.group, head.kind, date, head.status, "\n".join(page.facts.people)


def _placed(database: apsw.Connection, pages: Sequence[Page]) -> list[tuple[int, Page]]:
    """Give each page a place of its own on its day, in the order of the places."""
    last: dict[int, int] = {}
    placed: list[tuple[int, Page]] = []
    for page in sorted(pages, key=lambda page: (page.day, page.path)):
        day = page.day
        while last.setdefault(day, _last_place(database, day)) == (day + 1) * PLACES_A_DAY - 1:
            day -= 1
        last[day] += 1
        placed.append((last[day], page))
    return sorted(placed, key=itemgetter(0))


def _last_place(database: apsw.Connection, day: int) -> int:
    """Give the last place that is taken on a day, or the one before its first."""
    first = day * PLACES_A_DAY
    query = "SELECT max(place) FROM document WHERE place BETWEEN ? AND ?"
    last: int | None = database.execute(query, (first, first + PLACES_A_DAY - 1)).get
    return first - 1 if last is None else last
