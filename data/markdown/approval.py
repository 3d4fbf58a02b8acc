"""The approval of the last referat, with the remarks made to it."""

from __future__ import annotations

from typing import Any

from data.markdown import escaping, facts, fields, prose
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.outline import Chapter
from data.markdown.page import AFTER, Page
from data.meeting import Approval

APPROVAL = "approval"

_ANSWERS = {"ja": True, "godkjent": True, "nei": False, "ikke godkjent": False}


def _show_approved(approval: Approval) -> str:
    if approval.approved is None:
        return ""
    return "ja" if approval.approved else "nei"


def _read_approved(found: str) -> Values:
    answer = _ANSWERS.get(found.casefold().rstrip("."))
    if answer is None:
        raise ValueError
    return {"approved": answer}


FIELDS: tuple[Field[Any], ...] = (
    fields.date("Dato", "date", "møtedato", "referat fra", long=True),
    Field("Godkjent", "approved", _show_approved, _read_approved, "ja / nei"),
)


def write(page: Page) -> list[str]:
    """Give the facts of the approval, and below them the remarks."""
    approval = page.meeting.approval
    blocks = facts.write(FIELDS, approval, page.kept, f"{APPROVAL}/")
    if approval.remarks:
        blocks.append(escaping.prose(approval.remarks))
    return blocks + page.added(f"{APPROVAL}/remarks{AFTER}")


def read(draft: Draft, chapter: Chapter) -> None:
    """Read the approval: a list of facts, then the remarks."""
    values: Values = draft.values.setdefault(APPROVAL, {})
    end = facts.end(draft, chapter.blocks, FIELDS)
    told = range(chapter.blocks[0].start, end) if end else range(0)
    values |= facts.read(draft, told, FIELDS, f"{APPROVAL}/", bare=False)
    blocks = [block._replace(start=max(block.start, end)) for block in chapter.blocks if block.end > end]
    if blocks:
        draft.place(f"{APPROVAL}/remarks", blocks[0].start)
    values["remarks"] = prose.joined(
        values.get("remarks", ""), prose.read(draft, blocks, f"{APPROVAL}/remarks")
    )
