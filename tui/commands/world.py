"""What a command is given of the world: where things lie, what time it is, who sits there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from data.locations import Locations, locate
from data.privacy import refuse_open_folders
from tui.machine import ThisMachine


class World(NamedTuple):
    """`now` gives the instant in seconds since 1970, UTC; `home` is the folder named by the user, if any."""

    locations: Locations
    now: Callable[[], float]
    who: str
    home: str = ""


def here(folder: str = "") -> World:
    """Give the world as this process finds it, all paths under `folder` where one is named.

    Raises OpenFolderError where others can get at what lies there.
    """
    world = as_it_stands(folder)
    refuse_open_folders(world.locations)
    return world


def as_it_stands(folder: str = "") -> World:
    """Give the world as `here`, also where others can get at it: to look at, and to say what is wrong."""
    home = folder or os.environ.get("MALSTYRT_HOME", "")
    return World(locate(os.environ, Path(folder) if folder else None), ThisMachine(), _user(), home)


def _user() -> str:
    """Give the name that tells this terminal's user from others in the journal."""
    return f"{os.environ.get('LOGNAME') or os.environ.get('USER') or 'ukjent'}:{os.getpid()}"
