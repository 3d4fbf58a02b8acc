"""Rules whose numbers a profile sets: how many members, how late a referat, which consents in writing."""

from __future__ import annotations

from collections.abc import Callable

from data import bounds
from data.checks.rule import Lack, Lacks
from data.consents import givers
from data.language import _, ngettext
from data.meeting import ConsentState, Meeting
from data.profile import Limit, Origin, Profile


def limit(name: Limit) -> Callable[[Profile], Origin | None]:
    """Give what gives whose rule a limit is."""

    def whose(profile: Profile) -> Origin | None:
        bound = profile.limits.get(name)
        return bound.origin if bound else None

    return whose


def written(profile: Profile) -> Origin | None:
    """Give whose rule it is that consents are written."""
    return profile.written.origin if profile.written else None


def too_many_members(meeting: Meeting, profile: Profile) -> Lacks:
    """Find a group with more standing members than the profile has; the family does not count."""
    if words := bounds.too_many(meeting.participants, profile):
        yield Lack("participants", words)


def too_long(meeting: Meeting, profile: Profile) -> Lacks:
    """Find a meeting that is planned for longer than the profile has them."""
    if words := bounds.too_long(meeting.length, profile, meeting.interpreter):
        yield Lack("length", words)


def sent_late(meeting: Meeting, profile: Profile) -> Lacks:
    """Find a referat that was sent out later than the profile has it done."""
    days = profile.limits[Limit.REFERAT].number
    if meeting.date and meeting.life.sent and (took := (meeting.life.sent - meeting.date).days) > days:
        sent = ngettext(
            "Referatet ble sendt ut {n} dag etter møtet.",
            "Referatet ble sendt ut {n} dager etter møtet.",
            took,
        )
        limit = ngettext("Fristen er {n} dag.", "Fristen er {n} dager.", days)
        yield Lack("life/sent", f"{sent.format(n=took)} {limit.format(n=days)}")


def unwritten_consent(meeting: Meeting, profile: Profile) -> Lacks:
    """Find services that take part with an oral consent, where the profile wants it in writing."""
    if profile.written is None or meeting.kind not in profile.written.words:
        return
    for consent in meeting.consents:
        if consent.state is ConsentState.ORAL:
            yield Lack(
                f"consents/{consent.id}/state",
                _("Samtykket for {service} er muntlig. Be om et skriftlig fra {givers}.").format(
                    service=consent.id, givers=givers(profile)
                ),
            )
