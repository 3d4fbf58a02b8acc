"""What a meeting is held to: what a profile asks for, as far as the steps of the meeting can meet it."""

from __future__ import annotations

from typing import NamedTuple

from data.checks.rule import Point, ProfileRule, Rule, Weighed
from data.checks.steps import placed
from data.profile import Profile
from data.structure import Structure


class Standard(NamedTuple):
    """A structure and a profile."""

    structure: Structure
    profile: Profile

    def weighed(self, rule: Rule | ProfileRule) -> Weighed | None:
        """Give what a finding of a rule weighs and whose rule it is; None for one that is not asked."""
        if not rule.asked_of(self.structure):
            return None
        return rule.weighed(self.profile)

    def lists(self, point: Point) -> bool:
        """Whether a point stands in the list also when nothing was found: something in it is required."""
        return point.asked_of(self.structure) and any(
            self.weighed(rule) and rule.is_required_by(self.profile) for rule in point.rules
        )

    def source(self, point: Point) -> str:
        """Give in words whose rule a point is: that of the first of its rules that is asked."""
        return next((found.source for rule in point.rules if (found := self.weighed(rule))), "")

    def placed(self, field: str) -> str:
        """Give the path of a field as the structure has it."""
        return placed(field, self.structure)
