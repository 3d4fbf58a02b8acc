"""Facts as a list that people read: `- **Sted:** Rådhuset, rom 2`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from data.language import _
from data.markdown import escaping
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values, by_title, expected, raw_or_shown
from data.markdown.outline import Block, Shape
from data.markdown.page import AFTER
from data.part import Value

BEFORE = "before"
"""The end of the path of what stands before the first fact."""

_BOLD = re.compile(r"(?:[-*+]\s+)?\*\*([^*]+?)\s*(?::\*\*|\*\*\s*:)\s*(.*)$")
_BARE = re.compile(r"(?:[-*+]\s+)?([^\W\d][^:*|]{0,40}):\s*(.*)$")


def write(fields: Sequence[Field[Any]], part: Value, kept: Mapping[str, str], path: str) -> list[str]:
    """Give the facts that are set as blocks, with what people added after each.

    `path` leads the names of the fields, as in "next_meeting/".
    """
    blocks: list[str] = []
    lines = _added(kept, path + BEFORE, blocks, [])
    for one in fields:
        text = raw_or_shown(one, part, kept.get(f"{path}{one.name}", ""))
        if text:
            lines.append(f"- **{one.title}:** {escaping.inline(text)}")
        lines = _added(kept, f"{path}{one.name}", blocks, lines)
    return [*blocks, "\n".join(lines)] if lines else blocks


def _added(kept: Mapping[str, str], path: str, blocks: list[str], lines: list[str]) -> list[str]:
    """Give the lines of the list with the items that people added after a path; what is more ends it."""
    text = kept.get(path + AFTER, "")
    while text.startswith("- "):
        item, _newline, rest = text.partition("\n")
        lines = [*lines, item]
        text = rest.lstrip("\n")
    if not text:
        return lines
    blocks += ["\n".join(lines), text] if lines else [text]
    return []


def read(
    draft: Draft, lines: range, fields: tuple[Field[Any], ...], path: str, *, bare: bool = True
) -> Values:
    """Give the facts among some lines; `bare` takes "Sted: Rådhuset" for one too.

    What is no fact of ours is kept after the fact above it; a fact that was told already is kept after
    the first, so that the first is the first again when the document is written.
    """
    known = by_title(fields)
    values: Values = {}
    strange: list[str] = []
    after = path + BEFORE
    for at in lines:
        line = draft.lines[at]
        one, text = _fact(line.strip(), known, bare=bare)
        if one is None:
            strange.append(line)
            continue
        _keep(draft, after, strange)
        strange = []
        if f"{path}{one.name}" in draft.places:
            _keep(draft, f"{path}{one.name}", [line])
            _twice(draft, at, one)
            continue
        after = f"{path}{one.name}"
        draft.place(after, at)
        if text and (told := _told(draft, at, one, text, after)):
            values |= told
            for name in told:
                draft.place(f"{path}{name}", at)
    _keep(draft, after, strange)
    return values


def _told(draft: Draft, at: int, one: Field[Any], text: str, path: str) -> Values:
    """Give what a fact says, nothing when it is not what was expected and is kept."""
    try:
        return one.read(text)
    except ValueError as error:
        draft.not_understood(path, at, text, expected(one, error))
        return {}


def _keep(draft: Draft, path: str, lines: list[str]) -> None:
    """Keep lines that hold more than blanks."""
    if any(line.strip() for line in lines):
        draft.keep(path + AFTER, "\n".join(lines))


def end(draft: Draft, blocks: list[Block], fields: tuple[Field[Any], ...]) -> int:
    """Give the line after the last fact of ours that is marked as one, 0 when there is none."""
    known = by_title(fields)
    lines = (at for block in blocks if block.shape is Shape.TEXT for at in range(block.start, block.end))
    return max((at + 1 for at in lines if _fact(draft.lines[at].strip(), known, bare=False)[0]), default=0)


def _fact(line: str, known: Mapping[str, Field[Any]], *, bare: bool) -> tuple[Field[Any] | None, str]:
    """Give the field that a line tells of and its text."""
    found = _BOLD.match(line) or (_BARE.match(line) if bare else None)
    if not found:
        return None, ""
    return known.get(found[1].strip().casefold()), escaping.plain(found[2]).strip()


def _twice(draft: Draft, at: int, one: Field[Any]) -> None:
    message = _("«{title}» står to ganger. Den første er brukt.")
    draft.problem(at, message.format(title=one.title))
