"""The sections of a document in the order they are written, and how to tell them by their headings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from data.drofting import decides
from data.markdown import (
    agenda,
    approval,
    consents,
    entries,
    escaping,
    evaluation,
    goals,
    life,
    next_meeting,
    participants,
    prose,
    tiltak,
)
from data.markdown.page import Page
from data.markdown.section import Section, by_title, folded


def _written(field: str) -> Callable[[Page], list[str]]:
    """Give what writes a section that is all running text."""

    def write(page: Page) -> list[str]:
        text = getattr(page.meeting, field)
        return [escaping.prose(text)] if text else []

    return write


def step(name: str) -> Section[Page]:
    """Give the section of a step in which people speak."""
    return Section(
        entries.section(name),
        entries.title(name),
        partial(entries.write, step=name),
        partial(entries.read, step=name),
    )


ADVICE = "Konklusjon: råd, ikke vedtak"
"""The heading of the summary of a meeting that decides nothing."""

ADVISED = "Råd fra møtet"
"""The heading of its tiltak."""


def _decided(title: str, advice: str) -> Callable[[Page], str]:
    """Give what chooses between the headings of what was decided, and of what is only advice."""
    return lambda page: title if decides(page.meeting.kind) else advice


BEFORE = (
    Section(
        "purpose", "Hensikt", _written("purpose"), prose.reader("purpose"), ("formål", "hensikten med møtet")
    ),
    Section(
        participants.PARTICIPANTS,
        "Deltakere",
        participants.write,
        participants.read,
        ("deltagere", "til stede", "deltakere og frafall", "innkalte"),
    ),
    Section(participants.INNSPILL, "Innspill", participants.write_innspill, participants.read_innspill),
    Section(consents.CONSENTS, "Samtykke", consents.write, consents.read, ("samtykker",)),
    Section(approval.APPROVAL, "Forrige referat", approval.write, approval.read, ("godkjenning av referat",)),
    Section(agenda.AGENDA, "Saksliste", agenda.write, agenda.read, ("saker", "agenda", "dagsorden")),
    Section(
        tiltak.CARRIED,
        "Oppfølging av tiltak fra sist",
        partial(tiltak.write, section=tiltak.CARRIED),
        partial(tiltak.read, section=tiltak.CARRIED),
        ("tiltak fra sist", "oppfølging fra sist"),
    ),
    Section(
        goals.GOALS, goals.CONCLUDED, goals.write, goals.read, (goals.NAMED.casefold(),), title_of=goals.title
    ),
)
"""What stands before the steps in which people speak."""

AFTER = (
    Section(
        "summary",
        "Oppsummering",
        _written("summary"),
        prose.reader("summary"),
        ("konklusjon", ADVICE.casefold()),
        title_of=_decided("Oppsummering", ADVICE),
    ),
    Section(
        tiltak.TILTAK,
        "Tiltak",
        partial(tiltak.write, section=tiltak.TILTAK),
        partial(tiltak.read, section=tiltak.TILTAK),
        ("nye tiltak", "avtalte tiltak", ADVISED.casefold()),
        title_of=_decided("Tiltak", ADVISED),
    ),
    Section(
        evaluation.EVALUATIONS, "Evaluering", evaluation.write, evaluation.read, ("evaluering av møtet",)
    ),
    Section(next_meeting.NEXT_MEETING, "Neste møte", next_meeting.write, next_meeting.read),
    Section(life.LIFE, "Godkjenning", life.write, life.read, ("godkjenning av dette referatet",)),
    Section(
        life.REMARKS,
        "Merknader",
        partial(life.write_rows, section=life.REMARKS),
        partial(life.read_rows, section=life.REMARKS),
        ("merknader til referatet",),
    ),
    Section(
        life.CORRECTIONS,
        "Rettelser etter godkjenning",
        partial(life.write_rows, section=life.CORRECTIONS),
        partial(life.read_rows, section=life.CORRECTIONS),
        ("rettelser",),
    ),
)
"""What stands after them."""

_BY_TITLE = by_title(BEFORE + AFTER)


def ordered(steps: list[str]) -> list[Section[Page]]:
    """Give the sections in the order they are written, with those of the steps among them."""
    return [*BEFORE, *map(step, steps), *AFTER]


def named(heading: str) -> Section[Page] | None:
    """Give the section that a heading names, None when it names none of ours."""
    if section := _BY_TITLE.get(folded(heading)):
        return section
    found = entries.step_of(" ".join(heading.split()))
    return step(found) if found else None
