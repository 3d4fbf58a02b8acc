"""The documents: a Markdown file per meeting, found, listed, read and kept without losing any.

Loads nothing heavy: home shows the list before a model or a parser is needed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.clean import clean_line
from data.errors import NotSavedError, UnreadableError
from data.files import read_bytes, write_whole
from data.language import _
from data.locations import GROUP_FILE, UNGROUPED, Locations, digest, slug

if TYPE_CHECKING:
    from data.meeting import Meeting

UNREADABLE = "kan ikke leses"
"""The status of a file in the archive that is no meeting."""

GOING_ON = frozenset({"innkalling", "utkast"})
"""The statuses of a meeting that is still to be held or finished."""

FINISHED = frozenset({"referat", "til merknad", "lest opp", "godkjent"})
"""The statuses of a meeting that was held and whose referat is finished."""

_PLAIN_LETTERS = str.maketrans("æøå", "aoa")


class Document(NamedTuple):
    """What the list shows of a file: `live` says that a meeting not yet finished has a journal."""

    id: str
    group: str
    kind: str
    date: dt.date | None
    status: str
    path: Path
    live: bool


class SavedBesideError(NotSavedError):
    """Somebody changed the file meanwhile: theirs still stands, ours is in `beside`."""

    def __init__(self, path: Path, beside: Path) -> None:
        message = _(
            "{path} er endret av noen andre. Den er ikke rørt; ditt ligger i {beside}. Slå dem sammen."
        )
        super().__init__(_("Lagret ved siden av"), message.format(path=path.name, beside=beside))
        self.beside = beside


def documents(locations: Locations) -> list[Document]:
    """Give every document of the archive, newest first; those without a date by when they were written."""
    return _listed(locations, _entries(locations.groups))


def documents_in(locations: Locations, folder: Path) -> list[Document]:
    """Give the documents of one group's folder, newest first as in the archive."""
    return _listed(locations, _meetings(folder))


def documents_beside(locations: Locations, path: Path) -> list[Document]:
    """Give the documents in the folder of one, itself not among them."""
    return [document for document in documents_in(locations, path.parent) if document.path.name != path.name]


def _listed(locations: Locations, entries: list[os.DirEntry[str]]) -> list[Document]:
    """Give what the list shows of some files, newest first."""
    found = [(_age(entry), document_at(locations, Path(entry.path))) for entry in entries]
    found.sort(key=lambda pair: (pair[1].date or pair[0], str(pair[1].path)), reverse=True)
    return [document for _written, document in found]


def document_at(locations: Locations, path: Path) -> Document:
    """Give what the list shows of one file, from its first lines."""
    from data.head import HEAD_BYTES, read_head  # noqa: PLC0415 - a search reads no heads

    try:
        head = read_head(read_bytes(path, HEAD_BYTES))
    except UnreadableError:
        head = None
    if head is None:
        group = clean_line(path.parent.name)
        return Document(made_id(path, group, None), group, "", None, UNREADABLE, path, live=False)
    meeting_id = head.id or made_id(path, head.group, head.date)
    live = head.status in GOING_ON and locations.journal(meeting_id).exists()
    return Document(meeting_id, head.group, head.kind, head.date, head.status, path, live)


def save(path: Path, text: str, *, known: Collection[str]) -> None:
    """Put `text` in the document at `path`, unless somebody else has changed what stands there.

    `known` are fingerprints of what we read or wrote there. Raises NotSavedError, the old file
    untouched, and SavedBesideError when the text was put in a file beside it instead.
    """
    if not os.path.lexists(path):
        write_whole(path, text)
        return
    standing = _fingerprint_at(path)
    if standing in known:
        write_whole(path, text)
    elif standing != fingerprint(text.encode()):
        beside = _beside(path)
        write_whole(beside, text)
        raise SavedBesideError(path, beside)


def fingerprint(data: bytes) -> str:
    """Give what tells one content of a file from another."""
    return hashlib.sha256(data).hexdigest()


def document_path(locations: Locations, meeting: Meeting, folder: Path | None = None) -> Path:
    """Give where a meeting's document lies or shall lie, never another meeting's place.

    `folder` is the group's, where it is another than the alias names.
    """
    date = meeting.date.isoformat() if meeting.date else "uten-dato"
    kind = slug(meeting.kind.value.translate(_PLAIN_LETTERS), "mote")
    folder = folder or locations.group(meeting.group)
    number = 1
    while True:
        path = folder / f"{date}-{kind}{f'-{number}' if number > 1 else ''}.md"
        if not os.path.lexists(path) or document_at(locations, path).id == meeting.id:
            return path
        number += 1


def new_id(meeting: Meeting) -> str:
    """Give an id that no other meeting has."""
    day = meeting.date.isoformat() if meeting.date else "uten-dato"
    return f"{slug(meeting.group, UNGROUPED)}-{day}-{os.urandom(3).hex()}"


def made_id(path: Path, group: str, date: dt.date | None) -> str:
    """Give the id of a meeting whose file names none: the same each time the file is opened."""
    day = date.isoformat() if date else "uten-dato"
    return f"{slug(group, UNGROUPED)}-{day}-{digest(os.path.abspath(path))}"  # noqa: PTH100 - links stay


def _entries(groups: Path) -> list[os.DirEntry[str]]:
    """Give the Markdown files of every group."""
    files: list[os.DirEntry[str]] = []
    for folder in _scan(groups):
        if folder.is_dir() and not folder.name.startswith("."):
            files += _meetings(folder.path)
    return files


def _meetings(folder: Path | str) -> list[os.DirEntry[str]]:
    """Give the Markdown files of one group."""
    return [file for file in _scan(folder) if is_meeting(file.name)]


def is_meeting(name: str) -> bool:
    """Whether a file in a group's folder is a meeting's, by its name."""
    return name.endswith(".md") and not name.startswith(".") and name != GROUP_FILE


def _scan(folder: Path | str) -> list[os.DirEntry[str]]:
    """Give what lies in a folder; nothing for one that is not there or is closed to us."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _age(entry: os.DirEntry[str]) -> dt.date:
    """Give the date a file was written."""
    try:
        return dt.datetime.fromtimestamp(entry.stat(follow_symlinks=False).st_mtime, dt.UTC).date()
    except OSError:
        return dt.date.min


def _fingerprint_at(path: Path) -> str:
    """Give the fingerprint of what stands at a path, "" for what is no ordinary file we may read."""
    try:
        return fingerprint(read_bytes(path))
    except UnreadableError:
        return ""


def _beside(path: Path) -> Path:
    """Give a free name beside a document that somebody else changed."""
    number = 1
    while True:
        beside = path.with_suffix(f".konflikt{f'-{number}' if number > 1 else ''}.md")
        if not os.path.lexists(beside):
            return beside
        number += 1
