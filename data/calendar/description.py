"""What the description of an invitation says that belongs in an innkalling: the purpose and the saksliste."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from typing import NamedTuple

from data.clean import clean_line, clean_prose

LONGEST = 20_000
"""Characters of a description that are looked through; the rest is some program's own."""
MOST_ITEMS = 50

_TAGS = re.compile(r"<\s*(?:(/)\s*)?(\w+)[^<>]{0,2000}>")
_BLOCKS = frozenset({"br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3"})
_CUT = re.compile(r"(?:_{8,}|-{10,}|={10,}|-::~|\*~\*|Microsoft Teams|Bli med (?:i|på) )", re.IGNORECASE)
_LIST = re.compile(r"(?:saksliste|saker|agenda|dagsorden|program)\s*:?\s*(.*)", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:hensikt(?:en)?|formål(?:et)?)(?: med møtet)?\s*:\s*(.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:sak\s+)?\d{1,2}(?:/\d{2,4})?\s*[.):]\s*(.+)", re.IGNORECASE)
_BULLET = re.compile(r"[-*•–·]\s+(.+)")
_MINUTES = re.compile(r"\s*[(\[]?\b(\d{1,3})\s*(?:min\.?|minutter)\b[)\]]?\s*$", re.IGNORECASE)


class Item(NamedTuple):
    """A matter of the saksliste; `minutes` is 0 where it is not said."""

    title: str
    minutes: int


class Told(NamedTuple):
    """The purpose, "" for none, and the matters."""

    purpose: str
    items: tuple[Item, ...]


def told(description: str) -> Told:
    """Give what a description tells; what programs put below a line of their own is no part of it."""
    purpose: list[str] = []
    items: list[Item] = []
    listing = after_purpose = False
    for line in _lines(description):
        if _CUT.match(line):
            break
        if found := _LIST.fullmatch(line):
            listing, after_purpose = True, False
            items += [_item(found[1])] if found[1] else []
        elif found := _PURPOSE.fullmatch(line):
            purpose.append(found[1])
            listing, after_purpose = False, True
        elif found := _NUMBERED.fullmatch(line) or _BULLET.fullmatch(line):
            items.append(_item(found[1]))
            after_purpose = False
        elif not line:
            listing = listing and not items
            after_purpose = after_purpose and not any(purpose)
        elif after_purpose:
            purpose.append(line)
        elif listing:
            items.append(_item(line))
    return Told(clean_prose("\n".join(purpose)), tuple(item for item in items if item.title)[:MOST_ITEMS])


def _lines(description: str) -> list[str]:
    """Give the lines of a text, or of the HTML that some programs write in its place."""
    text = description[:LONGEST]
    if _TAGS.search(text):
        text = _TAGS.sub(_tag, text)
        with suppress(ValueError):  # a letter's number of more digits than a number may have
            text = html.unescape(text)
    return [clean_line(line) for line in text.splitlines()]


def _tag(found: re.Match[str]) -> str:
    name = found[2].lower()
    if name == "li" and not found[1]:
        return "\n- "
    return "\n" if name in _BLOCKS else ""


def _item(text: str) -> Item:
    minutes = _MINUTES.search(text)
    title = clean_line(text[: minutes.start()] if minutes else text).rstrip(" ,–-:")
    return Item(title, int(minutes[1]) if minutes else 0)
