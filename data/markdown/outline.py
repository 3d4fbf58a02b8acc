"""The blocks of a Markdown file, line by line: headings, tables, running text and the rest.

A reader of our own rather than a parser's tokens: it knows the lines of what it found, keeps what it
does not know as it was written, costs a fraction of a parse and loads nothing. The tests hold it
against markdown-it-py.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Shape(Enum):
    """What kind of block it is. OTHER is code, a quote, a rule or HTML: never read, always kept."""

    HEADING = "heading"
    TABLE = "table"
    TEXT = "text"
    OTHER = "other"


class Block(NamedTuple):
    """A block from line `start` up to `end`, counted from 0.

    `level` and `title` are a heading's; `closer` is what ends a block that the file leaves open.
    """

    shape: Shape
    start: int
    end: int
    level: int = 0
    title: str = ""
    closer: str = ""


class Chapter(NamedTuple):
    """A heading of the first or second level, None before the first, and what stands under it."""

    heading: Block | None
    blocks: list[Block]


_HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_RULE = re.compile(r"([-*_])(?:\s*\1){2,}\s*$")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?: {1,4}(?=\S)|\s|$)")
_FIRST_ITEM = re.compile(r" {0,3}(?:[-*+]|1[.)]) +\S")
_EMPTY_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s*$")
_MARKS = re.compile(r"^\s*(?:(?:[-*+>]|\d{1,9}[.)])(?:\s+|$))*")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s|/?>|$)")
_BLOCK_TAGS = (
    " address article aside base basefont blockquote body caption center col colgroup dd details dialog dir"
    " div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html"
    " iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section"
    " summary table tbody td tfoot th thead title tr track ul "
)
"""The tags that start a block of HTML wherever they stand (CommonMark 0.31, 4.6)."""

_LONE_TAG = re.compile(r"(?:<[A-Za-z][^<>]*>|</[A-Za-z][A-Za-z0-9-]*\s*>)\s*$")
_RAW = re.compile(r"<(script|pre|style|textarea)(?:[\s>]|$)", re.IGNORECASE)
_COMMENT = "<!--"
_SPECIAL = frozenset("#`~<>|-*_=")


def scan(lines: list[str], first: int = 0) -> list[Block]:
    """Give the blocks of a file from a line on, in order; blank lines belong to none."""
    blocks: list[Block] = []
    at = first
    while at < len(lines):
        if lines[at].strip():
            blocks.append(_block(lines, at))
            at = blocks[-1].end
        else:
            at += 1
    return blocks


def chapters(blocks: list[Block]) -> list[Chapter]:
    """Give the blocks by the headings of the first and second level."""
    found = [Chapter(None, [])]
    for block in blocks:
        if block.shape is Shape.HEADING and block.level <= 2:
            found.append(Chapter(block, []))
        else:
            found[-1].blocks.append(block)
    return found


def _block(lines: list[str], at: int) -> Block:
    """Give the block that starts at a line."""
    line = lines[at]
    text = line.lstrip(" ")
    if text[0] in _SPECIAL and len(line) - len(text) < 4:
        return _special(lines, at, text) or _text(lines, at)
    return _table(lines, at) or _text(lines, at)


def _special(lines: list[str], at: int, text: str) -> Block | None:
    """Give the block whose first sign is a mark, None when it only looks so."""
    if text[0] == "#":
        return _heading(at, text)
    if text[0] == ">":
        return _quote(lines, at)
    if text[0] in "`~":
        return _fence(lines, at, text)
    if text[0] == "<":
        return _html(lines, at, text)
    if _RULE.match(text):
        return Block(Shape.OTHER, at, at + 1)
    return _table(lines, at)


def _quote(lines: list[str], at: int) -> Block:
    """Give a quote, with the lines that go on with its text unmarked."""
    end = at + 1
    while end < len(lines) and (_is_quoted(lines[end]) or _goes_on_unquoted(lines, end)):
        end += 1
    return Block(Shape.OTHER, at, end)


def _goes_on_unquoted(lines: list[str], at: int) -> bool:
    """Whether a line goes on with the text of the quote above it."""
    if not lines[at].strip() or _interrupts(lines[at]) or _item_width(lines[at]):
        return False
    return not _is_quoted(lines[at - 1]) or _is_lazy(lines, at)


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _heading(at: int, text: str) -> Block | None:
    """Give a heading written with #."""
    found = _HEADING.match(text)
    return Block(Shape.HEADING, at, at + 1, len(found[1]), found[2] or "") if found else None


def _fence(lines: list[str], at: int, text: str) -> Block | None:
    """Give code between fences; what has no second fence goes on to the end."""
    found = _FENCE.match(text)
    if not found:
        return None
    mark = found[1] or found[2]
    closing = re.compile(rf" {{0,3}}{mark[0]}{{{len(mark)},}}\s*$")
    for end in range(at + 1, len(lines)):
        if closing.match(lines[end]):
            return Block(Shape.OTHER, at, end + 1)
    return Block(Shape.OTHER, at, len(lines), closer=mark)


