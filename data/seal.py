"""The seal of a journal's row: finds any byte of it that has changed, and any row before it that is gone.

Two CRC-32: that of the row itself, and that of the seal before it with this one. It is made against
accidents, of which a CRC finds every one of up to four bytes in a row, and costs next to nothing.
"""

from __future__ import annotations

from binascii import crc32

OWN = 4
"""Bytes of a seal that are the row's own; as many again tie it to the row before."""

BYTES = 2 * OWN

FIRST = b""
"""What comes before a row that a meeting begins with: it needs nothing of what was."""


def seal(before: bytes, *contents: object) -> bytes:
    """Give the seal of a row with some contents, where `before` is the seal of the row before it."""
    own = _own(contents)
    return own + crc32(before + own).to_bytes(OWN)


def is_whole(sealed: bytes, *contents: object) -> bool:
    """Say whether a row still holds what it was sealed with, whatever has become of the rows before it."""
    return _own(contents) == sealed[:OWN]


def follows(before: bytes, sealed: bytes) -> bool:
    """Say whether a row was sealed right after the one with the seal `before`."""
    return crc32(before + sealed[:OWN]).to_bytes(OWN) == sealed[OWN:]


def _own(contents: tuple[object, ...]) -> bytes:
    return crc32("\0".join(map(str, contents)).encode()).to_bytes(OWN)
