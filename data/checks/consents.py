"""Rules for consent in the kinds of meeting that need it (DOMAIN: S2). They warn, and never stop."""

from __future__ import annotations

from data.checks.rule import Lack, Lacks
from data.consents import consents_of
from data.language import _
from data.meeting import GIVEN, Kind, Meeting

_NEEDED = {Kind.FAGMOTE: "samtykke", Kind.DROFTINGSMOTE: "skriftlig samtykke"}
"""What a kind of meeting is only held with."""


def not_given(meeting: Meeting) -> Lacks:
    """Find the services to which the consent is not given that the kind of meeting is held with."""
    needed = _NEEDED.get(meeting.kind, "")
    for consent in consents_of(meeting) if needed else ():
        if consent.state not in GIVEN:
            words = _("{service}: et {kind} holdes bare med {consent}. Skriv hvem som ga det.")
            message = words.format(service=consent.id, kind=meeting.kind.value, consent=_(needed))
            yield Lack(f"consents/{consent.id}/state", message)
