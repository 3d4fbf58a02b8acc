"""The short evaluation of the meeting, the bruker's first."""

from __future__ import annotations

import re
from typing import Any

from data.markdown import fields, rows, tables
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.names import BRUKER_NAME
from data.markdown.numbers import settle_name
from data.markdown.outline import Chapter
from data.markdown.page import Page
from data.markdown.rows import Layout
from data.meeting import BRUKER, GROUP, Evaluation

EVALUATIONS = "evaluations"

WHO = {BRUKER: BRUKER_NAME, GROUP: "Gruppen"}

_IDS = {name.casefold(): who for who, name in WHO.items()}
_SCORE = re.compile(r"(-?\d{1,9})(?:\s*(?:av|/)\s*5)?$")


def _show_who(evaluation: Evaluation) -> str:
    return WHO.get(evaluation.id, evaluation.id)


def _show_score(evaluation: Evaluation) -> str:
    return "" if evaluation.score is None else f"{evaluation.score} av 5"


def _read_score(found: str) -> Values:
    if not (score := _SCORE.match(found)):
        raise ValueError
    return {"score": int(score[1])}


FIELDS: tuple[Field[Any], ...] = (
    Field("Hvem", "id", _show_who, lambda words: {"id": _IDS.get(words.casefold(), words)}, always=True),
    Field("Poeng", "score", _show_score, _read_score, "et tall fra 1 til 5", always=True, titles=("skår",)),
    fields.text("Med få ord", "words", "kommentar", always=True),
)


_LAYOUT = Layout(EVALUATIONS, FIELDS, lambda text: {"words": text})


def write(page: Page) -> list[str]:
    """Give the table of evaluations."""
    drawn = tables.write(FIELDS, page.meeting.evaluations, page.kept, rows=EVALUATIONS, table=EVALUATIONS)
    return [drawn] if drawn else []


def read(draft: Draft, chapter: Chapter) -> None:
    """Read the evaluations, the group's where nobody is named."""
    found: list[Values] = draft.values.setdefault(EVALUATIONS, [])
    taken = {evaluation["id"] for evaluation in found}
    for table in rows.read(draft, chapter.blocks, _LAYOUT):
        for row in table:
            settle_name(draft, row, GROUP, taken)
            tables.settle(draft, row, f"{EVALUATIONS}/{row.values['id']}")
            found.append(row.values)
