"""What a meeting agreed comes back to its group, once, and is taken back when the meeting is corrected."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from data.consent_history import row_of
from data.group import Group, GroupKind, Happening
from data.markdown import public
from data.markdown.group import read_group, write_group
from data.meeting import (
    Consent,
    ConsentState,
    Goal,
    Kind,
    Meeting,
    NextMeeting,
    Participant,
    Standing,
    Tiltak,
    TiltakStatus,
    Verdict,
    find,
)
from data.outcome import group_of, with_outcome
from tests.data.groups import groups
from tests.data.meetings import meetings
from tests.data.sample_group import SAMPLE_GROUP

EMPTY = Group(id="sol-7", alias="SOL-7")
OCTOBER, NOVEMBER, JANUARY = dt.date(2026, 10, 6), dt.date(2026, 11, 24), dt.date(2027, 1, 12)

FIRST = Meeting(
    id="m1",
    group="SOL-7",
    date=OCTOBER,
    goals=(Goal(id="M1", text="Trygg på skolen"), Goal(id="M2", text="Leseglede")),
    tiltak=(
        Tiltak(id="T1", what="Kartlegge lesing", who="Per Prøve", goal="M2"),
        Tiltak(id="T2", what="Ringe BUP", who="Kari Kladd", when=NOVEMBER),
    ),
)
SECOND = Meeting(
    id="m2",
    group="SOL-7",
    date=NOVEMBER,
    goals=(
        Goal(id="M1", text="Trygg på skolen", verdict=Verdict.ON_TRACK, conclusion="Fortsett."),
        Goal(id="M2", text="Leseglede", verdict=Verdict.REACHED),
    ),
    tiltak=(
        Tiltak(id="T1", what="Kartlegge lesing", who="Per Prøve", carried=True, status=TiltakStatus.DONE),
        Tiltak(
            id="T2",
            what="Ringe BUP",
            who="Kari Kladd",
            when=JANUARY,
            carried=True,
            status=TiltakStatus.NOT_DONE,
            reason="Sykdom.",
        ),
        Tiltak(id="T3", what="Veilede lærerne", who="Per Prøve"),
    ),
)


def after(*held: Meeting) -> Group:
    """Give a group after some meetings, each saved once."""
    group = EMPTY
    for meeting in held:
        group = with_outcome(group, meeting)
    return group


def told(group: Group, tiltak: str) -> list[tuple[str, str, str]]:
    """Give a tiltak's history as status, reason and meeting."""
    return [(row.status.value, row.reason, row.meeting) for row in group.history(tiltak)]


def test_what_is_agreed_comes_into_the_group_with_its_number() -> None:
    group = after(FIRST)
    assert [(one.id, one.what, one.who) for one in group.tiltak] == [
        ("T1", "Kartlegge lesing", "Per Prøve"),
        ("T2", "Ringe BUP", "Kari Kladd"),
    ]
    assert told(group, "T1") == [("åpen", "", "m1")]
    assert [goal.text for goal in group.goals] == ["Trygg på skolen", "Leseglede"]


def test_what_came_of_it_is_told_with_the_meeting_and_why() -> None:
    group = after(FIRST, SECOND)
    assert told(group, "T1") == [("åpen", "", "m1"), ("gjennomført", "", "m2")]
    assert told(group, "T2") == [("åpen", "", "m1"), ("ikke gjennomført", "Sykdom.", "m2")]
    assert [one.id for one in group.unfinished] == ["T2", "T3"]
    moved = find(group.tiltak, "T2")
    assert moved
    assert moved.when == JANUARY


def test_conclusions_on_goals_come_with_their_history() -> None:
    group = after(FIRST, SECOND)
    assert [(goal.verdict, goal.conclusion) for goal in group.goals] == [
        (Verdict.ON_TRACK, "Fortsett."),
        (Verdict.REACHED, ""),
    ]
    assert [(row.verdict, row.meeting) for row in group.concluded("M1")] == [
        (Verdict.NEW, "m1"),
        (Verdict.ON_TRACK, "m2"),
    ]


