"""The group's own numbers of its goals and tiltak: M1, T14."""

from __future__ import annotations

import re

from data.clean import clean_line
from data.language import _
from data.markdown.draft import Draft, quoted

_SHORT = re.compile(r"([A-Za-z]?)\s*(\d{1,9})\.?$")


def number(letter: str, text: str) -> str:
    """Give a number as the group writes it: "14" and "t14" are T14; other words stand as they are."""
    line = clean_line(text)
    found = _SHORT.match(line)
    return f"{letter}{found[2]}" if found and found[1].upper() in {"", letter} else line


def settled(draft: Draft, letter: str, text: str, at: int, taken: set[str]) -> str:
    """Give the number of a row, a new one where there is none or another row has it."""
    wanted = number(letter, text)
    if wanted and wanted not in taken:
        return wanted
    given = _free(draft, letter, taken)
    if wanted:
        message = _("Nummeret {found} står to ganger. Denne raden har fått {given}.")
    else:
        message = _("Raden mangler nummer, som {letter}1. Den har fått {given}.")
    draft.problem(at, message.format(found=quoted(wanted), letter=letter, given=given))
    return given


def _free(draft: Draft, letter: str, taken: set[str]) -> str:
    """Give the lowest number above every one that stands anywhere in the file."""
    pattern = re.compile(rf"\b{letter}(\d{{1,9}})\b")
    numbers = [int(found) for text in (*draft.lines, *taken) for found in pattern.findall(text)]
    return f"{letter}{max(numbers, default=0) + 1}"
