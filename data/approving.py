"""Approving a referat: the document says so, its text stays from then on, and private notes go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from data import afterlife
from data.clean import clean_line
from data.instants import today
from data.language import _
from data.last_referat import last_referat
from data.leaders_book import put_by
from data.live import Live
from data.locations import Locations
from data.markdown import public
from data.meeting import Meeting
from data.opening import open_meeting
from data.saving import document_of, save_document


def approve(locations: Locations, live: Live, day: dt.date) -> Path:
    """Let a referat be approved, saved so, and rid of all that was private; give its document's path.

    Kladd goes from the journal for good, and with it how the text came to be (DESIGN section 3). What
    the leader keeps of the meeting is put by first. Raises UnfinishedError, UnreadableError, and as
    save_document does: what is private then stays until it is approved again.
    """
    put_by(locations, document_of(live), live.meeting, live.last_at)
    live.record(afterlife.approve(day))
    path = save_document(live)
    live.forget(public(live.meeting))
    return path


def settle_last(
    locations: Locations, document: Path, meeting: Meeting, *, now: Callable[[], float], who: str
) -> str:
    """Let the last referat be what the opening of `meeting` said of it; give words for the user.

    It is looked for beside `document`, which is this meeting's. Remarks are added to it, and it is
    approved if it was. "" where there is nothing to do or no such document. Raises as open_meeting and
    save_document do.
    """
    said = meeting.approval
    last = last_referat(locations, document, meeting)
    if last is None or (said.approved is not True and not said.remarks):
        return ""
    if last.status not in afterlife.FINISHED:
        return _("Forrige referat er et {status}, og er ikke satt til godkjent.").format(status=last.status)
    live = open_meeting(locations, str(last.path), now=now, who=who).live
    try:
        if said.remarks:
            live.record(afterlife.remark(_("neste møte"), said.remarks, meeting.date))
        if said.approved:
            approve(locations, live, meeting.date or today(now()))
            return _("Forrige referat er godkjent: {name}").format(name=clean_line(last.path.name))
        save_document(live)
        return _("Merknadene står i forrige referat: {name}").format(name=clean_line(last.path.name))
    finally:
        live.close()
