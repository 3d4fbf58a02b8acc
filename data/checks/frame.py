"""Rules for the frame of the meeting: place, time, purpose, last referat, evaluation, next meeting."""

from __future__ import annotations

from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Meeting

SATURDAY = 5


def without_place(meeting: Meeting) -> Lacks:
    """Find a referat that does not say where the meeting was."""
    if not meeting.place:
        yield Lack("place", _("Sted mangler. Skriv hvor møtet ble holdt."))


def without_time(meeting: Meeting) -> Lacks:
    """Find what lacks of the time frame: the date, the start, the end."""
    if meeting.date is None:
        yield Lack("date", _("Dato mangler. Skriv hvilken dag møtet var."))
    if meeting.start is None:
        yield Lack("start", _("Starttid mangler. Skriv når møtet begynte."))
    if meeting.end is None:
        yield Lack("end", _("Sluttid mangler. Skriv når møtet var ferdig."))


def backwards_time(meeting: Meeting) -> Lacks:
    """Find a meeting that ends before it starts."""
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        yield Lack("end", _("Møtet slutter før det begynner. Se over klokkeslettene."))


def last_referat(meeting: Meeting) -> Lacks:
    """Find a last referat that is neither approved nor remarked on.

    A group's first meeting has none, so nothing is asked unless something shows an earlier one.
    """
    approval = meeting.approval
    if approval.approved is False and not approval.remarks:
        yield Lack(
            "approval/remarks",
            _("Forrige referat ble ikke godkjent. Skriv hva som skal rettes."),
        )
    earlier = approval.date or approval.remarks or any(tiltak.carried for tiltak in meeting.tiltak)
    if approval.approved is None and earlier:
        yield Lack("approval/approved", _("Ble forrige referat godkjent? Skriv ja eller nei."))


def without_purpose(meeting: Meeting) -> Lacks:
    """Find a meeting that does not say what it was for."""
    if not meeting.purpose:
        yield Lack("purpose", _("Formålet med møtet står ikke. En setning er nok."))


def without_evaluation(meeting: Meeting) -> Lacks:
    """Find a meeting that nobody has evaluated."""
    if not any(said.words or said.score is not None for said in meeting.evaluations):
        yield Lack(
            "evaluations/bruker/words", _("Møtet er ikke evaluert. Spør brukeren først, noen ord er nok.")
        )


def unsettled_copies(meeting: Meeting) -> Lacks:
    """Find a referat that does not say whether anyone without access to the system needs a copy."""
    if not meeting.copies_to:
        yield Lack("copies_to", _("Trenger noen en kopi? Skriv hvem som ikke har tilgang, eller «ingen»."))


def without_next_meeting(meeting: Meeting) -> Lacks:
    """Find a group that goes on without a date for its next meeting."""
    if meeting.next_meeting.date is None and not meeting.next_meeting.closed:
        yield Lack(
            "next_meeting/date",
            _("Dato for neste møte mangler. Avtal en dato, eller avslutt gruppa når målene er nådd."),
        )


def bare_next_meeting(meeting: Meeting) -> Lacks:
    """Find a next meeting without a time of day."""
    following = meeting.next_meeting
    if following.date and following.time is None and not following.closed:
        yield Lack("next_meeting/time", _("Klokkeslett for neste møte er ikke avtalt."))


def next_theme(meeting: Meeting) -> Lacks:
    """Find a next meeting without a theme."""
    following = meeting.next_meeting
    if following.date and not following.theme and not following.closed:
        yield Lack("next_meeting/theme", _("Hva skal neste møte handle om? Skriv gjerne tema."))


def odd_next_meeting(meeting: Meeting) -> Lacks:
    """Find a next meeting that is not after this one, or falls on a Saturday or Sunday."""
    day = meeting.next_meeting.date
    if day is None or meeting.next_meeting.closed:
        return
    if meeting.date and day <= meeting.date:
        yield Lack("next_meeting/date", _("Neste møte står med en dato som ikke er etter dette møtet."))
    elif day.weekday() >= SATURDAY:
        yield Lack("next_meeting/date", _("Neste møte er lagt til en helg. Er det riktig dag?"))
