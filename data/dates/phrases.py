"""The reading of a phrase: its words, its time of day, and the date by the grammar."""

from __future__ import annotations

import datetime as dt

from data.dates.clock import clock
from data.dates.found import Found, NotADateError, require
from data.dates.grammar import find
from data.dates.words import UNKNOWN, Token, tokens
from data.text import clean_line

_MONTHS = 12


def read_phrase(phrase: str, today: dt.date) -> tuple[Found, dt.time | None]:
    """Give the date and time of a phrase; raises ValueError or OverflowError where there is none."""
    words = tokens_of(phrase)
    require(bool(words))
    rest, time = _take_clock(words)
    return find(rest, today), time


def tokens_of(phrase: str) -> list[Token]:
    """Give the tokens of a phrase as typed; none when one of its words is of no date."""
    words = tokens(clean_line(phrase).lower().replace(",", " "))
    return [] if UNKNOWN in words else words


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
