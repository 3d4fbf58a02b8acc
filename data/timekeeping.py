"""A meeting's own clock, which nobody sets, and what the machine's clocks say beside it.

The clock on the wall may be set by hours, by hand or by the net, and the machine may sleep. Instants in a
meeting (seconds since 1970, UTC) are therefore the wall's when the meeting was taken up, and from then on
what the machine has run since, sleep counted. Its terminals on one machine go by the same clock.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from data.language import in_a_row, ngettext

LONG_BREAK = 3 * 3600.0
"""Seconds without a change after which a meeting is taken up anew: its plan and its clock begin again."""

NAP = 60.0
"""Seconds: a sleep shorter than this is counted without a word."""

SET_BY = 30.0
"""Seconds: a wall's clock that is set by less is put right, not set."""


class Reading(NamedTuple):
    """What a machine's clocks say at once, in seconds.

    `wall` since 1970, UTC, as somebody has set it; `awake` that it has run, but not while it slept, and
    `running` sleep counted, both from some instant; `boot` is another each time it is started, "" where
    that is not known.
    """

    wall: float
    awake: float
    running: float
    boot: str = ""


class Machine:
    """The clocks of a machine. Called as a function it gives the wall's."""

    def __call__(self) -> float:
        """Give the instant by the clock on the wall."""
        return self.reading().wall

    def reading(self) -> Reading:
        """Give what all the clocks say now."""
        raise NotImplementedError


class Slept(NamedTuple):
    """That the machine slept for some seconds from the instant `at`."""

    at: float
    seconds: float


class MeetingClock:
    """Gives the instants of one meeting, when called."""

    def __init__(self, now: Callable[[], float], known: str = "", last_at: float = 0.0) -> None:
        """Go by the clocks of a Machine; any other `now` is a clock that nobody sets and never sleeps.

        `known` is what the meeting went by before (`said`), and is gone by still unless the machine was
        started anew since, or it is long since the meeting's last change (`last_at`).
        """
        self._read = now.reading if isinstance(now, Machine) else lambda: _one_clock(now())
        first = self._read()
        self._boot = first.boot
        self._ahead = first.wall - first.running
        boot, _space, ahead = known.partition(" ")
        if boot and boot == first.boot and float(ahead) + first.running - last_at <= LONG_BREAK:
            self._ahead = float(ahead)
        self._slept = first.running - first.awake
        self._looked_at = self()

    def __call__(self) -> float:
        """Give the instant."""
        return self._read().running + self._ahead

    @property
    def said(self) -> str:
        """What other terminals in the meeting need to go by this clock, "" where they cannot."""
        return f"{self._boot} {self._ahead!r}" if self._boot else ""

    def wall(self) -> float:
        """Give the instant by the clock on the wall: for the day, and for times of day."""
        return self._read().wall

    def look(self) -> Slept | None:
        """Give the machine's sleep since it was last looked for, None where there was none to speak of."""
        now = self._read()
        slept, looked_at = now.running - now.awake - self._slept, self._looked_at
        self._slept += slept
        self._looked_at = now.running + self._ahead
        return Slept(looked_at, slept) if slept >= NAP else None


def _one_clock(now: float) -> Reading:
    return Reading(now, now, now)


def in_words(seconds: float) -> str:
    """Give a stretch of time in hours and minutes, at least a minute."""
    hours, minutes = divmod(max(1, round(seconds / 60)), 60)
    words = []
    if hours:
        words.append(ngettext("{n} time", "{n} timer", hours).format(n=hours))
    if minutes:
        words.append(ngettext("{n} minutt", "{n} minutter", minutes).format(n=minutes))
    return in_a_row(words)
