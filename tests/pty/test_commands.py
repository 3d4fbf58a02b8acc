"""The commands that need a screen, from the shell that they are given in."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

import pytest

from data.archive import documents
from data.locations import locate
from tests.pty.terminal import Terminal

MALSTYRT = [sys.executable, "-c", "import sys; from tui.main import run; sys.exit(run())"]


def test_the_demo_names_the_folder_it_was_held_in(tmp_path: Path) -> None:
    away = {"MALSTYRT_HOME": None, "TMPDIR": str(tmp_path)}
    with Terminal([*MALSTYRT, "demo"], home=tmp_path / "hjem", env=away) as terminal:
        terminal.wait_for("Per Prøve")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        told = re.search(rf"Demoen ligger i ({tmp_path}\S+)", terminal.raw.decode())
    assert told
    folder = Path(told[1])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [document.group for document in documents(locate({}, folder))] == ["SOL-7"]


def test_the_demo_is_held_in_the_home_that_is_named(tmp_path: Path) -> None:
    with Terminal([*MALSTYRT, "demo"], home=tmp_path) as terminal:
        terminal.wait_for("Per Prøve")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [document.group for document in documents(locate({}, tmp_path))] == ["SOL-7"]


def test_the_meeting_to_lead_now_goes_on_where_it_stopped(tmp_path: Path) -> None:
    for words in (["demo"], ["mote"]):
        with Terminal([*MALSTYRT, *words], home=tmp_path) as terminal:
            terminal.wait_for("Per Prøve")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
    assert len(documents(locate({}, tmp_path))) == 1


@pytest.mark.parametrize("words", [[], ["demo"], ["mote"]])
def test_a_terminal_that_can_show_no_screen_is_told_so(tmp_path: Path, words: list[str]) -> None:
    with Terminal([*MALSTYRT, *words], home=tmp_path, env={"TERM": "dumb"}) as terminal:
        assert terminal.wait_exit() == 2
        said = terminal.raw.decode()
    assert "Ingen skjerm å vise på" in said
    assert "\x1b" not in said


def test_home_is_shown_without_a_word(tmp_path: Path) -> None:
    with Terminal(MALSTYRT, home=tmp_path) as terminal:
        terminal.wait_for("demo")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
