"""What wakes a screen when a clock on it next has something else to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

JUST_AFTER = 0.005
"""Seconds after a clock has changed that it is shown, so that it is never read too early."""
LATE = 0.1
"""Seconds behind its clock from which a timer is set anew."""


class Ticker:
    """Calls `tick` each second that a running clock begins, else each minute of the day.

    While a clock runs one timer serves for all its seconds: a new one for each would cost as much as
    the figures it shows.
    """

    def __init__(self, screen: Screen[Any], tick: Callable[[], object]) -> None:
        self._screen = screen
        self._tick = tick
        self._timer: Timer | None = None
        self._repeats = False

    def start(self, elapsed: float | None, now: float) -> None:
        """Follow a clock that shows `elapsed` seconds and runs, or, with None, the time of day."""
        if self._timer is not None:
            self._timer.stop()
        self._repeats = False
        wait = 60 - now % 60 if elapsed is None else 1 - elapsed % 1
        begin = self._tick if elapsed is None else self._begin_seconds
        self._timer = self._screen.set_timer(wait + JUST_AFTER, begin)

    def _begin_seconds(self) -> None:
        self._timer = self._screen.set_interval(1, self._tick)
        self._repeats = True
        self._tick()

    def go_on(self, elapsed: float | None, now: float) -> None:
        """Follow on from a tick: what is still in step is left alone."""
        if not self._repeats or elapsed is None or elapsed % 1 > LATE:
            self.start(elapsed, now)
