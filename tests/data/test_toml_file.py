"""TOML files: all that is wrong in one is told at once, each mistake by its line and its key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.table import TableError
from data.toml_file import read_toml, read_toml_text
from data.toml_lines import Apart

FILE = """\
# En fil med litt av hvert
title = "Møte"
"mer enn" = 1
a.b = 2

[[steps]]
id = "en"
lines = [
    "a = 1",  # [steps]
    "b",
]

[[steps]]
text = \"\"\"
id = "ikke en nøkkel"
\"\"\"
id = 'to'
[steps.inner]
x = {y = 1, z = 2}

[last]
day = 2026-11-22
"""


def told(text: str) -> list[tuple[int, str]]:
    """Give the line and the key of each mistake that is found before any key is asked for."""
    return [(one.line, one.key) for one in read_toml_text(text).mistakes]


# Lines


def test_every_key_is_found_on_its_line() -> None:
    lines = Apart(FILE).lines
    assert lines[("title",)] == 2
    assert lines[("mer enn",)] == 3
    assert lines[("a", "b")] == 4
    assert (lines[("steps",)], lines[("steps", 0)], lines[("steps", 1)]) == (6, 6, 13)
    assert (lines[("steps", 0, "id")], lines[("steps", 0, "lines")]) == (7, 8)
    assert (lines[("steps", 1, "text")], lines[("steps", 1, "id")]) == (14, 17)
    assert lines[("steps", 1, "inner", "x", "z")] == 19
    assert lines[("last", "day")] == 22


def test_a_file_without_mistakes_is_left_whole() -> None:
    apart = Apart(FILE)
    assert list(apart.mistakes) == []
    assert tomllib.loads(apart.text) == tomllib.loads(FILE)


def test_what_lacks_is_told_where_its_table_begins() -> None:
    table = read_toml_text(FILE)
    *_first, second = table.tables("steps", "steg")
    second.text("title")
    table.text("source")
    assert [(one.line, one.key) for one in table.mistakes] == [(1, "source"), (13, "steg 2, title")]


# What is no TOML


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = lyst\nb = 1\nc = 2 3\n", [(1, "a"), (3, "c")]),
        ("a = \nb = 1", [(1, "a")]),
        ("hei\na = 1", [(1, "")]),
        ("= 3\na = 1", [(1, "")]),
        ("[a\nb = 1\n[c]\nd = x", [(1, ""), (4, "c, d")]),
        ("[c]\n[a\nd = x", [(2, ""), (3, "d")]),
        ('a = [\n    "en",\nb = 1\nc = x', [(1, "a"), (4, "c")]),
        ('a = "en\nb = 1\nc = x', [(1, "a"), (3, "c")]),
        ('a = """en\nb = 1\nc = x', [(1, "a"), (3, "c")]),
        ("a = 1\na = 2\na = 3", [(2, "a"), (3, "a")]),
        ("[a]\nb = 1\n[c]\nd = 1\n[a]\nb = 1\n[e]", [(5, "a")]),
        ("[[a]]\nb = 1\n[[a]]\nb = 1\nb = 2", [(5, "b")]),
        ("a = 2026-13-01", [(1, "a")]),
        ("\r\na = x\r\nb = 1\r\na = y\r\n", [(2, "a"), (4, "a")]),
        ("# \u2028 \x0b\n", [(1, "")]),
    ],
)
def test_each_mistake_has_its_line_and_its_key(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("01.02.2026", "en dato som 2026-11-24"),
        ("2026-1-1", "en dato som 2026-11-24"),
        ("7,5", "et helt tall alene, uten komma"),
        ("7 dager", "et helt tall alene, uten komma"),
        ("ja", "true eller false"),
        ("«Vår kommune»", 'en tekst i rette "hermetegn"'),
        ("“Vår kommune”", 'en tekst i rette "hermetegn"'),
        ("Vår kommune", 'en tekst i "hermetegn", et tall'),
    ],
)
def test_what_is_expected_is_told_by_what_it_looks_like(value: str, expected: str) -> None:
    (mistake,) = read_toml_text(f"[[krav]]\na = 1\n[[krav]]\nb = {value}\n").mistakes
    assert (mistake.line, mistake.key) == (4, "krav 2, b")
    assert expected in mistake.message


