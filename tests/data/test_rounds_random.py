"""The round-robin under random keys: no speaker and no second is lost, and back undoes next."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import rounds
from data.rounds import Place, Round

BRUKER = "bruker"
NINE = 1_800_000_000.0


def places(held: Round) -> dict[str, Place]:
    return {turn.id: turn.place for turn in held.turns}


@dataclass(frozen=True)
class Key:
    """One thing that happens: an act, whom it is about, a number, and seconds since the last."""

    act: str
    who: str
    number: int
    after: float


PEOPLE = [f"p{number}" for number in range(1, 8)]
WITH_TIME: dict[str, Callable[[Round, float], Round]] = {
    "start": rounds.start,
    "pause": rounds.pause,
    "toggle": rounds.toggle,
    "next": rounds.next_speaker,
    "previous": rounds.previous,
    "skip": rounds.skip,
}


def pressed(held: Round, key: Key, now: float) -> Round:
    if key.act in WITH_TIME:
        return WITH_TIME[key.act](held, now)
    acts: dict[str, Callable[[], Round]] = {
        "floor": lambda: rounds.give_floor(held, key.who, now),
        "leave": lambda: rounds.leave(held, key.who, now),
        "come": lambda: rounds.come(held, key.who, limited=key.who != BRUKER),
        "move": lambda: rounds.move(held, key.who, key.number),
        "extend": lambda: rounds.extend(held, 30),
        "limits": lambda: rounds.set_limits(held, 60 + 15 * key.number, 180),
    }
    return acts[key.act]()


ACTS = st.sampled_from([*WITH_TIME, "floor", "leave", "come", "move", "extend", "limits", "next", "next"])
KEYS = st.lists(
    st.builds(
        Key,
        act=ACTS,
        who=st.sampled_from([*PEOPLE, BRUKER]),
        number=st.integers(-4, 4),
        after=st.floats(0, 400, allow_nan=False),
    ),
    max_size=40,
)
BEGINNINGS = st.builds(
    lambda count, bruker: rounds.begin("runde1", PEOPLE[:count], bruker=BRUKER if bruker else ""),
    st.integers(0, 6),
    st.booleans(),
)


def history(held: Round, keys: list[Key]) -> list[tuple[Round, float]]:
    """Press the keys, and give each round with the instant it came to be."""
    steps = [(held, NINE)]
    for key in keys:
        held, now = steps[-1]
        steps.append((pressed(held, key, now + key.after), now + key.after))
    return steps


def asked_by_pressing_next(held: Round, now: float) -> list[str]:
    """Press F4 until the floor is empty, and tell who got it."""
    order: list[str] = []
    while (held := rounds.next_speaker(held, now)).speaker:
        order.append(held.speaker)
        assert len(order) <= len(held.turns)
    assert rounds.finished(held)
    return order


@given(BEGINNINGS, KEYS)
def test_no_speaker_is_ever_lost_or_doubled(held: Round, keys: list[Key]) -> None:
    expected = {turn.id for turn in held.turns}
    for key, (after, _now) in zip(keys, history(held, keys)[1:], strict=True):
        expected |= {key.who} if key.act == "come" else set()
        ids = [turn.id for turn in after.turns]
        assert len(ids) == len(set(ids))
        assert set(ids) == expected


@given(BEGINNINGS, KEYS)
def test_at_most_one_has_the_floor_and_never_one_who_left(held: Round, keys: list[Key]) -> None:
    for after, _now in history(held, keys):
        assert after.speaker == "" or places(after)[after.speaker] is not Place.LEFT
        assert after.speaker not in rounds.queue(after)
        assert after.speaker or after.since is None


@given(BEGINNINGS, KEYS)
def test_time_is_never_lost_nor_made(held: Round, keys: list[Key]) -> None:
    steps = history(held, keys)
    running = sum(
        later - now
        for (before, now), (_after, later) in itertools.pairwise(steps)
        if before.since is not None
    )
    last, now = steps[-1]
    assert sum(rounds.spoken(last, now).values()) == pytest.approx(running, abs=1e-6)


@given(BEGINNINGS, KEYS, st.floats(-1e6, 1e6))
def test_no_clock_is_ever_negative_whatever_the_time_is(held: Round, keys: list[Key], away: float) -> None:
    last, now = history(held, keys)[-1]
    assert min(rounds.spoken(last, now + away).values(), default=0) >= 0
    assert rounds.overtime(last, now + away) >= 0


@given(BEGINNINGS, KEYS)
def test_pressing_next_asks_everyone_still_to_be_asked_the_bruker_last(held: Round, keys: list[Key]) -> None:
    last, now = history(held, keys)[-1]
    to_come = {
        turn.id
        for turn in last.turns
        if turn.place in {Place.WAITING, Place.SKIPPED} and turn.id != last.speaker
    }
    waiting = {turn.id for turn in last.turns if turn.place is Place.WAITING}
    order = asked_by_pressing_next(last, now)
    asked = [speaker for speaker in order if speaker != BRUKER]
    assert set(order) >= to_come
    assert len(order) == len(set(order))
    assert asked == sorted(asked, key=lambda speaker: speaker not in waiting)
    assert BRUKER not in order[:-1]


@given(BEGINNINGS, KEYS, st.sampled_from(["next", "skip", "floor"]), st.sampled_from([*PEOPLE, BRUKER]))
def test_back_undoes_next_skip_and_jump(held: Round, keys: list[Key], act: str, who: str) -> None:
    before, now = history(held, keys)[-1]
    after = pressed(before, Key(act, who, 0, 0), now)
    if not before.speaker or after.speaker == before.speaker:
        return
    back = rounds.previous(after, now)
    assert back.speaker == before.speaker
    assert places(back) == places(before)
    assert rounds.queue(back) == rounds.queue(before)
    assert back.past == before.past
    assert rounds.spoken(back, now) == pytest.approx(rounds.spoken(before, now))


@given(BEGINNINGS, KEYS)
def test_a_round_comes_back_from_the_journal_as_it_was(held: Round, keys: list[Key]) -> None:
    last, _now = history(held, keys)[-1]
    assert Round.of_json(last.as_json()) == last
