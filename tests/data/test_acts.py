"""What a leader does: every act fits the meeting as it stands, and can be taken back."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import acts, rounds
from data.changes import apply, inverse, read_change
from data.demo import demo_meeting
from data.instants import instant_of
from data.live import Ask
from data.meeting import BRUKER, Attendance, Meeting, Status, Tiltak, entry_id, find
from data.numbering import next_id
from data.rounds import Place
from data.structure import REFERAT, load

DAY = dt.date(2026, 11, 24)
NINE = instant_of(DAY, dt.time(9))
MALSTYRT = load("malstyrt")
DEMO = demo_meeting(dt.datetime.combine(DAY, dt.time(9)))

PEOPLE = st.sampled_from(["p1", "p2", "p3", "p4", "p5", "p6", "p7", "borte"])
PLACES = st.sampled_from([*(step.id for step in MALSTYRT.steps), REFERAT])
ROUNDS = st.sampled_from(["ordet", "runde1", "runde2"])
INSTANTS = st.floats(NINE, NINE + 7200)
TURNS = st.one_of(
    st.sampled_from(
        [rounds.start, rounds.pause, rounds.toggle, rounds.next_speaker, rounds.skip, rounds.previous]
    ),
    st.builds(lambda seconds: lambda held, _now: rounds.extend(held, seconds), st.sampled_from([30, 15])),
    st.builds(lambda who: lambda held, now: rounds.give_floor(held, who, now), PEOPLE),
    st.builds(
        lambda who, by: lambda held, _now: rounds.move(held, who, by), PEOPLE, st.sampled_from([-1, 1])
    ),
    st.builds(
        lambda soft, firm: lambda held, _now: rounds.set_limits(held, soft, firm),
        st.integers(0, 999),
        st.integers(0, 999),
    ),
)
PARTS = st.sampled_from(["participants/p2", "agenda/s1", "goals/M1", "tiltak/T11", "goals/M9"])
ACTS: st.SearchStrategy[Ask] = st.one_of(
    st.builds(
        acts.put,
        st.sampled_from(
            ["place", "summary", "notes/neste/text", "let_stand/r:tiltak/T1/what:0/reason", "goals/M1/text"]
        ),
        st.text(max_size=9),
    ),
    st.builds(
        acts.put, st.just("entries/runde1:p3/goals"), st.lists(st.sampled_from(["M1", "M2"]), unique=True)
    ),
    st.builds(acts.add, st.sampled_from(["participants", "agenda", "goals", "tiltak"])),
    st.builds(acts.remove, PARTS),
    st.builds(acts.remove_if_blank, PARTS),
    st.builds(acts.move, PARTS, st.sampled_from([-1, 1])),
    st.builds(lambda what: acts.agree(Tiltak(id="", what=what)), st.text(max_size=9)),
    st.builds(acts.attend, PEOPLE, st.sampled_from(Attendance), INSTANTS),
    st.builds(acts.all_met, INSTANTS),
    st.builds(acts.come_late, PEOPLE, INSTANTS),
    st.builds(acts.leave, PEOPLE, INSTANTS),
    st.builds(
        lambda place, now, on: acts.walk_to(place, MALSTYRT, now, pausing=on), PLACES, INSTANTS, st.booleans()
    ),
    st.builds(acts.turn, ROUNDS, TURNS, INSTANTS),
    st.builds(acts.take_up, PLACES, INSTANTS),
    st.builds(acts.finish, st.text(max_size=9)),
)


def done(meeting: Meeting, *asks: Ask) -> Meeting:
    """Give the meeting after some acts."""
    for ask in asks:
        change = ask(meeting)
        meeting = apply(meeting, change) if change is not None else meeting
    return meeting


WALK = partial(acts.walk_to, structure=MALSTYRT)


@settings(max_examples=60)
@given(st.lists(ACTS, max_size=20))
def test_any_acts_in_any_order_fit_and_can_each_be_taken_back(asks: list[Ask]) -> None:
    meeting = DEMO
    for ask in asks:
        change = ask(meeting)
        if change is None:
            continue
        after = apply(meeting, change)
        assert apply(after, inverse(meeting, change)) == meeting
        read = read_change(change.as_json())
        assert apply(meeting, read) == after
        assert sum(held.since is not None for held in after.rounds) <= 1
        meeting = after


@settings(max_examples=40)
@given(st.lists(ACTS, max_size=8))
def test_acts_together_are_one_change_that_is_taken_back_as_one(asks: list[Ask]) -> None:
    change = acts.together(*asks)(DEMO)
    if change is None:
        assert done(DEMO, *asks) == DEMO
    else:
        assert apply(DEMO, change) == done(DEMO, *asks)
        assert apply(apply(DEMO, change), inverse(DEMO, change)) == DEMO


# Numbers and fields


def test_a_new_part_gets_one_above_the_highest_number_also_when_one_is_gone() -> None:
    meeting = done(DEMO, acts.remove("tiltak/T12"), acts.agree(Tiltak(id="T3", what="Ring")))
    assert [tiltak.id for tiltak in meeting.tiltak] == ["T11", "T13", "T14", "T15"]
    assert next_id(Meeting(id="tomt"), "goals") == "M1"


def test_setting_what_stands_already_asks_for_nothing() -> None:
    assert acts.put("place", DEMO.place)(DEMO) is None
    assert acts.put("notes/neste/text", "")(DEMO) is None
    assert acts.put("tiltak/T99/what", "Ring")(DEMO) is None


def test_a_part_comes_with_its_first_word() -> None:
    meeting = done(DEMO, acts.put("entries/runde1:p3/progress", "Leser"))
    assert meeting.entry("runde1", "p3").progress == "Leser"
    assert (meeting.entries[0].step, meeting.entries[0].speaker) == ("runde1", "p3")


def test_a_blank_part_goes_out_and_one_that_says_anything_stays() -> None:
    blank = done(DEMO, acts.add("tiltak"))
    assert done(blank, acts.remove_if_blank("tiltak/T15")) == DEMO
    for path, value in {"what": "Ring", "when": "2026-12-01", "at": "09:00:00", "goal": "M1"}.items():
        said = done(blank, acts.put(f"tiltak/T15/{path}", value))
        assert acts.remove_if_blank("tiltak/T15")(said) is None


@pytest.mark.parametrize(("part", "by"), [("agenda/s1", -1), ("agenda/s4", 1), ("agenda/s9", 1)])
def test_nothing_moves_past_the_ends(part: str, by: int) -> None:
    assert acts.move(part, by)(DEMO) is None


# People


def test_all_who_are_not_settled_are_marked_as_met_and_the_others_stand() -> None:
    meeting = done(DEMO, acts.attend("p2", Attendance.ABSENT, NINE), acts.all_met(NINE))
    assert [who.attendance for who in meeting.participants].count(Attendance.MET) == 5
    assert meeting.participants[1].attendance is Attendance.ABSENT
    assert acts.all_met(NINE)(meeting) is None


def test_who_comes_late_is_noted_with_the_time_and_asked_before_the_bruker() -> None:
    begun = done(DEMO, *(acts.attend(who, Attendance.MET, NINE) for who in ("p1", "p3", "p4")))
    begun = done(begun, WALK("runde1", now=NINE))
    late = done(begun, acts.come_late("p5", NINE + 600))
    who = find(late.participants, "p5")
    assert who is not None
    assert (who.attendance, who.arrived) == (Attendance.MET, dt.time(9, 10))
    assert [turn.id for turn in late.rounds[0].turns] == ["p3", "p4", "p5", BRUKER]


def test_who_leaves_while_talking_leaves_an_empty_floor() -> None:
    begun = done(DEMO, acts.all_met(NINE), WALK("runde1", now=NINE))
    talking = done(begun, acts.turn("runde1", rounds.next_speaker, NINE))
    gone = done(talking, acts.leave("p3", NINE + 30))
    assert (gone.rounds[0].speaker, gone.rounds[0].since) == ("", None)
    assert gone.rounds[0].turns[0].place is Place.LEFT
    assert acts.leave("p3", NINE + 60)(gone) is None


def test_one_of_the_family_may_go_while_another_stays_and_keeps_their_turn() -> None:
    begun = done(DEMO, acts.all_met(NINE), WALK("runde1", now=NINE))
    gone = done(begun, acts.leave("p1", NINE))
    assert gone.rounds == begun.rounds


def test_when_the_last_of_the_family_goes_nobody_waits_for_them_and_when_one_is_back_they_do() -> None:
    begun = done(DEMO, acts.all_met(NINE), WALK("ordet", now=NINE), WALK("runde1", now=NINE))
    gone = done(begun, acts.leave("p1", NINE + 60), acts.leave("p2", NINE + 60))
    own, first = gone.rounds
    assert (own.speaker, own.since) == ("", None)
    assert first.turns[-1].place is Place.LEFT
    assert BRUKER not in rounds.queue(first)
    back = done(gone, acts.come_late("p2", NINE + 120))
    assert rounds.queue(back.rounds[1])[-1] == BRUKER
    assert back.rounds[1].turns[-1].limited is False


# Steps and clocks


def test_the_brukers_count_begins_at_once_and_a_round_waits_for_the_leader() -> None:
    meeting = done(DEMO, acts.all_met(NINE), WALK("ordet", now=NINE))
    assert (meeting.rounds[0].speaker, meeting.rounds[0].since) == (BRUKER, NINE)
    meeting = done(meeting, WALK("runde1", now=NINE + 60, pausing=True))
    assert meeting.rounds[0].since is None
    assert (meeting.rounds[1].speaker, meeting.rounds[1].since) == ("", None)


def test_a_clock_that_starts_stops_the_one_that_ran() -> None:
    meeting = done(DEMO, acts.all_met(NINE), WALK("ordet", now=NINE), WALK("runde1", now=NINE + 60))
    meeting = done(meeting, acts.turn("runde1", rounds.next_speaker, NINE + 90))
    assert [held.since for held in meeting.rounds] == [None, NINE + 90]
    assert meeting.rounds[0].turns[0].spent == 90


def test_a_step_is_begun_once_however_often_it_is_visited() -> None:
    once = done(DEMO, acts.all_met(NINE), WALK("runde1", now=NINE))
    again = done(once, WALK("tiltak", now=NINE + 60), WALK("runde1", now=NINE + 120))
    assert again.rounds == once.rounds
    assert [visit.step for visit in again.visits] == ["runde1", "tiltak", "runde1"]
    assert WALK("runde1", now=NINE + 180)(again) is None


def test_the_meeting_ends_when_its_referat_is_reached_and_only_once() -> None:
    ended = done(DEMO, WALK(REFERAT, now=NINE + 3600))
    assert ended.end == dt.time(10)
    assert done(ended, WALK("neste", now=NINE + 3700), WALK(REFERAT, now=NINE + 4000)).end == dt.time(10)


def test_a_meeting_taken_up_on_its_day_becomes_an_utkast_and_before_it_stays_an_innkalling() -> None:
    assert done(DEMO, acts.take_up("velkommen", NINE)).status is Status.UTKAST
    before = done(DEMO, acts.take_up("velkommen", NINE - 7 * 86400))
    assert before.status is Status.INNKALLING
    undated = DEMO.having({"date": None, "start": None})
    begun = done(undated, acts.take_up("velkommen", NINE))
    assert (begun.date, begun.start, begun.status) == (DAY, dt.time(9), Status.UTKAST)


# From the rounds to the referat


def test_a_contribution_makes_a_tiltak_of_the_one_who_gave_it() -> None:
    said = done(
        DEMO,
        acts.put(f"entries/{entry_id('runde2', 'p3')}/contribution", "Veilede lærerne"),
        acts.put(f"entries/{entry_id('runde2', 'p3')}/goals", ["M2"]),
    )
    made = acts.contribution_tiltak(said, "runde2", "p3")
    assert made == Tiltak(id="", what="Veilede lærerne", who="Anne Utkast", goal="M2")
    several = done(said, acts.put(f"entries/{entry_id('runde2', 'p3')}/goals", ["M1", "M2"]))
    made = acts.contribution_tiltak(several, "runde2", "p3")
    assert made is not None
    assert made.goal == ""
    assert acts.contribution_tiltak(said, "runde2", "p4") is None


def test_finishing_sets_the_status_and_the_reason_and_clears_one_that_no_longer_holds() -> None:
    finished = done(DEMO, acts.finish(" Venter på BUP. "))
    assert (finished.status, finished.incomplete_because) == (Status.REFERAT, "Venter på BUP.")
    assert done(finished, acts.finish("")).incomplete_because == ""
    assert acts.finish("Venter på BUP.")(finished) is None
