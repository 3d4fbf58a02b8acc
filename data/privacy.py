"""Whether anybody else on the machine can get at our folders, and the command that keeps them out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from data.clean import clean_line
from data.errors import MalstyrtError
from data.language import _
from data.locations import Locations

OTHERS_RIGHTS = stat.S_IRWXG | stat.S_IRWXO
OTHERS_WRITING = stat.S_IWGRP | stat.S_IWOTH


class Opening(NamedTuple):
    """A folder that others can get into: what they can do, and what keeps them out."""

    folder: Path
    words: str
    remedy: str


class OpenFolderError(MalstyrtError):
    """Others can read what we would write; nothing is read or written before that is mended."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(_("Andre kan lese mappen"), f"{opening.words} {opening.remedy}")


def refuse_open_folders(locations: Locations) -> None:
    """Raise OpenFolderError where somebody else can get at what we keep."""
    for opening in openings(locations):
        raise OpenFolderError(opening)


def openings(locations: Locations) -> Iterator[Opening]:
    """Give each folder of ours that is open to others; those that are not there yet will be closed.

    What lies in a closed folder is closed, whatever its own mode says. The settings hold nothing of a
    meeting, so others may read them: the user has perhaps made that folder by hand.
    """
    if os.name != "posix":  # the modes of other systems say nothing of who may read
        return
    for folder in (locations.data, locations.state, locations.cache):
        yield from _opening(folder, OTHERS_RIGHTS, "go=")
    yield from _opening(locations.config, OTHERS_WRITING, "go-w")
    above = dict.fromkeys(parent for folder in locations for parent in folder.resolve().parents)
    for folder in above:
        yield from _exchangeable(folder)


def _exchangeable(folder: Path) -> Iterator[Opening]:
    """Tell of a folder above ours in which others can put another in its place.

    In one like /tmp, where the sticky bit stands, they can touch nothing but their own.
    """
    try:
        found = folder.stat()
    except OSError:
        return
    writers = found.st_mode & OTHERS_WRITING
    if not writers or found.st_mode & stat.S_ISVTX:
        return
    if writers & stat.S_IWOTH or not _is_ones_own(found.st_gid):
        name = clean_line(str(folder))
        words = _("Andre kan bytte ut det som ligger i {folder}, og dine mapper ligger der.")
        yield Opening(folder, words.format(folder=name), _closing_command("go-w", folder, deep=False))


def _is_ones_own(group: int) -> bool:
    """Whether nobody but the user is in a group, as on systems that give each user one."""
    import grp  # noqa: PLC0415 - only where a group may write above our folders
    import pwd  # noqa: PLC0415 - the same

    try:
        found, user = grp.getgrgid(group), pwd.getpwuid(os.geteuid())
    except KeyError:
        return False
    return found.gr_name == user.pw_name and group == user.pw_gid and set(found.gr_mem) <= {user.pw_name}


def _opening(folder: Path, forbidden: int, closing: str) -> Iterator[Opening]:
    """Give what is wrong with one folder, if anything is."""
    try:
        found = folder.stat()
    except OSError:
        return
    name = clean_line(str(folder))
    if found.st_uid != os.geteuid():
        words = _("{folder} tilhører en annen bruker, som kan lese alt der.")
        yield Opening(folder, words.format(folder=name), _("Velg din egen mappe med --mappe MAPPE."))
    elif found.st_mode & forbidden:
        words = _("Andre på maskinen kommer inn i {folder}.")
        yield Opening(folder, words.format(folder=name), _closing_command(closing, folder))


def _closing_command(mode: str, folder: Path, *, deep: bool = True) -> str:
    import shlex  # noqa: PLC0415 - only where a folder is open

    command = f"chmod {'-R ' if deep else ''}{mode} {shlex.quote(clean_line(str(folder)))}"
    return _("Steng mappen med denne kommandoen, og start på nytt: {command}").format(command=command)
