"""Every change can be taken back, wherever it is made; what does not fit is refused and told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.changes import (
    Add,
    Change,
    Move,
    NoSuchPlaceError,
    Remove,
    Set,
    Several,
    TakenError,
    apply,
    inverse,
    read_change,
    value_at,
)
from data.meeting import Meeting, TiltakStatus
from data.part import UnfitError
from tests.data.changing import MEETING, changes


@given(st.data())
def test_every_change_can_be_taken_back(data: st.DataObject) -> None:
    meeting = MEETING
    for _number in range(8):
        change = data.draw(changes(meeting))
        after = apply(meeting, change)
        assert apply(after, inverse(meeting, change)) == meeting
        meeting = after


@given(st.data())
def test_a_change_is_the_same_after_a_journal(data: st.DataObject) -> None:
    change = data.draw(changes(MEETING))
    back = inverse(MEETING, change)
    for each in (change, back):
        read = read_change(each.as_json())
        assert apply(apply(MEETING, change), back) == MEETING
        assert read == each or apply_either(read) == apply_either(each)


def apply_either(change: Change) -> Meeting | None:
    """Give the meeting after a change or its inverse, None where it does not fit by itself."""
    try:
        return apply(MEETING, change)
    except (NoSuchPlaceError, TakenError):
        return None


@given(st.data())
def test_a_part_moves_to_the_place_it_is_given(data: st.DataObject) -> None:
    item, index = data.draw(st.sampled_from(MEETING.agenda)), data.draw(st.integers(0, 2))
    assert apply(MEETING, Move(path=f"agenda/{item.id}", index=index)).agenda[index] == item


def test_a_field_is_set_wherever_it_stands() -> None:
    meeting = apply(MEETING, Set(path="place", value="Rom 2"))
    meeting = apply(meeting, Set(path="next_meeting/date", value="2027-01-12"))
    meeting = apply(meeting, Set(path="tiltak/T14/status", value="gjennomført"))
    assert meeting.place == "Rom 2"
    assert meeting.next_meeting.date == dt.date(2027, 1, 12)
    assert meeting.tiltak[0].status is TiltakStatus.DONE


def test_what_is_set_is_cleaned() -> None:
    meeting = apply(MEETING, Set(path="participants/p1/name", value="  Per\x1b[2J \u202ePrøve\n"))
    assert meeting.participants[0].name == "Per␛[2J Prøve"


def test_what_is_added_is_cleaned() -> None:
    meeting = apply(MEETING, Add(path="goals", part={"id": "M2", "text": "Lese\x07 mer"}))
    assert meeting.goals[1].text == "Lese␇ mer"


def test_the_meeting_before_is_untouched() -> None:
    apply(MEETING, Remove(path="tiltak/T14"))
    assert MEETING.tiltak[0].id == "T14"


@pytest.mark.parametrize(
    "change",
    [
        Set(path="finnes ikke", value=1),
        Set(path="id", value="et annet møte"),
        Set(path="tiltak/T99/what", value="x"),
        Set(path="tiltak/T14/finnes ikke", value="x"),
        Set(path="tiltak/T14/id", value="T15"),
        Set(path="present/p1/name", value="x"),
        Set(path="next_meeting/x/date", value=None),
        Set(path="", value=""),
        Add(path="finnes ikke", part={"id": "x"}),
        Add(path="place", part={"id": "x"}),
        Add(path="carried_open", part={"id": "x"}),
        Remove(path="tiltak/T99"),
        Remove(path="tiltak"),
        Move(path="agenda/s9", index=0),
        Several(changes=(Remove(path="goals/M1"), Set(path="goals/M1/text", value="x"))),
    ],
)
def test_a_change_to_what_is_not_there_is_refused(change: Change) -> None:
    with pytest.raises(NoSuchPlaceError):
        apply(MEETING, change)


def test_two_parts_never_get_the_same_id() -> None:
    with pytest.raises(TakenError):
        apply(MEETING, Add(path="tiltak", part={"id": "T14"}))


@pytest.mark.parametrize(
    "change",
    [
        Set(path="date", value="24. november"),
        Set(path="kind", value="kaffemøte"),
        Set(path="tiltak/T14/when", value="i morgen"),
        Add(path="goals", part={"text": "uten nummer"}),
        Add(path="goals", part={"id": "M2", "fremmed": 1}),
    ],
)
def test_a_value_that_does_not_fit_is_refused(change: Change) -> None:
    with pytest.raises(UnfitError):
        apply(MEETING, change)


@pytest.mark.parametrize("path", ["finnes ikke", "tiltak/T99/what", "tiltak/T14/finnes ikke", "place/x"])
def test_asking_for_what_is_not_there_is_refused(path: str) -> None:
    with pytest.raises(NoSuchPlaceError):
        value_at(MEETING, path)


def test_a_value_is_given_as_json_has_it() -> None:
    assert value_at(MEETING, "tiltak/T14/when") == "2026-11-27"
    assert value_at(MEETING, "tiltak/T14/at") == "09:30:00"
