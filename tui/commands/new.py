"""malstyrt ny: the next meeting, made from its group, an innkalling or the last referat."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from data.language import _
from tui.commands.command import Command
from tui.commands.output import put, say
from tui.commands.parser import Parser, UsageError, needed
from tui.commands.world import World


class New(Command):
    """Put a new innkalling in the archive and print its path."""

    name = "ny"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("gjør klart et møte, fra gruppen, en innkalling eller forrige referat")

    def arguments(self, parser: Parser) -> None:
        """Take the file to begin from, and perhaps another group."""
        parser.add_argument("--fra", metavar=_("FIL"), help=_("innkalling, referat eller kalenderfil (.ics)"))
        parser.add_argument("--gruppe", metavar=_("GRUPPE"), default="", help=_("gruppen møtet er for"))
        parser.add_argument("--mal", metavar=_("MAL"), default="", help=_("malen møtet følger"))
        parser.add_argument(
            "--inviter",
            metavar=_("NAVN"),
            action="append",
            default=[],
            help=_("en i gruppen som deltar etter avtale; kan stå flere ganger"),
        )

    def run(self, given: Namespace, world: World) -> int:
        """Make it and print the path."""
        needed(given.fra or given.gruppe, _("Hvem er møtet for? Skriv --gruppe GRUPPE eller --fra FIL."))
        if given.fra and given.inviter:
            raise UsageError(_("--inviter gjelder møter fra gruppen: skriv --gruppe, ikke --fra."))
        from data.calendar import prepare_from_calendar, save_beside  # noqa: PLC0415 - loads the models
        from data.instants import today  # noqa: PLC0415 - loads the time zones
        from data.offering import cautions  # noqa: PLC0415 - loads the models
        from data.preparing import prepare, prepare_for_group  # noqa: PLC0415 - loads the models

        notices: tuple[str, ...] = ()
        if not given.fra:
            day = today(world.now())
            path = prepare_for_group(world.locations, given.gruppe, day, given.inviter, structure=given.mal)
        elif given.fra.lower().endswith(".ics"):
            path, notices = prepare_from_calendar(
                world.locations, Path(given.fra), group=given.gruppe, structure=given.mal
            )
        else:
            path = prepare(world.locations, Path(given.fra), group=given.gruppe, structure=given.mal)
        put([str(path)])
        notices = (*notices, save_beside(path, now=world.now()), *cautions(world.locations, path))
        for notice in filter(None, notices):
            say(notice)
        return 0
