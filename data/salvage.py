"""What is still whole in a damaged journal, wherever in its files it lies.

A row is known by its seal (data.seal), so nothing that SQLite keeps around the rows needs to be right:
no header, no tree of pages, no checksum of the log. What is read here of SQLite's format is how it
writes a record, at the end of sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from data.journal import Act, Row
from data.seal import BYTES, FIRST, follows, is_whole

PAGE: Final = 4096
"""Bytes of a page; SQLite's own choice, which a journal leaves as it is."""

LOG_HEADER, FRAME_HEADER = 32, 24
"""Bytes before the first frame of a log, and before the page in each."""

MOST_LOCAL: Final = PAGE - 35
LEAST_LOCAL: Final = (PAGE - 12) * 32 // 255 - 23
"""Bytes of a record that stand in the page where it begins: all up to MOST_LOCAL, else at least these."""

HEADER: Final = re.compile(
    rb"""(?=[\x07-\x0a] \x00 [\x01-\x09] [\x0d-\xff]{1,2} [\x0d-\x7f] [\x00-\xff]{1,3} \x1c
          | [\x04-\x09] [\x0d-\xff]{1,2} [\x0d-\xff] [\x00-\xff]{0,3} \x1c)""",
    re.VERBOSE,
)
"""Where the header of a row or of a fact may begin: its own length, and the kinds of the columns, of
which the last one is a seal (0x1C says eight bytes)."""

_NUMBER_BYTES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8}

Pages = Mapping[int, bytes]
"""Pages by their numbers, the first being 1."""


class Remains(NamedTuple):
    """What is whole: rows in their order, and facts. `lost` counts the rows that are missed among them."""

    rows: list[Row]
    facts: dict[str, str]
    lost: int


class _Found(NamedTuple):
    """A whole row, with its seal."""

    row: Row
    seal: bytes


def salvage(journal: Path, last: int) -> Remains:
    """Give what is whole in the files of a journal, whose `last` row is known to have been written.

    What came before the last row that a meeting begins with is left out: it is of no more use.
    """
    rows: dict[int, list[_Found]] = {}
    facts: dict[str, str] = {}
    for page, around in _pages(journal):
        for contents, sealed, number in _records(page, around):
            match contents:
                case (None, float(at), str(who), str(act), str(body)) if is_whole(
                    sealed, number, at, who, act, body
                ):
                    rows.setdefault(number, []).append(
                        _Found(Row(number, at, who, Act.of(act), body), sealed)
                    )
                case (str(name), str(value)) if is_whole(sealed, name, value):
                    facts[name] = value
    chosen = _chosen(rows)
    begun = max((row.seq for row in chosen if row.act is Act.BEGIN), default=0)
    kept = [row for row in chosen if row.seq >= begun]
    missed = max(last, kept[-1].seq if kept else 0) - max(begun, 1) + 1 - len(kept)
    return Remains(kept, facts, max(0, missed))


def _chosen(rows: Mapping[int, list[_Found]]) -> list[Row]:
    """Give one row for each number: of several, the one that was sealed after the row before it."""
    chosen: list[_Found] = []
    for _number, found in sorted(rows.items()):
        before = chosen[-1].seal if chosen else FIRST
        fits = [each for each in found if follows(before, each.seal)]
        chosen.append((fits or found)[-1])
    return [each.row for each in chosen]


