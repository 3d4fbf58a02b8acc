"""malstyrt tiltak: the tiltak of all groups, the first due first. No names of people."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from data.clean import clean_line
from data.instants import today
from data.language import _
from tui.commands.asking import unseen
from tui.commands.command import Command
from tui.commands.filtering import add_group_filter, one_of
from tui.commands.group import named_group
from tui.commands.output import put, put_json, say
from tui.commands.parser import Parser
from tui.commands.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.board import OnBoard
    from data.group import Group
    from data.groups import Listed


class TiltakList(Command):
    """Print the tiltak that are not finished, or those that are asked for."""

    name = "tiltak"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis tiltakene i alle gruppene, de som haster mest først")

    def arguments(self, parser: Parser) -> None:
        """Take which tiltak, and the form."""
        add_group_filter(parser)
        parser.add_argument(
            "--person",
            metavar=_("NAVN"),
            default="",
            type=unseen,
            help=_("bare dem denne har eller hjelper med («-» spør deg)"),
        )
        parser.add_argument(
            "--status", metavar=_("STATUS"), default="", help=_("åpen, delvis, gjennomført … eller «alle»")
        )
        parser.add_argument("--forfalt", action="store_true", help=_("bare dem som er over fristen"))
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Print them. Raises MalstyrtError where there is no such group or status: silence would lie."""
        from data.board import Wanted, board  # noqa: PLC0415 - loads the models

        day = today(world.now())
        wanted = Wanted("", clean_line(given.person), _known_status(given.status), given.forfalt)
        found = board(_groups(given, world), wanted, day)
        if given.json:
            put_json([_as_json(one) | {"overdue": one.is_overdue(day)} for one in found])
        elif found:
            put(_lines(found))
        else:
            say(_("Ingen slike tiltak."))
        return 0


def _groups(given: Namespace, world: World) -> Iterator[tuple[Listed, Group]]:
    """Give all groups, or the one that is asked for. Raises NoGroupError."""
    from data.overview import open_groups  # noqa: PLC0415 - loads the models

    found = open_groups(world.locations)
    if not given.gruppe:
        return iter(found)
    path = named_group(given.gruppe, world).path
    return ((listed, group) for listed, group in found if listed.path == path)


def _known_status(words: str) -> str:
    """Give the beginning of a status. Raises MalstyrtError with those there are."""
    from data.board import EVERY  # noqa: PLC0415 - loads the models
    from data.meeting import TiltakStatus  # noqa: PLC0415 - the same

    return one_of(words, (*TiltakStatus, EVERY), _("Ingen tiltak kan ha statusen {words}."))


def _as_json(one: OnBoard) -> dict[str, Any]:
    tiltak = one.tiltak
    return {
        "group": one.group.alias,
        "id": tiltak.id,
        "what": tiltak.what,
        "role": one.role,
        "when": tiltak.when.isoformat() if tiltak.when else None,
        "goal": tiltak.goal or None,
        "status": tiltak.status,
        "reason": tiltak.reason,
        "path": str(one.listed.path),
    }


def _lines(found: list[OnBoard]) -> list[str]:
    from data import dates  # noqa: PLC0415 - not for JSON
    from tui.commands.listing import aligned  # noqa: PLC0415 - not for JSON

    return aligned(
        [
            (
                one.group.alias,
                one.tiltak.id,
                dates.in_table(one.tiltak.when) if one.tiltak.when else _("uten frist"),
                one.tiltak.status,
                one.tiltak.what,
                one.role,
            )
            for one in found
        ]
    )
