"""Folders that others can get into: which they are, and the one command that keeps them out."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from data.files import make_folder
from data.locations import Locations, locate
from data.privacy import OpenFolderError, openings, refuse_open_folders

OURS = ("data", "state", "cache", "config")


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    """Give locations whose folders are there, as the program makes them."""
    found = locate({}, tmp_path / "hjem på 'min' disk")
    for name in OURS:
        make_folder(getattr(found, name))
    return found


def test_folders_that_we_made_or_will_make_are_closed(locations: Locations, tmp_path: Path) -> None:
    assert list(openings(locate({}, tmp_path / "ingen"))) == []
    assert list(openings(locations)) == []
    refuse_open_folders(locations)


@pytest.mark.parametrize("mode", [0o740, 0o710, 0o705, 0o701, 0o777])
@pytest.mark.parametrize("name", ["data", "state", "cache"])
def test_a_folder_that_others_get_into_is_refused_and_one_command_mends_it(
    locations: Locations, name: str, mode: int
) -> None:
    folder = getattr(locations, name)
    folder.chmod(mode)

    with pytest.raises(OpenFolderError) as refused:
        refuse_open_folders(locations)

    command = refused.value.message.partition("start på nytt: ")[2]
    assert shlex.split(command)[:3] == ["chmod", "-R", "go="]
    subprocess.run(shlex.split(command), check=True)
    refuse_open_folders(locations)


def test_others_may_read_the_settings_but_not_write_them(locations: Locations) -> None:
    locations.config.chmod(0o755)
    refuse_open_folders(locations)
    locations.config.chmod(0o775)
    with pytest.raises(OpenFolderError):
        refuse_open_folders(locations)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_refused_however_closed_it_is(locations: Locations) -> None:
    os.chown(locations.data, 65534, 65534)
    with pytest.raises(OpenFolderError, match="annen bruker"):
        refuse_open_folders(locations)


@pytest.mark.parametrize("mode", [0o777, 0o772, 0o776])
def test_F4_a_folder_above_in_which_others_could_exchange_ours_is_refused_and_one_command_mends_it(
    locations: Locations, mode: int
) -> None:
    above = locations.data.parent
    above.chmod(mode)
    with pytest.raises(OpenFolderError, match="bytte ut") as refused:
        refuse_open_folders(locations)
    command = refused.value.message.partition("start på nytt: ")[2]
    subprocess.run(shlex.split(command), check=True)
    refuse_open_folders(locations)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a folder away")
def test_F4_a_folder_above_that_a_group_may_write_in_is_refused_unless_the_group_is_ones_own(
    locations: Locations,
) -> None:
    above = locations.data.parent
    above.chmod(0o770)
    refuse_open_folders(locations)
    os.chown(above, 0, 65534)
    with pytest.raises(OpenFolderError, match="bytte ut"):
        refuse_open_folders(locations)


def test_F4_where_the_sticky_bit_keeps_what_is_ours_it_is_no_matter(locations: Locations) -> None:
    locations.data.parent.chmod(0o1777)
    refuse_open_folders(locations)


def test_a_link_is_judged_by_the_folder_it_leads_to(locations: Locations, tmp_path: Path) -> None:
    shared = tmp_path / "delt"
    shared.mkdir(0o700)
    shared.chmod(0o755)
    locations.data.rmdir()
    locations.data.symlink_to(shared)
    with pytest.raises(OpenFolderError):
        refuse_open_folders(locations)
