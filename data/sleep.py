"""That the machine slept in the middle of a meeting."""

from __future__ import annotations

from data.part import Part


class Sleep(Part, frozen=True):
    """That the machine slept in the meeting, for some `seconds` from the instant `at`.

    `counted` says whether the leader wanted the time to count, in the plan as in the steps.
    """

    at: float
    seconds: float
    counted: bool
