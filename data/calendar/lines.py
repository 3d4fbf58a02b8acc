"""The lines of a calendar file: unfolded, each a name with parameters and a value, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

LONGEST = 75
"""Bytes of a line before it is folded (RFC 5545, 3.1)."""

DEEPEST = 20
"""Components within each other that are looked into; a meeting's alarm is the third."""

_FOLD = re.compile(rb"\r?\n[ \t]")
_LINE = re.compile(r'([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^;:",]*)(?:,(?:"[^"]*"|[^;:",]*))*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([\w-]+)=("[^"]*"|[^;:"]*)')
_ESCAPED = re.compile(r"\\(.)")
_CARET = re.compile(r"\^([n'^])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `name` and the names of the parameters are in capitals; `at` counts from 1."""

    name: str
    value: str
    at: int
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as text: a list's commas and escapes as people read them."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END: lines, and components within."""

    name: str
    at: int
    entries: list[Entry] = field(default_factory=list)
    within: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Entry | None:
        """Give the first line of a name."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> list[Entry]:
        """Give every line of a name."""
        return [entry for entry in self.entries if entry.name == name]

    def each(self, name: str) -> Iterator[Component]:
        """Give every component of a name within, however deep."""
        for component in self.within:
            if component.name == name:
                yield component
            yield from component.each(name)


def components(data: bytes) -> Component:
    """Give what a file holds. Lines that are none are passed over; what is not closed ends with the file."""
    top = Component("", 1)
    open_ones = [top]
    for at, line in _unfolded(data):
        entry = _entry(line, at)
        if entry is None:
            continue
        if entry.name == "BEGIN":
            if len(open_ones) > DEEPEST:
                continue
            inner = Component(entry.value.strip().upper(), at)
            open_ones[-1].within.append(inner)
            open_ones.append(inner)
        elif entry.name == "END":
            names = [component.name for component in open_ones]
            if (ended := entry.value.strip().upper()) in names[1:]:
                del open_ones[len(names) - 1 - names[::-1].index(ended) :]
        else:
            open_ones[-1].entries.append(entry)
    return top


def _unfolded(data: bytes) -> Iterator[tuple[int, str]]:
    """Give each line with its number in the file; a letter may have been folded in two."""
    at = 1
    folded = data.removeprefix(b"\xef\xbb\xbf")
    for line in re.split(rb"\r?\n(?![ \t])", folded):
        yield at, _decoded(_FOLD.sub(b"", line))
        at += 1 + line.count(b"\n")


def _decoded(line: bytes) -> str:
    """Give a line as text; old programs write it as Windows does."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _entry(line: str, at: int) -> Entry | None:
    found = _LINE.match(line)
    if found is None:
        return None
    parameters = {name.upper(): _unquoted(value) for name, value in _PARAMETER.findall(found[2])}
    return Entry(found[1].upper(), found[3], at, parameters)


def _unquoted(value: str) -> str:
    """Give a parameter's text (RFC 6868 has signs for what may not stand there)."""
    return _CARET.sub(lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], value.strip('"'))


def escaped(text: str) -> str:
    """Give text as a value has it."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", r"\n")


def folded(lines: Iterable[str]) -> str:
    """Give lines as a file has them: none above LONGEST bytes, no letter cut in two."""
    return "".join(f"{part}\r\n" for line in lines for part in _folds(line))


def _folds(line: str) -> Iterator[str]:
    lead = ""
    while len((lead + line).encode()) > LONGEST:
        cut = len((lead + line).encode()[:LONGEST].decode(errors="ignore")) - len(lead)
        yield lead + line[:cut]
        line, lead = line[cut:], " "
    yield lead + line
