"""A clock that is told what to show, and sends no more than that to the terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.label import plain_line
from screens.widgets.sparing import Sparing


class Clock(Sparing, Widget):
    """A time in figures, `width` cells wide (in figures three rows tall when `big`)."""

    DEFAULT_CSS = "Clock { width: auto; height: auto; }"

    def __init__(
        self,
        text: str = "",
        *,
        width: int = 6,
        big: bool = False,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.text = plain_line(text).plain
        self._cells = width * (3 if big else 1)
        self._big = big

    def show(self, text: str) -> None:
        """Show `text`; nothing is painted when it is shown already."""
        if (text := plain_line(text).plain) != self.text:
            self.text = text
            self.refresh()

    def get_content_width(self, _container: Size, _viewport: Size) -> int:
        """Give the fixed width."""
        return self._cells

    def get_content_height(self, _container: Size, _viewport: Size, _width: int) -> int:
        """Give the fixed height."""
        return 3 if self._big else 1

    def render_line(self, y: int) -> Strip:
        """Give one row of the figures, to the right."""
        text = _row(self.text, y) if self._big else self.text
        width = self.size.width
        style = self.visual_style.rich_style
        return Strip([Segment(text.rjust(width), style)]).adjust_cell_length(width, style)


def _row(text: str, y: int) -> str:
    """Give row `y` of the figures of `text`, three cells each; what has no figure stands below."""
    return "".join(_figure(character, y) for character in text)


def _figure(character: str, y: int) -> str:
    """Give row `y` of one figure."""
    place = DIGITS.find(character)
    if place < 0:
        return f" {character} " if y == 2 else "   "
    return DIGITS3X3_BOLD[place * 3 + y].ljust(3)
