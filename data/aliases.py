"""What a group may be called: an alias or initials, never a child's full name."""

from __future__ import annotations

import re
from collections.abc import Collection

from data.clean import clean_line
from data.language import _

_WORDS = ("SOL", "ELV", "FJELL", "HAV", "SKOG", "VIND", "BRE", "FOSS", "HEI", "LYNG", "RØR", "STRAND")
"""Words that tell nothing of anybody."""

_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_DIGITS = re.compile(r"\d[\d .-]{4,}\d")


def propose(name: str, taken: Collection[str]) -> str:
    """Give an alias that no group has: initials of a name, or for no name words that tell nothing.

    `taken` are the aliases that groups have.
    """
    used = {alias.casefold() for alias in taken}
    initials = "".join(word[0].upper() for word in _NAME.findall(clean_line(name)))
    if initials:
        return next(one for one in _numbered(initials, first=initials) if one.casefold() not in used)
    word = _WORDS[len(used) % len(_WORDS)]
    return next(one for one in _numbered(word) if one.casefold() not in used)


def _numbered(word: str, first: str = "") -> list[str]:
    """Give more aliases of one word than there are groups."""
    return [*([first] if first else []), *(f"{word}-{number}" for number in range(1, 10_000))]


def objection(alias: str) -> str:
    """Say in bokmål why an alias is no good one, "" when it is."""
    line = clean_line(alias)
    if not line:
        return _("Gruppen må hete noe. Bruk et alias eller initialer.")
    if _DIGITS.search(line):
        return _("Dette ser ut som et fødselsnummer eller en dato. Bruk et alias eller initialer.")
    if looks_like_a_name(line):
        return _(
            "Dette ser ut som et fullt navn. Bruk et alias eller initialer, for eksempel {alias}."
        ).format(alias=propose(line, ()))
    return ""


def looks_like_a_name(alias: str) -> bool:
    """Whether an alias seems to be somebody's full name: two words or more that begin as names do.

    "Per Prøve" and "per prøve" do; "SOL 7", "Gruppe 3" and "PP" do not.
    """
    words = clean_line(alias).split()
    named = [word for word in words if _NAME.fullmatch(word) and len(word) > 1 and not word.isupper()]
    return len(named) >= 2 and len(named) == len(words)
