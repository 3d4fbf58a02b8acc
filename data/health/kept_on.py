"""What journals and documents are kept on: the kind of disk, and the version of SQLite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from data.clean import clean_line
from data.health.finding import Finding, Level
from data.keeping import MOUNTS, file_system, on_network, shares_logs
from data.language import _
from data.locations import Locations

IN_MEMORY = frozenset({"tmpfs", "ramfs"})
"""Gone when the machine is switched off."""

WITHOUT_OWNERS = re.compile(r"v?fat|msdos|exfat|ntfs\d?|fuseblk")
"""Where everybody may read everything, whatever we ask for."""


def disks(locations: Locations, mounts: Path = MOUNTS) -> Iterator[Finding]:
    """Say of the disks that documents and journals are on how they are."""
    for folder in (locations.data, locations.state):
        yield _disk(folder, mounts)


def _disk(folder: Path, mounts: Path) -> Finding:
    kind, name = file_system(folder, mounts), clean_line(str(folder))
    subject, elsewhere = "disk", _("Velg en mappe på maskinens egen disk med --mappe eller MALSTYRT_HOME.")
    if on_network(folder, mounts):
        words = _(
            "{folder} er på en nettverksdisk ({kind}): bare ett program om gangen kan ha et møte åpent."
        )
        return Finding(subject, Level.DOUBTFUL, words.format(folder=name, kind=kind), elsewhere)
    if kind in IN_MEMORY:
        words = _("{folder} er i minnet, og borte når maskinen slås av.")
        return Finding(subject, Level.DOUBTFUL, words.format(folder=name), elsewhere)
    if WITHOUT_OWNERS.fullmatch(kind):
        words = _("{folder} er på en disk der alle kan lese alt ({kind}).")
        return Finding(subject, Level.BAD, words.format(folder=name, kind=kind), elsewhere)
    words = _("{folder} er på maskinens egen disk ({kind}).")
    return Finding(subject, Level.GOOD, words.format(folder=name, kind=kind or _("ukjent slag")))


def sqlite(version: str) -> Finding:
    """Say of a version of SQLite whether two programs may write in one journal at the same time."""
    words = _("SQLite {version}").format(version=version)
    if shares_logs(version):
        return Finding("sqlite", Level.GOOD, words)
    remedy = _("Oppgrader apsw-sqlite3mc. Til da går journalen en tregere vei, og mister ikke noe.")
    return Finding("sqlite", Level.DOUBTFUL, words, remedy)
