"""malstyrt vis: a document as it stands."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from data.errors import MalstyrtError
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
            _refuse_unfinished(path)
            return show(world, document=path)
        put(read_bytes(path).decode("utf-8-sig", "replace").splitlines())
        return 0


def _refuse_unfinished(path: Path) -> None:
    """Raise MalstyrtError where there is no finished referat: its page has keys for nothing else.

    Whatever is the matter with the file is told in the shell: there is no page yet to tell it on.
    """
    from data.archive import FINISHED  # noqa: PLC0415 - only for the screen
    from data.clean import clean_line  # noqa: PLC0415 - the same
    from data.opening import open_document  # noqa: PLC0415 - loads the models

    if open_document(path).meeting.status not in FINISHED:
        message = _(
            "{file} er ikke et ferdig referat. Møter som ikke er ferdige, åpnes med «malstyrt mote». "
            "Uten --skjerm vises teksten."
        )
        raise MalstyrtError(_("Kan ikke vises på skjermen"), message.format(file=clean_line(str(path))))
