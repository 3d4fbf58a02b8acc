"""Rules for the tiltak: what each must say, those from last time, and promises kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from data.checks.language.tiltak import is_several
from data.checks.people import called
from data.checks.rule import Lack, Lacks
from data.language import _
from data.meeting import Entry, Meeting, Participant, Tiltak, TiltakStatus

NOTHING = frozenset({"ingen", "ingenting", "ikke noe", "-", "–"})
"""What people write when they promise nothing."""

_SEVERAL = re.compile(r",|;| og |\+|&")


def without_what(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that do not say what is to be done."""
    words = _("{tiltak} sier ikke hva som skal gjøres.")
    return _agreed_that(lambda tiltak: not tiltak.what, meeting, "what", words)


def without_responsible(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that do not say who sees to them."""
    words = _("{tiltak} mangler ansvarlig. Skriv hvem som følger opp.")
    return _agreed_that(lambda tiltak: not tiltak.who, meeting, "who", words)


def without_goal(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that serve none of the goals, where the meeting has goals."""
    goals = {goal.id for goal in meeting.goals}
    words = _("{tiltak} er ikke knyttet til et mål. Velg hvilket mål det skal hjelpe mot.")
    return _agreed_that(lambda tiltak: bool(goals) and tiltak.goal not in goals, meeting, "goal", words)


def without_start(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that do not say when they start."""
    words = _("{tiltak} sier ikke når det starter. Skriv en dato.")
    return _agreed_that(lambda tiltak: tiltak.start is None, meeting, "start", words)


def without_duration(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that do not say how long they run; a deadline says when they end."""
    words = _("{tiltak} sier ikke hvor lenge det varer. Skriv hvor lenge, eller når det slutter.")
    return _agreed_that(
        lambda tiltak: not tiltak.duration and tiltak.when is None, meeting, "duration", words
    )


def without_evaluation(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that do not say when they are evaluated."""
    words = _("{tiltak} sier ikke når det evalueres. Skriv en dato.")
    return _agreed_that(lambda tiltak: tiltak.evaluated is None, meeting, "evaluated", words)


def without_level(meeting: Meeting) -> Lacks:
    """Find agreed tiltak that do not say whether they are followed up round the person or in the system."""
    words = _("{tiltak} mangler nivå. Velg om det følges opp på person- eller systemnivå.")
    return _agreed_that(lambda tiltak: tiltak.level is None, meeting, "level", words)


def _agreed_that(lack: Callable[[Tiltak], bool], meeting: Meeting, field: str, words: str) -> Lacks:
    """Give each agreed tiltak that lacks something in a field, told in words that name it."""
    for tiltak in meeting.agreed:
        if lack(tiltak):
            yield Lack(f"tiltak/{tiltak.id}/{field}", words.format(tiltak=tiltak.id))


def none_agreed(meeting: Meeting) -> Lacks:
    """Find a meeting that agreed nothing new."""
    if not meeting.agreed:
        yield Lack("tiltak", _("Ingen nye tiltak ble avtalt. Stemmer det?"))


def unaccounted(meeting: Meeting) -> Lacks:
    """Find tiltak from last time of which it is not said how they went, or why they were not done."""
    for tiltak in meeting.tiltak:
        if tiltak.carried and tiltak.status is TiltakStatus.OPEN:
            yield Lack(
                f"tiltak/{tiltak.id}/status",
                _("{tiltak} er fra forrige møte. Skriv hvordan det gikk.").format(tiltak=tiltak.id),
            )
        elif tiltak.carried and tiltak.status is TiltakStatus.NOT_DONE and not tiltak.reason:
            yield Lack(
                f"tiltak/{tiltak.id}/reason",
                _("{tiltak} ble ikke gjennomført. Skriv grunnen.").format(tiltak=tiltak.id),
            )


def dropped_why(meeting: Meeting) -> Lacks:
    """Find tiltak that were dropped without a word on why."""
    for tiltak in meeting.tiltak:
        if tiltak.status is TiltakStatus.DROPPED and not tiltak.reason:
            yield Lack(
                f"tiltak/{tiltak.id}/reason",
                _("{tiltak} utgår. Skriv gjerne hvorfor.").format(tiltak=tiltak.id),
            )


def responsible(meeting: Meeting) -> Lacks:
    """Find agreed tiltak with several responsible, or one who is not in the meeting."""
    names = {name for person in meeting.participants for name in (person.name, person.stand_in)} | {""}
    others = [tiltak for tiltak in meeting.agreed if tiltak.who not in names]
    known = _known(meeting) if others else set()
    for tiltak in others:
        who = tiltak.who.casefold()
        if who in known or who.partition(" (")[0] in known or is_several(who):
            continue  # a whole group is told of as what it is, see `data.checks.language.tiltak`
        message = (
            _("{tiltak} nevner flere ansvarlige. Velg én; de andre kan stå som hjelpere.")
            if _SEVERAL.search(who)
            else _("{tiltak} har en ansvarlig som ikke står blant deltakerne. Er navnet riktig?")
        )
        yield Lack(f"tiltak/{tiltak.id}/who", message.format(tiltak=tiltak.id))


def broken_promises(meeting: Meeting) -> Lacks:
    """Find contributions of people whose service came out of the meeting without any tiltak.

    Said only when nobody of the service is named in any tiltak, new or from last time: the words of
    a contribution and of its tiltak may differ.
    """
    named = "\n".join(f"{tiltak.who}\n{tiltak.helpers}" for tiltak in meeting.tiltak).casefold()
    open_promises = [pair for pair in _promises(meeting) if pair[1].name.casefold() not in named]
    if not open_promises or not meeting.agreed:
        return
    names = _names_by_service(meeting)
    for entry, speaker in open_promises:
        if not any(name in named for name in names[_side(speaker)]):
            yield Lack(
                f"entries/{entry.id}/contribution",
                _("Bidraget fra {name} ble ikke til et tiltak. Er det meningen?").format(
                    name=called(speaker)
                ),
            )


def _promises(meeting: Meeting) -> Iterator[tuple[Entry, Participant]]:
    """Give what professionals said that they can contribute and that is no tiltak word for word."""
    people = {person.id: person for person in meeting.participants if not person.bruker}
    written = {tiltak.what.casefold() for tiltak in meeting.tiltak} | NOTHING
    for entry in meeting.entries:
        if entry.contribution and entry.speaker in people:
            promise = entry.contribution.casefold()
            if not {promise, promise.rstrip(".")} & written:
                yield entry, people[entry.speaker]


def _side(person: Participant) -> str:
    """Give what a person speaks for: the service, or only themselves."""
    return person.service.casefold() or person.id


def _names_by_service(meeting: Meeting) -> dict[str, set[str]]:
    """Give for each service its own name and the first names of its people, in small letters."""
    names: dict[str, set[str]] = {}
    for person in meeting.participants:
        firsts = (name.split()[0] for name in (person.name, person.stand_in) if name)
        words = {word.casefold() for word in firsts}
        names.setdefault(_side(person), {person.service.casefold()} - {""}).update(words)
    return names


def _known(meeting: Meeting) -> set[str]:
    """Give the names a responsible person of this meeting may be written with, in small letters.

    What twins have in brackets after their name is not among them.
    """
    known = {"brukeren", meeting.leader, meeting.minute_taker}
    for person in meeting.participants:
        known |= {person.name, person.stand_in}
        known |= {name.split()[0] for name in (person.name, person.stand_in) if name}
        if person.bruker:
            known.add(person.role)
    return {name.casefold() for name in known}
