"""What takes away each part of a referat that can be asked for, one at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from data.checks.points import POINTS
from data.checks.rule import Rule
from data.checks.standard import Standard
from data.meeting import BRUKER, Approval, Attendance, Meeting, NextMeeting, TiltakStatus
from data.profile import Krav
from tests.data.complete_meeting import DAY

Spoiled = Callable[[Meeting], Meeting]


def setting(**fields: object) -> Spoiled:
    """Give what sets fields of the meeting."""
    return lambda meeting: meeting.having(fields)


def in_each(name: str, /, **fields: object) -> Spoiled:
    """Give what sets fields in each part of a list."""
    return lambda meeting: meeting.having({name: tuple(one.having(fields) for one in getattr(meeting, name))})


def in_new_tiltak(**fields: object) -> Spoiled:
    """Give what sets fields in the tiltak that the meeting agreed."""
    return lambda meeting: meeting.having(
        {"tiltak": tuple(one if one.carried else one.having(fields) for one in meeting.tiltak)}
    )


def next_meeting(**fields: object) -> Spoiled:
    """Give what sets fields of the next meeting."""
    return lambda meeting: meeting.having({"next_meeting": meeting.next_meeting.having(fields)})


def fullest(meeting: Meeting) -> Meeting:
    """Give a complete meeting with what any profile can ask for."""
    course = in_new_tiltak(start=DAY, duration="seks uker", evaluated=dt.date(2027, 1, 5))
    return course(meeting).having({"copies_to": "ingen"})


def unaccounted(meeting: Meeting) -> Meeting:
    """Give the meeting without a word on how the tiltak from last time went."""
    left = tuple(one.having({"status": TiltakStatus.OPEN}) if one.carried else one for one in meeting.tiltak)
    return meeting.having({"tiltak": left})


WITHOUT: dict[Krav, Spoiled] = {
    Krav.PARTICIPANTS: in_each("participants", name=""),
    Krav.ATTENDANCE: in_each("participants", attendance=Attendance.UNKNOWN),
    Krav.PLACE: setting(place=""),
    Krav.TIME: setting(start=None),
    Krav.MINUTE_TAKER: setting(minute_taker=""),
    Krav.APPROVAL: setting(approval=Approval()),
    Krav.PURPOSE: setting(purpose=""),
    Krav.AGENDA: setting(agenda=()),
    Krav.AGENDA_CONCLUSIONS: in_each("agenda", conclusion=""),
    Krav.CARRIED: unaccounted,
    Krav.BRUKER: lambda meeting: meeting.having(
        {"entries": tuple(one for one in meeting.entries if one.speaker != BRUKER)}
    ),
    Krav.CHALLENGES: in_each("entries", challenge=""),
    Krav.CONTRIBUTIONS: in_each("entries", contribution=""),
    Krav.GOALS: in_each("goals", verdict=None, conclusion=""),
    Krav.TILTAK: in_new_tiltak(what=""),
    Krav.RESPONSIBLE: in_new_tiltak(who=""),
    Krav.TILTAK_GOAL: in_new_tiltak(goal=""),
    Krav.DEADLINE: in_new_tiltak(when=None),
    Krav.START: in_new_tiltak(start=None),
    Krav.DURATION: in_new_tiltak(duration="", when=None),
    Krav.EVALUATED: in_new_tiltak(evaluated=None),
    Krav.LEVEL: in_new_tiltak(level=None),
    Krav.COPIES: setting(copies_to=""),
    Krav.EVALUATION: setting(evaluations=()),
    Krav.NEXT_MEETING: setting(next_meeting=NextMeeting()),
    Krav.NEXT_TIME: next_meeting(time=None),
    Krav.NEXT_THEME: next_meeting(theme=""),
}
"""What takes each part away that a profile can require."""

BY_RULE: dict[str, Spoiled] = {
    "attendance.stand_in": in_each("participants", stand_in=""),
    "goals.text": in_each("goals", text=""),
    "case.brought": in_each("participants", brings_case=False),
    "case.told": in_each("entries", challenge="", tried=""),
    "advice.given": in_each("entries", comment=""),
    "conclusion.given": setting(summary=""),
}
"""The same by the id of a rule: of what the form of a meeting asks for, and where a part has two rules."""


def asked_parts(standard: Standard) -> dict[str, Spoiled]:
    """Give what takes away each part that the meetings of a standard are asked for, by the id of its rule."""
    rules = (rule for point in POINTS if standard.lists(point) for rule in point.rules)
    return {
        rule.id: BY_RULE.get(rule.id) or WITHOUT[Krav(rule.whose)]
        for rule in rules
        if isinstance(rule, Rule) and standard.weighed(rule) and rule.is_required_by(standard.profile)
    }
