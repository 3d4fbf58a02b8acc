"""Text from people as Markdown that shows it literally, and back: nothing typed becomes structure."""

from __future__ import annotations

import re

_PUNCTUATION = r"!-/:-@\[-`{-~"

_ACTIVE = re.compile(
    rf"""
    \\(?=[{_PUNCTUATION}]|$)        # a backslash that would escape, or break the line
    | [`\[]                         # code; links, pictures and tick boxes
    | (?<!\s)\* | \*(?!\s)          # emphasis, unless it stands alone as in 2 * 3
    | (?<![^\W_])_ | _(?![^\W_])    # emphasis, unless it stands inside a word
    | ~(?=~) | (?<=~)~              # struck out, fences
    | <(?=[A-Za-z/!?])              # HTML and links between angles
    | &(?=\#?\w{{1,31}};)           # entities
    """,
    re.VERBOSE,
)
_STARTS_BLOCK = re.compile(
    r"""
    \#{1,6}(?=\s|$)                 # a heading
    | [>|]                          # a quote, a table
    | [-+](?=\s|$)                  # an item of a list
    | [-=:](?=[-=:|\s]*$)           # the line under a heading, a rule, the second line of a table
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_BULLET = "- "
_ESCAPED = re.compile(
    rf"\\([{_PUNCTUATION}])|(&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)|(<br\s*/?>)"
)
_OTHER_BULLET = re.compile(r"[*+]\s+(?=\S)")
_HARD_BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\$")
_CLOSING = re.compile(r"(?:^|\s)#+$")


def inline(text: str) -> str:
    """Give one line of text for the middle of a line."""
    return _ACTIVE.sub(r"\\\g<0>", text)


def heading(text: str) -> str:
    """Give one line of text for a heading, whose last # would be read as its end."""
    escaped = inline(text)
    return escaped[:-1] + r"\#" if escaped.endswith("#") else escaped


def cell(text: str) -> str:
    """Give text of any length for a cell of a table."""
    if "\n" in text:
        return "<br>".join(cell(line) for line in text.split("\n"))
    return inline(text).replace("|", r"\|")


def prose(text: str) -> str:
    """Give several lines of text as paragraphs; lines that start with "- " stay lists."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(text: str) -> str:
    """Give one line of text for the start of a line."""
    if text.startswith(_BULLET):
        return _BULLET + _start(text[len(_BULLET) :])
    return _start(text)


def _start(text: str) -> str:
    """Give one line of text so that it starts no block."""
    escaped = inline(text)
    if _STARTS_BLOCK.match(escaped):
        return "\\" + escaped
    return _NUMBERED.sub(r"\1\\\2", escaped, count=1) if _NUMBERED.match(escaped) else escaped


def plain(markdown: str) -> str:
    """Give the text that one piece of Markdown shows, its emphasis left as it was typed."""
    if "\\" in markdown or "&" in markdown or "<" in markdown:
        return _ESCAPED.sub(_shown, markdown)
    return markdown


def plain_heading(markdown: str) -> str:
    """Give the text of a heading without the # that may close it."""
    return plain(_CLOSING.sub("", markdown.strip()).strip())


def plain_line(line: str) -> str:
    """Give the text of one line of running text or a list.

    A list's own mark becomes ours; a backslash at the end only ended the line.
    """
    line = line.strip()
    if line.endswith("\\") and _HARD_BREAK.search(line):
        line = line[:-1]
    return plain(_OTHER_BULLET.sub(_BULLET, line, count=1) if line[:1] in {"*", "+"} else line)


def _shown(found: re.Match[str]) -> str:
    """Give what an escape, an entity or a break in a cell shows."""
    if found[1]:
        return found[1]
    if not found[2]:
        return "\n"
    import html  # noqa: PLC0415 - hardly any text has an entity, and the table of them is large

    return html.unescape(found[2])
