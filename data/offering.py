"""What a new meeting may follow, and what a leader should know of it before it is made."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from data.bounds import too_long, warned
from data.convening import Convened, blank_meeting, convened
from data.errors import MalstyrtError
from data.governing import Profiles
from data.language import _
from data.locations import Locations
from data.opening import open_document
from data.profile import Limit, Profile
from data.rounds import WITHOUT_INTERPRETER
from data.structure import Structure, choices, without_addition


class Offered(NamedTuple):
    """A structure to choose. `name` is "" for what is proposed, and `why` says why that is."""

    name: str
    title: str
    why: str = ""
    caution: str = ""


def offered(locations: Locations, group: str) -> tuple[Offered, ...]:
    """Give what a meeting of a group may follow: what is proposed, what its rules name, the rest.

    Of a group that nothing is known of, the rules are those chosen in the settings.
    """
    known = _known(locations, group)
    profiles = Profiles(locations)
    profile = profiles.of_group(group)
    there = choices((locations.structures,), profile.followed)
    proposed = known.structure if known else there[0]
    others = [one for one in there if one.name != without_addition(proposed.name)]
    cautions = filter(None, [_caution(proposed, known, profile), *_of_rules(profiles)])
    return (
        Offered("", proposed.title, _why(proposed, known, profile), "\n".join(cautions)),
        *(Offered(one.name, one.title, caution=_caution(one, known, profile)) for one in others),
    )


def cautions(locations: Locations, innkalling: Path) -> tuple[str, ...]:
    """Say of an innkalling in the archive that it is planned longer than its rules have it.

    What is wrong with those rules is said too. Raises UnreadableError.
    """
    meeting = open_document(innkalling).meeting
    profiles = Profiles(locations)
    profile = profiles.beside(innkalling)
    words = warned(too_long(meeting.length, profile, meeting.interpreter), Limit.LENGTH, profile)
    return tuple(filter(None, [words, *_of_rules(profiles)]))


def _of_rules(profiles: Profiles) -> list[str]:
    """Say what is wrong with rules: a meeting then follows others than were meant."""
    return [f"⚠ {error.title}\n{error.message}" for error in profiles.amiss()]


def _known(locations: Locations, group: str) -> Convened | None:
    """Give the group, None for one that nothing is known of; what cannot be read is told when it is made."""
    try:
        return convened(locations, group) if group.strip() else None
    except MalstyrtError:
        return None


def _why(proposed: Structure, known: Convened | None, profile: Profile) -> str:
    """Say why a structure is proposed."""
    if known and known.last:
        return _("Slik gruppen møttes sist.")
    if profile.structures and without_addition(proposed.name) in profile.followed:
        return _("Foreslått etter {source}.").format(source=profile.structures.origin.source)
    return ""


def _caution(structure: Structure, known: Convened | None, profile: Profile) -> str:
    """Say that a meeting of a structure would be longer than the rules have it, and whose they are."""
    if known is None:
        words = too_long(blank_meeting("", structure, profile).length, profile)
    else:
        interpreter = known.last.interpreter if known.last else WITHOUT_INTERPRETER
        words = too_long(known._replace(structure=structure).length, profile, interpreter)
    return warned(words, Limit.LENGTH, profile)
