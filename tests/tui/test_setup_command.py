"""The command that says where everything lies and whether all is well, the terminal too."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.health import Level
from data.locations import locate
from tests.data.complete_meeting import complete_meeting
from tests.data.own_profile import OWN, write_profile
from tests.pty.terminal import Terminal
from tests.tui.test_command_line import Shell, archived
from tui.terminal_health import TMUX_SAID, terminal, tmux_findings

QUIET = ["external", "0", "0", "1", "10", "1"]
"""What tmux says when nothing is to be done, in the order of TMUX_SAID."""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "hjem")


def test_it_tells_where_everything_lies(shell: Shell) -> None:
    said = shell("oppsett")
    assert said.status == 0
    for place in ("data/grupper", "state/moter", "cache", "config/config.toml"):
        assert str(shell.home / place) in said.out


def test_the_places_and_what_is_set_are_there_for_other_programs(shell: Shell) -> None:
    told = shell("oppsett", "--json").json
    assert told["data"] == str(shell.home / "data")
    assert told["settings"] == str(shell.home / "config" / "config.toml")
    assert (told["tema"], told["skjul_skjermen_etter"]) == ("mørkt", 0)


def test_all_is_well_in_a_new_home(shell: Shell) -> None:
    said = shell("oppsett", "--sjekk")
    amiss = [line for line in said.out.splitlines() if not line.startswith("✓ ")]
    # Where the test itself runs in memory, that is told.
    assert [line for line in amiss if "disk: " not in line and "--mappe" not in line] == [], said.out


def test_it_looks_also_where_every_other_command_refuses_to(shell: Shell) -> None:
    archived(shell, complete_meeting())
    (shell.home / "data").chmod(0o755)
    assert shell("liste").status == 2

    said = shell("oppsett", "--sjekk")

    assert said.status == 1
    assert re.search(r"✗ mapper: .*\n    Steng mappen .*: chmod -R go= ", said.out)


def test_every_finding_is_there_for_other_programs(shell: Shell) -> None:
    archived(shell, complete_meeting())
    (shell.home / "data").chmod(0o755)
    told = shell("oppsett", "--sjekk", "--json")
    assert told.status == 1
    assert {one["level"] for one in told.json} == {Level.GOOD, Level.BAD}
    assert all({"subject", "level", "words", "remedy"} == set(one) for one in told.json)


def test_rules_that_name_what_is_gone_are_told_of_by_file_and_line(shell: Shell) -> None:
    locations = locate({}, shell.home)
    place = write_profile(locations, "borte", "kafjord")
    locations.settings.write_text(f'profil = "{OWN}"\n', "utf-8")
    for folder in (locations.config, locations.profiles):
        folder.chmod(0o700)
    said = shell("oppsett", "--sjekk")
    assert said.status == 1
    assert f"✗ regler: {place}: Der står «borte»" in said.out


# The terminal


def sees(home: Path, *words: str, size: tuple[int, int] = (100, 30), **env: str | None) -> str:
    """Give what the doctor says in a terminal of its own."""
    with Terminal(["malstyrt", "oppsett", "--sjekk", *words], home=home, size=size, env=env) as shown:
        shown.wait_exit()
        return bytes(shown.raw).decode()


def test_a_good_terminal_is_well(tmp_path: Path) -> None:
    said = sees(tmp_path)
    assert "UTF-8" in said
    assert "✗" not in said
    assert "? terminal" not in said


@pytest.mark.parametrize(
    ("env", "size", "told"),
    [
        ({"PYTHONIOENCODING": "latin-1"}, (100, 30), "LANG=nb_NO.UTF-8"),
        ({"TERM": "xterm", "COLORTERM": None}, (100, 30), "terminalens"),
        ({"TERM": "dumb"}, (100, 30), "xterm-256color"),
        ({}, (79, 24), "80"),
        ({}, (59, 15), "minst 60"),
    ],
)
def test_what_is_amiss_with_a_terminal_comes_with_what_to_do(
    tmp_path: Path, env: dict[str, str | None], size: tuple[int, int], told: str
) -> None:
    with Terminal(["malstyrt", "oppsett", "--sjekk"], home=tmp_path, size=size, env=env) as shown:
        assert shown.wait_exit() == 1
        assert told in bytes(shown.raw).decode("utf-8", "replace")


def test_a_program_that_writes_down_what_is_shown_is_named(tmp_path: Path) -> None:
    if shutil.which("script") is None:
        pytest.skip("script is not here")
    recorded = ["script", "-qec", "malstyrt oppsett --sjekk", str(tmp_path / "opptak")]
    with Terminal(recorded, home=tmp_path) as shown:
        assert shown.wait_exit() == 1
        assert "script skriver alt som vises" in bytes(shown.raw).decode()


def test_without_a_terminal_there_is_nothing_to_see() -> None:
    assert [one.level for one in terminal({})] == [Level.GOOD]


@pytest.mark.parametrize(
    ("answer", "value", "told"),
    [
        (0, "on", "set-clipboard"),
        (1, "1", "pipe-pane"),
        (2, "1", "synchronize-panes"),
        (3, "2", "detach-client"),
        (4, "500", "escape-time"),
        (5, "0", "alternate-screen"),
    ],
)
def test_a_setting_of_tmux_that_leaks_comes_with_the_command_that_mends_it(
    answer: int, value: str, told: str
) -> None:
    assert list(tmux_findings(QUIET)) == []
    said = [*QUIET[:answer], value, *QUIET[answer + 1 :]]
    (found,) = tmux_findings(said)
    assert told in found.remedy


@pytest.mark.parametrize("said", [[], [""], ["", "", "", "x", "y", ""], ["ukjent"] * 20])
def test_a_tmux_that_says_something_else_stops_nothing(said: list[str]) -> None:
    list(tmux_findings(said))


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """Give the command of a tmux server of its own."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not here")
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    subprocess.run([*command, "new-session", "-d", "-x", "90", "-y", "30"], check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=False)


def test_a_real_tmux_answers(tmux: list[str]) -> None:
    subprocess.run([*tmux, "set", "-g", "set-clipboard", "on"], check=True)
    asked = subprocess.run(
        [*tmux, "display-message", "-p", TMUX_SAID], check=True, capture_output=True, text=True
    )
    found = list(tmux_findings(asked.stdout.strip().split("|")))
    assert [one.remedy for one in found if "set-clipboard" in one.remedy]
    assert not [one for one in found if one.level is Level.BAD]
