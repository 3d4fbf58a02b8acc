"""What a rule of the grammar gives, and how it refuses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from data.language import _

_NEARLY_A_YEAR = dt.timedelta(days=270)


class NotADateError(ValueError):
    """The words name no date, or more than one."""


class Found(NamedTuple):
    """A date, and in bokmål how the words were taken where that could be otherwise."""

    date: dt.date
    note: str = ""


Rule = Callable[..., Found]
"""Takes today, then the values that stand in the phrase as text, in their order."""


def next_one(date: dt.date, today: dt.date, note: str = "") -> Found:
    """Give the next day of a kind that comes once a year; a far one is said to be far."""
    far = _("nesten et år til") if date - today > _NEARLY_A_YEAR else ""
    return Found(date, ", ".join(filter(None, (note, far))))


def require(condition: bool) -> None:
    """Refuse the words unless a condition holds; raises NotADateError."""
    if not condition:
        raise NotADateError
