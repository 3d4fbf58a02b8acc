"""Something that was looked at: how it is, and what to do where it is not as it should be."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How something is. The values are what other programs read."""

    GOOD = "ok"
    DOUBTFUL = "vurder"
    BAD = "feil"


class Finding(NamedTuple):
    """`subject` is a stable name for what was looked at, `words` how it is, `remedy` what to do about it."""

    subject: str
    level: Level
    words: str
    remedy: str = ""
