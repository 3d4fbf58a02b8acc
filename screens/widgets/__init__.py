"""The building blocks of every screen: fields, tables, clocks and choices.

Each is loaded when it is first asked for, so that a screen pays for what it shows.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.widgets.choice import Choice
    from screens.widgets.clock import Clock
    from screens.widgets.editable import EditableRows
    from screens.widgets.field import Field
    from screens.widgets.label import Text, plain
    from screens.widgets.marks import Marks
    from screens.widgets.note import NoteField
    from screens.widgets.recording import Edited, Recording, settle
    from screens.widgets.rows import Rows
    from screens.widgets.spans import SparingScreen
    from screens.widgets.table import Column, Row

__all__ = [
    "Choice",
    "Clock",
    "Column",
    "EditableRows",
    "Edited",
    "Field",
    "Marks",
    "NoteField",
    "Recording",
    "Row",
    "Rows",
    "SparingScreen",
    "Text",
    "plain",
    "settle",
]

_HOME = {
    "Choice": "choice",
    "Clock": "clock",
    "Column": "table",
    "EditableRows": "editable",
    "Edited": "recording",
    "Field": "field",
    "Marks": "marks",
    "NoteField": "note",
    "Recording": "recording",
    "Row": "table",
    "Rows": "rows",
    "SparingScreen": "spans",
    "Text": "label",
    "plain": "label",
    "settle": "recording",
}


def __getattr__(name: str) -> object:
    """Load the module a name lives in."""
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"screens.widgets.{_HOME[name]}"), name)
