"""What a table tells: each names the row by its key and the column by its own.

Every screen with a table loads these, so they are written out: dataclasses take longer to define.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from screens.widgets.rows import Rows


class _AtRow(Message):
    """Something happened at the row with a key."""

    def __init__(self, rows: Rows, key: str) -> None:
        super().__init__()
        self.rows = rows
        self.key = key

    @property
    def control(self) -> Rows:
        """The table, for `@on` with a selector."""
        return self.rows


class _AtCell(_AtRow):
    """Something happened at a cell. `column` is a key too, "" when the cursor is on the whole row."""

    def __init__(self, rows: Rows, key: str, column: str) -> None:
        super().__init__(rows, key)
        self.column = column


class Chosen(_AtCell, namespace="rows"):
    """Enter was pressed, or the place of the cursor was clicked."""


class Highlighted(_AtCell, namespace="rows"):
    """The cursor came to another row or cell."""


class Turned(_AtCell, namespace="rows"):
    """A cell's value is to go round: by 1 to the next value, by -1 to the one before."""

    def __init__(self, rows: Rows, key: str, column: str, by: int) -> None:
        super().__init__(rows, key, column)
        self.by = by


class Typed(_AtCell, namespace="rows"):
    """A letter was typed on an editable cell, or on the row that adds another."""

    def __init__(self, rows: Rows, key: str, column: str, character: str) -> None:
        super().__init__(rows, key, column)
        self.character = character


class Place:
    """The cell an editing is about, by two keys. The row may become another while it lasts."""

    def __init__(self, key: str, column: str) -> None:
        self.key = key
        self.column = column


class _InCell(Message):
    """Something was typed in a cell in its place.

    `text` is cleaned; `before` is what the cell said, as the meeting had it, before this was typed.
    """

    def __init__(self, rows: Rows, place: Place, text: str, before: str) -> None:
        super().__init__()
        self.rows = rows
        self.place = place
        self.text = text
        self.before = before

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


class Moved(_AtRow, namespace="rows"):
    """A row is to be moved: by -1 up, by 1 down."""

    def __init__(self, rows: Rows, key: str, by: int) -> None:
        super().__init__(rows, key)
        self.by = by
