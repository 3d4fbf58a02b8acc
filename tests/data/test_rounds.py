"""The round-robin: whose turn it is, what the clock says, and that nobody is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data import rounds
from data.rounds import Place, Round, Signal

BRUKER = "bruker"
NINE = 1_800_000_000.0


def a_round(*speakers: str, bruker: str = "") -> Round:
    return rounds.begin("runde1", speakers or ("p1", "p2", "p3"), bruker=bruker)


def places(held: Round) -> dict[str, Place]:
    return {turn.id: turn.place for turn in held.turns}


def order_of(held: Round) -> list[str]:
    return [turn.id for turn in held.turns]


def walked_through(held: Round, now: float = NINE) -> list[str]:
    """Press F4 until the round is finished, and tell who got the floor."""
    order = []
    while (upcoming := rounds.following(held)) is not None:
        held = rounds.next_speaker(held, now)
        assert held.speaker == upcoming
        assert not rounds.finished(held)
        order.append(upcoming)
    assert rounds.finished(rounds.next_speaker(held, now))
    return order


# Whose turn it is


def test_a_round_begins_with_nobody_speaking_and_the_clock_still() -> None:
    held = a_round(bruker=BRUKER)
    assert (held.speaker, held.since) == ("", None)
    assert not rounds.finished(held)
    assert rounds.following(held) == "p1"


def test_each_speaks_once_in_order_and_the_bruker_last() -> None:
    held = rounds.begin("runde1", ["p1", BRUKER, "p2", "p1"], bruker=BRUKER)
    assert order_of(held) == ["p1", "p2", BRUKER]
    assert walked_through(held) == ["p1", "p2", BRUKER]


def test_the_brukers_own_step_is_a_round_of_one_without_limits() -> None:
    held = rounds.next_speaker(rounds.begin("ordet", (), bruker=BRUKER), NINE)
    assert held.speaker == BRUKER
    assert rounds.signal(held, NINE + 3600) is Signal.NONE
    assert rounds.overtime(held, NINE + 3600) == 0


def test_an_empty_round_is_finished_and_takes_every_key() -> None:
    empty = rounds.begin("runde1", ())
    assert rounds.finished(empty)
    for act in (rounds.start, rounds.toggle, rounds.next_speaker, rounds.previous, rounds.skip):
        assert act(empty, NINE) == empty


@pytest.mark.parametrize("act", [rounds.next_speaker, rounds.start, rounds.toggle])
def test_with_nobody_speaking_f4_and_f3_begin_with_the_first_waiting(
    act: Callable[[Round, float], Round],
) -> None:
    held = act(a_round(), NINE)
    assert (held.speaker, held.since) == ("p1", NINE)


def test_those_skipped_are_asked_again_in_order_before_the_brukers_stop() -> None:
    held = rounds.next_speaker(a_round(bruker=BRUKER), NINE)
    held = rounds.skip(rounds.skip(held, NINE), NINE)
    assert held.speaker == "p3"
    assert rounds.queue(held) == ("p1", "p2", BRUKER)
    assert walked_through(held) == ["p1", "p2", BRUKER]


def test_skipping_before_anybody_speaks_passes_over_the_first() -> None:
    held = rounds.skip(a_round(), NINE)
    assert held.speaker == "p2"
    assert walked_through(held) == ["p3", "p1"]


def test_three_who_keep_passing_are_all_asked_in_turn() -> None:
    held = rounds.next_speaker(a_round(), NINE)
    order = []
    for _press in range(6):
        order.append(held.speaker)
        held = rounds.skip(held, NINE)
    assert order == ["p1", "p2", "p3", "p1", "p2", "p3"]


def test_the_last_one_left_can_be_skipped_and_still_waits() -> None:
    held = rounds.skip(rounds.next_speaker(a_round("p1"), NINE), NINE)
    assert held.speaker == ""
    assert not rounds.finished(held)
    assert rounds.skip(held, NINE) == held
    assert rounds.next_speaker(held, NINE).speaker == "p1"


def test_the_floor_can_be_given_to_anyone_and_the_order_goes_on_from_who_waits() -> None:
    held = rounds.give_floor(rounds.next_speaker(a_round(), NINE), "p3", NINE + 10)
    assert (held.speaker, held.since) == ("p3", NINE + 10)
    assert walked_through(held) == ["p2"]


def test_who_has_talked_can_be_given_the_floor_again_and_is_not_counted_twice() -> None:
    held = rounds.next_speaker(rounds.next_speaker(a_round(), NINE), NINE)
    assert rounds.heard(held) == (1, 3)
    again = rounds.give_floor(held, "p1", NINE)
    assert rounds.heard(again) == (1, 3)
    assert rounds.heard(rounds.next_speaker(again, NINE)) == (2, 3)


@pytest.mark.parametrize(
    "go_on", [rounds.next_speaker, lambda held, now: rounds.give_floor(held, "p2", now)], ids=["next", "jump"]
)
def test_a_remark_from_the_bruker_does_not_use_up_their_own_stop(
    go_on: Callable[[Round, float], Round],
) -> None:
    remark = rounds.give_floor(rounds.next_speaker(a_round(bruker=BRUKER), NINE), BRUKER, NINE)
    held = go_on(remark, NINE + 20)
    assert held.speaker == "p2"
    assert walked_through(held) == ["p3", BRUKER]


@pytest.mark.parametrize("speaker", ["nobody", "", "p1"])
def test_the_floor_goes_to_no_stranger_and_stays_with_who_has_it(speaker: str) -> None:
    held = rounds.next_speaker(a_round(), NINE)
    assert rounds.give_floor(held, speaker, NINE + 5) == held


def test_back_gives_the_floor_to_who_had_it_and_who_had_it_now_waits_again() -> None:
    held = rounds.next_speaker(rounds.next_speaker(a_round(), NINE), NINE + 60)
    back = rounds.previous(held, NINE + 63)
    assert (back.speaker, back.since) == ("p1", NINE + 63)
    assert places(back) == dict.fromkeys(("p1", "p2", "p3"), Place.WAITING)
    assert rounds.spoken(back, NINE + 70) == {"p1": 67, "p2": 3, "p3": 0}


def test_back_reaches_the_last_speaker_of_a_finished_round_but_not_before_the_first() -> None:
    held = a_round("p1", "p2")
    for _press in range(3):
        held = rounds.next_speaker(held, NINE)
    assert rounds.finished(held)
    once = rounds.previous(held, NINE)
    twice = rounds.previous(once, NINE)
    assert (once.speaker, twice.speaker) == ("p2", "p1")
    assert rounds.previous(twice, NINE) == twice


def test_back_after_a_jump_to_the_last_speaker_reaches_the_one_before() -> None:
    held = a_round("p1", "p2")
    for _press in range(3):
        held = rounds.next_speaker(held, NINE)
    assert rounds.previous(rounds.give_floor(held, "p2", NINE), NINE).speaker == "p1"


def test_heard_counts_the_speakers_and_leaves_the_bruker_apart() -> None:
    held = a_round(bruker=BRUKER)
    counts = []
    for _press in range(5):
        held = rounds.next_speaker(held, NINE)
        counts.append(rounds.heard(held))
    assert counts == [(0, 3), (1, 3), (2, 3), (3, 3), (3, 3)]


# People come, go and change places


def test_who_comes_late_talks_last_but_before_the_bruker() -> None:
    held = rounds.come(rounds.next_speaker(a_round(bruker=BRUKER), NINE), "p9")
    assert order_of(held) == ["p1", "p2", "p3", "p9", BRUKER]
    assert rounds.come(held, "p2") == held


def test_who_comes_late_to_a_finished_round_is_still_asked() -> None:
    held = rounds.next_speaker(rounds.next_speaker(a_round("p1"), NINE), NINE)
    assert rounds.finished(held)
    assert walked_through(rounds.come(held, "p2")) == ["p2"]


def test_a_bruker_who_comes_late_has_no_limits() -> None:
    held = rounds.come(rounds.come(a_round("p1"), BRUKER, limited=False), "p2")
    assert rounds.queue(held) == ("p1", "p2", BRUKER)
    talking = rounds.give_floor(held, BRUKER, NINE)
    assert rounds.signal(talking, NINE + 999) is Signal.NONE


def test_who_leaves_is_asked_no_more_and_never_gets_the_floor() -> None:
    held = rounds.leave(rounds.next_speaker(a_round(), NINE), "p2", NINE)
    assert rounds.give_floor(held, "p2", NINE) == held
    assert rounds.heard(held) == (0, 2)
    assert walked_through(held) == ["p3"]


def test_who_leaves_while_speaking_leaves_the_floor_empty_and_keeps_their_time() -> None:
    held = rounds.leave(rounds.next_speaker(a_round(), NINE), "p1", NINE + 40)
    assert (held.speaker, held.since) == ("", None)
    assert rounds.elapsed(held, "p1", NINE + 500) == 40
    assert rounds.following(held) == "p2"


def test_who_was_heard_before_leaving_stays_heard_but_back_passes_over_them() -> None:
    held = a_round()
    for _press in range(3):
        held = rounds.next_speaker(held, NINE)
    held = rounds.leave(held, "p2", NINE)
    assert rounds.heard(held) == (2, 3)
    assert rounds.previous(held, NINE).speaker == "p1"


def test_who_comes_back_is_asked_last_and_goes_on_from_their_time() -> None:
    held = rounds.leave(rounds.next_speaker(a_round(), NINE), "p1", NINE + 40)
    held = rounds.come(held, "p1")
    assert walked_through(held) == ["p2", "p3", "p1"]
    assert rounds.elapsed(held, "p1", NINE) == 40


def test_strangers_leave_nothing_behind() -> None:
    held = a_round()
    assert rounds.leave(held, "nobody", NINE) == held
    assert rounds.move(held, "nobody", 1) == held
    assert rounds.elapsed(held, "nobody", NINE) == 0


@pytest.mark.parametrize(
    ("speaker", "steps", "order"),
    [
        ("p1", 1, ["p2", "p1", "p3", BRUKER]),
        ("p3", -2, ["p3", "p1", "p2", BRUKER]),
        ("p1", 99, ["p2", "p3", "p1", BRUKER]),
        ("p1", -1, ["p1", "p2", "p3", BRUKER]),
        ("p2", -99, ["p2", "p1", "p3", BRUKER]),
        (BRUKER, -3, ["p1", "p2", "p3", BRUKER]),
    ],
)
def test_the_order_can_be_changed_and_the_bruker_stays_last(
    speaker: str, steps: int, order: list[str]
) -> None:
    assert order_of(rounds.move(a_round(bruker=BRUKER), speaker, steps)) == order


# The clock


def test_the_clock_counts_while_it_runs_and_stands_while_paused() -> None:
    held = rounds.next_speaker(a_round(), NINE)
    held = rounds.pause(held, NINE + 20)
    assert rounds.pause(held, NINE + 90) == held
    held = rounds.start(held, NINE + 100)
    assert rounds.start(held, NINE + 105) == held
    assert rounds.elapsed(held, "p1", NINE + 110) == 30


def test_f3_starts_and_stops() -> None:
    running = rounds.toggle(a_round(), NINE)
    stopped = rounds.toggle(running, NINE + 12)
    assert (running.since, stopped.since) == (NINE, None)
    assert rounds.elapsed(stopped, "p1", NINE + 99) == 12


@pytest.mark.parametrize("act", [rounds.next_speaker, rounds.skip])
def test_after_a_pause_the_next_clock_runs_at_once_from_nothing(
    act: Callable[[Round, float], Round],
) -> None:
    paused = rounds.pause(rounds.next_speaker(a_round(), NINE), NINE + 30)
    held = act(paused, NINE + 50)
    assert (held.speaker, held.since) == ("p2", NINE + 50)
    assert rounds.elapsed(held, "p2", NINE + 50) == 0


def test_a_clock_set_back_never_takes_time_from_anyone() -> None:
    held = rounds.pause(rounds.next_speaker(a_round(), NINE), NINE + 30)
    held = rounds.start(held, NINE + 30)
    assert rounds.elapsed(held, "p1", NINE - 3600) == 30
    held = rounds.next_speaker(held, NINE - 3600)
    assert rounds.spoken(held, NINE - 3590) == {"p1": 30, "p2": 10, "p3": 0}


def test_speaking_time_is_added_up_over_the_rounds_of_a_meeting() -> None:
    first = rounds.pause(rounds.next_speaker(a_round("p1", "p2"), NINE), NINE + 30)
    second = rounds.next_speaker(rounds.begin("runde2", ["p1", "p3"]), NINE + 60)
    assert rounds.spoken_in_all([first, second], NINE + 70) == {"p1": 40, "p2": 0, "p3": 0}


# The limits


@pytest.mark.parametrize(
    ("seconds", "expected", "over"),
    [
        (0, Signal.NONE, 0),
        (59.9, Signal.NONE, 0),
        (60, Signal.SOFT, 0),
        (179, Signal.SOFT, 0),
        (180, Signal.FIRM, 0),
        (200, Signal.FIRM, 20),
    ],
)
def test_the_signals_come_at_one_and_three_minutes_and_overtime_counts_on(
    seconds: float, expected: Signal, over: float
) -> None:
    held = rounds.next_speaker(a_round(), NINE)
    assert rounds.signal(held, NINE + seconds) is expected
    assert rounds.overtime(held, NINE + seconds) == over


def test_half_a_minute_more_moves_both_signals_for_who_speaks_and_nobody_else() -> None:
    held = rounds.extend(rounds.next_speaker(a_round(), NINE), 30)
    assert rounds.signal(held, NINE + 89) is Signal.NONE
    assert rounds.signal(held, NINE + 90) is Signal.SOFT
    assert rounds.overtime(held, NINE + 215) == 5
    held = rounds.next_speaker(held, NINE + 215)
    assert rounds.signal(held, NINE + 275) is Signal.SOFT


def test_more_time_needs_a_speaker_with_limits_and_is_never_less_than_none() -> None:
    waiting = a_round(bruker=BRUKER)
    assert rounds.extend(waiting, 30) == waiting
    bruker = rounds.give_floor(waiting, BRUKER, NINE)
    assert rounds.extend(bruker, 30) == bruker
    talking = rounds.next_speaker(waiting, NINE)
    assert rounds.extend(talking, -30) == talking


def test_nobody_speaking_gives_no_signal() -> None:
    assert rounds.signal(a_round(), NINE) is Signal.NONE
    assert rounds.overtime(a_round(), NINE) == 0


@pytest.mark.parametrize(
    ("seconds", "steps", "expected"),
    [
        (60, 1, 75),
        (60, -1, 45),
        (67, 1, 75),
        (67, -1, 60),
        (67, 0, 60),
        (15, -1, 15),
        (900, 1, 900),
        (0, 0, 15),
    ],
)
def test_limits_move_by_a_quarter_of_a_minute_within_bounds(seconds: int, steps: int, expected: int) -> None:
    assert rounds.step_limit(seconds, steps) == expected


@pytest.mark.parametrize(
    ("soft", "firm", "expected"),
    [(75, 180, (75, 180)), (195, 180, (195, 195)), (60, 45, (45, 45)), (0, 9999, (15, 900))],
)
def test_the_limit_that_is_moved_takes_the_other_along(
    soft: int, firm: int, expected: tuple[int, int]
) -> None:
    held = rounds.set_limits(a_round(), soft, firm)
    assert (held.soft, held.firm) == expected
