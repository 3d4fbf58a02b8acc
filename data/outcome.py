"""What a meeting brings back to its group: tiltak, what came of them, conclusions on goals, consents.

A meeting's own rows in the group's histories are written anew each time. So bringing the same
meeting back twice changes nothing, and a corrected one takes back what it said before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from data.consent_history import set_by_hand, with_consents
from data.drofting import decides
from data.group import MEETING_KINDS, Conclusion, Group, GroupKind, Happening, Member, Planned
from data.histories import changed, joined, own_numbers, rewritten, with_ids
from data.meeting import (
    Goal,
    Kind,
    Meeting,
    Standing,
    Tiltak,
    TiltakStatus,
    Verdict,
)
from data.numbering import highest

GOALS_REACHED = "Målene er nådd."
"""Why a group ended that its meeting ended."""


def group_of(meeting: Meeting, group_id: str) -> Group:
    """Give the group that a meeting tells of, where nobody has made one."""
    ansvarsgruppe = meeting.kind is Kind.ANSVARSGRUPPEMOTE
    kind = GroupKind.ANSVARSGRUPPE if ansvarsgruppe else GroupKind.SAMARBEIDSGRUPPE
    return Group(id=group_id, alias=meeting.group, kind=kind, koordinator=meeting.leader)


def with_outcome(group: Group, meeting: Meeting) -> Group:
    """Give the group as it stands after a meeting.

    A meeting before the group's latest tells its own part of the histories and no more: what stands
    now is for the latest to say. Advice changes no goal and no tiltak (DOMAIN: S2), and only the group's
    own meetings say who its members are and when it meets again.
    """
    latest = _is_latest(group, meeting)
    group = _noted(group)
    if decides(meeting.kind):
        group = _with_goals(group, meeting, latest=latest)
        group = _with_tiltak(group, meeting, latest=latest)
    # What a meeting carried that the group had not heard of is told as set by hand: nobody knows when.
    group = with_consents(_noted(group), meeting)
    if meeting.kind not in MEETING_KINDS.values():
        return group
    group = _with_plan(group, meeting)
    return _with_people(group, meeting) if latest else group


def _is_latest(group: Group, meeting: Meeting) -> bool:
    """Whether nothing is told in the group of a day after the meeting."""
    rows: tuple[Happening | Conclusion, ...] = (*group.happenings, *group.conclusions)
    told = (one.date for one in rows if one.meeting != meeting.id)
    return meeting.date is None or all(date is None or date <= meeting.date for date in told)


def _noted(group: Group) -> Group:
    """Give the group with what was set in it by hand told in its histories, on a day that is not known."""
    happenings = [
        Happening(id="", tiltak=one.id, status=one.status, reason=one.reason)
        for one in group.tiltak
        if not group.history(one.id) or _standing(group, one) != one
    ]
    conclusions = [
        Conclusion(id="", goal=one.id, verdict=one.verdict, text=one.conclusion)
        for one in group.goals
        if _concluded(group, one) != one
    ]
    return group.having(
        {
            "happenings": with_ids([*group.happenings, *happenings], "h"),
            "conclusions": with_ids([*group.conclusions, *conclusions], "v"),
            "consented": with_ids([*group.consented, *set_by_hand(group)], "w"),
        }
    )


# Goals


def _with_goals(group: Group, meeting: Meeting, *, latest: bool) -> Group:
    """Give the group with the meeting's goals, and what it concluded on them."""
    mine = [one for one in group.conclusions if one.meeting == meeting.id]
    begun = {one.goal for one in mine if group.concluded(one.goal)[0] == one and _is_begun(one)}
    numbers = goal_numbers(group, meeting)
    old = ({goal.id for goal in group.goals} | {one.goal for one in group.conclusions}) - begun
    rows = [row for goal in meeting.goals for row in _told(meeting, goal, numbers[goal.id], old)]
    conclusions = rewritten(group.conclusions, rows, meeting, "v", _about)
    told = [changed(goal, id=numbers[goal.id]) for goal in meeting.goals]
    goals = joined(group.goals, told, latest=latest, kept=("verdict", "conclusion"))
    gone = begun - {one.goal for one in conclusions} - {tiltak.goal for tiltak in group.tiltak}
    group = group.having(
        {"conclusions": conclusions, "goals": tuple(goal for goal in goals if goal.id not in gone)}
    )
    touched = {one.goal for one in (*mine, *rows)}
    concluded = tuple(_concluded(group, goal) if goal.id in touched else goal for goal in group.goals)
    return group.having({"goals": concluded})


def _told(meeting: Meeting, goal: Goal, number: str, old: Collection[str]) -> Iterable[Conclusion]:
    """Give what a meeting tells of a goal: that it is new, and what was concluded on it."""
    row = Conclusion(id="", goal=number, date=meeting.date, meeting=meeting.id)
    is_new = number not in old
    if is_new:
        yield row.having({"verdict": Verdict.NEW})
    if goal.conclusion or goal.verdict not in {None, *([Verdict.NEW] if is_new else [])}:
        yield row.having({"verdict": goal.verdict, "text": goal.conclusion})


