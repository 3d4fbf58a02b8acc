"""A made-up meeting that is full: every part of it holds something, as a real one would."""

from __future__ import annotations

import datetime as dt

from data.meeting import (
    BRUKER,
    GROUP,
    AgendaItem,
    Approval,
    Attendance,
    Consent,
    ConsentState,
    Entry,
    Evaluation,
    Goal,
    Level,
    Meeting,
    NextMeeting,
    Participant,
    Standing,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
    entry_id,
)


def sample_meeting() -> Meeting:
    """Give the referat of a samarbeidsmøte for the group SOL-7, all of it made up."""
    return Meeting(
        id="sol-7-2026-11-24",
        group="SOL-7",
        status=Status.TIL_MERKNAD,
        date=dt.date(2026, 11, 24),
        start=dt.time(9),
        end=dt.time(10),
        place="Rådhuset, rom 2",
        leader="Kari Kladd",
        minute_taker="Ola Øving",
        purpose=(
            "Skolehverdagen skal bli trygg, og det skal være godt å komme på skolen også etter helgen.\n\n"
            "I dag ser vi på målene fra september:\n"
            "- Hva har hjulpet?\n"
            "- Hva gjør vi frem til jul?"
        ),
        copies_to="Skolens helsesykepleier, som ikke har tilgang til Samspill",
        participants=_participants(),
        consents=_consents(),
        approval=Approval(
            date=dt.date(2026, 9, 29),
            approved=True,
            remarks="Under tiltak T11 skal det stå Una Utkast, ikke Tor Test.",
        ),
        agenda=_agenda(),
        goals=_goals(),
        entries=_entries(),
        summary=(
            "Målet om trygghet holder, og planen for mandagene følges ut året.\n\n"
            "Leseglede er nådd. Far og datter fortsetter med lydbok fordi de har lyst."
        ),
        tiltak=_tiltak(),
        evaluations=(
            Evaluation(id=BRUKER, score=4, words="Fint å få begynne. Litt lenge å sitte stille."),
            Evaluation(id=GROUP, score=5, words="Alle kom til orde, og vi ble ferdige på tiden."),
        ),
        next_meeting=NextMeeting(
            date=dt.date(2027, 1, 19),
            time=dt.time(9),
            place="Rådhuset, rom 2",
            theme="Veien videre når planen for mandagene er prøvd ut",
        ),
    )


def sample_innkalling() -> Meeting:
    """Give the innkalling to the same meeting."""
    full = sample_meeting()
    invited = tuple(
        person.having({"attendance": Attendance.UNKNOWN, "stand_in": "", "arrived": None, "left": None})
        for person in full.participants
    )
    return Meeting(
        id=full.id,
        group=full.group,
        date=full.date,
        start=full.start,
        place=full.place,
        leader=full.leader,
        minute_taker=full.minute_taker,
        purpose=full.purpose,
        participants=invited,
        agenda=tuple(item.having({"conclusion": ""}) for item in full.agenda if not item.eventuelt),
        goals=tuple(Goal(id=goal.id, text=goal.text) for goal in full.goals),
        tiltak=tuple(
            tiltak.having({"status": TiltakStatus.OPEN, "reason": ""})
            for tiltak in full.tiltak
            if tiltak.carried
        ),
    )


def _participants() -> tuple[Participant, ...]:
    """Give the family, four services that came, one by a stand-in, and one that sent its word."""
    met = Attendance.MET
    return (
        Participant(id="p1", name="Siv Skisse", role="elev", bruker=True, attendance=met),
        Participant(id="p2", name="Mor Skisse", role="mor", bruker=True, attendance=met),
        Participant(
            id="p3", name="Far Skisse", role="far", bruker=True, attendance=met, arrived=dt.time(9, 10)
        ),
        Participant(id="p4", name="Kari Kladd", role="koordinator", service="Skolen", attendance=met),
        Participant(id="p5", name="Ola Øving", role="kontaktlærer", service="Skolen", attendance=met),
        Participant(
            id="p6",
            name="Per Prøve",
            role="rådgiver",
            service="PPT",
            attendance=Attendance.STAND_IN,
            stand_in="Liv Later",
        ),
        Participant(
            id="p7", name="Tor Test", role="helsesykepleier", service="Helsestasjonen", attendance=met
        ),
        Participant(
            id="p8",
            name="Una Utkast",
            role="psykolog",
            service="BUP",
            standing=Standing.ETTER_AVTALE,
            attendance=Attendance.ABSENT,
            innspill=(
                "Utredningen er ferdig 10. desember. Familien får svaret først.\n\n"
                "BUP kan komme til skolen i januar og fortelle hva svaret betyr i timene."
            ),
        ),
    )


def _consents() -> tuple[Consent, ...]:
    """Give the consents as they stood at the door."""
    until = dt.date(2027, 6, 18)
    return (
        Consent(id="Skolen", state=ConsentState.WRITTEN, given_by="mor og far", until=until),
        Consent(
            id="PPT",
            state=ConsentState.WRITTEN,
            given_by="mor og far",
            until=until,
            leaves_out="opplysninger om søsken",
        ),
        Consent(id="Helsestasjonen", state=ConsentState.ORAL, given_by="mor og far"),
    )


