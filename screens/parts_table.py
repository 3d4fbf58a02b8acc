"""A table of one of the meeting's lists, typed in where it stands; its last row adds another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.content import Content
from textual.message import Message

from data.acts import add, remove_if_blank, value
from data.entering import as_text, is_text, understand
from data.instants import today
from data.language import _
from data.live import Ask
from data.meeting import Meeting, find
from data.part import Part
from screens.adding import added
from screens.card import Card
from screens.desk import Desk
from screens.widgets import Column, EditableRows, Row, Rows
from screens.widgets.found import FOUND, NOTHING, Found
from screens.widgets.label import plain_line
from screens.widgets.table import NEW


class PartsTable(EditableRows):
    """A table over the parts of the meeting that `listed` gives.

    A column's key is the name of the field that its cells edit; a subclass says what is otherwise:
    how a cell is shown, read and turned, and which card Enter opens.
    """

    parts: ClassVar[str]
    """The list, as the first step of a path."""

    columns: ClassVar[Sequence[Column]]

    adds: ClassVar[str] = ""
    """The words of the row that adds a part (bokmål), "" for a table that has none."""

    class Heard(Message):
        """How what was typed at a place in the meeting was read, or what was expected; "" for nothing."""

        def __init__(self, path: str, words: str) -> None:
            super().__init__()
            self.path = path
            self.words = words

    def __init__(self, desk: Desk, *, header: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        titled = [one._replace(title=_(one.title)) if one.title else one for one in self.columns]
        super().__init__(titled, words=self.words_in, header=header, id=id)
        self.desk = desk
        self._found: Mapping[str, Found] = {}
        self._saw = ""
        """What the cell said before that is being typed in."""

    # What it shows

    def listed(self, meeting: Meeting) -> Sequence[Part]:
        """Give the parts that are shown."""
        parts: tuple[Part, ...] = getattr(meeting, self.parts)
        return parts

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the parts as they have become."""
        rows = [self._row(meeting, part) for part in self.listed(meeting)]
        if self.adds:
            words = (f"+ {_(self.adds)}",) if self.columns[0].editable else ("+", _(self.adds))
            rows.append(Row(NEW, words, dim=True))
        self.show(rows)

    def _row(self, meeting: Meeting, part: Part) -> Row:
        cells = tuple(self._marked(meeting, part, column.key) for column in self.columns)
        return Row(part.id, cells, self.is_dim(part))

    def _marked(self, meeting: Meeting, part: Part, column: str) -> str | Content:
        """Give what a cell shows, with the words marked that were found in it."""
        shown = self.cell(meeting, part, column)
        found = self.found_in(part.id, column)
        if not found.spans:
            return shown
        marked = plain_line(shown)
        for start, end in found.within(marked.plain):
            marked = marked.stylize(FOUND, start, end)
        return marked

    def show_found(self, found: Mapping[str, Found]) -> None:
        """Mark words in the cells, and no others; `found` goes by the paths of what the cells edit."""
        mine = {path: each for path, each in found.items() if path.startswith(f"{self.parts}/")}
        if mine != self._found:
            self._found = mine
            self.show_meeting(self.desk.meeting)
            self.mark_open_cell()

    def found_in(self, key: str, column: str) -> Found:
        """Give the words that are marked in a cell while it is typed in."""
        return self._found.get(f"{self.parts}/{key}/{column}", NOTHING)

    def cell(self, meeting: Meeting, part: Part, column: str) -> str | Content:
        """Give what a cell shows."""
        if column == "number":
            return part.id
        return as_text(meeting, f"{self.parts}/{part.id}/{column}", self._today)

    def is_dim(self, part: Part) -> bool:
        """Whether a row stands back a little."""
        del part
        return False

    def words_in(self, key: str, column: str) -> str:
        """Give the text that a cell is edited as."""
        if key == NEW or value(self.desk.meeting, f"{self.parts}/{key}/{column}") is None:
            return ""
        return as_text(self.desk.meeting, f"{self.parts}/{key}/{column}", self._today)

    @property
    def _today(self) -> dt.date:
        return today(self.desk.wall())

    # What is typed in it

    def adding(self, column: str, text: str) -> Ask:
        """Give what adds a part in whose cell a text was typed."""
        said = {column: text} if text and is_text(f"{self.parts}/{NEW}/{column}") else {}
        return add(self.parts, **said)

    def entering(self, path: str, column: str, text: str) -> None:
        """Ask for what is being typed in a cell, as far as it says something already."""
        self.entered(path, column, text)

    def entered(self, path: str, column: str, text: str) -> None:
        """Ask for what was typed in a cell, and tell how it was read."""
        del column
        read = understand(path, text, self._today, before=self._saw)
        if read.ask is not None:
            self.desk.ask(read.ask)
        self.hear(path, read.words)

    def hear(self, path: str, words: str) -> None:
        """Tell how a text was read."""
        self.post_message(self.Heard(path, words))

    @on(Rows.CellTyped)
    def _cell_typed(self, event: Rows.CellTyped) -> None:
        event.stop()
        self._saw = event.before
        self._make_if_new(event)
        if event.key != NEW:
            self.entering(f"{self.parts}/{event.key}/{event.column}", event.column, event.text)

    @on(Rows.CellEdited)
    def _cell_edited(self, event: Rows.CellEdited) -> None:
        event.stop()
        self._saw = event.before
        self._make_if_new(event)
        if event.key != NEW:
            self.entered(f"{self.parts}/{event.key}/{event.column}", event.column, event.text)
            if self.adds:
                self.desk.ask(remove_if_blank(f"{self.parts}/{event.key}"))

    def _make_if_new(self, event: Rows.CellTyped | Rows.CellEdited) -> None:
        """Make a part, once there is a word of it, of the row that adds one, and stay with it."""
        if event.key == NEW and event.text.strip():
            self.desk.ask(self.adding(event.column, event.text))
            made = getattr(self.desk.meeting, self.parts)[-1].id
            event.become(made)
            self.show_meeting(self.desk.meeting)
            self.go_on_in(NEW, made)

    @on(Rows.Turned)
    def _turned(self, event: Rows.Turned) -> None:
        event.stop()
        part = next((one for one in self.listed(self.desk.meeting) if one.id == event.key), None)
        ask = self.turn(part, event.column, event.by) if part is not None else None
        if ask is not None:
            self.desk.ask(ask)

    def turn(self, part: Any, column: str, by: int) -> Ask | None:  # noqa: ANN401 - a part of the list's own kind
        """Give what turns a cell to its next value, or the one before."""
        del part, column, by
        return None

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if event.key == NEW:
            part = added(self.desk, self.parts, self.adding(self.table.column, ""))
        else:
            part = find(tuple(self.listed(self.desk.meeting)), event.key)
        card = self.card(part) if part else None
        if card is not None:
            self.app.push_screen(card)

    def card(self, part: Any) -> Card | None:  # noqa: ANN401 - a part of the list's own kind
        """Give the card that shows all of a part."""
        del part
        return None

    # Ways through it

    def go_through(self, by: int) -> bool:
        """Keep what was typed and go to the next cell that can be changed; False at the end of the table."""
        was_editing = self.editing
        if was_editing:
            self.keep()
        if self.table.cursor == NEW and by > 0 and not was_editing:
            return False
        here = (self.table.cursor, self.table.column)
        self.table.go_on(by)
        return (self.table.cursor, self.table.column) != here

    def come_from(self, by: int) -> None:
        """Put the cursor where one who comes from above (1) or below (-1) begins."""
        changeable = [column.key for column in self.columns if column.editable or column.turns]
        if self.table.rows:
            row = self.table.rows[0 if by > 0 else -1].key
            self.table.go_to(row, changeable[0 if by > 0 or row == NEW else -1])

    def jump(self, path: str) -> bool:
        """Put the cursor on the cell that edits a place; False when it is not one of this table's."""
        parts, _slash, rest = path.partition("/")
        key, _slash, field = rest.rpartition("/") if "/" in rest else (rest, "", "")
        ids = {part.id for part in self.listed(self.desk.meeting)}
        if parts != self.parts or (key and key not in ids):
            return False
        if field and field not in {column.key for column in self.columns}:
            return False
        changeable = next(column.key for column in self.columns if column.editable or column.turns)
        self.table.focus_cell(key or NEW, field or changeable)
        return True
