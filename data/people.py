"""The names of people in a meeting, a group or the whole archive, for whoever must not show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from data.errors import UnreadableError
from data.known_files import KnownFiles
from data.locations import Locations
from data.part import Value

NAMES = frozenset({"name", "stand_in", "leader", "minute_taker", "koordinator"})
"""The fields that hold the name of somebody."""

PERHAPS_NAMES = frozenset({"who", "helpers", "given_by", "raised_by"})
"""Those that hold a name, a role or a service, as it was typed."""

_LIKE_A_NAME = re.compile(
    r"[^\W\d_a-zæøå][^\W\d_]*[a-zæøå][\w-]* +(?:\w+ +)*?[^\W\d_a-zæøå][^\W\d_]*[a-zæøå]"
)
"""Two words that both begin with a capital; «Foresatte», «PPT» and «Eksempel skole» are no such names."""


def names_in(whole: Value) -> Iterator[str]:
    """Give the names of people in a meeting or a group, some more than once."""
    for field in type(whole).field_types:
        held = getattr(whole, field)
        if isinstance(held, str):
            if held and (field in NAMES or (field in PERHAPS_NAMES and _LIKE_A_NAME.search(held))):
                yield held
            continue
        for part in held if isinstance(held, tuple) else (held,):
            if isinstance(part, Value):
                yield from names_in(part)


class KnownNames:
    """The names in the archive, for whoever asks again and again: of the groups, what has changed is read."""

    def __init__(self, locations: Locations) -> None:
        self._locations = locations
        self._groups = KnownFiles(_names_of_group)

    def look(self) -> frozenset[str]:
        """Give the names of all in a group, and of all in a meeting as the index last saw them."""
        from data.groups import group_files  # noqa: PLC0415 - home is painted before names are hidden
        from data.index import Index  # noqa: PLC0415 - home is painted before the database loads

        files = group_files(self._locations)
        self._groups.forget_all_but(files)
        with Index(self._locations) as index:
            return frozenset().union(index.people(), *map(self._names_in_group, files))

    def _names_in_group(self, path: Path) -> frozenset[str]:
        try:
            return self._groups.open(path)
        except UnreadableError:  # told of where the group is shown
            return frozenset()


def _names_of_group(path: Path) -> frozenset[str]:
    from data.groups import open_group  # noqa: PLC0415 - home is painted before the models load

    return frozenset(names_in(open_group(path).group))
