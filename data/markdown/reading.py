"""Markdown as a meeting: what could be read, where it stood, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from pydantic import ValidationError

from data.errors import UnreadableError
from data.language import _
from data.markdown import escaping, front_matter, opening
from data.markdown.draft import Draft, Problem
from data.markdown.goals import goal_id
from data.markdown.outline import Chapter, chapters, scan
from data.markdown.page import parts
from data.markdown.sections import Section, named
from data.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave. `lines` are line numbers, from 1, by the path of a field or a part."""

    meeting: Meeting
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def line(self, path: str) -> int:
        """Give the line at which a field stands, or the nearest part around it; 1 for the whole file."""
        while path and path not in self.lines:
            path = path.rpartition("/")[0]
        return self.lines.get(path, 1)


def read(text: str, *, source: str = "") -> Reading:
    """Read a document. `source` is the name of the file, for errors.

    Raises UnreadableError for what is no meeting at all; anything else opens with what could be read.
    """
    draft = Draft(_lines(text))
    if not text.strip():
        _refuse(source, _("Filen er tom. Ventet et referat eller en innkalling i Markdown."))
    first = front_matter.read(draft)
    _read_chapters(draft, chapters(scan(draft.lines, first)), source)
    return _finished(draft, source)


def _lines(text: str) -> list[str]:
    """Give the lines of a text, however they end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff").split("\n")


def _refuse(source: str, message: str) -> NoReturn:
    raise UnreadableError(_("Kan ikke leses"), message, source=source, line=1)


def _read_chapters(draft: Draft, found: list[Chapter], source: str) -> None:
    """Read the title, the facts and the sections, those that name people after the people themselves."""
    ours: list[tuple[Section, Chapter]] = []
    titled = bool(draft.front)
    after = "start"
    for chapter in found:
        heading = chapter.heading
        section = named(escaping.plain_heading(heading.title)) if heading else None
        if section and heading:
            draft.place(section.key, heading.start)
            ours.append((section, chapter))
            after = f"{section.key}/after" if chapter.blocks else after
        elif heading is None:
            opening.read_facts(draft, chapter.blocks, after)
        elif opening.TITLE not in draft.places and opening.read_title(draft, heading):
            titled = True
            after = f"{opening.FACTS}/after"
            opening.read_facts(draft, chapter.blocks, f"{opening.TITLE}/after")
        else:
            draft.keep_blocks(after, [heading, *chapter.blocks])
    if not titled and not ours:
        _refuse(source, _("Dette er ikke et møte. Ventet en tittel som «Referat: samarbeidsmøte for SOL-7»."))
    for section, chapter in sorted(ours, key=lambda pair: not pair[0].key.startswith("participants")):
        section.read(draft, chapter)


def _finished(draft: Draft, source: str) -> Reading:
    """Give the meeting that a draft holds."""
    values = draft.values
    front = draft.front
    values["id"] = front.get("id", "")
    if front.get("struktur"):
        values["structure"] = front["struktur"]
    if front.get("status"):
        values["status"] = front["status"]
    if not front:
        draft.problem(0, _("Filen mangler innledningen mellom to linjer med ---, med id og status."))
    _name_goals(draft)
    spoken = values.pop("entries", {})
    values["entries"] = [{"id": name, **entry} for name, entry in spoken.items()]
    values["kept"] = parts({path: "\n\n".join(texts) for path, texts in draft.kept.items()})
    try:
        meeting = Meeting.model_validate(values)
    except ValidationError:
        _refuse(source, _("Innholdet i filen kan ikke være et møte."))
    problems = sorted(draft.problems, key=lambda problem: problem.line)
    return Reading(meeting, tuple(problems), draft.places)


def _name_goals(draft: Draft) -> None:
    """Give the goals that tiltak and speakers name their ids."""
    pairs = [(goal["id"], goal.get("text", "")) for goal in draft.values.get("goals", [])]
    for tiltak in draft.values.get("tiltak", []):
        if "goal" in tiltak:
            tiltak["goal"] = goal_id(tiltak["goal"], pairs)
    for entry in draft.values.get("entries", {}).values():
        entry["goals"] = tuple(dict.fromkeys(goal_id(goal, pairs) for goal in entry["goals"]))
