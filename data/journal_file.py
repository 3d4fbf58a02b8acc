"""The file of a journal, before SQLite opens it: ours alone, and to be written or only read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from data.errors import NotSavedError
from data.files import FILE_MODE, is_planted, make_folder
from data.journal_errors import PlantedError
from data.language import _

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts behind a journal's name for the files beside it."""


def make_private(path: Path) -> None:
    """Make the file for its owner alone before SQLite opens it; -wal and -shm take after it.

    A file that is there is not opened here: closing it again would give up the locks that SQLite
    holds on it in this process (POSIX locks go with any handle).
    """
    try:
        make_folder(path.parent)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))
        if (planted := planted_at(path)) is not None:
            raise PlantedError(planted)
    except OSError as error:
        raise NotSavedError(
            _("Møtet kan ikke åpnes"),
            _("Journalen kan ikke skrives: {path}. Se etter plass og tilgang.").format(path=path),
        ) from error


def planted_at(path: Path) -> Path | None:
    """Give what stands in the place of the file, or of one beside it, and is none of ours; mostly None."""
    places = (path.with_name(path.name + name) for name in ("", *BESIDE))
    return next(filter(is_planted, places), None)


def may_write(path: Path) -> bool:
    """Say whether we may write in a file and in the folder it lies in, where its log must be."""
    return all(
        os.access(each, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
        for each in (path, path.parent)
    )


def to_be_read(path: Path) -> str:
    """Name a file so that SQLite makes nothing beside it and locks out nobody.

    Where nobody has it open and no log is left, there is nothing to look out for.
    """
    log, shared = (path.with_name(path.name + name) for name in ("-wal", "-shm"))
    way = "readonly_shm=1" if shared.exists() or (log.exists() and log.stat().st_size) else "immutable=1"
    return f"{path.as_uri()}?mode=ro&{way}"
