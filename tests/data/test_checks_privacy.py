"""A fødselsnummer is found wherever it hides, is never repeated, and is seldom seen where it is not."""

from __future__ import annotations

from typing import get_args

import pytest

from data.checks import Concern, State, Words, findings, requirements
from data.checks.privacy import is_national_id
from data.checks.texts import MEETING, NESTED, PARTS, text_parts, texts_of
from data.meeting import Meeting, Note
from data.part import Part, Value
from data.text import Line, Prose
from tests.data.complete_meeting import complete_meeting

TEST_PERSON = "17912099997"
"""Born in the month 91, so nobody."""


def numbered(born: str) -> str:
    """Give six digits with the first five after them whose control sums hold."""
    for number in range(100, 1000):
        digits = f"{born}{number}"
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
            digits += str(-total % 11)
        if len(digits) == 11:
            return digits
    raise AssertionError(born)


def test_a_test_number_is_known() -> None:
    assert is_national_id(TEST_PERSON)


@pytest.mark.parametrize("born", ["018123", "418123", "014123", "719223"], ids=str)
def test_test_numbers_and_d_numbers_are_known(born: str) -> None:
    assert is_national_id(numbered(born))


@pytest.mark.parametrize("position", range(11))
def test_one_wrong_digit_and_it_is_just_a_number(position: int) -> None:
    wrong = str((int(TEST_PERSON[position]) + 1) % 10)

    assert not is_national_id(TEST_PERSON[:position] + wrong + TEST_PERSON[position + 1 :])


@pytest.mark.parametrize("born", ["008123", "328123", "728123", "018023", "019323", "011323"])
def test_a_number_that_begins_with_no_day_of_the_year_is_just_a_number(born: str) -> None:
    assert not is_national_id(numbered(born))


@pytest.mark.parametrize("form", ["{}", "f. {}.", "({})", "a\n{}\nb"])
def test_it_is_found_in_a_text_and_not_repeated(form: str) -> None:
    meeting = complete_meeting().having({"summary": form.format(TEST_PERSON)})

    (finding,) = findings(meeting)

    assert (finding.rule, finding.field) == ("privacy.national_id", "summary")
    assert TEST_PERSON not in finding.message
    assert finding.kind is Concern.PRIVACY


def test_each_number_is_pointed_out_and_proposed_struck_out() -> None:
    first, second = findings(complete_meeting().having({"summary": f"{TEST_PERSON} og {TEST_PERSON}."}))

    assert (first.words, second.words) == (Words(0, 11, ""), Words(15, 26, ""))


@pytest.mark.parametrize("gap", [" ", "-", "."])
def test_it_is_found_though_it_is_split(gap: str) -> None:
    split = f"{TEST_PERSON[:6]}{gap}{TEST_PERSON[6:]}"

    assert findings(complete_meeting().having({"purpose": split}))


def test_inside_a_longer_number_it_is_nothing() -> None:
    meeting = complete_meeting().having({"summary": f"9{TEST_PERSON} {TEST_PERSON}9"})

    assert not findings(meeting)


def test_each_place_is_named() -> None:
    meeting = complete_meeting()
    entry = meeting.entries[0].having({"comment": TEST_PERSON})
    meeting = meeting.having({"entries": (entry, *meeting.entries[1:]), "copies_to": TEST_PERSON})

    asked = next(one for one in requirements(meeting) if one.rule == "privacy")

    assert asked.state is State.CONSIDER
    assert [finding.field for finding in asked.findings] == ["copies_to", f"entries/{entry.id}/comment"]


def test_private_notes_are_nobodys_business() -> None:
    notes = (Note(id="runde1", text=TEST_PERSON),)

    assert not findings(complete_meeting().having({"notes": notes}))


def text_fields(model: type[Value]) -> set[str]:
    """Give the fields of a model that hold text from people: those cleaned at the border."""
    return {name for name, annotation in model.field_types.items() if annotation in {Line, Prose}}


def test_the_list_of_texts_names_every_text_field_of_the_models() -> None:
    """A field added to the models is searched, or this fails."""
    assert set(MEETING) == text_fields(Meeting)
    for name, fields in NESTED.items():
        assert set(fields) == text_fields(type(getattr(complete_meeting(), name))), name
    for name, annotation in Meeting.field_types.items():
        parts = [arg for arg in get_args(annotation) if isinstance(arg, type) and issubclass(arg, Part)]
        if parts and name not in {"notes", "rounds", "visits", "kept"}:
            assert set(PARTS[name]) == text_fields(parts[0]), name


def test_the_texts_stand_under_their_paths() -> None:
    written = {
        f"{path}{field}": text
        for path, part, fields in text_parts(complete_meeting())
        for field, text in zip(fields, texts_of(part, fields), strict=True)
    }

    assert written["place"] == "Rådhuset, rom 2"
    assert written["next_meeting/theme"] == "Veien videre"
    assert written["entries/runde1:p5/challenge"] == "Sover lite."
