"""The step structure of a meeting, read from TOML: the built-in ones and the users' own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from data.errors import MalstyrtError
from data.language import _
from data.table import TableError, TableReader
from data.toml_file import read_toml

BUILT_IN = Path(__file__).parent / "structures"
"""The folder of the structures that come with the program."""

DEFAULT = "malstyrt"
"""The name of the structure that a meeting follows unless it names another."""

REFERAT = "referat"
"""The id of the place after the last step, where the referat is checked and saved."""

ASKS = ("progress", "challenge", "contribution", "comment", "goals")
"""What a step can ask of a speaker: fields of an Entry."""

_NAME = re.compile(r"[\wæøå][\wæøå-]{0,39}", re.ASCII)


class StructureError(MalstyrtError):
    """A structure is not there or cannot be used; the message says where and what was expected."""


class StepKind(StrEnum):
    """What happens in a step; a screen exists for each."""

    OPENING = "opening"
    FLOOR = "floor"
    ROUND = "round"
    SUMMARY = "summary"
    TILTAK = "tiltak"
    EVALUATION = "evaluation"
    NEXT_MEETING = "next_meeting"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a structure.

    `minutes` are guiding. `short` is the title where there is little room, `theme` what a round
    is about. `asks` names the fields of an Entry that are filled for each speaker, and
    `bruker_comment` says that the bruker has a stop of their own after a round's speakers.
    `reminders` are lines to the leader.
    """

    id: str
    kind: StepKind
    title: str
    minutes: int
    short: str = ""
    theme: str = ""
    asks: tuple[str, ...] = ()
    bruker_comment: bool = False
    reminders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """An ordered list of steps, with the `source` of the way to meet that it follows."""

    name: str
    title: str
    steps: tuple[Step, ...]
    source: str = ""

    @property
    def minutes(self) -> int:
        """The guiding length of the whole, in minutes."""
        return sum(step.minutes for step in self.steps)

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of all one can walk through: the steps, then the referat."""
        return (*(step.id for step in self.steps), REFERAT)

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
    """Give the names of the structures in the users' folders and the built-in one, sorted."""
    files = (file for folder in (*folders, BUILT_IN) for file in folder.glob("*.toml"))
    return tuple(sorted({file.stem for file in files if _NAME.fullmatch(file.stem)}))


def load(name: str, folders: Iterable[Path] = ()) -> Structure:
    """Read the structure `name` from the first folder that has it, the built-in ones last.

    Raises StructureError when there is none of that name or it cannot be used. A name comes from
    a document, so only a plain one is looked for.
    """
    folders = tuple(folders)
    for folder in (*folders, BUILT_IN) if _NAME.fullmatch(name) else ():
        try:
            return _read(folder / f"{name}.toml")
        except (FileNotFoundError, NotADirectoryError):
            continue
    message = _("Fant ingen møtestruktur med det navnet. Disse finnes: {names}.")
    raise StructureError(_("Ukjent møtestruktur"), message.format(names=", ".join(available(folders))))


def load_or_default(name: str, folders: Iterable[Path] = ()) -> tuple[Structure, StructureError | None]:
    """Read a structure, or give the default one with what is wrong with the one that was asked for."""
    try:
        return load(name, folders), None
    except StructureError as error:
        return load(DEFAULT), error


def _read(file: Path) -> Structure:
    """Read one file, with all that is wrong told by file, line and key, what stood there and what should."""
    try:
        table = read_toml(file)
        structure = _structure(file.stem, table)
        table.settle()
    except TableError as error:
        raise StructureError(_("Møtestrukturen kan ikke brukes"), error.words(file.name)) from None
    return structure


def _structure(name: str, table: TableReader) -> Structure:
    """Build a structure from the top of a file."""
    steps = [(_step(step), step) for step in table.tables("steps", _("steg"))]
    structure = Structure(
        name=name,
        title=table.text("title"),
        source=table.text("source", default=""),
        steps=tuple(step for step, _table in steps),
    )
    table.nothing_else()
    _check_ids(steps)
    if steps and not structure.minutes:
        steps[0][1].wrong("minutes", _("mer enn 0 i minst ett steg"))
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
    kind = StepKind(table.choice("kind", tuple(StepKind)))
    title = table.text("title")
    step = Step(
        id=table.text("id"),
        kind=kind,
        title=title,
        minutes=table.number("minutes", most=600),
        short=table.text("short", default=title),
        theme=table.text("theme", default=""),
        asks=table.choices("asks", ASKS, required=kind is StepKind.ROUND),
        bruker_comment=table.flag("bruker_comment"),
        reminders=table.texts("reminders"),
    )
    table.nothing_else()
    _check_use(step, table)
    return step


def _check_use(step: Step, table: TableReader) -> None:
    """Refuse what only a step with speakers can have."""
    if step.asks and step.kind not in {StepKind.ROUND, StepKind.FLOOR}:
        table.wrong("asks", _("ingenting: bare «round» og «floor» spør noen"))
    if step.bruker_comment and step.kind is not StepKind.ROUND:
        table.wrong("bruker_comment", _("ingenting: bare «round» har en slik stopp"))
