"""A complete referat holds; take one thing away, and exactly that is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from data.checks import Finding, Severity, State, as_json, complete, findings, requirements
from data.meeting import (
    Approval,
    Attendance,
    Correction,
    Entry,
    Life,
    Meeting,
    NextMeeting,
    Participant,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
)
from data.structure import Step, StepKind, Structure, load
from tests.data.complete_meeting import DAY, complete_meeting

Spoiled = Callable[[Meeting], Meeting]

SELS_LIST = (
    "participants",
    "attendance",
    "place",
    "time",
    "minute_taker",
    "carried",
    "challenges",
    "contributions",
    "goals",
    "tiltak",
    "deadlines",
    "level",
    "next_meeting",
)


def without(**fields: object) -> Spoiled:
    """Give what changes fields of the meeting."""
    return lambda meeting: meeting.having(fields)


def part(name: str, part_id: str, /, **fields: object) -> Spoiled:
    """Give what changes fields of one part of the meeting."""
    return lambda meeting: meeting.having(
        {name: tuple(one.having(fields) if one.id == part_id else one for one in getattr(meeting, name))}
    )


def gone(name: str, *part_ids: str) -> Spoiled:
    """Give what takes parts out of the meeting."""
    return lambda meeting: meeting.having(
        {name: tuple(one for one in getattr(meeting, name) if one.id not in part_ids)}
    )


def goes_on(**fields: object) -> Spoiled:
    """Give what changes fields of the next meeting."""
    return lambda meeting: meeting.having({"next_meeting": meeting.next_meeting.having(fields)})


def both(*spoils: Spoiled) -> Spoiled:
    """Give one change made of several, in order."""

    def spoil(meeting: Meeting) -> Meeting:
        for one in spoils:
            meeting = one(meeting)
        return meeting

    return spoil


ALL_REACHED = part("goals", "M1", verdict=Verdict.REACHED)
UNAPPROVED = without(approval=Approval())
ONLY_NEW = gone("tiltak", "T1", "T2")
NONE_NEW = gone("tiltak", "T3", "T4", "T5")
SILENT_P5 = gone("entries", "runde1:p5", "runde2:p5")


LIVED = Life(
    sent=dt.date(2026, 11, 25),
    remarks_until=dt.date(2026, 12, 9),
    read_on=dt.date(2026, 11, 24),
    approved=dt.date(2027, 1, 12),
)
CORRECTED = Correction(id="c1", date=dt.date(2027, 1, 13), who="Kari Kladd", text="Tor Test kom 09:20.")


def lived(**fields: object) -> Spoiled:
    """Give what lets a meeting have been through everything, but for some fields."""
    return without(life=LIVED.having(fields))


def corrected(**fields: object) -> Spoiled:
    """Give what adds a correction, but for some fields."""
    return without(corrections=(CORRECTED.having(fields),))


def with_interpreter(meeting: Meeting) -> Meeting:
    """Give the meeting with an interpreter, who is of a service and yet says nothing."""
    tolk = Participant(
        id="p7", name="Ida Innfall", role="tolk", service="Tolketjenesten", attendance=Attendance.MET
    )
    return without(participants=(*meeting.participants, tolk))(meeting)


def found(meeting: Meeting) -> list[tuple[str, str]]:
    return [(finding.rule, finding.field) for finding in findings(meeting)]


def test_a_complete_meeting_holds_everything_and_nothing_is_worth_a_remark() -> None:
    meeting = complete_meeting()

    assert findings(meeting) == ()
    assert complete(meeting)
    assert tuple(requirement.rule for requirement in requirements(meeting)) == SELS_LIST
    assert {requirement.state for requirement in requirements(meeting)} == {State.HOLDS}


MISSING = [
    ("participants", without(participants=()), "participants"),
    ("participants", part("participants", "p5", name=""), "participants/p5/name"),
    ("attendance", part("participants", "p6", attendance=Attendance.UNKNOWN), "participants/p6/attendance"),
    ("attendance", part("participants", "p1", attendance=Attendance.UNKNOWN), "participants/p1/attendance"),
    ("attendance", part("participants", "p3", stand_in=""), "participants/p3/stand_in"),
    ("place", without(place=""), "place"),
    ("time", without(date=None), "date"),
    ("time", without(start=None), "start"),
    ("time", without(end=None), "end"),
    ("minute_taker", without(minute_taker=""), "minute_taker"),
    ("carried", part("tiltak", "T1", status=TiltakStatus.OPEN), "tiltak/T1/status"),
    ("carried", part("tiltak", "T2", reason=""), "tiltak/T2/reason"),
    ("challenges", gone("entries", "runde1:p5"), "entries/runde1:p5/challenge"),
    ("challenges", part("entries", "runde1:p2", challenge=""), "entries/runde1:p2/challenge"),
    ("challenges", part("entries", "runde1:p3", challenge=""), "entries/runde1:p3/challenge"),
    ("contributions", gone("entries", "runde2:p2"), "entries/runde2:p2/contribution"),
    ("contributions", part("entries", "runde2:p3", contribution=""), "entries/runde2:p3/contribution"),
    ("goals", part("goals", "M2", verdict=None), "goals/M2/conclusion"),
    ("goals", part("goals", "M1", text=""), "goals/M1/text"),
    ("tiltak", part("tiltak", "T3", what=""), "tiltak/T3/what"),
    ("tiltak", part("tiltak", "T3", who="", helpers="Kari Kladd"), "tiltak/T3/who"),
    ("tiltak", part("tiltak", "T4", goal=""), "tiltak/T4/goal"),
    ("tiltak", part("tiltak", "T4", goal="M9"), "tiltak/T4/goal"),
    ("deadlines", part("tiltak", "T5", when=None), "tiltak/T5/when"),
    ("level", part("tiltak", "T5", level=None), "tiltak/T5/level"),
    ("next_meeting", without(next_meeting=NextMeeting()), "next_meeting/date"),
    ("life", corrected(who=""), "corrections/c1/who"),
    ("life", corrected(date=None), "corrections/c1/date"),
    ("life", corrected(text=""), "corrections/c1/text"),
]


def said(value: object) -> str:
    """Give a case's name for pytest: a function's address would differ from process to process."""
    return value if isinstance(value, str) else "spoiled"


@pytest.mark.parametrize(("rule", "spoil", "field"), MISSING, ids=said)
def test_take_one_required_thing_away_and_exactly_that_requirement_fails(
    rule: str, spoil: Spoiled, field: str
) -> None:
    meeting = spoil(complete_meeting())
    failing = [one for one in requirements(meeting) if one.state is State.MISSING]

    if rule != "participants" or meeting.participants:
        assert [(one.rule, one.field) for one in failing] == [(rule, field)]
    assert field in {one.field for one in failing}
    assert not complete(meeting)
    assert Severity.MISSING in {finding.severity for finding in findings(meeting)}


def test_without_goals_the_goals_are_asked_for_and_not_the_goal_of_each_tiltak() -> None:
    fields = {finding.field for finding in findings(without(goals=())(complete_meeting()))}

    assert fields == {"goals"}


def test_a_round_in_which_nothing_is_noted_does_not_hold_though_nobody_is_known_to_have_come() -> None:
    unsettled = tuple(
        person.having({"attendance": Attendance.UNKNOWN, "innspill": ""})
        for person in complete_meeting().participants
    )
    meeting = without(participants=unsettled, entries=())(complete_meeting())

    missing = {one.rule: one.field for one in requirements(meeting) if one.state is State.MISSING}

    assert missing["challenges"] == "entries/runde1"
    assert missing["contributions"] == "entries/runde2"


def test_an_empty_meeting_holds_next_to_nothing() -> None:
    """What stands as held has nothing in it to ask about yet: no tiltak, old or new."""
    states = {one.rule: one.state for one in requirements(Meeting(id="tom"))}
    held = {rule for rule, state in states.items() if state is State.HOLDS}

    assert held == {"carried", "deadlines", "level"}
    assert states["tiltak"] is State.CONSIDER
    assert states["challenges"] is State.MISSING


@pytest.mark.parametrize("status", list(Status))
def test_the_rules_are_the_same_all_through_the_life_of_the_document(status: Status) -> None:
    meeting = both(lived(), corrected(), without(status=status))(complete_meeting())

    assert findings(meeting) == ()


SILENT = [
    ("the family is no service", part("entries", "ordet:bruker", challenge="Vondt i magen.")),
    ("one of a service speaks for it", gone("participants", "p4")),
    (
        "an absent service is not asked",
        both(part("participants", "p5", attendance=Attendance.ABSENT, innspill="Alt går fint."), SILENT_P5),
    ),
    (
        "nor is a service that left and said its word before",
        both(part("participants", "p5", left=dt.time(9, 50)), gone("entries", "runde2:p5")),
    ),
    ("words of one's own are a conclusion", part("goals", "M2", verdict=None, conclusion="Nesten i mål.")),
    ("a verdict is a conclusion", part("goals", "M1", conclusion="")),
    ("a closed group needs no next date", both(ALL_REACHED, goes_on(date=None, closed=True))),
    ("the first meeting has no last referat", both(UNAPPROVED, ONLY_NEW)),
    ("the bruker may be responsible", part("tiltak", "T3", who="Brukeren")),
    ("by role, too", part("tiltak", "T3", who="Mor")),
    ("a first name is known", part("tiltak", "T3", who="kari")),
    ("and a twin by number", part("tiltak", "T3", who="Kari Kladd (Skolen) (nr. 2)")),
    ("so is a name with its service", part("tiltak", "T3", who="Kari Kladd (Skolen)")),
    ("a service keeps a promise by any of its people", part("tiltak", "T3", who="Ola Øving")),
    (
        "nothing promised, nothing broken",
        both(part("entries", "runde2:p5", contribution="Ingen."), part("tiltak", "T5", who="mor")),
    ),
    ("an exact 'etter hvert'", part("tiltak", "T3", what="Ringe hjem etter hvert møte i gruppa")),
    ("an exact 'ved behov'", part("tiltak", "T3", what="Bestille ved behov for tolk")),
    ("the deadline may be the next meeting", part("tiltak", "T3", when=dt.date(2027, 1, 12))),
    ("the deadline may be today", part("tiltak", "T3", when=DAY)),
    ("an interpreter speaks for others", with_interpreter),
]


@pytest.mark.parametrize("spoil", [spoil for _why, spoil in SILENT], ids=[why for why, _spoil in SILENT])
def test_no_false_alarm(spoil: Spoiled) -> None:
    assert found(spoil(complete_meeting())) == []


CONSIDER = [
    ("participants.belonging", part("participants", "p6", role="", service=""), "participants/p6/service"),
    ("attendance.innspill", part("participants", "p6", innspill=""), "participants/p6/innspill"),
    ("time.order", without(end=dt.time(8)), "end"),
    ("approval.given", UNAPPROVED, "approval/approved"),
    (
        "approval.given",
        without(approval=Approval(approved=False)),
        "approval/remarks",
    ),
    ("purpose.stated", without(purpose=""), "purpose"),
    ("carried.dropped", part("tiltak", "T2", status=TiltakStatus.DROPPED, reason=""), "tiltak/T2/reason"),
    ("carried.overdue", part("tiltak", "T2", when=dt.date(2026, 11, 2)), "tiltak/T2/when"),
    ("bruker.heard", gone("entries", "ordet:bruker"), "entries/ordet:bruker/comment"),
    (
        "challenges.left",
        both(
            part("participants", "p5", left=dt.time(9, 10)),
            SILENT_P5,
        ),
        "entries/runde1:p5/challenge",
    ),
    ("contributions.kept", part("tiltak", "T5", who="Mor"), "entries/runde2:p5/contribution"),
    (
        "goals.adjusted",
        part("goals", "M1", verdict=Verdict.ADJUST, conclusion=""),
        "goals/M1/conclusion",
    ),
    ("tiltak.none", NONE_NEW, "tiltak"),
    ("tiltak.responsible", part("tiltak", "T5", who="Nils Nytt", helpers="Tor Test"), "tiltak/T5/who"),
    ("tiltak.responsible", part("tiltak", "T5", who="Tor Test og Kari Kladd"), "tiltak/T5/who"),
    ("deadlines.past", part("tiltak", "T5", when=dt.date(2026, 11, 23)), "tiltak/T5/when"),
    ("deadlines.after_next", part("tiltak", "T5", when=dt.date(2027, 1, 13)), "tiltak/T5/when"),
    ("deadlines.weekend", part("tiltak", "T5", when=dt.date(2026, 12, 5)), "tiltak/T5/when"),
    ("language.tiltak", part("tiltak", "T3", who="Skolen"), "tiltak/T3/who"),
    ("language.time", part("tiltak", "T5", what="Ringe BUP snarest"), "tiltak/T5/what"),
    ("language.time", part("tiltak", "T5", what="Trappe opp etter hvert."), "tiltak/T5/what"),
    ("language.time", part("tiltak", "T5", duration="Ved behov"), "tiltak/T5/duration"),
    ("evaluation.held", without(evaluations=()), "evaluations/bruker/words"),
    ("next_meeting.time", goes_on(time=None), "next_meeting/time"),
    ("next_meeting.theme", goes_on(theme=""), "next_meeting/theme"),
    ("next_meeting.day", goes_on(date=dt.date(2027, 1, 10)), "next_meeting/date"),
    ("next_meeting.closed", goes_on(closed=True), "next_meeting/closed"),
    (
        "life.remarks_until",
        both(lived(remarks_until=None), without(status=Status.TIL_MERKNAD)),
        "life/remarks_until",
    ),
    (
        "life.order",
        lived(sent=dt.date(2026, 12, 5), remarks_until=dt.date(2026, 12, 4)),
        "life/remarks_until",
    ),
    ("life.read", both(lived(read_on=None), without(status=Status.LEST_OPP)), "life/read_on"),
    ("life.approved", both(lived(approved=None), without(status=Status.GODKJENT)), "life/approved"),
]


@pytest.mark.parametrize(("rule", "spoil", "field"), CONSIDER, ids=said)
def test_what_is_worth_a_thought_is_said_once_and_keeps_nothing_back(
    rule: str, spoil: Spoiled, field: str
) -> None:
    meeting = spoil(complete_meeting())

    assert found(meeting) == [(rule, field)]
    assert complete(meeting)
    assert [(one.field, one.state) for one in requirements(meeting) if one.findings] == [
        (field, State.CONSIDER)
    ]


def test_a_next_meeting_in_the_past_is_told_of() -> None:
    meeting = goes_on(date=dt.date(2026, 1, 12))(NONE_NEW(complete_meeting()))

    assert ("next_meeting.day", "next_meeting/date") in found(meeting)


def test_a_challenge_noted_in_another_structures_step_is_asked_for_in_that_step() -> None:
    """The steps of a structure are its own; the others' words show where they are noted."""
    meeting = complete_meeting()
    status = Entry(id="status:p2", step="status", speaker="p2", challenge="Uro.")

    asked = findings(without(entries=(status,))(meeting), load("kafjord"))

    assert "entries/status:p3/challenge" in {finding.field for finding in asked}


