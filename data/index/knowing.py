"""What the index knows of the files themselves: their paths, and how they were when they were taken in."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import apsw


def prints(database: apsw.Connection) -> dict[str, bytes]:
    """Give the print of each folder as it was when all in it had been taken in."""
    return {shown_path(name): made for name, made in database.execute("SELECT name, print FROM folder")}


def known_in(database: apsw.Connection, folder: str) -> dict[str, int]:
    """Give the paths that are known in a folder, each with its stamp."""
    found: dict[str, int] = {}
    for first, after in (
        (f"{folder}/", f"{folder}0"),
        (os.fsencode(f"{folder}/"), os.fsencode(f"{folder}0")),
    ):
        with suppress(UnicodeEncodeError):
            rows = database.execute(
                "SELECT path, stamp FROM document WHERE path >= ? AND path < ?", (first, after)
            )
            found |= {shown_path(path): made for path, made in rows}
    return found


def remember(database: apsw.Connection, made: dict[str, bytes]) -> None:
    """Keep the prints of folders that are in the index whole; those that are gone are forgotten."""
    database.executemany(
        "INSERT OR REPLACE INTO folder VALUES (?, ?)",
        ((kept_path(name), each) for name, each in made.items()),
    )
    database.execute("DELETE FROM folder WHERE print = x''")


def kept_path(path: str) -> str | bytes:
    """Give a path as it is kept: as bytes where its name is no text."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def shown_path(kept: str | bytes) -> str:
    """Give a path that is kept."""
    return os.fsdecode(kept) if isinstance(kept, bytes) else kept
