"""The next meeting of a group: who is invited, what is open, what was left over, what was agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from data.archive import UNREADABLE, Document, documents_in
from data.errors import MalstyrtError
from data.governing import Profiles
from data.group import MEETING_KINDS, Conclusion, Group, Happening, Planned
from data.groups import NoGroupError, folder_named, groups, is_among, is_same, open_group
from data.language import _
from data.locations import GROUP_FILE, Locations, folder_name
from data.meeting import (
    AgendaItem,
    Approval,
    Consent,
    Goal,
    Kind,
    Meeting,
    Participant,
    Standing,
    Status,
    Tiltak,
    TiltakStatus,
)
from data.opening import open_document
from data.outcome import group_of, with_outcome
from data.profile import Limit, Profile
from data.structure import Structure, StructureError, load, load_or_default, proposed, without_addition

FIRST = "forste"
"""The name of what a group's first meeting adds to the structure that it follows (DOMAIN section 4)."""

WITH_GOALS = frozenset({*MEETING_KINDS.values(), Kind.FAGMOTE})
"""The kinds of meeting that the group's goals go with."""

WITHOUT_BRUKER = frozenset({Kind.FAGMOTE, Kind.FORMOTE})
"""The kinds of meeting that the services hold among themselves (DOMAIN: S2)."""

_EACH_TIME = frozenset(
    {"", "eventuelt", "neste møte", "godkjenning av referat", "forrige referat", "siden sist"}
)
"""Items that every meeting may have, and that are not left over."""


class Convened(NamedTuple):
    """A group with its last meeting, None before the first. `folder` is where its meetings lie.

    `structure` is what its next meeting follows, and `standing` are the items that such meetings have from
    the start. `profile` is whose rules it follows.
    """

    group: Group
    last: Meeting | None
    folder: Path
    structure: Structure
    standing: frozenset[str]
    profile: Profile

    @property
    def kind(self) -> Kind:
        """The kind of the next meeting."""
        return self.structure.kind_of_meeting(self.group.meeting_kind)

    @property
    def is_the_groups(self) -> bool:
        """Whether the next meeting is the group's own, and goes on from its last."""
        return self.kind in MEETING_KINDS.values()

    @property
    def length(self) -> int:
        """The minutes that the next meeting is planned: a group's own as the last one was."""
        if self.last and self.is_the_groups:
            return self.last.length
        return _usual_length(self.structure, self.kind, self.profile)


def convened(locations: Locations, words: str, structure: str = "") -> Convened:
    """Give the group that words name, with its last meeting and what that one brought.

    `structure` is the name of the one that its next meeting is to follow: "" for that of the last, or what
    is proposed for its kind. A group that only has meetings is told of by the last. Raises MalstyrtError
    where there is neither, for the meetings without a group, or for no such structure, and UnreadableError.
    """
    folder = folder_named(locations, words)
    if folder == locations.group(""):
        raise _of_no_group()
    file = folder / GROUP_FILE
    group = open_group(file).group if file.exists() else None
    last = _last_meeting(locations, folder, group)
    if group is None and last is None:
        raise NoGroupError(words, [one.alias for one in groups(locations)])
    if last:
        group = with_outcome(group or group_of(last, folder.name), last)
    group = group or Group(id=folder.name)
    first = _first(locations)
    profile = Profiles(locations).named(group.profile)
    followed = _followed(locations, group, last, structure, profile)
    if last is None and followed.kind_of_meeting(group.meeting_kind) in MEETING_KINDS.values():
        followed = followed.with_addition(first)
    return Convened(group, last, folder, followed, frozenset({*followed.items, *first.items}), profile)


def _of_no_group() -> MalstyrtError:
    """Say that the meetings without a group have no next one together: they may be round several children."""
    message = _("Møter uten gruppe kan gjelde flere barn. Lag innkallingen av det ene referatet: {command}")
    return MalstyrtError(_("Ikke én gruppe"), message.format(command="malstyrt ny --fra FIL"))


def _followed(
    locations: Locations, group: Group, last: Meeting | None, wanted: str, profile: Profile
) -> Structure:
    """Give the structure that a group's next meeting follows. One that cannot be read keeps its name."""
    folders = (locations.structures,)
    if wanted:
        return load(wanted, folders)
    if last is None:
        return proposed(group.meeting_kind, folders, profile.followed)
    name = without_addition(last.structure)
    return load_or_default(name, folders)[0]._replace(name=name)


def _first(locations: Locations) -> Structure:
    """Give what a first meeting adds: the user's own, or ours where that cannot be read."""
    try:
        return load(FIRST, (locations.structures,))
    except StructureError:
        return load(FIRST)


