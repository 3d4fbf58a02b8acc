"""A municipality's profile that a user has written, and that names structures of one's choosing."""

from __future__ import annotations

import json

from data.locations import Locations
from data.profile_file import BUILT_IN

OWN = "var"
"""The name of the profile."""

_OURS = 'brukes = ["kafjord", "formote", "fagmote", "veiledning"]'


def write_profile(locations: Locations, *structures: str) -> str:
    """Write the profile, and give where its file names the structures, as people are told of it."""
    ours = (BUILT_IN / "kafjord.toml").read_text("utf-8")
    line = ours.splitlines().index(_OURS) + 1
    locations.profiles.mkdir(parents=True, exist_ok=True)
    own = ours.replace(_OURS, f"brukes = {json.dumps(structures)}")
    (locations.profiles / f"{OWN}.toml").write_text(own, "utf-8")
    return f"{OWN}.toml, linje {line}: maler, brukes"