def test_where_something_is_missing_the_requirement_leads_there_first() -> None:
    """A tiltak due on a Saturday comes before one without a deadline, and yet weighs less."""
    weekend = part("tiltak", "T3", when=dt.date(2026, 12, 5))
    meeting = part("tiltak", "T5", when=None)(weekend(complete_meeting()))

    deadlines = next(one for one in requirements(meeting) if one.rule == "deadlines")

    assert (deadlines.state, deadlines.field) == (State.MISSING, "tiltak/T5/when")
    assert len(deadlines.findings) == 2


def test_the_findings_are_those_of_the_requirements_in_the_same_order() -> None:
    meeting = Meeting(id="tom", tiltak=(Tiltak(id="T1"),))

    assert findings(meeting) == tuple(one for asked in requirements(meeting) for one in asked.findings)


def test_everything_said_has_words_a_source_and_no_gap_left_open() -> None:
    meeting = Meeting(id="tom", participants=(Participant(id="p1"),), tiltak=(Tiltak(id="T1"),))

    for finding in findings(meeting):
        assert finding.message.endswith((".", "?"))
        assert finding.source
        assert not {"{", "}"} & set(finding.message)


def test_braces_in_a_name_stand_as_they_are_written() -> None:
    meeting = part("participants", "p6", name="{0} {name}", innspill="")(complete_meeting())

    (finding,) = findings(meeting)

    assert finding.message.startswith("{0} {name} kom ikke")


