"""malstyrt mote: lead a meeting, or go on where it stopped."""

from __future__ import annotations

from argparse import Namespace

from data.language import _
from tui.commands.command import Command
from tui.commands.parser import Parser
from tui.commands.screen import need_terminal, show
from tui.commands.world import World


class Lead(Command):
    """Open a meeting on the screen."""

    name = "mote"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("led et møte, eller gå videre der det stoppet")

    def arguments(self, parser: Parser) -> None:
        """Take the meeting's id or file; none means the one to lead now."""
        parser.add_argument("target", nargs="?", default="", metavar=_("ID|FIL"), help=_("møtet"))

    def run(self, given: Namespace, world: World) -> int:
        """Open it and show it until the user leaves."""
        need_terminal()
        from data.opening import open_to_change  # noqa: PLC0415 - loads the models

        return show(world, open_to_change(world.locations, given.target, now=world.now, who=world.who))
