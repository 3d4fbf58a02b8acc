"""A group tells what is to be met again, and how it came to stand so."""

from __future__ import annotations

import datetime as dt

from data.group import GroupKind, Member
from data.meeting import Kind, TiltakStatus
from tests.data.sample_group import SAMPLE_GROUP


def test_what_is_not_done_is_met_again_and_what_is_done_is_not() -> None:
    assert [tiltak.id for tiltak in SAMPLE_GROUP.unfinished] == ["T2", "T3"]


def test_a_reached_goal_is_met_again_only_while_a_tiltak_serves_it() -> None:
    assert [goal.id for goal in SAMPLE_GROUP.goals_in_use] == ["M1"]
    first, *others = SAMPLE_GROUP.tiltak
    taken_up = first.having({"status": TiltakStatus.PARTLY})
    served = SAMPLE_GROUP.having({"tiltak": (taken_up, *others)})
    assert [goal.id for goal in served.goals_in_use] == ["M1", "M2"]


def test_a_tiltak_and_a_goal_have_their_history() -> None:
    assert [one.status.value for one in SAMPLE_GROUP.history("T2")] == ["åpen", "ikke gjennomført"]
    assert [one.text for one in SAMPLE_GROUP.concluded("M1")] == ["Fortsett."]


def test_an_ansvarsgruppe_holds_ansvarsgruppemoter() -> None:
    assert SAMPLE_GROUP.meeting_kind is Kind.ANSVARSGRUPPEMOTE
    other = SAMPLE_GROUP.having({"kind": GroupKind.SAMARBEIDSGRUPPE})
    assert other.meeting_kind is Kind.SAMARBEIDSMOTE


def test_a_group_is_closed_from_the_day_it_ended() -> None:
    assert not SAMPLE_GROUP.is_closed
    assert SAMPLE_GROUP.having({"closed": dt.date(2027, 6, 1)}).is_closed


def test_two_of_one_name_are_told_apart_by_their_service() -> None:
    twin = Member(id="p5", name="Per Prøve", service="NAV")
    group = SAMPLE_GROUP.having({"members": (*SAMPLE_GROUP.members, twin)})
    assert group.label(twin) == "Per Prøve (NAV)"
    assert group.label(group.members[1]) == "Kari Kladd"
