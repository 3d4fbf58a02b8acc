"""What every screen over a meeting or a group can do: take back the last change, and make it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from screens.desk import Keeper
from screens.widgets import Recording, settle
from screens.widgets.keys import read_out

if TYPE_CHECKING:
    _Screen = Screen[Any]
else:
    # Mixed into a screen, modal or not, and so not one itself; see `keys.Mixin`.
    _Screen = object


class Undoing(_Screen):
    """To stand before a screen that has the keys for it among its COMMANDS, and a `desk`."""

    desk: Keeper

    async def follow(self) -> None:
        """Show what the screen is over as it has become: what is typed behind a key is typed in that."""
        raise NotImplementedError

    async def action_undo(self) -> None:
        """Take back what was typed last in the field at hand; with nothing there, the last change."""
        field = await self._field()
        past = field.path if field is not None and field.gone_back else ""
        if not await self._done_in("undo", field):
            await settle(self)
            self.desk.undo(past=past)
            await self.follow()

    async def action_redo(self) -> None:
        """Bring back what was taken back in the field at hand; with nothing there, the last undone change."""
        if not await self._done_in("redo", await self._field()):
            await settle(self)
            self.desk.redo()
            await self.follow()

    async def _field(self) -> Recording | None:
        """Give the field at hand, once it has read what was typed."""
        if self.focused is not None:
            await read_out(self.focused)  # a table then opens the cell that is typed in
        field = self.focused
        if not isinstance(field, Recording):
            return None
        await read_out(field)
        return field

    async def _done_in(self, action: str, field: Recording | None) -> bool:
        """Let a field do something first; say whether it did.

        It is asked from here, with priority: a key that the field let pass would come back behind those
        pressed after it.
        """
        return field is not None and await self.app.run_action(action, field)
