"""The body of each kind of step, loaded when it is first shown."""

from __future__ import annotations

from importlib import import_module

from data.structure import REFERAT, StepKind
from screens.desk import Desk
from screens.steps.body import StepBody

_MODULES = {
    StepKind.OPENING: ("opening", "Opening"),
    StepKind.FLOOR: ("floor", "FloorBody"),
    StepKind.ROUND: ("round", "RoundBody"),
    StepKind.STATUS: ("status", "StatusBody"),
    StepKind.SUMMARY: ("summary", "Summary"),
    StepKind.TILTAK: ("tiltak", "TiltakBody"),
    StepKind.EVALUATION: ("evaluation", "EvaluationBody"),
    StepKind.ITEMS: ("items", "ItemsBody"),
    StepKind.NEXT_MEETING: ("next_meeting", "NextMeetingBody"),
    REFERAT: ("referat", "ReferatBody"),
}


def body_for(place: str, desk: Desk) -> StepBody:
    """Make the body that shows a step, or the referat."""
    step = desk.structure.step(place)
    module, name = _MODULES[step.kind if step else REFERAT]
    body: type[StepBody] = getattr(import_module(f"screens.steps.{module}"), name)
    return body(place, desk)
