"""A file's bytes as text: UTF-8, or what else people's programs save."""

from __future__ import annotations

import codecs
from dataclasses import replace
from functools import cache

from data.language import _
from data.markdown.draft import Problem
from data.markdown.reading import Reading, read, refuse

MOST_BYTES = 2_000_000
"""The largest file that is read; a referat has some thousand bytes."""

_ANSI = "cp1252"
"""What programs on Windows call ANSI: Latin-1 with more signs."""


def read_bytes(data: bytes, *, source: str = "") -> Reading:
    """Read a document from the bytes of a file. `source` is the name of the file, for errors.

    Raises UnreadableError for what is too large, empty, or no meeting at all.
    """
    if len(data) > MOST_BYTES:
        message = _("Filen er på over {most} MB. Ventet et referat, som er på noen få kB.")
        refuse(source, message.format(most=MOST_BYTES // 1_000_000), line=0)
    text, line = _decoded(data)
    reading = read(text, source=source)
    if not line:
        return reading
    found = _("Filen er ikke lagret som UTF-8. Tegn som æ, ø og å er lest som Windows-tegn (cp1252).")
    problems = sorted([*reading.problems, Problem(line, found)], key=lambda problem: problem.line)
    return replace(reading, problems=tuple(problems))


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
