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
from data.files import is_same
from data.groups import Listed, folder_named, listed_at
from data.journal import fact_in
from data.language import _, ngettext
from data.leaders_book import of_meetings, read_book
from data.live import Live
from data.locations import GROUP_FILE, Locations
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
    folder = folder_named(locations, words) if clean_line(words) and "/" not in words else None
    return folder if folder and folder.is_dir() else None


def _of_group(locations: Locations, folder: Path, now: Callable[[], float]) -> WorkingCopy:
    documents = tuple(documents_in(locations, folder))
    journals = _journals_of(locations, folder, documents)
    group = listed_at(folder / GROUP_FILE) if (folder / GROUP_FILE).exists() else None
    meetings = _meetings(locations, folder, documents, journals)
    reasons = (
        _still_meets(group),
        _unfiled(documents),
        _of_others(locations, documents),
        _unsaved(journals, now),
        _parked(locations, meetings),
    )
    _refuse(reasons)
    files = dict.fromkeys([*_kept(locations, {journal.stem for journal in journals}), *within(folder)])
    return WorkingCopy(folder.name, True, documents, tuple(files), meetings)


def _of_meeting(locations: Locations, document: Document, now: Callable[[], float]) -> WorkingCopy:
    folder, journal = document.path.parent, locations.journal(document.id)
    there = documents_in(locations, folder)
    found = [one for one in there if one.id == document.id or one.path == document.path]
    documents = tuple(found or [document])
    others = {one.path for one in there if one not in documents} | {folder / GROUP_FILE}
    meetings = frozenset({document.id})
    journals = [journal] if journal.exists() else []
    reasons = (
        _unfiled(documents),
        _of_others(locations, documents),
        _unsaved(journals, now),
        _parked(locations, meetings),
    )
    _refuse(reasons)
    own = {journal.stem, *(one.path.stem for one in documents)}
    beside = (*(one.path for one in documents), *_beside(folder, own, others))
    files = dict.fromkeys([*_kept(locations, {journal.stem}), *beside])
    return WorkingCopy(document.id, False, documents, tuple(files), meetings)


def _refuse(reasons: Iterable[Iterable[str]]) -> None:
    if told := [reason for each in reasons for reason in each]:
        raise NotFiledError(told)


def _still_meets(group: Listed | None) -> Iterator[str]:
    """Say that a group is not closed: what it has agreed stands in no referat alone."""
    if group is not None and group.closed is None:
        yield _("gruppen {name} er ikke avsluttet (F4 i gruppen)").format(name=group.alias)


def _unfiled(documents: Iterable[Document]) -> Iterator[str]:
    for one in documents:
        if one.status != Status.GODKJENT:
            yield _("{file}: {status}").format(file=one.path.name, status=one.status)


def _of_others(locations: Locations, documents: Iterable[Document]) -> Iterator[str]:
    """Say which documents have the id of a meeting elsewhere: what is kept of that one is not theirs."""
    for one in documents:
        other = _document_of(locations.journal(one.id))
        if other.is_file() and not is_same(other.parent, one.path.parent):
            yield _("{file}: har samme ID som {other}; er det en kopi, så slett den selv").format(
                file=one.path.name, other=other
            )


def _unsaved(journals: Iterable[Path], now: Callable[[], float]) -> Iterator[str]:
    """Say which journals hold something that no approved document does, as far as they can be read."""
    for path in journals:
        try:
            live = Live.open(path, now=now, who="")
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
        yield ngettext(
            "{n} parkert sak er ikke krysset av", "{n} parkerte saker er ikke krysset av", count
        ).format(n=count)


def _journals_of(locations: Locations, folder: Path, documents: Iterable[Document]) -> list[Path]:
    """Give the journals of a group's meetings, also of one whose document is gone."""
    own = {locations.journal(one.id) for one in documents}
    found = sorted(locations.journals.glob("*.db"))
    return [path for path in found if path in own or _document_of(path).parent == folder]


def _document_of(journal: Path) -> Path:
    """Give where the document of a journal was last saved; no file where nothing says so."""
    try:
        return Path(fact_in(journal, DOCUMENT)) if journal.is_file() else Path()
    except MalstyrtError:
        return Path()


def within(folder: Path) -> Iterator[Path]:
    """Give every file in a folder and the folders in it; links are files, and are not followed."""
    for where, folders, files in os.walk(folder):
        yield from (Path(where, name) for name in files)
        yield from (path for name in folders if (path := Path(where, name)).is_symlink())


def _kept(locations: Locations, names: set[str]) -> Iterator[Path]:
    """Give every file among the journals and beside them that is called by a name, or whose folder is.

    The names are those of journals, which have no dot. An id may be written by hand: what all meetings share
    goes with none of them, whatever it is called.
    """
    shared = (locations.journals.name, locations.leaders_book.stem)
    for path in within(locations.state):
        first, *parts = path.relative_to(locations.state).parts
        if not any(_is_called(first, name) for name in shared):
            parts.append(first)
        if any(part.removeprefix(".").partition(".")[0] in names for part in parts):
            yield path


def _beside(folder: Path, own: set[str], others: set[Path]) -> Iterator[Path]:
    """Give the files in a folder itself that are called by a name of our own.

    Not those of `others`, and not what lies beside them: that is called by their names, or by a longer one
    than ours.
    """
    theirs = {path.stem for path in others}
    names = sorted(own | theirs, key=len, reverse=True)
    for path in sorted(folder.iterdir()):
        called = next((name for name in names if _is_called(path.name, name)), "")
        if called in own - theirs and path not in others and path.is_file():
            yield path


def _is_called(part: str, name: str) -> bool:
    """Whether a file is called by a name: `name.md`, `name.ics`, `name.db-wal`, `.name.db.lock`."""
    bare = part.removeprefix(".")
    return bare == name or bare.startswith(f"{name}.")


def size_of(files: Iterable[Path]) -> int:
    """Give the bytes that files take."""
    return sum(path.lstat().st_size for path in files if os.path.lexists(path))
