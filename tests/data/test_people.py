"""The names of people, found wherever a meeting, a group or the archive has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import groups
from data.group import Group, Member
from data.groups import create_group, open_group, update_group
from data.index import Index
from data.locations import locate
from data.meeting import AgendaItem, Correction, Meeting, Participant, Remark, Tiltak
from data.people import KnownNames, names_in
from tests.data.index.archive_of_texts import put

MEETING = Meeting(
    id="m",
    leader="Anne Utkast",
    minute_taker="Kari Kladd",
    participants=(Participant(id="p1", name="Per", stand_in="Siri Skisse"),),
    agenda=(AgendaItem(id="s1", title="Fraværet", raised_by="Tor Test"),),
    tiltak=(Tiltak(id="T1", what="Ringe", who="Ola von Øving", helpers="PPT, Nina Ny"),),
    remarks=(Remark(id="r1", who="Liv Later"),),
    corrections=(Correction(id="c1", who="Åse Ås"),),
)


def test_names_are_found_in_every_part_of_a_meeting() -> None:
    words = " ".join(names_in(MEETING))
    for name in ("Anne", "Kladd", "Per", "Skisse", "Tor", "Øving", "Nina", "Liv", "Åse"):
        assert name in words


@pytest.mark.parametrize(
    "words", ["Foresatte", "PPT", "Eksempel skole", "rektor", "BUP og PPT", "Skolen, NAV"]
)
def test_a_role_or_a_service_in_the_place_of_a_name_is_none(words: str) -> None:
    tiltak = Tiltak(id="T1", who=words)
    assert list(names_in(Meeting(id="m", tiltak=(tiltak,)))) == []


def test_the_archive_has_the_names_of_participants_and_members(tmp_path: Path) -> None:
    locations = locate({}, tmp_path)
    put(locations, "a", person="Kari Kladd")
    create_group(locations, Group(id="", alias="ELV-2", members=(Member(id="p1", name="Tor Test"),)))
    with Index(locations) as index:
        index.look()
    assert {"Kari Kladd", "Tor Test"} <= KnownNames(locations).look()


def test_of_groups_that_stand_as_they_did_nothing_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locations = locate({}, tmp_path)
    there = [
        create_group(locations, Group(id="", alias=alias, koordinator=f"{alias} Kladd"))
        for alias in ("ELV-2", "SOL-7")
    ]
    names = KnownNames(locations)
    assert names.look() == {"ELV-2 Kladd", "SOL-7 Kladd"}
    read: list[Path] = []
    monkeypatch.setattr(groups, "open_group", lambda path: read.append(path) or open_group(path))
    assert names.look() == {"ELV-2 Kladd", "SOL-7 Kladd"}
    assert read == []
    update_group(there[0], lambda group: group.having({"koordinator": "Nina Ny"}))
    assert names.look() == {"Nina Ny", "SOL-7 Kladd"}
    assert read == [there[0]]
    there[1].unlink()
    assert names.look() == {"Nina Ny"}
