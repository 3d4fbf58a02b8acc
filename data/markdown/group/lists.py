"""The lists of a group whose rows are known by their order: members, møteplan, and what happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from data.markdown import consents, fields, goals, participants, rows, tables, tiltak
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.group.sheet import GroupSheet
from data.markdown.numbers import number
from data.markdown.outline import Chapter
from data.markdown.rows import Layout
from data.meeting import Verdict


class Listed(NamedTuple):
    """A list of a group: its name, the letter of its ids, its columns, and what an item of a list says."""

    name: str
    letter: str
    fields: tuple[Field[Any], ...]
    item: Callable[[str], Values]

    def write(self, sheet: GroupSheet) -> list[str]:
        """Give the list as a table."""
        parts = getattr(sheet.group, self.name)
        drawn = tables.write(self.fields, parts, sheet.kept, rows=self.name, table=self.name)
        return [drawn] if drawn else []

    def read(self, draft: Draft, chapter: Chapter) -> None:
        """Read the rows, which get their ids in the order they stand."""
        found: list[Values] = draft.values.setdefault(self.name, [])
        layout = Layout(self.name, self.fields, self.item)
        for table in rows.read(draft, chapter.blocks, layout):
            for row in table:
                row.values["id"] = f"{self.letter}{len(found) + 1}"
                tables.settle(draft, row, f"{self.name}/{row.values['id']}")
                found.append(row.values)


_DATE = fields.date("Dato", "date", "dag", always=True)
_MEETING = fields.text("Møte", "meeting")

MEMBERS = Listed("members", "p", participants.WHO, participants.named)

PLAN = Listed(
    "plan",
    "a",
    (
        _DATE,
        fields.time("Tid", "time", "klokken", "kl"),
        fields.text("Sted", "place"),
        fields.text("Tema", "theme", always=True),
        fields.text("Avtalt i", "meeting"),
    ),
    lambda text: {"theme": text},
)

HAPPENINGS = Listed(
    "happenings",
    "h",
    (
        _DATE,
        Field(
            "Tiltak",
            "tiltak",
            lambda happening: happening.tiltak,
            lambda words: {"tiltak": number(tiltak.LETTER, words)},
            always=True,
            titles=("nr",),
        ),
        tiltak.STATUS._replace(always=True),
        _MEETING,
    ),
    lambda text: {"reason": text},
)

CONCLUSIONS = Listed(
    "conclusions",
    "v",
    (
        _DATE,
        Field(
            "Mål",
            "goal",
            lambda conclusion: conclusion.goal,
            lambda words: {"goal": number(goals.LETTER, words)},
            always=True,
            titles=("nr",),
        ),
        fields.choice("Vurdering", "verdict", Verdict, "status"),
        fields.text("Konklusjon", "text", always=True),
        _MEETING,
    ),
    lambda text: {"text": text},
)

CONSENTED = Listed(
    "consented",
    "w",
    (
        _DATE,
        fields.text("Tjeneste", "service", "virksomhet", "hvem", always=True),
        *consents.FIELDS[1:],
        _MEETING,
    ),
    lambda text: {"service": text},
)

NUMBERED = (MEMBERS, PLAN, HAPPENINGS, CONCLUSIONS, CONSENTED)
