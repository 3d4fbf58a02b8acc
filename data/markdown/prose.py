"""Running text under a heading, and what stands there that is more than running text."""

from __future__ import annotations

from collections.abc import Callable

from data.markdown import escaping
from data.markdown.draft import Draft
from data.markdown.outline import Block, Chapter, Shape
from data.markdown.page import AFTER


def read(draft: Draft, blocks: list[Block], path: str) -> str:
    """Give the running text of blocks; from the first that is something else on, they are kept."""
    ours, strange = split(blocks)
    draft.keep_blocks(f"{path}{AFTER}", strange)
    return "\n".join(escaping.plain_line(draft.lines[at]) for at in span(ours)).strip()


def reader(field: str) -> Callable[[Draft, Chapter], None]:
    """Give what reads a section that is all running text, into a field."""

    def read_section(draft: Draft, chapter: Chapter) -> None:
        text = read(draft, chapter.blocks, field)
        draft.values[field] = joined(draft.values.get(field, ""), text)

    return read_section


def joined(before: str, text: str) -> str:
    """Give a text after what stands before it, each in paragraphs of its own."""
    return f"{before}\n\n{text}" if before and text else before or text


def split(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Give the running text that blocks start with, and the rest."""
    ours = 0
    while ours < len(blocks) and blocks[ours].shape is Shape.TEXT:
        ours += 1
    return blocks[:ours], blocks[ours:]


def span(blocks: list[Block]) -> range:
    """Give the lines of blocks that follow each other, with those between them."""
    return range(blocks[0].start, blocks[-1].end) if blocks else range(0)


def by_heading(blocks: list[Block]) -> list[tuple[Block | None, list[Block]]]:
    """Give the blocks under each heading, first those before any."""
    found: list[tuple[Block | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if block.shape is Shape.HEADING:
            found.append((block, []))
        else:
            found[-1][1].append(block)
    return found
