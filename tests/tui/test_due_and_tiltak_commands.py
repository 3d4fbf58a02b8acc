"""`frister` and `tiltak`: what is due and what is to be done, in all groups, and no names of people."""

from __future__ import annotations

import datetime as dt
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from data.errors import MalstyrtError
from data.group import Group, Planned
from data.groups import create_group
from data.instants import instant_of
from data.locations import locate
from data.meeting import Tiltak
from tests.data.sample_group import SAMPLE_GROUP
from tests.tui.test_group_command import NAMES
from tui.commands.command import Command
from tui.commands.due import Due
from tui.commands.parser import Parser
from tui.commands.tiltak import TiltakList
from tui.commands.world import World

TODAY = dt.date(2026, 12, 1)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give a world with two groups, in which it is TODAY."""
    world = World(locate({}, tmp_path), lambda: instant_of(TODAY, dt.time(9)), "test")
    create_group(world.locations, SAMPLE_GROUP)
    other = Group(
        id="",
        alias="ELV-2",
        tiltak=(Tiltak(id="T1", what="Bestille time", when=dt.date(2026, 12, 3)),),
        plan=(Planned(id="a1", date=dt.date(2026, 12, 15)),),
    )
    create_group(world.locations, other)
    return world


def run(command: Command, world: World, *words: str) -> int:
    """Give the exit status of a command."""
    parser = Parser()
    command.arguments(parser)
    given: Namespace = parser.parse_args(words)
    return command.run(given, world)


def printed(capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Give what was printed as JSON."""
    return json.loads(capsys.readouterr().out)


def test_what_is_due_stands_in_order_with_days_left_and_the_rule(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(Due(), world) == 1
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "27.11.2026  4 dager over  SOL-7  T2  Frist for tiltaket, avtalt i møtet",
        "03.12.2026  om 2 dager    ELV-2  T1  Frist for tiltaket, avtalt i møtet",
        "08.12.2026  om 7 dager    ELV-2      Innkalling og saksliste er ute 7 dager før (Sel, Kåfjord)",
        "11.12.2026  om 10 dager   SOL-7  T3  Frist for tiltaket, avtalt i møtet",
    ]
    assert not any(name in out for name in NAMES)


def test_nothing_due_prints_nothing_at_all(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Due(), world, "--dager", "-30") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_a_deadline_says_whose_rule_it_is_by_what_is_chosen(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.locations.config.mkdir(parents=True)
    world.locations.settings.write_text('profil = "kafjord"\n', "utf-8")
    run(Due(), world, "--json")
    told = {one["rule"]: (one["words"], one["source"]) for one in printed(capsys)}
    assert told["innkalling"] == (
        "Innkalling og saksliste er ute 7 dager før (Kåfjord)",
        "Kåfjord: veileder for ansvarsgrupper (utkast 2024)",
    )


def test_a_profile_that_cannot_be_used_is_told_of_and_the_deadlines_are_shown_all_the_same(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.locations.profiles.mkdir(parents=True)
    world.locations.settings.write_text('profil = "vaar"\n', "utf-8")
    (world.locations.profiles / "vaar.toml").write_text("tittel = Vår\n", "utf-8")
    assert run(Due(), world) == 2
    said = capsys.readouterr()
    assert "ELV-2" in said.out
    assert "vaar.toml, linje 1: tittel: Der står «Vår»" in said.err


def test_deadlines_can_be_narrowed(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Due(), world, "--gruppe", "elv-2", "--dager", "2", "--json") == 1
    (found,) = printed(capsys)
    path = str(world.locations.groups / "elv-2" / "gruppe.md")
    assert found == {
        "due": "2026-12-03",
        "days": 2,
        "rule": "tiltak",
        "group": "ELV-2",
        "number": "T1",
        "words": "Frist for tiltaket, avtalt i møtet",
        "source": "",
        "path": path,
        "place": "tiltak/T1",
    }


def test_a_group_is_asked_for_by_alias_or_folder_and_one_that_does_not_exist_is_not_silence(
    world: World,
) -> None:
    (world.locations.groups / "elv-2").rename(world.locations.groups / "bekken")
    for words in ("ELV-2", "bekken"):
        assert run(Due(), world, "--gruppe", words) == 1
    with pytest.raises(MalstyrtError, match="Ingen gruppe heter TULL"):
        run(Due(), world, "--gruppe", "TULL")


def test_a_group_that_cannot_be_read_is_told_and_the_others_are_listed(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = world.locations.groups / "sol-7" / "gruppe.md"
    broken.write_bytes(b"")
    assert run(Due(), world) == 2
    said = capsys.readouterr()
    assert "ELV-2" in said.out
    assert f"{broken}:1: Kan ikke leses" in said.err


def test_the_tiltak_of_all_groups_stand_by_their_deadline(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(TiltakList(), world) == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "SOL-7  T2  27.11.2026  ikke gjennomført  Gi fast plass ved vinduet  rektor, Skolen",
        "ELV-2  T1  03.12.2026  åpen              Bestille time",
        "SOL-7  T3  11.12.2026  åpen              Veilede lærerne            rådgiver, PPT",
    ]
    assert not any(name in out for name in NAMES)


def test_tiltak_as_json_have_stable_keys(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TiltakList(), world, "--forfalt", "--person", "kladd", "--json") == 0
    (found,) = printed(capsys)
    assert found == {
        "group": "SOL-7",
        "id": "T2",
        "what": "Gi fast plass ved vinduet",
        "role": "rektor, Skolen",
        "when": "2026-11-27",
        "goal": "M1",
        "status": "ikke gjennomført",
        "reason": "Rommet er i bruk.",
        "path": str(world.locations.groups / "sol-7" / "gruppe.md"),
        "overdue": True,
    }


def test_no_such_tiltak_in_a_group_that_exists_is_said_and_is_no_failure(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(TiltakList(), world, "--gruppe", "elv 2", "--forfalt") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Ingen slike tiltak.\n")


def test_the_tiltak_of_a_group_are_those_of_no_other_whose_folder_has_that_name(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    (world.locations.groups / "sol-7").rename(world.locations.groups / "elv-2-flyttet")
    (world.locations.groups / "elv-2").rename(world.locations.groups / "sol-7")
    assert run(TiltakList(), world, "--gruppe", "SOL-7", "--json") == 0
    assert {one["group"] for one in printed(capsys)} == {"SOL-7"}


def test_tiltak_of_a_group_that_does_not_exist_are_not_silence(world: World) -> None:
    with pytest.raises(MalstyrtError, match="Ingen gruppe heter TULL"):
        run(TiltakList(), world, "--gruppe", "TULL")


def test_tiltak_of_a_status_that_does_not_exist_are_told_which_there_are(world: World) -> None:
    with pytest.raises(MalstyrtError, match="åpen, gjennomført, delvis, ikke gjennomført, utgår og alle"):
        run(TiltakList(), world, "--status", "tull")
