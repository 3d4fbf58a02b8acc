"""The rules asked of a meeting: as a list of requirements, as plain findings, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from data.checks import language, privacy
from data.checks.finding import Finding, Requirement, Severity, State
from data.checks.points import POINTS
from data.checks.rule import Point
from data.checks.settling import reason
from data.checks.standard import Standard
from data.language import _
from data.meeting import Meeting
from data.profile import Profile
from data.profile_file import neutral
from data.structure import Structure, default_structure


def requirements(
    meeting: Meeting, structure: Structure | None = None, profile: Profile | None = None
) -> tuple[Requirement, ...]:
    """Give what the referat must hold and how it stands, in reading order.

    What the profile (the neutral one where none is given) requires and the steps of the meeting's
    `structure` are for always stands; what else is worth a thought stands where something was found.
    """
    standard = Standard(structure or default_structure(), profile or neutral())
    asked = ((point, tuple(_point_findings(point, meeting, standard))) for point in _points())
    return tuple(
        _requirement(point, found, standard) for point, found in asked if found or standard.lists(point)
    )


def missing(
    meeting: Meeting, structure: Structure | None = None, profile: Profile | None = None
) -> tuple[Requirement, ...]:
    """Give what the referat must hold and does not; asked of nothing else, so that it is quick."""
    standard = Standard(structure or default_structure(), profile or neutral())
    asked = (
        _requirement(point, tuple(_point_findings(point, meeting, standard)), standard) for point in POINTS
    )
    return tuple(each for each in asked if each.state is State.MISSING)


def findings(
    meeting: Meeting, structure: Structure | None = None, profile: Profile | None = None
) -> tuple[Finding, ...]:
    """Give all that lacks or is worth a thought in a meeting of a structure, in reading order."""
    standard = Standard(structure or default_structure(), profile or neutral())
    return tuple(finding for point in _points() for finding in _point_findings(point, meeting, standard))


def complete(meeting: Meeting, structure: Structure | None = None, profile: Profile | None = None) -> bool:
    """Whether nothing is missing; what is only worth a thought may stand."""
    standard = Standard(structure or default_structure(), profile or neutral())
    return not any(
        any(rule.find(meeting, standard.profile))
        for point in POINTS
        for rule in point.rules
        if (weighed := standard.weighed(rule)) and weighed.severity is Severity.MISSING
    )


def as_json(found: Iterable[Finding], lines: Mapping[str, int]) -> list[dict[str, str | int | None]]:
    """Give findings as plain values, each with the line it stands at in the file.

    `lines` maps field paths to lines counted from 1. A path that has no line of its own takes its
    part's, then its list's, then the first line. `start`, `end` and `proposal` are null where no
    words are named, the last also where none is safe.
    """
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "field": finding.field,
            "line": _line(finding.field, lines),
            "message": finding.message,
            "source": finding.source,
            "kind": finding.kind.value,
            "start": finding.words and finding.words.start,
            "end": finding.words and finding.words.end,
            "proposal": finding.words and finding.words.better,
        }
        for finding in found
    ]


def _points() -> Iterator[Point]:
    """Give every point: what must be there, then how it is worded, then what nobody should read."""
    yield from POINTS
    yield from language.points()
    yield from privacy.points()


def _point_findings(point: Point, meeting: Meeting, standard: Standard) -> Iterator[Finding]:
    """Give what the rules of one point find, each signed with its id, weight, source and kind."""
    for rule in point.rules:
        weighed = standard.weighed(rule)
        if weighed is None:
            continue
        for field, message, words in rule.find(meeting, standard.profile):
            place = field if words else standard.placed(field)
            finding = Finding(rule.id, weighed.severity, place, message, weighed.source, point.kind, words)
            yield finding._replace(reason=reason(meeting, finding)) if meeting.let_stand else finding


def _requirement(point: Point, found: tuple[Finding, ...], standard: Standard) -> Requirement:
    """Give a point with what was found; the first of the heaviest findings says where to go, and whose."""
    count = [finding for finding in found if not finding.reason]
    missing = (finding for finding in count if finding.severity is Severity.MISSING)
    first = next(missing, (count or found or (None,))[0])
    state = State(first.severity.value) if count and first else State.STANDS if found else State.HOLDS
    field = first.field if first else standard.placed(point.field)
    source = first.source if first else standard.source(point)
    return Requirement(point.rule, _(point.title), state, found, field, source, point.kind)


def _line(field: str, lines: Mapping[str, int]) -> int:
    """Give the line of the nearest part of a path that has one."""
    while field and field not in lines:
        field = field.rpartition("/")[0]
    return lines.get(field, 1)
