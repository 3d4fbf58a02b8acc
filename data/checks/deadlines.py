"""Rules for when a tiltak is done: a date, and a day that makes sense."""

from __future__ import annotations

from data.checks.frame import SATURDAY
from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Meeting, TiltakStatus

UNFINISHED = (TiltakStatus.PARTLY, TiltakStatus.NOT_DONE)


def without_deadline(meeting: Meeting) -> Lacks:
    """Find agreed tiltak without a deadline."""
    for tiltak in meeting.agreed:
        if tiltak.when is None:
            yield Lack(
                f"tiltak/{tiltak.id}/when",
                _("{tiltak} mangler frist. Skriv en dato.").format(tiltak=tiltak.id),
            )


def past(meeting: Meeting) -> Lacks:
    """Find agreed tiltak whose deadline was before the meeting."""
    if meeting.date is None:
        return
    for tiltak in meeting.agreed:
        if tiltak.when and tiltak.when < meeting.date:
            yield Lack(
                f"tiltak/{tiltak.id}/when",
                _("Fristen for {tiltak} er før møtedatoen. Se over datoen.").format(tiltak=tiltak.id),
            )


def overdue(meeting: Meeting) -> Lacks:
    """Find tiltak from last time that are not finished and whose deadline is over."""
    if meeting.date is None:
        return
    for tiltak in meeting.tiltak:
        unfinished = tiltak.carried and tiltak.status in UNFINISHED
        if unfinished and tiltak.when and tiltak.when < meeting.date:
            yield Lack(
                f"tiltak/{tiltak.id}/when",
                _("{tiltak} er ikke ferdig, og fristen er ute. Sett ny frist, eller la det utgå.").format(
                    tiltak=tiltak.id
                ),
            )


def after_next_meeting(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that are due only after the group has met again."""
    following = meeting.next_meeting
    if following.date is None or following.closed:
        return
    for tiltak in meeting.agreed:
        if tiltak.when and tiltak.when > following.date:
            yield Lack(
                f"tiltak/{tiltak.id}/when",
                _("Fristen for {tiltak} er etter neste møte. Er det meningen?").format(tiltak=tiltak.id),
            )


def weekend(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that are due on a Saturday or Sunday."""
    for tiltak in meeting.agreed:
        if tiltak.when and tiltak.when.weekday() >= SATURDAY:
            yield Lack(
                f"tiltak/{tiltak.id}/when",
                _("Fristen for {tiltak} er i en helg. Er det riktig dag?").format(tiltak=tiltak.id),
            )
