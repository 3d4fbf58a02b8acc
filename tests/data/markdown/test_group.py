"""A group is written and read back, whatever people typed."""

from __future__ import annotations

from hypothesis import given

from data.group import Group
from data.markdown.group import public_group, read_group, write_group
from tests.data.groups import groups
from tests.data.markdown.samples import sample
from tests.data.sample_group import SAMPLE_GROUP


@given(groups())
def test_a_group_is_read_back_as_it_was_written(group: Group) -> None:
    reading = read_group(write_group(group))
    assert reading.group == public_group(group)
    assert reading.problems == ()


@given(groups())
def test_a_group_in_normal_form_is_written_back_to_the_letter(group: Group) -> None:
    text = write_group(group)
    assert write_group(read_group(text).group) == text


@given(groups())
def test_the_normal_form_of_a_group_stays_as_it_is(group: Group) -> None:
    assert public_group(public_group(group)) == public_group(group)


def test_the_sample_is_a_group_in_normal_form() -> None:
    assert write_group(SAMPLE_GROUP) == sample("gruppe")
    assert read_group(sample("gruppe")).group == SAMPLE_GROUP
