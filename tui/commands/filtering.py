"""The choices that narrow a list of documents, the same for every command that lists them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from data.clean import clean_line
from data.language import _
from tui.commands.asking import unseen
from tui.commands.output import count_up
from tui.commands.parser import Parser

if TYPE_CHECKING:
    from data.index import Filter


def add_filters(parser: Parser) -> None:
    """Take what the documents must be."""
    add_group_filter(parser)
    parser.add_argument("--slag", metavar=_("SLAG"), default="", help=_("bare slike møter: fag, ansvar …"))
    parser.add_argument("--status", metavar=_("STATUS"), default="", help=_("bare med denne statusen"))
    parser.add_argument(
        "--deltaker",
        metavar=_("NAVN"),
        default="",
        type=unseen,
        help=_("bare med denne deltakeren («-» spør deg)"),
    )
    parser.add_argument("--år", "--ar", dest="year", metavar=_("ÅR"), type=int, help=_("bare fra dette året"))


def add_group_filter(parser: Parser) -> None:
    """Take the group that all listed belongs to."""
    parser.add_argument(
        "--gruppe",
        metavar=_("GRUPPE"),
        default="",
        type=clean_line,
        help=_("bare gruppen med dette navnet"),
    )


def wanted(given: Namespace) -> Filter:
    """Give the filter that a command line asks for."""
    from data.index import Filter  # noqa: PLC0415 - only commands that list need it

    return Filter(given.gruppe, given.slag, given.status, clean_line(given.deltaker), given.year)


def tell_of_reading(done: int, of: int) -> bool:
    """Show how far the reading of new documents has come; go on in any case."""
    count_up(_("Leser inn {done} av {of} dokumenter").format(done=done, of=of), last=done == of)
    return True
