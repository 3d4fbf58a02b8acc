"""What a new meeting is offered to follow: what its rules propose first, then the rest."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.archive import document_path
from data.group import Group, GroupKind
from data.groups import create_group
from data.locations import Locations, locate
from data.markdown import write
from data.meeting import Kind, Meeting, Status
from data.offering import cautions, offered
from data.profile_file import available, load
from data.structure import choices, proposed
from tests.data.own_profile import OWN, write_profile


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def follows(locations: Locations, profile: str, alias: str = "SOL-7") -> str:
    """Make an ansvarsgruppe that follows a profile; give its alias."""
    create_group(locations, Group(id="", alias=alias, kind=GroupKind.ANSVARSGRUPPE, profile=profile))
    return alias


@pytest.mark.parametrize(
    ("profile", "title"),
    [
        ("sel", "Målstyrt møte · første møte"),
        ("ilag", "Ansvarsgruppe etter Ilag · første møte"),
        ("kafjord", "Ansvarsgruppe etter Kåfjord · første møte"),
        ("bti", "Målstyrt møte · første møte"),
    ],
)
def test_a_new_ansvarsgruppe_is_proposed_what_its_municipality_follows(
    profile: str, title: str, locations: Locations
) -> None:
    first, *_others = offered(locations, follows(locations, profile))
    assert (first.name, first.title) == ("", title)
    named = load(profile).structures
    assert named
    assert first.why == f"Foreslått etter {named.origin.source}."


@pytest.mark.parametrize("profile", available())
def test_those_that_the_municipality_names_come_first_and_none_is_left_out(
    profile: str, locations: Locations
) -> None:
    names = [one.name for one in offered(locations, follows(locations, profile))][1:]
    followed = load(profile).followed
    assert tuple(names[: len(followed) - 1]) == followed[1:]
    assert {*names, followed[0]} == {one.name for one in choices()}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("profile", available())
def test_each_kind_of_meeting_follows_what_its_municipality_names_for_it(profile: str, kind: Kind) -> None:
    followed = load(profile).followed
    for_it = [one.name for one in choices(used=followed) if kind in one.kinds and one.name in followed]
    assert proposed(kind, used=followed).name == (for_it[0] if for_it else proposed(kind).name)


def test_a_group_goes_on_as_it_met_last(locations: Locations) -> None:
    alias = follows(locations, "kafjord")
    last = Meeting(id="a", group=alias, status=Status.REFERAT, structure="ilag", date=dt.date(2026, 9, 1))
    held(locations, last)
    first, *others = offered(locations, alias)
    assert (first.title, first.why) == ("Ansvarsgruppe etter Ilag", "Slik gruppen møttes sist.")
    assert "ilag" not in {one.name for one in others}


def held(locations: Locations, meeting: Meeting) -> None:
    """Put a referat in the archive."""
    path = document_path(locations, meeting)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(meeting), "utf-8")


def test_of_a_group_that_nothing_is_known_of_the_settings_say_whose_rules(locations: Locations) -> None:
    locations.config.mkdir(parents=True)
    locations.settings.write_text('profil = "kafjord"\n', "utf-8")
    assert offered(locations, "NY-1")[0].title == offered(locations, "")[0].title
    assert offered(locations, "NY-1")[0].title == "Ansvarsgruppe etter Kåfjord"


def test_a_meeting_that_would_be_longer_than_the_rules_have_it_is_warned_of(locations: Locations) -> None:
    alias = follows(locations, "sel")
    held(locations, Meeting(id="a", group=alias, status=Status.REFERAT, length=90, date=dt.date(2026, 9, 1)))
    cautions = {one.name: one.caution for one in offered(locations, alias)}
    assert cautions[""] == "⚠ Møtet er planlagt til 90 minutter. Rammen er 60 (Sel)."
    assert cautions["formote"] == "", "a formøte is as long as its own steps"


def test_an_innkalling_that_is_too_long_is_told_of_with_whose_rule_it_is(locations: Locations) -> None:
    alias = follows(locations, "bti")
    for length, words in (
        (60, ()),
        (75, ("⚠ Møtet er planlagt til 75 minutter. Rammen er 60 (BTI-kommunen).",)),
    ):
        meeting = Meeting(id=f"a{length}", group=alias, length=length, date=dt.date(2026, 9, 1))
        held(locations, meeting)
        assert cautions(locations, document_path(locations, meeting)) == words


def test_a_structure_that_a_profile_names_and_that_is_gone_is_passed_by_and_told_of(
    locations: Locations,
) -> None:
    place = write_profile(locations, "borte", "kafjord")
    first, *others = offered(locations, follows(locations, OWN))
    assert first.title.startswith("Ansvarsgruppe etter Kåfjord")
    words = f"⚠ Profilen nevner en mal som ikke finnes\n{place}: Der står «borte», men det skulle vært"
    assert first.caution.startswith(words)
    assert not any(one.caution for one in others)


def test_an_innkalling_by_rules_that_name_what_is_gone_says_so(locations: Locations) -> None:
    place = write_profile(locations, "borte", "kafjord")
    meeting = Meeting(id="a", group=follows(locations, OWN), date=dt.date(2026, 9, 1))
    held(locations, meeting)
    (told,) = cautions(locations, document_path(locations, meeting))
    assert f"{place}: Der står «borte»" in told
