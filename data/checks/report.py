"""The rules asked of a meeting: as a list of requirements, as plain findings, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from data.checks import language, privacy
from data.checks.finding import Concern, Finding, Requirement, Severity, State
from data.checks.points import POINTS
from data.checks.rule import Point, Rule
from data.checks.settling import reason
from data.checks.steps import placed
from data.language import _
from data.meeting import Meeting
from data.structure import Structure


def requirements(meeting: Meeting, structure: Structure | None = None) -> tuple[Requirement, ...]:
    """Give what the referat must hold and how it stands, in reading order.

    What the steps of the meeting's `structure` are for always stands; what else is worth a thought
    stands where something was found. Without a structure it is all asked for.
    """
    asked = ((point, tuple(_point_findings(point, meeting, structure))) for point in _points())
    return tuple(
        _requirement(point, found, structure) for point, found in asked if found or _listed(point, structure)
    )


def findings(meeting: Meeting, structure: Structure | None = None) -> tuple[Finding, ...]:
    """Give all that lacks or is worth a thought in a meeting of a structure, in reading order."""
    return tuple(finding for point in _points() for finding in _point_findings(point, meeting, structure))


def complete(meeting: Meeting, structure: Structure | None = None) -> bool:
    """Whether nothing is missing; what is only worth a thought may stand."""
    return not any(
        any(rule.lacks(meeting))
        for point in POINTS
        for rule in _asked(point, structure)
        if rule.severity is Severity.MISSING
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


def _listed(point: Point, structure: Structure | None) -> bool:
    """Whether a point stands in the list of a structure's meetings also when nothing was found."""
    return point.always and (structure is None or point.asked_of(structure))


def _asked(point: Point, structure: Structure | None) -> Iterator[Rule]:
    """Give the rules of a point that the meetings of a structure are held to."""
    return (rule for rule in point.rules if structure is None or rule.asked_of(structure))


def _point_findings(point: Point, meeting: Meeting, structure: Structure | None) -> Iterator[Finding]:
    """Give what the rules of one point find."""
    for rule in _asked(point, structure):
        for finding in _rule_findings(rule, point.kind, meeting):
            if structure and finding.words is None:
                finding = finding._replace(field=placed(finding.field, structure))  # noqa: PLW2901 - the same one
            yield finding._replace(reason=reason(meeting, finding)) if meeting.let_stand else finding


def _rule_findings(rule: Rule, kind: Concern, meeting: Meeting) -> Iterator[Finding]:
    """Give what one rule finds, signed with its id, weight, source and kind."""
    for field, message, words in rule.lacks(meeting):
        yield Finding(rule.id, rule.severity, field, message, _(rule.source), kind, words)


def _requirement(point: Point, found: tuple[Finding, ...], structure: Structure | None) -> Requirement:
    """Give a point with what was found; the first of the heaviest findings says where to go."""
    count = [finding for finding in found if not finding.reason]
    missing = (finding for finding in count if finding.severity is Severity.MISSING)
    first = next(missing, (count or found or (None,))[0])
    state = State(first.severity.value) if count and first else State.STANDS if found else State.HOLDS
    place = placed(point.field, structure) if structure else point.field
    field = first.field if first else place
    return Requirement(point.rule, _(point.title), state, found, field, _(point.source), point.kind)


def _line(field: str, lines: Mapping[str, int]) -> int:
    """Give the line of the nearest part of a path that has one."""
    while field and field not in lines:
        field = field.rpartition("/")[0]
    return lines.get(field, 1)
