"""malstyrt referat: the referat of a meeting, written on one page."""

from __future__ import annotations

from argparse import Namespace

from data.language import _
from tui.commands.command import Command
from tui.commands.parser import Parser
from tui.commands.screen import need_terminal, show
from tui.commands.world import World


class Capture(Command):
    """Write a meeting up without leading it: one page, no rounds."""

    name = "referat"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("skriv et referat på én side, uten runder")

    def arguments(self, parser: Parser) -> None:
        """Take the meeting's id or file; none means a new one."""
        parser.add_argument("target", nargs="?", default="", metavar=_("ID|FIL"), help=_("møtet"))

    def run(self, given: Namespace, world: World) -> int:
        """Open the page and show it until the user leaves."""
        need_terminal()
        if given.target:
            from data.opening import open_to_change  # noqa: PLC0415 - loads the models

            opened = open_to_change(world.locations, given.target, now=world.now, who=world.who)
        else:
            from data.beginning import open_blank  # noqa: PLC0415 - loads the models

            opened = open_blank(world.locations, now=world.now, who=world.who)
        return show(world, opened, led=False)
