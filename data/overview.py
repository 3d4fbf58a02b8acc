"""What the user has before them: meetings to lead and to finish, what is due, and the groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from data.archive import UNREADABLE, Document
from data.deadlines import Deadline, Held, deadlines
from data.errors import UnreadableError
from data.files import read_bytes
from data.governing import Profiles
from data.group import Group
from data.groups import Listed, aliases, groups, open_group
from data.index import Filter, Index
from data.index.words import small
from data.known_files import KnownFiles
from data.leaders_book import Kept, read_book
from data.locations import Locations
from data.meeting import Status

RECENT = 5
"""Finished referats that are shown."""

UNFINISHED = (*(status for status in Status if status is not Status.GODKJENT), UNREADABLE)
"""The statuses of a document that something is still to be done with."""


class Overview(NamedTuple):
    """All that there is to go on with. `faults` are the files that could not be read, and why."""

    live: tuple[Document, ...]
    """Meetings that are begun and not finished, the newest first."""
    coming: tuple[Document, ...]
    """Innkallinger to meetings of today and later, the first first."""
    half_done: tuple[Document, ...]
    """Other documents that something is still to be done with, the newest first."""
    recent: tuple[Document, ...]
    """The newest of those that nothing is left to be done with."""
    due: tuple[Deadline, ...]
    """What is overdue or due soon, the first first."""
    groups: tuple[Listed, ...]
    parked: tuple[Kept, ...] = ()
    """What was parked in meetings and is not ticked off."""
    faults: tuple[UnreadableError, ...] = ()


class Known:
    """What is known of the files from the last look, and not read anew while they stand."""

    def __init__(self) -> None:
        self.groups = KnownFiles(lambda path: open_group(path).group)
        self.remarks = KnownFiles(_remarks_until)
        """The last day for remarks, of the referats that are out for them."""


class _Meetings:
    """The meetings of all groups, each group asked for what deadlines ask of its own."""

    def __init__(self, index: Index, open_ones: Sequence[Document], known: Known) -> None:
        self._index = index
        self._remarks = known.remarks
        self._remarks.forget_all_but(one.path for one in open_ones if one.status == Status.TIL_MERKNAD)
        self._statuses = {document.status for document in open_ones}
        self._open: dict[str, list[Document]] = {}
        for document in open_ones:
            self._open.setdefault(small(document.group), []).append(document)

    @cached_property
    def _days(self) -> Mapping[str, Sequence[dt.date]]:
        """The days of each group's finished meetings; with no group there is nothing to go through."""
        return self._index.days(but=self._statuses)

    def of(self, group: Group) -> list[Held]:
        """Give those of one group, also of when it was called something else."""
        called = dict.fromkeys(map(small, (group.alias, *aliases(group.former))))
        finished = [Held(day, Status.GODKJENT) for alias in called for day in self._days.get(alias, ())]
        unfinished = (document for alias in called for document in self._open.get(alias, ()))
        return finished + [self._held(document) for document in unfinished]

    def _held(self, document: Document) -> Held:
        """Give what deadlines ask of a document; one that is out for remarks is read for their date."""
        until = None
        if document.status == Status.TIL_MERKNAD:
            with suppress(UnreadableError):
                until = self._remarks.open(document.path)
        return Held(document.date, document.status, document.path, until)


def overview(locations: Locations, index: Index, today: dt.date, known: Known) -> Overview:
    """Give what there is to go on with, as an index that is in step has it.

    `known` is what the files said at the last look.
    """
    open_ones = _open_ones(index)
    live, others = _parted(open_ones, lambda one: one.live)
    coming, rest = _parted(others, lambda one: _is_coming(one, today))
    profiles = Profiles(locations)
    profiles.named("")  # what is wrong with the rules chosen in the settings is told without a group too
    due, faults = _everything_due(locations, _Meetings(index, open_ones, known), today, profiles, known)
    faults += tuple(UnreadableError(one.title, one.message) for one in profiles.structures_amiss())
    parked, unread = _parked(locations)
    return Overview(
        tuple(_newest_first(live)),
        tuple(_newest_first(coming)[::-1]),
        tuple(_newest_first(rest)),
        tuple(index.documents(Filter(status=Status.GODKJENT), most=RECENT)),
        tuple(one for one in due if one.is_near(today)),
        tuple(groups(locations)),
        parked,
        (*faults, *unread),
    )


def _parked(locations: Locations) -> tuple[tuple[Kept, ...], tuple[UnreadableError, ...]]:
    """Give what is parked, and what is wrong where that cannot be read."""
    try:
        return read_book(locations).open, ()
    except UnreadableError as error:
        return (), (error,)


def everything_due(
    locations: Locations, index: Index, today: dt.date
) -> tuple[list[Deadline], tuple[UnreadableError, ...]]:
    """Give every deadline of every group that lasts, the first first, and what of it cannot be read.

    That is groups, and the profiles that they would follow.
    """
    known = Known()
    meetings = _Meetings(index, _open_ones(index), known)
    return _everything_due(locations, meetings, today, Profiles(locations), known)


def _everything_due(
    locations: Locations, meetings: _Meetings, today: dt.date, profiles: Profiles, known: Known
) -> tuple[list[Deadline], tuple[UnreadableError, ...]]:
    found: list[Deadline] = []
    faults: list[UnreadableError] = []
    there = groups(locations)
    known.groups.forget_all_but(listed.path for listed in there)
    for listed in there:
        try:
            group = known.groups.open(listed.path)
        except UnreadableError as error:
            faults.append(error)
            continue
        held = meetings.of(group)
        found += deadlines(group, listed.path, held, today, profiles.named(group.profile))
    faults += (UnreadableError(one.title, one.message) for one in profiles.mistakes)
    return sorted(found, key=lambda one: (one.due, one.group, one.rule)), tuple(faults)


def open_groups(locations: Locations) -> Iterable[tuple[Listed, Group]]:
    """Give the groups that can be read, each with its line in the list."""
    for listed in groups(locations):
        try:
            yield listed, open_group(listed.path).group
        except UnreadableError:
            continue


def _open_ones(index: Index) -> list[Document]:
    """Give the documents that something is still to be done with."""
    return [document for status in UNFINISHED for document in index.documents(Filter(status=status))]


def _parted(
    documents: Iterable[Document], belongs: Callable[[Document], bool]
) -> tuple[list[Document], list[Document]]:
    """Give those that belong, and the others."""
    parts: tuple[list[Document], list[Document]] = [], []
    for document in documents:
        parts[not belongs(document)].append(document)
    return parts


def _is_coming(document: Document, today: dt.date) -> bool:
    return document.status == Status.INNKALLING and document.date is not None and document.date >= today


def _newest_first(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: (one.date or dt.date.min, str(one.path)), reverse=True)


def _remarks_until(path: Path) -> dt.date | None:
    """Give the last day for remarks to a referat. Raises UnreadableError."""
    from data.markdown import read_bytes as read_markdown  # noqa: PLC0415 - few documents need it

    return read_markdown(read_bytes(path), source="").meeting.life.remarks_until
