"""`profil`: the rules of municipalities, listed, shown with their sources, and begun for one of one's own."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import pytest

from data.errors import MalstyrtError
from data.locations import locate
from data.own_files import STARTS, mistakes
from data.profile import Krav, Limit
from data.profile_file import load, read_profile
from tui.commands.parser import Parser, UsageError
from tui.commands.profile import ProfileCommand
from tui.commands.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(locate({}, tmp_path), lambda: 0.0, "test")


def run(world: World, *words: str) -> int:
    """Give the exit status of the command."""
    command = ProfileCommand()
    parser = Parser()
    command.arguments(parser)
    given: Namespace = parser.parse_args(words)
    return command.run(given, world)


def test_every_profile_is_listed_with_the_one_in_use_marked(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(world) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["bti", "ilag", "kafjord", "*", "sel"]
    assert lines[3] == "* noytral      Nøytral"


def test_the_rules_of_one_are_shown_each_with_its_source_and_its_day(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(world, "kafjord") == 0
    said = capsys.readouterr().out
    assert "referat: 7  (Kåfjord: veileder for ansvarsgrupper (utkast 2024), 2026-11-22)\n" in said
    assert "oppstart: krav  (Kåfjord: " in said


def test_programs_get_the_same_as_json(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(world, "--json", "ilag") == 0
    found = json.loads(capsys.readouterr().out)
    assert {"rule": "kopi", "value": "krav"}.items() <= next(
        one for one in found if one["rule"] == "kopi"
    ).items()


def test_a_profile_is_begun_and_can_be_used_as_it_stands(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(world, "ny", "var-kommune") == 0
    file = Path(capsys.readouterr().out.strip())
    assert file == world.locations.profiles / "var-kommune.toml"
    assert mistakes(file) == ()
    assert load("var-kommune", [world.locations.profiles]).title == "Kommunen vår"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_profile_that_is_there_is_never_written_over(world: World) -> None:
    run(world, "ny", "vaar")
    file = world.locations.profiles / "vaar.toml"
    file.write_text("mitt eget", "utf-8")
    with pytest.raises(MalstyrtError, match="finnes alt"):
        run(world, "ny", "vaar")
    assert file.read_text("utf-8") == "mitt eget"


@pytest.mark.parametrize("words", [("ny",), ("ny", "a", "b"), ("sel", "ilag")])
def test_what_is_no_act_is_told(world: World, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="profil ny NAVN"):
        run(world, *words)


def test_a_broken_profile_is_told_of_and_the_others_are_listed(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.locations.profiles.mkdir(parents=True)
    (world.locations.profiles / "vaar.toml").write_text("tittel = Vår\n", "utf-8")
    assert run(world) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 6
    assert "vaar.toml, linje 1: tittel: Der står «Vår»" in said.err


def test_the_file_to_begin_from_names_every_part_and_every_number_there_is() -> None:
    file = STARTS / "profiler.toml"
    text = file.read_text("utf-8")
    assert [part for part in Krav if part not in text] == []
    assert set(read_profile(file).limits) == set(Limit)
