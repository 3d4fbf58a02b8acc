"""`ny --fra` a calendar file, and the calendar file that comes of any innkalling."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.archive import documents
from data.groups import create_group
from data.locations import locate
from tests.data.own_profile import OWN, write_profile
from tests.data.sample_group import SAMPLE_GROUP
from tests.tui.test_command_line import Shell

SAMPLES = Path(__file__).parents[1] / "data" / "samples"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_an_innkalling_is_made_of_an_invitation(shell: Shell) -> None:
    said = shell("ny", "--fra", SAMPLES / "invitasjon-outlook.ics")
    path = Path(said.out.strip())
    assert (said.status, said.err) == (0, "⚠ Møtet er planlagt til 90 minutter. Rammen er 60 (Sel).\n")
    assert [document.path for document in documents(locate({}, shell.home))] == [path]
    assert "| Per Prøve " in path.read_text("utf-8")
    calendar = path.with_suffix(".ics").read_text("utf-8")
    assert "SUMMARY:Ansvarsgruppemøte\n" in calendar
    assert "Prøve" not in calendar
    assert "SOL" not in calendar


def test_what_the_user_should_know_is_told_and_the_path_stands_alone(shell: Shell) -> None:
    said = shell("ny", "--fra", SAMPLES / "invitasjon-thunderbird.ics", "--gruppe", "FJELL-2")
    assert Path(said.out.strip()).is_file()
    assert "gjentas" in said.err


def test_a_meeting_past_midnight_is_not_made(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "sent.ics"
    file.write_text("BEGIN:VEVENT\nDTSTART:20261124T230000\nDURATION:PT3H\nEND:VEVENT\n", "utf-8")
    said = shell("ny", "--fra", file)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Møtet går over midnatt: ")
    assert documents(locate({}, shell.home)) == []


def test_an_innkalling_too_late_for_a_calendar_is_made_all_the_same(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "innkalling.md"
    file.write_text(
        "# Innkalling: samarbeidsmøte for SOL-7\n\n- **Dato:** 24.11.2026\n- **Tid:** 23:30\n", "utf-8"
    )
    said = shell("ny", "--fra", file)
    assert said.status == 0
    assert Path(said.out.strip()).is_file()
    assert not Path(said.out.strip()).with_suffix(".ics").exists()
    assert "midnatt" in said.err


def test_what_is_no_calendar_file_is_told_with_its_line(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "tull.ics"
    file.write_text("tull", "utf-8")
    said = shell("ny", "--fra", file)
    assert said.status == 2
    assert said.err.startswith(f"{file}:1: Kan ikke leses: ")


def test_somebody_who_comes_by_agreement_is_invited(shell: Shell) -> None:
    create_group(locate({}, shell.home), SAMPLE_GROUP)
    said = shell("ny", "--gruppe", "SOL-7", "--inviter", "tor")
    assert "| Tor Test " in Path(said.out.strip()).read_text("utf-8")
    for words in ("kari", "ukjent"):
        assert shell("ny", "--gruppe", "SOL-7", "--inviter", words).status == 2


def test_nobody_is_invited_to_a_meeting_made_of_a_file_and_that_is_said(shell: Shell) -> None:
    create_group(locate({}, shell.home), SAMPLE_GROUP)
    made = Path(shell("ny", "--gruppe", "SOL-7").out.strip())
    made.rename(file := shell.home / "innkalling.md")
    for words in ((), ("--gruppe", "SOL-7")):
        said = shell("ny", "--fra", file, "--inviter", "tor", *words)
        assert (said.status, said.out) == (2, "")
        assert "--inviter" in said.err
    assert documents(locate({}, shell.home)) == []


def test_rules_that_name_a_structure_that_is_gone_are_told_of_and_the_meeting_is_made(shell: Shell) -> None:
    locations = locate({}, shell.home)
    create_group(locations, SAMPLE_GROUP.having({"profile": OWN}))
    place = write_profile(locations, "borte", "kafjord")
    for folder in (locations.config, locations.profiles):
        folder.chmod(0o700)
    said = shell("ny", "--gruppe", SAMPLE_GROUP.alias)
    assert said.status == 0
    assert Path(said.out.strip()).is_file()
    assert f"{place}: Der står «borte»" in said.err
