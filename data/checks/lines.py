"""The line of a document on which the words of a finding stand."""

from __future__ import annotations

from collections.abc import Sequence

from data.changes import NoSuchPlaceError, value_at
from data.checks.finding import Finding
from data.part import Part


def line_of_words(finding: Finding, meeting: Part, page: Sequence[str], first: int) -> int:
    """Give the line of a page, counted from 1, that a finding's words are on.

    They are looked for from `first`, where their field begins, and that is the answer where they are
    not found: what Markdown wraps or escapes may not read as it was written.
    """
    said = _line_of_text(finding, meeting)
    below = range(first - 1, len(page))
    return next((at + 1 for at in below if said and said in page[at].replace("\\", "")), first)


def _line_of_text(finding: Finding, meeting: Part) -> str:
    """Give the line of the field's text that the words are on, "" where they are gone."""
    if finding.words is None:
        return ""
    try:
        text = str(value_at(meeting, finding.field))
    except NoSuchPlaceError:
        return ""
    return text[: finding.words.end].rpartition("\n")[2] + text[finding.words.end :].partition("\n")[0]
