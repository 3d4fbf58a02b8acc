"""What every screen over a meeting or a group can do: take back the last change, and make it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from screens.desk import Keeper
from screens.widgets import settle

if TYPE_CHECKING:
    _Screen = Screen[Any]
else:
    # Mixed into a screen, modal or not, and so not one itself; see `keys.Mixin`.
    _Screen = object


class Undoing(_Screen):
    """To stand before a screen that has the keys for it among its COMMANDS, and a `desk`."""

    desk: Keeper

    async def action_undo(self) -> None:
        """Take back the last change."""
        await settle(self)
        self.desk.undo()

    async def action_redo(self) -> None:
        """Make the last undone change again."""
        await settle(self)
        self.desk.redo()
