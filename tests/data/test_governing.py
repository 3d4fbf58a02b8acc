"""Whose rules govern: the group's own, else those chosen, else the neutral ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.governing import Profiles
from data.group import Group
from data.groups import create_group
from data.locations import Locations, locate
from tests.data.own_profile import OWN, write_profile


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def chosen(locations: Locations, name: str) -> None:
    locations.config.mkdir(parents=True, exist_ok=True)
    locations.settings.write_text(f'profil = "{name}"\n', "utf-8")


def group(locations: Locations, profile: str) -> Path:
    """Make a group that follows a profile, and give the path of a document in its folder."""
    made = Group(id="", alias="SOL-7", profile=profile)
    return create_group(locations, made).with_name("2026-11-24-samarbeidsmote.md")


def test_where_nothing_is_chosen_the_neutral_rules_govern(locations: Locations) -> None:
    assert Profiles(locations).named("").name == "noytral"
    assert Profiles(locations).beside(group(locations, "")).name == "noytral"


def test_what_is_chosen_in_the_settings_governs_every_group_that_names_none(locations: Locations) -> None:
    chosen(locations, "ilag")
    assert Profiles(locations).beside(group(locations, "")).name == "ilag"


def test_a_groups_own_rules_go_before_those_chosen(locations: Locations) -> None:
    chosen(locations, "ilag")
    assert Profiles(locations).beside(group(locations, "kafjord")).name == "kafjord"


def test_a_document_in_no_groups_folder_is_governed_by_what_is_chosen(
    locations: Locations, tmp_path: Path
) -> None:
    chosen(locations, "sel")
    assert Profiles(locations).beside(tmp_path / "referat.md").name == "sel"


def test_a_profile_that_cannot_be_used_is_told_of_once_and_another_stands_in_its_place(
    locations: Locations,
) -> None:
    chosen(locations, "ilag")
    document = group(locations, "vaar")
    locations.profiles.mkdir(parents=True)
    (locations.profiles / "vaar.toml").write_text("tittel = Vår\n", "utf-8")
    profiles = Profiles(locations)
    assert profiles.beside(document).name == "ilag"
    assert profiles.named("vaar").name == "ilag"
    (mistake,) = profiles.mistakes
    assert "vaar.toml, linje 1: tittel: Der står «Vår»" in mistake.message


def test_a_chosen_profile_that_is_not_there_leaves_the_neutral_rules(locations: Locations) -> None:
    chosen(locations, "finnes-ikke")
    profiles = Profiles(locations)
    assert profiles.named("").name == "noytral"
    assert [one.title for one in profiles.mistakes] == ["Ukjent profil"]


def test_every_profile_has_its_title(locations: Locations) -> None:
    assert Profiles(locations).titles() == {
        "bti": "BTI",
        "ilag": "Ilag førr ongan",
        "kafjord": "Kåfjord",
        "noytral": "Nøytral",
        "sel": "Sel",
    }


def naming(locations: Locations, *structures: str) -> Profiles:
    """Choose rules of the user's own that name some structures, and give them as they are then in use."""
    write_profile(locations, *structures)
    chosen(locations, OWN)
    profiles = Profiles(locations)
    assert profiles.named("").followed == structures
    assert profiles.mistakes == [], "it is of use all the same"
    return profiles


def test_structures_that_can_be_used_are_not_told_of(locations: Locations) -> None:
    assert naming(locations, "kafjord", "formote").structures_amiss() == ()


@pytest.mark.parametrize("name", ["borte", "forste", "../kafjord"])
def test_what_a_profile_names_and_is_no_structure_is_told_by_its_file_and_line(
    name: str, locations: Locations
) -> None:
    (error,) = naming(locations, "kafjord", name).structures_amiss()
    assert error.title == "Profilen nevner en mal som ikke finnes"
    place = write_profile(locations, "kafjord", name)
    assert error.message.startswith(f"{place}: Der står «{name}», men det skulle vært en liste med noen av")


def test_a_broken_structure_that_a_profile_names_is_told_by_its_own_file_and_line_once(
    locations: Locations,
) -> None:
    locations.structures.mkdir(parents=True)
    (locations.structures / "vart.toml").write_text('tittel = "Vårt"\nslag = 7\n', "utf-8")
    profiles = naming(locations, "vart", "kafjord")
    profiles.beside(group(locations, OWN))
    (error,) = profiles.structures_amiss()
    assert error.title == "Møtestrukturen kan ikke brukes"
    assert "vart.toml, linje 2: slag: Der står «7»" in error.message


def test_both_what_is_gone_and_what_is_broken_are_told(locations: Locations) -> None:
    locations.structures.mkdir(parents=True)
    (locations.structures / "vart.toml").write_text("", "utf-8")
    told = naming(locations, "vart", "borte").structures_amiss()
    assert [one.title for one in told] == [
        "Møtestrukturen kan ikke brukes",
        "Profilen nevner en mal som ikke finnes",
    ]
