"""The files of rules that users write themselves, checked: all that is wrong in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.files import read_bytes
from data.profile_file import read_profile
from data.table import Mistake, TableError

SUFFIX = ".toml"
"""What the name of such a file ends with."""

READERS: dict[str, Callable[[Path], object]] = {"profiler": read_profile}
"""What reads a file, by the name of the folder that it belongs in."""


def mistakes(file: Path) -> tuple[Mistake, ...]:
    """Give all that is wrong in a file, a profile where its folder says nothing else.

    Raises UnreadableError for one that is not there or no file at all.
    """
    read_bytes(file)
    read = READERS.get(file.absolute().parent.name, read_profile)
    try:
        read(file)
    except TableError as error:
        return error.mistakes
    return ()
