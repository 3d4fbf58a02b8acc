"""What files say, for whoever looks at all of them again and again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from data.index.noticing import stamp

Said = TypeVar("Said")
"""What is read from a file."""


class _Known(NamedTuple, Generic[Said]):
    """What a file said, and what tells the writing of it that this was read from."""

    stamp: int
    said: Said


class KnownFiles(Generic[Said]):
    """Reads files; one that is as it was when it was last read is not read anew.

    What they say is in memory alone, and goes with them: see `forget_all_but`.
    """

    def __init__(self, read: Callable[[Path], Said]) -> None:
        self._read = read
        self._known: dict[Path, _Known[Said]] = {}

    def open(self, path: Path) -> Said:
        """Give what a file says now. Raises as reading it does."""
        before, known = _stamp(path), self._known.pop(path, None)
        if known is None or known.stamp != before:
            known = _Known(before, self._read(path))
        self._known[path] = known
        return known.said

    def forget_all_but(self, paths: Iterable[Path]) -> None:
        """Forget what the files elsewhere said: what is removed is not to be kept here."""
        self._known = {path: self._known[path] for path in paths if path in self._known}


def _stamp(path: Path) -> int:
    """Give what tells the writing of a file, 0 for none that is there: reading it says what is wrong."""
    try:
        return stamp(os.lstat(path))
    except OSError:
        return 0
