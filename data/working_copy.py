"""The files that a meeting or a group is made of here, and whether nothing in them is still to be filed."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from data.archive import Document, documents_in
from data.choosing import choose
from data.clean import clean_line
from data.errors import MalstyrtError
from data.groups import Listed, find_group, listed_at
from data.journal import Journal
from data.language import _
from data.leaders_book import of_meetings, read_book
from data.live import Live
from data.locations import GROUP_FILE, Locations, slug
from data.meeting import Status
from data.saving import DOCUMENT, is_saved


class NotFiledError(MalstyrtError):
    """There is something that no approved document has, or that is still in use: it is not for removal."""

    def __init__(self, reasons: Iterable[str]) -> None:
        lines = "".join(f"\n  {clean_line(reason)}" for reason in reasons)
        message = _("Bare det som er godkjent og arkivert, kan tømmes. Se på dette først:") + lines
        super().__init__(_("Kan ikke tømmes"), message)


class WorkingCopy(NamedTuple):
    """All that is here of a meeting or a group. `name` is its id; `files` hold everything, documents too.

    `meetings` are the ids of the meetings, of which the leader's book may have kept something.
    """

    name: str
    is_group: bool
    documents: tuple[Document, ...]
    files: tuple[Path, ...]
    meetings: frozenset[str]

    @property
    def others(self) -> tuple[Path, ...]:
        """The files among the documents that are none of ours: somebody has put them there."""
        folders = {one.path.parent for one in self.documents}
        beside = (path for path in self.files if any(path.is_relative_to(folder) for folder in folders))
        return tuple(
            path for path in beside if path.suffix not in {".md", ".ics"} and not path.name.startswith(".")
        )


def working_copy(
    locations: Locations, words: str, today: dt.date, *, now: Callable[[], float]
) -> WorkingCopy:
    """Give what is here of the group, or else the meeting, that words name.

    Raises NotFiledError where something is not approved, MalstyrtError where there is no such one, and
    UnreadableError where the leader's book cannot be read.
    """
    folder = _group_folder(locations, words)
    if folder is not None:
        return _of_group(locations, folder, now)
    document = choose(locations, words, today).document
    return _of_meeting(locations, document, now)


def _group_folder(locations: Locations, words: str) -> Path | None:
    """Give the folder of a group, also of one that nobody has made a group of; None for no such folder."""
    group = find_group(locations, words)
    if group is not None:
        return group.path.parent
    folder = locations.group(clean_line(words))
    named = slug(clean_line(words), "") and "/" not in words
    return folder if named and folder.is_dir() else None


def _of_group(locations: Locations, folder: Path, now: Callable[[], float]) -> WorkingCopy:
    documents = tuple(documents_in(locations, folder))
    journals = _journals_of(locations, folder, documents)
    group = listed_at(folder / GROUP_FILE) if (folder / GROUP_FILE).exists() else None
    meetings = _meetings(locations, folder, documents, journals)
    reasons = (
        _still_meets(group),
        _unfiled(documents),
        _unsaved(journals, now),
        _parked(locations, meetings),
    )
    _refuse([reason for each in reasons for reason in each])
    beside = (file for journal in journals for file in _named(locations.state, journal.stem))
    files = dict.fromkeys([*beside, *within(folder)])
    return WorkingCopy(folder.name, True, documents, tuple(files), meetings)


def _of_meeting(locations: Locations, document: Document, now: Callable[[], float]) -> WorkingCopy:
    folder, journal = document.path.parent, locations.journal(document.id)
    documents = tuple(
        one for one in documents_in(locations, folder) if one.id == document.id or one.path == document.path
    )
    meetings = frozenset({document.id})
    unsaved = _unsaved([journal] if journal.exists() else [], now)
    _refuse([*_unfiled(documents), *unsaved, *_parked(locations, meetings)])
    beside = (file for one in documents for file in _called(folder, one.path.stem))
    own = (*_named(locations.state, journal.stem), *_named(locations.data, journal.stem), *beside)
    files = tuple(dict.fromkeys(own))
    return WorkingCopy(document.id, False, documents, files, meetings)


def _refuse(reasons: list[str]) -> None:
    if reasons:
        raise NotFiledError(reasons)


def _still_meets(group: Listed | None) -> Iterator[str]:
    """Say that a group is not closed: what it has agreed stands in no referat alone."""
    if group is not None and group.closed is None:
        yield _("gruppen {name} er ikke avsluttet (F4 i gruppen)").format(name=group.alias)


def _unfiled(documents: Iterable[Document]) -> Iterator[str]:
    for one in documents:
        if one.status != Status.GODKJENT:
            yield _("{file}: {status}").format(file=one.path.name, status=one.status)


def _unsaved(journals: Iterable[Path], now: Callable[[], float]) -> Iterator[str]:
    """Say which journals hold something that no approved document does, as far as they can be read."""
    for path in journals:
        try:
            live = Live(Journal(path), now=now, who="")
        except MalstyrtError as error:
            yield _("{file}: {why}").format(file=path.name, why=error.title)
            continue
        try:
            if live.meeting.status is not Status.GODKJENT or not is_saved(live):
                yield _("{file}: har noe som ikke står i et godkjent referat").format(file=path.name)
        finally:
            live.close()


def _meetings(
    locations: Locations, folder: Path, documents: Iterable[Document], journals: Iterable[Path]
) -> frozenset[str]:
    """Give the ids of a group's meetings, of those too whose document or journal is gone."""
    book = read_book(locations)
    parked = {one.id.rpartition("/")[0] for one in book.parked if one.folder == folder.name}
    return frozenset({*(one.id for one in documents), *(path.stem for path in journals), *parked})


