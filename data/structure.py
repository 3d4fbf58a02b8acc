"""The step structure of a meeting, read from TOML: the built-in ones and the users' own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data.drofting import decides
from data.errors import MalstyrtError
from data.language import _
from data.meeting import Kind
from data.rounds import Side
from data.table import TableError, TableReader
from data.toml_file import read_toml

BUILT_IN = Path(__file__).parent / "structures"
"""The folder of the structures that come with the program."""

DEFAULT = "malstyrt"
"""The name of the structure that a meeting follows unless it names another."""

REFERAT = "referat"
"""The id of the place after the last step, where the referat is checked and saved."""

ASKS = {
    "fremgang": "progress",
    "utfordring": "challenge",
    "prøvd": "tried",
    "bidrag": "contribution",
    "ord": "comment",
    "mål": "goals",
}
"""What a step can note of a speaker, as a file says it, and the field of an Entry that holds it."""

ADDED = "+"
"""What stands between the name of a structure and that of an addition: malstyrt+forste."""

_NAME = re.compile(r"[\wæøå][\wæøå-]{0,39}", re.ASCII)


class StructureError(MalstyrtError):
    """A structure is not there or cannot be used; the message says where and what was expected."""


class StepKind(StrEnum):
    """What happens in a step; a screen exists for each. The value is its name in the file."""

    OPENING = "åpning"
    FLOOR = "ordet"
    ROUND = "runde"
    STATUS = "status"
    ITEMS = "saker"
    SUMMARY = "oppsummering"
    TILTAK = "tiltak"
    EVALUATION = "evaluering"
    NEXT_MEETING = "neste møte"


class Step(NamedTuple):
    """One step of a structure.

    `minutes` are guiding. `short` is the title where there is little room, `theme` what a round
    is about. `asks` names the fields of an Entry that are filled for each speaker of a round, `hint`
    says what to write in the one for their words, `side` which of them the round is for, `turn` the
    minutes until each is kindly told to end, 0 for what is usual, and `bruker_comment` that the bruker
    has a stop of their own after them. `reminders` are lines to the leader.
    """

    id: str
    kind: StepKind
    title: str
    minutes: int
    short: str = ""
    theme: str = ""
    asks: tuple[str, ...] = ()
    hint: str = ""
    side: Side = Side.ALL
    turn: int = 0
    bruker_comment: bool = False
    reminders: tuple[str, ...] = ()


class Structure(NamedTuple):
    """An ordered list of steps, with the `source` of the way to meet that it follows.

    `kinds` are the kinds of meeting it is for, none where it suits any, and `items` stand on the
    saksliste of each meeting from the start. An `addition` is no structure of its own: its steps are
    put into another's.
    """

    name: str
    title: str
    steps: tuple[Step, ...]
    source: str = ""
    kinds: tuple[Kind, ...] = ()
    items: tuple[str, ...] = ()
    addition: bool = False

    @property
    def minutes(self) -> int:
        """The guiding length of the whole, in minutes."""
        return sum(step.minutes for step in self.steps)

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of all one can walk through: the steps, then the referat."""
        return (*(step.id for step in self.steps), REFERAT)

    @property
    def advises(self) -> bool:
        """Whether its meetings give advice and decide nothing (DOMAIN: S2)."""
        return bool(self.kinds) and not any(map(decides, self.kinds))

    @property
    def has_sides(self) -> bool:
        """Whether some of its rounds are for those who brought the case, or for the others."""
        return any(step.side is not Side.ALL for step in self.steps)

    def has(self, *kinds: StepKind) -> bool:
        """Whether it has a step of one of some kinds."""
        return any(step.kind in kinds for step in self.steps)

    def kind_of_meeting(self, wanted: Kind) -> Kind:
        """Give the kind of a meeting of this structure: the one wanted, where it is for such meetings."""
        return wanted if wanted in self.kinds or not self.kinds else self.kinds[0]

    def with_addition(self, added: Structure) -> Structure:
        """Give the structure with the steps of an addition after its opening, and the items first."""
        at = next((n for n, step in enumerate(self.steps, 1) if step.kind is StepKind.OPENING), 0)
        steps = tuple(step for step in added.steps if self.step(step.id) is None)
        return self._replace(
            name=f"{self.name}{ADDED}{added.name}",
            title=f"{self.title} · {added.title}",
            steps=(*self.steps[:at], *steps, *self.steps[at:]),
            items=(*added.items, *self.items),
        )

    def step(self, step_id: str) -> Step | None:
        """Give the step with an id, None for one that is not here."""
        return next((step for step in self.steps if step.id == step_id), None)

    def after(self, place: str) -> str:
        """Give the place after another; the last is its own. From "" or an unknown, the first."""
        places = self.places
        return places[min(places.index(place) + 1, len(places) - 1)] if place in places else places[0]

    def before(self, place: str) -> str:
        """Give the place before another; the first is its own. From "" or an unknown, the first."""
        places = self.places
        return places[max(places.index(place) - 1, 0)] if place in places else places[0]


def available(folders: Iterable[Path] = ()) -> tuple[str, ...]:
    """Give the names of the structures in the users' folders and the built-in ones, sorted."""
    return tuple(sorted(_names(folders)))


def _names(folders: Iterable[Path]) -> dict[str, None]:
    """Give the names there are, each once, the users' own first."""
    files = (file for folder in (*folders, BUILT_IN) for file in sorted(folder.glob("*.toml")))
    return {file.stem: None for file in files if _NAME.fullmatch(file.stem)}


