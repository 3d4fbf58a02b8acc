"""The good referats of the corpus, as meetings."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.meeting import Attendance, Entry, Goal, Level, Meeting, Participant, Tiltak, entry_id

CORPUS = Path(__file__).parent / "language" / "corpus.toml"


def good_referats() -> tuple[Meeting, ...]:
    """Give the made-up referats that say everything as the rules ask for."""
    told = tomllib.loads(CORPUS.read_text("utf-8"))["referat"]
    return tuple(_meeting(number, each) for number, each in enumerate(told, 1))


def _meeting(number: int, told: dict[str, Any]) -> Meeting:
    people = tuple(_participants(told["deltakere"]))
    ids = {person.name: person.id for person in people}
    return Meeting(
        id=f"god-{number}",
        group=f"GOD-{number}",
        date=dt.date(2026, 11, 24),
        purpose=told["hensikt"],
        participants=people,
        goals=tuple(_goals(told["maal"])),
        entries=tuple(_entries(told["sagt"], ids)),
        summary=told["oppsummering"],
        tiltak=tuple(
            Tiltak(id=f"T{n}", what=what, who=who, when=dt.date(2026, 12, 4), goal="M1", level=Level.PERSON)
            for n, (what, who) in enumerate(told["tiltak"], 1)
        ),
    )


def _participants(told: list[str]) -> Iterator[Participant]:
    for number, line in enumerate(told, 1):
        name, role, service = (part.strip() for part in line.split(","))
        yield Participant(
            id=f"p{number}",
            name=name,
            role=role,
            service=service,
            bruker=not service,
            attendance=Attendance.MET,
        )


def _goals(told: list[str]) -> Iterator[Goal]:
    for number, line in enumerate(told, 1):
        text, _colon, conclusion = line.partition(": ")
        yield Goal(id=f"M{number}", text=text, conclusion=conclusion)


def _entries(told: list[list[str]], ids: dict[str, str]) -> Iterator[Entry]:
    for name, progress, challenge, contribution in told:
        speaker = ids[name]
        first, second = entry_id("runde1", speaker), entry_id("runde2", speaker)
        yield Entry(id=first, step="runde1", speaker=speaker, progress=progress, challenge=challenge)
        yield Entry(id=second, step="runde2", speaker=speaker, contribution=contribution)
