"""The round-robin and its clocks, pure: every act gives a new round, every clock is computed.

One rule for the clock: whoever is given the floor talks, so next, back, skip and jump all start
the clock at once, also after a pause. A clock set back never takes time from anyone: the
stretch it covers counts as none.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import NamedTuple

from data.part import Part, Value

SOFT_SECONDS = 60
"""The first, soft signal: a speaker has from one to three minutes (S0, S1)."""
FIRM_SECONDS = 180
"""The second, firm signal."""
LIMIT_STEP = 15
"""The seconds by which a limit is set."""
SHORTEST_LIMIT = 15
"""The lowest a limit goes, in seconds."""
LONGEST_LIMIT = 900
"""The highest a limit goes: more than a quarter of an hour is a talk, not a turn."""

WITHOUT_INTERPRETER = 1.0
"""What speaking times are multiplied by when nobody interprets."""
WITH_INTERPRETER = 1.5
"""What they are multiplied by, usually, when somebody does (DOMAIN section 7)."""
SLOWEST_INTERPRETER = 3.0
"""The most they are multiplied by: everything said twice, with time to find the words."""


class Place(StrEnum):
    """Where a speaker is in a round."""

    WAITING = "venter"
    DONE = "har talt"
    SKIPPED = "hoppet over"
    LEFT = "gått"


class Side(StrEnum):
    """Whom a round is for: all, or one side of a meeting that somebody brought a case to (DOMAIN: S2)."""

    ALL = "alle"
    BRINGERS = "de som melder saken"
    OTHERS = "de andre"


class Signal(IntEnum):
    """What the clock says to the one who has the floor; a higher one is firmer."""

    NONE = 0
    SOFT = 1
    FIRM = 2


class Heard(NamedTuple):
    """How many speakers have had their turn, and of how many; the bruker's own stop is apart."""

    done: int
    total: int


class Turn(Part, frozen=True):
    """One speaker's turn; `id` is the speaker's.

    `place` stays as it was while the speaker has the floor, and changes when the floor is left.
    `spent` seconds on the floor before the clock was last started, `extra` seconds added to both
    limits. `limited` is False for the bruker, whom nothing counts down.
    """

    place: Place = Place.WAITING
    spent: float = 0.0
    extra: int = 0
    limited: bool = True


class Floor(Value, frozen=True):
    """That a speaker had the floor, and the place they had until they left it: the way back."""

    speaker: str
    place: Place


class Round(Part, frozen=True):
    """A round in one step; `id` is the step's. Turns stand in speaking order.

    `speaker` has the floor, "" before the first and after the last. `since` is the instant
    (seconds since 1970, UTC) at which the clock was started, None while it stands still. `past`
    is who had the floor before, oldest first. `side` says whom the round is for.
    """

    turns: tuple[Turn, ...] = ()
    speaker: str = ""
    since: float | None = None
    soft: int = SOFT_SECONDS
    firm: int = FIRM_SECONDS
    past: tuple[Floor, ...] = ()
    side: Side = Side.ALL


def begin(  # noqa: PLR0913 - named, and each with a default
    step: str,
    speakers: Iterable[str],
    *,
    soft: int = SOFT_SECONDS,
    firm: int = FIRM_SECONDS,
    bruker: str = "",
    side: Side = Side.ALL,
) -> Round:
    """Give a round in which nobody has talked yet.

    `bruker` is the id of the bruker when they have a stop of their own, which comes last and has
    no limits; "" when they have none.
    """
    turns = [Turn(id=speaker) for speaker in dict.fromkeys(speakers) if speaker != bruker]
    if bruker:
        turns.append(Turn(id=bruker, limited=False))
    return Round(id=step, turns=tuple(turns), soft=soft, firm=firm, side=side)


# Who has the floor, and who is next


def queue(held: Round) -> tuple[str, ...]:
    """Give those still to be asked, in order: who waits, who was skipped, the bruker last."""
    return _queue_after(held, held.speaker)


def following(held: Round) -> str | None:
    """Give who has the floor after this, None when everyone has been asked."""
    return next(iter(queue(held)), None)


def finished(held: Round) -> bool:
    """Whether everyone has been heard and the floor is empty."""
    return not held.speaker and following(held) is None


def heard(held: Round) -> Heard:
    """Count the speakers who have had their turn; one who left unheard is not counted."""
    places = [turn.place for turn in held.turns if turn.limited and turn.place is not Place.LEFT]
    talking = _turn(held, held.speaker)
    again = talking is not None and talking.limited and talking.place is Place.DONE
    return Heard(places.count(Place.DONE) - again, len(places))


