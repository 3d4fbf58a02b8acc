"""A list of lines to choose from, as wide as the page."""

from __future__ import annotations

from textual.widgets import OptionList

from screens.widgets.keys import InOrder

EDGES = 3
"""Cells that the air at both sides and the scrollbar take."""


class LineList(InOrder, OptionList):
    """Lines from edge to edge. Room for the scrollbar is kept, so that none is broken when it comes."""

    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    LineList:focus { border: none; background-tint: transparent; }
    LineList.-textual-compact { padding: 0 1; }
    LineList > .option-list--option-disabled { color: $text-muted; }
    """

    @property
    def room(self) -> int:
        """The cells of a line, also before the list is laid out."""
        return self.scrollable_content_region.width or self.app.size.width - EDGES
