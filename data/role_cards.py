"""Role cards: what a meeting asks of each role, step by step, as data that users may have their own of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.errors import MalstyrtError
from data.language import _
from data.markdown.escaping import inline
from data.structure import ASKS, Step, StepKind, Structure
from data.table import TableError, TableReader
from data.toml_file import read_toml

BUILT_IN = Path(__file__).parent / "rollekort"
"""The folder of the cards that come with the program."""

ORDER = ("leder", "referent", "bruker", "fagperson", "tolk")
"""The roles as they are listed; users' own come after."""

KEYS = (*ASKS, *StepKind)
"""The keys of a card's steps: what a round asks for comes before the kind of step."""


class RoleCardError(MalstyrtError):
    """A card is not there or cannot be used; the message says where and what was expected."""


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What is asked of one role: before the meeting, in its steps by their keys, and after it."""

    role: str
    title: str
    about: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    steps: Mapping[str, tuple[str, ...]]

    def expected(self, step: Step) -> tuple[str, ...]:
        """Give what is asked of the role in a step, nothing where the card does not speak of it."""
        keys = (*(key for key, field in ASKS.items() if field in step.asks), step.kind)
        return next((self.steps[key] for key in keys if key in self.steps), ())


def roles(folders: Iterable[Path] = ()) -> tuple[str, ...]:
    """Give the roles there are cards for: ours in their order, then the users' own."""
    names = {file.stem for folder in (*folders, BUILT_IN) for file in folder.glob("*.toml")}
    return (*ORDER, *sorted(names - set(ORDER)))


def role_card(role: str, folders: Iterable[Path] = ()) -> RoleCard:
    """Read the card of a role, from the first folder that has it. Raises RoleCardError."""
    folders = tuple(folders)
    if role in roles(folders):
        for folder in (*folders, BUILT_IN):
            try:
                return _read(folder / f"{role}.toml")
            except (FileNotFoundError, NotADirectoryError):
                continue
    message = _("Det finnes ikke noe slikt rollekort. Disse finnes: {names}.")
    raise RoleCardError(_("Ukjent rolle"), message.format(names=", ".join(roles(folders))))


def role_cards(
    folders: Iterable[Path] = (), tell: Callable[[RoleCardError], object] = lambda _error: None
) -> tuple[RoleCard, ...]:
    """Give every card that can be used; what is wrong with another is told."""
    found = []
    folders = tuple(folders)
    for role in roles(folders):
        try:
            found.append(role_card(role, folders))
        except RoleCardError as error:
            tell(error)
    return tuple(found)


def as_markdown(card: RoleCard, structure: Structure) -> str:
    """Give a card as one page to hand out, its steps those of a structure."""
    blocks = [f"# {_('Rollekort')}: {inline(card.title)}", inline(card.about)]
    if card.before:
        blocks += [f"## {_('Før møtet')}", _listed(card.before)]
    blocks.append(f"## {_('I møtet')}")
    for number, step in enumerate(structure.steps, 1):
        if lines := card.expected(step):
            blocks += [f"**{number}. {inline(step.title)}**", _listed(lines)]
    if card.after:
        blocks += [f"## {_('Etter møtet')}", _listed(card.after)]
    return "\n\n".join(blocks) + "\n"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {inline(line)}" for line in lines)


def _read(file: Path) -> RoleCard:
    """Read one file, with what is wrong told by file, line and key."""
    try:
        return read_card(file)
    except TableError as error:
        raise RoleCardError(_("Rollekortet kan ikke brukes"), error.words(file.name)) from None


def read_card(file: Path) -> RoleCard:
    """Read a card from a file. Raises TableError, and FileNotFoundError."""
    table = read_toml(file)
    card = _card(file.stem, table)
    table.settle()
    return card


def _card(role: str, table: TableReader) -> RoleCard:
    steps = table.table("steg", required=True)
    card = RoleCard(
        role=role,
        title=table.text("tittel"),
        about=table.text("innledning"),
        before=table.texts("forberedelse"),
        after=table.texts("etterarbeid"),
        steps={key: lines for key in KEYS if steps is not None and (lines := steps.texts(key))},
    )
    table.nothing_else()
    if steps is not None:
        steps.nothing_else()
    return card
