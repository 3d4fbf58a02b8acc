"""What became of the referat after the meeting: sent out or read aloud, remarks, approval, corrections."""

from __future__ import annotations

import re
from typing import Any

from data.dates import clock_text, written
from data.markdown import days, facts, fields, prose, rows, tables
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.outline import Chapter
from data.markdown.page import AFTER, Page
from data.markdown.rows import Layout
from data.meeting import Life

LIFE = "life"
REMARKS = "remarks"
CORRECTIONS = "corrections"

LETTERS = {REMARKS: "r", CORRECTIONS: "c"}
"""The letters that the ids of the rows begin with."""

_CLOCK = re.compile(r"(?:^|,?\s+)kl\.?\s*")


def _show_read(life: Life) -> str:
    """Give when it was read aloud: "tirsdag 24. november 2026 kl. 10:05"."""
    day = written(life.read_on) if life.read_on else ""
    return f"{day} kl. {clock_text(life.read_at)}".strip() if life.read_at else day


def _read_read(found: str) -> Values:
    day, *hour = _CLOCK.split(found, maxsplit=1)
    values: Values = {"read_on": days.day(day)} if day else {}
    return values | {"read_at": days.time(hour[0])} if hour else values


FIELDS: tuple[Field[Any], ...] = (
    fields.date("Sendt til merknad", "sent", "sendt", "sendt ut", long=True),
    fields.date("Frist for merknader", "remarks_until", "merknader innen", long=True),
    Field("Lest opp", "read_on", _show_read, _read_read, "en dato, som 24.11.2026 kl. 10:05"),
    fields.date("Godkjent", "approved", long=True),
)
"""The facts of the referat's life."""

ROWS: dict[str, tuple[Field[Any], ...]] = {
    REMARKS: (
        fields.date("Dato", "date", always=True),
        fields.text("Hvem", "who", "fra", always=True),
        fields.text("Merknad", "text", always=True),
    ),
    CORRECTIONS: (
        fields.date("Dato", "date", always=True),
        fields.text("Hvem", "who", "av", always=True),
        fields.text("Rettelse", "text", always=True),
    ),
}
"""The columns of the remarks, and of the corrections after approval."""


def write(page: Page) -> list[str]:
    """Give the facts."""
    return facts.write(FIELDS, page.meeting.life, page.kept, f"{LIFE}/")


def read(draft: Draft, chapter: Chapter) -> None:
    """Read the facts; all else is kept."""
    values: Values = draft.values.setdefault(LIFE, {})
    ours, strange = prose.split(chapter.blocks)
    values |= facts.read(draft, prose.span(ours), FIELDS, f"{LIFE}/")
    draft.keep_blocks(f"{LIFE}{AFTER}", strange)


def write_rows(page: Page, section: str) -> list[str]:
    """Give the table of the remarks or the corrections."""
    listed = getattr(page.meeting, section)
    drawn = tables.write(ROWS[section], listed, page.kept, rows=section, table=section)
    return [drawn] if drawn else []


def read_rows(draft: Draft, chapter: Chapter, section: str) -> None:
    """Read the remarks or the corrections, which get their ids in the order they stand."""
    found: list[Values] = draft.values.setdefault(section, [])
    layout = Layout(section, ROWS[section], lambda text: {"text": text})
    for table in rows.read(draft, chapter.blocks, layout):
        for row in table:
            row.values["id"] = f"{LETTERS[section]}{len(found) + 1}"
            tables.settle(draft, row, f"{section}/{row.values['id']}")
            found.append(row.values)