def _pages(journal: Path) -> Iterator[tuple[bytes, Pages]]:
    """Give every page there is, the newest last, each with the pages around it."""
    data = _bytes(journal)
    kept = {at // PAGE + 1: data[at : at + PAGE] for at in range(0, len(data), PAGE)}
    stale, frames = _frames(journal.with_name(journal.name + "-wal"))
    newest = {**kept, **dict(frames)}
    for _number, page in stale:
        yield page, newest
    for page in kept.values():
        yield page, kept
        yield page, newest
    for _number, page in frames:
        yield page, newest


def _frames(log: Path) -> tuple[list[tuple[int, bytes]], list[tuple[int, bytes]]]:
    """Give the numbered pages of a log: those left from before it was begun anew, and its own."""
    data = _bytes(log)
    stale: list[tuple[int, bytes]] = []
    own: list[tuple[int, bytes]] = []
    salt = data[LOG_HEADER + 8 : LOG_HEADER + 16]
    for at in range(LOG_HEADER, len(data), FRAME_HEADER + PAGE):
        frame = data[at : at + FRAME_HEADER + PAGE]
        if len(frame) > FRAME_HEADER:
            numbered = int.from_bytes(frame[:4]), frame[FRAME_HEADER:]
            (own if frame[8:16] == salt else stale).append(numbered)
    return stale, own


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else b""


def _records(page: bytes, around: Pages) -> Iterator[tuple[tuple[Any, ...], bytes, int]]:
    """Give whatever in a page may be a sealed record: its columns, its seal and its number."""
    for found in HEADER.finditer(page):
        with suppress(ValueError, IndexError, struct.error):
            kinds = _kinds(page, found.start())
            if kinds[-1] == 2 * BYTES + 12 and len(kinds) in {3, 6}:
                values = list(
                    _values(_payload(page, found.start(), kinds, around), page[found.start()], kinds)
                )
                yield tuple(values[:-1]), values[-1], _number_before(page, found.start())


def _kinds(page: bytes, at: int) -> list[int]:
    """Give the kinds of the columns, from a record's header."""
    end, kinds = at + page[at], []
    at += 1
    while at < end:
        kind, at = _varint(page, at)
        kinds.append(kind)
    if at != end:
        raise ValueError
    return kinds


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """Give a number of SQLite's own form, and where it ends."""
    value = 0
    while page[at] & 0x80:
        value, at = value << 7 | page[at] & 0x7F, at + 1
    return value << 7 | page[at], at + 1


def _number_before(page: bytes, at: int) -> int:
    """Give the record's number, which stands right before its header."""
    start = at - 1
    while start > 0 and page[start - 1] & 0x80:
        start -= 1
    return _varint(page, start)[0]


def _size(kind: int) -> int:
    """Give the bytes that a column takes."""
    return (kind - 12) // 2 if kind >= 12 else _NUMBER_BYTES.get(kind, 0)


def _payload(page: bytes, at: int, kinds: list[int], around: Pages) -> bytes:
    """Give a record's bytes, also those that went over to other pages. Raises ValueError."""
    size = page[at] + sum(map(_size, kinds))
    if size <= MOST_LOCAL:
        return page[at : at + size]
    local = LEAST_LOCAL + (size - LEAST_LOCAL) % (PAGE - 4)
    local = local if local <= MOST_LOCAL else LEAST_LOCAL
    pieces, left = [page[at : at + local]], size - local
    following = int.from_bytes(page[at + local : at + local + 4])
    while left > 0:
        over = around.get(following, b"")
        if not over:
            raise ValueError
        pieces.append(over[4 : 4 + left])
        left -= PAGE - 4
        following = int.from_bytes(over[:4])
    return b"".join(pieces)


def _values(payload: bytes, at: int, kinds: list[int]) -> Iterator[Any]:
    """Give the columns of a record. Raises ValueError and struct.error for what cannot be one."""
    for kind in kinds:
        piece = payload[at : at + _size(kind)]
        at += _size(kind)
        if len(piece) != _size(kind):
            raise ValueError
        if kind >= 12:
            yield piece.decode() if kind % 2 else piece
        elif kind == 7:
            yield struct.unpack(">d", piece)[0]
        else:
            # An instant without a fraction is kept as a whole number; 8 and 9 are 0 and 1 themselves.
            yield None if kind == 0 else float(int.from_bytes(piece, signed=True) if kind < 8 else kind - 8)
