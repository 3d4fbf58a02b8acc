"""The tiltak: those carried from earlier meetings and those agreed in this one.

A table of what everybody must know, and a second one of what some tiltak have besides. Reading takes
any of the fields in any table, and joins what tables tell of the same number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from data.dates import clock_text, in_table
from data.markdown import days, fields, rows, tables
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.numbers import number, settle
from data.markdown.outline import Chapter
from data.markdown.page import Page, Sheet
from data.markdown.rows import Layout
from data.markdown.tables import Row
from data.meeting import Level, Tiltak, TiltakStatus

TILTAK = "tiltak"
CARRIED = "carried"
LETTER = "T"

MORE = "Mer om disse tiltakene"
"""The heading above the second table."""

_WORDS = re.compile(rf"({'|'.join(TiltakStatus)})(?:: *(.*))?$", re.IGNORECASE)
_CLOCK = re.compile(r"(?:^|,?\s+)kl\.?\s*")


def _show_when(tiltak: Tiltak) -> str:
    """Give the deadline, with the hour where one is agreed: 27.11.2026 kl. 14:00."""
    day = in_table(tiltak.when) if tiltak.when else ""
    return f"{day} kl. {clock_text(tiltak.at)}".strip() if tiltak.at else day


def _read_when(found: str) -> Values:
    day, *hour = _CLOCK.split(found, maxsplit=1)
    values: Values = {"when": days.day(day)} if day else {}
    return values | {"at": days.time(hour[0])} if hour else values


def _show_status(tiltak: Tiltak) -> str:
    """Give how far a tiltak has come, and why no further: "delvis: Ventet på svar."."""
    return f"{tiltak.status}: {tiltak.reason}" if tiltak.reason else tiltak.status.value


def _read_status(found: str) -> Values:
    if not (parts := _WORDS.match(found)):
        raise ValueError
    reason = {"reason": parts[2]} if parts[2] else {}
    return {"status": parts[1].lower(), **reason}


_NR = fields.text("Nr", "id", always=True)
_WHAT = fields.text("Hva", "what", "tiltak", always=True)
_WHO = fields.text("Hvem", "who", "ansvarlig", always=True)
_WHEN: Field[Any] = Field(
    "Når", "when", _show_when, _read_when, fields.DATE, always=True, titles=("frist", "innen")
)
_GOAL = fields.text("Mål", "goal")
_LEVEL = fields.choice("Nivå", "level", Level)
_START = fields.date("Starter", "start", "start")
_DURATION = fields.text("Varer", "duration", "varighet")
_EVALUATED = fields.date("Evalueres", "evaluated", "evaluering")
_HELPERS = fields.text("Hjelper til", "helpers", "hjelpere")
STATUS: Field[Any] = Field(
    "Status", "status", _show_status, _read_status, " / ".join(TiltakStatus), blank=TiltakStatus.OPEN.value
)
_REASON = fields.text("Grunn", "reason", "hvorfor")


FIELDS = (_NR, _WHAT, _WHO, _WHEN, _GOAL, _LEVEL, _START, _DURATION, _EVALUATED, _HELPERS, STATUS, _REASON)
"""Every field that a table of tiltak may have."""


class Columns(NamedTuple):
    """The columns of the first table, and of the second."""

    first: tuple[Field[Any], ...]
    second: tuple[Field[Any], ...]


AGREED = Columns((_NR, _WHAT, _WHO, _WHEN, _GOAL, _LEVEL), (_START, _DURATION, _EVALUATED, _HELPERS, STATUS))
"""What is told of tiltak that are new."""

STANDING = Columns(
    (_NR, _WHAT, _WHO, _WHEN, _GOAL, STATUS), (_LEVEL, _START, _DURATION, _EVALUATED, _HELPERS)
)
"""What is told of tiltak that have a status."""


def write(page: Page, section: str) -> list[str]:
    """Give the tables of the tiltak that belong in a section, TILTAK or CARRIED."""
    carried = section == CARRIED
    listed = [tiltak for tiltak in page.meeting.tiltak if tiltak.carried == carried]
    return write_tables(page, listed, section, STANDING if carried else AGREED)


def write_tables(sheet: Sheet, listed: Sequence[Tiltak], section: str, columns: Columns) -> list[str]:
    """Give the tables of some tiltak."""
    more = [tiltak for tiltak in listed if any(_says(sheet, one, tiltak) for one in columns.second)]
    first = tables.write(columns.first, listed, sheet.kept, rows=TILTAK, table=section)
    if not more:
        return [first] if first else []
    drawn = tables.write((_NR, *columns.second), more, sheet.kept, rows=TILTAK, table=f"{section}/more")
    return [first, f"### {MORE}", drawn]


def _says(sheet: Sheet, one: Field[Any], tiltak: Tiltak) -> bool:
    """Whether a field of the second table has something to say."""
    return one.show(tiltak) != one.blank or f"{TILTAK}/{tiltak.id}/{one.name}" in sheet.kept


def read(draft: Draft, chapter: Chapter, section: str) -> None:
    """Read the tiltak of a section."""
    listed: list[Values] = draft.values.setdefault(TILTAK, [])
    taken = {tiltak["id"] for tiltak in listed}
    above: dict[str, Values] = {}
    for table in rows.read(
        draft, chapter.blocks, Layout(section, FIELDS, lambda text: {"what": text}, (MORE,))
    ):
        here: dict[str, Values] = {}
        for row in table:
            wanted = number(LETTER, row.values.get("id", ""))
            if wanted in above and wanted not in here and _adds(row, above[wanted]):
                above[wanted] |= row.values | {"id": wanted}
                row.values = above[wanted]
            else:
                row.values["carried"] = section == CARRIED
                settle(draft, row, LETTER, "what", taken)
                listed.append(row.values)
            here[row.values["id"]] = row.values
            tables.settle(draft, row, f"{TILTAK}/{row.values['id']}")
        above |= here


def _adds(row: Row, before: Values) -> bool:
    """Whether a row only tells more of a tiltak that an earlier table tells of."""
    told = {*row.values, *(name for name, _text, _expected in row.not_read)} - {"id"}
    return told.isdisjoint(before)
