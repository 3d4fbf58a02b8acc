"""A meeting's own clock: what it shows when the machine sleeps, and when the clock on the wall is set."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import acts, plan, rounds
from data.changes import apply
from data.clock_changes import is_settled, note_the_wall, settle_sleep
from data.demo import open_demo
from data.instants import instant_of
from data.journal import Act, Journal
from data.live import CLOCK, Live
from data.meeting import BRUKER, Meeting, Visit, find
from data.structure import load
from data.timekeeping import LONG_BREAK, MeetingClock, Reading, Slept, in_words
from tests.screens.holding_a_meeting import DAY, NINE, Time, locations_in
from tui.machine import ThisMachine

MINUTE = 60.0
HOUR = 3600.0
EIGHT_STEPS = load("malstyrt")


def speaking() -> Meeting:
    """Give a meeting opened at nine, in round 1 since ten past, with a speaker since a quarter past."""
    held = rounds.begin("runde1", ["p1", "p2"], bruker=BRUKER)
    return Meeting(
        id="m1",
        date=DAY,
        start=dt.time(9),
        visits=(
            Visit(id="v1", step="velkommen", at=NINE),
            Visit(id="v2", step="runde1", at=NINE + 10 * MINUTE),
        ),
        rounds=(rounds.next_speaker(held, NINE + 15 * MINUTE),),
    )


def after(meeting: Meeting, slept: Slept, *, counted: bool) -> Meeting:
    """Give the meeting when it is said whether a sleep counts."""
    change = settle_sleep(slept, counted=counted)(meeting)
    assert change is not None
    return apply(meeting, change)


def talked(meeting: Meeting, now: float) -> float:
    held = find(meeting.rounds, "runde1")
    assert held is not None
    return rounds.elapsed(held, "p1", now)


# C1: the machine sleeps


def test_C1_sleep_is_seen_once_from_when_it_began() -> None:
    time = Time()
    clock = MeetingClock(time)
    time.now += 30
    assert clock.look() is None
    time.sleep(10 * MINUTE)
    time.now += 0.5
    assert clock.look() == Slept(NINE + 30, 10 * MINUTE)
    assert clock.look() is None
    assert clock() == NINE + 30.5 + 10 * MINUTE


def test_C1_a_nap_is_counted_without_a_word() -> None:
    time = Time()
    clock = MeetingClock(time)
    time.sleep(59)
    assert clock.look() is None
    assert clock() == NINE + 59


@pytest.mark.parametrize("minutes", [2, 10, 45])
@pytest.mark.parametrize("fell_asleep", [15.5, 17, 20])
def test_C1_sleep_that_does_not_count_moves_neither_speaker_nor_step_nor_plan(
    minutes: float, fell_asleep: float
) -> None:
    meeting, at = speaking(), NINE + fell_asleep * MINUTE
    woken = at + minutes * MINUTE
    slept = Slept(at, minutes * MINUTE)
    left_out = after(meeting, slept, counted=False)
    assert talked(left_out, woken) == pytest.approx(talked(meeting, at))
    assert plan.spent(left_out, woken) == pytest.approx(plan.spent(meeting, at))
    assert plan.standing(left_out, EIGHT_STEPS, woken) == pytest.approx(
        plan.standing(meeting, EIGHT_STEPS, at)
    )


@pytest.mark.parametrize("minutes", [2, 10, 45])
def test_C1_sleep_that_counts_is_time_like_any_other(minutes: float) -> None:
    meeting, at = speaking(), NINE + 16 * MINUTE
    woken = at + minutes * MINUTE
    counted = after(meeting, Slept(at, minutes * MINUTE), counted=True)
    assert talked(counted, woken) == talked(meeting, woken) == (1 + minutes) * MINUTE
    assert plan.spent(counted, woken) == plan.spent(meeting, woken)
    assert plan.standing(counted, EIGHT_STEPS, woken) == plan.standing(meeting, EIGHT_STEPS, woken)


def test_C1_a_clock_that_stood_when_the_machine_slept_goes_on_from_where_it_stood() -> None:
    meeting, at = speaking(), NINE + 16 * MINUTE
    paused = meeting.having({"rounds": (rounds.pause(meeting.rounds[0], at - 1),)})
    left_out = after(paused, Slept(at, HOUR), counted=False)
    assert talked(left_out, at + HOUR) == talked(paused, at)


def test_C1_sleep_of_another_sitting_moves_no_plan() -> None:
    meeting = after(speaking(), Slept(NINE - HOUR, HOUR / 2), counted=False)
    now = NINE + 20 * MINUTE
    assert plan.standing(meeting, EIGHT_STEPS, now) == plan.standing(speaking(), EIGHT_STEPS, now)


def test_C1_whoever_answers_first_answers_for_all() -> None:
    slept = Slept(NINE + 16 * MINUTE, 600)
    seen_elsewhere = Slept(slept.at + 0.4, 600)
    meeting = after(speaking(), slept, counted=False)
    assert settle_sleep(seen_elsewhere, counted=True)(meeting) is None
    assert is_settled(seen_elsewhere, meeting)


@given(st.lists(st.tuples(st.floats(1, 300), st.floats(60, 7200), st.booleans()), max_size=5))
def test_C1_every_sleep_left_out_is_gone_from_every_clock(stretches: list[tuple[float, float, bool]]) -> None:
    meeting, now, awake = speaking(), NINE + 15 * MINUTE, 0.0
    for woke_for, seconds, counted in stretches:
        slept = Slept(now + woke_for, seconds)
        now = slept.at + seconds
        awake += woke_for + (seconds if counted else 0.0)
        meeting = after(meeting, slept, counted=counted)
    assert talked(meeting, now) == pytest.approx(awake)
    assert plan.spent(meeting, now)["runde1"] == pytest.approx(5 * MINUTE + awake)
    left = plan.standing(meeting, EIGHT_STEPS, now).left_seconds
    assert left == pytest.approx(45 * MINUTE - awake)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "1 minutt"), (600, "10 minutter"), (3600, "1 time"), (33_000, "9 timer og 10 minutter")],
)
def test_C1_how_long_it_slept_is_said_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


# C2: the clock on the wall is set


@pytest.mark.parametrize("hours", [3, -3, 24 * 400])
def test_C2_a_wall_clock_that_is_set_moves_no_time_in_a_meeting(hours: float) -> None:
    time = Time()
    clock = MeetingClock(time)
    time.now += 90
    time.set_by = hours * HOUR
    assert clock() == NINE + 90
    assert clock.wall() == NINE + 90 + hours * HOUR
    assert clock.look() is None


@pytest.mark.parametrize("hours", [3, -3])
def test_C2_a_terminal_that_comes_later_goes_by_the_same_clock(tmp_path: Path, hours: float) -> None:
    time, locations = Time(), locations_in(tmp_path)
    first = open_demo(locations, now=time, who="kari").live
    time.now += 60
    time.set_by = hours * HOUR
    second = Live(Journal(first.journal.path), now=time, who="per")
    assert second.clock() == first.clock() == NINE + 60
    second.close()
    first.close()


def test_C2_a_machine_started_anew_or_a_long_break_goes_by_the_wall() -> None:
    time = Time()
    known = MeetingClock(time).said
    time.set_by = HOUR
    assert MeetingClock(time, known, NINE)() == NINE
    time.now += LONG_BREAK + 1
    assert MeetingClock(time, known, NINE)() == time()

    class StartedAnew(Time):
        def reading(self) -> Reading:
            return super().reading()._replace(boot="start-2", awake=5.0, running=5.0)

    assert MeetingClock(StartedAnew(), known, NINE)() == NINE


def test_C2_the_journal_keeps_both_clocks(tmp_path: Path) -> None:
    time, locations = Time(), locations_in(tmp_path)
    live = open_demo(locations, now=time, who="kari").live
    assert live.journal.fact(CLOCK) == live.clock.said
    time.set_by = -3 * HOUR
    noted = note_the_wall(live.clock.wall(), live.clock())
    live.record(noted, act=Act.WALK)
    assert live.meeting.wall_ahead == -3 * HOUR
    assert live.journal.after(0)[-1].at == NINE
    assert noted(live.meeting) is None
    assert not live.undo()
    live.close()


def test_C2_times_of_day_in_the_referat_are_the_walls() -> None:
    meeting = speaking().having({"wall_ahead": HOUR})
    change = acts.walk_to("referat", EIGHT_STEPS, NINE + HOUR)(meeting)
    assert change is not None
    assert apply(meeting, change).end == dt.time(11)


def test_C2_a_machine_reads_clocks_that_go() -> None:
    machine = ThisMachine()
    first, then = machine.reading(), machine.reading()
    assert then.running >= first.running >= first.awake - 1e-3
    assert abs(machine() - then.wall) < HOUR
    assert instant_of(dt.date(2020, 1, 1), dt.time()) < then.wall
