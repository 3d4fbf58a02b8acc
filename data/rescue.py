"""A damaged journal made whole: what could be read goes on, and the damaged file is kept aside."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from data.errors import NotSavedError
from data.files import alone, copy_synced, sync_folder
from data.journal import Act, Journal, Row
from data.journal_errors import DamagedError, NoJournalError, TakenElsewhereError
from data.language import _, ngettext
from data.salvage import Remains, salvage
from data.witness import SUFFIX, Witness

LOG, SHARED = "-wal", "-shm"
"""What SQLite puts behind a journal's name for the files beside it."""

_READERS = (0x40000002, 510)
"""Where in a file SQLite's programs lock it for as long as they have it open: from, and how many bytes."""


class Rescued(NamedTuple):
    """A journal that was made whole: how many rows it has, how many are lost, where the damaged one is."""

    rows: int
    lost: int
    damaged: Path

    @property
    def words(self) -> str:
        """Tell of it."""
        if not self.lost:
            return _(
                "Journalen var skadet, men alt er hentet fram. Den skadde filen er beholdt: {path}"
            ).format(path=self.damaged)
        there_were = self.rows + self.lost
        return ngettext(
            "Journalen var skadet. {n} av {all} endring er hentet fram; se over møtet. "
            "Den skadde filen er beholdt: {path}",
            "Journalen var skadet. {n} av {all} endringer er hentet fram; se over møtet. "
            "Den skadde filen er beholdt: {path}",
            there_were,
        ).format(n=self.rows, all=there_were, path=self.damaged)


def rescue(path: Path, otherwise: str | None, *, at: float, who: str) -> Rescued | None:
    """Make a damaged journal whole; None where somebody else has done so meanwhile.

    `otherwise` is the meeting (JSON) to begin with where the one it began with is lost. Raises
    NoJournalError when nothing of a journal is found, TakenElsewhereError while another program has
    it open, and NotSavedError; the damaged file is then as it was.
    """
    with alone(path):
        if _is_whole(path):
            return None
        _see_that_nobody_has_it(path)
        remains = _remains(path, otherwise, at, who)
        damaged = _kept_aside(path)
        _put_in_place(path, remains)
        return Rescued(len(remains.rows), remains.lost, damaged)


def _is_whole(path: Path) -> bool:
    """Say whether a journal is as it was written."""
    try:
        journal = Journal(path)
    except DamagedError:
        return False
    try:
        journal.after(0)
    except DamagedError:
        return False
    finally:
        journal.close()
    return True


def _see_that_nobody_has_it(path: Path) -> None:
    """Raise TakenElsewhereError while another program has the journal open."""
    if os.name != "posix":
        return
    import fcntl  # noqa: PLC0415 - not on every system

    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _READERS[1], _READERS[0])
        except OSError as error:
            raise TakenElsewhereError(path) from error


def _remains(path: Path, otherwise: str | None, at: float, who: str) -> Remains:
    """Give what is left of a journal, with a meeting to begin with."""
    witness = Witness(path)
    mark = witness.tells()
    witness.close()
    remains = salvage(path, mark.seq if mark else 0)
    if not (remains.rows or remains.facts or mark):
        raise NoJournalError(path)
    if not remains.rows or remains.rows[0].act is not Act.BEGIN:
        if otherwise is None:
            raise NoJournalError(path)
        return remains._replace(rows=[Row(0, at, who, Act.BEGIN, otherwise), *remains.rows])
    return remains


def _kept_aside(path: Path) -> Path:
    """Copy a damaged journal and its log, and give where the copy is."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}-skadet-{number}")):
        number += 1
    copy_synced(path, aside)
    if _beside(path, LOG).exists():
        copy_synced(_beside(path, LOG), _beside(aside, LOG))
    return aside


def _put_in_place(path: Path, remains: Remains) -> None:
    """Write a journal of what is left, and let it stand in the damaged one's place.

    The witness goes last: as long as the old one stands, a stop in between is found like any damage.
    """
    fresh = _beside(path, "-ny")
    for suffix in ("", LOG, SHARED, SUFFIX):
        _beside(fresh, suffix).unlink(missing_ok=True)
    journal = Journal(fresh)
    with journal.writing():
        for row in remains.rows:
            journal.append(row.at, row.who, row.act, row.body)
    journal.remember(**remains.facts)
    journal.close()
    try:
        for suffix in (LOG, SHARED):  # a log that is not its own would spoil the new one
            _beside(path, suffix).unlink(missing_ok=True)
        fresh.replace(path)
        with suppress(FileNotFoundError):
            _beside(fresh, SUFFIX).replace(_beside(path, SUFFIX))
        sync_folder(path.parent)
    except OSError as error:
        raise NotSavedError(
            _("Journalen er skadet"), _("Den kunne ikke byttes ut: {path}").format(path=path)
        ) from error


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
