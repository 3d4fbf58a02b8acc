"""A group is called by an alias or initials; a full name is warned of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.aliases import looks_like_a_name, objection, propose


@pytest.mark.parametrize(
    "name", ["Per Prøve", "per prøve", "Per Ola Prøve", "Anne-Lise Utkast", "Kari O'Kladd"]
)
def test_a_full_name_is_warned_of_with_initials_instead(name: str) -> None:
    assert "fullt navn" in objection(name)


@pytest.mark.parametrize("alias", ["SOL-7", "SOL 7", "PP", "Elv", "P. P.", "Gruppe 3", "ELV BRE", "2026-A"])
def test_an_alias_is_not(alias: str) -> None:
    assert objection(alias) == ""


@pytest.mark.parametrize("alias", ["01010112345", "010101 12345", "01.01.2015"])
def test_neither_a_birth_number_nor_a_birth_date_will_do(alias: str) -> None:
    assert "fødselsnummer" in objection(alias)


def test_a_group_must_be_called_something() -> None:
    assert objection("  ")


def test_initials_are_proposed_and_what_is_taken_is_passed_over() -> None:
    assert propose("Per Prøve", ()) == "PP"
    assert propose("Per Prøve", ("pp", "PP-1")) == "PP-2"


def test_without_a_name_a_word_that_tells_nothing_is_proposed() -> None:
    assert propose("", ()) == "SOL-1"
    assert propose("", ("SOL-1",)) == "ELV-1"


@given(st.lists(st.text(max_size=8), max_size=20))
def test_what_is_proposed_is_free_and_no_name(taken: list[str]) -> None:
    alias = propose("", taken)
    assert alias.casefold() not in {one.casefold() for one in taken}
    assert not looks_like_a_name(alias)
