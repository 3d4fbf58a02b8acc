"""A made-up meeting to try everything on: a group, its goals, and what was agreed last time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from data.archive import document_path, new_id
from data.instants import local
from data.locations import Locations
from data.meeting import (
    AgendaItem,
    Approval,
    Consent,
    ConsentState,
    Goal,
    Level,
    Meeting,
    Participant,
    Standing,
    Tiltak,
)
from data.opening import Opened
from data.saving import begin_unwritten

WEEK = dt.timedelta(weeks=1)
TUESDAY = 1


def open_demo(locations: Locations, *, now: Callable[[], float], who: str) -> Opened:
    """Begin a new demo meeting, ready at step 1; its document is not written yet. Raises NotSavedError."""
    meeting = demo_meeting(local(now()).replace(tzinfo=None))
    meeting = meeting.having({"id": new_id(meeting)})
    path = document_path(locations, meeting)
    live = begin_unwritten(locations, path, meeting, now=now, who=who)
    return Opened(live, path, (), None, (), written=False)


def demo_meeting(now: dt.datetime) -> Meeting:
    """Give the demo meeting, starting at `now` (local time); the group last met some six weeks ago."""
    today = now.date()
    last = today - 6 * WEEK
    last -= dt.timedelta(days=(last.weekday() - TUESDAY) % 7)
    return Meeting(
        id="demo",
        group="SOL-7",
        date=today,
        start=now.time().replace(second=0, microsecond=0),
        place="Rådhuset, rom 2",
        leader="Anne Utkast",
        minute_taker="Kari Kladd",
        purpose="Se hva som har virket siden sist, og bli enige om de neste ukene på skolen.",
        participants=_participants(),
        consents=_consents(today),
        approval=Approval(date=last),
        agenda=_agenda(),
        goals=_goals(),
        tiltak=_tiltak(last),
    )


def _participants() -> tuple[Participant, ...]:
    return (
        Participant(id="p1", name="Per Prøve", role="ungdommen", bruker=True),
        Participant(id="p2", name="Mona Prøve", role="mor", bruker=True),
        Participant(id="p3", name="Anne Utkast", role="koordinator", service="PPT"),
        Participant(id="p4", name="Kari Kladd", role="kontaktlærer", service="Eksempel skole"),
        Participant(id="p5", name="Ola Tenkt", role="helsesykepleier", service="Skolehelsetjenesten"),
        Participant(
            id="p6", name="Siri Skisse", role="behandler", service="BUP", standing=Standing.ETTER_AVTALE
        ),
    )


def _consents(today: dt.date) -> tuple[Consent, ...]:
    def written(service: str) -> Consent:
        until = today + 26 * WEEK
        return Consent(id=service, state=ConsentState.WRITTEN, given_by="Mona Prøve", until=until)

    return (
        *(written(service) for service in ("PPT", "Eksempel skole", "Skolehelsetjenesten")),
        Consent(id="BUP"),
    )


def _agenda() -> tuple[AgendaItem, ...]:
    return (
        AgendaItem(id="s1", title="Fraværet om mandagene", raised_by="Kari Kladd", minutes=10),
        AgendaItem(id="s2", title="Leksehjelp etter jul", raised_by="Mona Prøve", minutes=10),
        AgendaItem(id="s3", title="Hvem Per kan snakke med", raised_by="Per Prøve", minutes=10),
        AgendaItem(id="s4", title="Møteplan for våren", raised_by="Anne Utkast", minutes=5),
    )


def _goals() -> tuple[Goal, ...]:
    return (
        Goal(id="M1", text="Trygg på skolen"),
        Goal(id="M2", text="Leseglede"),
        Goal(id="M3", text="En fast fritidsaktivitet"),
    )


def _tiltak(last: dt.date) -> tuple[Tiltak, ...]:
    """Give the four tiltak from the last meeting, that step 1 goes through."""
    return (
        Tiltak(
            id="T11",
            what="Møte Per ved porten hver mandag",
            who="Kari Kladd",
            when=last + WEEK,
            goal="M1",
            start=last,
            duration="til jul",
            level=Level.PERSON,
            carried=True,
        ),
        Tiltak(
            id="T12",
            what="Finne lydbøker sammen med Per",
            who="Anne Utkast",
            helpers="Kari Kladd",
            when=last + 2 * WEEK,
            goal="M2",
            level=Level.PERSON,
            carried=True,
        ),
        Tiltak(
            id="T13",
            what="Prøve klatregruppen en kveld",
            who="Mona Prøve",
            when=last + 4 * WEEK,
            goal="M3",
            level=Level.PERSON,
            carried=True,
        ),
        Tiltak(
            id="T14",
            what="Sette av tid til samtale hver onsdag",
            who="Ola Tenkt",
            when=last + 5 * WEEK,
            goal="M1",
            evaluated=last + 6 * WEEK,
            level=Level.SYSTEM,
            carried=True,
        ),
    )