def _queue_after(held: Round, last: str) -> tuple[str, ...]:
    """Give those still to be asked once `last` has left the floor."""
    speakers = [turn for turn in held.turns if turn.limited]
    waiting = [turn.id for turn in speakers if turn.place is Place.WAITING]
    skipped = [turn.id for turn in speakers if turn.place is Place.SKIPPED]
    to_come = {Place.WAITING, Place.SKIPPED}
    own_stop = [turn.id for turn in held.turns if not turn.limited and turn.place in to_come]
    ids = (*waiting, *_on_from(last, skipped), *own_stop)
    return tuple(speaker for speaker in ids if speaker != last)


def _on_from(last: str, skipped: list[str]) -> list[str]:
    """Give the skipped in order, on from `last` when they too were asked again.

    Starting over each time would let two who keep passing hide the third from the leader.
    """
    at = skipped.index(last) if last in skipped else 0
    return skipped[at:] + skipped[:at]


# The clock


def start(held: Round, now: float) -> Round:
    """Start the clock of who has the floor, or give it to the first when nobody has."""
    if held.since is not None:
        return held
    if not held.speaker:
        return _hand_over(held, following(held), now)
    return held.having({"since": now})


def pause(held: Round, now: float) -> Round:
    """Stop the clock and keep what it shows."""
    if held.since is None:
        return held
    stopped = _with_turn(held, held.speaker, spent=elapsed(held, held.speaker, now))
    return stopped.having({"since": None})


def toggle(held: Round, now: float) -> Round:
    """Start the clock when it stands still, else stop it."""
    return start(held, now) if held.since is None else pause(held, now)


def elapsed(held: Round, speaker: str, now: float) -> float:
    """Give the seconds a speaker has talked in this round, never less than what was kept."""
    turn = _turn(held, speaker)
    if turn is None:
        return 0.0
    running = held.since is not None and speaker == held.speaker
    return turn.spent + (max(0.0, now - (held.since or 0.0)) if running else 0.0)


def spoken(held: Round, now: float) -> dict[str, float]:
    """Give the seconds each has talked in this round, in speaking order."""
    return {turn.id: elapsed(held, turn.id, now) for turn in held.turns}


def spoken_in_all(rounds: Iterable[Round], now: float) -> dict[str, float]:
    """Give the seconds each has talked in all the rounds of a meeting."""
    totals: dict[str, float] = {}
    for held in rounds:
        for speaker, seconds in spoken(held, now).items():
            totals[speaker] = totals.get(speaker, 0.0) + seconds
    return totals


def sleep_through(held: Round, at: float, seconds: float) -> Round:
    """Let a clock that ran from before the instant `at` stand for the seconds from then on."""
    if held.since is None or held.since > at:
        return held
    return held.having({"since": held.since + seconds})


# The limits


def signal(held: Round, now: float) -> Signal:
    """Give what the clock says now to the one who has the floor; never anything to the bruker."""
    turn = _turn(held, held.speaker)
    if turn is None or not turn.limited:
        return Signal.NONE
    used = elapsed(held, turn.id, now) - turn.extra
    return Signal((used >= held.soft) + (used >= held.firm))


def overtime(held: Round, now: float) -> float:
    """Give the seconds the speaker has talked beyond the firm limit, 0 when within it."""
    turn = _turn(held, held.speaker)
    if turn is None or not turn.limited:
        return 0.0
    return max(0.0, elapsed(held, turn.id, now) - turn.extra - held.firm)


def extend(held: Round, seconds: int) -> Round:
    """Move both limits of who has the floor by some seconds, never to before where they began."""
    turn = _turn(held, held.speaker)
    if turn is None or not turn.limited:
        return held
    return _with_turn(held, turn.id, extra=max(0, turn.extra + seconds))


def step_limit(seconds: int, steps: int) -> int:
    """Give a limit moved by steps of 15 s, on the quarters of a minute and within bounds."""
    whole = seconds // LIMIT_STEP if steps >= 0 else -(-seconds // LIMIT_STEP)
    return max(SHORTEST_LIMIT, min(LONGEST_LIMIT, (whole + steps) * LIMIT_STEP))


def times(seconds: int, factor: float) -> int:
    """Give a speaking time multiplied by a factor, in steps of 15 s and within bounds."""
    return max(SHORTEST_LIMIT, min(LONGEST_LIMIT, round(seconds * factor / LIMIT_STEP) * LIMIT_STEP))


def set_limits(held: Round, soft: int, firm: int) -> Round:
    """Give the round other limits, in seconds; the one that is moved takes the other along."""
    soft, firm = step_limit(soft, 0), step_limit(firm, 0)
    if soft > firm and firm != held.firm:
        soft = firm
    return held.having({"soft": soft, "firm": max(soft, firm)})


