"""What a table tells: each names the row by its key and the column by its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from screens.widgets.rows import Rows


@dataclass
class _AtRow(Message):
    """Something happened at a row."""

    rows: Rows
    """The table."""

    key: str
    """The row's key."""

    @property
    def control(self) -> Rows:
        """The table, for `@on` with a selector."""
        return self.rows


@dataclass
class _AtCell(_AtRow):
    """Something happened at a cell."""

    column: str
    """The column's key, "" when the cursor is on the whole row."""


class Chosen(_AtCell, namespace="rows"):
    """Enter was pressed, or the place of the cursor was clicked."""


class Highlighted(_AtCell, namespace="rows"):
    """The cursor came to another row or cell."""


@dataclass
class Turned(_AtCell, namespace="rows"):
    """A cell's value is to go round."""

    by: int
    """1 for the next value, -1 for the one before."""


@dataclass
class Typed(_AtCell, namespace="rows"):
    """A letter was typed on an editable cell."""

    character: str
    """The letter."""


@dataclass
class Place:
    """The cell an editing is about. The row may become another while it lasts."""

    key: str
    """The row's key."""

    column: str
    """The column's key."""


@dataclass
class _InCell(Message):
    """Something was typed in a cell in its place."""

    rows: Rows
    """The table."""

    place: Place
    """The cell."""

    text: str
    """The text, cleaned."""

    before: str
    """What the cell said, as the meeting had it, before this was typed."""

    @property
    def key(self) -> str:
        """The row's key."""
        return self.place.key

    @property
    def column(self) -> str:
        """The column's key."""
        return self.place.column

    @property
    def control(self) -> Rows:
        """The table, for `@on` with a selector."""
        return self.rows

    def become(self, key: str) -> None:
        """Let the rest of this editing be about the row with another key, such as one just made."""
        self.place.key = key


class CellTyped(_InCell, namespace="rows"):
    """A cell is being typed in: told within half a second, so that a crash costs no more."""


class CellEdited(_InCell, namespace="rows"):
    """A cell was left with another text than it had. Told once, also when `CellTyped` told it."""


@dataclass
class Moved(_AtRow, namespace="rows"):
    """A row is to be moved up or down."""

    by: int
    """-1 for up, 1 for down."""
