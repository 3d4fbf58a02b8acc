"""A round is of those who are there when its step is entered, until somebody has had the floor in it."""

from __future__ import annotations

from data import acts, rounds
from data.changes import apply
from data.live import Ask
from data.meeting import BRUKER, Attendance, Meeting, Participant
from data.rounds import Place
from data.structure import load

MALSTYRT = load("malstyrt")
NINE = 1_795_503_600.0
NOBODY_CALLED = Meeting(
    id="m1",
    participants=(
        Participant(id="p1", name="Mor Kladd", bruker=True),
        Participant(id="p2", name="Per Prøve"),
        Participant(id="p3", name="Siri Skisse"),
        Participant(id="p4", name="Tor Test"),
    ),
)


def after(meeting: Meeting, *asked: Ask) -> Meeting:
    """Give a meeting with what was done in it."""
    for ask in asked:
        change = ask(meeting)
        meeting = apply(meeting, change) if change else meeting
    return meeting


def came(*people: str) -> Ask:
    """Let some be met, as at the roll call."""
    return acts.together(*(acts.attend(one, Attendance.MET, NINE) for one in people))


def to(place: str) -> Ask:
    """Walk to a step."""
    return acts.walk_to(place, MALSTYRT, NINE)


def speakers(meeting: Meeting) -> list[str]:
    """Give who is in the first round, in their order."""
    return [turn.id for held in meeting.rounds if held.id == "runde1" for turn in held.turns]


def test_a_round_that_was_looked_at_before_the_roll_call_is_of_those_who_came() -> None:
    early = after(NOBODY_CALLED, to("runde1"))
    assert speakers(early) == [BRUKER]
    called = after(early, to("velkommen"), came("p1", "p2", "p3"), to("runde1"))
    assert speakers(called) == ["p2", "p3", BRUKER]


def test_the_order_that_was_chosen_stays_and_whoever_came_since_is_last() -> None:
    early = after(NOBODY_CALLED, came("p2", "p3"), to("runde1"))
    turned = after(early, acts.turn("runde1", lambda held, _now: rounds.move(held, "p3", -1), NINE))
    assert speakers(after(turned, came("p4"), to("velkommen"), to("runde1"))) == ["p3", "p2", "p4", BRUKER]


def test_a_round_in_which_somebody_has_spoken_is_left_as_it_is() -> None:
    begun = after(NOBODY_CALLED, came("p2", "p3"), to("runde1"), acts.turn("runde1", rounds.start, NINE))
    again = after(begun, acts.put("participants/p3/attendance", "frafall"), to("velkommen"), to("runde1"))
    assert speakers(again) == ["p2", "p3", BRUKER]
    assert [turn.place for turn in again.rounds[-1].turns] == [Place.WAITING] * 3
