"""A file's bytes as text: UTF-8, or what else people's programs save."""

from __future__ import annotations

import codecs
from functools import cache

from data.language import _
from data.markdown.document import refuse
from data.markdown.draft import Problem

MOST_BYTES = 2_000_000
"""The largest file that is read; a referat has some thousand bytes."""

_ANSI = "cp1252"
"""What programs on Windows call ANSI: Latin-1 with more signs."""


def text_of(data: bytes, source: str) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of a file, and what is to be told of how it was saved. `source` names the file.

    Raises UnreadableError for what is too large.
    """
    if len(data) > MOST_BYTES:
        message = _("Filen er på over {most} MB. Ventet et referat, som er på noen få kB.")
        refuse(source, message.format(most=MOST_BYTES // 1_000_000), line=0)
    text, line = _decoded(data)
    found = _("Filen er ikke lagret som UTF-8. Tegn som æ, ø og å er lest som Windows-tegn (cp1252).")
    return text, (Problem(line, found),) if line else ()


def in_order(*problems: Problem) -> tuple[Problem, ...]:
    """Give problems by line."""
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _decoded(data: bytes) -> tuple[str, int]:
    """Give the text, and the first line that is not UTF-8, 0 when all is."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), 0
    try:
        return data.decode("utf-8-sig"), 0
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape").translate(_ansi()), line


@cache
def _ansi() -> dict[int, str]:
    """Give what stands for each byte that is not UTF-8, as Windows reads it."""
    return {0xDC00 + byte: bytes([byte]).decode(_ANSI, "replace") for byte in range(0x80, 0x100)}
