"""The head of a document, read without a parser: what a list of documents shows.

Home lists the archive before any model is loaded, so this knows the few lines it needs by itself;
a test holds it to what reading the whole document gives.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from data.clean import clean_line

HEAD_BYTES = 8192
"""The front matter, the title and the date stand within these first bytes."""

_RULES = frozenset({"---", "..."})
KINDS = (
    "samarbeidsmøte",
    "ansvarsgruppemøte",
    "fagmøte",
    "veiledningsmøte",
    "tverrfaglig drøftingsmøte",
    "formøte",
)
"""What a title calls a meeting."""
_TITLE = re.compile(
    r"(innkalling|utkast til referat|utkast|(?:møte)?referat)?\b\s*:?\s*"
    rf"(?:(?:til |fra )?({'|'.join(KINDS)}|drøftingsmøte)(?:\s+for\s+(.+))?)?",
    re.IGNORECASE,
)
_GROUP_TITLE = re.compile(
    r"(samarbeidsgruppe|ansvarsgruppe|gruppe)(?:\s*:|\s+for\b|\s+rundt\b|\s|$)\s*(.*)", re.IGNORECASE
)
_STATUSES = {"": "innkalling", "innkalling": "innkalling", "utkast til referat": "utkast", "utkast": "utkast"}
STATUSES = ("innkalling", "utkast", "referat", "til merknad", "lest opp", "godkjent")
"""What the front matter may call a status; another word there is none."""

_DAY = r"(\d{1,2})(?:\.\s*|\s*[/-]\s*|\s+)(\d{1,2}|[a-z]{3})[a-z]*(?:\.?\s*|/|-)"
_DATE = re.compile(rf"(?<!\d){_DAY}(\d{{4}})")
# Two figures are a year only where nothing else is written: "24.11. 09.30" has none.
_SHORT_DATE = re.compile(rf"\s*(?:[a-zæøå]{{3,7}}\.?,?\s+)?(?:den\s+)?{_DAY}(\d\d)\.?\s*")
_CENTURY = 2000
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_REMARK = re.compile(r"\s+#.*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\w{1,7}|\w{2,32});")


class Head(NamedTuple):
    """What the first lines of a document tell; "" and None for what they do not."""

    id: str
    status: str
    kind: str
    group: str
    date: dt.date | None


def read_head(start: bytes) -> Head | None:
    """Give what the first bytes of a file tell of its meeting; None when it is no document of ours."""
    lines = iter(start.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
    front, first = _front_matter(lines)
    title = _title_after(first, lines)
    named = _TITLE.fullmatch(_plain(title))
    if named is None or not (named[1] or named[2]):
        return None
    said = front.get("status", "")
    status = said if said in STATUSES else _STATUSES.get((named[1] or "").lower(), "referat")
    kind = (named[2] or "samarbeidsmøte").lower()
    kind = "tverrfaglig drøftingsmøte" if kind == "drøftingsmøte" else kind
    return Head(front.get("id", ""), status, kind, named[3] or "", _date_among(lines))


class GroupHead(NamedTuple):
    """What the first lines of a group's document tell; "" and None for what they do not."""

    alias: str
    kind: str
    koordinator: str
    closed: dt.date | None
    profile: str
    former: str


def read_group_head(start: bytes) -> GroupHead | None:
    """Give what the first bytes of a file tell of its group; None when it is no group of ours."""
    lines = iter(start.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
    front, first = _front_matter(lines)
    named = _GROUP_TITLE.fullmatch(_plain(_title_after(first, lines)))
    if named is None:
        return None
    kind = named[1].lower()
    facts = _facts(lines)
    return GroupHead(
        named[2],
        "samarbeidsgruppe" if kind == "gruppe" else kind,
        _text(facts.get("koordinator", "")),
        read_date(facts.get("avsluttet", "").lower()),
        front.get("profil", ""),
        _text(facts.get("tidligere alias", "")),
    )


def _facts(lines: Iterator[str]) -> dict[str, str]:
    """Give the facts before the first section by name, in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for line in lines:
        if line.startswith("## "):
            break
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip("-+* ").lower(), value.removeprefix("**").strip())
    return found


def _front_matter(lines: Iterator[str]) -> tuple[dict[str, str], str]:
    """Give the facts of the front matter that are looked for here, and the first line that is not of it."""
    first = next(lines, "")
    if first.rstrip() != "---":
        return {}, first
    facts: dict[str, str] = {}
    for line in lines:
        if line.rstrip() in _RULES:
            return facts, next(lines, "")
        key, colon, value = line.partition(":")
        if colon and key in {"id", "status", "profil"}:
            facts.setdefault(key, _scalar(value.strip()))
    return facts, ""


def _title_after(first: str, lines: Iterator[str]) -> str:
    """Give the title, the first heading of the first level."""
    line: str | None = first
    while line is not None and not line.startswith("# "):
        line = next(lines, None)
    return "" if line is None else line.removeprefix("# ")


def _scalar(value: str) -> str:
    """Give the text of a scalar, quoted or not, without the remark that may follow it."""
    quote = value[:1]
    if quote not in {'"', "'"} or not value.endswith(quote):
        value = _REMARK.sub("", value)
    if quote in {'"', "'"} and value.endswith(quote) and len(value) > 1:
        value = value[1:-1]
        value = value.replace('\\"', '"').replace("\\\\", "\\") if quote == '"' else value.replace("''", "'")
    return clean_line(value)


def _plain(heading: str) -> str:
    """Give the text that a heading shows, without the # that may close it."""
    text = heading.rstrip()
    bare = text.rstrip("#")
    return _text(bare if bare.endswith(" ") else text)


def _text(words: str) -> str:
    """Give the text that a piece of a line shows."""
    return clean_line(_ESCAPED.sub(_shown, words))


def _shown(found: re.Match[str]) -> str:
    """Give what an escape or an entity shows."""
    if found[1]:
        return found[1]
    import html  # noqa: PLC0415 - hardly any title needs it

    return html.unescape(found[0])


def _date_among(lines: Iterator[str]) -> dt.date | None:
    """Give the date of the meeting, the fact of that name before the first section."""
    for line in lines:
        if line.startswith("## "):
            break
        name, colon, value = line.replace("*", "").lstrip("-+ ").partition(":")
        if colon and name.strip().lower() in {"dato", "møtedato"}:
            return read_date(value.lower())
    return None


def read_date(words: str) -> dt.date | None:
    """Give a date in small letters, as "24. november 2026", "24/11-26" or "2026-11-24"; None for none."""
    found = _DATE.search(words) or _SHORT_DATE.fullmatch(words)
    try:
        if found is None:
            iso = _ISO_DATE.search(words)
            return dt.date.fromisoformat(iso[0]) if iso else None
        month = int(found[2]) if found[2].isdigit() else _MONTHS.index(found[2]) + 1
        year = int(found[3]) + (_CENTURY if len(found[3]) == 2 else 0)
        return dt.date(year, month, int(found[1]))
    except ValueError:
        return None
