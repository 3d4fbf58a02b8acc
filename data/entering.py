"""Fields as people type them: a value as text, and text as a change."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from data.acts import put, value
from data.changes import Wish, annotation_at
from data.language import _
from data.meeting import Attendance, Meeting, Participant
from data.merging import Writing
from data.part import Part
from data.text import Line, Prose

if TYPE_CHECKING:
    from data import dates

_WHOLE_NUMBER = re.compile(r"\d{1,3}")

_READ = (dt.date | None, dt.time | None, int, int | None)
"""The types of fields whose text is read as something else than text."""


class Understood(NamedTuple):
    """What a typed text came to: what to ask for, and words on how it was read.

    `ask` is None when the text could not be read; `words` then says what was expected.
    """

    ask: Wish | None
    words: str = ""


def as_text(meeting: Part, path: str, today: dt.date) -> str:
    """Give a field's value as a person would type it."""
    from data.dates import short  # noqa: PLC0415 - only fields with dates need it

    held = value(meeting, path)
    if held is None:
        return ""
    kind = annotation_at(path, type(meeting))
    if kind == dt.date | None:
        return short(dt.date.fromisoformat(held), today)
    if kind == dt.time | None:
        return str(held)[:5]
    return str(held) if not (kind is int and held == 0) else ""


def is_text(path: str) -> bool:
    """Whether the field at `path` holds text, which says what it is to say while it is typed."""
    return annotation_at(path) in {Line, Prose}


def understand(
    path: str, text: str, today: dt.date, whole: type[Part] = Meeting, before: str | None = None
) -> Understood:
    """Read what was typed in the field at `path`, of a meeting or a group.

    `before` is what the field said when somebody began to type in it: what others write there
    meanwhile then stays in a text as well.
    """
    kind = annotation_at(path, whole)
    if kind == dt.date | None:
        return _date(path, text, today)
    if kind == dt.time | None:
        return _time(path, text)
    if kind in {int, int | None}:
        return _number(path, text, 0 if kind is int else None)
    if before is not None and whole is Meeting and kind in {Line, Prose}:
        return Understood(Writing(path, before, text))
    return Understood(put(path, text))


def may_stand(meeting: Part, path: str, text: str, today: dt.date) -> bool:
    """Whether a date, time or number may stand as it is being typed.

    It may while it says what the meeting holds, or cannot be read yet. Text of other kinds is
    shown as the meeting has it, so of that the answer is no.
    """
    if annotation_at(path, type(meeting)) not in _READ:
        return False
    read = understand(path, text, today, type(meeting))
    return read.ask is None or read.ask(meeting) is None


def says(meeting: Part, path: str, text: str, today: dt.date) -> bool:
    """Whether a text is a date, time or number, and the one that the meeting holds."""
    kind = annotation_at(path, type(meeting))
    read = understand(path, text, today, type(meeting)) if kind in _READ else Understood(None)
    return read.ask is not None and read.ask(meeting) is None


_HAS_BEEN = re.compile(r"approval/date|created|evaluated|closed|consents/.*/(?:since|withdrawn)")
"""The fields with the day of something that mostly has been: a consent given, a group made."""

YES, NO = "ja", "nei"
"""The words for what is so or is not, among a choice's values; "" is for what is not said."""


def chosen(meeting: Part, path: str) -> str:
    """Give a field's value as one of a choice's values."""
    held = value(meeting, path)
    if isinstance(held, bool):
        return YES if held else NO
    return "" if held is None else f"{held:g}" if isinstance(held, float) else str(held)


def choose(path: str, picked: str, whole: type[Part] = Meeting) -> Wish:
    """Set a field to one of a choice's values, in a meeting or a group."""
    kind = annotation_at(path, whole)
    if path == "interpreter":
        from data.interpreting import interpret  # noqa: PLC0415 - the one choice that means more than it sets

        return interpret(float(picked))
    if kind in {bool, bool | None}:
        return put(path, picked == YES if picked else None)
    if kind == int | None:
        return put(path, int(picked) if picked else None)
    return put(path, picked if kind in {str, Line} else picked or None)


