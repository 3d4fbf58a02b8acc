"""The sections of a group's document, in the order they are written."""

from __future__ import annotations

from functools import partial

from data.markdown import consents, escaping, fields, goals, prose, tables, tiltak
from data.markdown.group.lists import CONCLUSIONS, CONSENTED, HAPPENINGS, MEMBERS, PLAN
from data.markdown.group.sheet import GroupSheet
from data.markdown.section import Section, by_title, folded

MANDATE = "mandate"

CONSENT_FIELDS = (*consents.FIELDS, fields.date("Trukket", "withdrawn", "trukket tilbake"))


def _mandate(sheet: GroupSheet) -> list[str]:
    """Give the mandate as running text."""
    return [escaping.prose(sheet.group.mandate)] if sheet.group.mandate else []


def _consents(sheet: GroupSheet) -> list[str]:
    """Give the table of consents."""
    given = sheet.group.consents
    drawn = tables.write(CONSENT_FIELDS, given, sheet.kept, rows=consents.CONSENTS, table=consents.CONSENTS)
    return [drawn] if drawn else []


def _goals(sheet: GroupSheet) -> list[str]:
    """Give the table of goals."""
    drawn = tables.write(goals.FIELDS, sheet.group.goals, sheet.kept, rows=goals.GOALS, table=goals.GOALS)
    return [drawn] if drawn else []


def _tiltak(sheet: GroupSheet) -> list[str]:
    """Give the tables of tiltak."""
    return tiltak.write_tables(sheet, sheet.group.tiltak, tiltak.TILTAK, tiltak.STANDING)


SECTIONS: tuple[Section[GroupSheet], ...] = (
    Section(MANDATE, "Mandat", _mandate, prose.reader(MANDATE), ("hensikt", "formål")),
    Section(MEMBERS.name, "Medlemmer", MEMBERS.write, MEMBERS.read, ("deltakere", "deltagere", "medlem")),
    Section(
        consents.CONSENTS,
        "Samtykke",
        _consents,
        partial(consents.read, fields=CONSENT_FIELDS),
        ("samtykker",),
    ),
    Section(goals.GOALS, "Mål", _goals, goals.read),
    Section(
        tiltak.TILTAK, "Tiltak", _tiltak, partial(tiltak.read, section=tiltak.TILTAK), ("avtalte tiltak",)
    ),
    Section(PLAN.name, "Møteplan", PLAN.write, PLAN.read, ("neste møter",)),
    Section(HAPPENINGS.name, "Tiltakenes historie", HAPPENINGS.write, HAPPENINGS.read, ("historie",)),
    Section(CONCLUSIONS.name, "Målenes historie", CONCLUSIONS.write, CONCLUSIONS.read),
    Section(CONSENTED.name, "Samtykkenes historie", CONSENTED.write, CONSENTED.read),
)

_BY_TITLE = by_title(SECTIONS)


def named(heading: str) -> Section[GroupSheet] | None:
    """Give the section that a heading names, None when it names none of ours."""
    return _BY_TITLE.get(folded(heading))
