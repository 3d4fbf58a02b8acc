"""Consent at the door: who may share what, and what a leader should know before anybody speaks.

A missing consent never stops a conversation (DOMAIN section 7): all that is given here is words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from data.acts import put
from data.changes import Change, Set, Several, Wish
from data.dates import short
from data.instants import time_of_day, today
from data.language import _, in_a_row
from data.meeting import GIVEN, Consent, ConsentState, Meeting, find
from data.profile import Limit, Profile


class Doubt(NamedTuple):
    """A service whose consent is not in order, and what is the matter with it."""

    service: str
    words: str


def consents_of(meeting: Meeting) -> list[Consent]:
    """Give a consent for every service that takes part, as it is recorded or not yet."""
    services = dict.fromkeys(p.service for p in meeting.participants if p.service and not p.bruker)
    recorded = [consent.id for consent in meeting.consents]
    return [
        find(meeting.consents, service) or Consent(id=service)
        for service in (*services, *(each for each in recorded if each not in services))
    ]


def services_here(meeting: Meeting) -> set[str]:
    """Give the services that sit round the table; until the roll is called, all that are invited."""
    people = meeting.present or meeting.participants
    return {one.service for one in people if one.service and not one.bruker}


def doubts(meeting: Meeting, day: dt.date) -> list[Doubt]:
    """Give the services that sit there without a consent in order, and why."""
    here = services_here(meeting)
    found = [Doubt(one.id, doubt(one, day)) for one in consents_of(meeting) if one.id in here]
    return [one for one in found if one.words]


def doubt(consent: Consent, day: dt.date) -> str:
    """Give what is the matter with a consent on a day, to be said after its service; "" for nothing."""
    states = {
        ConsentState.UNKNOWN: _("er ikke avklart"),
        ConsentState.MISSING: _("mangler"),
        ConsentState.WITHDRAWN: _("er trukket"),
    }
    if consent.state in states:
        return states[consent.state]
    if has_run_out(consent, day):
        return _("gikk ut {day}").format(day=short(consent.until or day, day))
    if not consent.given_by:
        return _("hvem ga det?")
    if consent.state is ConsentState.ORAL and not consent.heard_by:
        return _("hvem hørte det?")
    return ""


def doubt_words(found: Iterable[Doubt]) -> str:
    """Give doubts as one line for the leader, "" for none; services with the same doubt share its words."""
    services: dict[str, list[str]] = {}
    for one in found:
        services.setdefault(one.words, []).append(one.service)
    words = " · ".join(f"{in_a_row(alike)} {what}" for what, alike in services.items())
    return _("⚠ Samtykke: {doubts}").format(doubts=words) if words else ""


def givers_and_whose(profile: Profile) -> str:
    """Say who gives a consent, and whose rule that is."""
    age = profile.limits.get(Limit.AGE)
    whose = f" ({age.origin.whose})" if age else ""
    return _("Samtykke gis av {givers}{whose}.").format(givers=givers(profile), whose=whose)


def givers(profile: Profile) -> str:
    """Give who gives a consent; no age is known of the youth, so the leader is told from which they do."""
    age = profile.number(Limit.AGE)
    return _("foresatte, eller ungdommen selv fra {age} år").format(age=age) if age else _("foresatte")


def has_run_out(consent: Consent, day: dt.date) -> bool:
    """Whether a consent was given, and lasts no longer on a day."""
    return consent.state in GIVEN and consent.until is not None and consent.until < day


def settle(service: str, state: ConsentState, now: float) -> Wish:
    """Let a service's consent stand so; an oral one was given here and now, unless it says when."""

    def ask(meeting: Meeting) -> Change | None:
        before = find(meeting.consents, service) or Consent(id=service)
        change = put(f"consents/{service}/state", state.value)(meeting)
        if change is None:
            return None
        told = {"since": before.since, "at": before.at}
        if state is ConsentState.ORAL and before.since is None:
            told = {"since": today(now), "at": time_of_day(now)}
        elif before.state is ConsentState.ORAL and before.since == today(now):
            told = {"since": None, "at": None}
        set_when = [
            Set(path=f"consents/{service}/{name}", value=value.isoformat() if value else None)
            for name, value in told.items()
            if value != getattr(before, name)
        ]
        return Several(changes=(change, *set_when)) if set_when else change

    return ask
