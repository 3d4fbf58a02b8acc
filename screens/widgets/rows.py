"""A light table: any number of rows, painted line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from screens.widgets import happenings
from screens.widgets.keys import MOVES, InOrder, put_focus
from screens.widgets.label import plain_line
from screens.widgets.sparing import Sparing
from screens.widgets.table import NEW, Column, Row, spread

_MARGIN = 2
"""Cells to the left of the rows, where the cursor stands."""


class Rows(InOrder, Sparing, ScrollView, can_focus=True):
    """Rows to walk through with the arrow keys.

    With `by_cell` the cursor is on one cell and left and right move it; without, it is on the row
    and left and right turn the row's turning column. The row is marked in the margin, so that it
    is seen without colour.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--header",
        "rows--row",
        "rows--dim",
        "rows--cursor",
    }

    DEFAULT_CSS = """
    Rows {
        height: auto;
        scrollbar-size-horizontal: 0;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .rows--header { text-style: underline; color: $text-muted; }
        & > .rows--row { color: $text; }
        & > .rows--dim { color: $text-muted; }
        & > .rows--cursor { background: $surface; }
        &:focus > .rows--cursor { text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("left", "side(-1)", show=False),
        Binding("right", "side(1)", show=False),
        Binding("space", "turn(1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("ctrl+up", "move(-1)", show=False),
        Binding("ctrl+down", "move(1)", show=False),
    ]

    CellEdited: TypeAlias = happenings.CellEdited
    CellTyped: TypeAlias = happenings.CellTyped
    Chosen: TypeAlias = happenings.Chosen
    Highlighted: TypeAlias = happenings.Highlighted
    Moved: TypeAlias = happenings.Moved
    Turned: TypeAlias = happenings.Turned
    Typed: TypeAlias = happenings.Typed

    def __init__(  # noqa: PLR0913 - named, and each with a default
        self,
        columns: Sequence[Column],
        rows: Sequence[Row] = (),
        *,
        header: bool = True,
        by_cell: bool = False,
        empty: str = "",
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self.by_cell = by_cell
        self._header = 1 if header else 0
        self._empty = plain_line(empty)
        self._at = 0
        self._column = 0
        self._strips: dict[tuple[object, ...], Strip] = {}
        self.show(rows)

    # What it shows

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on the row with the same key, or else where it was.

        Nothing is painted when they are shown already.
        """
        if self.virtual_size.height and _alike(self.rows, rows):
            return
        key = self.cursor
        self.rows = tuple(rows)
        keys = [row.key for row in rows]
        self._at = keys.index(key) if key in keys else max(0, min(self._at, len(keys) - 1))
        size = Size(0, self._header + max(len(self.rows), 1))
        if size != self.virtual_size:
            self.virtual_size = size
        self.refresh()

    def say_when_empty(self, words: str) -> None:
        """Let words stand where there are no rows."""
        empty = plain_line(words)
        if empty.plain != self._empty.plain:
            self._empty = empty
            self.refresh()

    @property
    def cursor(self) -> str:
        """The key of the row the cursor is on, "" when there are no rows."""
        return self.rows[self._at].key if self.rows else ""

    @property
    def column(self) -> str:
        """The key of the column the cursor is on, "" when it is on the whole row."""
        return self.columns[self._column].key if self.by_cell else ""

    def go_to(self, key: str, column: str = "") -> None:
        """Put the cursor on a row, and on a column."""
        at = next((at for at, row in enumerate(self.rows) if row.key == key), self._at)
        side = next((at for at, known in enumerate(self.columns) if known.key == column), self._column)
        self._put(at, side)

    def focus_cell(self, key: str, column: str = "") -> None:
        """Put the cursor on a cell and the focus on the table."""
        self.go_to(key, column)
        put_focus(self)

    def cell_region(self, key: str, column: str) -> Region:
        """Give where a cell stands inside the table, before scrolling is taken off."""
        at = next(at for at, row in enumerate(self.rows) if row.key == key)
        side = next(at for at, known in enumerate(self.columns) if known.key == column)
        x, width = self._spread()[side]
        return Region(x + _MARGIN, at + self._header - self.scroll_offset.y, width, 1)

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        """Tell of a letter typed on an editable cell, or on the row that adds another."""
        if event.is_printable and event.character and self._takes_letters(event.key):
            event.stop()
            event.prevent_default()
            self._typed(event.character)

    def _takes_letters(self, key: str) -> bool:
        """Whether a letter goes into the cell under the cursor."""
        if not self.by_cell:
            return self.begins_with_letters and key != "space"
        column = self.columns[self._column]
        return bool(self.rows and column.editable and not (key == "space" and column.turns))

    @property
    def begins_with_letters(self) -> bool:
        """Whether a letter may begin a new row, in what that opens: the letters behind it belong there."""
        return not self.by_cell and self.cursor == NEW

    def _typed(self, character: str) -> None:
        """Tell of a letter."""
        self.post_message(self.Typed(self, self.cursor, self.column, character))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep letters from those who have keys of one letter, where they would go into a cell."""
        return bool(character and character.isprintable() and self._takes_letters(key))

    def action_go(self, by: int) -> None:
        """Go up or down a row."""
        self._put(self._at + by, self._column)

    def action_page(self, by: int) -> None:
        """Go up or down as many rows as are seen."""
        self._put(self._at + by * max(1, self.size.height - self._header), self._column)

    def action_edge(self, place: int) -> None:
        """Go to the first row or the last."""
        self._put(len(self.rows) - 1 if place else 0, self._column)

    def action_side(self, by: int) -> None:
        """Go to the next column or the one before; without a cursor on cells, turn the value."""
        if self.by_cell:
            self._put(self._at, self._column + by)
        else:
            self.action_turn(by)

    def action_turn(self, by: int) -> None:
        """Ask for the next value of a cell that turns."""
        column = self.columns[self._column]
        if not self.by_cell:
            column = next((known for known in self.columns if known.turns), column)
        if self.rows and column.turns:
            self.post_message(self.Turned(self, self.cursor, column.key, by))

    def action_choose(self) -> None:
        """Tell that the row is chosen."""
        if self.rows:
            self.post_message(self.Chosen(self, self.cursor, self.column))

    def action_move(self, by: int) -> None:
        """Ask for the row to be moved."""
        if self.rows:
            self.post_message(self.Moved(self, self.cursor, by))

    async def _on_click(self, event: events.Click) -> None:
        """Go to what is clicked; choose it when the cursor is there already."""
        at = event.y - self._header + self.scroll_offset.y
        if event.y < self._header or at >= len(self.rows):
            return
        here = (self._at, self._column)
        x = event.x - _MARGIN
        side = max((n for n, (start, _) in enumerate(self._spread()) if start <= x), default=0)
        self._put(at, side)
        if here == (self._at, self._column):
            self.action_choose()

    def _put(self, at: int, column: int) -> None:
        """Put the cursor somewhere, within the table and in sight."""
        here = (self._at, self._column)
        self._at = max(0, min(at, len(self.rows) - 1))
        self._column = max(0, min(column, len(self.columns) - 1))
        if here == (self._at, self._column):
            return
        if not self._scroll_to_cursor():
            self.refresh(self._line_of(here[0]), self._line_of(self._at))
        self.post_message(self.Highlighted(self, self.cursor, self.column))
        self.call_after_refresh(self._come_in_sight)

    def _scroll_to_cursor(self) -> bool:
        """Have the cursor's row among those that are seen; say whether that took scrolling.

        Half of what is seen comes anew, so that the next keys move the cursor and not the whole table:
        each scrolling sends every line of it.
        """
        seen = max(1, self.size.height - self._header)
        if 0 <= self._at - self.scroll_offset.y < seen:
            return False
        below = self._at > self.scroll_offset.y
        top = self._at + 1 - (seen + 1) // 2 if below else self._at - seen // 2
        self.scroll_to(y=max(0, min(top, len(self.rows) - seen)), animate=False)
        self.refresh()
        return True

    def on_resize(self) -> None:
        """Keep the cursor in sight where what stands around the table takes of its height."""
        self._scroll_to_cursor()

    def _line_of(self, at: int) -> Region:
        """Give where a row is painted."""
        return Region(0, at + self._header - self.scroll_offset.y, self.size.width, 1)

    def _come_in_sight(self) -> None:
        """Have what the table stands in scroll to the cursor, where the table is the taller one."""
        widgets = (node for node in self.ancestors if isinstance(node, Widget))
        around = next((widget for widget in widgets if widget.allow_vertical_scroll), None)
        if around is None or not self.has_focus:
            return
        y = self.region.y + self._header + self._at - self.scroll_offset.y
        inside = around.scrollable_content_region
        beyond = min(0, y - inside.y) or max(0, y + 1 - inside.bottom)
        if beyond:
            around.scroll_relative(y=beyond, animate=False)

    # Painting

    def _on_focus(self, _event: events.Focus) -> None:
        self.refresh()

    def _on_blur(self, _event: events.Blur) -> None:
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget lines painted in other colours."""
        self._strips.clear()
        super().notify_style_update()

    def _spread(self) -> list[tuple[int, int]]:
        """Give the place and width of each column, from the margin on."""
        return spread(self.columns, self.scrollable_content_region.width - _MARGIN)

    def render_line(self, y: int) -> Strip:
        """Give one line: the header, a row or nothing."""
        if y < self._header:
            titles = tuple(column.title for column in self.columns)
            return self._line(titles, "rows--header", "  ")
        at = y - self._header + self.scroll_offset.y
        if at >= len(self.rows):
            words = self._empty if at == 0 else Content("")
            return self._strip(Content.assemble("  ", words), self.visual_style)
        row = self.rows[at]
        if at != self._at:
            return self._line(row.cells, "rows--dim" if row.dim else "rows--row", "  ")
        mark = "▶ " if self.has_focus else "▷ "
        cell = self._column if self.by_cell and self.has_focus else -1
        return self._line(row.cells, "rows--cursor", mark, cell)

    def _line(self, cells: Sequence[str | Content], look: str, mark: str, cell: int = -1) -> Strip:
        """Give a line of cells in a look, kept for the next time it is wanted."""
        words = tuple((shown.plain, *shown.spans) for shown in map(plain_line, cells))
        key = (words, look, mark, cell, self.size.width, self.has_focus)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > 1000:
                self._strips.clear()
            strip = self._strips[key] = self._compose_line(cells, look, mark, cell)
        return strip

    def _compose_line(self, cells: Sequence[str | Content], look: str, mark: str, cell: int) -> Strip:
        """Lay cells out side by side, each cut to its column."""
        line = Content(mark)
        for at, ((x, width), words) in enumerate(zip(self._spread(), cells, strict=False)):
            shown = plain_line(words).truncate(width, ellipsis=True)
            if at == cell:
                shown = shown.truncate(width, pad=True).stylize("reverse")
            line = Content.assemble(line.truncate(x + _MARGIN, pad=True), shown)
        return self._strip(line, self.get_visual_style(look))

    def _strip(self, line: Content, style: Style) -> Strip:
        """Give content as a strip of the whole width, in a style as far as there are words.

        Behind them nothing changes when the cursor comes and goes, so nothing is sent.
        """
        width = self.scrollable_content_region.width
        words = line.truncate(min(width, line.cell_length + 1), pad=True)
        blank = Content(" " * (width - words.cell_length))
        return Strip([*words.render_segments(style), *blank.render_segments(self.visual_style)], width)


def _alike(before: Sequence[Row], after: Sequence[Row]) -> bool:
    """Whether rows look the same; two contents are equal to Textual when just their letters are."""
    return tuple(before) == tuple(after) and not any(
        isinstance(cell, Content) for row in after for cell in row.cells
    )
