"""Fields as people type them: read, shown again, and left alone while they are typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.changes import apply
from data.entering import as_text, choose, chosen, goal, may_stand, person, says, understand
from data.meeting import Goal, Meeting, Participant, Tiltak

TODAY = dt.date(2026, 11, 24)
"""A Tuesday."""

MEETING = Meeting(
    id="sol-7",
    date=TODAY,
    participants=(
        Participant(id="p1", name="Kari Kladd", service="PPT"),
        Participant(id="p2", name="Kari Kladd", service="Skolen"),
        Participant(id="p3", name="Per Prøve"),
    ),
    goals=(Goal(id="M1", text="Trygg på skolen"), Goal(id="M2", text="Leseglede")),
    tiltak=(Tiltak(id="T1", what="Ringe BUP"),),
)


def typed(path: str, text: str, meeting: Meeting = MEETING) -> Meeting:
    """Give the meeting after a text was typed in a field; the same where it asks for nothing."""
    ask = understand(path, text, TODAY).ask
    change = ask(meeting) if ask else None
    return apply(meeting, change) if change else meeting


@pytest.mark.parametrize(
    ("path", "text", "held"),
    [
        ("tiltak/T1/when", "fre", dt.date(2026, 11, 27)),
        ("tiltak/T1/evaluated", "om 2 uker", dt.date(2026, 12, 8)),
        ("next_meeting/date", "14. jan", dt.date(2027, 1, 14)),
        ("approval/date", "6.10", dt.date(2026, 10, 6)),
        ("approval/date", "tir 13. okt", dt.date(2026, 10, 13)),
        ("approval/date", "i går", dt.date(2026, 11, 23)),
        ("consents/PPT/since", "1.11", dt.date(2026, 11, 1)),
        ("consents/PPT/until", "1.11", dt.date(2027, 11, 1)),
        ("next_meeting/time", "9", dt.time(9)),
        ("next_meeting/time", "14.15", dt.time(14, 15)),
        ("length", "45", 45),
        ("length", "", 0),
        ("date", " ", None),
        ("start", "", None),
        ("place", " Rom 2 ", "Rom 2"),
    ],
)
def test_what_is_typed_is_read_by_the_kind_of_field(path: str, text: str, held: object) -> None:
    after: object = typed(path, text)
    for step in path.split("/"):
        after = after[0] if isinstance(after, tuple) else getattr(after, step)
    assert after == held


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("date", "en gang", "Skriv en dato"),
        ("start", "kvart over", "Skriv et klokkeslett"),
        ("length", "1000", "Skriv et helt tall"),
        ("length", "-5", "Skriv et helt tall"),
    ],
)
def test_what_cannot_be_read_says_what_was_expected(path: str, text: str, words: str) -> None:
    read = understand(path, text, TODAY)
    assert read.ask is None
    assert words in read.words


@pytest.mark.parametrize(
    ("text", "words"), [("fre", "uke 48"), ("i går", "har vært"), ("25.12", "første juledag")]
)
def test_a_date_is_said_back_with_its_week_and_what_is_odd_about_it(text: str, words: str) -> None:
    assert words.casefold() in understand("tiltak/T1/when", text, TODAY).words.casefold()


def test_a_time_is_said_back() -> None:
    assert understand("start", "9", TODAY).words == "kl. 09:00"


@given(st.dates(dt.date(2026, 11, 24), dt.date(2030, 12, 31)))
def test_a_date_that_is_shown_is_read_back_as_itself(day: dt.date) -> None:
    held = MEETING.having({"date": day})
    shown = as_text(held, "date", TODAY)
    assert typed("date", shown, held).date == day


@given(st.times())
def test_a_time_that_is_shown_is_read_back_to_the_minute(time: dt.time) -> None:
    time = time.replace(second=0, microsecond=0)
    held = MEETING.having({"start": time})
    assert typed("start", as_text(held, "start", TODAY), held).start == time


@pytest.mark.parametrize("text", ["fre", "fredag", "fredag 27.", "27.11"])
def test_a_date_may_stand_as_it_is_typed_while_it_says_what_is_held(text: str) -> None:
    held = typed("date", "27.11")
    assert may_stand(held, "date", text, TODAY)


def test_a_date_that_cannot_be_read_yet_may_stand_but_is_not_the_one_that_is_held() -> None:
    assert may_stand(MEETING, "date", "om to u", TODAY)
    assert not says(MEETING, "date", "om to u", TODAY)


def test_a_date_that_says_something_else_may_not_stand() -> None:
    assert not may_stand(MEETING, "date", "fre", TODAY)
    assert not may_stand(MEETING, "date", "", TODAY)


def test_plain_text_is_always_shown_as_the_meeting_has_it() -> None:
    assert not may_stand(MEETING, "place", "", TODAY)
    assert not says(MEETING, "place", "", TODAY)


def test_a_choice_goes_from_words_to_value_and_back() -> None:
    def picked(path: str, words: str) -> str:
        change = choose(path, words)(MEETING)
        return chosen(apply(MEETING, change) if change else MEETING, path)

    for path, words in (
        ("approval/approved", "ja"),
        ("approval/approved", "nei"),
        ("approval/approved", ""),
        ("participants/p1/bruker", "ja"),
        ("participants/p1/attendance", "frafall"),
        ("tiltak/T1/level", "system"),
        ("tiltak/T1/level", ""),
        ("evaluations/bruker/score", "4"),
        ("evaluations/bruker/score", ""),
        ("next_meeting/closed", "ja"),
    ):
        assert picked(path, words) == words, path


def test_a_person_is_taken_from_a_beginning_that_only_one_has() -> None:
    assert person("per", MEETING) == "Per Prøve"
    assert person("@per", MEETING) == "Per Prøve"
    assert person("kari", MEETING) == "kari"
    assert person("naboen", MEETING) == "naboen"


def test_a_goal_is_taken_by_number_or_by_word() -> None:
    assert goal("M2", MEETING) == "M2"
    assert goal("#lese", MEETING) == "M2"
    assert goal("", MEETING) == ""
    assert goal("fotball", MEETING) is None
