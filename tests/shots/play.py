"""What the pictures are of: a meeting, what is around it, and meetings of other structures."""

from __future__ import annotations

from tests.shots import around, meeting, mishaps, structures
from tests.shots.hands import Hands


def play(hands: Hands) -> None:
    """Play all there are pictures of, from an empty home to the end of the program."""
    around.nothing_yet(hands)
    meeting.lead(hands)
    around.groups(hands)
    around.afterwards(hands)
    around.between(hands)
    structures.drofting(hands)
    structures.kafjord(hands)
    structures.crowded(hands)
    mishaps.long_archive(hands)
    hands.press("ctrl+q")
