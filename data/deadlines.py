"""What is due in a group, by when, and by which rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from data.group import Group, GroupKind
from data.language import _
from data.meeting import GIVEN, Status

REFERAT_DAYS = 14
"""Days from a meeting until its referat is done (S3); Kåfjord has 7 (S4)."""

INNKALLING_DAYS = 7
"""Days before a meeting by which innkalling and saksliste are out (S4; from 7 to 14 in S0)."""

MEETINGS_A_YEAR = 2
"""Meetings that an ansvarsgruppe has in a year at the least (S3)."""

_TIME_FOR_REFERAT = dt.timedelta(days=REFERAT_DAYS)


class Rule(StrEnum):
    """What sets a deadline. The value is its stable name for other programs."""

    TILTAK = "tiltak"
    TILTAK_EVALUATION = "evaluering"
    REFERAT = "referat"
    REMARKS = "merknader"
    INNKALLING = "innkalling"
    CONSENT = "samtykke"
    GROUP_EVALUATION = "årlig evaluering"
    MEETINGS = "møter i året"


class Deadline(NamedTuple):
    """Something that is due. `number` is the tiltak's, or names the service whose consent runs out.

    `words` are people's own about it, "" where there are none. `path` is the file it is about, and
    `place` where in it ("tiltak/T14").
    """

    due: dt.date
    rule: Rule
    group: str
    number: str
    words: str
    path: Path
    place: str = ""

    def days_left(self, today: dt.date) -> int:
        """Give the days that are left; below zero when it is overdue."""
        return (self.due - today).days


class Held(NamedTuple):
    """What deadlines ask of a meeting's document."""

    date: dt.date | None
    status: str
    path: Path
    remarks_until: dt.date | None = None


def rule_title(rule: Rule) -> str:
    """Give in two or three words what is to be done."""
    titles = {
        Rule.TILTAK: _("Tiltak"),
        Rule.TILTAK_EVALUATION: _("Evaluere tiltak"),
        Rule.REFERAT: _("Referat klart"),
        Rule.REMARKS: _("Merknader inne"),
        Rule.INNKALLING: _("Innkalling ut"),
        Rule.CONSENT: _("Samtykke går ut"),
        Rule.GROUP_EVALUATION: _("Evaluere gruppen"),
        Rule.MEETINGS: _("Holde møte"),
    }
    return titles[rule]


def rule_words(rule: Rule) -> str:
    """Give in words what a rule asks for, and whose rule it is."""
    words = {
        Rule.TILTAK: _("Frist for tiltaket, avtalt i møtet"),
        Rule.TILTAK_EVALUATION: _("Tiltaket skal evalueres, avtalt i møtet"),
        Rule.REFERAT: _("Referatet er klart innen {n} dager (Ilag)").format(n=REFERAT_DAYS),
        Rule.REMARKS: _("Fristen for merknader til referatet"),
        Rule.INNKALLING: _("Innkalling og saksliste er ute {n} dager før (Sel, Kåfjord)").format(
            n=INNKALLING_DAYS
        ),
        Rule.CONSENT: _("Samtykket går ut"),
        Rule.GROUP_EVALUATION: _("Ansvarsgruppen evalueres hvert år (Ilag)"),
        Rule.MEETINGS: _("Ansvarsgruppen møtes minst {n} ganger i året (Ilag)").format(n=MEETINGS_A_YEAR),
    }
    return words[rule]


def days_words(days: int) -> str:
    """Say how long it is to a day, or how long it has been over."""
    if days == 0:
        return _("i dag")
    if days == 1:
        return _("i morgen")
    if days > 0:
        return _("om {n} dager").format(n=days)
    return _("1 dag over") if days == -1 else _("{n} dager over").format(n=-days)


def deadlines(group: Group, file: Path, meetings: Sequence[Held], today: dt.date) -> list[Deadline]:
    """Give what is due in a group, the first first; nothing once it has ended.

    `file` is the group's own, `meetings` are the documents of its meetings.
    """
    if group.is_closed:
        return []
    found = [
        *_of_tiltak(group, file),
        *_of_consents(group, file),
        *_of_referats(group, meetings, today),
        *_of_innkallinger(group, file, meetings, today),
    ]
    if group.kind is GroupKind.ANSVARSGRUPPE:
        found += _of_the_year(group, file, meetings)
    return sorted(found, key=lambda one: (one.due, one.rule, one.number))


def _of_tiltak(group: Group, file: Path) -> Iterator[Deadline]:
    """Give the deadlines of the tiltak that are not finished, and the days they are to be evaluated."""
    for tiltak in group.unfinished:
        dates = {Rule.TILTAK: tiltak.when, Rule.TILTAK_EVALUATION: tiltak.evaluated}
        for rule, due in dates.items():
            if due:
                place = f"tiltak/{tiltak.id}"
                yield Deadline(due, rule, group.alias, tiltak.id, tiltak.what, file, place)


def _of_consents(group: Group, file: Path) -> Iterator[Deadline]:
    """Give when the consents that were given run out."""
    for one in group.consents:
        if one.until and one.state in GIVEN:
            yield Deadline(one.until, Rule.CONSENT, group.alias, one.id, "", file, f"consents/{one.id}")


def _of_referats(group: Group, meetings: Iterable[Held], today: dt.date) -> Iterator[Deadline]:
    """Give when the referats of meetings held are to be done, and when remarks are to be in."""
    for held in meetings:
        if held.status == Status.TIL_MERKNAD and held.remarks_until:
            yield Deadline(held.remarks_until, Rule.REMARKS, group.alias, "", "", held.path)
        elif held.date and held.date <= today and held.status in {Status.UTKAST, Status.REFERAT}:
            due = min(held.date, dt.date.max - _TIME_FOR_REFERAT) + _TIME_FOR_REFERAT
            yield Deadline(due, Rule.REFERAT, group.alias, "", "", held.path)


def _of_innkallinger(
    group: Group, file: Path, meetings: Iterable[Held], today: dt.date
) -> Iterator[Deadline]:
    """Give when the innkallinger of meetings that are planned, and have none, are to be out."""
    called = {held.date for held in meetings}
    for planned in group.plan:
        if planned.date and planned.date >= today and planned.date not in called:
            due = planned.date - dt.timedelta(days=INNKALLING_DAYS)
            yield Deadline(due, Rule.INNKALLING, group.alias, "", planned.theme, file, f"plan/{planned.id}")


def _of_the_year(group: Group, file: Path, meetings: Iterable[Held]) -> Iterator[Deadline]:
    """Give when the group is to be evaluated, and when it is to have met."""
    if since := group.evaluated or group.created:
        yield Deadline(_a_year_after(since), Rule.GROUP_EVALUATION, group.alias, "", "", file)
    days = sorted(held.date for held in meetings if held.date and held.status != Status.INNKALLING)
    since = days[-MEETINGS_A_YEAR] if len(days) >= MEETINGS_A_YEAR else group.created
    if since:
        due = _a_year_after(since)
        ahead = [*(one.date for one in group.plan), *(held.date for held in meetings)]
        if not any(day and day > max([*days, since]) and day <= due for day in ahead):
            yield Deadline(due, Rule.MEETINGS, group.alias, "", "", file)


def _a_year_after(day: dt.date) -> dt.date:
    """Give the same day a year later; 28 February for the 29th."""
    year = min(day.year + 1, dt.MAXYEAR)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
