"""Lines that stand at an edge of the screen, drawn anew only when they change."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from screens.commands import Command, said


class FrameLine(Static):
    """One line, drawn anew only when its text has changed."""

    DEFAULT_CSS = "FrameLine { height: 1; width: 1fr; }"

    def __init__(self, widget_id: str) -> None:
        super().__init__("", id=widget_id, markup=False)
        self._shown: tuple[object, ...] = ()

    def say(self, left: Content, right: Content) -> None:
        """Show one text at each end; the left one gives way when there is too little room."""
        width = self.size.width
        if (left, right, width) == self._shown or not width:
            return
        self._shown = (left, right, width)
        room = max(0, width - right.cell_length - 2) if right else width
        if left.cell_length > room:
            left = left.truncate(room, ellipsis=True)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        self.update(Content.assemble(left, gap, right), layout=False)


class KeyLine(FrameLine):
    """The keys that can be pressed here, so many as there is room for."""

    DEFAULT_CSS = "KeyLine { background: $panel; color: $text; padding: 0 1; }"

    def show(self, commands: Sequence[Command]) -> None:
        """Show the commands, first things first; help is first and so never falls out."""
        shown = Content("")
        for command in commands:
            key, label = said(command)
            gap = "  " if shown else ""
            piece = Content.assemble(gap, (key, "bold $text-accent"), f" {label}")
            if shown.cell_length + piece.cell_length > self.size.width:
                break
            shown = shown + piece
        self.say(shown, Content(""))
