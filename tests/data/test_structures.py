"""The structures that come with the program: each suits its meetings and asks for what they need."""

from __future__ import annotations

import pytest

from data import acts, plan, rounds
from data.checks import Severity, complete, findings, requirements
from data.checks.standard import Standard
from data.drofting import is_on
from data.group import MEETING_KINDS
from data.markdown import read, write
from data.markdown.entries import STEPS
from data.meeting import BRUKER, Kind, Meeting
from data.profile_file import load as load_profile
from data.rounds import Round, Side
from data.step_rounds import round_of_step
from data.structure import (
    DEFAULT,
    StepKind,
    Structure,
    available,
    choices,
    load,
    proposed,
    without_addition,
)
from tests.data.a_meeting_of import BRINGERS, meeting_of
from tests.data.pairs import FIRST, PAIRS, unused
from tests.data.taking_away import asked_parts, fullest

BUILT_IN = [load(name) for name in available()]
WHOLE = [*choices(), *(load(f"{name}+forste") for name in ("malstyrt", "ilag", "kafjord"))]


def called(structure: Structure) -> str:
    return structure.name


@pytest.mark.parametrize("structure", BUILT_IN, ids=called)
def test_the_leader_is_reminded_of_a_few_short_things_in_each_step(structure: Structure) -> None:
    for step in structure.steps:
        assert 3 <= len(step.reminders) <= 5
        assert all(0 < len(line) <= 62 for line in step.reminders)


@pytest.mark.parametrize("structure", BUILT_IN, ids=called)
def test_a_step_is_short_in_the_list_and_has_a_heading_of_its_own_in_the_referat(
    structure: Structure,
) -> None:
    for step in structure.steps:
        assert len(step.short) <= 13
        assert len(f"{step.title} · {step.theme}") <= 50
        assert step.id in STEPS or step.kind not in {StepKind.ROUND, StepKind.FLOOR}


@pytest.mark.parametrize("structure", WHOLE, ids=called)
def test_a_structure_says_whose_it_is_and_begins_with_who_is_there(structure: Structure) -> None:
    assert structure.source
    assert structure.steps[0].kind is StepKind.OPENING
    assert structure.minutes <= 75


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_of_meeting_has_a_structure_that_is_for_it(kind: Kind) -> None:
    structure = proposed(kind)
    assert kind in structure.kinds
    assert structure.kind_of_meeting(kind) is kind


def test_the_groups_own_meetings_are_led_as_malstyrte_unless_another_is_chosen() -> None:
    assert proposed(Kind.SAMARBEIDSMOTE).name == proposed(Kind.ANSVARSGRUPPEMOTE).name == DEFAULT
    assert load("kafjord").kind_of_meeting(Kind.SAMARBEIDSMOTE) is Kind.ANSVARSGRUPPEMOTE


# The referat of each


@pytest.mark.parametrize("structure", WHOLE, ids=called)
def test_a_meeting_of_each_structure_holds_what_it_is_asked_for(structure: Structure) -> None:
    meeting = meeting_of(structure)
    assert [one for one in findings(meeting, structure) if one.severity is Severity.MISSING] == []
    assert complete(meeting, structure)


@pytest.mark.parametrize("structure", WHOLE, ids=called)
def test_the_document_keeps_the_structure_and_all_that_was_noted_in_its_steps(structure: Structure) -> None:
    meeting = meeting_of(structure)
    assert read(write(meeting)).meeting == meeting
    assert "Steg:" not in write(meeting)


@pytest.mark.parametrize(("name", "profile"), [*PAIRS, *FIRST])
def test_a_meeting_of_each_structure_is_complete_by_every_profile_that_uses_it(
    name: str, profile: str
) -> None:
    structure, rules = load(name), load_profile(profile)
    meeting = fullest(meeting_of(structure))
    assert [one for one in findings(meeting, structure, rules) if one.severity is Severity.MISSING] == []
    assert complete(meeting, structure, rules)


@pytest.mark.parametrize(("name", "profile"), [*PAIRS, *FIRST])
def test_take_any_part_away_that_a_meeting_is_asked_for_and_its_referat_is_not_complete(
    name: str, profile: str
) -> None:
    standard = Standard(load(name), load_profile(profile))
    meeting = fullest(meeting_of(standard.structure))
    parts = asked_parts(standard)
    assert parts
    for rule, without in parts.items():
        spoiled = without(meeting)
        lacking = findings(spoiled, *standard)
        found = {one.rule for one in lacking if one.severity is Severity.MISSING}
        assert rule in found, f"{rule} of {name} under {profile}"
        assert not complete(spoiled, *standard)


