"""What goes beyond the numbers of a municipality: too long a meeting, too many standing members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data.language import _, ngettext
from data.meeting import Meeting, Participant, Standing
from data.profile import Limit, Profile
from data.rounds import WITHOUT_INTERPRETER

if TYPE_CHECKING:
    from data.group import Member


def too_long(minutes: int, profile: Profile, interpreter: float = WITHOUT_INTERPRETER) -> str:
    """Say that a meeting is planned for longer than the rules have it; "" for one that is not.

    Where somebody interprets, it may take so much longer (DOMAIN section 7).
    """
    most = profile.number(Limit.LENGTH)
    if most is None or minutes <= most * interpreter:
        return ""
    words = ngettext(
        "Møtet er planlagt til {n} minutt. Rammen er {most}.",
        "Møtet er planlagt til {n} minutter. Rammen er {most}.",
        minutes,
    )
    return words.format(n=minutes, most=most)


def too_long_in_short(meeting: Meeting, profile: Profile) -> str:
    """Say the same of a meeting in a few words, with whose rule it is."""
    if not too_long(meeting.length, profile, meeting.interpreter):
        return ""
    bound = profile.limits[Limit.LENGTH]
    return _("⚠ over {n} min ({whose})").format(n=bound.number, whose=bound.origin.whose)


def too_many(people: Iterable[Participant | Member], profile: Profile) -> str:
    """Say that a group has more standing members than the rules have it; the family does not count."""
    most = profile.number(Limit.MEMBERS)
    standing = sum(one.standing is Standing.FAST and not one.bruker for one in people)
    if most is None or standing <= most:
        return ""
    words = ngettext(
        "Gruppen har {n} fast medlem. Høyst {most} er rammen. Kan noen komme etter avtale?",
        "Gruppen har {n} faste medlemmer. Høyst {most} er rammen. Kan noen komme etter avtale?",
        standing,
    )
    return words.format(n=standing, most=most)


def warned(words: str, limit: Limit, profile: Profile) -> str:
    """Give what goes beyond a limit as a warning, with whose rule it is; "" for nothing."""
    bound = profile.limits.get(limit)
    return f"⚠ {words.removesuffix('.')} ({bound.origin.whose})." if words and bound else ""
