"""What every screen over a whole meeting can do: write a tiltak, undo, redo, leave."""

from __future__ import annotations

from textual.screen import Screen

from data.meeting import Meeting
from screens.desk import Desk
from screens.undoing import Undoing
from screens.widgets import SparingScreen, settle


class DeskScreen(Undoing, SparingScreen, Screen[None]):
    """A screen over the meeting that a desk holds. A subclass has the keys, among its COMMANDS."""

    AUTO_FOCUS = ""

    desk: Desk

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    async def action_tiltak(self) -> None:
        """Open the line that a tiltak is written on."""
        from screens.tiltak_line import TiltakLineScreen  # noqa: PLC0415 - loaded when it is first opened

        await settle(self)
        self.app.push_screen(TiltakLineScreen(self.desk))

    async def action_leave(self) -> None:
        """Leave the meeting."""
        await settle(self)
        self.desk.leave()


def same_but_for_notes(meeting: Meeting, other: Meeting) -> bool:
    """Whether two states of a meeting differ in notes alone, as while a tiltak's line is typed."""
    return meeting.having({"notes": other.notes}) == other
