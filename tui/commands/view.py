"""malstyrt vis: a document as it stands."""

from __future__ import annotations

from argparse import Namespace

from data.language import _
from tui.commands.command import Command
from tui.commands.output import put
from tui.commands.parser import Parser, needed
from tui.commands.screen import show
from tui.commands.world import World


class View(Command):
    """Print a document's text."""

    name = "vis"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis et dokument")

    def arguments(self, parser: Parser) -> None:
        """Take the meeting's id or file, and whether to show it on the screen."""
        parser.add_argument("target", nargs="?", default="", metavar=_("ID|FIL"), help=_("møtet"))
        parser.add_argument(
            "--skjerm", action="store_true", help=_("åpne referatet på skjermen: send ut, les opp, godkjenn")
        )

    def run(self, given: Namespace, world: World) -> int:
        """Print it, or show it."""
        needed(given.target, _("Hvilket møte? Skriv ID eller fil."))
        from data.choosing import choose  # noqa: PLC0415 - other commands have no document to choose
        from data.files import read_bytes  # noqa: PLC0415 - with the file
        from data.instants import today  # noqa: PLC0415 - loads the time zones

        path = choose(world.locations, given.target, today(world.now())).document.path
        if given.skjerm:
            return show(world, document=path)
        put(read_bytes(path).decode("utf-8-sig", "replace").splitlines())
        return 0
