"""What a date typed in Norwegian means, with what the typist should know about it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from data.dates.public_days import eve_name, holiday_names
from data.language import _

_LONGEST_PHRASE = 60
_MORNING = dt.time(6)


class Understood(NamedTuple):
    """A date, a time where one was given, and short remarks in bokmål, what matters most first.

    A remark says that the date has been, how an open phrase was taken, or that it is a weekend, a
    holiday, or at night.
    """

    date: dt.date
    time: dt.time | None = None
    remarks: tuple[str, ...] = ()


def understand(phrase: str, today: dt.date) -> Understood | None:
    """Give what a phrase means as seen from today; None where it means nothing, or not one thing.

    A wrong date is worse than none. School holidays other than Christmas and Easter differ between
    municipalities, so no phrase about them is understood. Never raises.
    """
    from data.dates.phrases import read_phrase  # noqa: PLC0415 - the grammar waits for the first date typed

    if len(phrase) > _LONGEST_PHRASE:
        return None
    try:
        (date, note), time = read_phrase(phrase, today)
    except (ValueError, OverflowError):
        return None
    return Understood(date, time, tuple(_remarks(date, time, note, today)))


def is_date_word(word: str) -> bool:
    """Tell whether a word is one that dates are made of, so that no run of words is tried in vain."""
    from data.dates.phrases import tokens_of  # noqa: PLC0415 - the grammar waits for the first date typed

    return bool(tokens_of(word))


def _remarks(date: dt.date, time: dt.time | None, note: str, today: dt.date) -> list[str]:
    """Give what the typist should know about a date."""
    remarks = [_("har vært")] if date < today else []
    if note:
        remarks.append(note)
    if date.weekday() >= 5:
        remarks.append(_("lørdag") if date.weekday() == 5 else _("søndag"))
    remarks += holiday_names(date)
    if eve := eve_name(date):
        remarks.append(eve)
    if time is not None and time < _MORNING:
        remarks.append(_("om natten"))
    return remarks
