"""A made-up group with something of everything."""

from __future__ import annotations

import datetime as dt

from data.group import Conclusion, Group, GroupConsent, GroupKind, Happening, Member, Planned, PlanWish
from data.meeting import ConsentState, Goal, Level, Standing, Tiltak, TiltakStatus, Verdict

FIRST, SECOND = "sol-7-2026-10-06-1a2b3c", "sol-7-2026-11-24-4d5e6f"

SAMPLE_GROUP = Group(
    id="sol-7",
    alias="SOL-7",
    kind=GroupKind.ANSVARSGRUPPE,
    mandate="Samordne hjelpen i og utenfor skolen.",
    koordinator="Kari Kladd",
    individual_plan=PlanWish.WANTED,
    created=dt.date(2026, 9, 1),
    created_because="Flere tjenester over lang tid.",
    members=(
        Member(id="p1", name="Mor Eksempel", role="mor", bruker=True),
        Member(id="p2", name="Kari Kladd", role="rektor", service="Skolen"),
        Member(id="p3", name="Per Prøve", role="rådgiver", service="PPT"),
        Member(id="p4", name="Tor Test", service="Helsestasjonen", standing=Standing.ETTER_AVTALE),
    ),
    consents=(
        GroupConsent(
            id="PPT",
            state=ConsentState.WRITTEN,
            given_by="Mor Eksempel",
            since=dt.date(2026, 9, 1),
            until=dt.date(2027, 8, 31),
            leaves_out="forhold hjemme",
        ),
        GroupConsent(
            id="Helsestasjonen",
            state=ConsentState.WITHDRAWN,
            given_by="Mor Eksempel",
            since=dt.date(2026, 9, 1),
            withdrawn=dt.date(2026, 11, 2),
        ),
    ),
    goals=(
        Goal(id="M1", text="Trygg på skolen", verdict=Verdict.ON_TRACK, conclusion="Fortsett."),
        Goal(id="M2", text="Leseglede", verdict=Verdict.REACHED),
    ),
    tiltak=(
        Tiltak(id="T1", what="Kartlegge lesing", who="Per Prøve", goal="M2", status=TiltakStatus.DONE),
        Tiltak(
            id="T2",
            what="Gi fast plass ved vinduet",
            who="Kari Kladd",
            when=dt.date(2026, 11, 27),
            goal="M1",
            level=Level.PERSON,
            status=TiltakStatus.NOT_DONE,
            reason="Rommet er i bruk.",
        ),
        Tiltak(
            id="T3", what="Veilede lærerne", who="Per Prøve", helpers="Tor Test", when=dt.date(2026, 12, 11)
        ),
    ),
    plan=(
        Planned(id="a1", date=dt.date(2027, 1, 12), time=dt.time(9), place="Rådhuset", theme="Veien videre"),
        Planned(id="a2", date=dt.date(2027, 4, 13)),
    ),
    happenings=(
        Happening(id="h1", tiltak="T1", date=dt.date(2026, 10, 6), meeting=FIRST),
        Happening(id="h2", tiltak="T2", date=dt.date(2026, 10, 6), meeting=FIRST),
        Happening(id="h3", tiltak="T1", date=dt.date(2026, 11, 24), status=TiltakStatus.DONE, meeting=SECOND),
        Happening(
            id="h4",
            tiltak="T2",
            date=dt.date(2026, 11, 24),
            status=TiltakStatus.NOT_DONE,
            reason="Rommet er i bruk.",
            meeting=SECOND,
        ),
        Happening(id="h5", tiltak="T3", date=dt.date(2026, 11, 24), meeting=SECOND),
    ),
    conclusions=(
        Conclusion(
            id="v1",
            goal="M1",
            date=dt.date(2026, 11, 24),
            verdict=Verdict.ON_TRACK,
            text="Fortsett.",
            meeting=SECOND,
        ),
        Conclusion(id="v2", goal="M2", date=dt.date(2026, 11, 24), verdict=Verdict.REACHED, meeting=SECOND),
    ),
)
