"""malstyrt liste: the documents, newest first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from data.archive import Document, documents
from data.language import _
from tui.commands.command import Command
from tui.commands.filtering import add_filters, refuse_unknown_group, tell_of_reading, wanted
from tui.commands.output import put, put_json, say
from tui.commands.parser import Parser
from tui.commands.world import World

FEW = 500
"""New documents that are taken into the index before all are listed; with more, listing alone is quicker."""


class Listing(Command):
    """Print the archive, a meeting a line."""

    name = "liste"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis møtene, de nyeste først")

    def arguments(self, parser: Parser) -> None:
        """Take what the documents must be, and the form of the list."""
        add_filters(parser)
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Print them."""
        found = _found(given, world)
        if given.json:
            put_json([as_json(document) for document in found])
        elif found:
            put(aligned([columns(document) for document in found]))
        else:
            say(_nothing(given, world))
        return 0


def _nothing(given: Namespace, world: World) -> str:
    """Say that there is nothing to list: nothing at all, or nothing of what was asked for."""
    from data.index import Filter  # noqa: PLC0415 - loaded by run already

    if wanted(given) != Filter():
        return _("Ingen slike møter.")
    return _("Ingen møter ennå i {folder}").format(folder=world.locations.groups)


def _found(given: Namespace, world: World) -> list[Document]:
    """Give the documents to list: by the index, unless it would have to be made for this alone."""
    from data.index import Filter, Index  # noqa: PLC0415 - loads the database

    asked = wanted(given)
    with Index(world.locations) as index:
        if asked != Filter():
            index.look(tell_of_reading)
            refuse_unknown_group(asked.group, index, world.locations)
        elif index.look(lambda _done, of: of <= FEW) > FEW:
            return documents(world.locations)
        return index.documents(asked)


def as_json(document: Document) -> dict[str, str | None]:
    """Give a document as other programs read it."""
    return {
        "id": document.id,
        "group": document.group,
        "kind": document.kind,
        "date": document.date.isoformat() if document.date else None,
        "status": document.status,
        "path": str(document.path),
    }


def columns(document: Document) -> tuple[str, ...]:
    """Give a document as people read it in a list."""
    date = document.date.isoformat() if document.date else _("uten dato")
    return (date, document.status, document.group, document.kind, document.id)


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Give rows with each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
