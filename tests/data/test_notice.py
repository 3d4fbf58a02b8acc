"""KE is told of what it must know, and of nothing more."""

from __future__ import annotations

import datetime as dt

import pytest

from data.group import Group, GroupKind, PlanWish
from data.notice import Event, events, notice
from tests.data.sample_group import SAMPLE_GROUP

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, ()),
        ({"mandate": "Noe annet."}, ()),
        ({"koordinator": "Per Prøve"}, (Event.KOORDINATOR,)),
        ({"closed": TODAY}, (Event.CLOSED,)),
        ({"individual_plan": PlanWish.DECLINED}, (Event.DECLINED,)),
        ({"koordinator": "Per Prøve", "closed": TODAY}, (Event.KOORDINATOR, Event.CLOSED)),
        ({"kind": GroupKind.SAMARBEIDSGRUPPE, "closed": TODAY}, ()),
    ],
)
def test_what_changed_is_told(changed: dict[str, object], told: tuple[Event, ...]) -> None:
    assert events(SAMPLE_GROUP, SAMPLE_GROUP.having(changed)) == told


def test_a_new_ansvarsgruppe_is_told_of_and_a_samarbeidsgruppe_is_not() -> None:
    assert events(None, SAMPLE_GROUP) == (Event.CREATED,)
    samarbeidsgruppe = SAMPLE_GROUP.having({"kind": GroupKind.SAMARBEIDSGRUPPE})
    assert events(None, samarbeidsgruppe) == ()
    assert events(samarbeidsgruppe, SAMPLE_GROUP) == (Event.CREATED,)


def test_a_notice_has_the_alias_and_the_koordinator_and_no_other_name() -> None:
    text = notice(SAMPLE_GROUP, (Event.CREATED, Event.DECLINED), TODAY)
    assert "Ansvarsgruppe: SOL-7" in text
    assert "opprettet tirsdag 1. september 2026" in text
    assert "Koordinator: Kari Kladd." in text
    assert "ønsker ikke individuell plan" in text
    assert not any(name in text for name in ("Eksempel", "Prøve", "Tor Test"))


def test_a_change_of_koordinator_names_both() -> None:
    text = notice(SAMPLE_GROUP, (Event.KOORDINATOR,), TODAY, before="Per Prøve")
    assert "Ny koordinator: Kari Kladd. Før: Per Prøve." in text


def test_why_a_group_ended_is_told() -> None:
    ended = Group(
        id="", alias="SOL-7", kind=GroupKind.ANSVARSGRUPPE, closed=TODAY, closed_because="Målene er nådd."
    )
    assert "avsluttet tirsdag 24. november 2026. Målene er nådd." in notice(ended, (Event.CLOSED,), TODAY)
