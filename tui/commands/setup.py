"""malstyrt oppsett: where everything lies, and whether all is well with it."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from data.language import _
from data.settings import read_settings
from tui.commands.command import Command
from tui.commands.output import put, put_json
from tui.commands.parser import Parser
from tui.commands.world import World

if TYPE_CHECKING:
    from data.health import Finding
    from data.locations import Locations


class Setup(Command):
    """Print where everything lies; or look it all over, and say what to do."""

    name = "oppsett"
    guarded = False

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("si hvor alt ligger, og om alt er som det skal")

    def arguments(self, parser: Parser) -> None:
        """Take whether to look it over, and the form of the answer."""
        parser.add_argument(
            "--sjekk", action="store_true", help=_("se over mapper, regler, journaler, søk og terminal")
        )
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Print it; looking it over gives 1 where something is not as it should be."""
        if given.sjekk:
            return _look_over(world, json=given.json)
        _say_where(world.locations, json=given.json)
        return 0


def _say_where(locations: Locations, *, json: bool) -> None:
    """Print where everything lies, and what is set."""
    settings = read_settings(locations.settings)
    if json:
        folders = {name: str(folder) for name, folder in locations._asdict().items()}
        chosen = {
            "tema": settings.look,
            "profil": settings.profile,
            "skjul_skjermen_etter": settings.hide_after,
        }
        put_json({**folders, "settings": str(locations.settings), **chosen})
        return
    from tui.commands.listing import aligned  # noqa: PLC0415 - not for JSON

    never = _("aldri")
    put(
        aligned(
            [
                (_("Dokumenter"), str(locations.groups)),
                (_("Journaler"), str(locations.journals)),
                (_("Kan slettes når som helst"), str(locations.cache)),
                (_("Innstillinger"), str(locations.settings)),
                (_("Egne møtestrukturer"), str(locations.structures)),
                (_("Egne kommuneprofiler"), str(locations.profiles)),
                (_("Egne rollekort"), str(locations.role_cards)),
                (_("Parkerte saker og taletid"), str(locations.leaders_book)),
                ("tema", settings.look),
                ("profil", settings.profile or _("ingen")),
                ("skjul_skjermen_etter", str(settings.hide_after or never)),
            ]
        )
    )


def _look_over(world: World, *, json: bool) -> int:
    """Print how everything is; 1 where something needs a look."""
    from data.health import Level  # noqa: PLC0415 - loads the models

    found = list(_findings(world))
    if json:
        put_json([one._asdict() for one in found])
    else:
        put(line for one in found for line in _lines(one))
    return 0 if all(one.level is Level.GOOD for one in found) else 1


def _findings(world: World) -> Iterator[Finding]:
    from data.health import disks, folders, journals, records, rules, sqlite  # noqa: PLC0415 - loads the models
    from data.images import sqlite_version  # noqa: PLC0415 - with the others
    from tui.terminal_health import terminal  # noqa: PLC0415 - with the others

    yield from folders(world.locations)
    yield from rules(world.locations)
    yield from disks(world.locations)
    yield sqlite(sqlite_version())
    yield from journals(world.locations, world.now())
    yield from records(world.locations)
    yield from terminal(os.environ)


def _lines(one: Finding) -> Iterator[str]:
    """Give a finding as people read it."""
    from data.health import Level  # noqa: PLC0415 - loaded already

    marks = {Level.GOOD: "✓", Level.DOUBTFUL: "?", Level.BAD: "✗"}
    yield f"{marks[one.level]} {one.subject}: {one.words}"
    if one.remedy:
        yield f"    {one.remedy}"
