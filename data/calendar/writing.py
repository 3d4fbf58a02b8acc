"""The innkalling for people's calendars: when and where, and nothing of whom or what it is about.

Calendars are shared, and are shown on walls and telephones. So the title is the kind of meeting alone,
nobody is named, and the group, its goals and the saksliste stay in the innkalling itself.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from pathlib import Path

from data.calendar.lines import escaped, folded
from data.calendar.zones import NORWAY
from data.errors import MalstyrtError, NotSavedError
from data.files import write_whole
from data.instants import instant_of, local
from data.language import _
from data.meeting import Meeting
from data.opening import open_document

_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{NORWAY}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Norwegian time as it has been since 1996: the clock changes on the last Sundays of March and October."""


def calendar_file(document: Path) -> Path:
    """Give where the calendar file of a document lies: beside it."""
    return document.with_suffix(".ics")


def for_calendar(meeting: Meeting, *, now: float) -> str:
    """Give the text of a calendar file with one meeting. `now` is an instant: when it was written.

    Raises MalstyrtError for a meeting without date or time, and for one past midnight.
    """
    if meeting.date is None or meeting.start is None:
        message = _("Møtet mangler dato eller klokkeslett. Sett dem først.")
        raise MalstyrtError(_("Kan ikke legges i kalenderen"), message)
    starts = instant_of(meeting.date, meeting.start)
    ends = starts + max(0, meeting.length) * 60
    if local(max(starts, ends - 1)).date() != meeting.date:
        raise MalstyrtError(
            _("Møtet går over midnatt"),
            _("Et møte må begynne og slutte samme dag. Sett en kortere lengde."),
        )
    return folded(
        (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//malstyrt//malstyrt//NO",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            *_ZONE,
            "BEGIN:VEVENT",
            f"UID:{_uid(meeting)}",
            _in_utc("DTSTAMP", now),
            _stamp("DTSTART", starts),
            _stamp("DTEND", ends),
            f"SUMMARY:{escaped(meeting.kind.value.capitalize())}",
            *([f"LOCATION:{escaped(meeting.place)}"] if meeting.place else []),
            f"DESCRIPTION:{escaped(_('Saksliste og deltakere står i innkallingen du får for seg selv.'))}",
            "CLASS:PRIVATE",
            "END:VEVENT",
            "END:VCALENDAR",
        )
    )


def save_for_calendar(meeting: Meeting, document: Path, *, now: float) -> Path:
    """Write the calendar file of a document beside it, and give its path.

    Raises as `for_calendar`, and NotSavedError.
    """
    path = calendar_file(document)
    write_whole(path, for_calendar(meeting, now=now))
    return path


def save_beside(document: Path, *, now: float) -> str:
    """Write the calendar file of an innkalling that has just been made; give why not when it cannot be.

    Without date or time there is nothing to write yet, and nothing to say. Raises NotSavedError.
    """
    meeting = open_document(document).meeting
    if meeting.date is None or meeting.start is None:
        return ""
    try:
        save_for_calendar(meeting, document, now=now)
    except NotSavedError:
        raise
    except MalstyrtError as error:
        return f"{error.title}: {error.message}"
    return ""


def _stamp(name: str, instant: float) -> str:
    """Give a line with an instant as Norwegian time; as UTC in the hour that comes again in October."""
    here = local(instant)
    return _in_utc(name, instant) if here.fold else f"{name};TZID={NORWAY}:{here:%Y%m%dT%H%M%S}"


def _in_utc(name: str, instant: float) -> str:
    return f"{name}:{dt.datetime.fromtimestamp(instant, dt.UTC):%Y%m%dT%H%M%SZ}"


def _uid(meeting: Meeting) -> str:
    """Give the same name each time for the same meeting, which says nothing of it: its id holds the alias."""
    return str(uuid.UUID(bytes=hashlib.blake2b(meeting.id.encode(), digest_size=16).digest()))
