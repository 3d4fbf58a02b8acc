"""From a place in the meeting to the step where it is edited."""

from __future__ import annotations

from data.structure import StepKind, Structure

KINDS = {
    "entries": (StepKind.ROUND, StepKind.FLOOR),
    "goals": (StepKind.SUMMARY, StepKind.STATUS),
    "summary": (StepKind.SUMMARY,),
    "tiltak": (StepKind.TILTAK, StepKind.STATUS),
    "evaluations": (StepKind.EVALUATION,),
    "next_meeting": (StepKind.NEXT_MEETING,),
}
"""The kinds of step that edit a field, the nearest first, by the beginning of its path.

The opening edits the rest.
"""

ACCOUNTED_FOR = (StepKind.STATUS, StepKind.OPENING)
"""The kinds of step that say what came of a tiltak from last time."""


def step_of(path: str, structure: Structure) -> str:
    """Give the id of the step that edits a place, the first step when none is nearer."""
    parts, _slash, rest = path.partition("/")
    name = rest.rpartition("/")[2]
    named = structure.step(rest.partition(":")[0]) if parts == "entries" else None
    if named is not None:
        return named.id
    kinds = KINDS.get(parts, ())
    if parts == "tiltak" and name in {"status", "reason"}:
        kinds = ACCOUNTED_FOR
    elif parts == "agenda" and name == "conclusion":
        kinds = (StepKind.ITEMS,)
    nearest = (step.id for kind in kinds for step in structure.steps if step.kind is kind)
    return next(nearest, structure.steps[0].id)
