"""malstyrt tiltak: the tiltak of all groups, the first due first. No names of people."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from data.clean import clean_line
from data.instants import today
from data.language import _
from tui.commands.asking import unseen
from tui.commands.command import Command
from tui.commands.filtering import add_group_filter
from tui.commands.output import put, put_json, say
from tui.commands.parser import Parser
from tui.commands.world import World

if TYPE_CHECKING:
    from data.board import OnBoard


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
        """Print them."""
        from data.board import Wanted, board  # noqa: PLC0415 - loads the models
        from data.overview import open_groups  # noqa: PLC0415 - the same

        day = today(world.now())
        wanted = Wanted(given.gruppe, clean_line(given.person), given.status, given.forfalt)
        found = board(open_groups(world.locations), wanted, day)
        if given.json:
            put_json([_as_json(one) | {"overdue": one.is_overdue(day)} for one in found])
        elif found:
            put(_lines(found))
        else:
            say(_("Ingen slike tiltak."))
        return 0


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
