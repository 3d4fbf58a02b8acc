"""The tiltak of all groups on one board: found by who, how they stand and when, and set from there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from data.alphabet import in_order
from data.group import UNFINISHED, Group, Happening
from data.groups import Listed, is_among, is_same
from data.meeting import Tiltak, TiltakStatus, find


class OnBoard(NamedTuple):
    """A tiltak and its group."""

    group: Group
    listed: Listed
    tiltak: Tiltak

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it should have been done, and is not."""
        return self.tiltak.status in UNFINISHED and self.tiltak.when is not None and self.tiltak.when < today

    @property
    def role(self) -> str:
        """Who has it, without the name: their role and service, "" where the group does not know them."""
        members = {self.group.label(member): member for member in self.group.members}
        member = members.get(self.tiltak.who)
        return ", ".join(filter(None, (member.role, member.service))) if member else ""


class Wanted(NamedTuple):
    """The tiltak wanted; "" wants all. Small and large letters are alike.

    `status` is the beginning of one, "" those that are not finished, "alle" every one. `person` is
    a part of the name of whoever has it or helps.
    """

    group: str = ""
    person: str = ""
    status: str = ""
    overdue: bool = False


EVERY = "alle"
"""The status that lets all of them through."""


def board(groups: Iterable[tuple[Listed, Group]], wanted: Wanted, today: dt.date) -> list[OnBoard]:
    """Give the tiltak that are wanted, the first due first; those without a deadline last."""
    found = [OnBoard(group, listed, tiltak) for listed, group in groups for tiltak in group.tiltak]
    found = [one for one in found if _is_wanted(one, wanted, today)]
    return sorted(
        found, key=lambda one: (one.tiltak.when or dt.date.max, in_order(one.group.alias), one.tiltak.id)
    )


def _is_wanted(one: OnBoard, wanted: Wanted, today: dt.date) -> bool:
    tiltak = one.tiltak
    people = f"{tiltak.who}\n{tiltak.helpers}".casefold()
    return (
        _is_of(one.group, wanted.group)
        and wanted.person.casefold() in people
        and _has_status(tiltak, wanted.status.casefold())
        and (not wanted.overdue or one.is_overdue(today))
    )


def _is_of(group: Group, words: str) -> bool:
    """Whether words name a group, by its alias, one that it had before, or its folder."""
    if not words or is_same(words, group.alias) or words.casefold() == group.id.casefold():
        return True
    return is_among(words, group.former)


def _has_status(tiltak: Tiltak, words: str) -> bool:
    if words == EVERY:
        return True
    return tiltak.status.value.startswith(words) if words else tiltak.status in UNFINISHED


def with_status(group: Group, tiltak_id: str, status: TiltakStatus, reason: str, day: dt.date) -> Group:
    """Give the group after a tiltak came to stand otherwise between two meetings.

    It is told in the tiltak's history with the day; the next meeting meets it in its opening. A
    second word of the same day takes the place of the first.
    """
    before = find(group.tiltak, tiltak_id)
    if before is None:
        return group
    told = Happening(id="", tiltak=tiltak_id, date=day, status=status, reason=reason)
    *others, last = [None, *group.history(tiltak_id)]
    again = last is not None and last.date == day and not last.meeting and len(others) > 1
    happenings = [one for one in group.happenings if not (again and one is last)]
    return group.having(
        {
            "tiltak": tuple(
                one.having({"status": status, "reason": told.reason}) if one is before else one
                for one in group.tiltak
            ),
            "happenings": tuple(
                one.having({"id": f"h{number}"}) for number, one in enumerate([*happenings, told], 1)
            ),
        }
    )
