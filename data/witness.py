"""A witness beside a journal: how far it had come, so that rows that are gone from its end are missed.

The journal's log is a file of its own, and SQLite opens a journal without it as if nothing had been in
it. The witness is written after each commit and is never synced: after a power cut it may be older
than the journal, which is no news, but it is never newer.
"""

from __future__ import annotations

import os
import struct
from binascii import crc32
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from data.files import FILE_MODE, is_planted
from data.seal import BYTES

SUFFIX: Final = "-mark"
"""What is put behind the journal's name, as SQLite puts -wal."""

_TESTIMONY: Final = struct.Struct(f">Q{BYTES}sI")
"""The number and the seal of a row, and a checksum of both: it may have been cut off while it was written."""

_ASKED: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FLAGS: Final = _ASKED | os.O_RDWR | os.O_CREAT


class Mark(NamedTuple):
    """A row that was written: its number and its seal."""

    seq: int
    seal: bytes


class Witness:
    """The witness of the journal at a path. It is no loss when it cannot be written."""

    def __init__(self, journal: Path, *, kept: bool = True) -> None:
        """Open it, made where there is none; only to be asked where it is not `kept`."""
        self._path = journal.with_name(journal.name + SUFFIX)
        self._descriptor: int | None = None
        with suppress(OSError):
            if not is_planted(self._path):
                self._descriptor = os.open(self._path, _FLAGS if kept else _ASKED, FILE_MODE)

    def saw(self, mark: Mark) -> None:
        """Note the row that was written last."""
        if self._descriptor is not None:
            with suppress(OSError):
                os.pwrite(self._descriptor, _TESTIMONY.pack(*mark, _check(mark)), 0)

    def tells(self) -> Mark | None:
        """Give the row that was seen last; None for none, or when what stands there cannot be relied on."""
        if self._descriptor is None:
            return None
        with suppress(OSError, struct.error):
            seq, seal, check = _TESTIMONY.unpack(os.pread(self._descriptor, _TESTIMONY.size, 0))
            mark = Mark(seq, seal)
            return mark if _check(mark) == check else None
        return None

    def close(self) -> None:
        """Close the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _check(mark: Mark) -> int:
    return crc32(mark.seal, mark.seq & 0xFFFFFFFF)
