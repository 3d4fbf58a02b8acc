"""What is written is read back, whatever people typed."""

from __future__ import annotations

from hypothesis import given

from data.markdown import public, read, write
from data.meeting import Meeting
from tests.data.meetings import meetings


@given(meetings())
def test_a_meeting_is_read_back_as_it_was_written(meeting: Meeting) -> None:
    reading = read(write(meeting))
    assert reading.meeting == public(meeting)
    assert reading.problems == ()


@given(meetings())
def test_a_file_in_normal_form_is_written_back_to_the_letter(meeting: Meeting) -> None:
    text = write(meeting)
    assert write(read(text).meeting) == text


@given(meetings())
def test_what_is_public_stays_as_it_is(meeting: Meeting) -> None:
    assert public(public(meeting)) == public(meeting)
