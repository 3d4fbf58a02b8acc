"""A table that is typed in, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from screens.widgets.field import Field
from screens.widgets.found import NOTHING, Found
from screens.widgets.happenings import CellEdited, CellTyped, Place
from screens.widgets.keys import read_out
from screens.widgets.recording import Edited, tell
from screens.widgets.rows import Rows
from screens.widgets.table import Column, Row


class EditableRows(Widget):
    """A table whose editable cells are typed in where they stand.

    A letter begins a cell anew, Enter goes on with what it holds. Tab and Enter keep the text and
    go to the next cell, Esc gives it up. What is typed is told as `Rows.CellTyped` while it goes
    on and as `Rows.CellEdited` when the cell is left. `words` gives the text a cell is edited as,
    where that is not the text it shows.
    """

    DEFAULT_CSS = """
    EditableRows { height: auto; }
    EditableRows > Field { position: absolute; display: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "keep(1)", show=False, priority=True),
        Binding("shift+tab", "keep(-1)", show=False, priority=True),
        Binding("enter", "keep(1)", show=False, priority=True),
        Binding("up", "keep_by_row(-1)", show=False, priority=True),
        Binding("down", "keep_by_row(1)", show=False, priority=True),
        Binding("escape", "give_up", show=False, priority=True),
    ]

    def __init__(  # noqa: PLR0913 - named, and each with a default
        self,
        columns: Sequence[Column],
        rows: Sequence[Row] = (),
        *,
        words: Callable[[str, str], str] | None = None,
        header: bool = True,
        empty: str = "",
        id: str | None = None,  # noqa: A002 - Textual calls it so
    ) -> None:
        super().__init__(id=id)
        self.table = _Cells(columns, rows, header=header, by_cell=True, empty=empty)
        self._field = _CellField()
        self._words = words or self.table.text
        self._place = Place("", "")
        self._before = ""
        self._typed = False

    def compose(self) -> ComposeResult:
        """Put the field over the table, hidden until it is wanted."""
        yield self.table
        yield self._field

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; a cell being typed in stays as it is while its row is there."""
        self.table.show(rows)

    @property
    def editing(self) -> bool:
        """Whether a cell is being typed in."""
        return bool(self._field.display)

    def edit(self, key: str, column: str, initial: str | None = None) -> None:
        """Open a cell for typing, with its text or with `initial` in its place.

        Keys pressed after this call reach the cell, also those the table was already handed.
        """
        if self.editing:
            self._close()
        self.table.go_to(key, column)
        self._place = Place(key, column)
        self._before = self._words(key, column)
        self._typed = False
        self._field.edit_at("", self._before)
        self._field.action_end()
        self._lay()
        self.mark_open_cell()
        self.screen.set_focus(self._field, scroll_visible=False)
        if initial is not None:
            self._field.write_over(initial)

    def found_in(self, key: str, column: str) -> Found:
        """Give the words that are marked in a cell while it is typed in."""
        del key, column
        return NOTHING

    def mark_open_cell(self) -> None:
        """Mark in the cell being typed in what was found there."""
        if self.editing:
            self._field.show_found(self.found_in(self._place.key, self._place.column))

    def _lay(self) -> None:
        """Lay the field over its cell, its mark in the gap to the left."""
        x, y, width, _height = self.table.cell_region(self._place.key, self._place.column)
        self._field.styles.offset = (x - 1, y)
        self._field.styles.width = width + 1
        self._field.display = True
        # Its size is not known until then, and what is typed meanwhile scrolls it.
        self.call_after_refresh(self._field.unscroll)

    def go_on_in(self, key: str, made: str) -> None:
        """Go on in the row `made` of the one with a key, also where its next cell is typed in already."""
        if self.table.cursor != key:
            return
        self.table.go_to(made)
        if self.editing and self._place.key == key:
            self._place.key = made
            self._lay()

    def relay(self, event: events.Key) -> None:
        """Hand the field a key that the table was handed before the field was opened."""
        self._field.post_message(event.copy())

    def follow(self, keys: Sequence[str]) -> None:
        """Stay with the row being edited when the table shows other rows."""
        if not self.editing:
            return
        if self._place.key in keys:
            self.table.go_to(self._place.key, self._place.column)
            self._lay()
        else:
            self._leave()

    async def action_keep(self, by: int) -> None:
        """Keep what was typed and go to the next cell, or the one before."""
        await self._when_editing()
        self._leave()
        self.table.go_on(by)

    async def action_keep_by_row(self, by: int) -> None:
        """Keep what was typed and go to the row below, or the one above."""
        await self._when_editing()
        self._leave()
        self.table.action_go(by)

    async def action_give_up(self) -> None:
        """Put back what the cell held before it was typed in."""
        await self._when_editing()
        self._field.write_over(self._before)
        self._leave()

    async def _when_editing(self) -> None:
        """Let the keys before this one be read; where no cell is open then, the key is not ours."""
        await self.read_keys()
        if not self.editing:
            raise SkipAction

    async def read_keys(self) -> None:
        """Let the keys handed to the table be read, those too that it hands on to the field."""
        await read_out(self.table)
        await read_out(self._field)

    def keep(self) -> None:
        """Keep what was typed in the cell that is open, if one is."""
        if self.editing:
            self._leave()

    def _leave(self) -> None:
        """Close the field, back to the table."""
        self._close()
        self.screen.set_focus(self.table, scroll_visible=False)

    def _close(self) -> None:
        """Take the field away and tell what the cell holds now."""
        before = self._field.before
        self._field.forget()
        self._field.display = False
        words = self._field.words
        if self._typed or self._field.settled(words) != self._field.settled(self._before):
            tell(self, CellEdited(self.table, self._place, words, before))

    def tell_typed(self, words: str, before: str) -> None:
        """Tell what is being typed."""
        self._typed = True
        tell(self, CellTyped(self.table, self._place, words, before))

    def _on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Close the field when it is left by the mouse; not when the whole terminal is left."""
        left = event.widget is self._field and self.screen.focused is not self._field
        if left and self.editing and self.app.app_focus:
            self._close()


