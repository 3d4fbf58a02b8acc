"""The doctor: what needs a look is named, each with what to do, and nothing of a meeting is told."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from data import acts, afterlife
from data.archive import document_path
from data.emptying import RECEIPTS
from data.files import make_folder, write_new, write_whole
from data.group import Group
from data.groups import create_group
from data.health import Finding, Level, disks, folders, journals, records, rules, sqlite
from data.index import Index
from data.instants import instant_of
from data.leaders_book import change_book, with_parked
from data.live import Live
from data.locations import Locations, locate
from data.meeting import Status
from data.parking import Parked
from data.saving import begin, save_document
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.index.archive_of_texts import put
from tests.data.own_profile import OWN, write_profile

NOW = instant_of(DAY, dt.time(9))
LATER = NOW + 40 * 86400
SAID = "Kanari vil ha ro"


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    found = locate({}, tmp_path)
    for folder in (found.data, found.state, found.cache, found.config):
        make_folder(folder)
    return found


def held(locations: Locations, status: Status = Status.UTKAST) -> Live:
    meeting = complete_meeting().having({"status": status})
    live = begin(locations, document_path(locations, meeting), meeting, now=lambda: NOW, who="test")
    live.record(acts.put("summary", SAID))
    save_document(live)
    return live


def everything(locations: Locations, now: float = NOW) -> list[Finding]:
    return [*folders(locations), *rules(locations), *journals(locations, now), *records(locations)]


def amiss(locations: Locations, now: float = NOW) -> list[Finding]:
    """Give what is not as it should be, each with what to do."""
    found = [one for one in everything(locations, now) if one.level is not Level.GOOD]
    assert all(one.remedy for one in found)
    assert SAID not in str(found)
    return found


def test_a_home_that_is_in_use_is_well(locations: Locations) -> None:
    held(locations).close()
    assert amiss(locations) == []
    assert {one.subject for one in everything(locations)} == {
        "mapper",
        "plass",
        "innstillinger",
        "regler",
        "journaler",
        "søk",
    }


def test_a_home_that_is_not_there_yet_is_well(tmp_path: Path) -> None:
    assert amiss(locate({}, tmp_path / "ingen")) == []


def test_an_open_folder_is_named_with_the_command_that_closes_it(locations: Locations) -> None:
    locations.data.chmod(0o755)
    (found,) = amiss(locations)
    assert (found.subject, found.level) == ("mapper", Level.BAD)
    assert "chmod -R go=" in found.remedy


@pytest.mark.parametrize(("free", "level"), [(10_000_000, Level.BAD), (400_000_000, Level.DOUBTFUL)])
def test_little_room_is_told_in_time(
    locations: Locations, monkeypatch: pytest.MonkeyPatch, free: int, level: Level
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    found = amiss(locations)
    assert {(one.subject, one.level) for one in found} == {("plass", level)}
    assert str(free // 1_000_000) in found[0].words


def test_a_setting_that_cannot_be_used_is_named(locations: Locations) -> None:
    write_whole(locations.settings, 'tema = "lilla"\n')
    (found,) = amiss(locations)
    assert "lilla" in found.words


def test_one_journal_is_not_told_of_as_if_there_were_several(locations: Locations) -> None:
    def said() -> str:
        return next(one.words for one in journals(locations, NOW))

    assert said() == "Ingen journaler ennå."
    held(locations).close()
    assert said() == "1 journal, og den trenger ikke tilsyn."


def test_a_meeting_that_is_only_in_its_journal_is_named(locations: Locations) -> None:
    live = held(locations)
    live.close()
    document_path(locations, complete_meeting()).unlink()
    (found,) = amiss(locations)
    assert "dokumentet er borte" in found.words
    assert f"malstyrt mote {complete_meeting().id}" in found.remedy


def test_a_meeting_that_was_begun_and_forgotten_is_named(locations: Locations) -> None:
    held(locations).close()
    assert amiss(locations, NOW + 10 * 86400) == []
    (found,) = amiss(locations, LATER)
    assert "ikke rørt på 40 dager" in found.words


def test_kladd_that_outlived_the_approval_is_named(locations: Locations) -> None:
    live = held(locations, Status.REFERAT)
    live.record(afterlife.approve(DAY))
    save_document(live)
    live.close()
    (found,) = amiss(locations, LATER)
    assert "kladden er ikke slettet" in found.words


def test_a_journal_that_cannot_be_read_and_one_kept_aside_are_named(locations: Locations) -> None:
    write_new(locations.journals / "rar.db", b"ingen journal" * 100)
    write_new(locations.journals / "møte.db-skadet-1", b"skadet")
    bad, aside = amiss(locations)
    assert (bad.level, aside.level) == (Level.BAD, Level.DOUBTFUL)
    assert "rar.db" in bad.words
    assert "møte.db-skadet-1" in aside.words


def test_documents_the_search_has_not_read_are_counted_and_it_reads_them_by_itself(
    locations: Locations,
) -> None:
    put(locations, "a")
    put(locations, "b")
    assert amiss(locations) == []
    assert "nye eller endret: 2." in str(everything(locations))
    with Index(locations) as index:
        index.look()
    assert "kjenner alle 2" in str(everything(locations))


def test_a_document_saved_beside_another_is_named(locations: Locations) -> None:
    held(locations).close()
    path = document_path(locations, complete_meeting())
    write_whole(path.with_suffix(".konflikt.md"), path.read_text(encoding="utf-8"))
    (found,) = amiss(locations)
    assert "sol-7/2026-11-24-samarbeidsmote.konflikt.md" in found.words


def test_a_removal_that_was_not_finished_is_named(locations: Locations) -> None:
    write_whole(locations.data / RECEIPTS / "ferdig.md", "- **Status:** alt er slettet\n")
    write_whole(locations.data / RECEIPTS / "halv.md", "- **Status:** begynt\n")
    (found,) = amiss(locations)
    assert "halv.md" in found.words


# What it is kept on


@pytest.mark.parametrize(
    ("kind", "level", "told"),
    [
        ("ext4", Level.GOOD, "egen disk"),
        ("nfs4", Level.DOUBTFUL, "nettverksdisk"),
        ("fuse.sshfs", Level.DOUBTFUL, "nettverksdisk"),
        ("tmpfs", Level.DOUBTFUL, "slås av"),
        ("vfat", Level.BAD, "alle kan lese"),
    ],
)
def test_a_disk_that_forgets_or_tells_is_named(
    locations: Locations, tmp_path: Path, kind: str, level: Level, told: str
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"36 35 98:0 / / rw,noatime master:1 - {kind} /dev/sda1 rw\n")
    found = list(disks(locations, mounts))
    assert [one.level for one in found] == [level, level]
    assert all(told in one.words for one in found)
    assert all(bool(one.remedy) == (level is not Level.GOOD) for one in found)


@pytest.mark.parametrize(("version", "level"), [("3.40.1", Level.DOUBTFUL), ("3.54.0", Level.GOOD)])
def test_an_sqlite_that_two_programs_may_spoil_a_journal_with_is_named(version: str, level: Level) -> None:
    assert sqlite(version).level is level
    assert version in sqlite(version).words
    assert bool(sqlite(version).remedy) == (level is not Level.GOOD)


def test_what_the_leader_keeps_is_counted_and_a_damaged_book_is_told(locations: Locations) -> None:
    parked = complete_meeting().having({"parked": (Parked(id="x1", text=SAID),)})
    change_book(locations, lambda book: with_parked(book, locations.groups / "sol-7" / "mote.md", parked))
    (told,) = (one for one in records(locations) if one.subject == "parkert")
    assert (told.level, told.words) == (Level.GOOD, "Parkerte saker på listen: 1.")
    locations.leaders_book.write_bytes(b"{")
    (told,) = (one for one in records(locations) if one.subject == "parkert")
    assert told.level is Level.BAD
    assert "leder.json" in told.remedy


def test_a_structure_that_a_groups_rules_name_and_that_is_gone_is_named_by_file_and_line(
    locations: Locations,
) -> None:
    place = write_profile(locations, "borte", "kafjord")
    assert amiss(locations) == [], "nobody follows it"
    create_group(locations, Group(id="", alias="SOL-7", profile=OWN))
    (found,) = amiss(locations)
    assert (found.subject, found.level) == ("regler", Level.BAD)
    assert f"{place}: Der står «borte»" in found.words


def test_a_chosen_profile_that_cannot_be_used_is_named(locations: Locations) -> None:
    write_whole(locations.settings, 'profil = "vaar"\n')
    (found,) = amiss(locations)
    assert (found.subject, found.level) == ("regler", Level.BAD)
    assert "Fant ingen profil med det navnet" in found.words
