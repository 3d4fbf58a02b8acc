"""What is read without a parser is what the parser reads."""

from __future__ import annotations

from hypothesis import given, settings

from data.clean import clean_line
from data.index.facts import GoalFact, TiltakFact, facts_of
from data.index.lines import text_of
from data.markdown import public, read, write
from data.meeting import Kind, Meeting, Tiltak
from tests.data.meetings import meetings
from tests.data.sample_meeting import sample_meeting


def facts(text: str) -> tuple[object, object, object]:
    """Give the facts that a document tells."""
    found = facts_of(text_of(text.encode()).text)
    return found.people, found.goals, found.tiltak


def expected(meeting: Meeting) -> tuple[object, object, object]:
    """Give the facts of a meeting as the meeting has them."""
    return (
        tuple(person.name for person in meeting.participants if person.name),
        tuple(GoalFact(goal.id, goal.text, goal.verdict or "") for goal in meeting.goals),
        tuple(
            TiltakFact(
                one.id,
                one.what,
                one.who,
                one.when.isoformat() if one.when else "",
                clean_line(one.goal),
                one.status,
                one.carried,
            )
            for one in sorted(meeting.tiltak, key=lambda one: not one.carried)
        ),
    )


def test_the_facts_of_a_full_referat() -> None:
    assert facts(write(sample_meeting())) == expected(sample_meeting())


def test_what_a_meeting_advises_is_found_as_what_others_agree_on() -> None:
    advised = Meeting(id="m1", kind=Kind.DROFTINGSMOTE, tiltak=(Tiltak(id="T1", what="Ringe PPT"),))
    text = write(advised)
    assert "## Råd fra møtet" in text
    assert facts(text) == expected(advised)


@settings(max_examples=200)
@given(meeting=meetings())
def test_the_facts_are_those_that_the_parser_reads(meeting: Meeting) -> None:
    text = write(public(meeting))
    assert facts(text) == expected(read(text).meeting)


def test_tables_made_by_hand_are_read_as_far_as_they_go() -> None:
    text = (
        "## Til stede:\n\n|Deltaker|\n|---|\n|Kari Kladd|\n||\n\n## TILTAK\n\n"
        "| Tiltak | Ansvarlig | Frist |\n|:-|-|-:|\n| Ringe | Per | 3. februar 2026 |\n| Skrive | | snart |\n"
        "\n## Annet\n\n| Hva |\n|--|\n| Ikke et tiltak |\n"
    )
    found = facts_of(text)
    assert found.people == ("Kari Kladd",)
    assert found.tiltak == (
        TiltakFact("", "Ringe", "Per", "2026-02-03", "", "åpen", carried=False),
        TiltakFact("", "Skrive", "", "", "", "åpen", carried=False),
    )


def test_a_heading_that_ends_in_a_long_row_of_dots_is_read_at_once() -> None:
    """A pattern that tries to end at each of the dots takes half an hour for so many."""
    text = f"## Deltakere{'.' * 500_000} x\n## Deltakere{'.' * 500_000}\n\n| Navn |\n|---|\n| Kari Kladd |\n"
    assert facts(text)[0] == ("Kari Kladd",)
