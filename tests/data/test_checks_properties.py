"""Whatever stands in a meeting, the checks give an answer, and the same one twice."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from data.checks import Severity, State, as_json, complete, findings, requirements
from data.meeting import (
    BRUKER,
    Approval,
    Attendance,
    Entry,
    Evaluation,
    Goal,
    Level,
    Meeting,
    NextMeeting,
    Participant,
    Tiltak,
    TiltakStatus,
    Verdict,
)

WORDS = st.sampled_from(
    ["", "Per", "Per Prøve", "PPT", "{0}", "[/]", "snarest", "ingen", "tolk", "é\n\n☃"]
) | st.text(max_size=8)
DATES = st.none() | st.dates(dt.date(2026, 11, 1), dt.date(2027, 2, 1)) | st.dates()
TIMES = st.none() | st.times()
PEOPLE = st.sampled_from(["p1", "p2", "p3"])
SPEAKERS = PEOPLE | st.just(BRUKER) | st.just("ukjent")
GOALS = st.sampled_from(["", "M1", "M2"])

PARTICIPANT = st.builds(
    Participant,
    id=PEOPLE,
    name=WORDS,
    role=WORDS,
    service=WORDS,
    bruker=st.booleans(),
    attendance=st.sampled_from(Attendance),
    stand_in=WORDS,
    left=TIMES,
    innspill=WORDS,
)
GOAL = st.builds(Goal, id=GOALS, text=WORDS, verdict=st.none() | st.sampled_from(Verdict), conclusion=WORDS)
ENTRY = st.builds(
    Entry, id=SPEAKERS, step=WORDS, speaker=SPEAKERS, challenge=WORDS, contribution=WORDS, comment=WORDS
)
TILTAK = st.builds(
    Tiltak,
    id=st.sampled_from(["T1", "T2"]),
    what=WORDS,
    who=WORDS,
    helpers=WORDS,
    when=DATES,
    goal=GOALS,
    duration=WORDS,
    level=st.none() | st.sampled_from(Level),
    status=st.sampled_from(TiltakStatus),
    reason=WORDS,
    carried=st.booleans(),
)


def many(parts: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Give a few of something, twins among them."""
    return st.lists(parts, max_size=3).map(tuple)


MEETINGS = st.builds(
    Meeting,
    id=st.just("m"),
    date=DATES,
    start=TIMES,
    end=TIMES,
    place=WORDS,
    minute_taker=WORDS,
    purpose=WORDS,
    participants=many(PARTICIPANT),
    approval=st.builds(Approval, date=DATES, approved=st.none() | st.booleans(), remarks=WORDS),
    goals=many(GOAL),
    entries=many(ENTRY),
    tiltak=many(TILTAK),
    evaluations=many(st.builds(Evaluation, id=SPEAKERS, score=st.none() | st.integers(), words=WORDS)),
    next_meeting=st.builds(NextMeeting, date=DATES, time=TIMES, theme=WORDS, closed=st.booleans()),
)


@given(MEETINGS)
def test_every_meeting_gets_its_answer(meeting: Meeting) -> None:
    asked = requirements(meeting)
    found = findings(meeting)

    assert found == tuple(finding for requirement in asked for finding in requirement.findings)
    assert complete(meeting) == all(finding.severity is not Severity.MISSING for finding in found)
    assert complete(meeting) == all(requirement.state is not State.MISSING for requirement in asked)
    assert all(plain["line"] == 1 for plain in as_json(found, {}))
    assert findings(meeting) == found


@given(MEETINGS)
def test_a_requirement_that_does_not_hold_says_where_to_go_and_what_to_do(meeting: Meeting) -> None:
    for requirement in requirements(meeting):
        assert (requirement.state is State.HOLDS) == (not requirement.findings)
        assert requirement.title
        assert requirement.field
        assert all(finding.message for finding in requirement.findings)