def test_json_has_the_line_of_the_nearest_part_that_has_one() -> None:
    lines = {"tiltak/T14/when": 40, "tiltak/T14": 39, "tiltak": 35}

    def line(field: str) -> object:
        (plain,) = as_json([Finding("r", Severity.MISSING, field, "Skriv den.", "Sel")], lines)
        return plain["line"]

    assert line("tiltak/T14/when") == 40
    assert line("tiltak/T14/who") == 39
    assert line("tiltak/T15/who") == 35
    assert line("place") == 1


def test_json_has_plain_values_under_fixed_keys() -> None:
    finding = Finding("place.named", Severity.MISSING, "place", "Skriv stedet.", "Sel")

    assert as_json([finding], {"place": 7}) == [
        {
            "rule": "place.named",
            "severity": "missing",
            "field": "place",
            "line": 7,
            "message": "Skriv stedet.",
            "source": "Sel",
            "kind": "required",
            "start": None,
            "end": None,
            "proposal": None,
        }
    ]
    assert type(as_json([finding], {})[0]["severity"]) is str


# What the steps of a structure cannot meet


def structure_of(*steps: Step) -> Structure:
    return Structure("vart", "Vårt møte", steps)


TALK = Step("prat", StepKind.ROUND, "Prat", 30, asks=("challenge",))


