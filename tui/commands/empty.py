"""malstyrt tom: the working copy of a group or a meeting removed, once it is filed."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from data.language import _
from tui.commands.asking import answer, unseen
from tui.commands.command import Command
from tui.commands.output import put, say
from tui.commands.parser import Parser, needed
from tui.commands.world import World

if TYPE_CHECKING:
    import datetime as dt

    from data.working_copy import WorkingCopy

YES = {"tøm", "tom"}
"""What is typed to say yes: a word, so that no Enter too many removes anything."""


class Empty(Command):
    """Remove what is here of a group or a meeting that is filed, and print the path of the receipt."""

    name = "tom"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("slett arbeidskopien av en gruppe eller et møte som er arkivert")

    def arguments(self, parser: Parser) -> None:
        """Take what to remove, and the answers that are else asked for."""
        parser.add_argument(
            "target", nargs="?", default="", metavar=_("GRUPPE|MØTE"), help=_("alias eller ID")
        )
        parser.add_argument(
            "--sted",
            metavar=_("STED"),
            default="",
            type=unseen,
            help=_("hvor det er arkivert, uten navn på noen"),
        )
        parser.add_argument("--dato", metavar=_("DATO"), default="", help=_("når det ble arkivert"))
        parser.add_argument("--ja", action="store_true", help=_("slett uten å spørre"))

    def run(self, given: Namespace, world: World) -> int:
        """Say what goes, ask for what was not given, and remove it."""
        needed(given.target, _("Hva skal tømmes? Skriv en gruppe eller et møte."))
        from data.emptying import empty, filing  # noqa: PLC0415 - loads the models
        from data.instants import today  # noqa: PLC0415 - loads the time zones
        from data.working_copy import working_copy  # noqa: PLC0415 - loads the models

        day = today(world.now())
        working = working_copy(world.locations, given.target, day, now=world.now)
        say(_what_goes(working))
        place = given.sted or answer(_("Hvor er det arkivert? (sakssystem og saksnummer, ingen navn)"))
        filed = filing(place, _day(given.dato or answer(_("Når ble det arkivert?")), day), working, day)
        if not given.ja and answer(_("Det kan ikke angres. Skriv «tøm» for å slette:")).lower() not in YES:
            say(_("Ingenting er slettet."))
            return 1
        receipt = empty(world.locations, working, filed, now=world.now(), who=world.who.partition(":")[0])
        say(_("Slettet her. Sikkerhetskopier, og filer du har sendt eller eksportert, må du slette selv."))
        put([str(receipt)])
        return 0


def _what_goes(working: WorkingCopy) -> str:
    """Say what is to be removed."""
    from data.working_copy import size_of  # noqa: PLC0415 - loaded already

    words = _("Dette slettes: {name} · dokumenter: {documents} · filer: {files} · {kilobytes} kB").format(
        name=working.name,
        documents=len(working.documents),
        files=len(working.files),
        kilobytes=-(-size_of(working.files) // 1000),
    )
    return "\n".join([words, *(_("  også {name}").format(name=path.name) for path in working.others)])


def _day(words: str, today: dt.date) -> dt.date | None:
    """Give the day that words say; None for what is no day."""
    from data import dates  # noqa: PLC0415 - only where a day is given

    understood = dates.understand(words, today) if words else None
    return understood.date if understood else None
