"""What sets a drøftingsmøte apart (DOMAIN: S2): it has two sides, and it gives advice and decides nothing."""

from __future__ import annotations

from data.meeting import Kind, Meeting, Participant
from data.rounds import Side


def decides(kind: Kind) -> bool:
    """Whether a kind of meeting can agree on anything."""
    return kind is not Kind.DROFTINGSMOTE


def is_on(side: Side, meeting: Meeting, participant: Participant) -> bool:
    """Whether a round for one side is for a participant; while nobody brings a case it is for all."""
    if side is Side.ALL or not any(one.brings_case for one in meeting.participants):
        return True
    return participant.brings_case is (side is Side.BRINGERS)
