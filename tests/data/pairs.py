"""Each structure with each profile that uses it, as the profiles say themselves."""

from __future__ import annotations

from data.profile_file import available, load
from data.structure import available as structures
from data.structure import load as structure

PAIRS = [(name, profile) for profile in available() for name in load(profile).followed]
"""The name of a structure and that of a profile whose meetings follow it."""

_OWN = {load(profile).followed[0]: profile for profile in reversed(available())}

FIRST = [(f"{name}+forste", profile) for name, profile in _OWN.items()]
"""What a first meeting adds to each structure that groups follow, with one of the profiles."""


def unused() -> set[str]:
    """Give the names of the structures that no profile uses."""
    there = {name for name in structures() if not structure(name).addition}
    return there - {name for name, _profile in PAIRS}
