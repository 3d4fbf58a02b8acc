"""A working copy removed for good once what it holds is filed, with a receipt that holds nothing of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from data import dates
from data.archive import Document
from data.clean import clean_line
from data.errors import MalstyrtError, NotSavedError
from data.files import read_bytes, remove, write_whole
from data.instants import time_of_day, today
from data.language import _
from data.leaders_book import change_book, without_meetings
from data.locations import Locations, slug
from data.markdown.escaping import inline
from data.working_copy import WorkingCopy, within

RECEIPTS = "kvitteringer"
"""The folder of the receipts, beside that of the groups."""


class Filing(NamedTuple):
    """Where the municipality has the documents now, in the user's words, and since when."""

    place: str
    day: dt.date


class NotEmptiedError(NotSavedError):
    """Something could not be removed: it is named, and asking again goes on with it."""

    def __init__(self, left: Iterable[Path]) -> None:
        names = "".join(f"\n  {clean_line(str(path))}" for path in left)
        super().__init__(
            _("Ikke alt er tømt"), _("Dette kunne ikke slettes. Se på tilgangen og prøv igjen:") + names
        )


def filing(place: str, day: dt.date | None, working: WorkingCopy, now: dt.date) -> Filing:
    """Give where and when a working copy was filed. Raises MalstyrtError where that cannot be so."""
    title = _("Ikke tømt")
    if not clean_line(place):
        raise MalstyrtError(title, _("Skriv hvor det er arkivert, for eksempel sakssystem og saksnummer."))
    if day is None:
        raise MalstyrtError(title, _("Skriv datoen det ble arkivert, for eksempel 20.11.2026."))
    held = max((one.date for one in working.documents if one.date), default=dt.date.min)
    if not held <= day <= now:
        raise MalstyrtError(
            title,
            _(
                "{day} kan ikke være rett: det er før møtet, eller ikke kommet ennå. Skriv den med årstall."
            ).format(day=dates.written(day)),
        )
    return Filing(clean_line(place), day)


def empty(locations: Locations, working: WorkingCopy, filed: Filing, *, now: float, who: str) -> Path:
    """Remove a working copy, and give the path of the receipt.

    What is derived from the documents goes whole, for words of them are all over it. The receipt is
    written first and says so when all is done. Raises NotSavedError, with nothing removed, when it
    cannot be written, and NotEmptiedError.
    """
    receipt = _free_name(locations.data / RECEIPTS, f"{today(now)}-{slug(working.name, 'uten-navn')}")
    lines = _receipt(working, filed, now, who)
    write_whole(receipt, "\n".join([*lines, _("- **Status:** begynt"), ""]))
    change_book(locations, lambda book: without_meetings(book, working.meetings))
    left = [path for path in (*working.files, *within(locations.cache)) if not _is_removed(path)]
    if left:
        raise NotEmptiedError(left)
    _remove_empty_folders(working, locations)
    write_whole(receipt, "\n".join([*lines, _("- **Status:** alt er slettet"), ""]))
    return receipt


def _free_name(folder: Path, name: str) -> Path:
    """Give a name that no receipt has: none is ever written over."""
    number = 1
    while os.path.lexists(path := folder / f"{name}{f'-{number}' if number > 1 else ''}.md"):
        number += 1
    return path


def _receipt(working: WorkingCopy, filed: Filing, now: float, who: str) -> list[str]:
    """Give what is kept: what was removed by whom, where it is now, and how to know it there."""
    kind = _("gruppen") if working.is_group else _("møtet")
    return [
        f"# {_('Kvittering: arbeidskopi tømt')}",
        "",
        f"- **{_('Tømt')}:** {dates.in_table(today(now))} {time_of_day(now):%H.%M}",
        f"- **{_('Av')}:** {inline(clean_line(who))}",
        f"- **{_('Hva')}:** {kind} {inline(clean_line(working.name))}",
        f"- **{_('Arkivert i')}:** {inline(filed.place)}",
        f"- **{_('Arkivert')}:** {dates.in_table(filed.day)}",
        *(_checksum(document) for document in working.documents),
    ]


def _checksum(document: Document) -> str:
    """Give what a document was, so that whoever has it can see that it is the same."""
    name = inline(clean_line(document.id))
    return f"- **{_('Dokument')}:** {name}, SHA-256 {hashlib.sha256(read_bytes(document.path)).hexdigest()}"


def _is_removed(path: Path) -> bool:
    """Remove a file; say whether it is gone, by us or by somebody else."""
    try:
        remove(path)
    except NotSavedError:
        return not os.path.lexists(path)
    return True


def _remove_empty_folders(working: WorkingCopy, locations: Locations) -> None:
    """Remove the folders that nothing is left in, the innermost first; ours that everything lies in stay."""
    ours = {locations.data, locations.groups, locations.state, locations.journals}
    folders = {
        parent for path in working.files for parent in path.parents if locations.data in parent.parents
    }
    for folder in sorted(folders - ours, key=lambda folder: len(folder.parts), reverse=True):
        with suppress(OSError):
            folder.rmdir()
