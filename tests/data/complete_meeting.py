"""A made-up meeting that holds all a referat must, and on which nothing is worth a remark."""

from __future__ import annotations

import datetime as dt

from data.meeting import (
    BRUKER,
    AgendaItem,
    Approval,
    Attendance,
    Entry,
    Evaluation,
    Goal,
    Level,
    Meeting,
    NextMeeting,
    Participant,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
    entry_id,
)

DAY = dt.date(2026, 11, 24)
"""A Tuesday."""


def complete_meeting() -> Meeting:
    """Give a samarbeidsmøte of the group SOL-7 with everything in place."""
    return Meeting(
        id="sol-7-2026-11-24",
        group="SOL-7",
        status=Status.UTKAST,
        date=DAY,
        start=dt.time(9),
        end=dt.time(10),
        place="Rådhuset, rom 2",
        leader="Kari Kladd",
        minute_taker="Ola Øving",
        purpose="En trygg skolehverdag.",
        participants=_participants(),
        approval=Approval(date=dt.date(2026, 10, 6), approved=True),
        agenda=(AgendaItem(id="s1", title="Fravær", conclusion="Fraværet går ned."),),
        goals=(
            Goal(id="M1", text="Trygg på skolen", verdict=Verdict.ON_TRACK, conclusion="Fortsett."),
            Goal(id="M2", text="Leseglede", verdict=Verdict.REACHED),
        ),
        entries=_entries(),
        tiltak=_tiltak(),
        evaluations=(Evaluation(id=BRUKER, score=4, words="Godt å bli hørt."),),
        next_meeting=NextMeeting(
            date=dt.date(2027, 1, 12), time=dt.time(9), place="Rådhuset", theme="Veien videre"
        ),
    )


def _participants() -> tuple[Participant, ...]:
    """Give a mother, three services that came, one by a stand-in, and one that sent its word."""
    met = Attendance.MET
    return (
        Participant(id="p1", name="Mor Eksempel", role="mor", bruker=True, attendance=met),
        Participant(id="p2", name="Kari Kladd", role="rektor", service="Skolen", attendance=met),
        Participant(
            id="p3",
            name="Per Prøve",
            role="rådgiver",
            service="PPT",
            attendance=Attendance.STAND_IN,
            stand_in="Liv Later",
        ),
        Participant(id="p4", name="Ola Øving", role="lærer", service="Skolen", attendance=met),
        Participant(
            id="p5", name="Tor Test", role="helsesykepleier", service="Helsestasjonen", attendance=met
        ),
        Participant(
            id="p6",
            name="Una Utkast",
            role="psykolog",
            service="BUP",
            attendance=Attendance.ABSENT,
            innspill="Samtalene fortsetter.",
        ),
    )


def _entries() -> tuple[Entry, ...]:
    """Give what is noted of the bruker and, in the two rounds, of each service."""

    def said(step: str, speaker: str, **texts: str) -> Entry:
        return Entry(id=entry_id(step, speaker), step=step, speaker=speaker, **texts)  # type: ignore[arg-type]

    return (
        said("ordet", BRUKER, comment="Vil ha flere friminutt ute."),
        said("runde1", "p2", progress="Kommer hver dag.", challenge="Uro i timene."),
        said("runde1", "p3", progress="Leser mer.", challenge="Blir fort sliten."),
        said("runde1", "p5", challenge="Sover lite."),
        said("runde2", "p2", contribution="Fast plass ved vinduet."),
        said("runde2", "p3", contribution="Veilede lærerne."),
        said("runde2", "p5", contribution="Samtale om søvn."),
    )


def _tiltak() -> tuple[Tiltak, ...]:
    """Give two tiltak accounted for and three agreed."""
    return (
        Tiltak(id="T1", what="Kartlegge lesing", who="Per Prøve", status=TiltakStatus.DONE, carried=True),
        Tiltak(
            id="T2",
            what="Besøke skolen",
            who="Una Utkast",
            status=TiltakStatus.NOT_DONE,
            reason="Sykdom.",
            when=dt.date(2026, 12, 15),
            carried=True,
        ),
        Tiltak(
            id="T3",
            what="Gi fast plass ved vinduet",
            who="Kari Kladd",
            when=dt.date(2026, 11, 27),
            goal="M1",
            level=Level.PERSON,
        ),
        Tiltak(
            id="T4",
            what="Veilede lærerne om pauser",
            who="Liv Later",
            helpers="Ola Øving",
            when=dt.date(2026, 12, 11),
            goal="M1",
            level=Level.SYSTEM,
        ),
        Tiltak(
            id="T5",
            what="Ha en samtale om søvn",
            who="Tor Test",
            when=dt.date(2026, 12, 4),
            goal="M1",
            level=Level.PERSON,
        ),
    )
