"""Municipalities differ in what a referat must hold: each asks for its own, and says that it is theirs."""

from __future__ import annotations

import datetime as dt

import pytest

from data.checks import Severity, State, complete, findings, requirements
from data.meeting import (
    Attendance,
    Consent,
    ConsentState,
    Kind,
    Life,
    Meeting,
    Participant,
    Standing,
    Tiltak,
)
from data.profile import Krav, Limit, Profile
from data.profile_file import available, load
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.taking_away import WITHOUT, fullest, in_each, in_new_tiltak

PROFILES = available()


def fullest_meeting() -> Meeting:
    """Give a meeting that holds what any profile can ask for."""
    return fullest(complete_meeting())


def asks_only(part: Krav) -> Profile:
    """Give a profile that requires one part and nothing else."""
    sel = load("sel")
    origin = sel.required[Krav.PLACE]
    return Profile("ett", "Ett", {part: origin}, {}, {})


def missing(meeting: Meeting, profile: Profile) -> set[str]:
    """Give the rules by which something is missing."""
    found = findings(meeting, None, profile)
    return {one.rule for one in found if one.severity is Severity.MISSING}


@pytest.mark.parametrize("name", PROFILES)
def test_a_referat_that_holds_all_is_complete_by_every_profile(name: str) -> None:
    assert missing(fullest_meeting(), load(name)) == set()
    assert complete(fullest_meeting(), None, load(name))


def test_whatever_a_profile_can_require_is_looked_for() -> None:
    assert set(WITHOUT) == set(Krav)


@pytest.mark.parametrize("part", Krav)
def test_a_part_is_required_of_a_referat_where_a_profile_asks_for_it_and_only_there(part: Krav) -> None:
    spoiled = WITHOUT[part](fullest_meeting())
    assert not complete(spoiled, None, asks_only(part))
    assert complete(spoiled, None, Profile("tom", "Tom", {}, {}, {}))


@pytest.mark.parametrize(
    ("name", "part"),
    [(name, part) for name in PROFILES for part in load(name).required],
)
def test_each_required_part_taken_away_fails_its_own_gate_and_says_whose_rule_it_is(
    name: str, part: Krav
) -> None:
    profile = load(name)
    meeting = WITHOUT[part](fullest_meeting())
    assert not complete(meeting, None, profile)
    failing = [one for one in requirements(meeting, None, profile) if one.state is State.MISSING]
    assert profile.required[part].source in {one.source for one in failing}


@pytest.mark.parametrize(
    ("name", "part"),
    [(name, part) for name in PROFILES for part in load(name).advised],
)
def test_what_is_advised_is_worth_a_thought_and_keeps_nothing_back(name: str, part: Krav) -> None:
    profile = load(name)
    meeting = WITHOUT[part](fullest_meeting())
    said = [one for one in findings(meeting, None, profile) if one.source == profile.advised[part].source]
    assert Severity.CONSIDER in {one.severity for one in said}
    assert complete(meeting, None, profile)


# Sel and Kåfjord


def test_a_referat_complete_for_sel_lacks_just_what_kafjord_asks_for() -> None:
    meeting = complete_meeting()
    assert missing(meeting, load("sel")) == set()
    assert missing(meeting, load("kafjord")) == {"tiltak.start", "tiltak.evaluated"}


def test_a_referat_complete_for_kafjord_lacks_just_what_sel_asks_for() -> None:
    meeting = fullest_meeting().having({"entries": ()})
    for spoil in (WITHOUT[Krav.GOALS], WITHOUT[Krav.DEADLINE], WITHOUT[Krav.LEVEL]):
        meeting = spoil(meeting)
    assert missing(meeting, load("kafjord")) == set()
    assert missing(meeting, load("sel")) == {
        "challenges.noted",
        "contributions.noted",
        "goals.conclusion",
        "deadlines.set",
        "level.set",
    }


def test_a_referat_complete_for_sel_lacks_just_the_word_on_copies_that_ilag_asks_for() -> None:
    assert missing(complete_meeting(), load("ilag")) == {"copies.settled"}


@pytest.mark.parametrize("field", ["start", "duration", "evaluated", "who", "goal"])
def test_kafjord_asks_of_every_tiltak_when_how_long_evaluated_who_and_why(field: str) -> None:
    empty = {"start": None, "duration": "", "evaluated": None, "who": "", "goal": ""}
    meeting = in_new_tiltak(when=None)(fullest_meeting())
    one = Tiltak.having(meeting.tiltak[-1], {field: empty[field]})
    spoiled = meeting.having({"tiltak": (*meeting.tiltak[:-1], one)})
    (found,) = [
        each for each in findings(spoiled, None, load("kafjord")) if each.severity is Severity.MISSING
    ]
    assert found.field == f"tiltak/{one.id}/{field}"
    assert found.source.startswith("Kåfjord: ")


