"""Every kind of field below the other, and a line for each thing they tell."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from screens.widgets import Column, EditableRows, Edited, Field, NoteField, Row, Rows, SparingScreen, Text
from tui.safe_app import SafeApp

COLUMNS = [Column("n", "Nr", 4), Column("what", "Hva", editable=True), Column("who", "Hvem", editable=True)]
ROWS = [Row("T1", ("T1", "Ringe BUP", "Kari Kladd")), Row("T2", ("T2", "Møte skolen", "Per Prøve"))]


class FieldsScreen(SparingScreen, Screen[None]):
    """The fields."""

    AUTO_FOCUS = "#first"

    def compose(self) -> ComposeResult:
        """Put the fields below each other."""
        yield Field("first", id="first")
        yield Field("second")
        yield NoteField("note", most=4)
        yield EditableRows(COLUMNS, ROWS)
        yield Text("klar", id="said")

    def on_field_edited(self, edit: Edited) -> None:
        """Show what was told of a field."""
        self.say(f"{edit.path}={edit.value}")

    def on_rows_cell_edited(self, edit: Rows.CellEdited) -> None:
        """Show what was told of a cell."""
        self.say(f"{edit.key}.{edit.column}={edit.text}")

    def say(self, words: str) -> None:
        """Add words to the line."""
        self.said = [*getattr(self, "said", []), words.replace("\n", "|")]
        self.query_one("#said", Text).show(" ; ".join(self.said))


class Fields(SafeApp[None]):
    """The program."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", priority=True)]

    def get_default_screen(self) -> Screen[None]:
        """Begin with the fields."""
        return FieldsScreen(id="_default")


if __name__ == "__main__":
    Fields().run()
