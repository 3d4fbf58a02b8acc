"""Text from people, made safe at the border: no control, no hidden marks, one form of æøå."""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 3
"""Combining marks kept after one letter; a real word never has more."""

_LINE_ENDINGS = re.compile("\r\n|[\r\u2028\u2029\x85]")
_BLANK_RUN = re.compile(r"\n{3,}")
_FIRST_MARK = "\u0300"


def clean(text: str) -> str:
    """Give `text` in NFC with line ends as newlines and nothing that can act on a terminal.

    Control characters become visible signs (␛), unassigned and private ones �, invisible format
    characters (bidirectional marks, zero width) go, and marks beyond `MOST_MARKS` go.
    """
    if text.isprintable() and (text.isascii() or max(text) < _FIRST_MARK):
        return text
    text = unicodedata.normalize("NFC", _LINE_ENDINGS.sub("\n", text))
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        if category == "Cf":
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(_visible(character, category))
    # What stood between a letter and its mark is gone, so the two may now be one.
    return unicodedata.normalize("NFC", "".join(kept))


def _visible(character: str, category: str) -> str:
    """Give what stands for one character of a Unicode category."""
    if character == "\n" or category[0] in "LMNPS":
        return character
    if character == "\t" or category == "Zs":
        return " "
    if category == "Cc" and ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    return "\ufffd"


def clean_line(text: str) -> str:
    """Give `text` cleaned, on one line, its blanks single and none at the ends."""
    return " ".join(clean(text).split())


def clean_prose(text: str) -> str:
    """Give `text` cleaned, each line trimmed, with single empty lines between paragraphs."""
    lines = "\n".join(" ".join(line.split()) for line in clean(text).split("\n"))
    return _BLANK_RUN.sub("\n\n", lines).strip("\n")
