"""How a rule is written down: a small function from a meeting to what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from data.checks.finding import Concern, Severity, Words
from data.meeting import Meeting
from data.structure import Structure

MISSING = Severity.MISSING
CONSIDER = Severity.CONSIDER

SEL = "Sel: retningslinje for samarbeidsmøter og ansvarsgrupper"
ILAG = "Ilag førr ongan: rutine for ansvarsgruppe (2022)"
PRIVACY = "Offentlige råd om personvern"
OWN = "Programmets egen kontroll"


class Lack(NamedTuple):
    """What a rule found: the field's path, what to say in the user's language, and the words meant."""

    field: str
    message: str
    words: Words | None = None


Lacks = Iterator[Lack]
Asked = Callable[[Structure], bool]
"""Whether the meetings of a structure are asked for something."""


def every_meeting(structure: Structure) -> bool:
    """Give that every meeting is asked, whatever its steps."""
    del structure
    return True


class Rule(NamedTuple):
    """One rule: its stable id, what a finding weighs, whose rule it is, and how to find it.

    `asked_of` says which meetings it is for, by their structure.
    """

    id: str
    severity: Severity
    source: str
    lacks: Callable[[Meeting], Lacks]
    asked_of: Asked = every_meeting


class Point(NamedTuple):
    """A line of the list people read, with the rules under it.

    `title` (bokmål, translated when it is shown) stands second, so that the extraction of texts can
    take it by place. `field` is where the requirement is met. A point that is not `always` listed
    is listed only when something was found, and so is one whose structure has no step to meet it
    (`asked_of`).
    """

    rule: str
    title: str
    field: str
    source: str
    rules: tuple[Rule, ...]
    always: bool = True
    kind: Concern = Concern.REQUIRED
    asked_of: Asked = every_meeting
