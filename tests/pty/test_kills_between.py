"""Kills between the meetings: what the board, a group or a parked matter shows as kept is there after."""

from __future__ import annotations

import random
import signal
import threading
from pathlib import Path

import pytest

from data.group import Group
from data.groups import create_group, open_group
from data.leaders_book import read_book
from data.locations import locate
from data.meeting import TiltakStatus, find
from tests.data.index.archive_of_texts import put
from tests.data.sample_group import SAMPLE_GROUP
from tests.pty.terminal import DEADLINE, Terminal

TYPED = "Anne Utkast"
KILLS = 2
LONGEST = 0.6
"""Seconds from the last key to the kill, at most: longer than it takes to keep what was typed."""


def killed(terminal: Terminal, after: float = 0.0) -> None:
    """Kill the program after some seconds; it has no time for anything more."""
    threading.Timer(after, terminal.kill, [signal.SIGKILL]).start()
    assert terminal.wait_exit() == -signal.SIGKILL


def some_time(seed: int) -> float:
    """Give the seconds until a kill."""
    return random.Random(seed).uniform(0, LONGEST)  # noqa: S311 - any moment will do


def the_group(path: Path) -> Group:
    """Give the group as its file has it, which can be read whole."""
    read = open_group(path)
    assert read.problems == ()
    return read.group


def test_a_status_that_the_board_shows_is_in_the_groups_file(tmp_path: Path) -> None:
    path = create_group(locate({}, tmp_path), SAMPLE_GROUP)
    for status in (TiltakStatus.PARTLY, TiltakStatus.NOT_DONE):
        with Terminal(["malstyrt"], home=tmp_path) as terminal:
            terminal.wait_for("SOL-7")
            terminal.press("ctrl+t")
            terminal.wait_for("T3 +Veilede")
            terminal.press("down", *["space"] * (2 if status is TiltakStatus.PARTLY else 1))
            terminal.wait_for(f"T3 +Veilede.*{status}")
            killed(terminal)
        tiltak = find(the_group(path).tiltak, "T3")
        assert tiltak
        assert tiltak.status is status


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_group_killed_while_it_is_typed_in_is_whole(tmp_path: Path, seed: int) -> None:
    path = create_group(locate({}, tmp_path), SAMPLE_GROUP.having({"koordinator": ""}))
    with Terminal(["malstyrt"], home=tmp_path) as terminal:
        terminal.wait_for("SOL-7")
        terminal.press("ctrl+g")
        terminal.wait_for("ansvarsgruppe")
        terminal.press("enter")
        terminal.wait_for("Koordinator")
        terminal.press("tab", "tab")
        terminal.type(TYPED)
        killed(terminal, some_time(seed))
    assert TYPED.startswith(the_group(path).koordinator)
    with Terminal(["malstyrt"], home=tmp_path) as terminal:
        terminal.wait_for("SOL-7")
        terminal.press("ctrl+g", "enter")
        terminal.wait_for("Samordne hjelpen")


def test_a_matter_that_is_shown_as_parked_is_on_the_list(tmp_path: Path) -> None:
    with Terminal(["malstyrt", "demo"], home=tmp_path) as terminal:
        terminal.wait_for("Per Prøve")
        terminal.press("f6")
        terminal.wait_for("Parker en sak")
        terminal.type("Klage på drosjen")
        terminal.press("enter", "down", "enter")
        terminal.wait_for("1 parkert")
        killed(terminal)
    assert [one.text for one in read_book(locate({}, tmp_path)).open] == ["Klage på drosjen"]
    with Terminal(["malstyrt"], home=tmp_path) as terminal:
        terminal.wait_for("Klage på drosjen")


@pytest.mark.parametrize("seed", range(KILLS))
def test_an_archive_killed_while_it_is_read_in_finds_all_the_same(tmp_path: Path, seed: int) -> None:
    locations = locate({}, tmp_path)
    for number in range(60):
        put(locations, f"mote{number}", "Mindre skolevegring nå.", date="24.11.2026")
    with Terminal(["malstyrt"], home=tmp_path) as terminal:
        terminal.press("ctrl+f")
        terminal.wait_for("Arkiv")
        killed(terminal, some_time(seed))
    with Terminal(["malstyrt"], home=tmp_path) as terminal:
        terminal.wait_for("målstyrt")
        terminal.press("ctrl+f")
        terminal.wait_for("Arkiv")
        terminal.type("vegring")
        terminal.wait_for("50 dokumenter med treff", DEADLINE)
