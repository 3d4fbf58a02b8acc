"""The command line as a whole: which command is meant, and what goes before and after its name."""

from __future__ import annotations

from argparse import SUPPRESS
from collections.abc import Iterable
from importlib import import_module
from typing import Final

from data.language import _
from tui.commands.command import Command
from tui.commands.output import put
from tui.commands.parser import Parser, command_word
from tui.commands.world import as_it_stands, here

HOME: Final = {
    "demo": ("demo", "Demo"),
    "ny": ("new", "New"),
    "mote": ("meeting", "Lead"),
    "referat": ("capture", "Capture"),
    "gruppe": ("group", "Groups"),
    "tiltak": ("tiltak", "TiltakList"),
    "frister": ("due", "Due"),
    "liste": ("listing", "Listing"),
    "vis": ("view", "View"),
    "sok": ("search", "Search"),
    "profil": ("profile", "ProfileCommand"),
    "sjekk": ("check", "Check"),
    "mal": ("structure", "Structures"),
    "rollekort": ("role_card", "RoleCards"),
    "tom": ("empty", "Empty"),
    "sikkerhetskopi": ("backup", "Backup"),
    "oppsett": ("setup", "Setup"),
}
"""The file and the class of each command by its name, in the order help lists them."""


def commands(names: Iterable[str] = HOME) -> tuple[Command, ...]:
    """Give commands by their names, all where none are named."""
    return tuple(_loaded(*HOME[name]) for name in names)


def _loaded(file: str, kind: str) -> Command:
    """Give a command; only those that are asked for are loaded."""
    command: Command = getattr(import_module(f"tui.commands.{file}"), kind)()
    return command


def run_command(words: list[str]) -> int:
    """Do what a command line asks for and give the exit status. Raises MalstyrtError."""
    meant = words[:1] if words[0] in HOME else HOME
    known = {command.name: command for command in commands(meant)}
    given = _parser(known, words).understand(words)
    if given.versjon:
        put([f"malstyrt {_version()}"])
        return 0
    if given.command is None:
        from tui.commands.screen import show  # noqa: PLC0415 - only where there is a screen

        return show(here(given.mappe))
    command = known[given.command]
    return command.run(given, here(given.mappe) if command.guarded else as_it_stands(given.mappe))


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
