"""malstyrt liste: every document, newest first."""

from __future__ import annotations

from argparse import Namespace

from data.archive import Document, documents
from data.language import _
from tui.commands.command import Command
from tui.commands.output import put, put_json, say
from tui.commands.parser import Parser
from tui.commands.world import World


class Listing(Command):
    """Print the archive, a meeting a line."""

    name = "liste"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis møtene, de nyeste først")

    def arguments(self, parser: Parser) -> None:
        """Take the form of the list."""
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Print them."""
        found = documents(world.locations)
        if given.json:
            put_json([_as_json(document) for document in found])
        elif found:
            put(_aligned([_columns(document) for document in found]))
        else:
            say(_("Ingen møter ennå i {folder}").format(folder=world.locations.groups))
        return 0


def _as_json(document: Document) -> dict[str, str | None]:
    return {
        "id": document.id,
        "group": document.group,
        "kind": document.kind,
        "date": document.date.isoformat() if document.date else None,
        "status": document.status,
        "path": str(document.path),
    }


def _columns(document: Document) -> tuple[str, ...]:
    date = document.date.isoformat() if document.date else _("uten dato")
    return (date, document.status, document.group, document.kind, document.id)


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Give rows with each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
