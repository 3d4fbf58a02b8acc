"""The command that copies everything and puts it back: what it prints, and when it says no."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data.meeting import Status
from tests.data.complete_meeting import complete_meeting
from tests.tui.test_command_line import Shell, archived


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "hjem")


def test_a_copy_is_made_and_put_back_in_another_folder(shell: Shell, tmp_path: Path) -> None:
    meeting = complete_meeting().having({"status": Status.LEST_OPP})
    document = archived(shell, meeting)
    copy = tmp_path / "kopi.tar"

    made = shell("sikkerhetskopi", copy)
    assert (made.status, made.out) == (0, f"{copy}\n")
    assert "ikke kryptert" in made.err

    away = tmp_path / "annen"
    back = shell("sikkerhetskopi", copy, "--gjenopprett", "--mappe", away)
    assert (back.status, back.out) == (0, f"{away / 'data'}\n")
    assert (away / "data" / document.relative_to(shell.home / "data")).read_bytes() == document.read_bytes()
    assert meeting.id in shell("liste", "--mappe", away).out


def test_what_was_left_out_is_named_and_the_status_says_so(shell: Shell, tmp_path: Path) -> None:
    document = archived(shell, complete_meeting())
    (document.parent / "lenke.md").symlink_to(os.devnull)
    made = shell("sikkerhetskopi", tmp_path / "kopi.tar")
    assert made.status == 1
    assert "Ikke med:" in made.err
    assert "lenke.md" in made.err


def test_a_damaged_copy_is_refused_until_the_rest_is_asked_for(shell: Shell, tmp_path: Path) -> None:
    archived(shell, complete_meeting())
    copy, away = tmp_path / "kopi.tar", tmp_path / "annen"
    shell("sikkerhetskopi", copy)
    copy.write_bytes(copy.read_bytes()[:-600])

    refused = shell("sikkerhetskopi", copy, "--gjenopprett", "--mappe", away)
    assert (refused.status, refused.out) == (2, "")
    assert "data/grupper/sol-7/m.md" in refused.err

    assert shell("sikkerhetskopi", copy, "--redd", "--mappe", away).status == 0
    assert shell("liste", "--mappe", away).out


def test_without_a_file_it_asks_for_one(shell: Shell) -> None:
    assert shell("sikkerhetskopi").status == 2
