"""The gate as lines: what the referat must hold, then each word worth a thought and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data.checks import Concern, Finding, Requirement, State, requirements
from data.checks.settling import mark, may_stand, wording
from data.language import _
from data.meeting import Meeting, find
from data.profile import Profile
from data.structure import Structure
from screens.widgets import Row

SIGNS = {State.HOLDS: "✓", State.MISSING: "✗", State.CONSIDER: "?", State.STANDS: "–"}
WORDS = {State.HOLDS: "holder", State.MISSING: "mangler", State.CONSIDER: "vurder", State.STANDS: "beholdt"}
KINDS = {Concern.LANGUAGE: "språk", Concern.PRIVACY: "privat"}

LONGEST = 24
"""The letters shown of the words that a line is about."""


class Line(NamedTuple):
    """One line of the list: its key, what it says, how it stands, and what was found under it."""

    key: str
    title: str
    state: State
    kind: Concern
    field: str
    source: str
    findings: tuple[Finding, ...]

    @property
    def row(self) -> Row:
        """The line as a row of a table."""
        word = KINDS.get(self.kind, "") if self.state is State.CONSIDER else ""
        back = self.state in {State.HOLDS, State.STANDS}
        return Row(self.key, (SIGNS[self.state], self.title, _(word or WORDS[self.state])), dim=back)

    @property
    def is_of_words(self) -> bool:
        """Whether it is about how something is put, and not about what must be there."""
        return self.kind is not Concern.REQUIRED

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """What may be let stand, and is not yet."""
        return tuple(one for one in self.findings if may_stand(one) and not one.reason)

    @property
    def proposal(self) -> Finding | None:
        """What was found for which a better form is safe, None where there is none."""
        return next((one for one in self.findings if one.words and one.words.better is not None), None)


def lines(meeting: Meeting, structure: Structure, profile: Profile) -> tuple[Line, ...]:
    """Give the lines of the gate: one for what is required, one for each word found."""
    found: dict[str, Line] = {}
    for requirement in requirements(meeting, structure, profile):
        for line in _lines(meeting, requirement):
            key = line.key
            while key in found:
                key += "+"
            found[key] = line._replace(key=key)
    return tuple(found.values())


def verdict(shown: tuple[Line, ...]) -> str:
    """Say how it stands with the referat as a whole."""
    missing = sum(line.state is State.MISSING for line in shown)
    thoughts = sum(line.state is State.CONSIDER for line in shown)
    if missing:
        return _("✗ {n} mangler. Enter går til feltet.").format(n=missing)
    if thoughts:
        return _("✓ Alt er på plass, {n} å vurdere. Ctrl+S lagrer.").format(n=thoughts)
    return _("✓ Alt er på plass. Ctrl+S lagrer.")


def explained(line: Line) -> str:
    """Say what a line is about, what can be done with it, and who asks for it."""
    said = [finding.message for finding in line.findings[:4]] or [_("Dette er på plass.")]
    said += dict.fromkeys(_("Beholdt: {why}").format(why=one.reason) for one in line.findings if one.reason)
    return "\n".join([*said, *_keys(line), line.source])


def proposed(line: Line) -> str:
    """Say what the key that puts words right would write, "" where no form is safe."""
    better = line.proposal
    if better is None or better.words is None or better.reason:
        return ""
    words = better.words.better
    return _("Ctrl+E skriver «{words}»").format(words=words) if words else _("Ctrl+E tar det bort")


def _keys(line: Line) -> Iterator[str]:
    """Say which keys do something with a line."""
    if said := proposed(line):
        yield said
    if line.open_findings:
        yield _("Ctrl+G beholder det, med grunn")
    elif line.findings and line.state is State.STANDS:
        yield _("Ctrl+G tar det opp igjen")


def _lines(meeting: Meeting, requirement: Requirement) -> Iterator[Line]:
    """Give the lines of one requirement."""
    rule, title, state, found, field, source, kind = requirement
    if kind is Concern.REQUIRED:
        yield Line(rule, title, state, kind, field, source, found)
        return
    for one in found:
        stands = State.STANDS if one.reason else State.CONSIDER
        said = _words(meeting, title, one)
        yield Line(mark(meeting, one), said, stands, kind, one.field, source, (one,))


def _words(meeting: Meeting, title: str, finding: Finding) -> str:
    """Give what a line says of a finding: its words and where they stand; of what is private no words."""
    said = title
    if finding.kind is Concern.LANGUAGE and (words := wording(meeting, finding)):
        cut = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        said = f"«{cut}»"
    place = where(meeting, finding.field)
    return f"{said} · {place}" if place else said


def where(meeting: Meeting, field: str) -> str:
    """Give in a word or two where a field stands in the referat."""
    name, _slash, rest = field.partition("/")
    part = rest.rpartition("/")[0]
    if name in {"tiltak", "goals"}:
        return part
    if name == "entries":
        return meeting.speaker_label(part.partition(":")[2])
    if name == "participants":
        person = find(meeting.participants, part)
        return person.name if person else ""
    return {
        "purpose": _("Hensikt"),
        "summary": _("Oppsummering"),
        "agenda": _("Saksliste"),
        "evaluations": _("Evaluering"),
        "next_meeting": _("Neste møte"),
    }.get(name, "")
