"""A group as it belongs in its document: numbers run in order, parts that say nothing are gone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.clean import clean_line
from data.group import Conclusion, Group, Happening
from data.markdown import consents, goals, tiltak
from data.markdown.group import opening
from data.markdown.group.lists import CONCLUSIONS, CONSENTED, HAPPENINGS, MEMBERS, NUMBERED, PLAN
from data.markdown.group.sections import CONSENT_FIELDS
from data.markdown.normal import changed, minute, numbered, pairs, said
from data.markdown.numbers import number
from data.markdown.page import parts, texts
from data.markdown.places import Fields, Places, put, rows_of
from data.meeting import Goal, Tiltak
from data.part import Part

_NUMBERED = re.compile(rf"((?:{'|'.join(one.name for one in NUMBERED)})/)([pahvw]\d+)(?=/)")


def public_group(group: Group) -> Group:
    """Give the group as reading its document back gives it."""
    kept = texts(group.kept)
    rows = rows_of(kept)
    members = numbered(MEMBERS.letter, said(group.members, MEMBERS.name, rows))
    plan = numbered(PLAN.letter, said(group.plan, PLAN.name, rows))
    # A happening that says nothing else says that its tiltak is open.
    happenings = numbered(HAPPENINGS.letter, group.happenings)
    conclusions = numbered(CONCLUSIONS.letter, said(group.conclusions, CONCLUSIONS.name, rows))
    consented = numbered(CONSENTED.letter, said(group.consented, CONSENTED.name, rows))
    named = said(group.goals, goals.GOALS, rows)
    aims = tuple(changed(goal, id=number(goals.LETTER, goal.id)) for goal in named)
    told = said(group.tiltak, tiltak.TILTAK, rows)
    found = group.having(
        {
            "id": clean_line(group.id),
            "members": tuple(members.values()),
            "consents": tuple(
                changed(one, id=clean_line(one.id), at=minute(one.at)) for one in group.consents
            ),
            "goals": aims,
            "tiltak": tuple(_tiltak(one, aims) for one in told),
            "plan": tuple(
                changed(one, time=minute(one.time), meeting=clean_line(one.meeting)) for one in plan.values()
            ),
            "happenings": tuple(_happening(one) for one in happenings.values()),
            "conclusions": tuple(_conclusion(one, aims) for one in conclusions.values()),
            "consented": tuple(
                changed(one, at=minute(one.at), meeting=clean_line(one.meeting)) for one in consented.values()
            ),
        }
    )
    lists: tuple[Mapping[str, Part], ...] = (members, plan, happenings, conclusions, consented)
    ids = {old: part.id for listed in lists for old, part in listed.items()}
    return found.having({"kept": parts(_standing(found, kept, ids))})


def _happening(one: Happening) -> Happening:
    """Give a happening with its tiltak by number."""
    return one.having({"tiltak": number(tiltak.LETTER, one.tiltak), "meeting": clean_line(one.meeting)})


def _conclusion(one: Conclusion, aims: tuple[Goal, ...]) -> Conclusion:
    """Give a conclusion with its goal by number."""
    return one.having({"goal": goals.goal_id(one.goal, pairs(aims)), "meeting": clean_line(one.meeting)})


def _tiltak(one: Tiltak, aims: tuple[Goal, ...]) -> Tiltak:
    """Give a tiltak with its goal by number; whether a meeting carries it is none of the group's."""
    goal = goals.goal_id(one.goal, pairs(aims))
    return one.having(
        {"id": number(tiltak.LETTER, one.id), "goal": goal, "at": minute(one.at), "carried": False}
    )


def _standing(group: Group, kept: dict[str, str], ids: dict[str, str]) -> dict[str, str]:
    """Give the kept texts by where they stand now. `ids` gives the ids of rows by those they had before."""
    places = _places(group)
    found: dict[str, str] = {}
    for path, text in kept.items():
        now = _NUMBERED.sub(lambda match: match[1] + ids.get(match[2], "-"), path, count=1)
        if places.holds(now):
            put(found, now, text)
    return found


def _places(group: Group) -> Places:
    """Give what a group's document has at which a text may be kept."""
    listed: dict[str, tuple[Fields, tuple[Part, ...]]] = {
        one.name: (one.fields, getattr(group, one.name)) for one in NUMBERED
    } | {
        consents.CONSENTS: (CONSENT_FIELDS, group.consents),
        goals.GOALS: (goals.FIELDS, group.goals),
        tiltak.TILTAK: (tiltak.FIELDS, group.tiltak),
    }
    tables = {name for name, (_fields, parts) in listed.items() if parts}
    return Places(listed, tables, {"": (opening.FIELDS, group)}, untitled=False)
