"""The made-up meeting that is led, made to hold all that a referat must."""

from __future__ import annotations

from data.changes import Add, Change, Remove, Set, Several
from data.live import Ask
from data.meeting import Meeting
from tests.data.complete_meeting import complete_meeting

FILLED = {
    name: value
    for name, value in complete_meeting().as_plain().items()
    if name in {"participants", "approval", "agenda", "goals", "entries", "tiltak", "evaluations"}
    or name in {"next_meeting", "place", "minute_taker", "purpose"}
}


def all_is_in_place() -> list[Ask]:
    """Let the meeting hold all that a referat must."""

    def everything(meeting: Meeting) -> Change:
        return Several(
            changes=(
                *(Remove(path=f"{parts}/{part.id}") for parts in LISTS for part in getattr(meeting, parts)),
                *(Add(path=parts, part=part) for parts in LISTS for part in FILLED[parts]),
                *(Set(path=path, value=FILLED[path]) for path in FILLED if path not in LISTS),
            )
        )

    return [everything]


LISTS = ("participants", "consents", "agenda", "goals", "entries", "tiltak", "evaluations")
FILLED["consents"] = []
