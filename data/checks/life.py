"""Rules for the referat after the meeting: sent out, read aloud, approved, corrected."""

from __future__ import annotations

from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Meeting, Status


def without_last_day(meeting: Meeting) -> Lacks:
    """Find a referat that is sent out without saying until when it may be remarked on."""
    if meeting.status is Status.TIL_MERKNAD and meeting.life.remarks_until is None:
        yield Lack("life/remarks_until", _("Referatet er til merknad, men fristen står ikke. Skriv en dato."))


def too_short_for_remarks(meeting: Meeting) -> Lacks:
    """Find a last day for remarks that was over when the referat was sent out."""
    life = meeting.life
    if life.sent and life.remarks_until and life.remarks_until < life.sent:
        yield Lack("life/remarks_until", _("Fristen for merknader er før referatet ble sendt ut."))


def without_reading(meeting: Meeting) -> Lacks:
    """Find a referat that is read aloud without saying when."""
    if meeting.status is Status.LEST_OPP and meeting.life.read_on is None:
        yield Lack("life/read_on", _("Referatet er lest opp, men det står ikke når. Skriv datoen."))


def without_approval(meeting: Meeting) -> Lacks:
    """Find an approved referat that does not say when it was approved."""
    if meeting.status is Status.GODKJENT and meeting.life.approved is None:
        yield Lack("life/approved", _("Referatet er godkjent, men det står ikke når. Skriv datoen."))


def silent_corrections(meeting: Meeting) -> Lacks:
    """Find corrections after approval that do not say who, when and what."""
    for correction in meeting.corrections:
        for name, message in (
            ("who", _("En rettelse mangler navn. Skriv hvem som rettet.")),
            ("date", _("En rettelse mangler dato. Skriv når det ble rettet.")),
            ("text", _("En rettelse mangler tekst. Skriv hva som ble rettet.")),
        ):
            if not getattr(correction, name):
                yield Lack(f"corrections/{correction.id}/{name}", message)
