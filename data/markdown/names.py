"""The name under which each participant's words stand: one of their own, also among twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from data.meeting import BRUKER

BRUKER_NAME = "Brukeren"


class Named(Protocol):
    """What a participant is known by."""

    @property
    def id(self) -> str:
        """The participant's own id."""

    @property
    def name(self) -> str:
        """The participant's name."""

    @property
    def role(self) -> str:
        """The participant's role."""

    @property
    def service(self) -> str:
        """Where the participant comes from."""


def names(participants: Iterable[Named]) -> dict[str, str]:
    """Give the names by id, the BRUKER's too, no two alike.

    As `Meeting.label`, with the number in the list where that is not enough.
    """
    everyone = tuple(participants)
    twins = Counter(participant.name for participant in everyone)
    labels = [_label(participant, twins) for participant in everyone]
    alike = Counter([BRUKER_NAME, *labels])
    found = {BRUKER: BRUKER_NAME}
    taken = {BRUKER_NAME, *(label for label in labels if alike[label] == 1)}
    for number, (participant, label) in enumerate(zip(everyone, labels, strict=True), 1):
        name = label
        if alike[label] > 1 or not label:
            name = f"{label} (nr. {number})".strip()
            while name in taken:
                name += "*"
            taken.add(name)
        found[participant.id] = name
    return found


def _label(participant: Named, twins: Counter[str]) -> str:
    """Give a participant's name, with the service or role where two share it or there is none."""
    place = participant.service or participant.role
    if not participant.name:
        return place
    return f"{participant.name} ({place})" if twins[participant.name] > 1 else participant.name