@pytest.mark.parametrize(
    ("item", "stood"), [('"to"', '"to"'), ("to,", "to,"), ('"to,', '"to,'), ("«to»,", "«to»,")]
)
def test_the_line_of_a_list_that_cannot_be_read_is_told(item: str, stood: str) -> None:
    text = f'a = 1\nb = [\n    "en",  # det første\n\n    {item}\n    "tre"\n]\nc = 2\n'
    (mistake,) = read_toml_text(text).mistakes
    assert (mistake.line, mistake.key) == (5, "b")
    assert mistake.message.startswith(f"Der står «{stood}», men det skulle vært en tekst")


def test_a_list_that_cannot_be_read_is_told_of_once_though_it_has_comments() -> None:
    text = 'a = [\n    "en"\n    # en forklaring\n\n    "to",\n]\n\n# Mer\n[c]\nd = 1\n'
    assert told(text) == [(2, "a")]


def test_a_key_with_norwegian_letters_is_told_for_what_it_is() -> None:
    (mistake,) = read_toml_text("familien_først = true").mistakes
    assert "«familien_først»" in mistake.message
    assert "a til z" in mistake.message


def test_a_word_that_is_like_one_of_the_right_ones_is_proposed() -> None:
    table = read_toml_text('dagar = 7\nkrav = ["Oppmote", "frist"]\nslag = "fagmote"\nhelt = 1\n')
    table.number("dager", most=9)
    table.choices("krav", ["oppmøte", "frist"])
    table.choice("slag", ["fagmøte", "formøte"])
    table.nothing_else()
    meant = {one.key: one.message.partition("Mente du ")[2] for one in table.mistakes}
    assert meant == {"dager": "", "dagar": "«dager»?", "krav": "«oppmøte»?", "slag": "«fagmøte»?", "helt": ""}


def test_what_is_right_round_a_mistake_is_read() -> None:
    table = read_toml_text('a = lyst\nb = 1\n[c]\nd = [\ne = "her"\n')
    inner = table.table("c")
    assert table.number("b", most=9) == 1
    assert inner is not None
    assert inner.text("e") == "her"


def test_a_key_that_cannot_be_read_is_told_of_once() -> None:
    table = read_toml_text("a = lyst\n")
    table.text("a")
    assert len(list(table.mistakes)) == 1


def test_a_mistake_says_what_stood_there_and_what_was_expected() -> None:
    (mistake,) = read_toml_text("tema = mørkt og trist").mistakes
    assert str(mistake).startswith("tema: Der står «mørkt og trist», men det skulle vært en tekst i")


def test_a_key_that_stands_twice_is_told_with_both_lines() -> None:
    (mistake,) = read_toml_text("a = 1\n\na = 2").mistakes
    assert (mistake.line, mistake.message) == (3, "Står også på linje 1. Behold bare den ene.")


def test_what_makes_no_sense_as_a_whole_is_told_by_the_line_of_the_parser() -> None:
    with pytest.raises(TableError) as caught:
        read_toml_text("a = 1\nb = x\n[[a]]\n")
    assert [one.line for one in caught.value.mistakes] == [2, 3]


def test_a_file_that_is_not_there_is_for_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_toml(tmp_path / "ingen.toml")


# Whatever stands there

LINES = st.sampled_from(
    [
        "a = 1",
        "b = [",
        "]",
        '"""',
        'c = """',
        "[a]",
        "[[b]]",
        "[b.c]",
        "a = x",
        "=",
        "#",
        "",
        "d.e = {f=1}",
        "[",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
@example("[[a]]\n[a.b]\n[[a]]\n[a.b]")
@example("a = [" * 50 + "\n" + "b = '''\n" * 50)
@example("[a.b]\n[a]\n[[a]]")
def test_any_text_is_read_or_refused_with_lines_that_are_there(text: str) -> None:
    try:
        mistakes: Any = read_toml_text(text).mistakes
    except TableError as error:
        mistakes = error.mistakes
    assert all(0 <= one.line <= text.count("\n") + 1 for one in mistakes)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
def test_a_text_without_mistakes_is_what_the_parser_says(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    apart = Apart(text)
    assert list(apart.mistakes) == []
    assert tomllib.loads(apart.text) == values
