"""What is left out of the start is there for those who need it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import textual

from tui.left_out import LEFT_OUT, LEFT_UNTIL_USED

TAKEN = {
    "textual.command": ("app.py", "theme.py"),
    "textual.pilot": ("app.py",),
    "rich.table": ("design.py",),
}
"""Modules left out, and Textual's files that take something from them as the program starts."""


@pytest.mark.parametrize(("module", "file"), [(module, file) for module in TAKEN for file in TAKEN[module]])
def test_what_textual_takes_from_a_module_is_in_the_empty_one(module: str, file: str) -> None:
    source = Path(textual.__file__).with_name(file).read_text(encoding="utf-8")
    taken = re.findall(rf"^\s*from {re.escape(module)} import (.+)$", source, re.MULTILINE)
    assert taken, f"Textual no longer takes anything from {module}: there is nothing to leave out"
    assert {name.strip() for names in taken for name in names.split(",")} <= set(LEFT_OUT[module])


def test_the_app_is_loaded_without_what_is_left_until_it_is_used() -> None:
    loaded = "type(sys.modules[name]) is type(sys)"

    assert _said_by(f"import tui.app; print(*(name for name in {LEFT_UNTIL_USED} if {loaded}))") == ""


@pytest.mark.parametrize(
    ("use", "said"),
    [
        ("import textwrap; print(textwrap.fill('en to', 2))", "en\nto"),
        ("from bz2 import compress, decompress; print(decompress(compress(b'en')).decode())", "en"),
        ("import locale; print(locale.LC_ALL == locale.LC_ALL)", "True"),
    ],
)
def test_what_is_left_until_used_loads_itself(use: str, said: str) -> None:
    assert _said_by(use) == said


def test_a_name_that_no_module_has_is_missed_as_in_any_other() -> None:
    said = _said_by(
        "import textwrap\ntry: textwrap.no_such_name\nexcept AttributeError as error: print(error)"
    )

    assert said == "module 'textwrap' has no attribute 'no_such_name'"


def _said_by(use: str) -> str:
    """Give what a program says that has left everything out."""
    program = f"import sys\nfrom tui.left_out import leave_out\nleave_out()\n{use}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\n")
