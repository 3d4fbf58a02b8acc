"""The choices that narrow a list of documents, the same for every command that lists them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from data.archive import UNREADABLE
from data.clean import clean_line
from data.errors import MalstyrtError
from data.language import _, in_a_row, ngettext
from tui.commands.asking import unseen
from tui.commands.output import count_up
from tui.commands.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.index import Filter, Index
    from data.locations import Locations


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
    """Give the filter that a command line asks for. Raises MalstyrtError for no such kind or status."""
    from data.head import KINDS, STATUSES  # noqa: PLC0415 - only commands that list need it
    from data.index import Filter  # noqa: PLC0415 - the same

    kind = one_of(given.slag, KINDS, _("Ingen møter er av slaget {words}."))
    status = one_of(given.status, (*STATUSES, UNREADABLE), _("Ingen møter kan ha statusen {words}."))
    return Filter(given.gruppe, kind, status, clean_line(given.deltaker), given.year)


def refuse_unknown_group(words: str, index: Index, locations: Locations) -> None:
    """Raise NoGroupError where words name no group, nor what some meeting calls its own."""
    from data.groups import NoGroupError, find_group, groups, is_same  # noqa: PLC0415 - few ask for a group

    if not words or find_group(locations, words):
        return
    called = index.values("group")
    if not any(is_same(alias, words) for alias in called):
        raise NoGroupError(words, list(dict.fromkeys([*(one.alias for one in groups(locations)), *called])))


def one_of(words: str, known: Sequence[str], message: str) -> str:
    """Give words that a known value, or a word in it, begins with. Raises MalstyrtError with those known."""
    if any(f" {words.casefold()}" in f" {one}" for one in known):
        return words
    there = _("Disse finnes: {names}.").format(names=in_a_row(known))
    raise MalstyrtError(_("Finnes ikke"), f"{message.format(words=clean_line(words))} {there}")


def tell_of_reading(done: int, of: int) -> bool:
    """Show how far the reading of new documents has come; go on in any case."""
    words = ngettext("Leser inn {done} av {of} dokument", "Leser inn {done} av {of} dokumenter", of)
    count_up(words.format(done=done, of=of), last=done == of)
    return True
