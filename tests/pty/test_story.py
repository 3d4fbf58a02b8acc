"""A group's story at the keys: made, met, approved, met again; and the same told by the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.pty.leading import SMALL, WIDE, Leader, keys, text
from tests.pty.terminal import Terminal, eventually

WHY_NOT = "Ventelisten var lengre enn vi trodde"


@pytest.fixture(params=[SMALL, WIDE], ids=["80x24", "120x36"])
def leader(request: pytest.FixtureRequest, tmp_path: Path) -> Iterable[Leader]:
    with Leader(Terminal(["malstyrt"], home=tmp_path, size=request.param), tmp_path) as leader:
        leader.terminal.wait_for("Ingen møter ennå")
        yield leader


def test_what_a_group_agrees_comes_back_until_it_is_done(leader: Leader) -> None:
    a_group_is_made(leader)
    its_first_meeting_agrees_a_tiltak(leader)
    its_referat_is_remarked_on_and_approved(leader)
    the_next_meeting_opens_with_it_and_says_why_it_was_not_done(leader)
    leader.at_once(keys("ctrl+q"))
    assert leader.terminal.wait_exit() == 0

    both_are_found_by_search(leader.home)
    the_group_has_its_history(leader.home)
    what_is_still_to_be_done_is_listed(leader.home)


# -- At the keys --------------------------------------------------------------------------------------


def a_group_is_made(leader: Leader) -> None:
    """Make an ansvarsgruppe with a member and a goal."""
    leader.at_once(keys("ctrl+g"))
    leader.terminal.wait_for("Ny gruppe")
    leader.at_once(keys("ctrl+n", "end", "ctrl+u"), text("FJELL-3"), keys("tab", "right", "tab"))
    leader.at_once(text("Kari Kladd"), keys("ctrl+s"))
    leader.terminal.wait_for("FJELL-3 · ansvarsgruppe")


def its_first_meeting_agrees_a_tiltak(leader: Leader) -> None:
    """Lead the group's first meeting: one tiltak, and a referat that is finished for a stated reason."""
    begin_next_meeting(leader, date="i dag")
    leader.at_once(keys("tiltak"), text("Søke om utredning !om 6 uker"), keys("enter", "close_line"))
    leader.terminal.wait_for("T1 Søke om utredning")
    finish(leader, "Første møte; resten tas neste gang")


def its_referat_is_remarked_on_and_approved(leader: Leader) -> None:
    """Open the referat from home, add a remark, and approve it."""
    leader.terminal.wait_for("Ikke ferdig")
    leader.at_once(keys("enter"))
    leader.terminal.wait_for("Godkjenn")
    leader.at_once(keys("f6"), text("Mor Prøve"), keys("tab"), text("Fristen er romslig"), keys("enter"))
    eventually(lambda: "Fristen er romslig" in the_referat(leader.home), "the remark to be saved")
    leader.at_once(keys("f5", "enter"))
    leader.terminal.wait_for("Rettelse")
    leader.at_once(keys("escape"))
    leader.terminal.wait_for("Siste referater")


def the_referat(home: Path) -> str:
    """Give the text of the only referat there is."""
    (path,) = (home / "data" / "grupper" / "fjell-3").glob("2*.md")
    return path.read_text("utf-8")


def the_next_meeting_opens_with_it_and_says_why_it_was_not_done(leader: Leader) -> None:
    """Meet again: the tiltak is the first thing asked about, and it was not done."""
    leader.at_once(keys("ctrl+g", "enter"))
    leader.terminal.wait_for("FJELL-3 · ansvarsgruppe")
    begin_next_meeting(leader, date="om 2 uker")
    leader.terminal.wait_for("T1 +Søke om utredning")
    leader.at_once(keys("tab", "tab", "space", "space", "space", "enter"), text(WHY_NOT), keys("close_card"))
    leader.terminal.wait_for("ikke gjennomført")
    finish(leader, "Møtet ble kort")


def begin_next_meeting(leader: Leader, *, date: str) -> None:
    """Make the next meeting of the group that is open, and come to its first step."""
    leader.at_once(keys("ctrl+n"))
    leader.terminal.wait_for("Nytt møte")
    leader.at_once(text(date), keys("ctrl+s"))
    leader.comes_to("Velkommen")


def finish(leader: Leader, reason: str) -> None:
    """Save the referat as finished for a reason, and go home."""
    leader.at_once(keys("referat"))
    leader.comes_to("Referat")
    leader.at_once(keys("save"))
    leader.terminal.wait_for("ikke helt ferdig")
    leader.at_once(text(reason), keys("enter"))
    leader.terminal.wait_for("Lagret som referat")
    leader.at_once(keys("leave"))
    leader.terminal.wait_for("FJELL-3 · ansvarsgruppe")
    go_home(leader)


def go_home(leader: Leader) -> None:
    """Go back, past what is to be told to KE, to the first page."""
    while not leader.terminal.sees("Prøv demoen", 1):
        leader.at_once(keys("escape"))


# -- By the command line ------------------------------------------------------------------------------


def both_are_found_by_search(home: Path) -> None:
    assert [hit["status"] for hit in said(home, "sok", "utredning")] == ["referat", "godkjent"]
    (hit,) = said(home, "sok", "ventelisten")
    assert any(WHY_NOT in line["text"] for line in hit["lines"])
    assert [one["group"] for one in said(home, "liste")] == ["FJELL-3", "FJELL-3"]


def the_group_has_its_history(home: Path) -> None:
    (tiltak,) = said(home, "gruppe", "FJELL-3")["tiltak"]
    assert (tiltak["id"], tiltak["what"]) == ("T1", "Søke om utredning")
    assert [(one["status"], one["reason"]) for one in tiltak["history"]] == [
        ("åpen", ""),
        ("ikke gjennomført", WHY_NOT),
    ]


def what_is_still_to_be_done_is_listed(home: Path) -> None:
    (tiltak,) = said(home, "tiltak")
    assert (tiltak["group"], tiltak["id"], tiltak["status"]) == ("FJELL-3", "T1", "ikke gjennomført")
    assert ("tiltak", "T1") in {
        (one["rule"], one["number"]) for one in said(home, "frister", "--dager", "60")
    }


def said(home: Path, *words: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Give what a command prints as JSON."""
    program = Path(sys.executable).with_name("malstyrt")
    done = subprocess.run(
        [program, "--mappe", home, *words, "--json"], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode in {0, 1}, done.stderr
    return json.loads(done.stdout)
