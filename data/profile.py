"""A municipality's rules for its meetings: what a referat holds, by when, how many, how long.

What a profile says nothing of, it asks nothing of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Krav(StrEnum):
    """What a profile can ask a referat to hold. The value is its name in the file (DOMAIN section 3)."""

    PARTICIPANTS = "deltakere"
    ATTENDANCE = "oppmøte"
    PLACE = "sted"
    TIME = "tid"
    MINUTE_TAKER = "referent"
    APPROVAL = "forrige referat"
    PURPOSE = "hensikt"
    AGENDA = "saksliste"
    AGENDA_CONCLUSIONS = "konklusjon på sakene"
    CARRIED = "tiltak fra sist"
    BRUKER = "brukerens ord"
    CHALLENGES = "utfordringer"
    CONTRIBUTIONS = "bidrag"
    GOALS = "konklusjon på målene"
    TILTAK = "hva"
    RESPONSIBLE = "ansvarlig"
    TILTAK_GOAL = "mål for tiltaket"
    DEADLINE = "frist"
    START = "oppstart"
    DURATION = "varighet"
    EVALUATED = "tiltaket evalueres"
    LEVEL = "nivå"
    COPIES = "kopi"
    EVALUATION = "evaluering"
    NEXT_MEETING = "neste møte"
    NEXT_TIME = "klokkeslett for neste møte"
    NEXT_THEME = "tema for neste møte"


class Limit(StrEnum):
    """What a profile can set a number for. The value is the name of its table (DOMAIN section 8)."""

    REFERAT = "referat"
    """Days from a meeting until its referat is done."""
    REMARKS = "merknader"
    """Days that there are to remark on a referat that is sent out."""
    AGENDA = "saksliste"
    """Days before a meeting by which innkalling and saksliste are out."""
    MEETINGS = "hyppighet"
    """Meetings that an ansvarsgruppe has in a year at the least."""
    LENGTH = "lengde"
    """Minutes that a meeting takes."""
    MEMBERS = "medlemmer"
    """Standing members of a group at the most, the bruker and the family not counted."""
    EVALUATIONS = "evaluering"
    """Times a year that an ansvarsgruppe looks at how it works."""
    AGE = "ungdom"
    """Years from which the youth consents."""
    NOTICE = "varsel"
    """Days ahead that a deadline is shown."""


class Origin(NamedTuple):
    """Whose a rule is: its `source` in words, and the day it was last `checked` against it."""

    source: str
    checked: dt.date

    @property
    def whose(self) -> str:
        """The source in short: what stands before its colon."""
        return self.source.partition(":")[0]


class Bound(NamedTuple):
    """A number that a profile sets, and whose rule that is."""

    number: int
    origin: Origin


class Listed(NamedTuple):
    """Words that a profile lists, and whose rule that is."""

    words: tuple[str, ...]
    origin: Origin


class Profile(NamedTuple):
    """The rules of a municipality.

    What is `required` must stand in a referat, what is `advised` is worth a thought. `limits` are counted
    as `Limit` says. `written` lists the kinds of meeting for which a consent must be written, `filed`
    where a finished referat is filed, `structures` the names of those that meetings follow, that of the
    municipality's groups first; None where the municipality says nothing of it.
    """

    name: str
    title: str
    required: Mapping[Krav, Origin]
    advised: Mapping[Krav, Origin]
    limits: Mapping[Limit, Bound]
    written: Listed | None = None
    filed: Listed | None = None
    structures: Listed | None = None

    @property
    def followed(self) -> tuple[str, ...]:
        """The names of the structures that meetings follow, none where nothing is said of it."""
        return self.structures.words if self.structures else ()

    def number(self, limit: Limit) -> int | None:
        """Give the number that is set for a limit, None where none is."""
        bound = self.limits.get(limit)
        return bound.number if bound else None
