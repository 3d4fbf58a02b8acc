"""A made-up meeting of any structure, with all that its steps ask for in place."""

from __future__ import annotations

from collections.abc import Iterator

from data.consents import consents_of
from data.drofting import is_on
from data.meeting import BRUKER, ConsentState, Entry, Meeting, entry_id
from data.structure import Step, StepKind, Structure
from tests.data.complete_meeting import complete_meeting

BRINGERS = ("p2", "p4")
"""Those of the school, who bring the case where one is brought."""

WORDS = {
    "progress": "Kommer hver dag.",
    "challenge": "Uro i timene.",
    "tried": "Fast plass ved vinduet hjalp.",
    "contribution": "Veilede lærerne.",
    "comment": "Kanskje pausene skal være kortere.",
}


def meeting_of(structure: Structure) -> Meeting:
    """Give a complete meeting of a structure."""
    whole = complete_meeting()
    meeting = whole.having(
        {
            "structure": structure.name,
            "kind": structure.kind_of_meeting(whole.kind),
            "participants": tuple(
                one.having({"brings_case": structure.has_sides and one.id in BRINGERS})
                for one in whole.participants
            ),
            "summary": "Skolen prøver korte pauser.",
            "tiltak": whole.tiltak if structure.has(StepKind.TILTAK) else (),
        }
    )
    entries = (entry for step in structure.steps for entry in _said(meeting, step))
    consents = (one.having({"state": ConsentState.WRITTEN}) for one in consents_of(meeting))
    return meeting.having({"entries": tuple(entries), "consents": tuple(consents)})


def _said(meeting: Meeting, step: Step) -> Iterator[Entry]:
    """Give what was noted in a step, of all it is for."""
    if step.kind is StepKind.ROUND:
        asks = {ask: WORDS[ask] for ask in step.asks if ask in WORDS}
        for one in meeting.present:
            if not one.bruker and is_on(step.side, meeting, one):
                yield Entry(id=entry_id(step.id, one.id), step=step.id, speaker=one.id, **asks)  # type: ignore[arg-type]
    if step.kind is StepKind.FLOOR or step.bruker_comment:
        yield Entry(
            id=entry_id(step.id, BRUKER), step=step.id, speaker=BRUKER, comment="Vil ha det roligere."
        )