# The floor goes on, and back


def next_speaker(held: Round, now: float) -> Round:
    """Let who has the floor be done and give it to the next, or to nobody after the last."""
    return _hand_over(held, following(held), now, leaving=_place_after_talking(held))


def skip(held: Round, now: float) -> Round:
    """Pass over who has the floor, or who would get it; they are asked again at the end."""
    passed = held.speaker or following(held)
    if not passed:
        return held
    upcoming = next(iter(_queue_after(held, passed)), None)
    if not held.speaker:
        held = _with_turn(held, passed, place=Place.SKIPPED)
    return _hand_over(held, upcoming, now, leaving=Place.SKIPPED)


def give_floor(held: Round, speaker: str, now: float) -> Round:
    """Give the floor to any speaker who has not left, also one who has talked before."""
    turn = _turn(held, speaker)
    if turn is None or turn.place is Place.LEFT or speaker == held.speaker:
        return held
    return _hand_over(held, speaker, now, leaving=_place_after_talking(held))


def previous(held: Round, now: float) -> Round:
    """Give the floor back to who had it last; who has it now is asked again as before.

    It undoes next, skip and jump, but not time: each keeps what they have talked.
    """
    past = held.past
    while past and past[-1].speaker == held.speaker:
        past = past[:-1]
    if not past:
        return held
    back = _with_turn(pause(held, now), past[-1].speaker, place=past[-1].place)
    return back.having({"speaker": past[-1].speaker, "since": now, "past": past[:-1]})


def _hand_over(held: Round, speaker: str | None, now: float, *, leaving: Place = Place.DONE) -> Round:
    """Give the floor to `speaker`, or to nobody; who had it gets the place `leaving`."""
    before = _turn(held, held.speaker)
    held = pause(held, now)
    past = held.past
    if before is not None:
        held = _with_turn(held, before.id, place=leaving)
        past = (*past, Floor(speaker=before.id, place=before.place))
    update = {"speaker": speaker or "", "since": now if speaker else None, "past": past}
    return held.having(update)


def _place_after_talking(held: Round) -> Place:
    """Give the place of who leaves the floor: done, but a remark keeps the bruker's own stop."""
    turn = _turn(held, held.speaker)
    ids = {other.id for other in held.turns if other.limited}
    if turn is not None and not turn.limited and ids.intersection(queue(held)):
        return turn.place
    return Place.DONE


# People come, go and change places


def come(held: Round, speaker: str, *, limited: bool = True) -> Round:
    """Let someone who came late, or came back, talk last but before the bruker's own stop.

    `limited` is False when it is the bruker who comes. Who is in the round already stays there.
    """
    turn = _turn(held, speaker)
    if turn is not None and turn.place is not Place.LEFT:
        return held
    turn = turn or Turn(id=speaker, limited=limited)
    back = turn.having({"place": Place.WAITING})
    others = [other for other in held.turns if other.id != speaker]
    return _in_order(held, [*others, back])


def leave(held: Round, speaker: str, now: float) -> Round:
    """Let someone go: nobody asks for them more. Who was heard before stays heard.

    When they have the floor it is empty after, and the clock stands until the leader goes on.
    """
    turn = _turn(held, speaker)
    if turn is None:
        return held
    if speaker == held.speaker:
        held = pause(held, now).having({"speaker": ""})
    if turn.place is not Place.DONE:
        held = _with_turn(held, speaker, place=Place.LEFT)
    past = tuple(floor for floor in held.past if floor.speaker != speaker)
    return held.having({"past": past})


def move(held: Round, speaker: str, places: int) -> Round:
    """Move a speaker some places down the order (up when negative); the bruker stays last."""
    turn = _turn(held, speaker)
    if turn is None or not turn.limited:
        return held
    others = [other for other in held.turns if other.id != speaker]
    others.insert(max(0, held.turns.index(turn) + places), turn)
    return _in_order(held, others)


def _in_order(held: Round, turns: list[Turn]) -> Round:
    """Give the round these turns, the bruker's own stop after the others."""
    return held.having({"turns": tuple(sorted(turns, key=lambda turn: not turn.limited))})


def _turn(held: Round, speaker: str) -> Turn | None:
    """Give a speaker's turn, None for one who is not in the round."""
    return next((turn for turn in held.turns if turn.id == speaker), None)


def _with_turn(held: Round, speaker: str, **update: Place | float) -> Round:
    """Give the round with a speaker's turn changed."""
    turns = tuple(turn.having(update) if turn.id == speaker else turn for turn in held.turns)
    return held.having({"turns": turns})
