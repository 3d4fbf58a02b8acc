"""Files of one's own: begun from ours, never over another, and what is wrong in one told by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.errors import MalstyrtError
from data.own_files import STARTS, begin, mistakes
from data.structure import StructureError, choices, load

START = STARTS / "strukturer.toml"
LINES = START.read_text(encoding="utf-8").split("\n")
KEYS = [number for number, line in enumerate(LINES, 1) if re.match(r"\w+ = .*[^\[]$", line)]
"""The lines of the start that hold a key and all of its value."""

REQUIRED = {"tittel", "id", "type", "minutter"}
WRONG = ["{}", "7.5", "1979-05-27", "[[]]", '"""', "", "nan"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "strukturer"


def key_of(number: int) -> str:
    return LINES[number - 1].partition(" = ")[0]


def told(folder: Path, lines: list[str]) -> list[tuple[int, str]]:
    """Give the line and the last word of the key of each mistake in a file."""
    file = folder / "vart.toml"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines), encoding="utf-8")
    found = [(one.line, one.key.rpartition(" ")[2]) for one in mistakes(file)]
    if found:
        with pytest.raises(StructureError, match=r"vart\.toml, linje \d"):
            load("vart", [folder])
    else:
        assert load("vart", [folder]).steps
    return found


# To begin one


def test_what_one_begins_from_can_be_used_as_it_stands(folder: Path) -> None:
    file = begin(folder, "vart-mote")
    assert mistakes(file) == ()
    assert file.read_bytes() == START.read_bytes()
    assert "vart-mote" in {one.name for one in choices([folder])}


def test_a_file_that_is_there_is_never_written_over(folder: Path) -> None:
    file = begin(folder, "vart")
    file.write_text("mitt", encoding="utf-8")
    with pytest.raises(MalstyrtError, match="finnes alt"):
        begin(folder, "vart")
    assert file.read_text(encoding="utf-8") == "mitt"


@pytest.mark.parametrize("name", ["", "../vart", "Vårt møte", "a/b", "x" * 50, ".skjult"])
def test_a_name_that_no_structure_can_have_begins_nothing(folder: Path, name: str) -> None:
    with pytest.raises(MalstyrtError, match="bindestrek"):
        begin(folder, name)
    assert not folder.exists()


def test_a_structure_that_a_profile_names_and_that_is_not_there_is_told_by_line(tmp_path: Path) -> None:
    file = begin(tmp_path / "profiler", "vart")
    text = file.read_text("utf-8")
    assert mistakes(file) == ()
    file.write_text(text.replace('"formote"', '"finnes-ikke"'), "utf-8")
    (found,) = mistakes(file)
    assert (file.read_text("utf-8").split("\n")[found.line - 1]).startswith("brukes = ")
    assert "«finnes-ikke»" in found.message

    own = begin(tmp_path / "strukturer", "finnes-ikke")
    assert own.exists()
    assert mistakes(file) == ()


# Every key, one by one


@pytest.mark.parametrize("number", KEYS)
def test_a_key_that_is_missing_is_told_by_line_unless_it_may_be_left_out(folder: Path, number: int) -> None:
    found = told(folder, LINES[: number - 1] + LINES[number:])
    assert key_of(number) not in REQUIRED or key_of(number) in {name for _line, name in found}
    assert all(line > 0 for line, _name in found)


@pytest.mark.parametrize("number", KEYS)
def test_a_key_that_is_mistyped_is_told_on_its_line(folder: Path, number: int) -> None:
    found = told(folder, [*LINES[: number - 1], f"x{LINES[number - 1]}", *LINES[number:]])
    assert (number, f"x{key_of(number)}") in found


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize("number", KEYS)
def test_a_value_of_the_wrong_type_is_told_on_its_line_and_is_never_a_crash(
    folder: Path, number: int, value: str
) -> None:
    found = told(folder, [*LINES[: number - 1], f"{key_of(number)} = {value}", *LINES[number:]])
    assert (number, key_of(number)) in found


@pytest.mark.parametrize("number", KEYS)
def test_a_key_that_stands_twice_is_told_on_the_second_line(folder: Path, number: int) -> None:
    found = told(folder, [*LINES[:number], *LINES[number - 1 :]])
    assert (number + 1, key_of(number)) in found


def test_what_is_wrong_in_one_file_keeps_no_other_from_being_used(folder: Path) -> None:
    begin(folder, "helt")
    assert told(folder, ["tittel = 7"])
    assert {"helt", "malstyrt"} <= {one.name for one in choices([folder])}
    assert "vart" not in {one.name for one in choices([folder])}


def test_a_wrong_type_of_step_is_told_once_and_not_for_all_that_follows_from_it(folder: Path) -> None:
    at = LINES.index('type = "runde"')
    assert told(folder, [*LINES[:at], 'type = "rund"', *LINES[at + 1 :]]) == [(at + 1, "type")]


def test_a_structure_that_lies_elsewhere_is_known_by_its_steps(tmp_path: Path) -> None:
    file = tmp_path / "sendt-meg.toml"
    file.write_text("[[steg]]\nid = 'a'\n", encoding="utf-8")
    assert {"tittel", "steg 1, type"} <= {one.key for one in mistakes(file)}
