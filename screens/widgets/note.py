"""Several lines for text from people."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.strip import Strip
from textual.widgets import TextArea

from data.clean import clean, clean_prose
from screens.widgets import recording
from screens.widgets.keys import MOVES, InOrder
from screens.widgets.label import plain
from screens.widgets.recording import Recording
from screens.widgets.sparing import Sparing
from screens.widgets.steady import SteadyTextArea

_NOT_OURS = frozenset({"f6", "f7", "pageup", "pagedown"})
"""Keys of TextArea that belong to the meeting."""


class NoteField(Recording, InOrder, Sparing, SteadyTextArea, inherit_bindings=False):
    """A note that grows with its text up to `most` lines; what is typed is told as `Edited`.

    Enter begins a new line, Tab leaves. `path` names what it edits.
    """

    DEFAULT_CSS = """
    NoteField, NoteField:focus {
        height: auto;
        min-height: 1;
        padding: 0;
        border: none;
        border-left: blank;
        background: $surface;
        scrollbar-size-vertical: 1;
        & .text-area--placeholder { color: $text-muted; }
        & .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    }
    NoteField:focus { border-left: outer $primary; }
    NoteField > .note--found { text-style: underline; color: $text-warning; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"note--found"}

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        *(
            binding
            for binding in TextArea.BINDINGS
            if isinstance(binding, Binding) and binding.key not in _NOT_OURS
        ),
    ]

    Edited: TypeAlias = recording.Edited

    def __init__(  # noqa: PLR0913 - named, and each with a default
        self,
        path: str = "",
        value: str = "",
        *,
        placeholder: str = "",
        most: int = 8,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str | None = None,
    ) -> None:
        value = clean(value)
        super().__init__(
            value,
            placeholder=plain(placeholder),
            highlight_cursor_line=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.styles.max_height = most
        self.prepare(path, value)
        self.move_cursor(self.document.end)
        self.disable_messages(TextArea.Changed, TextArea.SelectionChanged)

    @property
    def words(self) -> str:
        """The text as it stands in the note."""
        return self.text

    def settled(self, value: str) -> str:
        """Give a text as the meeting keeps several lines."""
        return clean_prose(value)

    def take(self, value: str) -> None:
        """Put another text in the note, with the cursor behind it."""
        self.load_text(clean(value))
        self.move_cursor(self.document.end)

    def stand_at(self, at: int) -> None:
        """Put the cursor at a place in the text."""
        before = self.text[:at]
        self.move_cursor((before.count("\n"), len(before) - before.rfind("\n") - 1))

    @property
    def stands_at(self) -> int:
        """Where in the text the cursor is."""
        return self._place_of(*self.cursor_location)

    def _place_of(self, row: int, column: int) -> int:
        """Give the place in the text of a place in a line."""
        return sum(len(self.document.get_line(above)) + 1 for above in range(row)) + column

    def draw_found(self) -> None:
        """Draw the text anew; lines that are remembered have other words marked."""
        self._line_cache.clear()
        super().draw_found()

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit; every edit by a person comes through here."""
        edit.text = clean(edit.text)
        result = super().edit(edit)
        self.noticed()
        return result

    def _recompute_cursor_offset(self) -> None:
        """Find the cursor, which an undo may leave for a moment on a line that is gone."""
        place = self.clamp_visitable(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(place)

    def _render_line(self, y: int) -> Strip:
        """Give one line. TextArea makes the whole paragraph anew for each line it is wrapped into."""
        style = self._theme.base_style or self.rich_style
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if place >= self.wrapped_document.height:
            return Strip.blank(width, style)
        row, section = self.wrapped_document._offset_to_line_info[place]  # noqa: SLF001 - the public way is slow
        whole = self.document.get_line(row)
        start, end = [0, *self.wrapped_document.get_offsets(row), len(whole) + 1][section : section + 2]
        line = Text(f"{whole} "[start:end], end="", no_wrap=True)
        self._mark(line, row, start)
        strip = Strip(line.render(self.app.console), line.cell_len)
        return strip.extend_cell_length(width, style).apply_style(style)

    def _mark(self, line: Text, row: int, start: int) -> None:
        """Mark what was found, what is selected, and the cursor, in a line that starts at a place."""
        if self.found.spans:
            self._mark_found(line, self._place_of(row, start))
        (top, left), (bottom, right) = sorted(self.selection)
        if (top, left) != (bottom, right) and top <= row <= bottom:
            first = left - start if row == top else 0
            last = right - start if row == bottom else max(1, len(self.document.get_line(row)) - start)
            if self._theme.selection_style and last > 0:
                line.stylize(self._theme.selection_style, max(0, first), last)
        cursor_row, cursor = self.cursor_location
        if row == cursor_row and 0 <= cursor - start < len(line) and self._draw_cursor:
            line.stylize(self._theme.cursor_style or "reverse", cursor - start, cursor - start + 1)

    def _mark_found(self, line: Text, start: int) -> None:
        """Mark the words found in a line that starts at a place in the text."""
        style = self.get_component_rich_style("note--found", partial=True)
        for first, last in self.found.within(self.text):
            if first - start < len(line) and last > start:
                line.stylize(style, max(0, first - start), last - start)

    @property
    def gone_back(self) -> bool:
        """Whether something typed since the note was entered has been taken back here."""
        return bool(self.history.redo_stack)

    def action_undo(self) -> None:
        """Take back what was typed last; with nothing to take back the key goes on to the screen."""
        if not self.history.undo_stack:
            self.history.clear()
            self.flush()
            raise SkipAction
        self.undo()
        self.noticed()

    def action_redo(self) -> None:
        """Bring back what was taken back."""
        if not self.history.redo_stack:
            raise SkipAction
        self.redo()
        self.noticed()

    def _on_blur(self, _event: events.Blur) -> None:
        """Forget the typing's history; it was told on the way out."""
        self.history.clear()
