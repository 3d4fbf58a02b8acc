"""A table of settings read with care: all that is wrong is told by line, key, found and expected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from data.clean import clean_line
from data.language import _

LONGEST_QUOTE = 40
"""The characters shown of what stood in a file."""

MOST_TOLD = 5
"""The mistakes of a file that one message holds; «malstyrt sjekk» tells all."""

Path = tuple[str | int, ...]
"""Where a value stands: keys from the top of the file, and numbers from 0 in lists of tables."""


class Mistake(NamedTuple):
    """Something in a file that cannot be used.

    `line` counts from 1; 0 is the file as a whole. `key` says where in words, "" for no key.
    """

    line: int
    key: str
    message: str

    @classmethod
    def between(cls, line: int, key: str, found: str, expected: str, meant: str = "") -> Mistake:
        """Give the mistake that something else stood there than was expected, and what was `meant` by it."""
        message = _("Der står {found}, men det skulle vært {expected}.").format(
            found=found, expected=expected
        )
        if meant:
            message += " " + _("Mente du «{meant}»?").format(meant=meant)
        return cls(line, key, message)

    def __str__(self) -> str:
        """Give the mistake in words, without its line."""
        return f"{self.key}: {self.message}" if self.key else self.message


class TableError(Exception):
    """All that is wrong in a file; whoever knows the file adds its name."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(map(str, self.mistakes)))

    def words(self, file: str) -> str:
        """Give the first mistakes in words, a line each, led by the name of the file and the line in it."""
        lines = [_led(file, one) for one in self.mistakes[:MOST_TOLD]]
        if more := len(self.mistakes) - len(lines):
            lines.append(_("… og {n} til.").format(n=more))
        return "\n".join(lines)


def _led(file: str, mistake: Mistake) -> str:
    """Give a mistake in words, led by where it stands."""
    if not mistake.line:
        return f"{file}: {mistake}"
    return _("{file}, linje {line}: {mistake}").format(file=file, line=mistake.line, mistake=mistake)


class Mistakes:
    """What is wrong in one file, gathered while its tables are read.

    `lines` is asked for the line of each path once something is wrong. The paths in `told` are told of
    already, so nothing more is said of them.
    """

    def __init__(self, lines: Callable[[], Mapping[Path, int]]) -> None:
        self._lines = lines
        self._found: list[Mistake] = []
        self.told: set[Path] = set()

    def __iter__(self) -> Iterator[Mistake]:
        """Give the mistakes in the order of the file."""
        return iter(sorted(self._found, key=lambda one: one.line))

    def add(self, mistake: Mistake) -> None:
        """Note a mistake."""
        self._found.append(mistake)

    def note(self, path: Path, key: str, found: str, expected: str, meant: str = "") -> None:
        """Note that something else stood at a path than was expected, and what may be `meant` by it."""
        if path not in self.told:
            self.told.add(path)
            self.add(Mistake.between(self._line(path), key, found, expected, meant))

    def _line(self, path: Path) -> int:
        """Give the line of a path, or of the nearest table round it; the top of a file is line 1."""
        lines = self._lines()
        while path and path not in lines:
            path = path[:-1]
        return lines.get(path, 1)


