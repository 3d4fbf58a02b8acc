"""Rules for a drøftingsmøte: a case is brought, the others think aloud, and it ends in advice (S2)."""

from __future__ import annotations

from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Meeting, Participant, entry_id

CASE = "saken"
"""The step in which the case is told."""

TEAM = "team"
"""The step in which the others think aloud, and those who brought the case listen."""


def without_bringers(meeting: Meeting) -> Lacks:
    """Find a case that nobody is said to have brought: then nobody knows who is to listen."""
    if not any(one.brings_case for one in meeting.participants):
        yield Lack("participants", _("Ingen står som den som melder saken. Velg hvem det er, i åpningen."))


def without_case(meeting: Meeting) -> Lacks:
    """Find a meeting of which it is not said what its case was."""
    if not any(entry.challenge for entry in meeting.entries):
        yield Lack(
            _field(meeting, CASE, "challenge", brings=True),
            _("Saken er ikke notert. Skriv hva den gjelder, og hva som er prøvd."),
        )


def without_advice(meeting: Meeting) -> Lacks:
    """Find a meeting in which nothing is noted of what the others thought."""
    if not any(entry.comment for entry in meeting.entries if entry.step == TEAM):
        yield Lack(
            _field(meeting, TEAM, "comment", brings=False),
            _("Ingenting er notert fra det reflekterende teamet. Skriv tankene og rådene deres."),
        )


def without_conclusion(meeting: Meeting) -> Lacks:
    """Find a meeting that does not say which advice it came to."""
    if not meeting.summary:
        yield Lack("summary", _("Konklusjonen mangler. Skriv hvilke råd de som meldte saken, tar med seg."))


def _field(meeting: Meeting, step: str, name: str, *, brings: bool) -> str:
    """Give the path of a field of the first speaker on one side, of the step where there is none."""
    speakers = (one for one in meeting.present if not one.bruker and one.brings_case is brings)
    first: Participant | None = next(speakers, None)
    return f"entries/{entry_id(step, first.id)}/{name}" if first else f"entries/{step}"
