"""What rows of tables are known by: the group's own numbers, M1 and T14, and names."""

from __future__ import annotations

import re

from data.clean import clean_line
from data.language import _
from data.markdown.draft import Draft, quoted
from data.markdown.tables import Row

_NUMBER = re.compile(r"([^\W\d]{0,3})[ .-]?(\d{1,9})\.?$")


def number(letter: str, text: str) -> str:
    """Give a number as the group writes it: "14" and "t14" are T14; other words stand as they are."""
    line = clean_line(text)
    found = _NUMBER.match(line)
    return f"{letter}{found[2]}" if found and found[1].upper() in {"", letter} else line


def settle(draft: Draft, row: Row, letter: str, name: str, taken: set[str]) -> None:
    """Give a row its number, a new one where there is none or another row has it.

    What stands in place of a number and is none leads the text of the field `name`.
    """
    wanted = number(letter, row.values.get("id", ""))
    if wanted and not _NUMBER.match(wanted):
        row.values[name] = f"{wanted} {row.values.get(name, '')}"
        wanted = ""
    given = wanted if wanted and wanted not in taken else _free(draft, letter, taken)
    if wanted != given:
        twice = _("Nummeret {found} står to ganger. Denne raden har fått {given}.")
        missing = _("Raden mangler nummer, som {letter}1. Den har fått {given}.")
        told = (twice if wanted else missing).format(found=quoted(wanted), letter=letter, given=given)
        draft.problem(row.at, told)
    row.values["id"] = given
    taken.add(given)


def settle_name(draft: Draft, row: Row, default: str, taken: set[str]) -> None:
    """Give a row that is known by a name one of its own, also where another row has it."""
    name = given = clean_line(row.values.get("id", default))
    again = 2
    while given in taken:
        given = f"{name} ({again})"
        again += 1
    if given != name:
        message = _("«{found}» står to ganger. Denne raden heter nå «{given}».")
        draft.problem(row.at, message.format(found=quoted(name), given=quoted(given)))
    row.values["id"] = given
    taken.add(given)


def _free(draft: Draft, letter: str, taken: set[str]) -> str:
    """Give the lowest number above every one that stands anywhere in the file."""
    if letter not in draft.highest:
        pattern = re.compile(rf"\b{letter}(\d{{1,9}})\b")
        numbers = [int(found) for text in (*draft.lines, *taken) for found in pattern.findall(text)]
        draft.highest[letter] = max(numbers, default=0)
    draft.highest[letter] += 1
    return f"{letter}{draft.highest[letter]}"
