"""malstyrt ny: the next meeting, made from an innkalling or the last referat."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from data.language import _
from tui.commands.command import Command
from tui.commands.output import put
from tui.commands.parser import Parser, needed
from tui.commands.world import World


class New(Command):
    """Put a new innkalling in the archive and print its path."""

    name = "ny"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("gjør klart et møte, fra en innkalling eller fra forrige referat")

    def arguments(self, parser: Parser) -> None:
        """Take the file to begin from, and perhaps another group."""
        parser.add_argument("--fra", metavar=_("FIL"), help=_("innkallingen eller referatet å gå ut fra"))
        parser.add_argument("--gruppe", metavar=_("GRUPPE"), default="", help=_("gruppens navn"))

    def run(self, given: Namespace, world: World) -> int:
        """Make it and print the path."""
        needed(given.fra, _("Hva skal møtet lages fra? Skriv --fra FIL."))
        from data.preparing import prepare  # noqa: PLC0415 - loads the models

        put([str(prepare(world.locations, Path(given.fra), group=given.gruppe))])
        return 0
