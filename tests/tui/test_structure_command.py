"""`mal`: the structures listed, one of one's own begun, and `sjekk` of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.test_command_line import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_every_structure_is_listed_by_the_name_that_ny_takes(shell: Shell) -> None:
    said = shell("mal")
    assert (said.status, said.err) == (0, "")
    assert said.out.split("\n")[0] == "malstyrt     Målstyrt møte · 60 min"
    assert "drofting" in said.out
    assert "forste" not in said.out
    listed = json.loads(shell("mal", "--json").out)
    assert {"name": "formote", "title": "Formøte", "minutes": 15} in listed


def test_one_of_ones_own_is_begun_listed_checked_and_told_of_when_it_is_wrong(shell: Shell) -> None:
    begun = shell("mal", "ny", "vart")
    file = Path(begun.out.strip())
    assert (begun.status, file.name) == (0, "vart.toml")
    assert "vart " in shell("mal").out
    assert shell("sjekk", file).status == 0

    file.write_text(file.read_text("utf-8").replace("minutter = 20", 'minutter = "tjue"'), "utf-8")
    wrong = shell("sjekk", file)
    assert wrong.status == 1
    assert "steg 3, minutter: Der står «tjue»" in wrong.out
    listed = shell("mal")
    assert (listed.status, "vart " in listed.out) == (2, False)
    assert "vart.toml, linje" in listed.err


def test_a_second_one_of_the_same_name_is_not_made(shell: Shell) -> None:
    shell("mal", "ny", "vart")
    said = shell("mal", "ny", "vart")
    assert (said.status, said.out) == (2, "")
    assert "finnes alt" in said.err


@pytest.mark.parametrize("words", [["ny"], ["vart"], ["ny", "a", "b"], ["slett", "vart"]])
def test_what_is_not_understood_says_how_to_write_it(shell: Shell, words: list[str]) -> None:
    said = shell("mal", *words)
    assert said.status == 2
    assert "mal ny NAVN" in said.err
