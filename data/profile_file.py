"""The files of profiles: those that come with the program, and the users' own.

Each rule stands with its source (`kilde`) and the day it was last held against it (`sjekket`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data.errors import MalstyrtError
from data.language import _
from data.meeting import Kind
from data.profile import Bound, Krav, Limit, Listed, Origin, Profile
from data.table import TableError, TableReader
from data.toml_file import read_toml

BUILT_IN = Path(__file__).parent / "profiles"
"""The folder of the profiles that come with the program."""

NEUTRAL = "noytral"
"""The name of the profile of whoever has chosen none."""

_NAME = re.compile(r"[\wæøå][\wæøå-]{0,39}", re.ASCII)


class ProfileError(MalstyrtError):
    """A profile is not there or cannot be used; the message says where and what was expected."""


class _Number(NamedTuple):
    """The key of a limit's number, and the numbers it may be."""

    key: str
    least: int
    most: int


_NUMBERS = {
    Limit.REFERAT: _Number("dager", 0, 365),
    Limit.REMARKS: _Number("dager", 0, 365),
    Limit.AGENDA: _Number("dager", 0, 365),
    Limit.MEETINGS: _Number("ganger", 1, 52),
    Limit.LENGTH: _Number("minutter", 5, 600),
    Limit.MEMBERS: _Number("antall", 1, 100),
    Limit.EVALUATIONS: _Number("ganger", 1, 12),
    Limit.AGE: _Number("alder", 12, 18),
    Limit.NOTICE: _Number("dager", 0, 365),
}

_ALWAYS_THERE = frozenset({Limit.NOTICE})
"""The limits that the program cannot do without."""


def available(folders: Iterable[Path] = ()) -> tuple[str, ...]:
    """Give the names of the profiles in the users' folders and the built-in one, sorted."""
    files = (file for folder in (*folders, BUILT_IN) for file in folder.glob("*.toml"))
    return tuple(sorted({file.stem for file in files if _NAME.fullmatch(file.stem)}))


def load(name: str, folders: Iterable[Path] = (), structures: Sequence[str] | None = None) -> Profile:
    """Read the profile `name` from the first folder that has it, the built-in ones last.

    `structures` are as `read_profile` has them. Raises ProfileError when there is none of that name or it
    cannot be used. A name comes from a document, so only a plain one is looked for.
    """
    folders = tuple(folders)
    for folder in (*folders, BUILT_IN) if _NAME.fullmatch(name) else ():
        file = folder / f"{name}.toml"
        try:
            return read_profile(file, structures)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except TableError as error:
            raise ProfileError(_("Profilen kan ikke brukes"), error.words(file.name)) from None
    message = _("Fant ingen profil med det navnet. Disse finnes: {names}.")
    raise ProfileError(_("Ukjent profil"), message.format(names=", ".join(available(folders))))


@cache
def neutral() -> Profile:
    """Give the profile of whoever has chosen none."""
    return load(NEUTRAL)


def read_profile(file: Path, structures: Sequence[str] | None = None) -> Profile:
    """Read one file. Raises TableError with all that is wrong in it, and FileNotFoundError.

    A structure that it names must be one of `structures`, where they are given: a profile is of use also
    when one of its structures is gone.
    """
    table = read_toml(file)
    title = table.text("tittel")
    required = list(_asked(table, "krav"))
    advised = list(_asked(table, "anbefalt")) if "anbefalt" in table else []
    _refuse_twins([*required, *advised])
    profile = Profile(
        name=file.stem,
        title=title,
        required={part: rule.origin for rule in required for part in rule.parts},
        advised={part: rule.origin for rule in advised for part in rule.parts},
        limits=dict(_limits(table)),
        written=_written(table),
        filed=_filed(table),
        structures=_structures(table, structures),
    )
    table.nothing_else()
    table.settle()
    return profile


class _Asked(NamedTuple):
    """What one rule asks a referat to hold, whose rule it is, and its table."""

    parts: tuple[Krav, ...]
    origin: Origin
    table: TableReader


def _asked(table: TableReader, key: str) -> Iterator[_Asked]:
    """Give the rules of a list."""
    for rule in table.tables(key, key):
        parts = tuple(Krav(one) for one in rule.choices("deler", tuple(Krav), required=True))
        yield _Asked(parts, _origin(rule), rule)


def _refuse_twins(rules: Iterable[_Asked]) -> None:
    """Refuse what two rules ask for: it could not be said whose it is."""
    seen: set[Krav] = set()
    for rule in rules:
        if twins := [part for part in rule.parts if part in seen]:
            rule.table.wrong("deler", _("deler som ingen annen regel nevner"), found=twins[0])
        seen |= set(rule.parts)


def _limits(table: TableReader) -> Iterator[tuple[Limit, Bound]]:
    """Give the numbers that are set."""
    for limit, number in _NUMBERS.items():
        rule = table.table(limit, required=limit in _ALWAYS_THERE)
        if rule is not None:
            found = rule.number(number.key, least=number.least, most=number.most)
            yield limit, Bound(found, _origin(rule))


def _written(table: TableReader) -> Listed | None:
    """Give the kinds of meeting for which a consent must be written."""
    rule = table.table("samtykke")
    if rule is None:
        return None
    return Listed(rule.choices("skriftlig", tuple(Kind), required=True), _origin(rule))


def _filed(table: TableReader) -> Listed | None:
    """Give the places where a referat is filed."""
    rule = table.table("arkiv")
    if rule is None:
        return None
    return Listed(rule.texts("steder", required=True), _origin(rule))


def _structures(table: TableReader, there: Sequence[str] | None) -> Listed | None:
    """Give the names of the structures that the meetings follow."""
    rule = table.table("maler")
    if rule is None:
        return None
    if there is None:
        return Listed(rule.texts("brukes", required=True), _origin(rule))
    return Listed(rule.choices("brukes", there, required=True), _origin(rule))


def _origin(rule: TableReader) -> Origin:
    """Give whose a rule is. It is the last that is read of the rule, so nothing else may stand there."""
    origin = Origin(rule.text("kilde"), rule.day("sjekket"))
    rule.nothing_else()
    return origin
