"""What has become of the files since they were last looked at.

Each group's folder has a print: its files with their stamps, as one number. Only in a folder whose
print is another one is it worked out which files have changed, so that looking through an archive
costs little more than the file system takes for it.
"""

from __future__ import annotations

import hashlib
import os
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from data.archive import is_meeting


class Changes(NamedTuple):
    """Files that are new or not as they were, the newest names first, and those that are gone.

    Paths are relative to the folder of all groups. `prints` are those of the folders that have
    changed, b"" of one that is gone; they hold when all the files have been taken in.
    """

    written: list[str]
    gone: list[str]
    prints: dict[str, bytes]


def changes(groups: Path, prints: Mapping[str, bytes], known_in: Callable[[str], dict[str, int]]) -> Changes:
    """Compare the files of every group with what is known of them.

    `prints` are the folders' prints from the last time; `known_in` gives the paths in a folder,
    each with the stamp it was taken in by.
    """
    found = Changes([], [], {})
    left = set(prints)
    for folder in _folders(groups):
        left.discard(folder)
        names, stamps = _files(f"{groups}/{folder}")
        made = _print(names, stamps)
        if made != prints.get(folder):
            found.prints[folder] = made
            _compare(found, [f"{folder}/{name}" for name in names], stamps, known_in(folder))
    for folder in left:
        found.prints[folder] = b""
        found.gone.extend(known_in(folder))
    found.written.sort(key=_by_name, reverse=True)
    return found


def stamp(found: os.stat_result) -> int:
    """Give what tells one writing of a file from another.

    When it was written, when that or its name was set, and its length: no tool that changes a
    file, or puts another in its place with the old date, leaves all three.
    """
    return found.st_mtime_ns + found.st_ctime_ns + found.st_size


def _compare(found: Changes, paths: list[str], stamps: array[int], known: dict[str, int]) -> None:
    """Add what has changed among the files of a folder."""
    pairs = zip(paths, stamps, strict=True)
    found.written.extend(path for path, made in pairs if known.pop(path, None) != made)
    found.gone.extend(known)


def _folders(groups: Path) -> Iterator[str]:
    """Give the names of the groups' folders."""
    with suppress(OSError), os.scandir(groups) as folders:
        yield from (folder.name for folder in folders if folder.name[0] != "." and folder.is_dir())


def _files(folder: str) -> tuple[list[str], array[int]]:
    """Give the names and the stamps of the documents in a folder; none in one that is closed to us."""
    names: list[str] = []
    stamps = array("q")
    with suppress(OSError), os.scandir(folder) as files:
        for file in files:
            if is_meeting(file.name):
                stamps.append(stamp(file.stat(follow_symlinks=False)))
                names.append(file.name)
    return names, stamps


def _print(names: list[str], stamps: array[int]) -> bytes:
    """Give what stands for files with their stamps."""
    said = os.fsencode("/".join(names)) + b"/" + stamps.tobytes()
    return hashlib.blake2b(said, digest_size=16).digest()


def _by_name(path: str) -> str:
    return path.rpartition("/")[2]
