"""TOML taken apart line by line: where each key stands, and all that cannot be read, not only the first.

The parser of the standard library names no lines but that of the first fault. So a file is read as the
statements that it is made of, each by the parser, and then as a whole without the faulty ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from data.language import _
from data.table import Mistake, Mistakes, Path, quoted

_BEGINS = re.compile(r"\s*(?:\[|[\w\"'.-]+\s*=)")
"""How a line begins where a statement may; blank lines and comments may stand inside a list too."""

_ITEM = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*')\s*(,?)\s*(?:#.*)?")
"""A line of a list of texts, and whether a comma ends it."""

_NO_ITEM = re.compile(r"\s*(?:\].*|#.*)?")
"""A line inside a list that is none of it."""

_LIKE_DATE = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}")
_LIKE_FLAG = re.compile(r"(?:ja|nei|sant|usant|true|false|på|av)", re.IGNORECASE)
_LIKE_NUMBER = re.compile(r"[+-]?[0-9][0-9 .,]*[a-zæøå]*", re.IGNORECASE)

_KEY = re.compile(r"\s*([\w-]+)\s*=(.*)")
"""A statement with a plain key: the key, and what stands after it on its line."""


class _Statement(NamedTuple):
    """The head of a table, or a key with its value. `values` is None where it cannot be read."""

    line: int
    text: str
    values: dict[str, Any] | None

    @property
    def is_head(self) -> bool:
        return self.text.lstrip().startswith("[")


class Apart:
    """A file taken apart: `text` with what cannot be read left out, and what the `mistakes` are."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self.mistakes = Mistakes(lambda: self.lines)
        self._table: Path = ()
        self._is_read = True
        self._counts: dict[Path, int] = {}
        # A statement that is left out still takes up its lines, so that those after it keep theirs.
        self.text = "".join(
            each.text if self._takes(each) else "\n" * each.text.count("\n") for each in _statements(text)
        )

    def _takes(self, statement: _Statement) -> bool:
        """Take in a statement; whether it can be used."""
        if statement.values is None:
            if statement.is_head:
                self._table, self._is_read = (), False
            self._note_unreadable(statement)
            return False
        if statement.is_head:
            self._table = self._head(statement.values, statement.line)
            self._is_read = self._is_first(self._table, statement.line)
            return self._is_read
        if not self._is_read:
            return False
        paths = [(*self._table, *path) for path in _leaves(statement.values)]
        are_first = [self._is_first(path, statement.line) for path in paths]
        return all(are_first)

    def _head(self, values: dict[str, Any], line: int) -> Path:
        """Give the path of the table that a head begins; of tables in a list, the last begun counts."""
        path: Path = ()
        inner: Any = values
        while isinstance(inner, dict) and inner:
            name, inner = next(iter(inner.items()))
            path = (*path, name)
            if isinstance(inner, list):
                self._counts[path] = self._counts.get(path, -1) + 1
                self.lines.setdefault(path, line)
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _is_first(self, path: Path, line: int) -> bool:
        """Note where a path stands; whether it stood nowhere before."""
        first = self.lines.setdefault(path, line)
        if first != line:
            message = _("Står også på linje {line}. Behold bare den ene.").format(line=first)
            self.mistakes.add(Mistake(line, quoted(str(path[-1])), message))
        return first == line

    def _note_unreadable(self, statement: _Statement) -> None:
        """Note what stands in a statement that is no TOML, and what should."""
        key = _KEY.match(statement.text)
        if key is None:
            found = statement.text.strip().partition("\n")[0]
            expected = _("[navn] eller [[navn]]") if statement.is_head else _("nøkkel = verdi")
            self.mistakes.add(Mistake.between(statement.line, "", f"«{quoted(found)}»", expected))
            return
        self.mistakes.told.add((*self._table, key[1]))
        where, found, expected = self._where(key[1]), key[2].strip(), _like_what(key[2].strip())
        line = statement.line
        if not key[1].isascii():
            found, expected = key[1], _("en nøkkel av bokstavene a til z")
        elif found == "[" and (item := _faulty_item(statement)):
            line, found, expected = item[0], item[1], _('en tekst i "hermetegn", og et komma bak den')
        self.mistakes.add(Mistake.between(line, where, f"«{quoted(found)}»", expected))

    def _where(self, key: str) -> str:
        """Give a key led by the table it stands in, tables of a list counted from 1: «krav 2, deler»."""
        where = ""
        for part in self._table:
            where += f" {part + 1}" if isinstance(part, int) else f"{', ' if where else ''}{part}"
        return f"{where}, {key}" if where else key


def _statements(text: str) -> Iterator[_Statement]:
    """Give the statements of a file in order; blank lines and comments are statements that say nothing."""
    lines = [f"{line}\n" for line in text.split("\n")]
    start = 0
    while start < len(lines):
        end, values = _statement(lines, start)
        yield _Statement(start + 1, "".join(lines[start:end]), values)
        start = end


def _statement(lines: list[str], start: int) -> tuple[int, dict[str, Any] | None]:
    """Give where the statement that begins at a line ends, and what it says, None for what is no TOML.

    It goes on as long as the parser asks for more: a list or a text may take several lines. What
    never ends is cut off where the next statement seems to begin.
    """
    for end in range(start + 1, len(lines) + 1):
        try:
            return end, tomllib.loads("".join(lines[start:end]))
        except (ValueError, RecursionError) as error:
            if "end of document" not in str(error):
                break
    begins = (n for n in range(start + 1, len(lines)) if _BEGINS.match(lines[n]))
    return next(begins, len(lines)), None


def _faulty_item(statement: _Statement) -> tuple[int, str] | None:
    """Give the line of a list of texts that is no item of one, and what stands there; None if all are."""
    lines = enumerate(statement.text.split("\n")[1:], statement.line + 1)
    items = [(line, text) for line, text in lines if not _NO_ITEM.fullmatch(text)]
    for line, text in items:
        item = _ITEM.fullmatch(text)
        if item is None or (not item[1] and line != items[-1][0]):
            return line, text.strip()
    return None


def _like_what(found: str) -> str:
    """Give what should stand where something like it cannot be read."""
    if _LIKE_DATE.fullmatch(found):
        return _("en dato som 2026-11-24, uten hermetegn")
    if _LIKE_FLAG.fullmatch(found):
        return _("true eller false")
    if _LIKE_NUMBER.fullmatch(found):
        return _("et helt tall alene, uten komma")
    if found.startswith(("«", "“", "”", "„", "‘", "’")):
        return _('en tekst i rette "hermetegn"')
    return _('en tekst i "hermetegn", et tall, en dato, true, false eller en liste i [ ]')


def _leaves(values: Mapping[str, Any]) -> Iterator[Path]:
    """Give the path of each value under some keys."""
    for key, value in values.items():
        if isinstance(value, dict) and value:
            yield from ((key, *path) for path in _leaves(value))
        else:
            yield (key,)
