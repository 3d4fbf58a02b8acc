"""A tiltak written as the line that would make it."""

from __future__ import annotations

from data.dates import clock_text, in_table
from data.meeting import Meeting, Tiltak
from data.tiltak_line.folding import CLOSING_MARKS, Match
from data.tiltak_line.people import match_person


def as_line(tiltak: Tiltak, meeting: Meeting) -> str:
    """Give the line for a tiltak, to edit it as it was made.

    `parse` gives back the same what, who, helpers, when and goal, unless the text itself has words
    that start with @, ! or #, a name has quotation marks, or the goal is none of the meeting's.
    """
    people = [name for name in (tiltak.who, *tiltak.helpers.split(", ")) if name]
    parts = [tiltak.what, *(person_token(name, meeting) for name in people)]
    if tiltak.when:
        parts.append(f"!{in_table(tiltak.when)}")
        parts += [] if tiltak.at is None else [f"kl. {clock_text(tiltak.at)}"]
    parts += [f"#{tiltak.goal}"] if tiltak.goal else []
    return " ".join(filter(None, parts))


def person_token(name: str, meeting: Meeting) -> str:
    """Give the token for a participant's label or another name, quoted where it has to be."""
    words = name.split()
    match = match_person(words, meeting)
    if match == Match((name,), len(words)) and name[0].isalpha():
        return f"@{name}"
    one_word = len(words) == 1 and name[0].isalpha() and name[-1] not in CLOSING_MARKS
    return f"@{name}" if one_word and not match.meant else f'@"{name}"'
