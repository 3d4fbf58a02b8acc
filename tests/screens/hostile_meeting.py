"""A meeting in which every text is hostile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from data.clean import clean_line
from data.demo import demo_meeting
from data.instants import local
from data.meeting import BRUKER, GROUP, Meeting
from data.part import Value
from data.text import Line, Prose
from tests.screens.holding_a_meeting import NINE
from tests.screens.hostile import marked


def hostile_meeting(payloads: Sequence[str]) -> Meeting:
    """Give a meeting in which every text says one of `payloads`, a payload for each in a list."""
    plain = demo_meeting(local(NINE).replace(tzinfo=None))
    speakers = [f"p{number}" for number in range(1, len(payloads) + 1)]
    values = {
        **plain.as_plain(),
        "participants": [{"id": who, "bruker": who == "p1", "attendance": "møtt"} for who in speakers],
        "consents": [{"id": clean_line(marked(payload)), "state": "skriftlig"} for payload in payloads],
        "agenda": [{"id": f"s{number}"} for number in range(1, len(payloads) + 1)],
        "goals": [{"id": f"M{number}"} for number in range(1, len(payloads) + 1)],
        "tiltak": [
            {"id": f"T{number}", "goal": "M1", "when": "2026-12-01", "carried": number % 2 == 0}
            for number in range(1, len(payloads) + 1)
        ],
        "entries": list(_entries(speakers)),
        "evaluations": [{"id": BRUKER, "score": 3}, {"id": GROUP, "score": 3}],
        "parked": [{"id": f"x{number}"} for number in range(1, len(payloads) + 1)],
        "notes": [{"id": place} for place in ("velkommen", "ordet", "tiltak", "tiltakslinje")],
    }
    return Meeting.of(filled(Meeting.of(values), payloads, 0))


def _entries(speakers: Sequence[str]) -> Iterable[dict[str, Any]]:
    for step, who in [("ordet", BRUKER), *((step, who) for step in ("runde1", "runde2") for who in speakers)]:
        yield {"id": f"{step}:{who}", "step": step, "speaker": who, "goals": ["M1", "M2"]}


def filled(value: Value, payloads: Sequence[str], number: int) -> dict[str, Any]:
    """Give a value's fields with every text from people in it replaced."""
    fields = value.as_plain()
    for name, annotation in type(value).field_types.items():
        held = getattr(value, name)
        if annotation in {Line, Prose}:
            fields[name] = marked(payloads[number % len(payloads)])
        elif isinstance(held, Value):
            fields[name] = filled(held, payloads, number)
        elif isinstance(held, tuple) and held and isinstance(held[0], Value):
            fields[name] = [filled(part, payloads, place) for place, part in enumerate(held)]
    return fields
