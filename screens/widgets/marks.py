"""Any of a few values, each with a mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.keys import MOVES, InOrder
from screens.widgets.label import plain_line
from screens.widgets.sparing import Sparing

_GAP = 2


class Marks(InOrder, Sparing, Widget, can_focus=True):
    """Values to mark, `[x] Trygg på skolen  [ ] Leseglede`, on as many lines as it takes.

    Left and right go between them, space marks. `options` pairs each value with its words.
    """

    DEFAULT_CSS = "Marks { width: 1fr; height: auto; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("enter", "app.focus_next", show=False, priority=True),
        Binding("right", "go(1)", show=False),
        Binding("left", "go(-1)", show=False),
        Binding("space", "mark", show=False),
    ]

    class Changed(Message):
        """A person marked a value or took the mark away.

        `path` is what the marks edit, `values` are those now marked, in the order of the options.
        """

        def __init__(self, marks: Marks, path: str, values: tuple[str, ...]) -> None:
            super().__init__()
            self.marks = marks
            self.path = path
            self.values = values

        @property
        def control(self) -> Marks:
            """The marks, for `@on` with a selector."""
            return self.marks

    def __init__(
        self,
        path: str,
        options: Sequence[tuple[str, str]],
        values: tuple[str, ...] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.path = path
        self.values = values
        self._given = list(options)
        self._options = [(key, plain_line(words)) for key, words in options]
        self._at = 0

    def show(self, values: tuple[str, ...], options: Sequence[tuple[str, str]] | None = None) -> None:
        """Show what the meeting holds, without telling it back; `options` when they are others."""
        if options is not None and list(options) != self._given:
            self._given = list(options)
            self._options = [(key, plain_line(words)) for key, words in options]
            self._at = min(self._at, max(0, len(self._options) - 1))
            self.refresh(layout=True)
        if values != self.values:
            self.values = values
            self.refresh()

    def action_go(self, by: int) -> None:
        """Go to the next value or the one before."""
        self._at = (self._at + by) % max(1, len(self._options))
        self.refresh()

    def action_mark(self) -> None:
        """Mark the value the cursor is on, or take its mark away."""
        if not self._options:
            return
        turned = self._options[self._at][0]
        marked = set(self.values) ^ {turned}
        self.show(tuple(key for key, _ in self._options if key in marked))
        self.post_message(self.Changed(self, self.path, self.values))

    def _on_focus(self, _event: events.Focus) -> None:
        self.refresh()

    def _on_blur(self, _event: events.Blur) -> None:
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        """Mark what is clicked."""
        event.stop()
        for at, (y, x, item) in enumerate(self._places(self.size.width)):
            if y == event.y and x <= event.x < x + item.cell_length:
                self._at = at
                self.action_mark()

    def _places(self, width: int) -> list[tuple[int, int, Content]]:
        """Give line, column and content of each item, wrapped at `width`."""
        places: list[tuple[int, int, Content]] = []
        x = y = 0
        for at, (key, words) in enumerate(self._options):
            cursor = self.has_focus and at == self._at
            mark = "[x] " if key in self.values else "[ ] "
            item = Content.assemble(mark, words).truncate(max(1, width), ellipsis=True)
            if x and x + item.cell_length > width:
                x, y = 0, y + 1
            places.append((y, x, item.stylize("reverse") if cursor else item))
            x += item.cell_length + _GAP
        return places

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Give as many lines as the items take."""
        places = self._places(width)
        return places[-1][0] + 1 if places else 1

    def render_line(self, y: int) -> Strip:
        """Give one line of items."""
        line = Content("")
        for row, x, item in self._places(self.size.width):
            if row == y:
                line = Content.assemble(line.truncate(x, pad=True), item)
        line = line.truncate(self.size.width, pad=True)
        return Strip(line.render_segments(self.visual_style), self.size.width)