def test_every_structure_is_used_by_some_profile() -> None:
    assert unused() == set()


def test_tiltak_from_last_time_are_no_matter_of_a_meeting_that_is_not_the_groups() -> None:
    for structure in WHOLE:
        asked = {one.rule for one in requirements(Meeting(id="m"), structure)}
        assert ("carried" in asked) is (structure.kinds[0] in MEETING_KINDS.values()), structure.name


# A case that is brought


DROFTING = load("drofting")


def begin(meeting: Meeting, structure: Structure, step: str) -> Round:
    """Give the round that a step begins with."""
    asked = structure.step(step)
    assert asked
    begun = round_of_step(meeting, asked, structure, 0.0)
    assert begun is not None
    return begun


def held(step: str) -> list[str]:
    """Give who speaks in a step of a drøftingsmøte."""
    meeting = meeting_of(DROFTING)
    change = acts.walk_to(step, DROFTING, 0.0)(meeting)
    assert change is not None
    begun = begin(meeting, DROFTING, step)
    return [turn.id for turn in begun.turns]


def test_those_who_brought_the_case_tell_it_then_listen_then_say_what_they_heard() -> None:
    assert held("saken") == [*BRINGERS, BRUKER]
    assert held("avklaring") == held("team") == ["p3", "p5"]
    assert held("hort") == [*BRINGERS, BRUKER]


def test_somebody_who_comes_late_gets_a_place_in_the_rounds_of_their_side_alone() -> None:
    meeting = meeting_of(DROFTING)
    for step in ("saken", "team"):
        begun = acts.walk_to(step, DROFTING, 0.0)(meeting)
        assert begun is not None
        meeting = acts.apply(meeting, begun)
    late = acts.come_late("p6", 60.0)(meeting)
    assert late is not None
    came = acts.apply(meeting, late)
    places = {held.id: [turn.id for turn in held.turns] for held in came.rounds}
    assert places == {"saken": [*BRINGERS, BRUKER], "team": ["p3", "p5", "p6"]}


def test_while_nobody_brings_the_case_the_rounds_are_for_all() -> None:
    meeting = Meeting(id="m", participants=meeting_of(load("malstyrt")).participants)
    assert all(is_on(side, meeting, one) for side in Side for one in meeting.participants)
    assert "participants" in {one.field for one in findings(meeting, DROFTING) if one.rule == "case.brought"}


def test_the_time_there_is_is_shared_by_those_who_are_to_speak() -> None:
    meeting = meeting_of(DROFTING).having({"rounds": (), "visits": ()})
    shared = plan.proposal(meeting, DROFTING, None, 0.0)
    to_all = DROFTING._replace(steps=tuple(step._replace(side=Side.ALL) for step in DROFTING.steps))
    assert shared > plan.proposal(meeting, to_all, None, 0.0)


def test_advice_stands_as_advice_in_the_document() -> None:
    written = write(meeting_of(DROFTING))
    assert "## Konklusjon: råd, ikke vedtak" in written
    assert "## Tiltak" not in written


def test_who_brings_the_case_has_longer_than_those_who_ask() -> None:
    meeting = meeting_of(DROFTING)
    told = begin(meeting, DROFTING, "saken")
    assert (told.soft, told.firm) == (105, 300)
    slower = begin(meeting.having({"interpreter": 2.0}), DROFTING, "saken")
    assert (slower.soft, slower.firm) == (195, 600)

    longer = rounds.set_limits(told, 60, 420)
    asking = begin(meeting.having({"rounds": (longer,)}), DROFTING, "avklaring")
    assert (asking.soft, asking.firm) == (60, 180), "what was given for the case is not given to all"
    shorter = rounds.set_limits(asking, 30, 60)
    thinking = begin(meeting.having({"rounds": (longer, shorter)}), DROFTING, "team")
    assert (thinking.soft, thinking.firm) == (30, 60), "rounds of a kind take after each other"


# What a first meeting adds


def test_a_first_meeting_gets_to_know_each_other_after_the_opening_and_follows_its_structure() -> None:
    first = load("kafjord+forste")
    assert [step.id for step in first.steps[:3]] == ["velkommen", "bli-kjent", "ordet"]
    assert first.steps[2:] == load("kafjord").steps[1:]
    assert len(first.items) == 7
    assert without_addition(first.name) == "kafjord"
    assert first.kinds == load("kafjord").kinds


def test_what_is_added_is_no_structure_to_choose() -> None:
    assert "forste" not in {structure.name for structure in choices()}


def test_a_step_that_is_there_already_is_not_added_twice() -> None:
    twice = load("malstyrt+forste+forste")
    assert twice.steps == load("malstyrt+forste").steps
