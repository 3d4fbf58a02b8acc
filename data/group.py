"""A group round one bruker, between its meetings, as one frozen value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from data.meeting import Consent, Goal, Kept, Kind, Standing, Tiltak, TiltakStatus, Verdict
from data.part import Part
from data.text import Line, Prose

UNFINISHED = frozenset({TiltakStatus.OPEN, TiltakStatus.PARTLY, TiltakStatus.NOT_DONE})
"""How a tiltak stands that the next meeting must hear about."""


class GroupKind(StrEnum):
    """The kinds of group (DOMAIN: S0). An ansvarsgruppe is told of to KE."""

    SAMARBEIDSGRUPPE = "samarbeidsgruppe"
    ANSVARSGRUPPE = "ansvarsgruppe"


MEETING_KINDS = {
    GroupKind.SAMARBEIDSGRUPPE: Kind.SAMARBEIDSMOTE,
    GroupKind.ANSVARSGRUPPE: Kind.ANSVARSGRUPPEMOTE,
}
"""The kind of meeting that a group holds: its own, which goes on from the last one to the next."""


class PlanWish(StrEnum):
    """Whether the bruker wants an individuell plan (IP); KE is told of a no (DOMAIN: S0)."""

    UNKNOWN = "ikke avklart"
    WANTED = "ønskes"
    DECLINED = "ønskes ikke"


class Member(Part, frozen=True):
    """Someone who belongs to the group. `id` is p1, p2 … in the order of the list."""

    name: Line = ""
    role: Line = ""
    service: Line = ""
    bruker: bool = False
    standing: Standing = Standing.FAST


class GroupConsent(Consent, frozen=True):
    """What a service may share, with when it was taken back, where it was. `id` is the service."""

    withdrawn: dt.date | None = None


class Consented(Consent, frozen=True):
    """That a consent came to stand so. `id` is w1, w2 … in the order of the list, oldest first.

    `meeting` is the id of the meeting at whose door it was told, "" outside a meeting.
    """

    service: Line = ""
    date: dt.date | None = None
    meeting: str = ""


class Happening(Part, frozen=True):
    """That a tiltak came to stand somehow. `id` is h1, h2 … in the order of the list, oldest first.

    `tiltak` is a tiltak's id, `meeting` the id of the meeting that decided it, "" outside a meeting.
    The first happening of a tiltak, åpen, is that it was agreed.
    """

    tiltak: str = ""
    date: dt.date | None = None
    status: TiltakStatus = TiltakStatus.OPEN
    reason: Line = ""
    meeting: str = ""


class Conclusion(Part, frozen=True):
    """What a meeting concluded on a goal. `id` is v1, v2 … in the order of the list, oldest first.

    `goal` is a goal's id, `meeting` the id of the meeting.
    """

    goal: str = ""
    date: dt.date | None = None
    verdict: Verdict | None = None
    text: Prose = ""
    meeting: str = ""


class Planned(Part, frozen=True):
    """A meeting of the møteplan. `id` is a1, a2 … in the order of the list. Times are local.

    `meeting` is the id of the meeting that agreed it, "" where none did.
    """

    date: dt.date | None = None
    time: dt.time | None = None
    place: Line = ""
    theme: Line = ""
    meeting: str = ""


class Group(Part, frozen=True):
    """One group. `id` is the name of its folder, which `alias` gave it first.

    `goals` and `tiltak` are all the group ever had, as they stand now; how they came to stand so is
    in `conclusions` and `happenings`, and of `consents` in `consented`. `koordinator` is a member as
    `label` writes them.
    """

    alias: Line = ""
    former: Line = ""
    """What the group was called before, with commas between: its older documents call it so."""
    profile: Line = ""
    """The name of the municipality's rules that the group follows; "" for those chosen in the settings."""
    kind: GroupKind = GroupKind.SAMARBEIDSGRUPPE
    mandate: Prose = ""
    koordinator: Line = ""
    individual_plan: PlanWish = PlanWish.UNKNOWN
    created: dt.date | None = None
    created_because: Line = ""
    evaluated: dt.date | None = None
    """When the group last looked at how it works; an ansvarsgruppe does each year (S3)."""
    closed: dt.date | None = None
    closed_because: Line = ""
    members: tuple[Member, ...] = ()
    consents: tuple[GroupConsent, ...] = ()
    goals: tuple[Goal, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()
    plan: tuple[Planned, ...] = ()
    happenings: tuple[Happening, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    consented: tuple[Consented, ...] = ()
    kept: tuple[Kept, ...] = ()

    @property
    def meeting_kind(self) -> Kind:
        """The kind of meeting that the group holds."""
        return MEETING_KINDS[self.kind]

    @property
    def is_closed(self) -> bool:
        """Whether the group has ended."""
        return self.closed is not None

    @property
    def unfinished(self) -> tuple[Tiltak, ...]:
        """The tiltak that the next meeting must hear about."""
        return tuple(tiltak for tiltak in self.tiltak if tiltak.status in UNFINISHED)

    def set_between_meetings(self, tiltak: str) -> bool:
        """Whether what was last told of a tiltak, by its id, was told on a day outside every meeting."""
        last = next(iter(self.history(tiltak)[::-1]), None)
        return last is not None and last.date is not None and not last.meeting

    @property
    def to_meet_again(self) -> tuple[Tiltak, ...]:
        """The tiltak that the next meeting's opening goes through."""
        return tuple(
            one for one in self.tiltak if one.status in UNFINISHED or self.set_between_meetings(one.id)
        )

    @property
    def goals_in_use(self) -> tuple[Goal, ...]:
        """The goals that are not reached, and those that an unfinished tiltak serves."""
        served = {tiltak.goal for tiltak in self.unfinished}
        return tuple(goal for goal in self.goals if goal.verdict is not Verdict.REACHED or goal.id in served)

    @property
    def numbers(self) -> str:
        """The highest numbers given, also to what is gone: "M2 T14", "" where none is."""
        goals = (*(one.id for one in self.goals), *(one.goal for one in self.conclusions))
        tiltak = (*(one.id for one in self.tiltak), *(one.tiltak for one in self.happenings))
        tops = {"M": _highest(goals), "T": _highest(tiltak)}
        return " ".join(f"{letter}{top}" for letter, top in tops.items() if top)

    def history(self, tiltak: str) -> tuple[Happening, ...]:
        """Give what happened to a tiltak, by its id, oldest first."""
        return tuple(one for one in self.happenings if one.tiltak == tiltak)

    def concluded(self, goal: str) -> tuple[Conclusion, ...]:
        """Give what was concluded on a goal, by its id, oldest first."""
        return tuple(one for one in self.conclusions if one.goal == goal)

    def consent_history(self, service: str) -> tuple[Consented, ...]:
        """Give how a service's consent came to stand as it does, oldest first."""
        return tuple(one for one in self.consented if one.service == service)

    def label(self, member: Member) -> str:
        """Give a member's name, with the service where two share a name."""
        twins = sum(other.name == member.name for other in self.members)
        return f"{member.name} ({member.service or member.role})" if twins > 1 else member.name


def _highest(ids: Iterable[str]) -> int:
    """Give the highest number among ids of one letter, 0 where there is none."""
    return max((int(one[1:]) for one in ids if one[1:].isdecimal()), default=0)
