"""Rows and columns as values, and how wide each column becomes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from textual.content import Content

GAP = 1
"""Cells between two columns."""

NEW = "+"
"""The key of the row that adds another."""

NARROWEST = 4
"""Cells that a column with room to share gets at least."""


class Column(NamedTuple):
    """A column. `width` is in cells; 0 shares what is left over, by `share`.

    A column that `turns` goes round its values with space; one that is `editable` is typed in.
    """

    key: str
    title: str = ""
    width: int = 0
    share: int = 1
    editable: bool = False
    turns: bool = False


class Row(NamedTuple):
    """A row, a cell a column; text is cleaned when it is shown. `dim` sets it back a little."""

    key: str
    cells: tuple[str | Content, ...] = ()
    dim: bool = False


def next_of(kind: type[StrEnum], held: StrEnum, by: int) -> str:
    """Give the value after one, or before it, round and round: what a cell that turns comes to."""
    values = list(kind)
    return str(values[(values.index(held) + by) % len(values)])


def spread(columns: Sequence[Column], room: int) -> list[tuple[int, int]]:
    """Give the place and width of each column within `room` cells.

    Where the fixed widths leave nothing, the widest give way first.
    """
    room -= GAP * (len(columns) - 1)
    widths = [column.width for column in columns]
    shares = sum(column.share for column in columns if not column.width)
    least = sum(not width for width in widths) * NARROWEST
    while sum(widths) + least > room and max(widths, default=0) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    left = room - sum(widths)
    for at, column in enumerate(columns):
        if not column.width:
            widths[at] = max(0, left * column.share // shares)
            left -= widths[at]
            shares -= column.share
    return _placed(widths)


def _placed(widths: Sequence[int]) -> list[tuple[int, int]]:
    """Give each width with the place where it starts."""
    placed, x = [], 0
    for width in widths:
        placed.append((x, width))
        x += width + GAP
    return placed
