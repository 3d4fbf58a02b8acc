"""Text from people is cleaned once and for all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clean import MOST_MARKS, clean, clean_line, clean_prose

ODD = st.text(
    st.sampled_from("aeå\u030a\u0301\u0323\u200d\u202e\u00ad\u0338= \n\t\r\u2028\x00\x1b\x9b\ue000")
)
"""Texts of what joins, hides, turns, breaks and commands."""


@pytest.mark.parametrize("cleaned", [clean, clean_line, clean_prose])
@given(text=ODD | st.text())
def test_what_is_cleaned_is_clean(cleaned: Callable[[str], str], text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(ODD | st.text())
def test_nothing_that_acts_or_hides_is_left(text: str) -> None:
    categories = {unicodedata.category(character) for character in clean(text) if character != "\n"}
    assert not categories & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(ODD)
def test_U2_no_letter_has_more_marks_than_a_word_needs(text: str) -> None:
    run = longest = 0
    for character in clean(text):
        run = run + 1 if unicodedata.category(character) == "Mn" else 0
        longest = max(longest, run)
    assert longest <= MOST_MARKS


def test_a_mark_parted_from_its_letter_by_something_hidden_joins_it() -> None:
    assert clean("A\u200d\u030a") == "Å"


def test_U2_hidden_marks_between_do_not_let_more_marks_through() -> None:
    assert len(clean("x" + "\u0323\u200d" * 60)) == 1 + MOST_MARKS


@pytest.mark.parametrize(
    ("text", "shown"), [("\x1b[2J", "␛[2J"), ("\x00", "␀"), ("\x7f", "␡"), ("\x9b", "\ufffd"), ("\t", " ")]
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert clean(text) == shown
