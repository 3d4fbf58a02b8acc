"""A table of settings read with care: what is wrong is told by key, found and expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.clean import clean_line
from data.language import _

LONGEST_QUOTE = 40
"""The characters shown of what stood in a file."""


class TableError(Exception):
    """What is wrong in a table, in words for people; whoever knows the file adds its name."""


class TableReader:
    """Reads the keys of one table and knows which were asked for. `where` leads the error."""

    def __init__(self, values: Mapping[str, Any], where: str = "") -> None:
        self._values = values
        self._where = where
        self._known: list[str] = []

    def text(self, key: str, *, default: str | None = None) -> str:
        """Read a line of text that is not empty, cleaned."""
        value = self._get(key, default)
        if isinstance(value, str) and (value == default or clean_line(value)):
            return clean_line(value)
        raise self.wrong(key, _("en tekst"))

    def number(self, key: str, *, most: int) -> int:
        """Read a whole number from 0 up to `most`."""
        value = self._get(key, None)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise self.wrong(key, _("et helt tall fra 0 til {most}").format(most=most))
        return value

    def flag(self, key: str) -> bool:
        """Read a yes or no; no when it is not there."""
        value = self._get(key, default=False)
        if not isinstance(value, bool):
            raise self.wrong(key, _("true eller false"))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of lines, cleaned; none when it is not there."""
        value = self._get(key, ())
        if not isinstance(value, list | tuple) or not all(isinstance(line, str) for line in value):
            raise self.wrong(key, _("en liste med tekster"))
        return tuple(clean_line(line) for line in value)

    def choice(self, key: str, choices: Sequence[str], *, default: str | None = None) -> str:
        """Read one of some words."""
        value = self._get(key, default)
        if not isinstance(value, str) or value not in choices:
            raise self.wrong(key, _("en av {choices}").format(choices=", ".join(choices)))
        return value

    def choices(self, key: str, choices: Sequence[str], *, required: bool) -> tuple[str, ...]:
        """Read a list of some words, each once; at least one when `required`."""
        values = self.texts(key)
        if not set(values) <= set(choices) or len(set(values)) < len(values) or (required and not values):
            raise self.wrong(key, _("en liste med noen av {choices}").format(choices=", ".join(choices)))
        return values

    def tables(self, key: str, word: str) -> Iterator[TableReader]:
        """Read a list of at least one table; errors in them say `word` and their number, from 1."""
        value = self._get(key, None)
        if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
            raise self.wrong(key, _("minst én [[{key}]]").format(key=key))
        return (TableReader(table, f"{word} {number}, ") for number, table in enumerate(value, 1))

    def nothing_else(self) -> None:
        """Refuse keys that were never asked for: most often a slip of the pen."""
        for key in self._values:
            if key not in self._known:
                names = ", ".join(self._known)
                raise self.wrong(key, _("en av nøklene {names}").format(names=names), found=key)

    def wrong(self, key: str, expected: str, *, found: object = None) -> TableError:
        """Give the error that says what stood at a key and what was expected there."""
        found = self._values.get(key) if found is None else found
        message = _("{where}{key}: Der står {found}, men det skulle vært {expected}.")
        return TableError(
            message.format(where=self._where, key=_quote(key), found=_shown(found), expected=expected)
        )

    def _get(self, key: str, default: Any) -> Any:  # noqa: ANN401 - TOML gives values of any type
        """Give what stands at a key, which is known from now on."""
        self._known.append(key)
        return self._values.get(key, default)


def _shown(value: object) -> str:
    """Give the words for what stood in a file."""
    if value is None:
        return _("ingenting")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return _("en tabell")
    if isinstance(value, list | tuple):
        if any(isinstance(one, dict | list) for one in value):
            return _("en liste med noe annet i")
        return f"[{_quote(', '.join(str(one) for one in value[:LONGEST_QUOTE]))}]"
    return f"«{_quote(str(value))}»"


def _quote(text: str) -> str:
    """Give a short, clean piece of what a person wrote."""
    line = clean_line(text)
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"
