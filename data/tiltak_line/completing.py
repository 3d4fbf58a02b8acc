"""What could stand under the cursor in a tiltak's line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from data.dates import short, understand
from data.meeting import Meeting
from data.text import clean
from data.tiltak_line.goals import aims_like
from data.tiltak_line.people import people_like
from data.tiltak_line.writing import person_token

MOST_CANDIDATES = 8
_ENOUGH = MOST_CANDIDATES + 1
"""One more, since what is typed already is no candidate."""

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
_FIRST_PHRASES = ("i morgen", "fredag", "neste uke", "om 2 uker", "om 1 måned", "før jul", "over nyttår")
_MORE_PHRASES = (
    "i dag",
    "i overmorgen",
    *_WEEKDAYS,
    "lørdag",
    "søndag",
    *(f"neste {weekday}" for weekday in _WEEKDAYS),
    "neste måned",
    "om 1 uke",
    "om 3 uker",
    "om et halvt år",
    "før påske",
    "etter påske",
    "etter jul",
    "i slutten av måneden",
)
_UNITS = ("dager", "uker", "måneder")
_WEEKS_AHEAD = 4


class Candidate(NamedTuple):
    """The text to insert with its mark, and the label to show."""

    text: str
    label: str


class Completion(NamedTuple):
    """Candidates for what stands from `start` to `end` in the line; a candidate's text replaces it."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


def complete(line: str, cursor: int, meeting: Meeting, today: dt.date) -> Completion | None:
    """Give the candidates for the token under the cursor, at most `MOST_CANDIDATES`.

    None where the cursor is in no token, where nothing fits, and where the token is whole already.
    """
    start = _token_start(line, cursor)
    if start is None:
        return None
    query = clean(line[start + 1 : cursor]).casefold().lstrip('"')
    candidates = {
        "@": lambda: _people(query, meeting),
        "#": lambda: _goals(query, meeting),
        "!": lambda: _dates(query, today),
    }[line[start]]()
    end = _word_end(line, cursor)
    typed = line[start:end]
    found = [candidate for candidate in candidates if candidate.text != typed]
    return Completion(start, end, tuple(found[:MOST_CANDIDATES])) if found else None


def _token_start(line: str, cursor: int) -> int | None:
    """Give where the last token before the cursor starts."""
    for start in range(min(cursor, len(line)) - 1, -1, -1):
        if line[start] in "@#!" and (start == 0 or line[start - 1].isspace()):
            return start
    return None


def _word_end(line: str, cursor: int) -> int:
    """Give where the word under the cursor ends."""
    end = min(cursor, len(line))
    while end < len(line) and not line[end].isspace():
        end += 1
    return end


def _people(query: str, meeting: Meeting) -> list[Candidate]:
    """Give the participants that fit, each shown with where they come from."""
    people = people_like(query, meeting)[:_ENOUGH]
    return [Candidate(person_token(person.label, meeting), person.shown) for person in people]


def _goals(query: str, meeting: Meeting) -> list[Candidate]:
    """Give the goals that fit."""
    return [Candidate(f"#{aim.id}", aim.label) for aim in aims_like(query, meeting)[:_ENOUGH]]


def _dates(query: str, today: dt.date) -> list[Candidate]:
    """Give phrases that start as typed, each with the date it means."""
    found: list[Candidate] = []
    for phrase in dict.fromkeys(_phrases(query, today)):
        understood = understand(phrase, today) if phrase.startswith(query) else None
        if understood:
            found.append(Candidate(f"!{phrase}", f"{phrase} · {short(understood.date, today)}"))
    return found


def _phrases(query: str, today: dt.date) -> Iterator[str]:
    """Give the phrases to choose from: those kept, and those that grow from a number typed."""
    number = query.removeprefix("om ").rstrip(".")
    if number.isdecimal() and query.startswith("om "):
        yield from (f"om {number} {unit}" for unit in _UNITS)
    elif number.isdecimal():
        yield from _days_of_month(number, today)
    elif query.startswith("u"):
        weeks = (today + dt.timedelta(weeks=ahead) for ahead in range(1, _WEEKS_AHEAD + 1))
        yield from (f"uke {week.isocalendar().week}" for week in weeks)
    yield from _FIRST_PHRASES
    if query:
        yield from _MORE_PHRASES


def _days_of_month(number: str, today: dt.date) -> Iterator[str]:
    """Give the next two days of a number, by month."""
    first = understand(f"den {number}", today)
    second = understand(f"den {number}", first.date + dt.timedelta(days=1)) if first else None
    for found in (first, second):
        if found:
            yield f"{number}. {short(found.date, found.date).split()[-1]}"
