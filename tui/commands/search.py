"""malstyrt sok: words found in any document, shown in their lines."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from data.language import _
from tui.commands.asking import unseen
from tui.commands.command import Command
from tui.commands.filtering import add_filters, refuse_unknown_group, tell_of_reading, wanted
from tui.commands.listing import as_json, columns
from tui.commands.output import put, put_json, say
from tui.commands.parser import Parser, needed
from tui.commands.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.index import Hit

MOST = 50


class Search(Command):
    """Print the newest documents that hold all the words, with the lines where they stand."""

    name = "sok"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("finn ord i alle dokumentene")

    def arguments(self, parser: Parser) -> None:
        """Take words, what the documents must be, and the form of the answer."""
        parser.add_argument(
            "words",
            nargs="*",
            metavar=_("ORD"),
            type=unseen,
            help=_("ord, eller deler av ord («-» spør deg)"),
        )
        add_filters(parser)
        parser.add_argument(
            "--antall", metavar=_("ANTALL"), type=int, default=MOST, help=_("så mange dokumenter til sammen")
        )
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Look at what has changed, search, and print what is found."""
        needed(given.words, _("Hva skal finnes? Skriv ett eller flere ord."))
        asked = wanted(given)
        from data.index import Index  # noqa: PLC0415 - loads the database

        with Index(world.locations) as index:
            index.look(tell_of_reading)
            refuse_unknown_group(asked.group, index, world.locations)
            hits = index.search(" ".join(given.words), asked, most=max(given.antall, 1))
            if given.json:
                put_json([_as_json(hit) for hit in hits])
            elif hits:
                put(line for hit in hits for line in _in_words(hit))
            else:
                say(_("Ingen treff."))
            sys.stdout.flush()
            index.tidy()
        return 0


def _as_json(hit: Hit) -> dict[str, Any]:
    lines = [{"line": line.number, "text": line.text, "marks": line.marks} for line in hit.lines]
    return {**as_json(hit.document), "lines": lines}


def _in_words(hit: Hit) -> Iterator[str]:
    yield "  ".join(columns(hit.document))
    yield from (f"  {line.number:>4}  {line.text}" for line in hit.lines)
