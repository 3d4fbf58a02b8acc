"""The folders: closed to others, on a disk with room, with settings that can be used."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from data.clean import clean_line
from data.health.finding import Finding, Level
from data.language import _
from data.locations import Locations
from data.privacy import openings
from data.settings import read_settings

LITTLE, MUCH_TOO_LITTLE = 500_000_000, 50_000_000
"""Free bytes: a year of meetings takes some tens of millions."""


def folders(locations: Locations) -> Iterator[Finding]:
    """Say of the folders how they are."""
    yield from _closed(locations)
    for folder in dict.fromkeys(map(_that_is_there, (locations.data, locations.state))):
        yield _room(folder)
    yield _settings(locations)


def _closed(locations: Locations) -> Iterator[Finding]:
    found = [Finding("mapper", Level.BAD, one.words, one.remedy) for one in openings(locations)]
    yield from found or [Finding("mapper", Level.GOOD, _("Bare du kommer inn i mappene."))]


def _that_is_there(folder: Path) -> Path:
    """Give a folder, or the nearest above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path("/"))


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    words = _("{megabytes} MB ledig for {folder}").format(
        megabytes=free // 1_000_000, folder=clean_line(str(folder))
    )
    if free >= LITTLE:
        return Finding("plass", Level.GOOD, words)
    level = Level.BAD if free < MUCH_TOO_LITTLE else Level.DOUBTFUL
    return Finding("plass", level, words, _("Gjør plass før neste møte."))


def _settings(locations: Locations) -> Finding:
    mistake = read_settings(locations.settings).mistake
    if mistake:
        return Finding("innstillinger", Level.BAD, mistake, _("Rett det i filen. Resten av den brukes."))
    return Finding("innstillinger", Level.GOOD, _("Innstillingene kan brukes."))
