"""A copy of everything put back, in folders where nothing is."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from data.clean import clean_line
from data.copy_file import FOLDERS, Reader
from data.errors import MalstyrtError, NotSavedError, UnreadableError
from data.files import write_new
from data.journal import Journal
from data.language import _, ngettext
from data.locations import Locations
from data.saving import DOCUMENT
from data.working_copy import within

MOST_NAMED = 20
"""File names that an error lists."""


class DamagedCopyError(MalstyrtError):
    """A copy is cut off or altered; `whole` and `missing` are the files that are and are not as they were."""

    def __init__(self, reader: Reader) -> None:
        self.whole, self.missing = reader.whole, reader.missing
        words = ngettext(
            "Kopien er kuttet eller endret, og er ikke hentet inn. Dette er helt ({n} fil):",
            "Kopien er kuttet eller endret, og er ikke hentet inn. Dette er helt ({n} filer):",
            len(self.whole),
        )
        lines = [words.format(n=len(self.whole)), *_named(self.whole)]
        if self.missing:
            lines += [
                _("Dette mangler eller er skadet ({n}):").format(n=len(self.missing)),
                *_named(self.missing),
            ]
        if self.whole:
            lines.append(_("«--redd» henter inn det som er helt."))
        super().__init__(_("Kopien er skadet"), "\n".join(lines))


def restore(locations: Locations, copy: Path, *, damaged_too: bool = False) -> int:
    """Put the files of a copy where they belong, and give how many they are.

    Of a damaged one what is whole, when that is asked for. Raises DamagedCopyError, UnreadableError
    for what is no copy, and NotSavedError; then nothing is there that was not.
    """
    _see_that_nothing_is_there(locations)
    reader = _read(copy)
    if not reader.is_whole and not damaged_too:
        raise DamagedCopyError(reader)
    with_settings = not any(within(locations.config))
    written: list[Path] = []
    try:
        for part in reader.files():
            folder, _slash, name = part.name.partition("/")
            if folder in FOLDERS and (with_settings or folder != "config"):
                path = getattr(locations, folder) / name
                write_new(path, part.data)
                written.append(path)
        _point_to_the_documents(locations, Path(reader.about.folders.get("data", "")))
    except NotSavedError:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
    return len(written)


def _see_that_nothing_is_there(locations: Locations) -> None:
    for folder in (locations.data, locations.state):
        for path in within(folder):
            message = _("Det ligger noe i {folder}. Velg en tom mappe med --mappe MAPPE.")
            raise MalstyrtError(_("Ikke hentet inn"), message.format(folder=clean_line(str(path.parent))))


def _read(copy: Path) -> Reader:
    """Look a copy over. Raises UnreadableError where there is nothing of a copy in it."""
    name = clean_line(str(copy))
    try:
        reader = Reader(copy)
    except OSError as error:
        raise UnreadableError(_("Kan ikke leses"), _("{name} kan ikke leses.").format(name=name)) from error
    if not reader.whole and not reader.about.names and not reader.is_whole:
        message = _("{name} er ingen sikkerhetskopi fra malstyrt.").format(name=name)
        raise UnreadableError(_("Kan ikke leses"), message)
    return reader


def _point_to_the_documents(locations: Locations, before: Path) -> None:
    """Let the journals know where their documents lie now."""
    for path in sorted(locations.journals.glob("*.db")):
        with suppress(MalstyrtError):  # a damaged one is told of when its meeting is opened
            journal = Journal(path)
            try:
                document = Path(journal.fact(DOCUMENT))
                if before.is_absolute() and document.is_relative_to(before):
                    journal.remember(document=str(locations.data / document.relative_to(before)))
            finally:
                journal.close()


def _named(names: Iterable[str]) -> list[str]:
    lines = [f"  {clean_line(name)}" for name in names]
    more = len(lines) - MOST_NAMED
    return lines if more <= 0 else [*lines[:MOST_NAMED], _("  … og {n} til").format(n=more)]