def _parked(locations: Locations, meetings: frozenset[str]) -> Iterator[str]:
    """Say that a matter was parked and not ticked off yet: it stands in no referat."""
    if count := len(of_meetings(read_book(locations), meetings).open):
        yield _("{n} parkerte saker er ikke krysset av").format(n=count)


def _journals_of(locations: Locations, folder: Path, documents: Iterable[Document]) -> list[Path]:
    """Give the journals of a group's meetings, also of one whose document is gone."""
    own = {locations.journal(one.id) for one in documents}
    found = sorted(locations.journals.glob("*.db"))
    return [path for path in found if path in own or _document_of(path).parent == folder]


def _document_of(journal: Path) -> Path:
    try:
        held = Journal(journal)
    except MalstyrtError:
        return Path()
    try:
        return Path(held.fact(DOCUMENT))
    finally:
        held.close()


def within(folder: Path) -> Iterator[Path]:
    """Give every file in a folder and the folders in it; links are files, and are not followed."""
    for where, folders, files in os.walk(folder):
        yield from (Path(where, name) for name in files)
        yield from (path for name in folders if (path := Path(where, name)).is_symlink())


def _named(root: Path, name: str) -> Iterator[Path]:
    """Give every file below a folder that is called by a name, or lies in a folder that is."""
    for path in within(root):
        if any(_is_called(part, name) for part in path.relative_to(root).parts):
            yield path


def _called(folder: Path, name: str) -> Iterator[Path]:
    """Give the files in a folder itself that are called by a name."""
    return (path for path in sorted(folder.iterdir()) if path.is_file() and _is_called(path.name, name))


def _is_called(part: str, name: str) -> bool:
    """Whether a file is called by a name: `name.md`, `name.ics`, `name.db-wal`, `.name.db.lock`."""
    bare = part.removeprefix(".")
    return bare == name or bare.startswith(f"{name}.")


def size_of(files: Iterable[Path]) -> int:
    """Give the bytes that files take."""
    return sum(path.lstat().st_size for path in files if os.path.lexists(path))
