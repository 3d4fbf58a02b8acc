"""What the steps of a structure can meet: what no step of a meeting asks for, its referat need not hold."""

from __future__ import annotations

from data.checks.rule import Asked
from data.group import MEETING_KINDS
from data.rounds import Side
from data.structure import Step, StepKind, Structure


def has(*kinds: StepKind) -> Asked:
    """Give whether a structure has a step of one of some kinds."""
    return lambda structure: structure.has(*kinds)


def asks(field: str) -> Asked:
    """Give whether a structure asks every speaker for a field of an Entry in a round."""
    return lambda structure: any(field in step.asks and step.side is Side.ALL for step in _rounds(structure))


def goes_on(structure: Structure) -> bool:
    """Whether the meetings of a structure are a group's own, and go on from the last one."""
    return not structure.kinds or any(kind in MEETING_KINDS.values() for kind in structure.kinds)


def concludes_on_items(structure: Structure) -> bool:
    """Whether the meetings of a structure go through a saksliste: the group's own, and where a step does."""
    return goes_on(structure) or structure.has(StepKind.ITEMS)


def concludes_on_goals(structure: Structure) -> bool:
    """Whether the meetings of a structure say how it stands with each goal; advice does not."""
    return structure.has(StepKind.SUMMARY, StepKind.STATUS) and not structure.advises


def concludes_in_advice(structure: Structure) -> bool:
    """Whether the meetings of a structure sum up what they advise, and decide nothing (DOMAIN: S2)."""
    return structure.advises and structure.has(StepKind.SUMMARY)


def goes_through(step: str) -> Asked:
    """Give whether a structure has the step with an id."""
    return lambda structure: structure.step(step) is not None


def hears_a_case(structure: Structure) -> bool:
    """Whether a structure is for a case that somebody brings (DOMAIN: S2)."""
    return structure.has_sides


def hears_bruker(structure: Structure) -> bool:
    """Whether the bruker has the floor, or a stop of their own in a round."""
    return structure.has(StepKind.FLOOR) or any(step.bruker_comment for step in _rounds(structure))


def placed(field: str, structure: Structure) -> str:
    """Give the path of a field, in a step of the structure that asks for it where the named one is not there.

    "entries/runde1:p3/challenge" becomes "entries/status:p3/challenge" in a meeting whose challenges are
    told in a step called status.
    """
    parts, _slash, rest = field.partition("/")
    if parts != "entries":
        return field
    step, colon, place = rest.partition(":")
    if structure.step(step) is not None:
        return field
    asked = _asking(place.rpartition("/")[2], structure) if colon else next(iter(_rounds(structure)), None)
    return f"{parts}/{asked.id}{colon}{place}" if asked else field


def _asking(name: str, structure: Structure) -> Step | None:
    """Give the step in which a field of an Entry is asked for, None where none does."""
    spoken = [step for step in structure.steps if step.kind in {StepKind.ROUND, StepKind.FLOOR}]
    own = (step for step in spoken if step.bruker_comment or step.kind is StepKind.FLOOR)
    return next(own if name == "comment" else (step for step in spoken if name in step.asks), None)


def _rounds(structure: Structure) -> list[Step]:
    return [step for step in structure.steps if step.kind is StepKind.ROUND]
