"""Whether the plan holds, minute by minute, and how long each may speak."""

from __future__ import annotations

import datetime as dt
import itertools
import zoneinfo
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import plan, rounds
from data.meeting import BRUKER, Attendance, Meeting, Participant, Visit
from data.plan import Pace
from data.rounds import Round
from data.structure import Step, StepKind, Structure, load

NINE = dt.datetime(2026, 11, 24, 8, tzinfo=dt.UTC).timestamp()
"""Nine o'clock in Oslo on a day in winter."""
MINUTE = 60

EIGHT_STEPS = load("malstyrt")
PEOPLE = tuple(Participant(id=f"p{n}", name=f"Per Prøve {n}", attendance=Attendance.MET) for n in range(1, 7))


def a_meeting(*visits: tuple[str, float], held: Round | None = None, length: int = 60) -> Meeting:
    """Give a meeting set for nine that came to each step some minutes after nine."""
    return Meeting(
        id="m1",
        date=dt.date(2026, 11, 24),
        start=dt.time(9),
        length=length,
        participants=(*PEOPLE, Participant(id="b1", bruker=True, attendance=Attendance.MET)),
        visits=tuple(
            Visit(id=f"v{n}", step=step, at=NINE + minutes * MINUTE)
            for n, (step, minutes) in enumerate(visits)
        ),
        rounds=(held,) if held else (),
    )


def minutes_behind(meeting: Meeting, minutes: float) -> float:
    return plan.standing(meeting, EIGHT_STEPS, NINE + minutes * MINUTE).behind_seconds / MINUTE


def a_round(step: str, heard: int, since: float) -> Round:
    """Give a round in which some are done; the next got the floor some minutes after nine."""
    held = rounds.begin(step, [one.id for one in PEOPLE], bruker=BRUKER if step == "runde1" else "")
    for _turn in range(heard + 1):
        held = rounds.next_speaker(held, NINE + since * MINUTE)
    return held


# When the meeting is


@pytest.mark.parametrize(
    ("opened", "begins"), [(-30, 0), (-5, 0), (0, 0), (7, 0), (30, 0), (31, 31), (-31, -31), (300, 300)]
)
def test_a_meeting_opened_near_its_start_ends_when_it_was_to_end(opened: float, begins: float) -> None:
    meeting = a_meeting(("velkommen", opened))
    assert plan.begins(meeting) == NINE + begins * MINUTE
    assert plan.ends(meeting) == NINE + (begins + 60) * MINUTE


@pytest.mark.parametrize("missing", ["date", "start"])
def test_a_meeting_without_date_or_start_is_planned_from_its_opening(missing: str) -> None:
    meeting = a_meeting(("velkommen", 3)).having({missing: None})
    assert plan.begins(meeting) == NINE + 3 * MINUTE


def test_a_meeting_that_is_not_opened_begins_when_it_is_set_for_if_it_is_set() -> None:
    assert plan.begins(a_meeting()) == NINE
    assert plan.ends(Meeting(id="m2")) is None


@pytest.mark.parametrize(
    ("date", "utc_hour"), [(dt.date(2026, 10, 24), 7), (dt.date(2026, 10, 26), 8), (dt.date(2027, 3, 29), 7)]
)
def test_nine_is_nine_in_oslo_in_summer_and_winter(date: dt.date, utc_hour: int) -> None:
    meeting = a_meeting().having({"date": date})
    assert plan.begins(meeting) == dt.datetime.combine(date, dt.time(utc_hour), dt.UTC).timestamp()