class _CellField(Field):
    """The field over the cell: tells of the cell instead of itself."""

    def tell(self, message: Message) -> None:
        """Tell what was typed."""
        if isinstance(message, Edited) and isinstance(self.parent, EditableRows):
            self.parent.tell_typed(message.value, message.before)


class _Cells(Rows):
    """The table inside: opens the field at once, so that no key goes astray."""

    async def _on_key(self, event: events.Key) -> None:
        """Hand over keys that came before the field had the focus."""
        if self._around.editing:
            event.stop()
            event.prevent_default()
            self._around.relay(event)

    @property
    def _around(self) -> EditableRows:
        """The table that is typed in."""
        assert isinstance(self.parent, EditableRows)  # noqa: S101 - made by it alone
        return self.parent

    def _typed(self, character: str) -> None:
        self._around.edit(self.cursor, self.column, character)

    def action_choose(self) -> None:
        """Go on with the text of an editable cell; any other is chosen."""
        if self.rows and self.columns[self._column].editable:
            self._around.edit(self.cursor, self.column)
        else:
            super().action_choose()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, around the cell being typed in."""
        super().show(rows)
        if self.parent is not None:
            self._around.follow([row.key for row in rows])

    def text(self, key: str, column: str) -> str:
        """Give the text a cell shows."""
        row = next(row for row in self.rows if row.key == key)
        cell = row.cells[[known.key for known in self.columns].index(column)]
        return cell.plain if isinstance(cell, Content) else cell

    def go_on(self, by: int) -> None:
        """Go to the next cell that can be changed or the one before, from row to row."""
        width, last = len(self.columns), len(self.rows) * len(self.columns) - 1
        place = self._at * width + self._column + by
        while 0 < place < last and not self._changeable(place % width):
            place += by
        if 0 <= place <= last and self._changeable(place % width):
            self._put(*divmod(place, width))

    def _changeable(self, column: int) -> bool:
        """Whether a column's cells can be typed in or turned."""
        return self.columns[column].editable or self.columns[column].turns
