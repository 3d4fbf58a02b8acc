"""The words that the gate has found, marked in the referat as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from data.changes import NoSuchPlaceError, value_at
from data.checks import Finding, Words
from data.meeting import Meeting
from screens.widgets.found import FOUND, Found

AROUND = 16
"""The letters on each side by which words are known, where their line is not found whole."""

PICKED = "reverse $text-warning"


def place_of(page: str, meeting: Meeting, finding: Finding) -> int:
    """Give where on a page the words of a finding stand, -1 where they are not found."""
    if finding.words is None:
        return -1
    text = _text_of(meeting, finding.field)
    for start, end in _surroundings(text, finding.words):
        at = page.find(text[start:end])
        if at >= 0:
            return at + finding.words.start - start
    return -1


def marked(page: Content, meeting: Meeting, found: Iterable[Finding], picked: Finding | None) -> Content:
    """Give a page with the words of some findings marked, those of the picked one the most."""
    for finding in found:
        at = place_of(page.plain, meeting, finding)
        if finding.words and at >= 0:
            style = PICKED if finding == picked else FOUND
            page = page.stylize(style, at, at + finding.words.end - finding.words.start)
    return page


def by_field(meeting: Meeting, found: Sequence[Finding]) -> dict[str, Found]:
    """Give for each field the words in it that some findings are about."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in found:
        if one.words:
            spans.setdefault(one.field, []).append((one.words.start, one.words.end))
    return {field: Found(_text_of(meeting, field), tuple(sorted(each))) for field, each in spans.items()}


def line_of(page: Content, at: int, width: int) -> int:
    """Give the line, counted from 0, at which a place on a page is shown in so many cells."""
    return max(0, len(Content(page.plain[:at] + ".").wrap(max(1, width))) - 1)


def _text_of(meeting: Meeting, field: str) -> str:
    """Give what stands in a field, "" where it is gone."""
    try:
        return str(value_at(meeting, field))
    except NoSuchPlaceError:
        return ""


def _surroundings(text: str, words: Words) -> list[tuple[int, int]]:
    """Give what to look for: the line that the words stand in, else their nearest neighbours."""
    line = text.rfind("\n", 0, words.start) + 1
    end = text.find("\n", words.end)
    end = len(text) if end < 0 else end
    return [(line, end), (max(line, words.start - AROUND), min(end, words.end + AROUND))]
