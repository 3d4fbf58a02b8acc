"""malstyrt rollekort: what a meeting asks of a role, as one page to hand out."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from data.errors import MalstyrtError
from data.language import _
from tui.commands.command import Command
from tui.commands.output import put, tell
from tui.commands.parser import Parser
from tui.commands.world import World


class RoleCards(Command):
    """Print the card of a role, or the roles there are cards for."""

    name = "rollekort"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("hva som ventes av hver rolle i møtet, på én side til å dele ut")

    def arguments(self, parser: Parser) -> None:
        """Take the role, the structure whose steps the card follows, and where to put it."""
        parser.add_argument(
            "role", nargs="?", default="", metavar=_("ROLLE"), help=_("uten: hvilke som finnes")
        )
        parser.add_argument(
            "--mal", metavar=_("MAL"), default="malstyrt", help=_("møtestrukturen kortet følger")
        )
        parser.add_argument("--til", metavar=_("FIL"), default="", help=_("skriv til denne filen"))

    def run(self, given: Namespace, world: World) -> int:
        """Print it, or write it to a file that is not there yet."""
        from data.role_cards import as_markdown, role_card, role_cards  # noqa: PLC0415 - loads the structures
        from data.structure import load  # noqa: PLC0415 - the same

        own = (world.locations.role_cards,)
        if not given.role:
            put(f"{card.role:<12} {card.title}" for card in role_cards(own, tell))
            return 0
        structure = load(given.mal, (world.locations.structures,))
        text = as_markdown(role_card(given.role.lower(), own), structure)
        if not given.til:
            put(text.splitlines())
            return 0
        path = Path(given.til).expanduser()
        if path.exists():
            message = _("{name} finnes alt. Velg et annet navn, eller flytt den.")
            raise MalstyrtError(_("Ikke lagret"), message.format(name=path.name))
        from data.files import write_whole  # noqa: PLC0415 - only where there is a file to write

        write_whole(path, text)
        put([str(path)])
        return 0
