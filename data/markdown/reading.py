"""Markdown as a meeting: what could be read, where it stood, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from data.language import _
from data.markdown import document
from data.markdown.bytes import in_order, text_of
from data.markdown.draft import Draft, Problem
from data.markdown.form import MEETING
from data.markdown.goals import goal_id, known, name_goals
from data.markdown.page import parts
from data.meeting import Meeting
from data.part import UnfitError


class Reading(NamedTuple):
    """What a file gave. `lines` are line numbers, from 1, by the path of a field or a part."""

    meeting: Meeting
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = MappingProxyType({})

    def line(self, path: str) -> int:
        """Give the line at which a field stands, or the nearest part around it; 1 for the whole file."""
        while path and path not in self.lines:
            path = path.rpartition("/")[0]
        return self.lines.get(path, 1)


def read(text: str, *, source: str = "") -> Reading:
    """Read a document. `source` is the name of the file, for errors.

    Raises UnreadableError for what is no meeting at all; anything else opens with what could be read.
    """
    return _finished(document.read(MEETING, text, source), source)


def read_bytes(data: bytes, *, source: str = "") -> Reading:
    """Read a document from the bytes of a file. `source` is the name of the file, for errors.

    Raises UnreadableError for what is too large, empty, or no meeting at all.
    """
    text, problems = text_of(data, source)
    reading = read(text, source=source)
    return reading._replace(problems=in_order(*problems, *reading.problems)) if problems else reading


def _finished(draft: Draft, source: str) -> Reading:
    """Give the meeting that a draft holds."""
    values = draft.values
    front = draft.front
    values["id"] = front.get("id", "")
    values["numbers"] = front.get("nummer", "")
    if front.get("struktur"):
        values["structure"] = front["struktur"]
    if front.get("status"):
        values["status"] = front["status"]
    name_goals(draft)
    _name_goals(draft)
    spoken = values.pop("entries", {})
    values["entries"] = [{"id": name, **entry} for name, entry in spoken.items()]
    values["kept"] = parts({path: "\n\n".join(texts) for path, texts in draft.kept.items()})
    try:
        meeting = Meeting.of(values)
    except UnfitError:
        document.refuse(source, _("Innholdet i filen kan ikke være et møte."))
    return Reading(meeting, in_order(*draft.problems), draft.places)


def _name_goals(draft: Draft) -> None:
    """Give the goals that speakers name their ids."""
    pairs = known(draft)
    for entry in draft.values.get("entries", {}).values():
        entry["goals"] = tuple(dict.fromkeys(goal_id(goal, pairs) for goal in entry["goals"]))
