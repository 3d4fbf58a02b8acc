"""A list narrowed while one types: what is typed ahead narrows it before the cursor goes on to it."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.screen import Screen

from data.language import _
from screens.widgets import Choice, Field, SparingScreen, settle

ONWARD: list[BindingType] = [
    # With priority, before what fields and tables make of them: see `Narrowed.action_go`.
    Binding("tab", "go(1)", show=False, priority=True),
    Binding("shift+tab", "go(-1)", show=False, priority=True),
    Binding("enter", "go_from_field", show=False, priority=True),
]
"""The keys from field to field and on to what follows, for a page that first takes in what is typed ahead."""


def nothing_wanted() -> str:
    """Say that a list has nothing of what is asked for, which is not to say that there is nothing."""
    return _("Ingenting her passer med det du har skrevet eller valgt over.")


class Narrowed(SparingScreen, Screen[None]):
    """A page of fields above a list that they narrow.

    A field tells what was typed a little after the keys. A key that reached the list sooner would open, or
    set, what the list is about to leave out: another child's.
    """

    async def come_up_to_date(self) -> bool:
        """Let the list show what is asked for by all that is typed; give whether it does."""
        await settle(self)
        return True

    async def action_go(self, by: int) -> None:
        """Go to the next field or the list, or to the one before."""
        if not await self.come_up_to_date():
            return
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    async def action_go_from_field(self) -> None:
        """Go on from a field; in the list Enter means something else."""
        if not isinstance(self.focused, Field | Choice):
            raise SkipAction
        await self.action_go(1)