def _about(one: Conclusion) -> tuple[str, bool]:
    """Give what a row of the goals' history tells of, so that it is known again."""
    return one.goal, _is_begun(one)


def _is_begun(one: Conclusion) -> bool:
    """Whether a row tells that its goal is new."""
    return one.verdict is Verdict.NEW and not one.text


def _concluded(group: Group, goal: Goal) -> Goal:
    """Give a goal as its last conclusion leaves it."""
    last = next(iter(group.concluded(goal.id)[::-1]), Conclusion(id=""))
    return goal.having({"verdict": last.verdict, "conclusion": last.text})


def goal_numbers(group: Group, meeting: Meeting) -> dict[str, str]:
    """Give the group's numbers of the meeting's goals by those they have in the meeting."""
    before = highest("M", meeting.numbers.split())
    mine = {one.goal for one in group.conclusions if one.meeting == meeting.id}
    new = {goal.id for goal in meeting.goals if meeting.numbers and highest("M", [goal.id]) > before}
    spoken_of = {one.goal for one in group.conclusions}
    return own_numbers(group.goals, meeting.goals, new, mine, spoken_of)


# Tiltak


def _with_tiltak(group: Group, meeting: Meeting, *, latest: bool) -> Group:
    """Give the group with the tiltak that the meeting agreed, and what came of the others."""
    before = {one.tiltak for one in group.happenings if one.meeting == meeting.id}
    begun = {tiltak for tiltak in before if group.history(tiltak)[0].meeting == meeting.id}
    goals = goal_numbers(group, meeting)
    new = {tiltak.id for tiltak in meeting.agreed}
    spoken_of = {one.tiltak for one in group.happenings}
    numbers = own_numbers(group.tiltak, meeting.tiltak, new, begun, spoken_of)
    rows = [row for tiltak in meeting.tiltak for row in _happened(meeting, tiltak, numbers[tiltak.id])]
    happenings = rewritten(
        group.happenings, rows, meeting, "h", lambda one: (one.tiltak, one.status is TiltakStatus.OPEN)
    )
    told = [
        changed(one, id=numbers[one.id], goal=goals.get(one.goal, one.goal), carried=False)
        for one in meeting.tiltak
    ]
    tiltak = joined(group.tiltak, told, latest=latest, kept=("status", "reason"))
    gone = begun - {one.tiltak for one in happenings}
    group = group.having(
        {"happenings": happenings, "tiltak": tuple(one for one in tiltak if one.id not in gone)}
    )
    touched = before | {one.tiltak for one in rows}
    return group.having(
        {"tiltak": tuple(_standing(group, one) if one.id in touched else one for one in group.tiltak)}
    )


def _happened(meeting: Meeting, tiltak: Tiltak, number: str) -> Iterable[Happening]:
    """Give what a meeting tells of a tiltak: that it was agreed, and how it came to stand."""
    row = Happening(id="", tiltak=number, date=meeting.date, meeting=meeting.id)
    if not tiltak.carried:
        yield row
    if tiltak.status is not TiltakStatus.OPEN:
        yield row.having({"status": tiltak.status, "reason": tiltak.reason})


def _standing(group: Group, tiltak: Tiltak) -> Tiltak:
    """Give a tiltak as its history leaves it."""
    last = next(iter(group.history(tiltak.id)[::-1]), Happening(id=""))
    return tiltak.having({"status": last.status, "reason": last.reason})


# The møteplan, and that the group ends


def _with_plan(group: Group, meeting: Meeting) -> Group:
    """Give the group with the next meeting that was agreed in its møteplan, or closed."""
    agreed = meeting.next_meeting
    others = {one.date for one in group.plan if one.meeting != meeting.id}
    rows = []
    if agreed.date and agreed.date not in others:
        rows.append(
            Planned(
                id="",
                date=agreed.date,
                time=agreed.time,
                place=agreed.place,
                theme=agreed.theme,
                meeting=meeting.id,
            )
        )
    plan = rewritten(group.plan, rows, meeting, "a", lambda _one: "")
    return group.having({"plan": plan, **_closing(group, meeting)})


def _closing(group: Group, meeting: Meeting) -> dict[str, object]:
    """Give what it means for the group that its meeting closed it, or no longer does."""
    by_this = group.closed == meeting.date and group.closed_because == GOALS_REACHED
    if meeting.next_meeting.closed and group.closed is None:
        return {"closed": meeting.date, "closed_because": GOALS_REACHED}
    if not meeting.next_meeting.closed and by_this:
        return {"closed": None, "closed_because": ""}
    return {}


# Members


def _with_people(group: Group, meeting: Meeting) -> Group:
    """Give the group with those who take part from now on."""
    known = {member.name for member in group.members}
    new = [
        one for one in meeting.participants if one.standing is Standing.FAST and one.name not in {*known, ""}
    ]
    first = highest("p", (member.id for member in group.members)) + 1
    members = (
        Member(id=f"p{number}", name=one.name, role=one.role, service=one.service, bruker=one.bruker)
        for number, one in enumerate(new, first)
    )
    return group.having({"members": (*group.members, *members)})
