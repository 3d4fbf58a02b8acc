"""malstyrt frister: what is overdue or due soon, in every group. Aliases alone: no names of people."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from data.instants import today
from data.language import _
from tui.commands.command import Command
from tui.commands.filtering import add_group_filter, tell_of_reading
from tui.commands.group import named_group
from tui.commands.output import put, put_json, tell
from tui.commands.parser import Parser
from tui.commands.world import World

if TYPE_CHECKING:
    from data.deadlines import Deadline


class Due(Command):
    """Print what is due, the most overdue first: nothing at all when nothing is."""

    name = "frister"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis det som er over fristen eller snart skal være gjort")

    def arguments(self, parser: Parser) -> None:
        """Take which deadlines, and the form."""
        add_group_filter(parser)
        parser.add_argument(
            "--dager", metavar=_("DAGER"), type=int, help=_("så mange dager fram i tid, ikke profilens")
        )
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Print them: 1 when something is due, 0 when nothing is, 2 when a group could not be read.

        Raises MalstyrtError where there is no such group: silence would say that nothing is due in it.
        """
        from data.index import Index  # noqa: PLC0415 - loads the database
        from data.overview import everything_due  # noqa: PLC0415 - loads the models

        day = today(world.now())
        alias = named_group(given.gruppe, world).alias if given.gruppe else ""
        with Index(world.locations) as index:
            index.look(tell_of_reading)
            found, faults = everything_due(world.locations, index, day)
        due = [one for one in found if _is_asked_for(one, given, day, alias)]
        if given.json:
            put_json([_as_json(one, day) for one in due])
        else:
            put(_lines(due, day))
        for fault in faults:
            tell(fault)
        return 2 if faults else int(bool(due))


def _is_asked_for(one: Deadline, given: Namespace, day: dt.date, alias: str) -> bool:
    """Whether it is of the group with an alias, or of any for "", and near enough."""
    in_group = alias.casefold() in {"", one.group.casefold()}
    near = one.is_near(day) if given.dager is None else one.days_left(day) <= given.dager
    return in_group and near


def _as_json(one: Deadline, day: dt.date) -> dict[str, Any]:
    from data.deadlines import rule_words  # noqa: PLC0415 - loaded by run already

    return {
        "due": one.due.isoformat(),
        "days": one.days_left(day),
        "rule": one.rule,
        "group": one.group,
        "number": one.number,
        "words": rule_words(one.rule, one.profile),
        "source": one.source,
        "path": str(one.path),
        "place": one.place,
    }


def _lines(due: list[Deadline], day: dt.date) -> list[str]:
    from data import dates  # noqa: PLC0415 - not for JSON
    from data.deadlines import days_words, rule_words  # noqa: PLC0415 - loaded by run already
    from tui.commands.listing import aligned  # noqa: PLC0415 - not for JSON

    rows = [
        (
            dates.in_table(one.due),
            days_words(one.days_left(day)),
            one.group,
            one.number,
            rule_words(one.rule, one.profile),
        )
        for one in due
    ]
    return aligned(rows) if rows else []
