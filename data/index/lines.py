"""The lines of a document as they are searched and shown: the text, without what makes it Markdown."""

from __future__ import annotations

import re
from typing import NamedTuple

from data.clean import clean

_ASCII = bytes(range(0x20, 0x7F)).translate(None, rb"\&<")
_PLAIN_BYTES = b"\n" + _ASCII + b"\xc3" + bytes(range(0x80, 0xC0))
_DASH = "–".encode()
"""ASCII but what stands for something else, À to ÿ, and the dash of a span: most files hold nothing else."""

_MARK = b"\xef\xbb\xbf"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\w{1,7}|\w{2,32});|<br\s*/?>")
_LEADING = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|>\s*)")
_BARS = re.compile(r"(?<!\\)\|")


class Text(NamedTuple):
    """A document's text after its front matter. `first` is the number of its first line, from 1."""

    text: str
    first: int


def text_of(data: bytes) -> Text:
    """Give the text of a document, cleaned; its Markdown stands."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    body, first = body_of(data)
    text = body.decode("utf-8", "replace")
    return Text(text if is_plain(body) else clean(text), first)


def body_of(data: bytes) -> tuple[bytes, int]:
    """Give what follows the front matter of a file, and the number of its first line, from 1."""
    data = data.removeprefix(_MARK)
    end = data.find(b"\n---\n", 3) if data.startswith(b"---\n") else -1
    if end < 0:
        return data, 1
    after = end + len(b"\n---\n")
    return data[after:], data.count(b"\n", 0, after) + 1


def is_plain(body: bytes) -> bool:
    """Whether a text needs no cleaning, and nothing in it stands for something else."""
    return not body.replace(_DASH, b"").translate(None, _PLAIN_BYTES)


def unescaped(text: str) -> str:
    """Give a text as it is read, its escapes, entities and breaks in cells gone; its lines stay the same."""
    if "&" in text:
        return clean(_ESCAPED.sub(_meant, text))
    return _ESCAPED.sub(_meant, text) if "\\" in text or "<" in text else text


def shown(line: str) -> str:
    """Give a line of cleaned Markdown as it is shown: its words, a table's cells side by side."""
    if line.lstrip().startswith("|"):
        line = " · ".join(filter(None, cells(line)))
    else:
        line = unescaped(_LEADING.sub("", line, count=1).replace("**", ""))
    return " ".join(line.split())


def cells(row: str) -> list[str]:
    """Give the texts of the cells of a table's row."""
    row = row.strip().removeprefix("|")
    row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    split = _BARS.split(row) if "\\" in row else row.split("|")
    return [unescaped(cell.strip()) for cell in split]


def _meant(found: re.Match[str]) -> str:
    """Give what an escape or an entity stands for, on the same line."""
    if found[1] or found[0][0] == "<":
        return found[1] or " "
    import html  # noqa: PLC0415 - hardly any text has an entity, and the table of them is large

    return html.unescape(found[0]).replace("\n", " ")