def _agenda() -> tuple[AgendaItem, ...]:
    """Give the saksliste, the last item raised in the meeting."""
    return (
        AgendaItem(
            id="s1",
            title="Mandagene",
            raised_by="Mor Skisse",
            minutes=15,
            conclusion="Siv begynner mandagen hos helsesykepleier ut året. Så ser vi på det igjen.",
        ),
        AgendaItem(
            id="s2", title="Lesing", raised_by="Skolen", minutes=10, conclusion="Målet om leseglede er nådd."
        ),
        AgendaItem(
            id="s3",
            title="Skoletur i vår",
            raised_by="Siv Skisse",
            eventuelt=True,
            conclusion="Skolen spør Siv i mars hva som må til for at hun kan være med.",
        ),
    )


def _goals() -> tuple[Goal, ...]:
    """Give one goal that holds, one that was reached and a new one."""
    return (
        Goal(
            id="M1",
            text="Siv er trygg på skolen",
            verdict=Verdict.ON_TRACK,
            conclusion="Tre av fire mandager har gått godt siden høstferien.",
        ),
        Goal(
            id="M2",
            text="Siv liker å lese",
            verdict=Verdict.REACHED,
            conclusion="Leser selv hver kveld.",
        ),
        Goal(id="M3", text="Siv sover før klokken 22", verdict=Verdict.NEW),
    )


def _entries() -> tuple[Entry, ...]:
    """Give what was said by the bruker and, in the two rounds, by each service."""

    def said(step: str, speaker: str, *, goals: tuple[str, ...] = (), **texts: str) -> Entry:
        name = entry_id(step, speaker)
        return Entry.of({"id": name, "step": step, "speaker": speaker, "goals": goals, **texts})

    return (
        said(
            "ordet",
            BRUKER,
            comment=(
                "Siv har det best når hun vet hva som skal skje.\n"
                "Mandager er vanskelige fordi helgen er så annerledes.\n\n"
                "Mor og far ser at hun er gladere enn i høst, men at hun sover lite."
            ),
        ),
        said(
            "runde1",
            "p5",
            progress="Siv rekker opp hånden i norsk og har to faste venner i friminuttene.",
            challenge="Uro i garderoben når timen er slutt.",
            goals=("M1",),
        ),
        said(
            "runde1",
            "p6",
            progress="Leseprøven i november viste god fremgang.",
            challenge="Lange økter uten pause gjør henne sliten.",
            goals=("M1", "M2"),
        ),
        said("runde1", "p7", challenge="Hun sovner ofte etter midnatt.", goals=("M3",)),
        said("runde1", BRUKER, comment="Godt å høre om lesingen. Garderoben er verst."),
        said("runde2", "p5", contribution="Siv går fem minutter før de andre.", goals=("M1",)),
        said(
            "runde2",
            "p6",
            contribution="Veileder lærerne:\n- korte økter\n- faste pauser",
            goals=("M1",),
        ),
        said("runde2", "p7", contribution="Samtaler med familien om søvn.", goals=("M3",)),
    )


def _tiltak() -> tuple[Tiltak, ...]:
    """Give two tiltak accounted for and four agreed."""
    return (
        Tiltak(
            id="T11",
            what="Gjøre ferdig utredningen",
            who="Una Utkast",
            when=dt.date(2026, 11, 13),
            goal="M1",
            status=TiltakStatus.PARTLY,
            reason="Siste samtale er 8. desember.",
            carried=True,
        ),
        Tiltak(
            id="T12",
            what="Låne ut lydbøker",
            who="Ola Øving",
            when=dt.date(2026, 10, 9),
            goal="M2",
            status=TiltakStatus.DONE,
            carried=True,
        ),
        Tiltak(
            id="T14",
            what="La Siv gå fem minutter før de andre fra hver time",
            who="Ola Øving",
            when=dt.date(2026, 11, 30),
            goal="M1",
            duration="ut skoleåret",
            evaluated=dt.date(2027, 1, 19),
            level=Level.PERSON,
        ),
        Tiltak(
            id="T15",
            what="Møte Siv ved døren hver mandag",
            who="Tor Test",
            helpers="Kari Kladd",
            when=dt.date(2026, 11, 30),
            at=dt.time(8, 15),
            goal="M1",
            duration="til jul",
            level=Level.PERSON,
        ),
        Tiltak(
            id="T16",
            what="Veilede lærerne på trinnet om pauser",
            who="Liv Later",
            start=dt.date(2026, 12, 2),
            when=dt.date(2026, 12, 11),
            goal="M1",
            level=Level.SYSTEM,
        ),
        Tiltak(
            id="T17",
            what="Ha to samtaler med familien om søvn",
            who="Tor Test",
            when=dt.date(2026, 12, 18),
            goal="M3",
            level=Level.PERSON,
        ),
    )
