"""The groups as their files say, for whoever looks at all of them again and again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from data.group import Group
from data.groups import open_group
from data.index.noticing import stamp


class _Known(NamedTuple):
    """A group, and what tells the writing of its file that it was read from."""

    stamp: int
    group: Group


class KnownGroups:
    """Opens groups; one whose file is as it was when it was last read is not read anew.

    They are in memory alone, and go with their files: see `forget_all_but`.
    """

    def __init__(self) -> None:
        self._known: dict[Path, _Known] = {}

    def open(self, path: Path) -> Group:
        """Give a group as its file has it now. Raises UnreadableError."""
        before, known = _stamp(path), self._known.pop(path, None)
        if known is None or known.stamp != before:
            known = _Known(before, open_group(path).group)
        self._known[path] = known
        return known.group

    def forget_all_but(self, paths: Iterable[Path]) -> None:
        """Forget the groups that have their files elsewhere: what is removed is not to be kept here."""
        self._known = {path: self._known[path] for path in paths if path in self._known}


def _stamp(path: Path) -> int:
    """Give what tells the writing of a file, 0 for none that is there: reading it says what is wrong."""
    try:
        return stamp(os.lstat(path))
    except OSError:
        return 0
