"""What is written is read back, whatever people typed."""

from __future__ import annotations

import pytest
from hypothesis import given

from data.head import read_head
from data.markdown import public, read, write
from data.meeting import Meeting
from tests.data.markdown.samples import sample
from tests.data.meetings import meetings
from tests.data.sample_meeting import sample_innkalling, sample_meeting


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


@given(meetings())
def test_a_document_ends_in_one_newline_and_has_no_other_line_ends(meeting: Meeting) -> None:
    text = write(meeting)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text


@given(meetings())
def test_the_list_of_documents_shows_what_the_document_says(meeting: Meeting) -> None:
    shown = public(meeting)
    head = read_head(write(meeting).encode())
    assert head == (shown.id, shown.status, shown.kind, shown.group, shown.date)


@pytest.mark.parametrize(
    ("name", "meeting"), [("referat", sample_meeting()), ("innkalling", sample_innkalling())]
)
def test_the_samples_are_documents_in_normal_form(name: str, meeting: Meeting) -> None:
    assert write(meeting) == sample(name)
    assert read(sample(name)).meeting == meeting
