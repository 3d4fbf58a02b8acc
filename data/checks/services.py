"""Rules for the rounds: each service that sat round the table has its challenges and its support.

A service is asked as one, by whoever of it took part. The bruker and the family are no service. A
service that was absent is not asked: its innspill is its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from data.checks.people import came
from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import BRUKER, Entry, Meeting, Participant, entry_id

ROUND_1 = "runde1"
"""The step where challenges are noted, unless the meeting already has them in another."""
ROUND_2 = "runde2"
"""The step where contributions are noted, likewise."""

FLOOR = "ordet"
"""The step where the bruker has the floor."""

INTERPRETER = "tolk"
"""An interpreter takes part for the sake of the words alone, and is asked for none."""


def without_challenge(meeting: Meeting) -> Lacks:
    """Find services that sit there and of whose challenges nothing is noted."""
    noted = [entry for entry in meeting.entries if entry.challenge]
    asked = _asked(meeting, noted)
    for one in asked:
        yield Lack(
            _field(noted, ROUND_1, one, "challenge"),
            _("{service}: utfordringen er ikke notert. Skriv den, eller «ingen» hvis alt går bra.").format(
                service=one.service
            ),
        )
    if not asked and _untouched(meeting, noted):
        yield Lack(f"entries/{ROUND_1}", _("Ingen utfordringer er notert. Skriv dem for hver tjeneste."))


def without_contribution(meeting: Meeting) -> Lacks:
    """Find services that sit there and of whose support nothing is noted."""
    noted = [entry for entry in meeting.entries if entry.contribution]
    asked = _asked(meeting, noted)
    for one in asked:
        yield Lack(
            _field(noted, ROUND_2, one, "contribution"),
            _("{service}: bidraget er ikke notert. Skriv hva tjenesten kan hjelpe med.").format(
                service=one.service
            ),
        )
    if not asked and _untouched(meeting, noted):
        yield Lack(f"entries/{ROUND_2}", _("Ingen bidrag er notert. Skriv dem for hver tjeneste."))


def left_unheard(meeting: Meeting) -> Lacks:
    """Find services that came, left before the end, and of which nothing is noted at all."""
    noted = [entry for entry in meeting.entries if entry.challenge or entry.contribution]
    for people in _unheard(meeting, noted):
        gone = any(map(came, people)) and not _present(people)
        if gone and not any(person.innspill for person in people):
            yield Lack(
                f"entries/{entry_id(ROUND_1, people[0].id)}/challenge",
                _("{service} gikk før møtet var slutt, og ingenting er notert derfra.").format(
                    service=people[0].service
                ),
            )


def without_bruker(meeting: Meeting) -> Lacks:
    """Find a meeting the bruker came to, with nothing noted of what the bruker said."""
    family = {participant.id for participant in meeting.participants if participant.bruker}
    there = any(participant.bruker and came(participant) for participant in meeting.participants)
    if there and not any(_holds(entry) for entry in meeting.entries if entry.speaker in family | {BRUKER}):
        yield Lack(
            f"entries/{entry_id(FLOOR, BRUKER)}/comment",
            _("Ingenting er notert fra brukeren. Spør hva brukeren vil ha med."),
        )


def _holds(entry: Entry) -> bool:
    """Whether anything is noted in an entry."""
    return bool(entry.comment or entry.progress or entry.challenge or entry.tried or entry.contribution)


def _by_service(meeting: Meeting) -> list[list[Participant]]:
    """Give the professionals of the meeting, those of one service together, in order."""
    services: dict[str, list[Participant]] = {}
    for participant in meeting.participants:
        if participant.service and not participant.bruker and not _interprets(participant):
            services.setdefault(participant.service.casefold(), []).append(participant)
    return list(services.values())


def _interprets(participant: Participant) -> bool:
    """Whether a participant is there as an interpreter."""
    return (participant.role or participant.service).casefold().startswith(INTERPRETER)


def _unheard(meeting: Meeting, noted: list[Entry]) -> Iterator[list[Participant]]:
    """Give the people of each service that none of the entries is from."""
    heard = {entry.speaker for entry in noted}
    for people in _by_service(meeting):
        if heard.isdisjoint([person.id for person in people]):
            yield people


def _asked(meeting: Meeting, noted: list[Entry]) -> list[Participant]:
    """Give one who sits there of each service that none of the entries is from."""
    return [one for people in _unheard(meeting, noted) if (one := _present(people))]


def _untouched(meeting: Meeting, noted: list[Entry]) -> bool:
    """Whether no service has said anything at all, at the table or by innspill."""
    return not noted and not any(participant.innspill for participant in meeting.participants)


def _present(people: list[Participant]) -> Participant | None:
    """Give the first who sits there, None when nobody does."""
    return next((person for person in people if person.present), None)


def _field(noted: list[Entry], step: str, participant: Participant, name: str) -> str:
    """Give the path of a participant's field, in the step where others have theirs."""
    return f"entries/{entry_id(noted[0].step if noted else step, participant.id)}/{name}"
