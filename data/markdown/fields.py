"""How one field of a part is written for people and read back: the same for tables and lists."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from data import dates
from data.language import _
from data.markdown import days
from data.part import Value

V = TypeVar("V", bound=Value)

Values = dict[str, Any]
"""The fields of a part by name, as they go into its model."""


class Field(NamedTuple, Generic[V]):
    """A field with its title in a table or a list.

    `show` gives its text, `read` its values or ValueError, which says that it is not what was
    `expected` (bokmål, to be translated). `blank` is shown where nothing is set. `always` has its
    column even when every cell is empty; `titles` are other words that people use for it.
    """

    title: str
    name: str
    show: Callable[[V], str]
    read: Callable[[str], Values]
    expected: str = ""
    blank: str = ""
    always: bool = False
    titles: tuple[str, ...] = ()


def by_title(fields: tuple[Field[V], ...]) -> dict[str, Field[V]]:
    """Give fields by every title they may have, in small letters."""
    return {title.casefold(): one for one in fields for title in (one.title, *one.titles)}


def text(title: str, name: str, *titles: str, always: bool = False) -> Field[Any]:
    """Give a field that holds text."""
    return Field(
        title, name, lambda part: getattr(part, name), lambda words: {name: words}, "", "", always, titles
    )


def date(title: str, name: str, *titles: str, always: bool = False, long: bool = False) -> Field[Any]:
    """Give a field that holds a date, in figures or, when `long`, in words."""
    write = dates.written if long else dates.in_table

    def show(part: Value) -> str:
        day: dt.date | None = getattr(part, name)
        return write(day) if day else ""

    return Field(title, name, show, lambda words: {name: days.day(words)}, DATE, "", always, titles)


DATE = "en dato, som 24.11.2026"
TIME = "et klokkeslett, som 09:00"
NUMBER = "et helt tall"

_YES = "ja"
_YES_OR_NO = (_YES, "nei")

_NUMBER = re.compile(r"(-?\d{1,9})(?:\s*(?:min\.?|minutt(?:er)?))?$", re.IGNORECASE)


def number_of(words: str) -> int:
    """Give a whole number, of minutes or anything else. Raises ValueError for what is none."""
    if not (found := _NUMBER.match(words)):
        raise ValueError
    return int(found[1])


def time(title: str, name: str, *titles: str) -> Field[Any]:
    """Give a field that holds a time of day."""

    def show(part: Value) -> str:
        moment: dt.time | None = getattr(part, name)
        return dates.clock_text(moment) if moment else ""

    return Field(title, name, show, lambda words: {name: days.time(words)}, TIME, "", False, titles)


def flag(title: str, name: str, *titles: str) -> Field[Any]:
    """Give a field that holds a yes or a no, of which only the yes is written."""
    return Field(
        title,
        name,
        lambda part: _YES if getattr(part, name) else "",
        lambda words: {name: _YES_OR_NO.index(words.casefold()) == 0},
        " / ".join(_YES_OR_NO),
        titles=titles,
    )


def choice(
    title: str, name: str, choices: type[StrEnum], *titles: str, blank: str = "", always: bool = False
) -> Field[Any]:
    """Give a field that holds one of some words; `blank` is the one that says nothing."""
    words = _words(choices)

    def show(part: Value) -> str:
        chosen: StrEnum | None = getattr(part, name)
        return chosen.value if chosen else ""

    return Field(
        title,
        name,
        show,
        lambda found: {name: chosen(words, found)},
        " / ".join(choices),
        blank,
        always,
        titles,
    )


def chosen(words: Mapping[str, StrEnum], found: str) -> StrEnum:
    """Give the word that was chosen. Raises ValueError for one that is not among them."""
    try:
        return words[found.casefold()]
    except KeyError:
        raise ValueError from None


@cache
def _words(choices: type[StrEnum]) -> dict[str, StrEnum]:
    return {word.value.casefold(): word for word in choices}


def expected(one: Field[V], error: ValueError) -> str:
    """Give what was expected in a field where reading it failed."""
    return str(error) if isinstance(error, days.ExpectedError) else _(one.expected)


def raw_or_shown(one: Field[V], part: V, kept: str) -> str:
    """Give a field's text; what stood there and was not understood stands until something is set."""
    shown = one.show(part)
    return kept if kept and shown == one.blank else shown