def test_the_list_of_a_profile_holds_what_it_requires_also_when_all_of_it_is_there() -> None:
    def listed(name: str) -> set[str]:
        return {one.rule for one in requirements(fullest_meeting(), None, load(name))}

    assert {"course"} <= listed("kafjord")
    assert {"challenges", "level"}.isdisjoint(listed("kafjord"))
    assert {"agenda", "approval", "copies"} <= listed("ilag")
    assert {"challenges", "level"} <= listed("sel")


@pytest.mark.parametrize(
    ("name", "own"), [("sel", "Sel:"), ("ilag", "Ilag "), ("kafjord", "Kåfjord:"), ("bti", "BTI-")]
)
def test_no_profile_speaks_for_another_municipality(name: str, own: str) -> None:
    said = {one.source for one in requirements(Meeting(id="tom"), None, load(name))}
    others = {"Sel:", "Ilag ", "Kåfjord:", "BTI-"} - {own}
    assert [source for source in said if source.startswith(own)]
    assert not [source for source in said if source.startswith(tuple(others))]


# Numbers that a profile sets


def with_members(count: int) -> Meeting:
    """Give a meeting with so many standing members, and a mother."""
    mother, *_others = complete_meeting().participants
    members = tuple(
        Participant(id=f"p{n}", name=f"Prøve {n}", role="lærer", attendance=Attendance.MET)
        for n in range(2, 2 + count)
    )
    return complete_meeting().having({"participants": (mother, *members)})


def rules(meeting: Meeting, name: str) -> set[str]:
    return {one.rule for one in findings(meeting, None, load(name))}


def test_more_standing_members_than_the_profile_has_is_worth_a_thought() -> None:
    assert load("kafjord").number(Limit.MEMBERS) == 6
    assert "participants.few" not in rules(with_members(6), "kafjord")
    assert "participants.few" in rules(with_members(7), "kafjord")
    assert "participants.few" not in rules(with_members(7), "sel")


def test_who_comes_by_agreement_is_no_standing_member() -> None:
    meeting = in_each("participants", standing=Standing.ETTER_AVTALE)(with_members(9))
    assert "participants.few" not in rules(meeting, "kafjord")


def test_a_meeting_planned_for_longer_than_the_profile_has_it_is_worth_a_thought() -> None:
    (found,) = [
        one
        for one in findings(complete_meeting().having({"length": 75}), None, load("sel"))
        if one.rule == "time.length"
    ]
    assert (found.field, found.source) == ("length", load("sel").limits[Limit.LENGTH].origin.source)
    assert "75 minutter. Rammen er 60." in found.message
    assert "time.length" not in rules(complete_meeting(), "sel")
    assert "time.length" not in rules(complete_meeting().having({"length": 75, "interpreter": 1.25}), "sel")
    assert "time.length" not in rules(complete_meeting().having({"length": 240}), "kafjord")


@pytest.mark.parametrize(("days", "late"), [(7, False), (8, True)])
def test_a_referat_that_was_sent_out_late_is_told_by_the_days_of_the_profile(days: int, late: bool) -> None:
    meeting = complete_meeting().having({"life": Life(sent=DAY + dt.timedelta(days))})
    assert ("life.sent_late" in rules(meeting, "kafjord")) == late
    assert "life.sent_late" not in rules(meeting, "ilag")


def test_an_oral_consent_is_told_of_where_the_profile_wants_it_in_writing_for_such_a_meeting() -> None:
    oral = Consent(id="PPT", state=ConsentState.ORAL)
    meeting = complete_meeting().having({"consents": (oral,), "kind": Kind.DROFTINGSMOTE})
    (found,) = [one for one in findings(meeting, None, load("bti")) if one.rule == "consents.written"]
    assert found.field == "consents/PPT/state"
    assert "ungdommen selv fra 16 år" in found.message
    assert "consents.written" not in rules(meeting.having({"kind": Kind.FAGMOTE}), "bti")
    assert "consents.written" not in rules(meeting, "ilag")
    written = oral.having({"state": ConsentState.WRITTEN})
    assert "consents.written" not in rules(meeting.having({"consents": (written,)}), "bti")
