"""What a date typed in Norwegian means, with what the typist should know about it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from data.dates.clock import clock
from data.dates.found import NotADateError
from data.dates.grammar import find
from data.dates.public_days import eve_name, holiday_names
from data.dates.words import UNKNOWN, Token, tokens
from data.language import _
from data.text import clean_line

_LONGEST_PHRASE = 60
_MORNING = dt.time(6)
_MONTHS = 12


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
    if len(phrase) > _LONGEST_PHRASE:
        return None
    words = tokens(clean_line(phrase).lower().replace(",", " "))
    if not words or UNKNOWN in words:
        return None
    try:
        rest, time = _take_clock(words)
        date, note = find(rest, today)
    except (ValueError, OverflowError):
        return None
    return Understood(date, time, tuple(_remarks(date, time, note, today)))


def is_date_word(word: str) -> bool:
    """Tell whether a word is one that dates are made of, so that no run of words is tried in vain."""
    return UNKNOWN not in tokens(clean_line(word).lower().replace(",", " "))


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


def _take_clock(words: list[Token]) -> tuple[list[Token], dt.time | None]:
    """Give the words without the time of day, and the time; raises ValueError where it is none."""
    signs = [sign for sign, _value in words]
    if "kl" in signs:
        start = signs.index("kl")
        return _cut(words, start, start + 1)
    if ":" in signs:
        start = signs.index(":") - 1
        return _cut(words, max(start, 0), max(start, 0))
    if _ends_in_clock(words):
        return _cut(words, len(words) - 3, len(words) - 3)
    return words, None


def _cut(words: list[Token], start: int, hour: int) -> tuple[list[Token], dt.time]:
    """Cut out the words from `start` to the end of the time whose hour stands at `hour`."""
    end = hour + 1
    if [sign for sign, _value in words[end : end + 2]] in ([".", "N"], [":", "N"]):
        end += 2
    time = clock("".join(value or sign for sign, value in words[hour:end]))
    if time is None or words[hour][0] not in {"N", "Y"}:
        raise NotADateError
    rest = words[:start] + words[end:]
    ends_in_dot = end == len(words) - 1 and words[end][0] == "."
    return (rest[:-1] if ends_in_dot else rest), time


def _ends_in_clock(words: list[Token]) -> bool:
    """Tell whether a phrase ends in a time like "9.30" that can be no day and month."""
    *before, hour, dot, minute = words if len(words) > 3 else [UNKNOWN] * 3
    if (hour[0], dot[0], minute[0]) != ("N", ".", "N") or len(minute[1]) != 2:
        return False
    return before[-1][0] != "." and not 1 <= int(minute[1]) <= _MONTHS
