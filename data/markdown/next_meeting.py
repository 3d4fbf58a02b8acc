"""What is agreed about the next meeting, or that the group is closed."""

from __future__ import annotations

from typing import Any

from data.markdown import facts, fields, prose
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.outline import Chapter
from data.markdown.page import AFTER, Page
from data.meeting import NextMeeting

NEXT_MEETING = "next_meeting"

CLOSED = "avsluttes, målene er nådd"


def _read_closed(found: str) -> Values:
    if not found.casefold().startswith("avslutte"):
        raise ValueError
    return {"closed": True}


FIELDS: tuple[Field[Any], ...] = (
    fields.date("Dato", "date", "dag", long=True),
    fields.time("Tid", "time", "klokken", "kl"),
    fields.text("Sted", "place"),
    fields.text("Tema", "theme"),
    Field("Gruppen", "closed", lambda agreed: CLOSED if agreed.closed else "", _read_closed, CLOSED),
)


def write(page: Page) -> list[str]:
    """Give the facts of the next meeting."""
    agreed: NextMeeting = page.meeting.next_meeting
    return facts.write(FIELDS, agreed, page.kept, f"{NEXT_MEETING}/")


def read(draft: Draft, chapter: Chapter) -> None:
    """Read the facts of the next meeting; all else is kept."""
    values: Values = draft.values.setdefault(NEXT_MEETING, {})
    ours, strange = prose.split(chapter.blocks)
    values |= facts.read(draft, prose.span(ours), FIELDS, f"{NEXT_MEETING}/")
    draft.keep_blocks(f"{NEXT_MEETING}{AFTER}", strange)
