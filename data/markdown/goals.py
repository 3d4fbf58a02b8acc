"""The group's goals, with the verdict and conclusion on each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from data.clean import clean_line
from data.markdown import fields, rows, tables
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.numbers import number, settle
from data.markdown.outline import Chapter
from data.markdown.page import Page
from data.markdown.rows import Layout
from data.meeting import Verdict

GOALS = "goals"
LETTER = "M"

NAMED = "Mål"
CONCLUDED = "Mål og konklusjoner"
"""The headings before and after the group has concluded on a goal."""

FIELDS: tuple[Field[Any], ...] = (
    fields.text("Nr", "id", always=True),
    fields.text("Mål", "text", always=True),
    fields.choice("Vurdering", "verdict", Verdict, "status"),
    fields.text("Konklusjon", "conclusion"),
)


def title(page: Page) -> str:
    """Give the heading of the goals."""
    return CONCLUDED if any(goal.verdict or goal.conclusion for goal in page.meeting.goals) else NAMED


_LAYOUT = Layout(GOALS, FIELDS, lambda text: {"text": text})


def write(page: Page) -> list[str]:
    """Give the table of goals."""
    drawn = tables.write(FIELDS, page.meeting.goals, page.kept, rows=GOALS, table=GOALS)
    return [drawn] if drawn else []


def read(draft: Draft, chapter: Chapter) -> None:
    """Read the goals."""
    found: list[Values] = draft.values.setdefault(GOALS, [])
    taken = {goal["id"] for goal in found}
    for table in rows.read(draft, chapter.blocks, _LAYOUT):
        for row in table:
            settle(draft, row, LETTER, "text", taken)
            tables.settle(draft, row, f"{GOALS}/{row.values['id']}")
            found.append(row.values)


def name_goals(draft: Draft) -> None:
    """Give the goals that tiltak name their ids."""
    pairs = known(draft)
    for tiltak in draft.values.get("tiltak", []):
        if "goal" in tiltak:
            tiltak["goal"] = goal_id(tiltak["goal"], pairs)


def known(draft: Draft) -> list[tuple[str, str]]:
    """Give the goals that are read, as pairs of id and text."""
    return [(goal["id"], goal.get("text", "")) for goal in draft.values.get(GOALS, [])]


def goal_id(text: str, goals: Iterable[tuple[str, str]]) -> str:
    """Give the id of the goal that words name, by number or by text; the words where none does.

    `goals` are pairs of id and text.
    """
    wanted = number(LETTER, text)
    pairs = tuple(goals)
    if not wanted or any(wanted == known for known, _text in pairs):
        return wanted
    line = clean_line(text).casefold()
    return next((known for known, words in pairs if words.casefold() == line), wanted)
