"""Rules for who took part: names, attendance, stand-ins, and the referent."""

from __future__ import annotations

from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Attendance, Meeting, Participant

CAME = (Attendance.MET, Attendance.STAND_IN)


def called(participant: Participant) -> str:
    """Give what to call a participant in a message, by name where there is one."""
    return participant.name or participant.role or participant.service or participant.id


def came(participant: Participant) -> bool:
    """Whether somebody sat in this chair, also one who left before the end."""
    return participant.attendance in CAME


def without_name(meeting: Meeting) -> Lacks:
    """Find participants without a name, and a referat without participants."""
    if not meeting.participants:
        yield Lack("participants", _("Ingen deltakere er ført opp. Skriv hvem som var innkalt."))
    for number, participant in enumerate(meeting.participants, 1):
        if not participant.name:
            yield Lack(
                f"participants/{participant.id}/name",
                _("Deltaker nr. {number} mangler navn. Skriv navnet.").format(number=number),
            )


def without_belonging(meeting: Meeting) -> Lacks:
    """Find professionals of whom nothing says what they are or where they come from."""
    for participant in meeting.participants:
        if participant.name and not (participant.bruker or participant.role or participant.service):
            yield Lack(
                f"participants/{participant.id}/service",
                _("{name} står uten rolle og tjeneste. Skriv hvor vedkommende kommer fra.").format(
                    name=participant.name
                ),
            )


def unsettled(meeting: Meeting) -> Lacks:
    """Find participants of whom it is not said whether they came, and a meeting nobody came to."""
    for participant in meeting.participants:
        if participant.attendance is Attendance.UNKNOWN:
            yield Lack(
                f"participants/{participant.id}/attendance",
                _("Oppmøtet til {name} er ikke avklart. Velg møtt, frafall eller stedfortreder.").format(
                    name=called(participant)
                ),
            )
    if all(participant.attendance is Attendance.ABSENT for participant in meeting.participants):
        yield Lack("participants", _("Ingen er ført opp som møtt. Skriv hvem som var til stede."))


def unnamed_stand_in(meeting: Meeting) -> Lacks:
    """Find stand-ins without a name."""
    for participant in meeting.participants:
        if participant.attendance is Attendance.STAND_IN and not participant.stand_in:
            yield Lack(
                f"participants/{participant.id}/stand_in",
                _("Stedfortrederen for {name} mangler navn. Skriv hvem som kom.").format(
                    name=called(participant)
                ),
            )


def silent_absence(meeting: Meeting) -> Lacks:
    """Find professionals who did not come and sent neither input nor a stand-in."""
    for participant in meeting.participants:
        absent = participant.attendance is Attendance.ABSENT and not participant.bruker
        if absent and not participant.innspill:
            yield Lack(
                f"participants/{participant.id}/innspill",
                _("{name} kom ikke, og det står ikke noe innspill. Er det sendt inn et?").format(
                    name=called(participant)
                ),
            )


def without_minute_taker(meeting: Meeting) -> Lacks:
    """Find a referat that does not say who wrote it."""
    if not meeting.minute_taker:
        yield Lack("minute_taker", _("Referenten mangler. Skriv navnet på den som fører referatet."))
