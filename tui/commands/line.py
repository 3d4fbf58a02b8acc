"""The command line as a whole: which command is meant, and what goes before and after its name."""

from __future__ import annotations

from argparse import SUPPRESS

from data.language import _
from tui.commands.capture import Capture
from tui.commands.check import Check
from tui.commands.command import Command
from tui.commands.demo import Demo
from tui.commands.due import Due
from tui.commands.group import Groups
from tui.commands.listing import Listing
from tui.commands.meeting import Lead
from tui.commands.new import New
from tui.commands.output import put
from tui.commands.parser import Parser, command_word
from tui.commands.screen import show
from tui.commands.search import Search
from tui.commands.tiltak import TiltakList
from tui.commands.view import View
from tui.commands.world import here


def commands() -> tuple[Command, ...]:
    """Give every command, in the order help lists them."""
    meetings = (Demo(), New(), Lead(), Capture())
    return (*meetings, Groups(), TiltakList(), Due(), Listing(), View(), Search(), Check())


def run_command(words: list[str]) -> int:
    """Do what a command line asks for and give the exit status. Raises MalstyrtError."""
    known = {command.name: command for command in commands()}
    given = _parser(known, words).understand(words)
    if given.versjon:
        put([f"malstyrt {_version()}"])
        return 0
    world = here(given.mappe)
    if given.command is None:
        return show(world)
    return known[given.command].run(given, world)


def _parser(known: dict[str, Command], words: list[str]) -> Parser:
    """Give what reads a command line; of the commands, only those among its words say what they take."""
    parser = Parser(
        prog="malstyrt",
        description=_("Leder målstyrte samarbeidsmøter, fra innkalling til ferdig referat."),
        epilog=_("Uten kommando åpnes programmet på hjem-skjermen."),
    )
    _common(parser, folder="")
    parser.add_argument("--versjon", action="store_true", help=_("vis utgaven"))
    chosen = parser.add_subparsers(
        dest="command", prog="malstyrt", title=_("Kommandoer"), metavar=command_word()
    )
    for name, command in known.items():
        one = chosen.add_parser(name, help=command.help, description=command.help)
        if name in words:
            _common(one, folder=SUPPRESS)
            command.arguments(one)
    return parser


def _common(parser: Parser, folder: str) -> None:
    """Add what goes before and after the command's name."""
    parser.add_argument("--mappe", metavar=_("MAPPE"), default=folder, help=_("ha alle filer i denne mappen"))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - takes 30 ms

    try:
        return version("malstyrt")
    except PackageNotFoundError:
        return _("ukjent utgave")
