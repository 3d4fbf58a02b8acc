"""Good referats are left alone: how often a rule of language or privacy speaks up without cause, measured."""

from __future__ import annotations

from collections import Counter

from data.checks import Concern, Finding, findings
from data.checks.settling import wording
from data.checks.texts import passages
from data.meeting import Meeting
from tests.data.good_referats import good_referats

FEWEST = 30
"""The referats of the corpus."""
MOST_IN_A_THOUSAND = 3.0
"""False alarms in a thousand words."""


def alarms(meeting: Meeting) -> list[Finding]:
    """Give what is found in the words of a referat that has nothing to find."""
    return [one for one in findings(meeting) if one.kind is not Concern.REQUIRED]


def test_false_alarms_are_few() -> None:
    referats = good_referats()
    words = sum(len(passage.text.split()) for each in referats for passage in passages(each))
    found = [(one, wording(each, one)) for each in referats for one in alarms(each)]
    rules = Counter(one.rule for one, _words in found)
    spoken_up = sum(bool(alarms(each)) for each in referats)
    rate = 1000 * len(found) / words
    print(f"{len(found)} false alarms in {words} words of {len(referats)} referats: {rate:.1f} in a thousand")  # noqa: T201 - the figure
    print(f"in {spoken_up} of the referats; {dict(rules)}")  # noqa: T201 - the same
    for one, said in found:
        print(f"  {one.rule}: {said}")  # noqa: T201 - the same

    assert len(referats) >= FEWEST
    assert rate <= MOST_IN_A_THOUSAND
