"""The parts of a section that stands as tables, and as lists where people wrote them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from data.markdown import escaping, tables
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.outline import Block, Shape
from data.markdown.page import AFTER, START
from data.markdown.tables import Row

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$")
_ANY_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


class Layout(NamedTuple):
    """How a section's parts stand: its path, its fields, and what one item of a list says.

    `headings` are those we put between tables ourselves.
    """

    section: str
    fields: tuple[Field[Any], ...]
    item: Callable[[str], Values]
    headings: tuple[str, ...] = ()


def read(draft: Draft, blocks: list[Block], layout: Layout) -> list[list[Row]]:
    """Give the rows of each table and of each plain list.

    All else is kept: what stands before the rows right below the heading, what stands after at the end.
    """
    found: list[list[Row]] = []
    strange: list[Block] = []
    for block in blocks:
        if block.shape is Shape.TABLE:
            rows = tables.read(draft, block, layout.fields, layout.section)
        else:
            rows = _items(draft, block, layout.item)
        if rows:
            _keep(draft, strange, layout.section + (AFTER if found else START))
            strange = []
            found.append(rows)
        elif rows is None and (block.shape is not Shape.HEADING or block.title not in layout.headings):
            strange.append(block)
    _keep(draft, strange, layout.section + AFTER)
    return found


def _items(draft: Draft, block: Block, item: Callable[[str], Values]) -> list[Row] | None:
    """Give the items of a plain list as rows, None when it is no list or a list within a list."""
    found: list[tuple[int, str]] = []
    if block.shape is not Shape.TEXT:
        return None
    for at in range(block.start, block.end):
        line = draft.lines[at]
        if one := _ITEM.match(line):
            found.append((at, one[1]))
        elif not found or _ANY_ITEM.match(line):
            return None
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
    return [Row(at, item(escaping.plain(text).strip())) for at, text in found]


def _keep(draft: Draft, blocks: list[Block], path: str) -> None:
    """Keep blocks, each as it was written."""
    for block in blocks:
        draft.keep_blocks(path, [block])
