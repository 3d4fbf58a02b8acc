"""What the checks say: a finding, and a requirement with all that was found under it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: the referat is not finished without it, or think it over."""

    MISSING = "missing"
    CONSIDER = "consider"


class State(StrEnum):
    """How it stands with a requirement; `STANDS` says that all that was found is let stand for a reason."""

    HOLDS = "holds"
    MISSING = "missing"
    CONSIDER = "consider"
    STANDS = "stands"


class Concern(StrEnum):
    """What a finding is about: what the referat must hold, how it is worded, what nobody should read."""

    REQUIRED = "required"
    LANGUAGE = "language"
    PRIVACY = "privacy"


class Words(NamedTuple):
    """The offending words: those from `start` up to `end` in the text of the field, counted in characters.

    `better` is what may stand there instead, "" to strike them out; None where no form is safe to propose.
    """

    start: int
    end: int
    better: str | None = None


class Finding(NamedTuple):
    """One thing that lacks or is worth a thought.

    `rule` is a stable id, `field` the path of what it is about ("tiltak/T14/when"), `message` says
    in bokmål what lacks and what to write, `source` whose rule it is. `words` are None where it is
    about the field as a whole. `reason` says why it is let stand, "" where it is not.
    """

    rule: str
    severity: Severity
    field: str
    message: str
    source: str
    kind: Concern = Concern.REQUIRED
    words: Words | None = None
    reason: str = ""


class Requirement(NamedTuple):
    """A requirement of the referat, how it stands, and the field to go to.

    `field` is the first finding's that weighs most, else the place where the requirement is met.
    """

    rule: str
    title: str
    state: State
    findings: tuple[Finding, ...]
    field: str
    source: str
    kind: Concern = Concern.REQUIRED
