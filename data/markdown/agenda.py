"""The saksliste, with the conclusion on each item."""

from __future__ import annotations

import re
from typing import Any

from data.markdown import fields, rows, tables
from data.markdown.draft import Draft
from data.markdown.fields import NUMBER, Field, Values
from data.markdown.outline import Chapter
from data.markdown.page import Page
from data.markdown.rows import Layout
from data.meeting import AgendaItem

AGENDA = "agenda"

_NUMBER = re.compile(r"(?:sak )?\d*[.)]?\s*(\(?eventuelt\)?)?$", re.IGNORECASE)
_OWN_NUMBER = "own_number"
_NUMBER_OF = re.compile(r"\D*")


def _show_number(item: AgendaItem) -> str:
    """Give the item's number in the list, and that it came up under eventuelt."""
    number = _NUMBER_OF.sub("", item.id, count=1)
    return f"{number} (eventuelt)" if item.eventuelt else number


def _show_minutes(item: AgendaItem) -> str:
    return str(item.minutes) if item.minutes else ""


def _read_number(words: str) -> Values:
    """Give whether it came up under eventuelt; a number of people's own kind leads the title."""
    if found := _NUMBER.match(words):
        return {"eventuelt": bool(found[1])}
    return {_OWN_NUMBER: words}


FIELDS: tuple[Field[Any], ...] = (
    Field(
        "Nr",
        "eventuelt",
        _show_number,
        _read_number,
        always=True,
    ),
    fields.text("Sak", "title", "tema", "punkt", always=True),
    fields.text("Meldt av", "raised_by", "fra"),
    Field(
        "Minutter",
        "minutes",
        _show_minutes,
        lambda words: {"minutes": fields.number_of(words)},
        NUMBER,
        titles=("tid",),
    ),
    fields.text("Konklusjon", "conclusion"),
)


_LAYOUT = Layout(AGENDA, FIELDS, lambda text: {"title": text})


def write(page: Page) -> list[str]:
    """Give the table of items."""
    drawn = tables.write(FIELDS, page.meeting.agenda, page.kept, rows=AGENDA, table=AGENDA)
    return [drawn] if drawn else []


def read(draft: Draft, chapter: Chapter) -> None:
    """Read the items, numbered in the order they stand."""
    found: list[Values] = draft.values.setdefault(AGENDA, [])
    for table in rows.read(draft, chapter.blocks, _LAYOUT):
        for row in table:
            row.values["id"] = f"s{len(found) + 1}"
            if own := row.values.pop(_OWN_NUMBER, ""):
                row.values["title"] = f"{own} {row.values.get('title', '')}"
            tables.settle(draft, row, f"{AGENDA}/{row.values['id']}")
            found.append(row.values)
