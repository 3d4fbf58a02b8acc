"""The referat as statements to be read aloud, one at a time, each with the fields that say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data.acts import value
from data.language import _
from data.markdown import entries
from data.meeting import BRUKER, GROUP, Meeting, Tiltak


class Statement(NamedTuple):
    """Something the referat says: under which heading, of whom or what, and the fields that say it.

    `fields` pairs a label with the path of a place in the meeting.
    """

    heading: str
    title: str
    fields: tuple[tuple[str, str], ...]


def statements(meeting: Meeting) -> tuple[Statement, ...]:
    """Give what the referat says, in the order it is read; fields that say nothing are left out."""
    told = (one._replace(fields=tuple(_telling(meeting, one))) for one in _all(meeting))
    return tuple(one for one in told if one.fields)


def _telling(meeting: Meeting, one: Statement) -> Iterator[tuple[str, str]]:
    for label, path in one.fields:
        if value(meeting, path) not in {None, ""}:
            yield label, path


def _all(meeting: Meeting) -> Iterator[Statement]:
    yield Statement(_("Møtet"), "", _fields("", ("Gruppe", "group"), ("Dato", "date"), ("Sted", "place")))
    yield Statement(_("Møtet"), "", _fields("", ("Starter", "start"), ("Slutter", "end")))
    yield Statement(_("Møtet"), "", _fields("", ("Møteleder", "leader"), ("Referent", "minute_taker")))
    yield Statement(_("Ikke fullstendig"), "", _fields("", ("Fordi", "incomplete_because")))
    yield Statement(_("Hensikt"), "", _fields("", ("", "purpose")))
    yield from _people(meeting)
    yield from _consents(meeting)
    yield Statement(_("Forrige referat"), "", _fields("approval/", ("Merknader", "remarks")))
    for number, item in enumerate(meeting.agenda, 1):
        yield Statement(
            _("Saksliste"),
            str(number),
            _fields(f"agenda/{item.id}/", ("Sak", "title"), ("Konklusjon", "conclusion")),
        )
    yield from _tiltak(meeting, _("Tiltak fra sist"), carried=True)
    for goal in meeting.goals:
        told = _fields(f"goals/{goal.id}/", ("Mål", "text"), ("Konklusjon", "conclusion"))
        yield Statement(_("Mål"), _joined(goal.id, goal.verdict), told)
    yield from _said(meeting)
    yield Statement(_("Oppsummering"), "", _fields("", ("", "summary")))
    yield from _tiltak(meeting, _("Tiltak"), carried=False)
    for who, title in ((BRUKER, _("Familien")), (GROUP, _("De andre"))):
        yield Statement(_("Evaluering"), title, _fields(f"evaluations/{who}/", ("", "words")))
    yield Statement(
        _("Neste møte"),
        "",
        _fields("next_meeting/", ("Dato", "date"), ("Klokken", "time"), ("Sted", "place"), ("Tema", "theme")),
    )


def _fields(at: str, *named: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Give labels with the paths of fields."""
    return tuple((label, f"{at}{name}") for label, name in named)


def _people(meeting: Meeting) -> Iterator[Statement]:
    """Give who took part, each with how it went with their coming, and what the others sent."""
    for who in meeting.participants:
        at = f"participants/{who.id}/"
        names = (("Navn", "name"), ("Rolle", "role"), ("Tjeneste", "service"), ("Stedfortreder", "stand_in"))
        yield Statement(_("Deltakere"), who.attendance.value, _fields(at, *names))
        yield Statement(_("Innspill"), meeting.label(who), _fields(at, ("", "innspill")))


def _consents(meeting: Meeting) -> Iterator[Statement]:
    """Give what each service may share, as it stood at the door."""
    names = (("Gitt av", "given_by"), ("Fra", "since"), ("Til", "until"), ("Gjelder ikke", "leaves_out"))
    for one in meeting.consents:
        told = _fields(f"consents/{one.id}/", *names)
        yield Statement(_("Samtykke"), _joined(one.id, one.state), told)


def _joined(*words: str | None) -> str:
    """Give the words that there are, apart from each other."""
    return " · ".join(word for word in words if word)


def _said(meeting: Meeting) -> Iterator[Statement]:
    """Give what was noted of each speaker, as it stands in the referat."""
    labels = (
        ("Går bra", "progress"),
        ("Utfordring", "challenge"),
        ("Prøvd til nå", "tried"),
        ("Bidrag", "contribution"),
    )
    for entry in meeting.entries:
        told = _fields(f"entries/{entry.id}/", *labels, ("", "comment"))
        yield Statement(entries.title(entry.step), meeting.speaker_label(entry.speaker), told)


def _tiltak(meeting: Meeting, heading: str, *, carried: bool) -> Iterator[Statement]:
    """Give the tiltak, with what came of those from before."""

    def named(tiltak: Tiltak) -> tuple[tuple[str, str], ...]:
        names = (("Hva", "what"), ("Hvem", "who"), ("Når", "when"), ("Hjelpere", "helpers"))
        return _fields(f"tiltak/{tiltak.id}/", *names, ("Grunn", "reason"))

    for tiltak in meeting.tiltak:
        if tiltak.carried is carried:
            more = (tiltak.status,) if carried else (tiltak.goal, tiltak.level)
            yield Statement(heading, _joined(tiltak.id, *more), named(tiltak))
