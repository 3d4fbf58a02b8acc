"""How a journal can be kept where it lies: with a log that several programs share, or more carefully."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

MOUNTS: Final = Path("/proc/self/mountinfo")

NETWORK: Final = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|afs|ceph|gfs2?|gpfs|lustre|ocfs2|glusterfs|vboxsf|virtiofs|ncpfs|coda"
    r"|fuse\.(?!ext|fuseblk|ntfs)\w[\w.-]*"
)
"""File systems that other machines may write to, as Linux names them. A program in user space (`fuse.…`)
is taken for one: most of them are (sshfs, gluster, rclone), and care costs little."""

MENDED: Final = ((3, 44, 6), (3, 50, 7), (3, 51, 3))
"""The SQLite versions where the fault was mended by which two who write to a log may spoil it; see
sqlite.org/wal.html#walresetbug. Each is mended in the versions after it with the same second number,
the last in all after it."""


class Keeping(NamedTuple):
    """How SQLite is told to keep a journal. `alone` lets no other program in while it is open."""

    log: bool
    alone: bool

    @property
    def pragmas(self) -> tuple[str, ...]:
        """Give what SQLite is told. Both ways sync every change before it is acknowledged."""
        lock = ("locking_mode=EXCLUSIVE",) if self.alone else ()
        return (*lock, *(("journal_mode=WAL", "synchronous=FULL") if self.log else _CAREFULLY))


_CAREFULLY: Final = ("journal_mode=DELETE", "synchronous=EXTRA")


def keeping_of(folder: Path, sqlite: str, mounts: Path = MOUNTS) -> Keeping:
    """Give how a journal in a folder is kept by an SQLite version.

    A shared log needs memory that all programs share, so it is for one machine alone. On a network
    there is none, and its locks are not to be relied on, so one program has the journal to itself.
    """
    network = on_network(folder, mounts)
    return Keeping(log=not network and shares_logs(sqlite), alone=network)


def shares_logs(sqlite: str) -> bool:
    """Say whether an SQLite version lets two programs share a log without ever spoiling it."""
    version = tuple(map(int, sqlite.split(".")))
    if version >= MENDED[-1]:
        return True
    return any(version[:2] == mended[:2] and version >= mended for mended in MENDED)


def on_network(folder: Path, mounts: Path = MOUNTS) -> bool:
    """Say whether a folder lies on a file system that other machines may write to; not known is no."""
    return NETWORK.fullmatch(file_system(folder, mounts)) is not None


def file_system(folder: Path, mounts: Path = MOUNTS) -> str:
    """Give the kind of file system that a folder lies on, as Linux names it; "" where that is not known."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    place, found, kind = folder.resolve(), Path(), ""
    for line in lines:
        before, _, after = line.partition(" - ")
        mounted = Path(_unescaped(before.split()[4]))
        # Of two on the same place, the last one covers the first.
        if place.is_relative_to(mounted) and len(mounted.parts) >= len(found.parts):
            found, kind = mounted, after.split()[0]
    return kind


def _unescaped(name: str) -> str:
    """Give a folder's name as it is: blanks and backslashes stand as octal numbers there."""
    return re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), name)
