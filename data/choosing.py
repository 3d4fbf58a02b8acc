"""Which document somebody means: by its id, by its file, or the one to lead now."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from data.archive import GOING_ON, Document, document_at, documents
from data.clean import clean_line
from data.errors import MalstyrtError
from data.files import is_same
from data.language import _
from data.locations import Locations

SHOWN = 8
"""How many meetings an error lists for the user to choose from."""


class Choice(NamedTuple):
    """A document, in words why it is that one where nobody named it, and whether its file was named."""

    document: Document
    words: str = ""
    by_file: bool = False


def choose(locations: Locations, target: str, today: dt.date) -> Choice:
    """Give the document that `target` names: an id, a file, or "" for the meeting to lead now.

    Raises MalstyrtError when there is none, or when it may be several, which are listed.
    """
    if not target:
        return to_lead(documents(locations), today)
    if _looks_like_a_file(target):
        return Choice(document_at(locations, _file(locations, target)), by_file=True)
    return Choice(_by_id(locations, target))


def to_lead(archive: list[Document], today: dt.date) -> Choice:
    """Give the meeting to lead now.

    That is today's, then one that is begun, then the next to come, then the only one not held.
    """
    open_ones = [document for document in archive if document.status in GOING_ON]
    coming = min((d.date for d in open_ones if d.date and d.date > today), default=None)
    ranks = [
        ([d for d in open_ones if d.date == today], _("Dagens møte")),
        ([d for d in open_ones if d.live], _("Møtet som er begynt")),
        ([d for d in open_ones if d.date and d.date == coming], _("Neste møte")),
        (open_ones, _("Det eneste møtet som ikke er holdt")),
    ]
    for found, words in ranks:
        if len(found) == 1:
            return Choice(found[0], f"{words}: {name(found[0])}")
        if found:
            raise _several(found)
    raise MalstyrtError(
        _("Ingen møter å lede"), _("Lag ett med «malstyrt ny --fra FIL», eller prøv «malstyrt demo».")
    )


def name(document: Document) -> str:
    """Give a document's name for people."""
    date = document.date.isoformat() if document.date else _("uten dato")
    return clean_line(f"{document.group} · {document.kind} · {date} · {document.id}")


def _looks_like_a_file(target: str) -> bool:
    return "/" in target or target.endswith(".md") or Path(target).is_file()


def _file(locations: Locations, target: str) -> Path:
    """Give the file that `target` leads to; one of the archive by the path that the archive has it by.

    Links are the user's own, the file's too, which is opened where it lies. The id of a document that
    names none is made of its path, so that path is the same however the file is named.
    """
    file = Path(target).expanduser().resolve()
    with suppress(OSError):  # there is no archive yet
        for folder in locations.groups.iterdir():
            if is_same(folder, file.parent):
                return folder / file.name
    return file


def _by_id(locations: Locations, meeting_id: str) -> Document:
    """Give the document with an id, or with the only id that begins so."""
    archive, meeting_id = documents(locations), clean_line(meeting_id)
    exact = [document for document in archive if document.id == meeting_id]
    found = exact or [document for document in archive if document.id.startswith(meeting_id)]
    if exact or len(found) == 1:
        return found[0]
    if found:
        raise _several(found)
    raise MalstyrtError(
        _("Fant ikke møtet"),
        _("Ingen møter heter {id}. «malstyrt liste» viser dem som finnes.").format(id=meeting_id),
    )


def _several(found: list[Document]) -> MalstyrtError:
    names = "".join(f"\n  {name(document)}" for document in found[:SHOWN])
    return MalstyrtError(_("Flere møter kan være ment"), _("Si hvilket, med ID:") + names)