@pytest.fixture
def no_time_zones(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def missing(key: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(key)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    plan._oslo.cache_clear()  # noqa: SLF001 - the machine's time zones are looked for once
    yield
    plan._oslo.cache_clear()  # noqa: SLF001 - the next test has them again


@pytest.mark.usefixtures("no_time_zones")
def test_C4_without_time_zones_the_plan_goes_from_the_opening() -> None:
    assert plan.begins(a_meeting(("velkommen", 5))) == NINE + 5 * MINUTE
    assert plan.begins(a_meeting()) is None


@pytest.mark.parametrize("date", [dt.date.min, dt.date.max])
def test_the_first_and_last_days_of_the_calendar_are_days_too(date: dt.date) -> None:
    meeting = a_meeting(("velkommen", 0)).having({"date": date})
    assert plan.begins(meeting) == NINE


# What each step is to take, and took


def test_the_steps_follow_one_another_from_start_to_end() -> None:
    slots = plan.schedule(a_meeting(), EIGHT_STEPS, NINE)
    assert [slot.step for slot in slots] == [step.id for step in EIGHT_STEPS.steps]
    assert [(slot.end - slot.start) / MINUTE for slot in slots] == [8, 8, 14, 14, 6, 5, 2, 3]
    assert slots[0].start == NINE
    assert all(one.end == following.start for one, following in itertools.pairwise(slots))


def test_the_minutes_are_scaled_to_the_length_of_the_meeting() -> None:
    slots = plan.schedule(a_meeting(length=90), EIGHT_STEPS, NINE)
    assert slots[0].end == NINE + 12 * MINUTE
    assert slots[-1].end == NINE + 90 * MINUTE


def test_a_meeting_without_a_start_is_scheduled_from_now() -> None:
    assert plan.schedule(Meeting(id="m2"), EIGHT_STEPS, NINE + 5)[0].start == NINE + 5


def test_time_spent_is_added_up_over_every_visit_to_a_step() -> None:
    meeting = a_meeting(("velkommen", 0), ("ordet", 6), ("velkommen", 8), ("ordet", 9))
    spent = plan.spent(meeting, NINE + 20 * MINUTE)
    assert spent == {"velkommen": 7 * MINUTE, "ordet": 13 * MINUTE}
    assert plan.spent(a_meeting(), NINE) == {}


def test_a_clock_set_back_takes_no_time_from_a_step() -> None:
    meeting = a_meeting(("velkommen", 0), ("ordet", 10), ("runde1", -50))
    assert plan.spent(meeting, NINE - 45 * MINUTE) == {
        "velkommen": 10 * MINUTE,
        "ordet": 0,
        "runde1": 5 * MINUTE,
    }


# How the meeting stands


def test_before_it_is_opened_a_meeting_holds_its_plan_and_has_all_its_time() -> None:
    assert plan.standing(a_meeting(), EIGHT_STEPS, NINE - 86_400) == Pace(0, 3600)
    assert plan.standing(Meeting(id="m2", length=45), EIGHT_STEPS, NINE) == Pace(0, 2700)


def test_the_time_left_is_to_the_planned_end_and_goes_below_nothing() -> None:
    meeting = a_meeting(("velkommen", 4))
    assert plan.standing(meeting, EIGHT_STEPS, NINE + 10 * MINUTE).left_seconds == 50 * MINUTE
    assert plan.standing(meeting, EIGHT_STEPS, NINE + 63 * MINUTE).left_seconds == -3 * MINUTE


@pytest.mark.parametrize(("minutes", "behind"), [(0, 0), (5, 0), (8, 0), (11, 3)])
def test_a_step_holds_the_plan_until_its_time_is_used(minutes: float, behind: float) -> None:
    assert minutes_behind(a_meeting(("velkommen", 0)), minutes) == pytest.approx(behind)


def test_a_meeting_opened_late_is_behind_and_one_opened_early_ahead() -> None:
    assert minutes_behind(a_meeting(("velkommen", 4)), 4) == 4
    assert minutes_behind(a_meeting(("velkommen", -6)), -6) == -6


def test_going_on_before_the_time_is_used_puts_the_meeting_ahead() -> None:
    assert minutes_behind(a_meeting(("velkommen", 0), ("ordet", 5)), 6) == -3


def test_in_a_round_those_heard_move_the_plan_on() -> None:
    """Round 1 is planned from 09:16 for 14 minutes: two for each of seven, the bruker the last."""
    in_round = (("velkommen", 0), ("ordet", 8), ("runde1", 16))
    assert minutes_behind(a_meeting(*in_round, held=a_round("runde1", 3, since=22)), 22) == pytest.approx(0)
    assert minutes_behind(a_meeting(*in_round, held=a_round("runde1", 5, since=22)), 22) == pytest.approx(-4)
    assert minutes_behind(a_meeting(*in_round, held=a_round("runde1", 1, since=22)), 22) == pytest.approx(4)


@pytest.mark.parametrize(("minutes", "behind"), [(22, 0), (23, 0), (24, 0), (25, 1)])
def test_who_speaks_holds_the_plan_for_an_even_share_of_the_round(minutes: float, behind: float) -> None:
    meeting = a_meeting(("velkommen", 0), ("runde1", 16), held=a_round("runde1", 3, since=22))
    assert minutes_behind(meeting, minutes) == pytest.approx(behind)


def test_one_heard_who_speaks_again_stays_heard() -> None:
    held = rounds.give_floor(a_round("runde1", 4, since=26), "p1", NINE + 26 * MINUTE)
    meeting = a_meeting(("velkommen", 0), ("runde1", 16), held=held)
    assert minutes_behind(meeting, 26) == pytest.approx(0)
    assert minutes_behind(meeting, 27) == pytest.approx(1)


def test_those_who_left_are_not_waited_for() -> None:
    held = rounds.leave(rounds.leave(a_round("runde1", 4, since=25), "p6", NINE), "b1", NINE)
    meeting = a_meeting(("velkommen", 0), ("runde1", 16), held=held)
    assert minutes_behind(meeting, 25) == pytest.approx(25 - 16 - 14 * 4 / 6)


def test_a_round_held_without_the_clock_goes_by_time() -> None:
    held = rounds.begin("runde1", [one.id for one in PEOPLE])
    meeting = a_meeting(("velkommen", 0), ("runde1", 16), held=held)
    assert minutes_behind(meeting, 28) == pytest.approx(0)
    assert minutes_behind(meeting, 33) == pytest.approx(3)


def test_the_brukers_own_step_goes_by_time_however_long_they_talk() -> None:
    held = rounds.next_speaker(rounds.begin("ordet", (), bruker=BRUKER), NINE + 8 * MINUTE)
    paused = rounds.pause(held, NINE + 9 * MINUTE)
    meeting = a_meeting(("velkommen", 0), ("ordet", 8), held=paused)
    assert minutes_behind(meeting, 14) == 0


def test_a_look_at_another_step_does_not_move_the_plan() -> None:
    looking = a_meeting(("velkommen", 0), ("ordet", 8), ("tiltak", 10))
    assert minutes_behind(looking, 10.4) == pytest.approx(0, abs=0.5)
    back = a_meeting(("velkommen", 0), ("ordet", 8), ("tiltak", 10), ("ordet", 10.3))
    assert minutes_behind(back, 10.6) == pytest.approx(0, abs=0.5)
    assert minutes_behind(looking, 11) == pytest.approx(-40)


def test_the_referat_comes_after_all_the_steps() -> None:
    assert minutes_behind(a_meeting(("velkommen", 0), ("neste", 50), ("referat", 54)), 55) == pytest.approx(
        -5
    )


def test_a_step_that_the_structure_does_not_know_stands_at_the_start() -> None:
    assert minutes_behind(a_meeting(("borte", 0)), 10) == 10


@given(
    st.lists(st.tuples(st.sampled_from([*EIGHT_STEPS.places, "borte"]), st.floats(-90, 90)), max_size=12),
    st.floats(-200, 200),
    st.integers(0, 300),
)
def test_whatever_the_clocks_have_done_the_plan_can_be_told(
    visits: list[tuple[str, float]], minutes: float, length: int
) -> None:
    meeting = a_meeting(*visits, length=length, held=a_round("runde1", 2, since=20))
    now = NINE + minutes * MINUTE
    reached = now - plan.standing(meeting, EIGHT_STEPS, now).behind_seconds
    start, end = plan.begins(meeting), plan.ends(meeting)
    assert start is not None
    assert end is not None
    if visits:
        assert start - 1e-3 <= reached <= end + 1e-3
    share = plan.proposal(meeting, EIGHT_STEPS, meeting.rounds[0], now)
    assert 30 <= share <= 180
    assert share % 15 == 0


# What a speaker can have


def proposed(meeting: Meeting, minutes: float) -> int:
    held = meeting.rounds[0] if meeting.rounds else None
    return plan.proposal(meeting, EIGHT_STEPS, held, NINE + minutes * MINUTE)


def test_the_time_left_is_shared_by_all_turns_of_both_rounds() -> None:
    """At 09:16 there are 44 minutes left, 16 of them for steps 5 to 8: 28 for 6 + 1 + 6 turns."""
    held = rounds.begin("runde1", [one.id for one in PEOPLE], bruker=BRUKER)
    meeting = a_meeting(("velkommen", 0), ("runde1", 16), held=held)
    assert proposed(meeting, 16) == 28 * MINUTE // 13 // 15 * 15 == 120


def test_a_round_that_has_not_begun_counts_those_present() -> None:
    assert proposed(a_meeting(("velkommen", 0), ("runde1", 16)), 16) == 120


def test_the_later_in_the_meeting_the_less_for_each() -> None:
    times = [proposed(a_meeting(("runde1", 0)), minutes) for minutes in (16, 20, 24, 30, 40, 70)]
    assert times == [120, 105, 90, 60, 30, 30]


def test_nobody_is_given_more_than_the_firm_limit() -> None:
    few = a_meeting(("runde2", 0), held=rounds.begin("runde2", ["p1", "p2"]))
    assert proposed(few, 5) == 180
    longer = few.having({"rounds": (rounds.set_limits(few.rounds[0], 60, 300),)})
    assert proposed(longer, 5) == 300
    assert proposed(few.having({"rounds": (rounds.set_limits(few.rounds[0], 30, 60),)}), 5) == 180


def test_the_proposal_stands_while_somebody_speaks_and_falls_with_time_over_it() -> None:
    def at(minutes: float, held: Round) -> int:
        return proposed(a_meeting(("runde2", 30), held=held), minutes)

    talking = a_round("runde2", 0, since=30)
    assert {at(30 + seconds / 60, talking) for seconds in range(0, 240, 7)} == {135}
    after_four_minutes = rounds.next_speaker(talking, NINE + 34 * MINUTE)
    assert at(34, after_four_minutes) == 120


def test_the_proposal_does_not_flicker_on_a_quarter_of_a_minute() -> None:
    """Seven speakers share fourteen minutes: two minutes each, exactly."""
    held = rounds.next_speaker(rounds.come(rounds.begin("runde2", [one.id for one in PEOPLE]), "p7"), NINE)
    running = held.having({"since": NINE + 30 * MINUTE})
    meeting = a_meeting(("runde2", 30), held=running)
    assert {proposed(meeting, 30 + tenths / 600) for tenths in range(1200)} == {120}


def test_one_asked_again_goes_on_from_what_they_have_used() -> None:
    """Nineteen minutes are left at 09:41, three of them to speak; p5 has used one before."""
    held = rounds.skip(a_round("runde2", 4, since=40), NINE + 41 * MINUTE)
    assert (held.speaker, rounds.queue(held)) == ("p6", ("p5",))
    assert proposed(a_meeting(("runde2", 30), held=held), 41) == (3 + 1) * MINUTE / 2
    again = rounds.pause(rounds.next_speaker(held, NINE + 41 * MINUTE), NINE + 41 * MINUTE)
    assert again.speaker == "p5"
    assert proposed(a_meeting(("runde2", 30), held=again), 42.5) == (1.5 + 1) * MINUTE


def test_who_is_away_or_has_left_has_no_share_and_before_the_roll_everybody_has() -> None:
    def with_attendance(*attendance: Attendance) -> Meeting:
        chairs = zip(PEOPLE, attendance, strict=True)
        people = tuple(one.having({"attendance": how}) for one, how in chairs)
        return a_meeting(("runde2", 30)).having({"participants": people})

    assert proposed(with_attendance(*[Attendance.UNKNOWN] * 6), 30) == 135
    assert proposed(with_attendance(*[Attendance.MET] * 4, *[Attendance.ABSENT] * 2), 36) == 105 + 15
    nobody = with_attendance(*[Attendance.ABSENT] * 6)
    assert proposed(nobody, 30) == 180


def test_in_another_step_the_rest_of_its_time_is_set_aside() -> None:
    meeting = a_meeting(("ordet", 16))
    assert proposed(meeting, 16) == proposed(meeting, 24) == 90
    assert proposed(meeting, 30) == 60


def test_a_look_ahead_leaves_the_later_steps_their_time() -> None:
    straight = a_meeting(("velkommen", 0), ("runde2", 30))
    looked = a_meeting(("velkommen", 0), ("tiltak", 25), ("runde2", 30))
    assert proposed(looked, 30) == proposed(straight, 30) == 135


def test_after_the_rounds_there_is_nothing_to_share() -> None:
    assert proposed(a_meeting(("velkommen", 0), ("tiltak", 50)), 50) == 180
    assert proposed(a_meeting(("velkommen", 0), ("referat", 60)), 60) == 180


def test_before_the_meeting_is_opened_its_whole_length_is_shared() -> None:
    assert proposed(a_meeting(), -600) == 120
    assert proposed(a_meeting(length=45), -600) == 90


def test_a_round_already_held_shares_only_with_who_is_left_in_it() -> None:
    """Four minutes at 09:40 for the last speaker of each round and the bruker's stop in the first."""
    second = a_round("runde2", 5, since=40)
    first = a_round("runde1", 5, since=20)
    paused = rounds.pause(first, NINE + 20 * MINUTE)
    meeting = a_meeting(("velkommen", 0), ("runde1", 40)).having({"rounds": (paused, second)})
    assert proposed(meeting, 40) == 4 * MINUTE // 3 // 15 * 15 == 75


def test_a_structure_without_minutes_or_a_meeting_without_length_gives_the_shortest_turn() -> None:
    bare = Structure("bar", "Bar", (Step("r", StepKind.ROUND, "Runde", 0),))
    held = rounds.next_speaker(rounds.begin("r", ["p1"]), NINE)
    meeting = a_meeting(("r", 0), held=held, length=0)
    assert plan.standing(meeting, bare, NINE + 60) == Pace(60, -60)
    assert plan.proposal(meeting, bare, held, NINE + 60) == 30
