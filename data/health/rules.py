"""The rules in use: the profiles that the settings and the groups name, and the structures of those."""

from __future__ import annotations

from collections.abc import Iterator

from data.governing import Profiles
from data.groups import groups
from data.health.finding import Finding, Level
from data.language import _
from data.locations import Locations

SUBJECT = "regler"


def rules(locations: Locations) -> Iterator[Finding]:
    """Say of the rules what in them cannot be used, by file and line; one line when all can."""
    profiles = Profiles(locations)
    for name in ("", *(group.profile for group in groups(locations))):
        profiles.named(name)
    remedy = _("Rett det i filen. Til da brukes noe annet i stedet. «malstyrt sjekk FIL» viser alt.")
    amiss = [Finding(SUBJECT, Level.BAD, error.message, remedy) for error in profiles.amiss()]
    yield from amiss or [Finding(SUBJECT, Level.GOOD, _("Profilene og malene de nevner, kan brukes."))]
