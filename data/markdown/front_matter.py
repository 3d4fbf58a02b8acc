"""The front matter: the few facts that a machine needs and no reader does.

Each scalar is written between double quotes. People's own keys and remarks are kept as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from data.clean import clean_line
from data.language import _
from data.markdown.draft import Draft, quoted

VERSION = "1"
"""The version of the layout that we write."""

FRONT = "front"
RULE = "---"
LONGEST_VALUE = 1000
"""The characters of a value written in another way than ours that we look into."""

_ENDS = frozenset({RULE, "..."})
_KEY = re.compile(r"""["']?([^\s"'#:\[\]{},&*!|>%@`-][^\s"':]*)["']?\s*:(?:\s|$)""")
_AS_WE_WRITE = re.compile(r"""[^:]+:[ \t]+"([^"\\]*(?:\\["\\][^"\\]*)*)"$""")
_ESCAPED = re.compile(r"""\\(["\\])""")
_BODY = re.compile(
    r"##|# *(?:innkalling|utkast|referat|samarbeidsgruppe|ansvarsgruppe)|- \*\*", re.IGNORECASE
)
_VERSION_KEY = "malstyrt"


class Keys(NamedTuple):
    """The keys that a kind of document has after the version, and the words that some may hold."""

    own: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @property
    def names(self) -> tuple[str, ...]:
        """Every key in the order they are written."""
        return (_VERSION_KEY, *self.own)


class Chunk(NamedTuple):
    """A key with the lines that belong to it, "" for what stands before any."""

    key: str
    at: int
    lines: list[str]


def write(values: Mapping[str, str], kept: Mapping[str, str]) -> str:
    """Give the front matter with its rules. `values` are by key, without the version."""
    lines = [RULE, *_added(kept, "")]
    for key, value in {_VERSION_KEY: VERSION, **values}.items():
        lines += [f"{key}: {_quote(value)}", *_added(kept, key)]
    return "\n".join([*lines, RULE])


def _added(kept: Mapping[str, str], key: str) -> list[str]:
    """Give what people put after a key."""
    text = kept.get(f"{FRONT}/{key}")
    return [text] if text else []


def _quote(value: str) -> str:
    """Give a scalar between double quotes."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read(draft: Draft, keys: Keys) -> int:
    """Read the front matter and give the first line after it, 0 where there is none."""
    start = _start(draft)
    if start is None:
        return 0
    end = _end(draft, start)
    after = ""
    for chunk in _chunks(draft.lines[:end], start, keys):
        if chunk.key in keys.names and chunk.key not in draft.front:
            after = chunk.key
            _take(draft, chunk, keys)
        elif chunk.key in keys.names:
            draft.problem(chunk.at, _("«{key}» står to ganger. Den første er brukt.").format(key=chunk.key))
            _keep(draft, after, _remark(chunk))
        else:
            _tell_of_a_key_of_their_own(draft, chunk, keys)
            _keep(draft, after, "\n".join(chunk.lines))
    return end + 1 if end < len(draft.lines) and draft.lines[end].rstrip() in _ENDS else end


def _start(draft: Draft) -> int | None:
    """Give the first line within the front matter, None where there is none."""
    first = draft.lines[0].rstrip()
    if first == RULE:
        return 1
    if not first.startswith(f"{_VERSION_KEY}:"):
        return None
    draft.problem(0, _("Innledningen mangler linjen --- foran seg."))
    return 0


def _end(draft: Draft, start: int) -> int:
    """Give the line after the last of the front matter; without its rule it goes on while lines look so."""
    for at in range(start, len(draft.lines)):
        if draft.lines[at].rstrip() in _ENDS:
            return at
        if _BODY.match(draft.lines[at]):
            break
    draft.problem(0, _("Innledningen mangler linjen --- etter seg."))
    at = start
    while at < len(draft.lines) and _KEY.match(draft.lines[at]):
        at += 1
    return at


def _chunks(lines: list[str], start: int, keys: Keys) -> list[Chunk]:
    """Give the keys of the outermost level from a line on, each with the lines under it."""
    found: list[Chunk] = []
    for at, line in enumerate(lines[start:], start):
        key = _KEY.match(line)
        if key or not found:
            found.append(Chunk(key[1] if key else "", at, [line]))
        elif line.startswith("#") and found[-1].key in keys.names:
            found.append(Chunk("", at, [line]))
        else:
            found[-1].lines.append(line)
    return found


def _tell_of_a_key_of_their_own(draft: Draft, chunk: Chunk, keys: Keys) -> None:
    """Say that a key means nothing here: a slip of the pen looks just like a key of people's own."""
    if chunk.key:
        message = _("Nøkkelen «{key}» brukes ikke, og blir stående. Ventet {expected}.")
        draft.problem(chunk.at, message.format(key=quoted(chunk.key), expected=" / ".join(keys.own)))


def _take(draft: Draft, chunk: Chunk, keys: Keys) -> None:
    """Put a value where it belongs; one that is not understood stays as a remark."""
    draft.place(f"{FRONT}/{chunk.key}", chunk.at)
    value = _scalar(chunk.lines)
    expected = _expected(chunk.key, value, keys)
    draft.front[chunk.key] = clean_line(value or "")
    if expected:
        found = quoted("\n".join(chunk.lines))
        message = _("Her står «{found}», men det skulle stått {expected}.")
        draft.problem(chunk.at, message.format(found=found, expected=expected))
        draft.front[chunk.key] = ""
        _keep(draft, chunk.key, _remark(chunk))


def _expected(key: str, value: str | None, keys: Keys) -> str:
    """Give what should have stood at a key, "" when it does."""
    if value is None:
        return _("én tekst mellom anførselstegn")
    if key == _VERSION_KEY and value != VERSION:
        return f'{_VERSION_KEY}: "{VERSION}"'
    if key in keys.words and value not in keys.words[key]:
        return " / ".join(keys.words[key])
    return ""


def _scalar(lines: list[str]) -> str | None:
    """Give the text of a key's value, None when it is anything but one text."""
    if found := _AS_WE_WRITE.match(lines[0].rstrip()):
        return _ESCAPED.sub(r"\1", found[1]) if not any(line.strip() for line in lines[1:]) else None
    text = "\n".join(lines)
    return _parsed(text) if len(text) <= LONGEST_VALUE else None


def _parsed(text: str) -> str | None:
    """Give the text of a value that is written in a way we do not write, read with a parser."""
    import yaml  # noqa: PLC0415 - only files edited by hand need it, and it is slow to load

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        read_values = yaml.load(text, Loader=loader)  # noqa: S506 - BaseLoader makes nothing but texts
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    values = list(read_values.values()) if isinstance(read_values, dict) else []
    return values[0] if len(values) == 1 and isinstance(values[0], str) else None


def _remark(chunk: Chunk) -> str:
    """Give a key that cannot be used as a remark, so that it stands there and counts for nothing."""
    return "\n".join(f"# {line}" if line.strip() else line for line in chunk.lines)


def _keep(draft: Draft, after: str, text: str) -> None:
    """Keep lines of people's own, which hold more than blanks, right after each other."""
    if text.strip():
        path = f"{FRONT}/{after}"
        before = draft.kept.pop(path, [])
        draft.keep(path, "\n".join([*before, text]))
