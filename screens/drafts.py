"""What is begun on a line in the meeting and waits there: a tiltak, a matter to park."""

from __future__ import annotations

from collections.abc import Iterator

from data.acts import value
from data.language import _
from data.meeting import Meeting

TILTAK = "notes/tiltakslinje/text"
CONTRIBUTION = "notes/bidragslinje/text"
PARKING = "notes/parkering/text"
"""Where a line is kept while it is written, so that a stop in the middle loses nothing.

A contribution made a tiltak has its own, where a tiltak of another kind waits already.
"""


def tiltak_waiting(meeting: Meeting) -> str:
    """Give where a tiltak that is begun waits, "" where none does."""
    return next((path for path in (TILTAK, CONTRIBUTION) if value(meeting, path)), "")


def begun(meeting: Meeting) -> Iterator[str]:
    """Say what is begun, and by which key one goes on with it."""
    if tiltak_waiting(meeting):
        yield _("påbegynt tiltak: F2")
    if value(meeting, PARKING):
        yield _("påbegynt sak: F6")
