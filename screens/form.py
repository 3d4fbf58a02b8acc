"""A form: labels on the left, fields on the right, a line beneath for how an entry was read."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Grid
from textual.widget import Widget
from textual.widgets import Static

from data.language import _
from screens import widgets
from screens.widgets import Text

YES_NO = (("", "–"), ("ja", "ja"), ("nei", "nei"))
"""Options of a form's row: not said, yes, no."""


class FormRow(NamedTuple):
    """One row of a form. `path` is what it edits; `options` makes it a choice, `lines` a note."""

    label: str
    path: str
    placeholder: str = ""
    lines: int = 1
    options: tuple[tuple[str, str], ...] = ()
    """Pairs of a value and the words for it; the words are bokmål, translated where they are shown."""
    words_follow: bool = False
    """Whether the row below is for words about what is chosen here: letters go there."""
    marks: bool = False
    """Whether it marks several of what the body offers, such as goals."""

    @property
    def name(self) -> str:
        """The field's own name, the end of its path."""
        return self.path.rpartition("/")[2]


def private_row(place: str, lines: int = 4) -> FormRow:
    """Give the row for private notes in a step."""
    return FormRow("Kladd", f"notes/{place}/text", "Bare for deg. Kommer ikke i referatet", lines=lines)


class Form(Grid):
    """Rows of labels and fields."""

    DEFAULT_CSS = """
    Form {
        grid-size: 2;
        grid-columns: 15 1fr;
        grid-rows: auto;
        height: auto;
        .form--label { color: $text-muted; height: auto; }
    }
    """

    def __init__(self, *rows: FormRow, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows = rows

    def compose(self) -> ComposeResult:
        for row in self._rows:
            yield Static(_(row.label), classes=f"form--label -{row.name}", markup=False)
            yield _field(row, classes=f"-{row.name}")

    def show_row(self, name: str, shown: bool) -> None:
        """Show or hide the row of a field's name, if there is one."""
        for widget in self.children:
            if widget.has_class(f"-{name}"):
                widget.display = shown


def _field(row: FormRow, classes: str) -> Widget:
    """Make the field of a row; the kinds of field are loaded as they are needed."""
    if row.marks:
        return widgets.Marks(row.path, (), classes=classes)
    if row.options:
        options = [(value, _(words)) for value, words in row.options]
        return widgets.Choice(row.path, options, words_follow=row.words_follow, classes=classes)
    if row.lines > 1:
        return widgets.NoteField(row.path, placeholder=_(row.placeholder), most=row.lines, classes=classes)
    return widgets.Field(row.path, placeholder=_(row.placeholder), classes=classes)


class Heading(Text):
    """The heading of a section."""

    DEFAULT_CSS = """
    Heading {
        text-style: bold; color: $text-primary; margin-top: 1; height: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, text: str, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(text, id=id)
