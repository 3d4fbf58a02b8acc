"""malstyrt mal: the structures that meetings follow, and one of one's own."""

from __future__ import annotations

from argparse import Namespace

from data.language import _
from tui.commands.command import Command
from tui.commands.output import put, put_json, tell
from tui.commands.parser import Parser, UsageError
from tui.commands.world import World

NEW = "ny"
"""The word before the name of a structure to begin."""


class Structures(Command):
    """List the structures, or begin one of one's own."""

    name = "mal"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis malene som møter følger, eller begynn på en egen")

    def arguments(self, parser: Parser) -> None:
        """Take the name of one to begin."""
        parser.add_argument("words", nargs="*", metavar=_("ny NAVN"), help=_("lag en egen mal å begynne på"))
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """List them, or write the one to begin from and print its path."""
        if not given.words:
            return _list(world, as_json=given.json)
        if len(given.words) != len((NEW, "name")) or given.words[0] != NEW:
            raise UsageError(_("Skriv «malstyrt mal ny NAVN» for å lage en egen mal."))
        from data.own_files import begin  # noqa: PLC0415 - loads the models

        put([str(begin(world.locations.structures, given.words[1]))])
        return 0


def _list(world: World, *, as_json: bool) -> int:
    """Print every structure that a meeting can follow; one that cannot be used is told of."""
    from data.structure import StructureError, available, choices, load  # noqa: PLC0415 - loads the models

    folders = (world.locations.structures,)
    found = choices(folders)
    status = 0
    for name in available(folders):
        try:
            load(name, folders)
        except StructureError as error:
            tell(error)
            status = 2
    if as_json:
        put_json([{"name": one.name, "title": one.title, "minutes": one.minutes} for one in found])
    else:
        put(f"{one.name:<12} {one.title} · {one.minutes} min" for one in found)
    return status
