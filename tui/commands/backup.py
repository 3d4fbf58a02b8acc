"""malstyrt sikkerhetskopi: one copy of everything, made while meetings are held, and put back."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from data.language import _, ngettext
from tui.commands.command import Command
from tui.commands.output import put, say
from tui.commands.parser import Parser, needed
from tui.commands.world import World


class Backup(Command):
    """Copy everything to a new file and print its path; or put a copy back in an empty folder."""

    name = "sikkerhetskopi"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("ta en kopi av alt, også midt i et møte, eller hent en inn igjen")

    def arguments(self, parser: Parser) -> None:
        """Take the copy's file, and which way."""
        parser.add_argument("file", nargs="?", default="", metavar=_("FIL"), help=_("kopien"))
        parser.add_argument("--gjenopprett", action="store_true", help=_("hent kopien inn i en tom mappe"))
        parser.add_argument(
            "--redd", action="store_true", help=_("hent inn det som er helt i en skadet kopi")
        )

    def run(self, given: Namespace, world: World) -> int:
        """Do it; 1 where something was left out of a copy."""
        needed(given.file, _("Hvor skal kopien ligge? Skriv et filnavn."))
        if given.gjenopprett or given.redd:
            return _restore(Path(given.file), world, damaged_too=given.redd)
        return _make(Path(given.file), world)


def _make(file: Path, world: World) -> int:
    from data.backup import make_backup  # noqa: PLC0415 - loads the models

    made = make_backup(world.locations, file)
    for path in made.left_out:
        say(_("Ikke med: {path}").format(path=path))
    say(
        ngettext(
            "Kopien har {n} fil. Den er ikke kryptert: legg den der bare du kommer til.",
            "Kopien har {n} filer. Den er ikke kryptert: legg den der bare du kommer til.",
            made.files,
        ).format(n=made.files)
    )
    put([str(made.path)])
    return 1 if made.left_out else 0


def _restore(file: Path, world: World, *, damaged_too: bool) -> int:
    from data.restoring import restore  # noqa: PLC0415 - loads the models

    count = restore(world.locations, file, damaged_too=damaged_too)
    say(ngettext("Hentet inn {n} fil.", "Hentet inn {n} filer.", count).format(n=count))
    put([str(world.locations.data)])
    return 0
