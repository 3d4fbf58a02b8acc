"""What is due in a group, by when, and by which rule."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from data.group import Group, GroupKind
from data.language import _, ngettext
from data.meeting import GIVEN, Status
from data.profile import Limit, Profile


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
    `place` where in it ("tiltak/T14"). `profile` has the rules of the group.
    """

    due: dt.date
    rule: Rule
    group: str
    number: str
    words: str
    path: Path
    profile: Profile
    place: str = ""

    def days_left(self, today: dt.date) -> int:
        """Give the days that are left; below zero when it is overdue."""
        return (self.due - today).days

    def is_near(self, today: dt.date) -> bool:
        """Whether it is overdue, or due within the days that its profile gives notice."""
        return self.days_left(today) <= (self.profile.number(Limit.NOTICE) or 0)

    @property
    def source(self) -> str:
        """Whose rule sets it, in full; "" for what was agreed."""
        bound = self.profile.limits.get(LIMITS[self.rule]) if self.rule in LIMITS else None
        return bound.origin.source if bound else ""


class Held(NamedTuple):
    """What deadlines ask of a meeting's document; `path` of one that something is still to be done with."""

    date: dt.date | None
    status: str
    path: Path = Path()
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


LIMITS = {
    Rule.REFERAT: Limit.REFERAT,
    Rule.INNKALLING: Limit.AGENDA,
    Rule.GROUP_EVALUATION: Limit.EVALUATIONS,
    Rule.MEETINGS: Limit.MEETINGS,
}
"""The number of the profile that a rule goes by; the others go by what was agreed."""


def rule_words(rule: Rule, profile: Profile) -> str:
    """Give in words what a rule of a profile asks for, and whose rule it is."""
    bound = profile.limits.get(LIMITS[rule]) if rule in LIMITS else None
    n = bound.number if bound else 0
    words = {
        Rule.TILTAK: _("Frist for tiltaket, avtalt i møtet"),
        Rule.TILTAK_EVALUATION: _("Tiltaket skal evalueres, avtalt i møtet"),
        Rule.REFERAT: ngettext("Referatet er klart innen {n} dag", "Referatet er klart innen {n} dager", n)
        if n
        else _("Referatet er klart i møtet"),
        Rule.REMARKS: _("Fristen for merknader til referatet"),
        Rule.INNKALLING: ngettext(
            "Innkalling og saksliste er ute {n} dag før", "Innkalling og saksliste er ute {n} dager før", n
        ),
        Rule.CONSENT: _("Samtykket går ut"),
        Rule.GROUP_EVALUATION: ngettext(
            "Ansvarsgruppen evalueres hvert år", "Ansvarsgruppen evalueres {n} ganger i året", n
        ),
        Rule.MEETINGS: ngettext(
            "Ansvarsgruppen møtes minst {n} gang i året", "Ansvarsgruppen møtes minst {n} ganger i året", n
        ),
    }
    said = words[rule].format(n=n)
    return f"{said} ({bound.origin.whose})" if bound else said


def days_words(days: int) -> str:
    """Say how long it is to a day, or how long it has been over."""
    if days == 0:
        return _("i dag")
    if days == 1:
        return _("i morgen")
    if days > 0:
        return ngettext("om {n} dag", "om {n} dager", days).format(n=days)
    return ngettext("{n} dag over", "{n} dager over", -days).format(n=-days)


def deadlines(
    group: Group, file: Path, meetings: Sequence[Held], today: dt.date, profile: Profile
) -> list[Deadline]:
    """Give what is due in a group, the first first; nothing once it has ended.

    `file` is the group's own, `meetings` are the documents of its meetings, `profile` the rules that it
    follows; where those say nothing of something, it has no deadline.
    """
    if group.is_closed:
        return []
    due = _Due(group, file, meetings, profile)
    found = [*due.of_tiltak(), *due.of_consents(), *due.of_referats(today), *due.of_innkallinger(today)]
    if group.kind is GroupKind.ANSVARSGRUPPE:
        found += [*due.of_evaluations(), *due.of_meetings(today)]
    return sorted(found, key=lambda one: (one.due, one.rule, one.number))


