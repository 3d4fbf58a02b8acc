"""The meeting itself knows no terminal, and what home and lists need is light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import data

ROOT = Path(data.__file__).parent
MODULES = sorted(
    ".".join(("data", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    for path in ROOT.rglob("*.py")
)

LOADED = """
import importlib, sys
for name in sys.argv[1].split():
    importlib.import_module(name)
print(*sorted({name.partition('.')[0] for name in sys.modules}))
"""


def loaded_by(*modules: str) -> set[str]:
    """Give the top-level packages that a new process has loaded after importing some modules."""
    asked = subprocess.run(
        [sys.executable, "-c", LOADED, " ".join(modules)], capture_output=True, check=True, text=True
    )
    return set(asked.stdout.split())


def test_nothing_of_the_data_loads_the_terminal() -> None:
    assert len(MODULES) > 20
    assert not loaded_by(*MODULES) & {"textual", "rich", "screens", "tui"}


@pytest.mark.parametrize(
    "module", ["data.archive", "data.choosing", "data.locations", "data.errors", "data.clean"]
)
def test_a_list_of_documents_needs_no_models_and_no_parsers(module: str) -> None:
    assert not loaded_by(module) & {"msgspec", "markdown_it", "yaml", "apsw", "holidays", "platformdirs"}


def test_plain_malstyrt_loads_nothing_before_it_is_asked_for() -> None:
    first = loaded_by("tui.main", "tui.commands.screen", "tui.commands.world")
    assert not first & {"textual", "rich", "argparse", "msgspec", "apsw", "yaml", "json", "tempfile"}