def _last_meeting(locations: Locations, folder: Path, group: Group | None) -> Meeting | None:
    """Give the newest of a group's own meetings that has been held."""
    held = [
        one
        for one in documents_in(locations, folder)
        if one.status not in {Status.INNKALLING, UNREADABLE} and one.kind in MEETING_KINDS.values()
        if group is None or _is_of(one, group)
    ]
    return open_document(held[0].path).meeting if held else None


def _is_of(document: Document, group: Group) -> bool:
    """Whether a document in a group's folder is its own, by its alias or by an older one that it told by.

    The older one named the folder. Folders of early versions may hold meetings of several groups.
    """
    alias = document.group
    if not alias or is_same(alias, group.alias or group.id) or is_among(alias, group.former):
        return True
    rows: tuple[Happening | Conclusion | Planned, ...] = (*group.happenings, *group.conclusions, *group.plan)
    return folder_name(alias) == group.id and any(row.meeting == document.id for row in rows)


def by_agreement(group: Group) -> tuple[str, ...]:
    """Give those who come by agreement, as the group's `label` writes them."""
    members = (one for one in group.members if one.standing is Standing.ETTER_AVTALE and not one.bruker)
    return tuple(group.label(one) for one in members)


def next_meeting(known: Convened, today: dt.date, invited: Collection[str] = ()) -> Meeting:
    """Give the innkalling to a group's next meeting, on the next day of its møteplan.

    `invited` are those of `by_agreement` who are to come this time. A meeting that is not the group's own,
    as a fagmøte, is on no day yet, and does not go on from the last.
    """
    group, kind, own = known.group, known.kind, known.is_the_groups
    last = known.last or Meeting(id="")
    planned = min(
        (one for one in group.plan if own and one.date and one.date >= today),
        key=lambda one: one.date or today,
        default=Planned(id=""),
    )
    return Meeting(
        id="",
        kind=kind,
        group=group.alias,
        structure=known.structure.name,
        numbers=group.numbers,
        date=planned.date,
        start=planned.time or last.start,
        length=known.length,
        place=planned.place or last.place,
        leader=last.leader or group.koordinator,
        minute_taker=last.minute_taker,
        purpose=planned.theme,
        interpreter=last.interpreter,
        copies_to=last.copies_to,
        participants=_invited(group, kind, invited),
        consents=tuple(_at_the_door(one) for one in group.consents),
        approval=_approval(known.last) if own else Approval(),
        agenda=_agenda(known),
        goals=tuple(_unsettled(goal) for goal in group.goals_in_use if kind in WITH_GOALS),
        tiltak=tuple(_carried(one, group) for one in group.to_meet_again if own),
    )


def blank_meeting(group: str, structure: Structure, profile: Profile) -> Meeting:
    """Give the innkalling to a meeting of a structure, of a group that nothing is known of."""
    kind = structure.kind_of_meeting(Kind.SAMARBEIDSMOTE)
    blank = Meeting(id="", kind=kind, group=group, structure=structure.name, agenda=_items(structure))
    return blank.having({"length": _usual_length(structure, kind, profile)})


def _usual_length(structure: Structure, kind: Kind, profile: Profile) -> int:
    """Give the minutes that a meeting is planned: a group's own as long as the rules have it."""
    if kind not in MEETING_KINDS.values():
        return structure.minutes
    return profile.number(Limit.LENGTH) or Meeting(id="").length


def _invited(group: Group, kind: Kind, invited: Collection[str]) -> tuple[Participant, ...]:
    """Give those who come each time, and those who come by agreement and are invited to this one."""
    absent = {*by_agreement(group)}.difference(invited)
    coming = (
        member
        for member in group.members
        if group.label(member) not in absent and not (member.bruker and kind in WITHOUT_BRUKER)
    )
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


def _agenda(known: Convened) -> tuple[AgendaItem, ...]:
    """Give the items that such a meeting has from the start, and those the last left without a conclusion."""
    left_over = [
        AgendaItem(id="", title=one.title, raised_by=one.raised_by, minutes=one.minutes)
        for one in (known.last.agenda if known.last and known.is_the_groups else ())
        if _is_left_over(one, known.standing)
    ]
    return _numbered([*_items(known.structure), *left_over])


def _items(structure: Structure) -> tuple[AgendaItem, ...]:
    """Give the items that a meeting of a structure has from the start."""
    return _numbered([AgendaItem(id="", title=title) for title in structure.items])


def _numbered(items: list[AgendaItem]) -> tuple[AgendaItem, ...]:
    return tuple(one.having({"id": f"s{number}"}) for number, one in enumerate(items, 1))


def _is_left_over(item: AgendaItem, standing: frozenset[str]) -> bool:
    """Whether nothing was concluded on an item of its own."""
    each_time = item.title in standing or item.title.casefold().rstrip(".") in _EACH_TIME
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
