"""Rules for the saksliste: its items, and what was concluded on each."""

from __future__ import annotations

from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Meeting


def without_items(meeting: Meeting) -> Lacks:
    """Find a referat without a saksliste."""
    if not meeting.agenda:
        yield Lack("agenda", _("Sakslisten står ikke. Skriv sakene møtet tok opp."))


def without_conclusion(meeting: Meeting) -> Lacks:
    """Find items of which it is not said what was concluded."""
    for item in meeting.agenda:
        if not item.conclusion:
            yield Lack(
                f"agenda/{item.id}/conclusion",
                _("Saken «{title}» mangler konklusjon. Skriv hva dere kom fram til.").format(
                    title=item.title or item.id
                ),
            )
