"""A group over time: what each meeting concluded, left to do, and how it went."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.archive import document_path
from data.demo import open_demo
from data.instants import instant_of
from data.locations import locate
from data.meeting import BRUKER, GROUP, Evaluation, Meeting, Participant, Status, Verdict
from data.opening import open_document
from data.rounds import Round, Turn
from data.saving import save_document
from data.timeline import meetings_held, timeline
from tests.data.sample_group import FIRST, SAMPLE_GROUP, SECOND

MEETINGS = (
    Meeting(
        id=SECOND,
        date=dt.date(2026, 11, 24),
        evaluations=(Evaluation(id=BRUKER, score=5), Evaluation(id=GROUP)),
        participants=(Participant(id="p1", name="Kari Kladd"), Participant(id="p2", name="Per Prøve")),
        rounds=(
            Round(id="runde1", turns=(Turn(id="p1", spent=60), Turn(id="p2", spent=120))),
            Round(id="runde2", turns=(Turn(id="p1", spent=60), Turn(id="p2"))),
        ),
    ),
    Meeting(id=FIRST, date=dt.date(2026, 10, 6)),
    Meeting(id="uten dato"),
)


def test_the_meetings_stand_oldest_first_and_those_without_a_date_are_left_out() -> None:
    assert [one.date for one in timeline(SAMPLE_GROUP, MEETINGS)] == [
        dt.date(2026, 10, 6),
        dt.date(2026, 11, 24),
    ]


def test_a_meeting_tells_what_it_concluded_and_what_was_left_to_do_then() -> None:
    first, second = timeline(SAMPLE_GROUP, MEETINGS)

    assert (first.open, first.done, dict(first.verdicts)) == (2, 0, {})
    assert (second.open, second.done) == (2, 1)
    assert second.verdicts == {"M1": Verdict.ON_TRACK, "M2": Verdict.REACHED}


def test_scores_that_were_given_are_told_and_no_others() -> None:
    first, second = timeline(SAMPLE_GROUP, MEETINGS)

    assert (first.scores, second.scores) == ({}, {BRUKER: 5})


def test_speaking_is_told_as_parts_of_all_that_was_spoken() -> None:
    first, second = timeline(SAMPLE_GROUP, MEETINGS)

    assert first.shares == {}
    assert second.shares == pytest.approx({"Kari Kladd": 0.5, "Per Prøve": 0.5})


def test_only_meetings_that_have_been_held_are_found_with_their_rounds(tmp_path: Path) -> None:
    locations = locate({}, tmp_path)
    now = lambda: instant_of(dt.date(2026, 11, 24), dt.time(9))  # noqa: E731 - a clock that stands
    opened = open_demo(locations, now=now, who="test")
    live = opened.live
    folder = opened.document.parent
    assert meetings_held(locations, folder, now) == []

    live.begin_again(live.meeting.having({"status": Status.REFERAT, "rounds": MEETINGS[0].rounds}))
    save_document(live)
    live.close()
    (held,) = meetings_held(locations, folder, now)
    assert held.rounds == MEETINGS[0].rounds
    broken = document_path(locations, held.having({"id": "annet"}))
    broken.write_bytes(b"\x00")
    assert [one.id for one in meetings_held(locations, folder, now)] == [held.id]
    assert open_document(opened.document).meeting.rounds == ()
