"""malstyrt mote: lead a meeting, or go on where it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.language import _
from tui.commands.command import Command
from tui.commands.screen import need_terminal, show
from tui.commands.world import World

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.commands.parser import Parser


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
        """Do it and give the exit status."""
        return lead(world, given.target)


def lead(world: World, target: str) -> int:
    """Open a meeting, show it until the user leaves, and give the exit status. Raises MalstyrtError."""
    need_terminal()
    from data.opening import open_to_change  # noqa: PLC0415 - loads the models

    return show(world, open_to_change(world.locations, target, now=world.now, who=world.who))
