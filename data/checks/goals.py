"""Rules for the goals: each has its words and its conclusion."""

from __future__ import annotations

from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Meeting, Verdict


def without_conclusion(meeting: Meeting) -> Lacks:
    """Find goals without a conclusion, and a meeting without goals.

    A verdict is a conclusion, and so are words of one's own.
    """
    if not meeting.goals:
        yield Lack("goals", _("Ingen mål står i referatet. Skriv målene gruppa arbeider mot."))
    for goal in meeting.goals:
        if goal.verdict is None and not goal.conclusion:
            yield Lack(
                f"goals/{goal.id}/conclusion",
                _("{goal} mangler konklusjon. Er målet på vei, nådd, nytt, eller skal det justeres?").format(
                    goal=goal.text or goal.id
                ),
            )


def without_words(meeting: Meeting) -> Lacks:
    """Find goals that are only a number."""
    for goal in meeting.goals:
        if not goal.text:
            yield Lack(
                f"goals/{goal.id}/text",
                _("{goal} har ingen tekst. Skriv hva målet er.").format(goal=goal.id),
            )


def adjusted_how(meeting: Meeting) -> Lacks:
    """Find goals to be adjusted, of which it is not said how."""
    for goal in meeting.goals:
        if goal.verdict is Verdict.ADJUST and not goal.conclusion:
            yield Lack(
                f"goals/{goal.id}/conclusion",
                _("{goal} skal justeres. Skriv hvordan.").format(goal=goal.text or goal.id),
            )


def closed_too_soon(meeting: Meeting) -> Lacks:
    """Find a group that is closed though a goal is not reached; a group ends when its goals are met."""
    short = any(goal.verdict is not Verdict.REACHED for goal in meeting.goals)
    if meeting.next_meeting.closed and short:
        yield Lack(
            "next_meeting/closed",
            _("Gruppa avsluttes, men ikke alle mål står som nådd. Stemmer det?"),
        )