def choices(folders: Iterable[Path] = (), used: Sequence[str] = ()) -> tuple[Structure, ...]:
    """Give the structures that a meeting can follow: the `used`, the default one, then the users' own.

    One that cannot be used is left out: `load` tells what is wrong with it.
    """
    folders = tuple(folders)
    first = {name: place for place, name in enumerate(dict.fromkeys([*used, DEFAULT]))}
    found = []
    for name in sorted(_names(folders), key=lambda name: first.get(name, len(first))):
        with suppress(StructureError):
            found.append(load(name, folders))
    return tuple(one for one in found if not one.addition)


def proposed(kind: Kind, folders: Iterable[Path] = (), used: Sequence[str] = ()) -> Structure:
    """Give the structure that a kind of meeting follows when nothing else is said (DOMAIN section 4).

    It is the first of those that the municipality has `used` for such meetings, else the first of all.
    """
    there = choices(folders, used)
    return next((one for one in there if kind in one.kinds), there[0])


def without_addition(name: str) -> str:
    """Give the name of a structure as it is when it is followed again: nothing is a first time twice."""
    return name.partition(ADDED)[0]


def load(name: str, folders: Iterable[Path] = ()) -> Structure:
    """Read the structure `name` from the first folder that has it, the built-in ones last.

    "malstyrt+forste" is the one with what the other adds. Raises StructureError when there is none of
    that name or it cannot be used. A name comes from a document, so only a plain one is looked for.
    """
    folders = tuple(folders)
    first, *additions = (_found(one, folders) for one in name.split(ADDED))
    for added in additions:
        first = first.with_addition(added)
    return first


def _found(name: str, folders: tuple[Path, ...]) -> Structure:
    """Read the file that has a name."""
    for folder in (*folders, BUILT_IN) if _NAME.fullmatch(name) else ():
        try:
            return read_structure(folder / f"{name}.toml")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except TableError as error:
            words = error.words(f"{name}.toml")
            raise StructureError(_("Møtestrukturen kan ikke brukes"), words) from None
    message = _("Fant ingen møtestruktur med det navnet. Disse finnes: {names}.")
    raise StructureError(_("Ukjent møtestruktur"), message.format(names=", ".join(available(folders))))


def load_or_default(name: str, folders: Iterable[Path] = ()) -> tuple[Structure, StructureError | None]:
    """Read a structure, or give the default one with what is wrong with the one that was asked for."""
    try:
        return load(name, folders), None
    except StructureError as error:
        return default_structure(), error


@cache
def default_structure() -> Structure:
    """Give the structure that comes with the program and is followed unless another is named."""
    return load(DEFAULT)


def read_structure(file: Path) -> Structure:
    """Read one file. Raises TableError with all that is wrong in it, and FileNotFoundError."""
    table = read_toml(file)
    steps = [(_step(step), step) for step in table.tables("steg", _("steg"))]
    structure = Structure(
        name=file.stem,
        title=table.text("tittel"),
        source=table.text("kilde", default=""),
        kinds=tuple(Kind(one) for one in table.choices("slag", tuple(Kind))),
        items=table.texts("saker"),
        addition=table.flag("tillegg"),
        steps=tuple(step for step, _table in steps),
    )
    table.nothing_else()
    _check_ids(steps)
    if steps and not structure.minutes:
        steps[0][1].wrong("minutter", _("mer enn 0 i minst ett steg"))
    table.settle()
    return structure


def _check_ids(steps: Iterable[tuple[Step, TableReader]]) -> None:
    """Refuse an id that stands twice, or that is the referat's own."""
    seen = {REFERAT}
    for step, table in steps:
        if step.id in seen:
            table.wrong("id", _("en id som ingen andre har"))
        seen |= {step.id} - {""}


def _step(table: TableReader) -> Step:
    """Build one step from its table."""
    kind = StepKind(table.choice("type", tuple(StepKind)))
    is_known = not table.is_wrong("type")
    title = table.text("tittel")
    step = Step(
        id=table.text("id"),
        kind=kind,
        title=title,
        minutes=table.number("minutter", most=600),
        short=table.text("kort", default=title),
        theme=table.text("tema", default=""),
        asks=tuple(
            ASKS[one]
            for one in table.choices("noteres", tuple(ASKS), required=is_known and kind is StepKind.ROUND)
        ),
        hint=table.text("ledetekst", default=""),
        side=Side(table.choice("hvem", tuple(Side), default=Side.ALL)),
        turn=table.number("taletid", most=15, default=0),
        bruker_comment=table.flag("familien_sist"),
        reminders=table.texts("huskeliste"),
    )
    table.nothing_else()
    if is_known:  # else it is not known what the step can have
        _check_use(step, table)
    return step


def _check_use(step: Step, table: TableReader) -> None:
    """Refuse what only a step with speakers can have."""
    if step.asks and step.kind not in {StepKind.ROUND, StepKind.FLOOR}:
        table.wrong("noteres", _("ingenting: bare «runde» og «ordet» noterer hva noen sier"))
    if step.kind is StepKind.ROUND:
        return
    for key in ("hvem", "taletid", "familien_sist"):
        if key in table:
            table.wrong(key, _("ingenting: bare «runde» har talere etter tur"))