def test_a_number_that_only_the_history_tells_of_is_given_to_nothing_else() -> None:
    group = EMPTY.having(
        {
            "tiltak": (Tiltak(id="T1", what="Noe eldre"),),
            "happenings": (Happening(id="h1", tiltak="T2"),),
        }
    )
    meeting = Meeting(id="m1", tiltak=(Tiltak(id="T1", what="Noe nytt"),))
    once = with_outcome(group, meeting)
    assert [(one.id, one.what) for one in once.tiltak] == [("T1", "Noe eldre"), ("T3", "Noe nytt")]
    assert with_outcome(once, meeting) == once


def test_advice_changes_nothing_in_a_group() -> None:
    advised = SECOND.having({"kind": Kind.DROFTINGSMOTE})
    assert after(FIRST, advised) == after(FIRST)


def test_a_fagmote_brings_its_tiltak_and_no_members_or_meetings() -> None:
    came = (Participant(id="p1", name="Nils Nykommer", service="NAV"),)
    held = {"participants": came, "next_meeting": NextMeeting(date=JANUARY, closed=True)}
    own = after(FIRST, SECOND.having(held))
    fag = after(FIRST, SECOND.having({"kind": Kind.FAGMOTE, **held}))
    assert [one.id for one in fag.unfinished] == [one.id for one in own.unfinished]
    assert (own.members[-1].name, own.closed) == ("Nils Nykommer", SECOND.date)
    assert (fag.members, fag.closed, fag.plan) == ((), None, ())


@settings(max_examples=40)
@given(groups(), meetings())
def test_saving_a_meeting_again_changes_nothing(group: Group, meeting: Meeting) -> None:
    once = with_outcome(group, public(meeting))
    assert with_outcome(once, public(meeting)) == once


@settings(max_examples=40)
@given(groups(), meetings())
def test_the_group_after_a_meeting_can_be_written_and_read(group: Group, meeting: Meeting) -> None:
    once = with_outcome(read_group(write_group(group)).group, public(meeting))
    saved = write_group(once)
    assert write_group(read_group(saved).group) == saved


@settings(max_examples=40)
@given(groups(), meetings())
def test_no_meeting_takes_a_tiltak_that_others_agreed(group: Group, meeting: Meeting) -> None:
    before = {one.id for one in group.tiltak}
    assert before <= {one.id for one in with_outcome(group, public(meeting)).tiltak}


def test_a_corrected_meeting_takes_back_what_it_said() -> None:
    first, second, _third = SECOND.tiltak
    redone = (first.having({"status": TiltakStatus.PARTLY}), second)
    corrected = SECOND.having({"tiltak": redone, "goals": FIRST.goals})
    group = with_outcome(after(FIRST, SECOND), corrected)
    assert told(group, "T1") == [("åpen", "", "m1"), ("delvis", "", "m2")]
    assert find(group.tiltak, "T3") is None
    assert group.history("T3") == ()
    assert [goal.verdict for goal in group.goals] == [Verdict.NEW, Verdict.NEW]


def test_an_older_meeting_saved_again_leaves_what_stands_now() -> None:
    older = FIRST.having({"tiltak": tuple(one.having({"who": "Tor Test"}) for one in FIRST.tiltak)})
    group = with_outcome(after(FIRST, SECOND), older)
    assert group == after(FIRST, SECOND)


def test_a_meeting_that_was_forgotten_takes_its_place_in_the_history() -> None:
    group = after(FIRST)
    between = SECOND.having({"id": "m3", "date": JANUARY})
    group = with_outcome(with_outcome(group, between), SECOND)
    assert [row.meeting for row in group.history("T1")] == ["m1", "m2", "m3"]


