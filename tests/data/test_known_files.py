"""Files that are looked at again and again: read once, and anew as soon as they are others."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from data.errors import UnreadableError
from data.group import Group
from data.groups import create_group, update_group
from data.index import Index
from data.locations import Locations, locate
from data.meeting import Tiltak
from data.overview import Known, overview

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


@pytest.fixture
def file(locations: Locations) -> Path:
    tiltak = (Tiltak(id="T1", what="Ringe BUP", when=TODAY),)
    return create_group(locations, Group(id="", alias="SOL-7", koordinator="Kari Kladd", tiltak=tiltak))


def test_a_file_that_stands_as_it_did_is_not_read_anew(file: Path) -> None:
    known = Known().groups
    assert known.open(file) is known.open(file)


def test_an_edit_by_hand_is_seen_also_where_length_and_date_are_as_before(file: Path) -> None:
    known = Known().groups
    assert known.open(file).koordinator == "Kari Kladd"
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("Kari Kladd", "Anne Kladd"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert known.open(file).koordinator == "Anne Kladd"


def test_a_change_of_our_own_is_seen(file: Path) -> None:
    known = Known().groups
    known.open(file)
    update_group(file, lambda group: group.having({"koordinator": "Anne Kladd"}))
    assert known.open(file).koordinator == "Anne Kladd"


@pytest.mark.parametrize("standing", [b"", None])
def test_a_file_that_is_spoiled_or_gone_is_told_of_each_time(standing: bytes | None, file: Path) -> None:
    known = Known().groups
    known.open(file)
    file.unlink()
    if standing is not None:
        file.write_bytes(standing)
    for _look in range(2):
        with pytest.raises(UnreadableError):
            known.open(file)


def due_at_home(locations: Locations, known: Known) -> list[str]:
    """Give what home says is due."""
    with Index(locations) as index:
        index.look(lambda _done, _of: True)
        return [one.words for one in overview(locations, index, TODAY, known).due]


def test_home_shows_what_has_become_of_a_group_and_keeps_nothing_of_one_that_is_removed(
    locations: Locations, file: Path
) -> None:
    known = Known()
    assert due_at_home(locations, known) == ["Ringe BUP"]
    file.write_text(file.read_text("utf-8").replace("Ringe BUP", "Skrive brev"), "utf-8")
    assert due_at_home(locations, known) == ["Skrive brev"]
    shutil.rmtree(file.parent)
    assert due_at_home(locations, known) == []
    assert known.groups._known == {}, "memory is no place to find it either"  # noqa: SLF001 - it is told to nobody
