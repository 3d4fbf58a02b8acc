"""With an interpreter all is said twice: limits, plan and proposal give room for it."""

from __future__ import annotations

import datetime as dt

import pytest

from data.changes import apply, inverse
from data.entering import choose, chosen
from data.instants import instant_of
from data.interpreting import interpret, interpreter_words
from data.markdown import public, read, write
from data.meeting import Meeting, Participant, Visit
from data.plan import minutes_needed, proposal, schedule
from data.rounds import begin
from data.step_rounds import round_of_step
from data.structure import load

NINE = instant_of(dt.date(2026, 11, 24), dt.time(9))
MALSTYRT = load("malstyrt")
PEOPLE = tuple(Participant(id=f"p{n}", name=f"Per {n}", attendance="møtt") for n in range(1, 4))
HELD = Meeting(
    id="m",
    participants=PEOPLE,
    visits=(Visit(id="v1", step="runde1", at=NINE),),
    rounds=(begin("runde1", ["p1", "p2", "p3"]),),
)


def interpreted(meeting: Meeting, factor: float) -> Meeting:
    change = interpret(factor)(meeting)
    return apply(meeting, change) if change else meeting


def test_rounds_that_have_begun_take_after_and_so_do_those_to_come() -> None:
    slower = interpreted(HELD, 1.5)
    assert [(one.soft, one.firm) for one in slower.rounds] == [(90, 270)]
    step = MALSTYRT.step("runde1")
    assert step
    fresh = round_of_step(slower.having({"rounds": ()}), step, MALSTYRT, NINE)
    assert fresh
    assert (fresh.soft, fresh.firm) == (90, 270)
    assert interpreted(slower, 1.0) == HELD


def test_it_is_one_act_and_can_be_undone() -> None:
    change = interpret(2.0)(HELD)
    assert change
    assert apply(apply(HELD, change), inverse(HELD, change)) == HELD
    assert interpret(1.0)(HELD) is None


def test_the_plan_gives_more_of_the_time_to_the_steps_in_which_people_speak() -> None:
    slots = {slot.step: slot.end - slot.start for slot in schedule(HELD, MALSTYRT, NINE)}
    slower = {slot.step: slot.end - slot.start for slot in schedule(interpreted(HELD, 1.5), MALSTYRT, NINE)}
    assert sum(slower.values()) == pytest.approx(sum(slots.values()))
    for step in ("ordet", "runde1", "runde2"):
        assert slower[step] > slots[step]
    assert slower["velkommen"] < slots["velkommen"]
    assert (minutes_needed(HELD, MALSTYRT), minutes_needed(interpreted(HELD, 1.5), MALSTYRT)) == (60, 78)


def test_a_speaker_may_be_proposed_more_than_the_usual_three_minutes() -> None:
    long = HELD.having({"length": 240})
    assert proposal(long, MALSTYRT, long.rounds[0], NINE) == 180
    slower = interpreted(long, 1.5)
    assert proposal(slower, MALSTYRT, slower.rounds[0], NINE) == 270


def test_it_is_chosen_in_a_form_and_said_in_the_frame() -> None:
    ask = choose("interpreter", "1.25")
    change = ask(HELD)
    assert change
    after = apply(HELD, change)
    assert (after.rounds[0].soft, chosen(after, "interpreter")) == (75, "1.25")
    assert interpreter_words(after) == "tolk × 1,25"
    assert (interpreter_words(HELD), chosen(HELD, "interpreter")) == ("", "1")


@pytest.mark.parametrize(
    ("fact", "factor"),
    [
        ("ja", 1.5),
        ("Ja, taletid × 1,25", 1.25),
        ("taletid x 2", 2.0),
        ("1,3", 1.3),
        ("nei", 1.0),
    ],
)
def test_the_document_says_that_somebody_interprets(fact: str, factor: float) -> None:
    reading = read(f"# Innkalling: samarbeidsmøte for SOL-7\n\n- **Tolk:** {fact}\n")
    assert reading.meeting.interpreter == factor
    assert read(write(public(reading.meeting))).meeting.interpreter == factor


@pytest.mark.parametrize("fact", ["kanskje", "taletid × 9", "0,5", "taletid"])
def test_what_is_no_factor_is_kept_and_told(fact: str) -> None:
    text = f"# Innkalling: samarbeidsmøte for SOL-7\n\n- **Tolk:** {fact}\n"
    reading = read(text)
    assert reading.meeting.interpreter == 1.0
    assert "ja, taletid × 1,5" in "".join(problem.message for problem in reading.problems)
    assert f"- **Tolk:** {fact}" in write(reading.meeting)
