"""The faults that are tried, by their ids, and how many times each is.

`make test` tries each a tenth as often as `make soak`, or less where a try is dear. A test of a fault is
named after it, `test_K3_…`, wherever it stands, so that the id finds it.
"""

from __future__ import annotations

import os
import random
import re
import secrets
from typing import Final, NamedTuple

WHOLE: Final = bool(os.environ.get("MALSTYRT_SOAK"))
"""Whether this is `make soak`."""

NAME: Final = re.compile(r"test_(?P<fault>[A-Z]\d+)_")
"""How a test of a fault is named."""


class Tries(NamedTuple):
    """How often a fault is tried by `make soak`, and by `make test`."""

    soak: int
    test: int


TRIES: Final = {
    "K1": Tries(500, 60),  # kills
    "K2": Tries(50, 3),  # of each signal
    "K3": Tries(30, 2),  # of each way to hang up, at each pace of painting
    "K4": Tries(20, 1),  # of each way to ignore the hang-up
    "K5": Tries(3, 1),  # stalls
    "K6": Tries(20, 2),
    "K7": Tries(20, 1),
    "K8": Tries(20, 1),  # of each end that tmux can give
    "K9": Tries(200, 20),  # bursts of random bytes, in each kind of field
    "K10": Tries(10, 1),  # of each mistake
    "K11": Tries(3, 1),  # of each want
    "K12": Tries(5000, 500),  # images of a disk
    "J1": Tries(10_000, 80),  # courses of a meeting in three terminals
    "J2": Tries(500, 100),  # pairs of texts
    "J3": Tries(2000, 100),  # changes by each of three programs
    "J6": Tries(2000, 60),  # flipped bytes
    "J7": Tries(20, 2),  # viewers killed, in each way that they are kept from writing
    "F2": Tries(5000, 200),  # names
    "F4": Tries(10_000, 300),  # swaps of what is written
    "F6": Tries(50, 5),
    "U1": Tries(300, 30),  # orders of each list of names
}

STALL: Final = 600.0 if WHOLE else 40.0
"""Seconds that a terminal stands still."""

STOP: Final = 60.0 if WHOLE else 1.0
"""Seconds that a program is stopped."""


def times(fault: str) -> int:
    """Give how many times a fault is tried now."""
    tries = TRIES[fault]
    return tries.soak if WHOLE else tries.test


def chance(fault: str, part: object = "") -> random.Random:
    """Give the chance that decides when and how; MALSTYRT_SEED, printed when a test fails, plays it again."""
    seed = os.environ.get("MALSTYRT_SEED") or str(secrets.randbelow(2**32))
    print(f"MALSTYRT_SEED={seed}")  # noqa: T201 - shown when the test fails
    return random.Random(f"{seed}:{fault}:{part}")  # noqa: S311 - to be played again, not to be secret
