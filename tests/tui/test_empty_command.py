"""The command that removes what is filed: it asks, or is told all by a script, and prints the receipt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.emptying import RECEIPTS
from data.locations import locate
from data.meeting import Life, Status
from tests.data.complete_meeting import complete_meeting
from tests.pty.terminal import Terminal
from tests.tui.test_command_line import Shell, archived

ALL_SAID = ("--sted", "Elements, sak 2026/123", "--dato", "20.3.2025", "--ja")
DAY = dt.date(2025, 3, 4)
SOL = complete_meeting().having(
    {"id": "sol-7-2025", "date": DAY, "status": Status.GODKJENT, "life": Life(approved=DAY)}
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "hjem")


def receipts(shell: Shell) -> list[Path]:
    folder = locate({}, shell.home).data / RECEIPTS
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_script_says_all_and_is_given_the_receipt(shell: Shell) -> None:
    document = archived(shell, SOL)

    said = shell("tom", SOL.id, *ALL_SAID)

    assert said.status == 0, said.err
    assert said.out.splitlines() == [str(path) for path in receipts(shell)]
    assert "dokumenter: 1" in said.err
    assert not document.exists()


@pytest.mark.parametrize("left_out", [ALL_SAID[2:], ALL_SAID[:2] + ALL_SAID[4:], ALL_SAID[:4], ()])
def test_a_script_that_leaves_something_out_removes_nothing(shell: Shell, left_out: tuple[str, ...]) -> None:
    document = archived(shell, SOL)

    said = shell("tom", SOL.id, *left_out)

    assert (said.status, said.out) == (2, "")
    assert "--sted, --dato og --ja" in said.err
    assert document.exists()
    assert receipts(shell) == []


def test_a_file_that_somebody_else_put_there_is_named_before_it_goes(shell: Shell) -> None:
    document = archived(shell, SOL)
    (document.parent / "kartlegging.pdf").write_bytes(b"%PDF")

    said = shell("tom", "SOL-7")

    assert said.status == 2
    assert "også kartlegging.pdf" in said.err
    assert document.exists()


@pytest.mark.parametrize("words", [("…",), ("-/",), (), ("ingen-slik", *ALL_SAID)])
def test_what_is_not_there_cannot_be_removed(shell: Shell, words: tuple[str, ...]) -> None:
    assert shell("tom", *words).status == 2


def test_what_is_not_approved_is_never_asked_about(shell: Shell) -> None:
    document = archived(shell, complete_meeting())

    said = shell("tom", complete_meeting().id, *ALL_SAID)

    assert said.status == 2
    assert "m.md: utkast" in said.err
    assert document.exists()


@pytest.mark.parametrize(("answer", "status"), [("tøm", 0), ("ja", 1), ("", 1)])
def test_at_the_keyboard_it_asks_and_only_the_word_removes_anything(
    shell: Shell, answer: str, status: int
) -> None:
    document = archived(shell, SOL)
    with Terminal(["malstyrt", "tom", SOL.id], home=shell.home) as terminal:
        terminal.wait_for("Hvor er det arkivert")
        terminal.type("Elements\n")
        terminal.wait_for("Når ble det arkivert")
        terminal.type("20.3.2025\n")
        terminal.wait_for("Skriv «tøm»")
        terminal.type(f"{answer}\n")
        assert terminal.wait_exit() == status
    assert document.exists() == bool(status)
