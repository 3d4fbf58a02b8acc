"""From a place in the meeting to the step where it is edited."""

from __future__ import annotations

from data.structure import StepKind, Structure

KINDS = {
    "entries": StepKind.ROUND,
    "goals": StepKind.SUMMARY,
    "summary": StepKind.SUMMARY,
    "tiltak": StepKind.TILTAK,
    "evaluations": StepKind.EVALUATION,
    "next_meeting": StepKind.NEXT_MEETING,
}
"""The kind of step that edits a field, by the beginning of its path.

The opening edits the rest, and what came of a tiltak from last time.
"""


def step_of(path: str, structure: Structure) -> str:
    """Give the id of the step that edits a place, the first step when none is nearer."""
    parts, _slash, rest = path.partition("/")
    named = structure.step(rest.partition(":")[0]) if parts == "entries" else None
    if named is not None:
        return named.id
    accounted_for = parts == "tiltak" and rest.rpartition("/")[2] in {"status", "reason"}
    kind = StepKind.OPENING if accounted_for else KINDS.get(parts, StepKind.OPENING)
    return next((step.id for step in structure.steps if step.kind is kind), structure.steps[0].id)
