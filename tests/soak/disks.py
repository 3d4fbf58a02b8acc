"""Disks that fail: one that forgets what was not synced when the power goes, and one that fails at a call."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

import apsw

SECTOR: Final = 512
"""Bytes that reach the disk together or not at all."""

USUAL: Final = "unix"
"""SQLite's own way to the files, which ours stands in for."""


class Done(NamedTuple):
    """Something that was done to a file: `act` is write, cut, sync, remove, or a word of the test's own."""

    act: str
    name: str
    at: int = 0
    data: bytes = b""


class File(apsw.VFSFile):
    """A file of a disk that we stand in for."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:  # noqa: ANN401 - apsw's own
        self._disk = disk
        self._name = Path(name.filename() if hasattr(name, "filename") else name or "").name
        super().__init__(USUAL, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        def write(part: bytes) -> Callable[[], None]:
            return lambda: super(File, self).xWrite(part, offset)

        self._disk.do(
            Done("write", self._name, offset, bytes(data)), write(data), write(data[: len(data) // 2])
        )

    def xTruncate(self, size: int) -> None:
        self._disk.do(Done("cut", self._name, size), lambda: super(File, self).xTruncate(size))

    def xSync(self, flags: int) -> None:
        self._disk.do(Done("sync", self._name), lambda: super(File, self).xSync(flags))


class Disk(apsw.VFS):
    """A disk that notes what is done to it, and fails where it is told to."""

    def __init__(self) -> None:
        self.done: list[Done] = []
        self.fails: Callable[[Done], Exception | None] = lambda _done: None
        """Says whether something that is about to be done fails."""
        self.takes_half = False
        """Whether half of what is written reaches the file when a write fails, as on a disk that fills up."""
        super().__init__(f"a disk of ours, {id(self)}", USUAL, makedefault=True)

    def do(self, done: Done, really: Callable[[], None], half: Callable[[], None] = lambda: None) -> None:
        """Do something to a file, or fail, having done half of it perhaps."""
        error = self.fails(done)
        if error is not None:
            if self.takes_half:
                half()
                self.done.append(done._replace(data=done.data[: len(done.data) // 2]))
            raise error
        really()
        self.done.append(done)

    def xOpen(self, name: Any, flags: list[int]) -> File:  # noqa: ANN401 - SQLite's name for it
        return File(self, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        self.do(Done("remove", Path(name).name, int(sync)), lambda: super(Disk, self).xDelete(name, sync))


@contextmanager
def disk_of_ours() -> Iterator[Disk]:
    """Let SQLite use a disk of ours for a while."""
    try:
        yield Disk()
    finally:
        apsw.set_default_vfs(USUAL)


class Powered:
    """A disk's files as its log goes: what is synced, and what may or may not have reached the disk."""

    def __init__(self) -> None:
        self.synced: dict[str, bytearray] = {}
        self._waiting: dict[str, list[Done]] = {}

    def go_on(self, done: Done) -> None:
        """Take in what was done next."""
        match done.act:
            case "write" | "cut":
                self.synced.setdefault(done.name, bytearray())
                self._waiting.setdefault(done.name, []).append(done)
            case "sync":
                for each in self._waiting.pop(done.name, []):
                    carry_out(self.synced[done.name], each)
            case "remove":
                self.synced.pop(done.name, None)
                self._waiting.pop(done.name, None)

    def after_a_cut(self, luck: random.Random) -> dict[str, bytes]:
        """Give the files as a power cut may leave them: of what waits, any sectors have reached the disk."""
        left = {name: bytearray(data) for name, data in self.synced.items()}
        for name, waiting in self._waiting.items():
            for done in waiting:
                for piece in pieces(done, luck):
                    carry_out(left[name], piece)
        return {name: bytes(data) for name, data in left.items()}


def pieces(done: Done, luck: random.Random) -> Iterator[Done]:
    """Give those parts of something that was done that have reached the disk."""
    chance = luck.choice((0.0, 0.5, 0.5, 1.0))
    if done.act == "cut":
        if luck.random() < chance:
            yield done
        return
    for start in range(0, len(done.data), SECTOR):
        if luck.random() < chance:
            yield Done("write", done.name, done.at + start, done.data[start : start + SECTOR])


def carry_out(data: bytearray, done: Done) -> None:
    """Let a file be as it is after something was done to it."""
    if done.act == "cut":
        del data[done.at :]
        return
    data.extend(bytes(max(0, done.at - len(data))))
    data[done.at : done.at + len(done.data)] = done.data
