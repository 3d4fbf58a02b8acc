"""An invitation as a calendar file has it, read: when, where, who and about what."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from data.calendar.description import Told, told
from data.calendar.lines import Component, Entry, components
from data.calendar.zones import NoTimeError, day_of, time_of
from data.clean import clean_line
from data.errors import MalstyrtError, UnreadableError
from data.language import _

_LENGTH = re.compile(
    r"P(?:(\d{1,12})W)?(?:(\d{1,12})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:\d{1,12}S)?)?$"
)
_THINGS = frozenset({"ROOM", "RESOURCE"})
_MAIL = re.compile(r"(?:mailto:)?([^@\s]+)@\S+", re.IGNORECASE)
_SERVICE = re.compile(r"(.+?)\s*\(([^()]+)\)")
_TWO_PARTS = re.compile(r"([^\W\d][\w .'-]*), ([^\W\d][\w .'-]*)")


class Invited(NamedTuple):
    """Somebody invited. `leads` is said of the chair, `optional` of those who need not come."""

    name: str
    service: str = ""
    leads: bool = False
    optional: bool = False


class Invitation(NamedTuple):
    """What an invitation says. Times are Norwegian; `start` is None for a whole day.

    `minutes` is 0 where it is not said; `notices` are lines to show the user.
    """

    title: str
    date: dt.date
    start: dt.time | None
    minutes: int
    place: str
    organizer: str
    people: tuple[Invited, ...]
    told: Told
    notices: tuple[str, ...]


def read_invitation(data: bytes, *, source: str) -> Invitation:
    """Read a calendar file. `source` is its name, for errors.

    Raises UnreadableError for what is no invitation that can be read, with line and what was
    expected, and MalstyrtError for a meeting that is called off or goes on past midnight.
    """
    file = components(data)
    event, notices = _event(file, source)
    start = event.first("DTSTART")
    if start is None:
        message = _("Møtet har ikke noe tidspunkt. Ventet en linje som begynner med DTSTART.")
        raise _unreadable(source, event.at, message)
    try:
        day = day_of(start)
        begins = None if day else time_of(start, file)
        minutes = _minutes(event, begins, file) if begins else _whole_days(event, day)
    except NoTimeError as error:
        message = _("Tidspunktet kan ikke leses. Ventet for eksempel DTSTART:20261124T090000.")
        raise _unreadable(source, start.at, message) from error
    if begins and _ends_another_day(begins, minutes):
        raise _past_midnight()
    if day:
        notices.append(_("Innkallingen gjelder en hel dag. Sett klokkeslettet selv."))
    return Invitation(
        title=_line(event, "SUMMARY"),
        date=day or (begins.date() if begins else dt.date.min),
        start=begins.time() if begins else None,
        minutes=minutes if begins else 0,
        place=_line(event, "LOCATION"),
        organizer=_person(event.first("ORGANIZER")),
        people=tuple(_invited(each) for each in event.all("ATTENDEE") if _is_a_person(each)),
        told=told(_text(event, "DESCRIPTION")),
        notices=tuple(notices),
    )


def _event(file: Component, source: str) -> tuple[Component, list[str]]:
    """Give the meeting that a file is about, with what the user should know."""
    events = list(file.each("VEVENT"))
    if not events:
        raise _unreadable(source, 1, _("Dette er ingen innkalling. Ventet en kalenderfil med BEGIN:VEVENT."))
    whole = [event for event in events if not event.first("RECURRENCE-ID")] or events
    first = min(whole, key=_stamp)
    if _is_called_off(file, first):
        message = _("Kalenderfilen sier at møtet ikke skal holdes. Ingenting er laget.")
        raise MalstyrtError(_("Møtet er avlyst"), message)
    notices = []
    if first.first("RRULE") or first.first("RDATE"):
        notices.append(_("Møtet gjentas i kalenderen. Bare det første er tatt med."))
    elif len(whole) > 1:
        notices.append(
            _("Flere møter i filen: {count}. Bare det første er tatt med.").format(count=len(whole))
        )
    return first, notices


def _is_called_off(file: Component, event: Component) -> bool:
    """Whether a file calls off its meeting."""
    said = [entry for each in file.within for entry in each.all("METHOD")] + event.all("STATUS")
    return any(entry.value.strip().upper() in {"CANCEL", "CANCELLED"} for entry in said)


def _stamp(event: Component) -> str:
    """Give what orders events by when they start."""
    start = event.first("DTSTART")
    return start.value if start else "~"


def _minutes(event: Component, begins: dt.datetime, file: Component) -> int:
    """Give how many minutes a meeting lasts, as time passes, whatever the clock does meanwhile."""
    end, length = event.first("DTEND"), event.first("DURATION")
    if end is not None:
        whole = day_of(end)
        ends = dt.datetime.combine(whole, dt.time(), begins.tzinfo) if whole else time_of(end, file)
        return max(0, round((ends.timestamp() - begins.timestamp()) / 60))
    if length is None or not (found := _LENGTH.match(length.value.strip().lstrip("+"))):
        return 0
    weeks, days, hours, minutes = (int(number or 0) for number in found.groups())
    return min(((weeks * 7 + days) * 24 + hours) * 60 + minutes, 60 * 24 * 366)


def _whole_days(event: Component, day: dt.date | None) -> int:
    """Refuse an event of several days. Raises MalstyrtError."""
    end = event.first("DTEND")
    last = day_of(end) if end else None
    if day and last and last - day > dt.timedelta(days=1):
        raise _past_midnight()
    return 0


def _ends_another_day(begins: dt.datetime, minutes: int) -> bool:
    """Whether a meeting goes on past midnight; at midnight it may end."""
    ends = dt.datetime.fromtimestamp(begins.timestamp() + minutes * 60 - 1, begins.tzinfo)
    return minutes > 0 and ends.date() != begins.date()


def _is_a_person(entry: Entry) -> bool:
    return entry.parameters.get("CUTYPE", "").upper() not in _THINGS and bool(_person(entry))


def _invited(entry: Entry) -> Invited:
    role = entry.parameters.get("ROLE", "").upper()
    named = _SERVICE.fullmatch(_person(entry))
    name, service = (_turned(named[1]), named[2]) if named else (_person(entry), "")
    return Invited(name, service, role == "CHAIR", role in {"OPT-PARTICIPANT", "NON-PARTICIPANT"})


def _person(entry: Entry | None) -> str:
    """Give a person's name: as it is written, or made of the address where nothing else is."""
    if entry is None:
        return ""
    name = clean_line(entry.parameters.get("CN", "")).strip("'\" ")
    address = _MAIL.fullmatch(name) or (None if name else _MAIL.fullmatch(clean_line(entry.value)))
    if address:
        return " ".join(part.capitalize() for part in re.split(r"[._]", address[1]) if part)
    return _turned(name)


def _turned(name: str) -> str:
    """Give a name with the first name first; directories write "Kladd, Kari"."""
    parts = _TWO_PARTS.fullmatch(name)
    return f"{parts[2]} {parts[1]}" if parts else name


def _text(event: Component, name: str) -> str:
    entry = event.first(name)
    return entry.text if entry else ""


def _line(event: Component, name: str) -> str:
    return clean_line(_text(event, name))


def _unreadable(source: str, line: int, message: str) -> UnreadableError:
    return UnreadableError(_("Kan ikke leses"), message, source=source, line=line)


def _past_midnight() -> MalstyrtError:
    return MalstyrtError(
        _("Møtet går over midnatt"),
        _("Et møte må begynne og slutte samme dag. Rett tiden i kalenderen, og prøv igjen."),
    )
