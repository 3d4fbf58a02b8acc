"""The parts of a section that stands as a table, or as a list where people wrote one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from data.markdown import escaping, tables
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.outline import Block, Shape
from data.markdown.page import AFTER, START
from data.markdown.tables import Row

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$")
_ANY_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


def read(
    draft: Draft,
    blocks: list[Block],
    fields: tuple[Field[Any], ...],
    section: str,
    *,
    item: Callable[[str], Values],
    headings: frozenset[str] = frozenset(),
) -> list[list[Row]]:
    """Give the rows of each table. A list counts where there is no table; `item` reads one of its items.

    All else is kept: what stands before the rows right below the heading, what stands after at the end.
    `headings` are of our own making.
    """
    tabled = any(block.shape is Shape.TABLE for block in blocks)
    found: list[list[Row]] = []
    strange: list[Block] = []
    for block in blocks:
        if _is_ours(block, headings):
            continue
        rows = _rows(draft, block, fields, section, None if tabled else item)
        if rows is None:
            strange.append(block)
            continue
        if not found:
            _keep(draft, strange, section + START)
            strange = []
        found.append(rows)
    _keep(draft, strange, section + AFTER)
    return found


def _is_ours(block: Block, headings: frozenset[str]) -> bool:
    return block.shape is Shape.HEADING and block.title in headings


def _rows(
    draft: Draft,
    block: Block,
    fields: tuple[Field[Any], ...],
    section: str,
    item: Callable[[str], Values] | None,
) -> list[Row] | None:
    """Give the rows of one block, None when it holds none."""
    if block.shape is Shape.TABLE:
        return tables.read(draft, block, fields, section)
    return _items(draft, block, item) if item and block.shape is Shape.TEXT else None


def _items(draft: Draft, block: Block, item: Callable[[str], Values]) -> list[Row] | None:
    """Give the items of a plain list as rows, None when it is no list or a list within a list."""
    found: list[tuple[int, str]] = []
    for at in range(block.start, block.end):
        line = draft.lines[at]
        if one := _ITEM.match(line):
            found.append((at, one[1]))
        elif not found or _ANY_ITEM.match(line):
            return None
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
    return [Row(at, item(escaping.plain(text.strip()))) for at, text in found]


def _keep(draft: Draft, blocks: list[Block], path: str) -> None:
    """Keep blocks, each as it was written."""
    for block in blocks:
        draft.keep_blocks(path, [block])
