"""The grammar of Norwegian dates: which phrases there are, and the rule that each goes to.

A phrase is looked up by the signs of its words (see `data.dates.words`). In the tables a sign in
square brackets may be left out.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import product

from data.dates import days, feasts, periods, weekdays
from data.dates.found import Found, NotADateError, Rule, require
from data.dates.public_days import easter, working_day_before
from data.dates.words import Token, shape, values
from data.language import _

Table = dict[str, Rule]

_NUMBERED_DAYS: Table = {
    "N . N [.]": days.day_and_month,
    "N / N": days.day_and_month,
    "N [.] M": days.day_and_month,
    "O M": days.day_and_month,
    "N . N . N": days.day_month_and_short_year,
    "N / N / N": days.day_month_and_short_year,
    "N . N . Y": days.day_month_and_year,
    "N / N / Y": days.day_month_and_year,
    "N - N - Y": days.day_month_and_year,
    "N [.] M Y": days.day_month_and_year,
    "O M Y": days.day_month_and_year,
    "Y - N - N": days.year_month_and_day,
}

_DAYS_OF_MONTH: Table = {"N [.]": days.day_of_month, "O": days.day_of_month}
"""Only after "den": a number alone could be anything."""

_DAYS_OF_MONTH_DOTTED: Table = {"N .": days.day_of_month}
"""After a weekday too, with the full stop: "fredag 14" could be an hour."""

_POINTS: Table = {
    "i dag": days.same_day,
    "i kveld": days.same_day,
    "i morgen": days.tomorrow,
    "[i] overmorgen": days.day_after_tomorrow,
    "i går": days.yesterday,
    "om N dag": days.in_days,
    "om N uke": days.in_weeks,
    "om N måned": days.in_months,
    "om N år": days.in_years,
    "om [N] halvt år": days.in_half_a_year,
    "om [N] halvår": days.in_half_a_year,
    "D": weekdays.coming,
    "kommende D": weekdays.coming,
    "D kommende": weekdays.coming,
    "neste D": weekdays.next_weekday,
    "denne D": weekdays.of_this_week,
    "D [i] denne uke": weekdays.of_this_week,
    "[i] denne uke [på] D": weekdays.of_this_week,
    "D [i] neste uke": weekdays.of_next_week,
    "[i] neste uke [på] D": weekdays.of_next_week,
    "D [i] uke N": weekdays.of_week,
    "D [i] uke N Y": weekdays.of_week,
    "[i] uke N [på] D": weekdays.of_week_first,
    "D om N uke": weekdays.in_weeks_on,
    "D om N dag": weekdays.in_days_on,
    "O D i M": weekdays.first_of_month,
    "O D i M Y": weekdays.first_of_month,
    "siste D i M": weekdays.last_of_month,
    "[kristi] F": feasts.feast,
    "lille F": feasts.little_christmas_eve,
    "st hansaften": feasts.midsummer_eve,
    "nyttårsdag": feasts.new_years_day,
    "O juledag": feasts.numbered(lambda year: dt.date(year, 12, 25)),
    "N . juledag": feasts.numbered(lambda year: dt.date(year, 12, 25)),
    "O påskedag": feasts.numbered(easter),
    "N . påskedag": feasts.numbered(easter),
    "O pinsedag": feasts.numbered(feasts.pentecost),
    "N . pinsedag": feasts.numbered(feasts.pentecost),
    "O nyttårsdag": feasts.numbered(lambda year: dt.date(year, 1, 1)),
}

_SPANS: Table = {
    "[i] uke N": periods.week,
    "[i] uke N Y": periods.week,
    "[i] denne uke": periods.this_week,
    "[i] neste uke": periods.next_week,
    "[i] denne måned": periods.this_month,
    "[i] neste måned": periods.next_month,
    "i M": periods.month,
    "i M Y": periods.month,
    "før uke N": periods.before_week,
    "før M": periods.before_month,
    "før S": feasts.before_season,
    "innen S": feasts.before_season,
    "etter S": feasts.after_season,
    "over S": feasts.after_season,
}

_ENDS: Table = {
    "uke": periods.this_week,
    "denne uke": periods.this_week,
    "neste uke": periods.next_week,
    "uke N": periods.week,
    "måned": periods.this_month,
    "denne måned": periods.this_month,
    "neste måned": periods.next_month,
    "M": periods.month,
    "M Y": periods.month,
    "år": periods.this_year,
}
"""What may stand after "i slutten av", "i løpet av" and "utgangen av"."""

_BEFORE_THE_END = frozenset({"i", "ved", "innen", "mot", "senest"})
_BEFORE_A_POINT = frozenset({"på", "nå", "til", "innen", "senest"})


def find(phrase: list[Token], today: dt.date) -> Found:
    """Give the date a phrase without a time of day names; raises ValueError where it names none."""
    signs = shape(phrase)
    if rule := _written_out("spans").get(signs):
        return rule(today, *values(phrase))
    if "slutten av " in signs:
        return _end(phrase, today)
    if signs.startswith("senest "):
        return find(phrase[1:], today)
    return _point(phrase, today)


def _end(phrase: list[Token], today: dt.date) -> Found:
    """Give the date of "i slutten av …": the last working day of what follows."""
    if phrase[0][0] in _BEFORE_THE_END:
        return _end(phrase[1:], today)
    require(shape(phrase[:2]) == "slutten av")
    return _by("ends", phrase[2:], today)


def _point(phrase: list[Token], today: dt.date) -> Found:
    """Give the date of a phrase that names one day."""
    if rule := _written_out("points").get(shape(phrase)):
        return rule(today, *values(phrase))
    require(len(phrase) > 1)
    first, rest = phrase[0], phrase[1:]
    if first[0] in _BEFORE_A_POINT:
        return _point(rest, today)
    if first[0] == "den":
        return _by("after den", rest, today)
    if first[0] == "før":
        return Found(working_day_before(_point(rest, today).date), _("siste arbeidsdag før"))
    require(first[0] == "D")
    return _on_weekday(int(first[1]), rest, today)


def _on_weekday(weekday: int, rest: list[Token], today: dt.date) -> Found:
    """Give the date after a weekday, which must be that weekday."""
    found = _point(rest, today) if rest[0][0] == "den" else _by("after weekday", rest, today)
    require(found.date.weekday() == weekday)
    return found


def _by(table: str, phrase: list[Token], today: dt.date) -> Found:
    """Give the date by the rule that one table has for a phrase."""
    rule = _written_out(table).get(shape(phrase))
    if not rule:
        raise NotADateError
    return rule(today, *values(phrase))


@cache
def _written_out(name: str) -> Table:
    """Give a table with every choice in square brackets written out, made when first needed."""
    table = {
        "spans": _SPANS,
        "ends": _ENDS,
        "points": _POINTS | _NUMBERED_DAYS,
        "after den": _NUMBERED_DAYS | _DAYS_OF_MONTH,
        "after weekday": _NUMBERED_DAYS | _DAYS_OF_MONTH_DOTTED,
    }[name]
    return {signs: rule for pattern, rule in table.items() for signs in _choices(pattern)}


def _choices(pattern: str) -> list[str]:
    """Give a pattern with each sign in square brackets and without it."""
    parts = [(sign[1:-1], "") if sign.startswith("[") else (sign,) for sign in pattern.split()]
    return [" ".join(filter(None, choice)) for choice in product(*parts)]
