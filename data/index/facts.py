"""What a list or a filter asks of a document, read without a parser.

Knows the few tables it needs by itself, for an archive of any size is read in one go; a test holds
it to what reading the whole document gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from data.clean import clean_line
from data.head import read_date
from data.index.lines import cells

_SECTION = re.compile(r"^## +(.*)$", re.MULTILINE)
_RULE = re.compile(r"[\s|:-]+")

_PARTICIPANTS = frozenset({"deltakere", "deltagere", "til stede", "deltakere og frafall", "innkalte"})
_GOALS = frozenset({"mål", "mål og konklusjoner"})
_AGREED = frozenset({"tiltak", "nye tiltak", "avtalte tiltak", "råd fra møtet"})
_CARRIED = frozenset({"oppfølging av tiltak fra sist", "tiltak fra sist", "oppfølging fra sist"})

_NAME = ("navn", "deltaker", "hvem")
_WHAT = ("hva", "tiltak")
_WHO = ("hvem", "ansvarlig")
_WHEN = ("når", "frist", "innen")
_OPEN = "åpen"


class GoalFact(NamedTuple):
    """A goal as it stood in a document; `verdict` is "" before there is one."""

    number: str
    text: str
    verdict: str


class TiltakFact(NamedTuple):
    """A tiltak as it stood in a document. `due` is an ISO date, "" for none; `goal` as it is named."""

    number: str
    what: str
    who: str
    due: str
    goal: str
    status: str
    carried: bool


class Facts(NamedTuple):
    """The people, goals and tiltak of a document."""

    people: tuple[str, ...] = ()
    goals: tuple[GoalFact, ...] = ()
    tiltak: tuple[TiltakFact, ...] = ()


def facts_of(text: str) -> Facts:
    """Give the facts in the text of a document."""
    people: list[str] = []
    goals: list[GoalFact] = []
    tiltak: list[TiltakFact] = []
    _before, *found = _SECTION.split(text)
    for title, body in zip(found[::2], found[1::2], strict=True):
        name = title.rstrip(" #:.").casefold()  # a pattern would try each dot of a long row
        if name in _PARTICIPANTS:
            people += [_first(row, _NAME) for row in _rows(body)]
        elif name in _GOALS:
            goals += [_goal(row) for row in _rows(body)]
        elif name in _AGREED or name in _CARRIED:
            tiltak += [_tiltak(row, carried=name in _CARRIED) for row in _joined(body)]
    return Facts(tuple(name for name in people if name), tuple(goals), tuple(tiltak))


def _rows(body: str) -> Iterator[dict[str, str]]:
    """Give each row of each table as texts by the title of their column."""
    titles: list[str] = []
    for line in body.split("\n"):
        if not line.lstrip().startswith("|"):
            titles = []
        elif not titles:
            titles = [cell.casefold() for cell in cells(line)]
        elif not _RULE.fullmatch(line):
            yield dict(zip(titles, cells(line), strict=False))


def _joined(body: str) -> list[dict[str, str]]:
    """Give the rows of tables with those of the same number as one."""
    rows: dict[str, dict[str, str]] = {}
    for at, row in enumerate(_rows(body)):
        rows.setdefault(row.get("nr") or str(at), {}).update(row)
    return list(rows.values())


def _goal(row: dict[str, str]) -> GoalFact:
    return GoalFact(
        clean_line(row.get("nr", "")), _first(row, ("mål",)), _first(row, ("vurdering", "status"))
    )


def _tiltak(row: dict[str, str], *, carried: bool) -> TiltakFact:
    due = read_date(_first(row, _WHEN).lower())
    status = _first(row, ("status",)).partition(":")[0].lower()
    return TiltakFact(
        clean_line(row.get("nr", "")),
        _first(row, _WHAT),
        _first(row, _WHO),
        due.isoformat() if due else "",
        _first(row, ("mål",)),
        status or _OPEN,
        carried,
    )


def _first(row: dict[str, str], titles: tuple[str, ...]) -> str:
    """Give the text under the first of some titles that has any, on one line."""
    text = next((row[title] for title in titles if row.get(title)), "")
    return clean_line(text)
