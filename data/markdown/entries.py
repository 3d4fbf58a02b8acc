"""What each speaker said in a step: what goes well, challenges, contributions, the bruker's words."""

from __future__ import annotations

import re
from typing import Any

from data.clean import clean_line
from data.markdown import escaping, prose
from data.markdown.draft import Draft
from data.markdown.names import names
from data.markdown.outline import Block, Chapter
from data.markdown.page import AFTER, START, Page
from data.markdown.participants import nobody, speaker_of, speakers
from data.meeting import BRUKER, Entry, entry_id

ENTRIES = "entries"
FLOOR = "ordet"
"""The step in which the bruker speaks alone, without a heading of their own."""

STEPS = {
    FLOOR: "Brukeren har ordet",
    "runde1": "Runde 1: fremgang og utfordringer",
    "status": "Status fra tjenestene",
    "bekymringer": "Nye bekymringer",
    "onsker": "Ønsker for veiledningen",
    "saken": "Saken",
    "avklaring": "Spørsmål til saken",
    "team": "Reflekterende team",
    "hort": "Det vi hørte",
    "runde2": "Runde 2: bidrag",
    "bidrag": "Bidrag",
    "proves": "Dette prøver vi",
}
"""The headings of the steps of our structures, in order."""

OTHER = "Steg: "
"""What leads the heading of any other step."""

_OTHER_TITLES = {
    "bruker har ordet": FLOOR,
    "runde 1": "runde1",
    "første runde": "runde1",
    "runde 2": "runde2",
    "andre runde": "runde2",
} | {title.casefold(): step for step, title in STEPS.items()}
_PROSE = {
    "progress": "Går bra",
    "challenge": "Utfordringer",
    "tried": "Prøvd til nå",
    "contribution": "Kan bidra med",
}
_GOALS = "Gjelder mål"
_FIELDS = {title.casefold(): name for name, title in _PROSE.items()} | {
    "utfordring": "challenge",
    "prøvd": "tried",
    "bidrag": "contribution",
    "kommentar": "comment",
    _GOALS.casefold(): "goals",
}
_LABELLED = re.compile(r"\s*\*\*([^*]+?)\s*(?::\*\*|\*\*\s*:)\s*(.*)$")


_SECTION = re.compile(rf"steps/(.+)(?:{START}|{AFTER})$")


def title(step: str) -> str:
    """Give the heading of a step."""
    return STEPS.get(step) or OTHER + step


def step_of(heading: str) -> str | None:
    """Give the step that a heading names, None when it names none."""
    if step := _OTHER_TITLES.get(heading.casefold()):
        return step
    return heading.removeprefix(OTHER) if heading.startswith(OTHER) and heading != OTHER else None


def section(step: str) -> str:
    """Give the path of a step's section."""
    return f"steps/{step}"


def kept_step(path: str) -> str:
    """Give the step under whose heading a text is kept, "" for none."""
    found = _SECTION.match(path)
    return found[1] if found else ""


def write(page: Page, step: str) -> list[str]:
    """Give what was said in a step, speaker by speaker."""
    called = names(page.meeting.participants)
    blocks = []
    for entry in page.meeting.entries:
        if entry.step == step:
            if step != FLOOR or entry.speaker != BRUKER:
                blocks.append(f"### {escaping.heading(called[entry.speaker])}")
            blocks += _write_entry(entry)
            blocks += page.added(f"{ENTRIES}/{entry.id}{AFTER}")
    return blocks


def _write_entry(entry: Entry) -> list[str]:
    """Give one speaker's words as paragraphs, each after its label; the comment stands first, alone."""
    blocks = [escaping.prose(entry.comment)] if entry.comment else []
    for name, label in _PROSE.items():
        text = getattr(entry, name)
        if "\n" in text:
            blocks += [f"**{label}:**", escaping.prose(text)]
        elif text:
            blocks.append(f"**{label}:** {escaping.inline(text)}")
    if entry.goals:
        blocks.append(f"**{_GOALS}:** {escaping.inline(', '.join(entry.goals))}")
    return blocks


def read(draft: Draft, chapter: Chapter, step: str) -> None:
    """Read what was said in a step; what nobody of the participants said is kept."""
    found = speakers(draft)
    start = chapter.heading.start if chapter.heading else 0
    draft.place(ENTRIES, start)
    draft.place(f"{ENTRIES}/{step}", start)
    for heading, blocks in prose.by_heading(chapter.blocks):
        if heading is None:
            if step != FLOOR or not _read_entry(draft, start, blocks, step, BRUKER):
                draft.keep_blocks(section(step) + START, blocks)
            continue
        name = escaping.plain_heading(heading.title)
        speaker = speaker_of(found, name)
        if not speaker:
            nobody(draft, heading.start, name)
        if not speaker or not _read_entry(draft, heading.start, blocks, step, speaker):
            draft.keep_blocks(f"{section(step)}{AFTER}", [heading, *blocks] if blocks or not speaker else [])


def _read_entry(draft: Draft, at: int, blocks: list[Block], step: str, speaker: str) -> bool:
    """Read one speaker's words in a step; False when there are none."""
    ours, strange = prose.split(blocks)
    path = f"{ENTRIES}/{entry_id(step, speaker)}"
    texts = _by_label(draft, ours, path)
    goals = tuple(goal for goal in map(clean_line, texts.pop("goals", "").split(",")) if goal)
    if not goals and not any(texts.values()):
        return False
    draft.place(path, at)
    draft.keep_blocks(f"{path}{AFTER}", strange)
    entries: dict[str, dict[str, Any]] = draft.values.setdefault(ENTRIES, {})
    entry = entries.setdefault(entry_id(step, speaker), {"step": step, "speaker": speaker, "goals": ()})
    entry["goals"] += goals
    for name, text in texts.items():
        entry[name] = prose.joined(entry.get(name, ""), text)
    return True


def _by_label(draft: Draft, blocks: list[Block], path: str) -> dict[str, str]:
    """Give the texts of a speaker by field; what has no label is the comment."""
    texts: dict[str, list[str]] = {"comment": []}
    current = "comment"
    for at in prose.span(blocks):
        found = _LABELLED.match(draft.lines[at])
        if found and (name := _FIELDS.get(found[1].casefold())):
            current = name
            draft.place(f"{path}/{name}", at)
            texts.setdefault(name, []).append(escaping.plain(found[2]))
        else:
            texts[current].append(escaping.plain_line(draft.lines[at]))
    return {name: "\n".join(lines).strip() for name, lines in texts.items()}
