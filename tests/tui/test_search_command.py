"""`sok`, and lists that are narrowed: what is found, as people and as other programs read it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.archive import documents
from data.locations import locate
from tests.data.index.archive_of_texts import put
from tests.data.test_imports import loaded_by
from tests.tui.test_command_line import Shell
from tui.commands.line import HOME, commands

START = "import sys; from tui.main import run"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    locations = locate({}, tmp_path)
    put(locations, "nyest", "Mindre skolevegring nå.\n\nSkolevegring er vanskelig.", date="3.11.2026")
    put(
        locations,
        "eldst",
        "Mye skolevegring.",
        group="ÅS-2",
        date="4.2.2025",
        kind="fagmøte",
        person="Ola Øving",
    )
    return shell


def test_words_are_found_inside_others_and_shown_in_their_lines(shell: Shell) -> None:
    said = shell("sok", "vegring")
    assert said.status == 0
    assert said.out.splitlines() == [
        "2026-11-03  referat  SOL-7  samarbeidsmøte  nyest",
        "    20  Mindre skolevegring nå.",
        "    22  Skolevegring er vanskelig.",
        "2025-02-04  referat  ÅS-2  fagmøte  eldst",
        "    20  Mye skolevegring.",
    ]
    assert said.err == ""


def test_the_lines_are_those_of_the_file(shell: Shell) -> None:
    hit = shell("sok", "vegring", "--json").json[0]
    lines = Path(hit["path"]).read_text("utf-8").splitlines()
    assert [lines[line["line"] - 1] for line in hit["lines"]] == [line["text"] for line in hit["lines"]]


def test_json_has_stable_keys(shell: Shell) -> None:
    (hit,) = shell("sok", "mye", "vegring", "--json").json
    assert list(hit) == ["id", "group", "kind", "date", "status", "path", "lines"]
    assert (hit["id"], hit["group"], hit["date"]) == ("eldst", "ÅS-2", "2025-02-04")
    assert hit["lines"] == [{"line": 20, "text": "Mye skolevegring.", "marks": [[0, 3], [9, 16]]}]


@pytest.mark.parametrize(
    "filters", ["--gruppe ås-2", "--slag fag", "--deltaker øving", "--år 2025", "--ar 2025"]
)
def test_filters_narrow_search_and_list(shell: Shell, filters: str) -> None:
    assert [hit["id"] for hit in shell("sok", "vegring", "--json", *filters.split()).json] == ["eldst"]
    assert [one["id"] for one in shell("liste", "--json", *filters.split()).json] == ["eldst"]


def test_no_more_than_are_asked_for(shell: Shell) -> None:
    assert [hit["id"] for hit in shell("sok", "vegring", "--antall", "1", "--json").json] == ["nyest"]


def test_nothing_found_is_said_and_is_no_failure(shell: Shell) -> None:
    said = shell("sok", "finnesikke")
    assert (said.out, said.err, said.status) == ("", "Ingen treff.\n", 0)
    assert shell("sok", "finnesikke", "--json").json == []


@pytest.mark.parametrize("odd", ['"', "*", "AND", "a OR b", "NEAR(", "--", "'; DROP TABLE word"])
def test_odd_words_are_words(shell: Shell, odd: str) -> None:
    said = shell("sok", "--", odd)
    assert said.status == 0 or odd == "--"
    assert "Traceback" not in said.err


def test_what_is_asked_for_must_be_said(shell: Shell) -> None:
    said = shell("sok")
    assert said.status == 2
    assert said.err.startswith("Forstår ikke: ")


def test_the_list_is_the_same_with_and_without_an_index(shell: Shell) -> None:
    first, again = shell("liste", "--json"), shell("liste", "--json")
    assert first.json == again.json
    assert [one["path"] for one in first.json] == [
        str(document.path) for document in documents(locate({}, shell.home))
    ]


def test_hostile_text_in_a_hit_is_shown_as_signs(shell: Shell) -> None:
    put(locate({}, shell.home), "ond", "\x1b[2Jvegring\x9b\u202e", date="1.1.2026")
    said = shell("sok", "vegring")
    assert not {"\x1b", "\x9b", "\u202e"} & set(said.out)


def test_a_search_loads_no_models_no_parser_and_no_screen() -> None:
    loaded = loaded_by("tui.main", "tui.commands.line", "data.index")
    assert not loaded & {"msgspec", "markdown_it", "yaml", "textual", "rich", "json", "tempfile"}


def test_each_command_lies_where_its_name_says() -> None:
    assert [command.name for command in commands()] == list(HOME)


def test_only_the_command_that_is_meant_is_loaded(shell: Shell) -> None:
    asked = f"{START}; sys.argv = ['malstyrt', 'sok', 'lek']; run(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "MALSTYRT_HOME": str(shell.home)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "tui.commands.search" in loaded
    assert not loaded & {"tui.commands.new", "tui.commands.group", "zoneinfo", "msgspec", "json", "shutil"}
