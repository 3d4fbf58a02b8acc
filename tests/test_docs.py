"""The documents tell the truth: every key, command and make target, and examples that work."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image

from data.checks import findings
from data.checks.finding import Severity
from data.dates import understand
from data.instants import today
from data.markdown import read, write
from data.markdown.group import read_group, write_group
from data.settings import Look
from screens.commands import Command
from tests.soak.catalogue import TRIES
from tui.commands.line import commands

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "brukerveiledning.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
RELIABILITY = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "markdown.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])

SHOWN_OTHERWISE = {"Esc": "Esc", "DOWN": "↓", "UP": "↑", "PLUS": "`+`", "MINUS": "`-`", "TAB": "Tab"}
"""How the guide writes keys that a command writes otherwise."""


def all_commands() -> list[tuple[str, Command]]:
    """Give the keys of every screen."""
    modules = [import_module(f"screens.{file.stem}") for file in sorted((ROOT / "screens").glob("[a-z]*.py"))]
    return [(module.__name__, one) for module in modules for one in getattr(module, "COMMANDS", ())]


def fenced(page: str, language: str) -> str:
    """Give the first example in a language on a page."""
    found = re.search(rf"```{language}\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


def test_there_are_keys_to_look_for() -> None:
    assert len(all_commands()) > 30


@pytest.mark.parametrize(("screen", "command"), all_commands())
def test_the_guide_tells_of_every_key(screen: str, command: Command) -> None:
    key = SHOWN_OTHERWISE.get(command.shown_key, command.shown_key)
    assert re.search(rf"(?<!\w){re.escape(key)}(?!\w)", GUIDE), f"{key} of {screen} is not in the guide"


@pytest.mark.parametrize("name", [command.name for command in commands()])
def test_guide_and_readme_tell_of_every_command(name: str) -> None:
    assert f"`malstyrt {name}" in GUIDE
    assert f"`malstyrt {name}" in README


def test_the_targets_of_the_readme_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    there = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", README)) == there


def test_the_two_commands_come_first() -> None:
    assert re.findall(r"^make ([a-z]+)", README, re.MULTILINE) == ["run", "test"]


@pytest.mark.parametrize("look", Look)
def test_the_guide_tells_of_every_look(look: Look) -> None:
    assert f'"{look}"' in GUIDE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), target


def test_no_picture_is_kept_that_no_page_shows() -> None:
    shown = {
        Path(target).name
        for page in PAGES
        for target in re.findall(r"\(([^)]+\.png)\)", page.read_text(encoding="utf-8"))
    }
    kept = {file.name for file in (ROOT / "docs" / "pictures").glob("*")}
    assert kept == shown


def test_the_pictures_are_whole_screens() -> None:
    for file in (ROOT / "docs" / "pictures").glob("*.png"):
        with Image.open(file) as picture:
            columns, _letters = re.findall(r"-(\d+)\.png$", file.name)[0], picture.load()
            assert picture.width == int(columns) * 9, file.name


def test_the_innkalling_of_the_guide_can_be_read_whole() -> None:
    reading = read(fenced(GUIDE, "markdown"))
    assert [problem.line for problem in reading.problems] == [1]  # only that it has no front matter
    assert [participant.name for participant in reading.meeting.participants] == ["Per Prøve", "Kari Kladd"]
    assert reading.meeting.goals
    assert reading.meeting.agenda


def test_the_referat_of_the_format_is_whole_and_in_normal_form() -> None:
    text = fenced(FORMAT, "markdown")
    reading = read(text)
    assert not reading.problems
    assert write(reading.meeting) == text
    assert not [one for one in findings(reading.meeting) if one.severity is Severity.MISSING]


def test_the_dates_of_the_guide_are_understood() -> None:
    table = GUIDE.partition("| du skriver |")[2].partition("\n\n")[0]
    phrases = [phrase for row in table.splitlines()[2:] for phrase in re.findall(r"`([^`]+)`", row)]
    assert len(phrases) >= 15
    assert [phrase for phrase in phrases if not understand(phrase, today(1_795_507_200.0))] == []


def test_the_group_of_the_format_page_is_one_in_normal_form() -> None:
    example = re.findall(r"```markdown\n(.*?)```", FORMAT, re.DOTALL)[1]
    assert write_group(read_group(example).group) == example


def test_the_page_on_reliability_names_every_fault_that_is_tried_and_where() -> None:
    told = {
        row[0]: row[1]
        for row in re.findall(r"^\| ([A-Z]\d+) \|[^|]*\| ([^|]*) \|", RELIABILITY, re.MULTILINE)
    }
    tried: dict[str, set[str]] = {}
    for file in (ROOT / "tests").rglob("test_*.py"):
        for fault in re.findall(r"def test_([A-Z]\d+)_", file.read_text(encoding="utf-8")):
            tried.setdefault(fault, set()).add(str(file.relative_to(ROOT)))
    by_area = {fault for fault in tried if fault[0] in "IP"}
    assert {fault: set(re.findall(r"`([^`]+)`", where)) for fault, where in told.items()} == {
        fault: files for fault, files in tried.items() if fault not in by_area
    }


@pytest.mark.parametrize("fault", TRIES)
def test_the_page_on_reliability_says_how_often(fault: str) -> None:
    row = next(line for line in RELIABILITY.splitlines() if line.startswith(f"| {fault} |"))
    often = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", row.rpartition(" | ")[2])]
    assert {TRIES[fault].test, TRIES[fault].soak} <= set(often)
