"""An interpreter takes part: all is said twice, so speaking times get a factor (DOMAIN section 7)."""

from __future__ import annotations

from data.acts import round_set, several
from data.changes import Change, Set, Wish
from data.language import _
from data.meeting import Meeting
from data.rounds import WITHOUT_INTERPRETER, set_limits, times


def interpret(factor: float) -> Wish:
    """Let speaking times be multiplied by a factor, 1 for nobody who interprets.

    The limits of rounds that have begun are set over, so that it counts from the next word.
    """

    def ask(meeting: Meeting) -> Change | None:
        if factor == meeting.interpreter:
            return None
        by = factor / meeting.interpreter
        paced = [(one, set_limits(one, times(one.soft, by), times(one.firm, by))) for one in meeting.rounds]
        limits = [round_set(before, after) for before, after in paced if after != before]
        return several(Set(path="interpreter", value=factor), *limits)

    return ask


def interpreter_words(meeting: Meeting) -> str:
    """Give that somebody interprets and the factor, in two words; "" where nobody does."""
    if meeting.interpreter == WITHOUT_INTERPRETER:
        return ""
    return _("tolk × {factor}").format(factor=f"{meeting.interpreter:g}".replace(".", ","))
