"""Role cards: a page for each role, for every step there is, and users' own."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from data.own_files import mistakes
from data.role_cards import ORDER, RoleCardError, as_markdown, role_card, role_cards, roles
from data.structure import available, load
from data.table import MOST_TOLD

MALSTYRT = load("malstyrt")
MOST_LINES = 70
"""The lines of Markdown that one sheet of paper takes."""


@pytest.mark.parametrize("role", ORDER[:4])
@pytest.mark.parametrize("structure", available())
def test_a_card_speaks_of_every_step_of_every_structure(role: str, structure: str) -> None:
    silent = [step.title for step in load(structure).steps if not role_card(role).expected(step)]
    assert silent == []


@pytest.mark.parametrize("role", ORDER)
def test_a_card_is_one_page_of_markdown(role: str) -> None:
    text = as_markdown(role_card(role), MALSTYRT)
    assert text.startswith("# Rollekort: ")
    assert "## I møtet" in text
    assert len(text.splitlines()) <= MOST_LINES
    headings = [token for token in MarkdownIt().parse(text) if token.type == "heading_open"]
    assert [one.tag for one in headings] == ["h1", "h2", "h2", "h2"]


def test_the_rounds_ask_for_what_they_are_about() -> None:
    card = role_card("fagperson")
    first, second = (step for step in MALSTYRT.steps if step.id.startswith("runde"))
    assert "går bra" in card.expected(first)[0]
    assert "hjelpe til" in card.expected(second)[0]


def test_a_user_may_have_a_card_of_their_own_or_another_for_a_role(tmp_path: Path) -> None:
    words = 'tittel = "Stafettholder"\ninnledning = "Holder loggen."\n[steg]\ntiltak = ["Før loggen."]\n'
    (tmp_path / "stafettholder.toml").write_text(words, encoding="utf-8")
    (tmp_path / "tolk.toml").write_text(words.replace("Stafettholder", "Vår tolk"), encoding="utf-8")
    assert roles((tmp_path,)) == (*ORDER, "stafettholder")
    assert [card.title for card in role_cards((tmp_path,))][-2:] == ["Vår tolk", "Stafettholder"]
    text = as_markdown(role_card("stafettholder", (tmp_path,)), MALSTYRT)
    assert "**6. Tiltak**\n\n- Før loggen." in text


def test_a_card_with_mistakes_is_told_by_line_and_key_and_the_others_are_there(tmp_path: Path) -> None:
    (tmp_path / "leder.toml").write_text(
        'tittel = 1\ninnledning = "x"\n[steg]\nvelkomst = []\n', encoding="utf-8"
    )
    with pytest.raises(RoleCardError) as told:
        role_card("leder", (tmp_path,))
    assert "leder.toml, linje 1: tittel" in told.value.message
    assert "leder.toml, linje 4: steg, velkomst" in told.value.message
    assert len(told.value.message.splitlines()) <= MOST_TOLD
    wrong_ones: list[RoleCardError] = []
    assert [card.role for card in role_cards((tmp_path,), wrong_ones.append)] == list(ORDER[1:])
    assert [one.message for one in wrong_ones] == [told.value.message]


def test_a_card_of_ones_own_is_checked_as_other_files_are(tmp_path: Path) -> None:
    file = tmp_path / "rollekort" / "logg.toml"
    file.parent.mkdir()
    file.write_text('tittel = "Logg"\n', encoding="utf-8")
    assert {one.key for one in mistakes(file)} == {"innledning", "steg"}


@pytest.mark.parametrize("role", ["konge", "../leder", ""])
def test_a_role_that_has_no_card_is_told_with_those_that_have(role: str) -> None:
    with pytest.raises(RoleCardError) as told:
        role_card(role)
    assert "leder, referent, bruker, fagperson, tolk" in told.value.message
