"""malstyrt profil: the rules of municipalities, those of one with their sources, and rules of one's own."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from data.language import _
from tui.commands.command import Command
from tui.commands.output import put, put_json, tell
from tui.commands.parser import Parser, UsageError
from tui.commands.world import World

if TYPE_CHECKING:
    from data.profile import Origin, Profile

NEW = "ny"
"""The word before the name of a profile to begin."""


class ProfileCommand(Command):
    """List the profiles, show the rules of one, or begin one of one's own."""

    name = "profil"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("vis kommunenes regler og hvor de står, eller begynn på egne")

    def arguments(self, parser: Parser) -> None:
        """Take the name of one to show or to begin."""
        parser.add_argument(
            "words", nargs="*", metavar=_("[ny] NAVN"), help=_("vis reglene, eller lag egne å begynne på")
        )
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """List them, show one, or write the one to begin from and print its path."""
        match given.words:
            case []:
                return _list(world, as_json=given.json)
            case ["ny", name]:
                from data.own_files import begin  # noqa: PLC0415 - loads the models

                put([str(begin(world.locations.profiles, name))])
                return 0
            case [name] if name != NEW:
                return _show(world, name, as_json=given.json)
            case _:
                raise UsageError(_("Skriv «malstyrt profil ny NAVN» for å lage en egen profil."))


def _list(world: World, *, as_json: bool) -> int:
    """Print every profile, the one in use marked; those that cannot be used are told of."""
    from data.governing import Profiles  # noqa: PLC0415 - loads the models

    profiles = Profiles(world.locations)
    chosen = profiles.named("").name
    titles = profiles.titles()
    if as_json:
        put_json([{"name": n, "title": title, "chosen": n == chosen} for n, title in titles.items()])
    else:
        put(f"{'*' if n == chosen else ' '} {n:<12} {title}" for n, title in titles.items())
    for mistake in profiles.mistakes:
        tell(mistake)
    return 2 if profiles.mistakes else 0


def _show(world: World, name: str, *, as_json: bool) -> int:
    """Print the rules of one profile, each with its source and the day it was checked."""
    from data.governing import Profiles  # noqa: PLC0415 - loads the models

    profile = Profiles(world.locations).exactly(name)
    rules = list(_rules(profile))
    if as_json:
        put_json(rules)
    else:
        put(f"{one['rule']}: {one['value']}  ({one['source']}, {one['checked']})" for one in rules)
    return 0


def _rules(profile: Profile) -> Iterator[dict[str, Any]]:
    """Give the rules of a profile by their names in its file."""
    for part, origin in profile.required.items():
        yield _rule(part, "krav", origin)
    for part, origin in profile.advised.items():
        yield _rule(part, "anbefalt", origin)
    for limit, bound in profile.limits.items():
        yield _rule(limit, bound.number, bound.origin)
    named = (("samtykke", profile.written), ("arkiv", profile.filed), ("maler", profile.structures))
    for name, listed in named:
        if listed:
            yield _rule(name, ", ".join(listed.words), listed.origin)


def _rule(name: str, value: str | int, origin: Origin) -> dict[str, Any]:
    return {
        "rule": str(name),
        "value": value,
        "source": origin.source,
        "checked": origin.checked.isoformat(),
    }
