"""Lines that stand at an edge of the screen, drawn anew only when they change."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from screens.commands import Command, said


class FrameLine(Widget):
    """One line, painted anew only when its text has changed, and as wide as it finds itself."""

    DEFAULT_CSS = "FrameLine { height: 1; width: 1fr; }"

    def __init__(self, widget_id: str) -> None:
        super().__init__(id=widget_id)
        self._ends = (Content(""), Content(""))

    def say(self, left: Content, right: Content) -> None:
        """Show one text at each end; the left one gives way when there is too little room."""
        if not (left.is_same(self._ends[0]) and right.is_same(self._ends[1])):
            self._ends = (left, right)
            self.refresh()

    def render(self) -> Content:
        """Give the line for the room there is, which is known only now."""
        return self.within(self.size.width)

    def within(self, width: int) -> Content:
        """Give the line within so many cells."""
        left, right = self._ends
        room = max(0, width - right.cell_length - 2) if right else width
        if left.cell_length > room:
            left = left.truncate(room, ellipsis=True)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(left, gap, right)


class TitleLine(FrameLine):
    """The line at the top of every page: what is shown on the left, how it stands on the right."""

    DEFAULT_CSS = "TitleLine { background: $primary-background; text-style: bold; padding: 0 1; }"


class KeyLine(FrameLine):
    """The keys that can be pressed here, so many as there is room for."""

    DEFAULT_CSS = "KeyLine { background: $panel; color: $text; padding: 0 1; }"

    def __init__(self, widget_id: str, commands: Sequence[Command] = ()) -> None:
        super().__init__(widget_id)
        self._commands = tuple(commands)

    def show(self, commands: Sequence[Command]) -> None:
        """Show the commands, first things first: help, as the first, never falls out, nor does what stays."""
        if tuple(commands) != self._commands:
            self._commands = tuple(commands)
            self.refresh()

    def within(self, width: int) -> Content:
        """Give the keys that fit within so many cells."""
        shown = list(self._commands)
        while _keys(shown).cell_length > width and (going := [each for each in shown if not each.stays]):
            shown.remove(going[-1])
        return _keys(shown)


def _keys(commands: Sequence[Command]) -> Content:
    """Give keys on a line, each with what it does."""
    pairs = map(said, commands)
    return Content("  ").join(
        Content.assemble((key, "bold $text-accent"), f" {label}") for key, label in pairs
    )
