"""Whose rules govern: the group's own, else those chosen, else the neutral ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.governing import Profiles
from data.group import Group
from data.groups import create_group
from data.locations import Locations, locate


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