class TableReader:
    """Reads the keys of one table and knows which were asked for.

    What is wrong is noted in `mistakes`, and something harmless is given instead, so that the rest can
    be read; `settle` raises them at the end. `path` is where the table stands, `where` leads its keys.
    """

    def __init__(
        self, values: Mapping[str, Any], mistakes: Mistakes | None = None, path: Path = (), where: str = ""
    ) -> None:
        self.mistakes = mistakes or Mistakes(dict)
        self._values = values
        self._path = path
        self._where = where
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        """Whether anything stands at a key."""
        return key in self._values

    def settle(self) -> None:
        """Raise TableError when anything was wrong in the file."""
        if found := tuple(self.mistakes):
            raise TableError(found)

    def text(self, key: str, *, default: str | None = None) -> str:
        """Read a line of text that is not empty, cleaned."""
        value = self._get(key, default)
        if isinstance(value, str) and (value == default or clean_line(value)):
            return clean_line(value)
        self.wrong(key, _("en tekst"))
        return default or ""

    def number(self, key: str, *, most: int, least: int = 0, default: int | None = None) -> int:
        """Read a whole number from `least` up to `most`."""
        value = self._get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.wrong(key, _("et helt tall fra {least} til {most}").format(least=least, most=most))
        return least

    def day(self, key: str) -> dt.date:
        """Read a date."""
        value = self._get(key, None)
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        self.wrong(key, _("en dato som 2026-11-24, uten hermetegn"))
        return dt.date.min

    def flag(self, key: str) -> bool:
        """Read a yes or no; no when it is not there."""
        value = self._get(key, default=False)
        if isinstance(value, bool):
            return value
        self.wrong(key, _("true eller false"))
        return False

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Read a list of lines, cleaned; at least one when `required`, else none when it is not there."""
        value = self._get(key, ())
        is_list = isinstance(value, list | tuple) and all(isinstance(line, str) for line in value)
        lines = tuple(clean_line(line) for line in value) if is_list else ()
        if not is_list or (required and not any(lines)):
            self.wrong(key, _("en liste med tekster"))
        return lines

    def choice(self, key: str, choices: Sequence[str], *, default: str | None = None) -> str:
        """Read one of some words."""
        value = self._get(key, default)
        if isinstance(value, str) and value in choices:
            return value
        self.wrong(key, _("en av {choices}").format(choices=", ".join(choices)), nearest=choices)
        return default or choices[0]

    def choices(self, key: str, choices: Sequence[str], *, required: bool = False) -> tuple[str, ...]:
        """Read a list of some words, each once; at least one when `required`."""
        value = self._get(key, ())
        expected = _("en liste med noen av {choices}").format(choices=", ".join(choices))
        if not isinstance(value, list | tuple) or (required and not value):
            self.wrong(key, expected)
            return ()
        if strange := [one for one in value if one not in choices]:
            self.wrong(key, expected, found=strange[0], nearest=choices)
        elif len(set(value)) < len(value):
            self.wrong(key, _("en liste der hvert ord står én gang"))
        return tuple(dict.fromkeys(one for one in value if one in choices))

    def tables(self, key: str, word: str) -> Iterator[TableReader]:
        """Read a list of at least one table; mistakes in them say `word` and their number, from 1."""
        value = self._get(key, None)
        if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
            self.wrong(key, _("minst én [[{key}]]").format(key=key))
            value = []
        for number, table in enumerate(value):
            path = (*self._path, key, number)
            yield TableReader(table, self.mistakes, path, f"{word} {number + 1}, ")

    def table(self, key: str, *, required: bool = False) -> TableReader | None:
        """Read a table; None when it is not there. Mistakes in it are led by its key."""
        value = self._get(key, None)
        if isinstance(value, dict):
            return TableReader(value, self.mistakes, (*self._path, key), f"{self._where}{quoted(key)}, ")
        if value is not None or required:
            self.wrong(key, _("en tabell som begynner med [{key}]").format(key=key))
        return None

    def nothing_else(self) -> None:
        """Note the keys that were never asked for: most often a slip of the pen."""
        names = ", ".join(self._known)
        for key in self._values:
            if key not in self._known:
                left = [name for name in self._known if name not in self._values]
                self.wrong(key, _("en av nøklene {names}").format(names=names), found=key, nearest=left)

    def wrong(self, key: str, expected: str, *, found: object = None, nearest: Sequence[str] = ()) -> None:
        """Note what stood at a key (or what is `found` there) and what was expected.

        Of the words in `nearest`, one that is like what stood there is proposed.
        """
        found = self._values.get(key) if found is None else found
        path = (*self._path, key)
        meant = _like(found, nearest) if isinstance(found, str) else ""
        self.mistakes.note(path, f"{self._where}{quoted(key)}", _shown(found), expected, meant)

    def is_wrong(self, key: str) -> bool:
        """Whether something wrong was noted of a key: what stands there is not known."""
        return (*self._path, key) in self.mistakes.told

    def _get(self, key: str, default: Any) -> Any:  # noqa: ANN401 - TOML gives values of any type
        """Give what stands at a key, which is known from now on."""
        self._known.append(key)
        return self._values.get(key, default)


def quoted(text: str) -> str:
    """Give a short, clean piece of what a person wrote."""
    line = clean_line(text)
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def _like(word: str, words: Sequence[str]) -> str:
    """Give the one of some words that is most like what somebody wrote, "" where none is."""
    import difflib  # noqa: PLC0415 - most files have nothing wrong in them

    by_letters = {each.casefold(): each for each in words}
    close = difflib.get_close_matches(word[:LONGEST_QUOTE].casefold(), by_letters, n=1)
    return by_letters[close[0]] if close else ""


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
        return f"[{quoted(', '.join(str(one) for one in value[:LONGEST_QUOTE]))}]"
    return f"«{quoted(str(value))}»"
