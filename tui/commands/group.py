"""malstyrt gruppe: the groups, or one of them. Aliases alone: no names of people."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.groups import Listed, NoGroupError, find_group, groups, open_group
from data.instants import today
from data.language import _
from tui.commands.command import Command
from tui.commands.listing import aligned
from tui.commands.output import put, put_json, say
from tui.commands.parser import Parser
from tui.commands.world import World

if TYPE_CHECKING:
    from data.group import Group, Happening
    from data.meeting import Tiltak


class Groups(Command):
    """Print the groups, a line each, or what stands in one."""

    name = "gruppe"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis gruppene, eller det som står mellom møtene i én")

    def arguments(self, parser: Parser) -> None:
        """Take a group, and the form."""
        parser.add_argument("group", nargs="?", default="", metavar=_("GRUPPE"), help=_("alias eller mappe"))
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Print them, or it."""
        if given.group:
            return _show(named_group(given.group, world), json=given.json, day=today(world.now()))
        found = groups(world.locations)
        if given.json:
            put_json([_listed_json(one) for one in found])
        elif found:
            put(aligned([(one.alias, one.kind, _state(one.closed), one.id) for one in found]))
        else:
            say(_("Ingen grupper ennå i {folder}").format(folder=world.locations.groups))
        return 0


def named_group(words: str, world: World) -> Listed:
    """Give the group that words name. Raises NoGroupError where they name none."""
    found = find_group(world.locations, words)
    if found is None:
        raise NoGroupError(words, [one.alias for one in groups(world.locations)])
    return found


def _show(listed: Listed, *, json: bool, day: dt.date) -> int:
    """Print what stands in a group; 1 where something in its file could not be read."""
    opened = open_group(listed.path)
    for problem in opened.problems:
        say(f"{listed.path}:{problem.line}: {problem.message}")
    if json:
        put_json(_group_json(opened.group, listed.path))
    else:
        put(_lines(opened.group, day))
    return 1 if opened.problems else 0


def _state(closed: dt.date | None) -> str:
    return _("avsluttet {day}").format(day=closed.isoformat()) if closed else _("i gang")


def _lines(group: Group, day: dt.date) -> list[str]:
    """Give a group in lines for people: its goals, what is not done, and the days ahead."""
    from data import dates  # noqa: PLC0415 - not for JSON

    lines = [f"{group.alias} · {group.kind} · {_state(group.closed)}"]
    parts: dict[str, list[tuple[str, ...]]] = {
        _("Mål"): [(goal.id, goal.text, goal.verdict or "") for goal in group.goals],
        _("Tiltak som gjenstår"): [
            (one.id, one.what, dates.in_table(one.when) if one.when else "", one.status)
            for one in group.unfinished
        ],
        _("Møteplan"): [
            (dates.written(one.date), one.theme) for one in group.plan if one.date and one.date >= day
        ],
    }
    for title, rows in parts.items():
        if rows:
            lines += ["", title, *(f"  {line}" for line in aligned(rows))]
    return lines


def _listed_json(listed: Listed) -> dict[str, Any]:
    return {
        "id": listed.id,
        "alias": listed.alias,
        "kind": listed.kind,
        "closed": _day(listed.closed),
        "path": str(listed.path),
    }


def _group_json(group: Group, path: Path) -> dict[str, Any]:
    """Give a group with its history, without the names of people."""
    return {
        "id": group.id,
        "alias": group.alias,
        "kind": group.kind,
        "created": _day(group.created),
        "closed": _day(group.closed),
        "individual_plan": group.individual_plan,
        "members": [
            {"service": one.service, "role": one.role, "standing": one.standing, "bruker": one.bruker}
            for one in group.members
        ],
        "consents": [
            {
                "service": one.id,
                "state": one.state,
                "since": _day(one.since),
                "until": _day(one.until),
                "withdrawn": _day(one.withdrawn),
                "history": [
                    {"date": _day(told.date), "state": told.state, "meeting": told.meeting or None}
                    for told in group.consent_history(one.id)
                ],
            }
            for one in group.consents
        ],
        "goals": [{"id": one.id, "text": one.text, "verdict": one.verdict} for one in group.goals],
        "tiltak": [_tiltak_json(group, one) for one in group.tiltak],
        "plan": [
            {"date": _day(one.date), "time": one.time.isoformat("minutes") if one.time else None}
            for one in group.plan
        ],
        "path": str(path),
    }


def _tiltak_json(group: Group, tiltak: Tiltak) -> dict[str, Any]:
    """Give a tiltak with what happened to it; not who has it."""
    return {
        "id": tiltak.id,
        "what": tiltak.what,
        "when": _day(tiltak.when),
        "goal": tiltak.goal or None,
        "status": tiltak.status,
        "reason": tiltak.reason,
        "history": [_happening_json(one) for one in group.history(tiltak.id)],
    }


def _happening_json(one: Happening) -> dict[str, Any]:
    return {
        "date": _day(one.date),
        "status": one.status,
        "reason": one.reason,
        "meeting": one.meeting or None,
    }


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
