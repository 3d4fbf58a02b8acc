"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.demo import demo_meeting
from data.instants import local

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "screens", "tui")
MODULES = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
LONGEST_FILE = 400
"""Lines; of functions and classes those that are not blank."""
LONGEST_FUNCTION = 50
LONGEST_CLASS = 300

WRITERS = {
    "apsw",
    "sqlite3",
    "data.files",
    "data.live.Live",
    "data.journal.Journal",
    "data.opening",
    "data.saving",
}
"""What changes files or models: for `tui` and `data` alone."""

UNTIMELY = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
"""What reads the clock by itself; `data` and `screens` are told what time it is."""

MADE_UP = {"Prøve", "Kladd", "Utkast", "Tenkt", "Skisse", "Øving", "Test", "Later", "Eksempel"}


def modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Give every module of some rooms, parsed, by its path."""
    for file in MODULES:
        if file.relative_to(ROOT).parts[0] in (rooms or ROOMS):
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Give every call with the last two names of what is called: `dt.date.today`, `self.app.notify`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ".".join(ast.unparse(node.func).split(".")[-2:]), node


def imported(tree: ast.AST) -> Iterator[str]:
    """Give every module that is imported, and every name from one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """Give what runs when a module is imported: all but the insides of functions."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def read_as_markup(tree: ast.Module) -> Iterator[str]:
    """Give what would let a text from people be read as markup."""
    yield from (name for name in imported(tree) if name.endswith((".escape", "markup")))
    for name, call in calls(tree):
        last = name.rpartition(".")[2]
        safe = any(each.arg == "markup" and ast.unparse(each.value) == "False" for each in call.keywords)
        if last == "from_markup" or (last in {"notify", "Static", "Label", "OptionList"} and not safe):
            yield ast.unparse(call)


def test_nothing_is_too_long_to_read() -> None:
    for file in MODULES:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE, file
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                most = LONGEST_CLASS if isinstance(node, ast.ClassDef) else LONGEST_FUNCTION
                lines = (
                    (ROOT / name).read_text(encoding="utf-8").splitlines()[node.lineno - 1 : node.end_lineno]
                )
                assert sum(map(bool, lines)) <= most, f"{name}: {node.name}"


def test_texts_are_translated_when_they_are_shown_never_at_import() -> None:
    for name, tree in modules():
        early = [node for node in at_import(tree) if isinstance(node, ast.Call)]
        assert [ast.unparse(call) for call in early if ast.unparse(call.func) == "_"] == [], name


COUNTED = re.compile(
    r"\{\w+\} (\w+ )?(dag|uke|gang|time|minutt|fil|dokument|møte|sak|journal|endring|medlem|merknad)(er|r)?\b"
)
"""A number that is shown with what it counts."""


def test_what_is_counted_stands_in_the_form_that_goes_with_the_number() -> None:
    fixed = [
        (path, text.value)
        for path, tree in modules()
        for name, call in calls(tree)
        if name == "_"
        for text in call.args
        if isinstance(text, ast.Constant) and COUNTED.search(str(text.value))
    ]
    assert fixed == [], "ngettext has a form for one and a form for several"


def test_text_from_people_is_never_read_as_markup() -> None:
    for name, tree in modules():
        assert list(read_as_markup(tree)) == [], name


@pytest.mark.parametrize(
    "line", ["from rich.markup import escape", "Static(name)", "self.notify(words)", "Content.from_markup(x)"]
)
def test_what_would_be_read_as_markup_is_seen(line: str) -> None:
    assert list(read_as_markup(ast.parse(line)))


def test_a_screen_asks_and_never_writes() -> None:
    for name, tree in modules("screens"):
        assert WRITERS.isdisjoint(imported(tree)), name
        assert [
            each for each, _call in calls(tree) if each.endswith(("open", "write_text", "unlink"))
        ] == [], name


def test_time_is_given_never_read() -> None:
    for name, tree in modules("data", "screens"):
        assert [ast.unparse(call) for each, call in calls(tree) if each in UNTIMELY] == [], name


def test_one_binding_opens_the_journals() -> None:
    users = {name: set(imported(tree)) for name, tree in modules()}
    using = {name for name, names in users.items() if "apsw" in names}
    assert {name for name in using if not name.startswith("data/index/")} == {
        "data/images.py",
        "data/journal.py",
    }
    assert not any("sqlite3" in names for names in users.values())


def test_the_demo_looks_made_up() -> None:
    people = demo_meeting(local(0.0).replace(tzinfo=None)).participants
    assert people
    assert {person.name.split()[-1] for person in people} <= MADE_UP


def test_the_project_speaks_of_itself_alone() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607 - git is where git is
    if listed.returncode:
        pytest.skip("not a clone")
    for name in listed.stdout.splitlines():
        file = ROOT / name
        if file == Path(__file__) or file.suffix in {".png", ".db"} or not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        found = re.search(r"\b(TODO|FIXME|XXX)\b|(?<![\w.~])/(work|root|home/\w+)/", text)
        assert found is None, f"{name}: {found}"
