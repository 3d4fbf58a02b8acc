"""Where people's own texts may stand in a document, and whether they still do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from data.markdown import front_matter
from data.markdown.fields import Field
from data.markdown.page import AFTER, START, TITLE
from data.meeting import find
from data.part import Part, Value

_COLUMN = re.compile(r"(.+)/columns/\d+$", re.DOTALL)

Fields = tuple[Field[Any], ...]


class Places(NamedTuple):
    """What a document has at which a text may be kept.

    `listed` are the parts that stand in tables, with the fields of a row, by the path of their list;
    `tables` the paths of the tables that have rows; `facts` what lists of facts tell of, with their
    fields, by path; `untitled` says that the title tells nothing.
    """

    listed: Mapping[str, tuple[Fields, tuple[Part, ...]]]
    tables: Collection[str]
    facts: Mapping[str, tuple[Fields, Value]]
    untitled: bool

    def holds(self, path: str) -> bool:
        """Whether a text stays at a path.

        What stood in a field and was not understood goes when the field is set or its row is gone;
        all else stays.
        """
        if path.endswith((AFTER, START)) or path.startswith(f"{front_matter.FRONT}/"):
            return True
        if path == TITLE:
            return self.untitled
        if column := _COLUMN.match(path):
            return column[1] in self.tables or self._part(column[1]) is not None
        owner, _slash, name = path.rpartition("/")
        return self._is_unset(owner, name)

    def _part(self, path: str) -> Part | None:
        """Give the part that stands in a row of a table, None when it is gone."""
        name, _slash, part_id = path.partition("/")
        _fields, parts = self.listed.get(name, ((), ()))
        return find(parts, part_id)

    def _is_unset(self, owner: str, name: str) -> bool:
        """Whether a field of a row or of a list of facts is there and says nothing."""
        if owner in self.facts:
            fields, part = self.facts[owner]
            return any(one.name == name and one.show(part) == one.blank for one in fields)
        row = self._part(owner)
        if row is None:
            return False
        columns, _parts = self.listed[owner.partition("/")[0]]
        return any(one.name == name and one.show(row) == one.blank for one in columns)


def rows_of(kept: Iterable[str]) -> set[str]:
    """Give the paths of the rows in which something is kept."""
    found = set()
    for path in kept:
        column = _COLUMN.match(path)
        found.add(column[1] if column else path.rpartition("/")[0])
    return found


def put(found: dict[str, str], path: str, text: str) -> None:
    """Put a text at a path, after what already stands there."""
    found[path] = f"{found[path]}\n\n{text}" if path in found else text