def _date(path: str, text: str, today: dt.date) -> Understood:
    from data import dates  # noqa: PLC0415 - only fields with dates need it

    if not text.strip():
        return Understood(put(path, None))
    read = day_that_was(text, today) if _HAS_BEEN.fullmatch(path) else dates.understand(text, today)
    if read is None:
        return Understood(None, _("Skriv en dato: fre, 1.12, om 2 uker, uke 50"))
    words = " · ".join((dates.with_week(read.date), *read.remarks))
    return Understood(put(path, read.date.isoformat()), words)


def day_that_was(text: str, today: dt.date) -> dates.Understood | None:
    """Read the day of something that mostly has been: in November «6.10» is this year's, not the next.

    What can be no such day is read as any other; None where it means nothing. «Om 2 uker» is no such day: it
    goes by the one it is said on.
    """
    from data import dates  # noqa: PLC0415 - only fields with dates need it

    been, day_after = (dates.understand(text, today - dt.timedelta(days=ago)) for ago in (365, 364))
    if been and day_after and been.date == day_after.date <= today and any(map(str.isdigit, text)):
        return been
    return dates.understand(text, today)


def _time(path: str, text: str) -> Understood:
    from data import dates  # noqa: PLC0415 - only fields with times need it

    if not text.strip():
        return Understood(put(path, None))
    read = dates.clock(text)
    if read is None:
        return Understood(None, _("Skriv et klokkeslett: 9, 09:30 eller 14.15"))
    return Understood(put(path, read.isoformat()), _("kl. {time}").format(time=f"{read:%H:%M}"))


def _number(path: str, text: str, nothing: int | None) -> Understood:
    if not text.strip():
        return Understood(put(path, nothing))
    if not _WHOLE_NUMBER.fullmatch(text.strip()):
        return Understood(None, _("Skriv et helt tall"))
    return Understood(put(path, int(text)))


def person(text: str, meeting: Meeting) -> str:
    """Give the label of the participant that a text names or begins to name, else the text."""
    from data.tiltak_line.people import match_person  # noqa: PLC0415 - where tiltak are edited

    words = text.removeprefix("@").split()
    match = match_person(words, meeting)
    return match.meant[0] if len(match.meant) == 1 and match.used == len(words) else text


def goal(text: str, meeting: Meeting) -> str | None:
    """Give the id of the goal that a text names; "" for an empty text, None for no one goal."""
    from data.tiltak_line.goals import match_goal  # noqa: PLC0415 - where tiltak are edited

    words = text.removeprefix("#").split()
    if not words:
        return ""
    match = match_goal(words[0], meeting)
    return match.meant[0] if len(match.meant) == 1 else None


_SHORT = {"m": "møtt", "f": "frafall"}
"""What is typed for the words of an attendance that come most often."""


def attendance_words(who: Participant) -> str:
    """Give how it went with somebody's coming, as it is typed and as the referat has it; "" unsettled."""
    from data.markdown.participants import show_attendance  # noqa: PLC0415 - where a roll is typed

    return show_attendance(who)


def attendance(text: str) -> dict[str, Any] | None:
    """Give the fields that a typed attendance sets, as JSON has them; None for what was not understood.

    "møtt", "møtt, kom 9.20", "frafall" and "stedfortreder: Nils Nytt" are understood, and m and f.
    """
    from data.markdown.participants import read_attendance  # noqa: PLC0415 - where a roll is typed

    words = text.strip()
    try:
        told = read_attendance(_SHORT.get(words.casefold(), words))
    except ValueError:
        return None
    came = told["attendance"]
    if came is Attendance.UNKNOWN and "arrived" in told:
        came = Attendance.MET
    times = {name: told[name].isoformat() if name in told else None for name in ("arrived", "left")}
    return {"attendance": came.value, "stand_in": told.get("stand_in", ""), **times}
