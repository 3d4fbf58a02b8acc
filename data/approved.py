"""An approved referat: its text stays, and only corrections are added to it."""

from __future__ import annotations

from data.errors import MalstyrtError
from data.language import _
from data.meeting import Meeting, Status


class ApprovedError(MalstyrtError):
    """A change would alter the text of an approved referat."""

    def __init__(self) -> None:
        super().__init__(
            _("Referatet er godkjent"),
            _("Teksten står som den er. En rettelse legges til i referatet, med navn og dato."),
        )


def text_stays(before: Meeting, after: Meeting) -> bool:
    """Whether a change lets an approved referat stand: nothing but corrections comes to it.

    A correction is added, never silent (DOMAIN section 3), so one that is made stays too.
    """
    if before.status is not Status.GODKJENT:
        return True
    made = len(before.corrections)
    unchanged = after.having({"corrections": before.corrections})
    return unchanged == before and after.corrections[:made] == before.corrections
