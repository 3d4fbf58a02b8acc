"""What the leader alone keeps between meetings: matters that were parked, and how the time was spent.

One private file among the journals' own, never in a group's folder: what stands there may be shared,
synced and filed with the referats. A matter is here from the moment it is parked, so it outlives the
meeting's journal, and its text goes for good when it is ticked off. Of speaking only figures are kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec import field

from data.clean import clean_line
from data.errors import UnreadableError
from data.files import alone, read_bytes, write_whole
from data.language import _
from data.locations import Locations
from data.meeting import Meeting, find
from data.parking import Matter, Parked
from data.part import Part, UnfitError, Value
from data.rounds import spoken_in_all
from data.text import Line

MOST_BYTES = 100_000_000
"""A book longer than this is none. A meeting takes some 200 bytes, so half a million are read."""


class Kept(Part, frozen=True):
    """A parked matter on the leader's list. `id` is the meeting's and the matter's own, with a slash.

    `folder` is the name of the group's folder, `group` its alias. One that is `settled` has no text left:
    it only says that its meeting shall not bring it again.
    """

    group: Line = ""
    folder: str = ""
    date: dt.date | None = None
    text: Line = ""
    matter: Matter = Matter.OTHER
    settled: bool = False


class Spoken(Part, frozen=True):
    """How long each spoke in a meeting, in whole seconds by name. `id` is the meeting's."""

    seconds: dict[str, int] = field(default_factory=dict)


class Book(Value, frozen=True):
    """All that the leader keeps."""

    parked: tuple[Kept, ...] = ()
    spoken: tuple[Spoken, ...] = ()

    @property
    def open(self) -> tuple[Kept, ...]:
        """The matters that are not ticked off."""
        return tuple(one for one in self.parked if not one.settled)


def read_book(locations: Locations) -> Book:
    """Give what is kept; a blank book where there is none. Raises UnreadableError."""
    path = locations.leaders_book
    if not path.exists():
        return Book()
    try:
        return Book.of_json(read_bytes(path, limit=MOST_BYTES).decode())
    except (UnfitError, UnicodeDecodeError):
        message = _("{name} er skadet, eller fra en nyere utgave. Filen er ikke rørt; flytt den.")
        raise UnreadableError(
            _("De parkerte sakene kan ikke leses"),
            message.format(name=path.name),
            source=clean_line(str(path)),
        ) from None


def change_book(locations: Locations, change: Callable[[Book], Book]) -> Book:
    """Change what is kept, and give it as it became. Raises UnreadableError, and NotSavedError."""
    path = locations.leaders_book
    with alone(path):
        before = read_book(locations)
        after = change(before)
        if after != before:
            write_whole(path, after.as_json())
        return after


def put_by(locations: Locations, document: Path, meeting: Meeting, now: float) -> None:
    """Keep what the leader keeps of a meeting whose journal is about to go. Raises as change_book."""
    change_book(locations, lambda book: with_spoken(with_parked(book, document, meeting), meeting, now))


def concerns_book(before: Meeting, after: Meeting) -> bool:
    """Whether a change of a meeting is one for the book."""
    about = [(one.group, one.date) for one in (before, after)]
    return before.parked != after.parked or (bool(after.parked) and about[0] != about[1])


def with_change(book: Book, document: Path, before: Meeting, after: Meeting) -> Book:
    """Give the book after a meeting changed: what was parked comes, and what was taken back goes."""
    gone = {_name(after, one) for one in before.parked if not find(after.parked, one.id)}
    return with_parked(
        book.having({"parked": tuple(one for one in book.parked if one.id not in gone)}), document, after
    )


def with_parked(book: Book, document: Path, meeting: Meeting) -> Book:
    """Give the book with all that a meeting has parked; what is ticked off stays so."""
    kept = {one.id: one for one in book.parked}
    for one in meeting.parked:
        name = _name(meeting, one)
        if not (name in kept and kept[name].settled):
            kept[name] = Kept(
                id=name,
                group=meeting.group,
                folder=document.parent.name,
                date=meeting.date,
                text=one.text,
                matter=one.matter,
            )
    return book.having({"parked": tuple(kept.values())})


def with_spoken(book: Book, meeting: Meeting, now: float) -> Book:
    """Give the book with how long each spoke in a meeting that has its rounds."""
    seconds = {
        meeting.speaker_label(who): round(spent)
        for who, spent in spoken_in_all(meeting.rounds, now).items()
        if round(spent)
    }
    if not seconds:
        return book
    others = (one for one in book.spoken if one.id != meeting.id)
    return book.having({"spoken": (*others, Spoken(id=meeting.id, seconds=seconds))})


def of_meetings(book: Book, meetings: Collection[str]) -> Book:
    """Give what is kept of some meetings, by their ids, alone."""
    parked = tuple(one for one in book.parked if _meeting_of(one) in meetings)
    return Book(parked=parked, spoken=tuple(one for one in book.spoken if one.id in meetings))


def without_meetings(book: Book, meetings: Collection[str]) -> Book:
    """Give the book without all that is kept of some meetings."""
    return Book(
        parked=tuple(one for one in book.parked if _meeting_of(one) not in meetings),
        spoken=tuple(one for one in book.spoken if one.id not in meetings),
    )


def spoken_in(book: Book) -> Mapping[str, Mapping[str, int]]:
    """Give the seconds that each spoke, by meeting."""
    return {one.id: one.seconds for one in book.spoken}


def ticked_off(book: Book, name: str) -> Book:
    """Give the book with a matter ticked off, and its text gone."""
    return _with(book, name, {"settled": True, "text": ""})


def taken_up_again(book: Book, matter: Kept) -> Book:
    """Give the book with a matter on the list again as it was, ticked off by mistake."""
    return _with(book, matter.id, {"settled": False, "text": matter.text})


def _with(book: Book, name: str, fields: Mapping[str, object]) -> Book:
    return book.having(
        {"parked": tuple(one.having(fields) if one.id == name else one for one in book.parked)}
    )


def _meeting_of(kept: Kept) -> str:
    """Give the id of the meeting that a matter was parked in."""
    return kept.id.rpartition("/")[0]


def _name(meeting: Meeting, parked: Parked) -> str:
    return f"{meeting.id}/{parked.id}"
