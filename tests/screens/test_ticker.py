"""What wakes a screen: once a second for a clock that runs, once a minute for the time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from textual.screen import Screen

from screens.ticker import JUST_AFTER, LATE, Ticker

if TYPE_CHECKING:
    from collections.abc import Callable


class Timer:
    """A timer that was asked for: after or every how many seconds, and what it calls."""

    def __init__(self, seconds: float, call: Callable[[], object], *, repeats: bool) -> None:
        self.seconds, self.call, self.repeats = seconds, call, repeats
        self.stopped = False

    def stop(self) -> None:
        """Call nothing more."""
        self.stopped = True


class Timers:
    """A screen, as far as timers go."""

    def __init__(self) -> None:
        self.all: list[Timer] = []
        self.ticks = 0

    def set_timer(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Take down a timer that calls once."""
        self.all.append(Timer(seconds, call, repeats=False))
        return self.all[-1]

    def set_interval(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Take down a timer that goes on."""
        self.all.append(Timer(seconds, call, repeats=True))
        return self.all[-1]

    def tick(self) -> None:
        """Be woken."""
        self.ticks += 1

    @property
    def running(self) -> list[Timer]:
        """The timers that may still call: the last, once it has been asked for."""
        return [timer for timer in self.all if not timer.stopped]


@pytest.fixture
def timers() -> Timers:
    return Timers()


@pytest.fixture
def ticker(timers: Timers) -> Ticker:
    return Ticker(cast("Screen[object]", timers), timers.tick)


def test_the_time_of_day_is_shown_as_each_minute_begins(timers: Timers, ticker: Ticker) -> None:
    ticker.start(None, 1_800_000_012.0)
    (timer,) = timers.running
    assert timer.seconds == pytest.approx(48 + JUST_AFTER)
    timer.call()
    assert timers.ticks == 1


def test_a_clock_is_shown_as_each_of_its_own_seconds_begins(timers: Timers, ticker: Ticker) -> None:
    ticker.start(4.25, 1_800_000_012.9)
    (first,) = timers.running
    assert first.seconds == pytest.approx(0.75 + JUST_AFTER)
    first.call()
    assert timers.ticks == 1
    assert (timers.all[-1].seconds, timers.all[-1].repeats) == (1, True)


def test_one_timer_serves_for_all_seconds_while_it_is_in_step(timers: Timers, ticker: Ticker) -> None:
    ticker.start(4.25, 1_800_000_012.9)
    timers.all[0].call()
    for second in range(5, 60):
        ticker.go_on(second + LATE / 2, 1_800_000_000.0 + second)
    assert len(timers.all) == 2


@pytest.mark.parametrize("elapsed", [5 + LATE * 2, 5.9, None])
def test_a_timer_out_of_step_or_without_a_clock_is_set_anew(
    timers: Timers, ticker: Ticker, elapsed: float | None
) -> None:
    ticker.start(4.25, 1_800_000_012.9)
    timers.all[0].call()
    ticker.go_on(elapsed, 1_800_000_014.0)
    assert timers.all[1].stopped
    assert not timers.running[-1].repeats


def test_another_clock_is_followed_from_where_it_stands(timers: Timers, ticker: Ticker) -> None:
    ticker.start(4.25, 1_800_000_012.9)
    timers.all[0].call()
    ticker.start(0.0, 1_800_000_013.4)
    assert timers.all[1].stopped
    assert timers.running[-1].seconds == pytest.approx(1 + JUST_AFTER)
