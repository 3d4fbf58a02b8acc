"""The next meeting of a group: who is invited, what is open, what was left over, what was agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from data.archive import UNREADABLE, documents_in
from data.errors import MalstyrtError
from data.group import Group, Planned
from data.groups import find_group, open_group
from data.language import _
from data.locations import GROUP_FILE, Locations
from data.meeting import (
    AgendaItem,
    Approval,
    Consent,
    Goal,
    Meeting,
    Participant,
    Standing,
    Status,
    Tiltak,
    TiltakStatus,
)
from data.opening import open_document
from data.outcome import group_of, with_outcome

FIRST_MEETING = (
    "Slik er møtene bygd opp",
    "Hvem som er med, og hvem vi savner",
    "Hva vi bruker formøter til",
    "Taushetsplikten i hver tjeneste",
    "Hva koordinatoren gjør",
    "Samtykke: hvem deler hva med hvem",
    "Møteplan: datoene framover",
)
"""What the first meeting of a group goes through (DOMAIN section 4)."""

_EACH_TIME = frozenset(
    {"", "eventuelt", "neste møte", "godkjenning av referat", "forrige referat", "siden sist"}
)
"""Items that every meeting may have, and that are not left over."""


class Convened(NamedTuple):
    """A group with its last meeting, None before the first. `folder` is where its meetings lie."""

    group: Group
    last: Meeting | None
    folder: Path


def convened(locations: Locations, words: str) -> Convened:
    """Give the group that words name, with its last meeting and what that one brought.

    A group that only has meetings is told of by the last. Raises MalstyrtError where there is neither,
    and UnreadableError.
    """
    listed = find_group(locations, words)
    folder = listed.path.parent if listed else locations.group(words)
    last = _last_meeting(locations, folder)
    if listed is None and last is None:
        message = _("Ingen gruppe heter {words}. «malstyrt gruppe» viser gruppene.")
        raise MalstyrtError(_("Fant ikke gruppen"), message.format(words=words))
    group = open_group(folder / GROUP_FILE).group if listed else None
    if last:
        group = with_outcome(group or group_of(last, folder.name), last)
    return Convened(group or Group(id=folder.name), last, folder)


def _last_meeting(locations: Locations, folder: Path) -> Meeting | None:
    """Give the newest meeting of a group that has been held."""
    held = [
        one for one in documents_in(locations, folder) if one.status not in {Status.INNKALLING, UNREADABLE}
    ]
    return open_document(held[0].path).meeting if held else None


def by_agreement(group: Group) -> tuple[str, ...]:
    """Give those who come by agreement, as the group's `label` writes them."""
    members = (one for one in group.members if one.standing is Standing.ETTER_AVTALE and not one.bruker)
    return tuple(group.label(one) for one in members)


def next_meeting(known: Convened, today: dt.date, invited: Collection[str] = ()) -> Meeting:
    """Give the innkalling to a group's next meeting, on the next day of its møteplan.

    `invited` are those of `by_agreement` who are to come this time.
    """
    group = known.group
    last = known.last or Meeting(id="")
    planned = min(
        (one for one in group.plan if one.date and one.date >= today),
        key=lambda one: one.date or today,
        default=Planned(id=""),
    )
    return Meeting(
        id="",
        kind=group.meeting_kind,
        group=group.alias,
        structure=last.structure,
        numbers=group.numbers,
        date=planned.date,
        start=planned.time or last.start,
        length=last.length,
        place=planned.place or last.place,
        leader=last.leader or group.koordinator,
        minute_taker=last.minute_taker,
        purpose=planned.theme,
        interpreter=last.interpreter,
        copies_to=last.copies_to,
        participants=_invited(group, invited),
        consents=tuple(_at_the_door(one) for one in group.consents),
        approval=_approval(known.last),
        agenda=_agenda(known.last),
        goals=tuple(_unsettled(goal) for goal in group.goals_in_use),
        tiltak=tuple(_carried(one, group) for one in group.to_meet_again),
    )


def _invited(group: Group, invited: Collection[str]) -> tuple[Participant, ...]:
    """Give those who come each time, and those who come by agreement and are invited to this one."""
    absent = {*by_agreement(group)}.difference(invited)
    coming = (member for member in group.members if group.label(member) not in absent)
    return tuple(
        Participant(
            id=f"p{number}",
            name=member.name,
            role=member.role,
            service=member.service,
            bruker=member.bruker,
            standing=member.standing,
        )
        for number, member in enumerate(coming, 1)
    )


def _at_the_door(consent: Consent) -> Consent:
    """Give a group's consent as a meeting has it."""
    return Consent(**{name: getattr(consent, name) for name in Consent.__struct_fields__})


def _approval(last: Meeting | None) -> Approval:
    """Give what is asked of the last referat: whether it is approved, where that is not settled."""
    if last is None:
        return Approval()
    return Approval(date=last.date, approved=True if last.status is Status.GODKJENT else None)


def _agenda(last: Meeting | None) -> tuple[AgendaItem, ...]:
    """Give the items that the last meeting left without a conclusion, and what a first meeting needs."""
    items = [AgendaItem(id="", title=title) for title in FIRST_MEETING]
    if last:
        items = [
            AgendaItem(id="", title=one.title, raised_by=one.raised_by, minutes=one.minutes)
            for one in last.agenda
            if _is_left_over(one)
        ]
    return tuple(one.having({"id": f"s{number}"}) for number, one in enumerate(items, 1))


def _is_left_over(item: AgendaItem) -> bool:
    """Whether nothing was concluded on an item of its own."""
    each_time = item.title in FIRST_MEETING or item.title.casefold().rstrip(".") in _EACH_TIME
    return not item.conclusion and not each_time


def _unsettled(goal: Goal) -> Goal:
    """Give a goal on which nothing is concluded yet."""
    return goal.having({"verdict": None, "conclusion": ""})


def _carried(tiltak: Tiltak, group: Group) -> Tiltak:
    """Give a tiltak as the next meeting meets it: carried over, to be accounted for.

    What was set between the meetings stands, and is met in the opening.
    """
    if group.set_between_meetings(tiltak.id):
        return tiltak.having({"carried": True})
    return tiltak.having({"carried": True, "status": TiltakStatus.OPEN, "reason": ""})
