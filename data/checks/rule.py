"""How a rule is written down: a small function from a meeting to what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from data.checks.finding import Concern, Severity, Words
from data.meeting import Meeting

MISSING = Severity.MISSING
CONSIDER = Severity.CONSIDER

SEL = "Sel: retningslinje for samarbeidsmøter og ansvarsgrupper"
ILAG = "Ilag førr ongan: rutine for ansvarsgruppe (2022)"
PLAIN_LANGUAGE = "Offentlige råd om klart språk i møtereferater"
PRIVACY = "Offentlige råd om personvern"
OWN = "Programmets egen kontroll"


class Lack(NamedTuple):
    """What a rule found: the field's path, what to say in the user's language, and the words meant."""

    field: str
    message: str
    words: Words | None = None


Lacks = Iterator[Lack]


class Rule(NamedTuple):
    """One rule: its stable id, what a finding weighs, whose rule it is, and how to find it."""

    id: str
    severity: Severity
    source: str
    lacks: Callable[[Meeting], Lacks]


class Point(NamedTuple):
    """A line of the list people read, with the rules under it.

    `title` (bokmål, translated when it is shown) stands second, so that the extraction of texts can
    take it by place. `field` is where the requirement is met. A point that is not `always` listed
    is listed only when something was found.
    """

    rule: str
    title: str
    field: str
    source: str
    rules: tuple[Rule, ...]
    always: bool = True
    kind: Concern = Concern.REQUIRED
