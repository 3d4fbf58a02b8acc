"""A document's Markdown as it reads on screen: headings, bold words and tables, no marks."""

from __future__ import annotations

import re

from textual.content import Content

from data.clean import clean

_HEADING = re.compile(r"(#{1,6}) (.*)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|?\s*:?-{3,}")


def readable(markdown: str) -> Content:
    """Give a document in our normal form as content to read; front matter is left out."""
    body = markdown.partition("\n---\n")[2] if markdown.startswith("---\n") else markdown
    lines: list[Content] = []
    table: list[list[str]] = []
    for line in clean(body).strip("\n").split("\n"):
        if line.startswith("|"):
            if not _RULE.match(line):
                table.append([_words(cell).plain for cell in _CELL.split(line.strip().strip("|"))])
            continue
        lines += _table(table)
        table = []
        lines.append(_line(line))
    return Content("\n").join([*lines, *_table(table)])


def _line(line: str) -> Content:
    heading = _HEADING.match(line)
    if heading:
        style = "bold underline" if len(heading[1]) == 1 else "bold $text-primary"
        return Content.styled(_words(heading[2]).plain, style)
    if line.startswith("- "):
        return Content.assemble("• ", _words(line[2:]))
    return _words(line)


def _words(text: str) -> Content:
    """Give a line's words, bold where they are marked so."""
    pieces: list[Content] = []
    at = 0
    for bold in _BOLD.finditer(text):
        pieces += [Content(_plain(text[at : bold.start()])), Content.styled(_plain(bold[1]), "bold")]
        at = bold.end()
    return Content("").join([*pieces, Content(_plain(text[at:]))])


def _plain(text: str) -> str:
    """Give a text without what Markdown needs to keep it a text."""
    return _ESCAPED.sub(r"\1", text.replace("<br>", " / ")).replace("&lt;", "<").replace("&amp;", "&")


def _table(rows: list[list[str]]) -> list[Content]:
    """Give a table's rows as lines, the first cell first and the rest after dots."""
    if not rows:
        return []
    head, *body = rows
    lines = []
    for cells in body:
        said = [
            f"{name.strip()}: {cell.strip()}"
            for name, cell in zip(head[1:], cells[1:], strict=False)
            if cell.strip()
        ]
        first = Content.styled(cells[0].strip(), "bold")
        lines.append(Content.assemble("• ", first, " · " if said else "", " · ".join(said)))
    return lines