def asked_of(meeting: Meeting, structure: Structure) -> set[str]:
    return {requirement.rule for requirement in requirements(meeting, structure)}


def test_a_meeting_is_only_asked_for_what_one_of_its_steps_can_meet() -> None:
    empty = Meeting(id="tomt")
    only_talk = structure_of(TALK)

    assert {"challenges"} <= asked_of(empty, only_talk)
    assert not asked_of(empty, only_talk) & {"contributions", "goals", "tiltak", "evaluation", "next_meeting"}
    assert not complete(complete_meeting().having({"next_meeting": NextMeeting()}))
    assert complete(complete_meeting().having({"next_meeting": NextMeeting()}), only_talk)


def test_tiltak_are_to_be_whole_also_where_no_step_is_for_them() -> None:
    bare = complete_meeting().having({"tiltak": (Tiltak(id="T9", what="Ringe BUP"),)})
    missing = {one.field for one in findings(bare, structure_of(TALK)) if one.severity is Severity.MISSING}
    assert {"tiltak/T9/who", "tiltak/T9/when", "tiltak/T9/goal", "tiltak/T9/level"} == missing


def test_what_is_asked_for_is_to_be_written_in_the_step_that_asks() -> None:
    silent = complete_meeting().having({"entries": ()})
    fields = {one.field for one in findings(silent, structure_of(TALK))}
    assert "entries/prat:p2/challenge" in fields
    (challenges,) = (
        one for one in requirements(complete_meeting(), structure_of(TALK)) if one.rule == "challenges"
    )
    assert challenges.field == "entries/prat"