class _Due(NamedTuple):
    """A group and its documents under a profile, asked for what is due."""

    group: Group
    file: Path
    meetings: Sequence[Held]
    profile: Profile

    def _one(self, due: dt.date, rule: Rule, number: str = "", words: str = "", place: str = "") -> Deadline:
        """Give a deadline that stands in the group's own file."""
        return Deadline(due, rule, self.group.alias, number, words, self.file, self.profile, place)

    def of_tiltak(self) -> Iterator[Deadline]:
        """Give the deadlines of the tiltak that are not finished, and the days they are to be evaluated."""
        for tiltak in self.group.unfinished:
            dates = {Rule.TILTAK: tiltak.when, Rule.TILTAK_EVALUATION: tiltak.evaluated}
            for rule, due in dates.items():
                if due:
                    yield self._one(due, rule, tiltak.id, tiltak.what, f"tiltak/{tiltak.id}")

    def of_consents(self) -> Iterator[Deadline]:
        """Give when the consents that were given run out."""
        for one in self.group.consents:
            if one.until and one.state in GIVEN:
                yield self._one(one.until, Rule.CONSENT, one.id, place=f"consents/{one.id}")

    def of_referats(self, today: dt.date) -> Iterator[Deadline]:
        """Give when the referats of meetings held are to be done, and when remarks are to be in."""
        days = self.profile.number(Limit.REFERAT)
        for held in self.meetings:
            if held.status == Status.TIL_MERKNAD and held.remarks_until:
                yield self._one(held.remarks_until, Rule.REMARKS)._replace(path=held.path)
            elif days is not None and held.date and _waits_for_referat(held, today):
                yield self._one(_after(held.date, days), Rule.REFERAT)._replace(path=held.path)

    def of_innkallinger(self, today: dt.date) -> Iterator[Deadline]:
        """Give when the innkallinger of meetings that are planned, and have none, are to be out."""
        days = self.profile.number(Limit.AGENDA)
        if days is None:
            return
        called = {held.date for held in self.meetings}
        for planned in self.group.plan:
            if planned.date and planned.date >= today and planned.date not in called:
                due = _after(planned.date, -days)
                yield self._one(due, Rule.INNKALLING, words=planned.theme, place=f"plan/{planned.id}")

    def of_evaluations(self) -> Iterator[Deadline]:
        """Give when the group is to be evaluated."""
        times = self.profile.number(Limit.EVALUATIONS)
        since = self.group.evaluated or self.group.created
        if times and since:
            yield self._one(_months_after(since, 12 // times), Rule.GROUP_EVALUATION)

    def of_meetings(self, today: dt.date) -> Iterator[Deadline]:
        """Give when the group is to have met, so that the year has its meetings; none while one is ahead."""
        times = self.profile.number(Limit.MEETINGS)
        days = sorted(one.date for one in self.meetings if one.date and one.status != Status.INNKALLING)
        since = days[-times] if times and len(days) >= times else self.group.created
        if times and since:
            due = _months_after(since, 12)
            ahead = [*(one.date for one in self.group.plan), *(held.date for held in self.meetings)]
            if not any(day and max([*days, since]) < day <= due and day >= today for day in ahead):
                yield self._one(due, Rule.MEETINGS)


def _waits_for_referat(held: Held, today: dt.date) -> bool:
    """Whether a meeting has been held whose referat is not out yet."""
    return bool(held.date and held.date <= today and held.status in {Status.UTKAST, Status.REFERAT})


def _after(day: dt.date, days: int) -> dt.date:
    """Give the day so many days after another, before it for less than none; within the calendar."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _months_after(day: dt.date, months: int) -> dt.date:
    """Give the same day so many months later, the last of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
