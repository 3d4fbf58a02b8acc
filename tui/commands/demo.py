"""malstyrt demo: a made-up meeting to try everything on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.language import _
from tui.commands.command import Command
from tui.commands.output import say
from tui.commands.screen import need_terminal, show
from tui.commands.world import World

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.commands.parser import Parser


class Demo(Command):
    """Lead a made-up meeting, in a folder of its own or in the one that is named."""

    name = "demo"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("prøv et oppdiktet møte, i en egen mappe")

    def arguments(self, parser: Parser) -> None:
        """Nothing beyond what all take."""

    def run(self, given: Namespace, world: World) -> int:
        """Do it and give the exit status."""
        del given
        return lead_demo(world)


def lead_demo(world: World) -> int:
    """Begin the meeting, show it, and say at the end where it lies; give the exit status."""
    need_terminal()
    world = world if world.home else _in_a_folder_of_its_own(world)
    from data.demo import open_demo  # noqa: PLC0415 - loads the models

    status = show(world, open_demo(world.locations, now=world.now, who=world.who))
    say(_("Demoen ligger i {folder}").format(folder=world.locations.data.parent))
    return status


def _in_a_folder_of_its_own(world: World) -> World:
    from tempfile import mkdtemp  # noqa: PLC0415 - only the demo needs it

    folder = mkdtemp(prefix="malstyrt-demo-")
    from data.locations import locate  # noqa: PLC0415 - with the folder

    return world._replace(locations=locate({}, Path(folder)), home=folder)
