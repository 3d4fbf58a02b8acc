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
from data.markdown.page import AFTER, TOP, parts
from data.markdown.participants import PARTICIPANTS
from data.markdown.sections import Section, named
from data.meeting import Meeting

MOST_LINES = 20_000
"""The longest file that is read; a referat has some hundred lines."""


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
        refuse(source, _("Filen er tom. Ventet et referat eller en innkalling i Markdown."))
    if len(draft.lines) > MOST_LINES:
        message = _("Filen har over {most} linjer. Ventet et referat, som har noen hundre.")
        refuse(source, message.format(most=MOST_LINES), line=MOST_LINES)
    first = front_matter.read(draft)
    top, *found = chapters(scan(draft.lines, first))
    _read_chapters(draft, top, found, source)
    return _finished(draft, source)


def _lines(text: str) -> list[str]:
    """Give the lines of a text, however they end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff").split("\n")


def refuse(source: str, message: str, *, line: int = 1) -> NoReturn:
    """Say that a file is no meeting that can be read. `line` 0 is the file as a whole."""
    raise UnreadableError(_("Kan ikke leses"), message, source=source, line=line)


def _read_chapters(draft: Draft, top: Chapter, found: list[Chapter], source: str) -> None:
    """Read the title, the facts and the sections; sections that are not ours follow the one above.

    `top` is what stands above every heading: the facts where there is no title, else kept.
    """
    ours: list[tuple[Section, Chapter]] = []
    strange: list[tuple[str, Chapter]] = [(TOP + AFTER, top)]
    after = TOP + AFTER
    for chapter in found:
        if section := _section(chapter):
            ours.append((section, chapter))
            after = section.key + AFTER if chapter.blocks else after
        elif _is_title(draft, chapter):
            opening.read_facts(draft, chapter.blocks)
            after = opening.FACTS + AFTER
        else:
            strange.append((after, chapter))
    if opening.TITLE not in draft.places:
        if not ours and not draft.front:
            refuse(
                source, _("Dette er ikke et møte. Ventet en tittel som «Referat: samarbeidsmøte for SOL-7».")
            )
        opening.read_facts(draft, strange.pop(0)[1].blocks)
    _read_sections(draft, ours)
    for path, chapter in strange:
        draft.keep_blocks(path, [*([chapter.heading] if chapter.heading else []), *chapter.blocks])


def _section(chapter: Chapter) -> Section | None:
    """Give the section that a chapter is, None when it is none of ours."""
    return named(escaping.plain_heading(chapter.heading.title)) if chapter.heading else None


def _is_title(draft: Draft, chapter: Chapter) -> bool:
    """Whether a chapter is the first that a meeting's title stands above."""
    return (
        chapter.heading is not None
        and opening.TITLE not in draft.places
        and opening.read_title(draft, chapter.heading)
    )


def _read_sections(draft: Draft, ours: list[tuple[Section, Chapter]]) -> None:
    """Read the sections, those that name people after the people themselves."""
    for section, chapter in ours:
        if chapter.heading:
            draft.place(section.key, chapter.heading.start)
    for section, chapter in sorted(ours, key=lambda pair: pair[0].key != PARTICIPANTS):
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
        refuse(source, _("Innholdet i filen kan ikke være et møte."))
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
