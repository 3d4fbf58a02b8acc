"""The one file that a copy of everything is: a tar file, with a checksum of each part and of it all.

    om-kopien.json    which files there were, and in which folders
    state/…, data/…   the files, each with its SHA-256 in its header
    sjekksum          the SHA-256 of all the bytes before it

What is cut off has no `sjekksum`; what is altered has another. A part can be known to be whole all the same.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, NamedTuple

ABOUT, SUM = "om-kopien.json", "sjekksum"
FORMAT = 1
FOLDERS = ("state", "data", "config")
"""The folders that are copied, in the order they stand."""

_HEADER = "MALSTYRT.sha256"
_CHUNK = 1 << 20

Damage = (tarfile.TarError, OSError, ValueError, EOFError, OverflowError)
"""What reading a spoiled file may raise."""


class About(NamedTuple):
    """What a copy says of itself: all names in it, and where each folder lay."""

    names: tuple[str, ...] = ()
    folders: Mapping[str, str] = {}


class Writer:
    """Writes a copy to a file that is open for it, part by part."""

    def __init__(self, file: BinaryIO, about: About) -> None:
        self._file = _Summing(file)
        self._tar = tarfile.TarFile(fileobj=self._file, mode="w", format=tarfile.PAX_FORMAT)  # type: ignore[arg-type]  # it writes and tells
        said = {"format": FORMAT, "folders": dict(about.folders), "names": list(about.names)}
        self.add(ABOUT, json.dumps(said, ensure_ascii=True).encode())

    def add(self, name: str, data: bytes) -> None:
        """Add a part."""
        _add(self._tar, name, data)

    def finish(self) -> None:
        """Add the checksum; what has none is cut off."""
        self._file.write(_ending(self._file.digest, self._file.tell()))


class Part(NamedTuple):
    """A part that is whole."""

    name: str
    data: bytes


class Reader:
    """Reads a copy, also one that is cut or altered: what is whole in it."""

    def __init__(self, path: Path) -> None:
        """Look a copy over. Raises OSError where it cannot be read at all."""
        self._path = path
        self.about = About()
        self.whole: tuple[str, ...] = ()
        """The names of the files that are as they were copied."""
        names: list[str] = []
        for part in self._parts():
            if part.name == ABOUT:
                self.about = _about(part.data)
            else:
                names.append(part.name)
        self.whole = tuple(dict.fromkeys(names))
        self.is_whole = self._is_whole()
        """Whether not a byte is missing or other than it was."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the files that are lost or spoiled, as far as the copy can tell."""
        whole = set(self.whole)
        return tuple(name for name in self.about.names if name not in whole)

    def files(self) -> Iterator[Part]:
        """Give the files that are whole, each once."""
        left = set(self.whole)
        for part in self._parts():
            if part.name in left:
                left.discard(part.name)
                yield part

    def _parts(self) -> Iterator[Part]:
        """Give each part whose checksum is right, and whose name may be trusted."""
        with self._path.open("rb") as file:
            for tar, info in _members(file):
                part = _part(tar, info)
                if part is not None:
                    yield part

    def _is_whole(self) -> bool:
        """Whether the checksum of it all is there, is right, and is the end."""
        with self._path.open("rb") as file:
            ending = [info.offset for _tar, info in _members(file) if info.name == SUM]
            return bool(ending) and _ends_right(file, ending[-1])


class _Summing:
    """A file that is written to, and the checksum of what was."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sum = hashlib.sha256()
        self._written = 0

    def write(self, data: bytes) -> int:
        """Write all of some bytes."""
        self._file.write(data)
        self._sum.update(data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        """Give how many bytes are written."""
        return self._written

    @property
    def digest(self) -> str:
        """The checksum of what is written."""
        return self._sum.hexdigest()


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(data), 0o600
    info.pax_headers = {_HEADER: hashlib.sha256(data).hexdigest()}
    tar.addfile(info, io.BytesIO(data))


def _ending(digest: str, before: int) -> bytes:
    """Give the end of a copy: the checksum of the bytes `before`, and the zeros that end a tar file."""
    buffer = io.BytesIO()
    _add(tarfile.TarFile(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT), SUM, f"{digest}\n".encode())
    ending = buffer.getvalue() + bytes(2 * tarfile.BLOCKSIZE)
    return ending + bytes(-(before + len(ending)) % tarfile.RECORDSIZE)


def _ends_right(file: BinaryIO, before: int) -> bool:
    """Whether a file ends with the checksum of the bytes before it, and nothing else."""
    file.seek(0)
    found, left = hashlib.sha256(), before
    while left and (piece := file.read(min(left, _CHUNK))):
        found.update(piece)
        left -= len(piece)
    return file.read() == _ending(found.hexdigest(), before)


def _members(file: BinaryIO) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """Give every member that has a header; where one is spoiled, on from the next block that is one."""
    size = file.seek(0, io.SEEK_END)
    tar = _opened(file, size)
    while tar is not None and tar.offset < size:
        before = tar.offset
        try:
            info = tar.next()
        except Damage:
            tar.offset = max(tar.offset, before) + tarfile.BLOCKSIZE
            continue
        if info is None:
            return
        yield tar, info


def _opened(file: BinaryIO, size: int) -> tarfile.TarFile | None:
    """Open a tar file at the first block that it can be opened at."""
    for start in range(0, size, tarfile.BLOCKSIZE):
        file.seek(start)
        with suppress(*Damage):
            return tarfile.TarFile(fileobj=file, ignore_zeros=True, errorlevel=1)
    return None


def _part(tar: tarfile.TarFile, info: tarfile.TarInfo) -> Part | None:
    """Give a member as it was copied; None where it is not, or is none of ours."""
    if not info.isreg() or not _is_ours(info.name):
        return None
    data = b""
    with suppress(*Damage):
        file = tar.extractfile(info)
        data = file.read() if file else b""
    right = hashlib.sha256(data).hexdigest() == info.pax_headers.get(_HEADER)
    return Part(info.name, data) if right else None


def _is_ours(name: str) -> bool:
    """Whether a name is one that we give: in one of the folders, with no way out of it."""
    path = PurePosixPath(name)
    inside = len(path.parts) > 1 and path.parts[0] in FOLDERS and ".." not in path.parts
    return name == ABOUT or (inside and "\0" not in name)


def _about(data: bytes) -> About:
    """Read what a copy says of itself; nothing, for what is of another format."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        said: dict[str, Any] = json.loads(data)
        if said["format"] == FORMAT:
            folders = {str(name): str(path) for name, path in said["folders"].items()}
            return About(tuple(map(str, said["names"])), folders)
    return About()
