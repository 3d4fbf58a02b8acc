"""Tables of parts: a row a part, a column a field, and whatever columns people added of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from data.language import _
from data.markdown import escaping
from data.markdown.draft import Draft, quoted
from data.markdown.fields import Field, Values, by_title, expected, raw_or_shown
from data.markdown.outline import Block
from data.part import Part

WIDEST = 48
"""Columns are drawn even up to this many characters; the last one not at all when it is wider."""

_BARS = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


class Row:
    """A row as it was read.

    `not_read` are fields with what stood there and what was expected, `own` the texts in people's own
    columns, by number from 1.
    """

    def __init__(self, at: int, values: Values) -> None:
        self.at = at
        self.values = values
        self.not_read: list[tuple[str, str, str]] = []
        self.own: dict[int, str] = {}


def write(
    fields: Sequence[Field[Any]], parts: Sequence[Part], kept: Mapping[str, str], *, rows: str, table: str
) -> str:
    """Give a table of parts; columns that nobody needs are left out. "" without parts.

    `rows` is the path of the parts, `table` that of the table, under which people's own columns are kept.
    """
    if not parts:
        return ""
    columns = [_column(one, parts, kept, rows) for one in fields]
    shown = [column for column, one in zip(columns, fields, strict=True) if _is_shown(one, column[1:])]
    return _draw(shown + _own_columns(parts, kept, rows, table))


def _is_shown(one: Field[Any], texts: list[str]) -> bool:
    """Whether a column has something to say."""
    return one.always or any(text not in {"", one.blank} for text in texts)


def _column(one: Field[Any], parts: Sequence[Part], kept: Mapping[str, str], rows: str) -> list[str]:
    """Give a field's title and its text for each part."""
    return [
        one.title,
        *(raw_or_shown(one, part, kept.get(f"{rows}/{part.id}/{one.name}", "")) for part in parts),
    ]


def _own_columns(parts: Sequence[Part], kept: Mapping[str, str], rows: str, table: str) -> list[list[str]]:
    """Give the columns that people added, title first."""
    columns = []
    number = 1
    while (title := kept.get(f"{table}/columns/{number}")) is not None:
        columns.append([title, *(kept.get(f"{rows}/{part.id}/columns/{number}", "") for part in parts)])
        number += 1
    return columns


def _draw(columns: list[list[str]]) -> str:
    """Give columns as lines of Markdown."""
    cells = [[escaping.cell(text) for text in column] for column in columns]
    widths = [max(3, min(WIDEST, max(map(len, column)))) for column in cells]
    if max(map(len, cells[-1])) > WIDEST:
        widths[-1] = max(3, len(cells[-1][0]))
    drawn = [[text.ljust(width) for text in column] for column, width in zip(cells, widths, strict=True)]
    lines = ["| " + " | ".join(row) + " |" for row in zip(*drawn, strict=True)]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def read(draft: Draft, block: Block, fields: tuple[Field[Any], ...], table: str) -> list[Row] | None:
    """Give the rows of a table, None when it is none of ours. Empty rows are left out."""
    by_name = by_title(fields)
    titles = [escaping.plain(cell) for cell in cells(draft.lines[block.start])]
    columns = [by_name.get(title.casefold().rstrip(":")) for title in titles]
    known = sum(column is not None for column in columns)
    first = block.start + 1
    if first < block.end and _DASHES.match(draft.lines[first]):
        first += 1
    if known < min(2, len(columns)) or (first == block.end and known < len(columns)):
        _not_ours(draft, block, fields, titles)
        return None
    own = _number_own(draft, table, [title for title, one in zip(titles, columns, strict=True) if not one])
    found = [_row(draft, at, columns, own, table) for at in range(first, block.end)]
    return [row for row in found if row]


def _not_ours(draft: Draft, block: Block, fields: tuple[Field[Any], ...], titles: list[str]) -> None:
    """Say that a table has too little of what was expected."""
    expected = ", ".join(one.title for one in fields if one.always)
    message = _("Tabellen har kolonnene «{found}», men det skulle vært {expected}.")
    draft.problem(block.start, message.format(found=quoted(" | ".join(titles)), expected=expected))


def _number_own(draft: Draft, table: str, titles: list[str]) -> int:
    """Keep the titles of people's own columns and give the number of the first."""
    first = 1
    while f"{table}/columns/{first}" in draft.kept:
        first += 1
    for number, title in enumerate(titles, first):
        draft.keep(f"{table}/columns/{number}", title)
    return first


def _row(draft: Draft, at: int, columns: list[Field[Any] | None], own: int, table: str) -> Row | None:
    """Give one row, None when every cell is empty. `own` is the number of people's first column."""
    texts = [escaping.plain(cell).strip() for cell in cells(draft.lines[at])]
    if not any(texts):
        return None
    row = Row(at, {})
    for one, text in zip(columns, texts, strict=False):
        if one:
            _take(row, one, text)
        else:
            row.own |= {own: text} if text else {}
            own += 1
    if len(texts) < len(columns):
        _too_few(draft, at, len(texts), len(columns))
    elif any(texts[len(columns) :]):
        _too_many(draft, row, texts[len(columns) :], own, table)
    return row


def _take(row: Row, one: Field[Any], text: str) -> None:
    """Put a cell's text in its field, or set it aside when it is not what was expected."""
    if text:
        try:
            row.values |= one.read(text)
        except ValueError as error:
            row.not_read.append((one.name, text, expected(one, error)))


def _too_few(draft: Draft, at: int, found: int, columns: int) -> None:
    message = _("Raden har {found} av {columns} celler. De som mangler, er lest som tomme.")
    draft.problem(at, message.format(found=found, columns=columns))


def _too_many(draft: Draft, row: Row, texts: list[str], own: int, table: str) -> None:
    """Keep the cells for which a table has no column in columns without a title."""
    for number, text in enumerate(texts, own):
        if f"{table}/columns/{number}" not in draft.kept:
            draft.keep(f"{table}/columns/{number}", "")
        row.own |= {number: text} if text else {}
    draft.problem(row.at, _("Raden har flere celler enn tabellen har kolonner. De er tatt vare på."))


def cells(line: str) -> list[str]:
    """Give the cells of a line of a table as they are written."""
    line = line.strip()
    line = line.removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    if "\\" not in line:
        return [cell.strip() for cell in line.split("|")]
    return [cell.strip().replace("\\|", "|") for cell in _BARS.split(line)]


def settle(draft: Draft, row: Row, path: str) -> None:
    """Remember where a row's part stands, and keep under its path what was not ours or not understood."""
    draft.place(path, row.at)
    for name in row.values:
        draft.places.setdefault(f"{path}/{name}", row.at + 1)
    for name, text, wanted in row.not_read:
        draft.places.setdefault(f"{path}/{name}", row.at + 1)
        draft.not_understood(f"{path}/{name}", row.at, text, wanted)
    for number, text in row.own.items():
        draft.keep(f"{path}/columns/{number}", text)
