"""Facts as a list that people read: `- **Sted:** Rådhuset, rom 2`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from data.language import _
from data.markdown import escaping
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values, by_title, raw_or_shown
from data.markdown.outline import Block, Shape
from data.markdown.page import AFTER
from data.part import Value

_BOLD = re.compile(r"(?:[-*+]\s+)?\*\*([^*]+?)\s*(?::\*\*|\*\*\s*:)\s*(.*)$")
_BARE = re.compile(r"(?:[-*+]\s+)?([^\W\d][^:*|]{0,40}):\s*(.*)$")


def write(fields: Sequence[Field[Any]], part: Value, kept: Mapping[str, str], path: str) -> list[str]:
    """Give the facts that are set as blocks, with what people added after each.

    `path` leads the names of the fields, as in "next_meeting/".
    """
    blocks: list[str] = []
    lines: list[str] = []
    for one in fields:
        text = raw_or_shown(one, part, kept.get(f"{path}{one.name}", ""))
        if text:
            lines.append(f"- **{one.title}:** {escaping.inline(text)}")
        added = kept.get(f"{path}{one.name}{AFTER}", "")
        if added.startswith("- ") and "\n" not in added:
            lines.append(added)
        elif added:
            blocks += ["\n".join(lines), added]
            lines = []
    return [block for block in (*blocks, "\n".join(lines)) if block]


def read(
    draft: Draft, lines: range, fields: tuple[Field[Any], ...], path: str, before: str, *, bare: bool = True
) -> Values:
    """Give the facts among some lines; `bare` takes "Sted: Rådhuset" for one too.

    What is no fact of ours is kept after the fact above it, before any under the path `before`.
    """
    known = by_title(fields)
    values: Values = {}
    seen: set[str] = set()
    strange: list[str] = []
    after = before
    for at in lines:
        line = draft.lines[at]
        one, text = _fact(line.strip(), known, bare=bare)
        if one is None or one.name in seen:
            strange.append(line)
            if one:
                _twice(draft, at, one)
            continue
        _keep(draft, after, strange)
        strange = []
        seen.add(one.name)
        after = f"{path}{one.name}{AFTER}"
        draft.place(f"{path}{one.name}", at)
        _take(draft, at, one, text, values, path)
    _keep(draft, after, strange)
    return values


def tells(draft: Draft, block: Block, fields: tuple[Field[Any], ...]) -> bool:
    """Whether a block has a fact of ours, marked as one."""
    known = by_title(fields)
    lines = range(block.start, block.end) if block.shape is Shape.TEXT else ()
    return any(_fact(draft.lines[at].strip(), known, bare=False)[0] for at in lines)


def _fact(line: str, known: Mapping[str, Field[Any]], *, bare: bool) -> tuple[Field[Any] | None, str]:
    """Give the field that a line tells of and its text."""
    found = _BOLD.match(line) or (_BARE.match(line) if bare else None)
    if not found:
        return None, ""
    return known.get(found[1].strip().casefold()), escaping.plain(found[2].strip())


def _twice(draft: Draft, at: int, one: Field[Any]) -> None:
    message = _("«{title}» står to ganger. Den første er brukt.")
    draft.problem(at, message.format(title=one.title))


def _take(draft: Draft, at: int, one: Field[Any], text: str, values: Values, path: str) -> None:
    """Put a fact's text in its field, or keep it when it is not what was expected."""
    if text:
        try:
            values |= one.read(text)
        except ValueError:
            draft.not_understood(f"{path}{one.name}", at, text, _(one.expected))


def _keep(draft: Draft, after: str, lines: list[str]) -> None:
    """Keep lines that hold more than blanks."""
    if any(line.strip() for line in lines):
        draft.keep(after, "\n".join(lines))
