"""A new meeting from a few facts, and from its group where there is one; and a new group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from pathlib import Path

from data import dates
from data.archive import document_path, new_id
from data.convening import blank_meeting, convened, next_meeting
from data.errors import MalstyrtError
from data.governing import Profiles
from data.group import Group, GroupKind
from data.groups import create_group, find_group, folder_of
from data.instants import time_of_day, today
from data.language import _
from data.locations import Locations
from data.meeting import Meeting
from data.opening import Opened
from data.saving import begin
from data.structure import choices, load


def open_new(  # noqa: PLR0913 - the facts of a meeting, and where and when it is made
    locations: Locations,
    group: str,
    date: str,
    start: str,
    place: str,
    *,
    invited: Collection[str] = (),
    structure: str = "",
    now: Callable[[], float],
    who: str,
) -> Opened:
    """Begin a meeting from what was typed of it; without a date or a time it is today, now.

    A group that is known says what was not typed, and everything else that its next meeting needs;
    `invited` are those of its members who come by agreement, and are to come this time.
    `structure` is the name of the one to follow, "" for what the group or the municipality follows.

    Raises MalstyrtError when the date or the time cannot be read, NotSavedError when the meeting
    cannot be written.
    """
    day = dates.understand(date, today(now())) if date.strip() else None
    time = dates.clock(start) if start.strip() else None
    if date.strip() and day is None:
        raise MalstyrtError(_("Datoen ble ikke forstått"), _("Skriv for eksempel 1.12, fre eller om 2 uker."))
    if start.strip() and time is None:
        raise MalstyrtError(_("Klokkeslettet ble ikke forstått"), _("Skriv for eksempel 9 eller 13.30."))
    if group and find_group(locations, group):
        made = next_meeting(convened(locations, group, structure), today(now()), invited)
    else:
        made = _first_of(locations, group, structure)
    held_on = day.date if day else made.date or today(now())
    # A meeting of today that was not planned for it begins now, at whatever hour the group meets otherwise.
    usual = made.start if held_on == made.date or held_on != today(now()) else None
    meeting = made.having(
        {
            "date": held_on,
            "start": time or (day.time if day else None) or usual or time_of_day(now()),
            "place": place or made.place,
        }
    )
    return _begun(locations, meeting, now=now, who=who)


def _first_of(locations: Locations, group: str, structure: str) -> Meeting:
    """Give the innkalling to a meeting of a group that nothing is known of."""
    folders = (locations.structures,)
    profile = Profiles(locations).named("")
    followed = load(structure, folders) if structure else choices(folders, profile.followed)[0]
    return blank_meeting(group, followed, profile)


def open_blank(locations: Locations, *, now: Callable[[], float], who: str) -> Opened:
    """Begin a meeting of today of which nothing else is known yet. Raises NotSavedError."""
    return _begun(locations, Meeting(id="", date=today(now())), now=now, who=who)


def begin_group(locations: Locations, alias: str, kind: str, koordinator: str, today: dt.date) -> Path:
    """Begin a group from what was typed of it, and give the path of its file.

    Raises MalstyrtError when there is a group of that alias, and NotSavedError.
    """
    made = Group(id="", alias=alias, kind=GroupKind(kind), koordinator=koordinator, created=today)
    return create_group(locations, made)


def _begun(locations: Locations, meeting: Meeting, *, now: Callable[[], float], who: str) -> Opened:
    meeting = meeting.having({"id": new_id(meeting)})
    path = document_path(locations, meeting, folder_of(locations, meeting.group))
    live = begin(locations, path, meeting, now=now, who=who)
    return Opened(live, path, (), None, _put_in_calendar(meeting, path, now()))


def _put_in_calendar(meeting: Meeting, path: Path, now: float) -> tuple[str, ...]:
    """Write the calendar file of a meeting that is not today's; give why not, where it cannot be."""
    if meeting.date is None or meeting.date <= today(now):
        return ()
    from data.calendar import save_beside  # noqa: PLC0415 - most meetings begin from the keys today

    return tuple(filter(None, [save_beside(path, now=now)]))
