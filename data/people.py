"""The names of people in a meeting, a group or the whole archive, for whoever must not show them."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def names_in_archive(locations: Locations) -> Iterator[str]:
    """Give the names of all who belong to a group or took part in a meeting, as the index last saw them."""
    from data.index import Index  # noqa: PLC0415 - home is painted before the database loads
    from data.overview import open_groups  # noqa: PLC0415 - home is painted before the models load

    with Index(locations) as index:
        yield from index.people()
    for _listed, group in open_groups(locations):
        yield from names_in(group)
