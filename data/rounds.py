"""The round-robin and its clocks, pure: every act gives a new round, every clock is computed."""

from __future__ import annotations

from enum import StrEnum

from data.part import Part

SOFT_SECONDS = 60
"""The first, soft signal: a speaker has from one to three minutes (S0, S1)."""
FIRM_SECONDS = 180
"""The second, firm signal."""


class Place(StrEnum):
    """Where a speaker is in a round."""

    WAITING = "venter"
    DONE = "har talt"
    SKIPPED = "hoppet over"
    LEFT = "gått"


class Turn(Part):
    """One speaker's turn; `id` is the speaker's.

    `spent` seconds on the floor before the clock was last started, `extra` seconds added to both
    limits. `limited` is False for the bruker, whom nothing counts down.
    """

    place: Place = Place.WAITING
    spent: float = 0.0
    extra: int = 0
    limited: bool = True


class Round(Part):
    """A round in one step; `id` is the step's. Turns stand in speaking order.

    `speaker` has the floor, "" before the first and after the last. `since` is the instant
    (seconds since 1970, UTC) at which the clock was started, None while it stands still.
    """

    turns: tuple[Turn, ...] = ()
    speaker: str = ""
    since: float | None = None
    soft: int = SOFT_SECONDS
    firm: int = FIRM_SECONDS
