"""The referat of the meeting before, which this one is asked to approve."""

from __future__ import annotations

from pathlib import Path

from data.archive import Document, documents_beside
from data.errors import UnreadableError
from data.locations import Locations
from data.meeting import Meeting, Remark
from data.opening import open_document


def last_referat(locations: Locations, document: Path, meeting: Meeting) -> Document | None:
    """Give the document of the last meeting: that of the date that was named, else the latest before.

    It is looked for beside `document`, which is this meeting's. None where there is no such one, it is
    approved already, or two have the same date. A meeting without a group goes on from none: what lies
    beside it may be of anybody.
    """
    if not meeting.group:
        return None
    others = documents_beside(locations, document)
    day = meeting.approval.date
    before = [one for one in others if one.date and one.group == meeting.group and one.id != meeting.id]
    if day is None:
        day = max((one.date for one in before if one.date and _is_before(one, meeting)), default=None)
    found = [one for one in before if one.date == day and one.status != "godkjent"]
    return found[0] if len(found) == 1 else None


def remarks_on_last(locations: Locations, document: Path, meeting: Meeting) -> tuple[Remark, ...]:
    """Give what has been remarked on the last referat; nothing where it cannot be read."""
    last = last_referat(locations, document, meeting)
    try:
        return open_document(last.path).meeting.remarks if last else ()
    except UnreadableError:
        return ()


def _is_before(document: Document, meeting: Meeting) -> bool:
    return bool(document.date and meeting.date and document.date < meeting.date)