def test_a_tiltak_that_a_later_meeting_settled_is_not_taken_back_with_the_first() -> None:
    shorter = FIRST.having({"tiltak": FIRST.tiltak[:1]})
    group = with_outcome(after(FIRST, SECOND), shorter)
    assert told(group, "T2") == [("ikke gjennomført", "Sykdom.", "m2")]


def test_two_tiltak_that_got_one_number_become_two() -> None:
    apart = Meeting(id="m9", date=NOVEMBER, tiltak=(Tiltak(id="T2", what="Kjøpe frukt"),))
    group = after(FIRST, apart)
    assert [(one.id, one.what) for one in group.tiltak][1:] == [("T2", "Ringe BUP"), ("T3", "Kjøpe frukt")]
    assert with_outcome(group, apart) == group


def test_what_was_set_by_hand_between_meetings_is_told_too() -> None:
    first, second = after(FIRST).tiltak
    by_hand = first.having({"status": TiltakStatus.PARTLY, "reason": "Halve prøven."})
    group = after(FIRST).having({"tiltak": (by_hand, second)})
    group = with_outcome(group, SECOND)
    assert told(group, "T1") == [
        ("åpen", "", "m1"),
        ("delvis", "Halve prøven.", ""),
        ("gjennomført", "", "m2"),
    ]


def test_what_was_set_on_the_board_stands_until_a_meeting_says_otherwise() -> None:
    row = Happening(id="h9", tiltak="T1", date=dt.date(2026, 10, 20), status=TiltakStatus.DROPPED)
    first, second = after(FIRST).tiltak
    dropped = first.having({"status": TiltakStatus.DROPPED})
    group = after(FIRST)
    group = group.having({"happenings": (*group.happenings, row), "tiltak": (dropped, second)})
    again = with_outcome(group, FIRST)
    assert again == group


def test_the_agreed_next_meeting_comes_into_the_plan_and_moves_with_it() -> None:
    agreed = NextMeeting(date=JANUARY, time=dt.time(9), place="Rådhuset")
    held = SECOND.having({"next_meeting": agreed})
    group = after(held)
    assert [(one.date, one.place) for one in group.plan] == [(JANUARY, "Rådhuset")]
    later = held.having({"next_meeting": NextMeeting(date=dt.date(2027, 1, 19))})
    assert [one.date for one in with_outcome(group, later).plan] == [dt.date(2027, 1, 19)]


def test_a_planned_day_is_not_planned_twice() -> None:
    held = SECOND.having({"next_meeting": NextMeeting(date=JANUARY)})
    assert with_outcome(SAMPLE_GROUP, held).plan == SAMPLE_GROUP.plan


def test_a_meeting_may_end_the_group_and_take_it_back() -> None:
    ended = SECOND.having({"next_meeting": NextMeeting(closed=True)})
    group = after(ended)
    assert (group.closed, group.closed_because) == (NOVEMBER, "Målene er nådd.")
    assert not with_outcome(group, SECOND).is_closed


def test_those_who_come_each_time_become_members_once() -> None:
    people = (
        Participant(id="p1", name="Mor Eksempel", bruker=True),
        Participant(id="p2", name="Per Prøve", service="PPT"),
        Participant(id="p3", name="Tor Test", standing=Standing.ETTER_AVTALE),
    )
    group = after(SECOND.having({"participants": people}))
    assert [(one.name, one.bruker) for one in group.members] == [("Mor Eksempel", True), ("Per Prøve", False)]


def test_a_consent_is_given_or_withdrawn_on_the_day_it_changed() -> None:
    given = Consent(id="PPT", state=ConsentState.WRITTEN, given_by="Mor Eksempel")
    group = after(FIRST.having({"consents": (given,)}))
    assert [(one.since, one.given_by) for one in group.consents] == [(OCTOBER, "Mor Eksempel")]
    again = SECOND.having({"consents": (given,)})
    assert with_outcome(group, again).consents[0].since == OCTOBER
    taken = SECOND.having({"consents": (Consent(id="PPT", state=ConsentState.WITHDRAWN),)})
    assert with_outcome(group, taken).consents[0].withdrawn == NOVEMBER
    silent = SECOND.having({"consents": (Consent(id="PPT"),)})
    assert with_outcome(group, silent).consents == group.consents


