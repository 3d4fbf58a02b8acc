"""How a rule is written down: a small function from a meeting to what it lacks, and whose rule it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from data.checks.finding import Concern, Severity, Words
from data.checks.texts import AT_ONCE
from data.language import _
from data.meeting import Meeting
from data.profile import Krav, Origin, Profile
from data.structure import Structure

MISSING = Severity.MISSING
CONSIDER = Severity.CONSIDER

BTI = "BTI-kommunen: fem slags tverrfaglige møter"
PRIVACY = "Offentlige råd om personvern"
OWN = "Programmets egen kontroll"


class Lack(NamedTuple):
    """What a rule found: the field's path, what to say in the user's language, and the words meant."""

    field: str
    message: str
    words: Words | None = None


Lacks = Iterator[Lack]
Asked = Callable[[Structure], bool]
"""Whether the meetings of a structure are asked for something."""


def every_meeting(structure: Structure) -> bool:
    """Give that every meeting is asked, whatever its steps."""
    del structure
    return True


class Weighed(NamedTuple):
    """What a finding of a rule weighs under a profile, and whose rule it is, in words."""

    severity: Severity
    source: str


class Rule(NamedTuple):
    """One rule: its stable id, what a finding weighs at the most, whose rule it is, and how to find it.

    `whose` names what a profile may ask a referat to hold, for the profile to say whose rule it is; or it
    is the source itself of what is asked under every profile. `asked_of` says which meetings it is for,
    by their structure.
    """

    id: str
    severity: Severity
    whose: Krav | str
    lacks: Callable[[Meeting], Lacks]
    asked_of: Asked = every_meeting

    def weighed(self, profile: Profile) -> Weighed | None:
        """Give what a finding weighs under a profile, None where the profile does not ask."""
        if not isinstance(self.whose, Krav):
            return Weighed(self.severity, _(self.whose))
        if origin := profile.required.get(self.whose):
            return Weighed(self.severity, origin.source)
        origin = profile.advised.get(self.whose)
        return Weighed(CONSIDER, origin.source) if origin else None

    def is_required_by(self, profile: Profile) -> bool:
        """Whether what this rule finds to be missing is required: by a profile, or by the meeting's form."""
        by_its_form = not isinstance(self.whose, Krav) and self.asked_of is not every_meeting
        return self.severity is MISSING and (by_its_form or self.whose in profile.required)

    def find(self, meeting: Meeting, profile: Profile) -> Lacks:
        """Give what a meeting lacks."""
        del profile
        return self.lacks(meeting)


def rule_of_words(rule_id: str, source: str, lacks: Callable[[Meeting], Lacks]) -> Rule:
    """Give a rule of words, worth a thought at the most.

    What it found is remembered while a meeting stands as it is: a screen asks time and again, and
    every profile asks the same.
    """

    @lru_cache(AT_ONCE)
    def found(meeting: Meeting) -> tuple[Lack, ...]:
        return tuple(lacks(meeting))

    return Rule(rule_id, CONSIDER, source, lambda meeting: iter(found(meeting)))


class ProfileRule(NamedTuple):
    """A rule whose numbers or words a profile sets; what it finds is worth a thought.

    `whose` gives whose rule it is in a profile, None where the profile has none of the kind.
    """

    id: str
    whose: Callable[[Profile], Origin | None]
    lacks: Callable[[Meeting, Profile], Lacks]
    asked_of: Asked = every_meeting

    def weighed(self, profile: Profile) -> Weighed | None:
        """Give what a finding weighs under a profile, None where the profile does not ask."""
        origin = self.whose(profile)
        return Weighed(CONSIDER, origin.source) if origin else None

    def is_required_by(self, profile: Profile) -> bool:
        """Give that nothing of the kind is required."""
        del profile
        return False

    def find(self, meeting: Meeting, profile: Profile) -> Lacks:
        """Give what a meeting lacks."""
        return self.lacks(meeting, profile)


class Point(NamedTuple):
    """A line of the list people read, with the rules under it.

    `title` (bokmål, translated when it is shown) stands second, so that the extraction of texts can
    take it by place. `field` is where the requirement is met. A point is always listed where a profile
    requires something of its rules; else, and where the structure has no step to meet it (`asked_of`),
    only when something was found.
    """

    rule: str
    title: str
    field: str
    rules: tuple[Rule | ProfileRule, ...]
    kind: Concern = Concern.REQUIRED
    asked_of: Asked = every_meeting
