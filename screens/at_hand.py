"""The lines of the first page: what there is to go on with, section by section."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from textual.content import Content
from textual.widgets.option_list import Option

from data import dates
from data.archive import Document
from data.clean import clean
from data.deadlines import Deadline, Rule, days_words, rule_title, rule_words
from data.groups import Listed
from data.language import _
from data.leaders_book import Kept
from data.locations import LEADERS_BOOK
from data.overview import Overview
from data.parking import channel_words
from screens.widgets.label import in_cells

MOST = 8
"""The lines a section shows; the archive, the board and the groups have the rest."""

ALIAS_WIDTH = 16
DATE_WIDTH = 11
STATE_WIDTH = 16
"""Cells of the columns; what a line is about has the rest."""

ABOUT_WIDTHS = range(20, 61)
"""Cells of what a line is about: few where the window is narrow, never so many that the state is far off."""


class Target(NamedTuple):
    """What a line opens: a file, and where in it. `words` say more of the line."""

    path: Path
    place: str = ""
    words: str = ""


class Lines(NamedTuple):
    """The options of the page, and what those with an id of a number open."""

    options: list[Option]
    targets: dict[str, Target]


def lines(shown: Overview, today: dt.date, room: int) -> Lines:
    """Give the page as options within `room` cells, a section under each heading; empty ones are left out."""
    about = _about_width(room)
    targets: dict[str, Target] = {}
    options: list[Option] = []
    for heading, section in _sections(shown, today):
        if not section:
            continue
        options.append(Option(Content.styled(heading, "bold $text-primary"), disabled=True))
        for line in section[:MOST]:
            name = str(len(targets))
            targets[name] = line.target
            options.append(Option(_content(line, about), id=name))
        if len(section) > MOST:
            more = _("  … og {n} til").format(n=len(section) - MOST)
            options.append(Option(Content.styled(more, "$text-muted"), disabled=True))
    return Lines(options, targets)


class _Line(NamedTuple):
    """A line in its columns; `state` says how it stands, and `stands_out` that it does."""

    target: Target
    sign: str
    alias: str
    date: str
    about: str
    state: str
    stands_out: bool = False


def _sections(shown: Overview, today: dt.date) -> Iterator[tuple[str, list[_Line]]]:
    yield _("Pågår"), [_live(one, today) for one in shown.live]
    yield _("Frister"), [_due(one, today) for one in shown.due]
    yield _("Neste møter"), [_coming(one, today) for one in shown.coming]
    yield _("Ikke ferdig"), [_document(one, today) for one in shown.half_done]
    yield _("Siste referater"), [_document(one, today) for one in shown.recent]
    yield _("Parkert"), [_parked(one, today) for one in shown.parked]
    yield _("Grupper"), [_group(one) for one in shown.groups]


def _live(one: Document, today: dt.date) -> _Line:
    return _document(one, today)._replace(sign="▶", state=_("pågår"), stands_out=True)


def _coming(one: Document, today: dt.date) -> _Line:
    day = one.date or today
    return _document(one, today)._replace(state=days_words((day - today).days))


def _document(one: Document, today: dt.date) -> _Line:
    date = dates.in_list(one.date, today) if one.date else _("uten dato")
    return _Line(Target(one.path), " ", one.group, date, one.kind, one.status)


def _due(one: Deadline, today: dt.date) -> _Line:
    left = one.days_left(today)
    about = f"{one.number} {one.words}" if one.rule is Rule.TILTAK else f"{rule_title(one.rule)} {one.number}"
    target = Target(one.path, one.place, rule_words(one.rule, one.profile))
    date = dates.in_list(one.due, today)
    return _Line(target, "⚠" if left < 0 else " ", one.group, date, about, days_words(left), left < 0)


def _parked(one: Kept, today: dt.date) -> _Line:
    date = dates.in_list(one.date, today) if one.date else ""
    target = Target(Path(LEADERS_BOOK), one.id, f"→ {channel_words(one.matter)}")
    return _Line(target, " ", one.group, date, one.text, _("parkert"))


def _group(one: Listed) -> _Line:
    state = _("avsluttet") if one.closed else one.koordinator
    return _Line(Target(one.path), " ", one.alias, "", one.kind, state)


def _about_width(room: int) -> int:
    """Give the cells of what a line is about, where the whole line has `room`."""
    left = room - sum((len("▶ "), ALIAS_WIDTH, 1, DATE_WIDTH, 1, 1, STATE_WIDTH))
    return max(ABOUT_WIDTHS[0], min(left, ABOUT_WIDTHS[-1]))


def _content(line: _Line, about: int) -> Content:
    """Give a line with its columns under each other; `about` is the width of what it is about."""
    columns = ((line.alias or "–", ALIAS_WIDTH), (line.date, DATE_WIDTH), (line.about, about))
    words = clean(" ".join([line.sign, *(in_cells(text, width) for text, width in columns)]))
    state = clean(in_cells(line.state, STATE_WIDTH).rstrip())
    return Content.assemble(f"{words} ", (state, "bold" if line.stands_out else ""))