def test_a_group_nobody_made_is_made_of_its_meeting() -> None:
    meeting = SECOND.having({"kind": Kind.ANSVARSGRUPPEMOTE, "leader": "Kari Kladd"})
    group = group_of(meeting, "sol-7")
    assert (group.alias, group.kind, group.koordinator) == ("SOL-7", GroupKind.ANSVARSGRUPPE, "Kari Kladd")


def test_how_a_consent_came_to_stand_is_told_once_for_each_change() -> None:
    given = Consent(id="PPT", state=ConsentState.ORAL, given_by="Mor Eksempel", heard_by="Ola Øving")
    group = after(FIRST.having({"consents": (given,)}))
    group = with_outcome(group, SECOND.having({"consents": (given,)}))
    assert [(one.service, one.date, one.state, one.heard_by) for one in group.consented] == [
        ("PPT", OCTOBER, ConsentState.ORAL, "Ola Øving")
    ]
    taken = SECOND.having({"consents": (given.having({"state": ConsentState.WITHDRAWN}),)})
    withdrawn = with_outcome(group, taken)
    assert [(one.state, one.date) for one in withdrawn.consented] == [
        (ConsentState.ORAL, OCTOBER),
        (ConsentState.WITHDRAWN, NOVEMBER),
    ]
    assert with_outcome(withdrawn, taken) == withdrawn


@pytest.mark.parametrize("withdrawn", [OCTOBER, NOVEMBER, None])
def test_a_consent_that_was_withdrawn_in_the_group_does_not_come_back_with_a_meeting(
    withdrawn: dt.date | None,
) -> None:
    """The meeting has it as it was before that: its innkalling is older, or it is only saved again."""
    given = Consent(id="PPT", state=ConsentState.WRITTEN, given_by="Mor Eksempel", since=OCTOBER)
    group = after(FIRST.having({"consents": (given,)}))
    row = row_of(given.having({"state": ConsentState.WITHDRAWN}), withdrawn, "")
    stands = group.consents[0].having({"state": ConsentState.WITHDRAWN, "withdrawn": withdrawn})
    group = group.having({"consents": (stands,), "consented": (*group.consented, row.having({"id": "w9"}))})
    again = with_outcome(group, SECOND.having({"consents": (given,)}))
    assert [one.state for one in again.consented] == [ConsentState.WRITTEN, ConsentState.WITHDRAWN]
    anew = SECOND.having({"consents": (given.having({"since": NOVEMBER}),)})
    assert with_outcome(group, anew).consents[0].state is ConsentState.WRITTEN


def test_a_corrected_meeting_takes_back_what_it_said_of_a_consent() -> None:
    given = Consent(id="PPT", state=ConsentState.WRITTEN, given_by="Mor Eksempel")
    group = after(FIRST.having({"consents": (given,)}))
    wrong = with_outcome(group, SECOND.having({"consents": (given.having({"state": ConsentState.MISSING}),)}))
    assert wrong.consents[0].state is ConsentState.MISSING
    assert with_outcome(wrong, SECOND.having({"consents": (given,)})).consents == group.consents


def test_a_consent_set_by_hand_is_told_before_a_meeting_changes_it() -> None:
    taken = Consent(id="PPT", state=ConsentState.WITHDRAWN, given_by="Mor Eksempel")
    group = with_outcome(SAMPLE_GROUP, SECOND.having({"id": "m9", "date": JANUARY, "consents": (taken,)}))
    told = [(one.date, one.state) for one in group.consent_history("PPT")]
    assert told == [(None, ConsentState.WRITTEN), (JANUARY, ConsentState.WITHDRAWN)]
