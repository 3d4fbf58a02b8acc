"""What each service may share, as it stood at the door."""

from __future__ import annotations

from typing import Any

from data.markdown import fields, rows, tables
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.numbers import settle_name
from data.markdown.outline import Chapter
from data.markdown.page import Page
from data.markdown.rows import Layout
from data.meeting import ConsentState

CONSENTS = "consents"

FIELDS: tuple[Field[Any], ...] = (
    fields.text("Tjeneste", "id", "virksomhet", "hvem", always=True),
    fields.choice("Samtykke", "state", ConsentState, blank=ConsentState.UNKNOWN.value, always=True),
    fields.text("Gitt av", "given_by"),
    fields.date("Gjelder fra", "since", "fra", "gitt"),
    fields.time("Klokken", "at", "kl"),
    fields.text("Hørt av", "heard_by", "vitne"),
    fields.date("Gjelder til", "until", "til"),
    fields.text("Gjelder ikke", "leaves_out", "unntatt"),
)


def _item(text: str) -> Values:
    """Give a consent from a line of a list, which names the service."""
    return {"id": text}


def write(page: Page) -> list[str]:
    """Give the table of consents."""
    drawn = tables.write(FIELDS, page.meeting.consents, page.kept, rows=CONSENTS, table=CONSENTS)
    return [drawn] if drawn else []


def read(draft: Draft, chapter: Chapter, fields: tuple[Field[Any], ...] = FIELDS) -> None:
    """Read the consents, each known by its service."""
    found: list[Values] = draft.values.setdefault(CONSENTS, [])
    taken = {consent["id"] for consent in found}
    for table in rows.read(draft, chapter.blocks, Layout(CONSENTS, fields, _item)):
        for row in table:
            settle_name(draft, row, "", taken)
            tables.settle(draft, row, f"{CONSENTS}/{row.values['id']}")
            found.append(row.values)