def _html(lines: list[str], at: int, text: str) -> Block | None:
    """Give HTML: a comment to its end, what holds raw text to its end, a tag to the next blank line."""
    raw = _RAW.match(text)
    if text.startswith(_COMMENT) or raw:
        return _until(lines, at, f"</{raw[1]}>" if raw else "-->")
    if not _is_block_tag(text) and not _LONE_TAG.match(text):
        return None
    end = at
    while end < len(lines) and lines[end].strip():
        end += 1
    return Block(Shape.OTHER, at, end)


def _is_block_tag(text: str) -> bool:
    """Whether a line starts with a tag that starts a block wherever it stands."""
    tag = _TAG.match(text)
    return tag is not None and f" {tag[1].lower()} " in _BLOCK_TAGS


def _until(lines: list[str], at: int, closer: str) -> Block:
    """Give the lines to the one that holds `closer`."""
    for end in range(at, len(lines)):
        if closer in lines[end].lower():
            return Block(Shape.OTHER, at, end + 1)
    return Block(Shape.OTHER, at, len(lines), closer=closer)


def _table(lines: list[str], at: int) -> Block | None:
    """Give a table: a line with bars over a line of dashes, or lines that start with a bar."""
    line = lines[at]
    if "|" not in line or _indent(line) > 3:
        return None
    below = _line(lines, at + 1)
    barred = line.lstrip().startswith("|")
    ruled = (barred or "|" in below) and _DELIMITERS.match(below) is not None
    if not ruled and not barred:
        return None
    end = at + 2 if ruled else at + 1
    while end < len(lines) and _goes_on(lines[end], ruled=ruled):
        end += 1
    return Block(Shape.TABLE, at, end)


def _goes_on(line: str, *, ruled: bool) -> bool:
    """Whether a line is one more row of a table; without a line of dashes only what starts with a bar is."""
    text = line.lstrip()
    if _indent(line) > 3:
        return False
    if text.startswith("|"):
        return True
    return ruled and bool(text) and not _interrupts(line) and not _ITEM.match(text)


def _interrupts(line: str) -> bool:
    """Whether a line starts a block of its own in the middle of a table or of running text."""
    text = line.lstrip(" ")
    if text[0] not in "#`~<>-*_" or len(line) - len(text) > 3:
        return False
    if text[0] == "#":
        return _HEADING.match(text) is not None
    if text[0] in "`~":
        return _FENCE.match(text) is not None
    if text[0] == "<":
        return bool(text.startswith(_COMMENT) or _RAW.match(text) or _is_block_tag(text))
    return text[0] == ">" or _RULE.match(text) is not None


def _text(lines: list[str], at: int) -> Block:
    """Give running text or a list."""
    if _indent(lines[at]) > 3:
        return Block(Shape.TEXT, at, at + 1)
    return _list(lines, at) if _item_width(lines[at]) else _paragraph(lines, at)


def _paragraph(lines: list[str], at: int) -> Block:
    """Give running text up to what ends it, or a heading when it is underlined."""
    end = at + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        if _UNDERLINE.match(line):
            level = 1 if line.lstrip()[0] == "=" else 2
            return Block(Shape.HEADING, at, end + 1, level, " ".join(map(str.strip, lines[at:end])))
        if _interrupts(line) or _FIRST_ITEM.match(line) or _table(lines, end):
            break
        end += 1
    return Block(Shape.TEXT, at, end)


def _list(lines: list[str], at: int) -> Block:
    """Give a list: what is indented under an item belongs to it, whatever it looks like."""
    width = _item_width(lines[at])
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if not line.strip():
            after = _next_written(lines, end)
            if _EMPTY_ITEM.match(lines[end - 1]) or _indent(_line(lines, after)) < width:
                break
            end = after
        elif _indent(line) < width:
            if _interrupts(line) or not (_item_width(line) or _is_lazy(lines, end)):
                break
            width = _item_width(line) or width
        end += 1
    return Block(Shape.TEXT, at, end)


def _is_lazy(lines: list[str], at: int) -> bool:
    """Whether a line without a mark goes on with the text of the item or quote above it."""
    above = _MARKS.sub("", lines[at - 1], count=1)
    return bool(above.strip()) and not _interrupts(above) and not _table(lines, at)


def _item_width(line: str) -> int:
    """Give how far the text of a list's item is indented, 0 for what is no item."""
    text = line.lstrip(" ")
    found = _ITEM.match(text)
    return len(line) - len(text) + found.end() if found else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line(lines: list[str], at: int) -> str:
    """Give a line, an empty one after the last."""
    return lines[at] if at < len(lines) else ""


def _next_written(lines: list[str], at: int) -> int:
    """Give the next line that is not blank, the number of lines when there is none."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at
