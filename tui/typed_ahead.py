"""Keys typed ahead over a line that lags: each is handed out when what the one before it opened is there."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual import events
from textual.app import ReturnType
from textual.widget import Widget

from screens.widgets.keys import read_out
from tui.safe_app import SafeApp

OPENING_SECONDS = 5.0
"""How long keys wait for what an Enter opens, before they go to whoever has the focus then."""


class TypedAheadApp(SafeApp[ReturnType]):
    """An app whose keys wait for the dialog or the step that they were meant for.

    Textual hands each key to whoever has the focus when it is read. What opens a screen may be a
    message on its way, and the screen may not be mounted: the keys behind would be lost, or change
    what they were not meant for.
    """

    _entered: Widget | None = None
    """Who was given an Enter, which may lead anywhere, or a letter that begins something new."""

    async def on_event(self, event: events.Event) -> None:
        """Hand out what is typed in its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        await self._opened()
        if isinstance(event, events.Key) and self._may_open(event):
            self._entered = self.focused
        await super().on_event(event)

    def _may_open(self, event: events.Key) -> bool:
        """Whether a key may open what the keys behind it are meant for."""
        return event.key == "enter" or (
            event.is_printable and getattr(self.focused, "begins_with_letters", False)
        )

    async def _opened(self) -> None:
        """Wait until the last such key has led to what it leads to, and the screen is there."""
        entered, self._entered = self._entered, None
        if entered is not None and entered.is_attached:
            # Once for the key, and once for what the widget tells of it.
            for node in (entered, *entered.ancestors_with_self):
                if node is not self:
                    await read_out(node, OPENING_SECONDS)
        if not self.screen.is_mounted or getattr(self.screen, "arriving", False):
            await read_out(self.screen, OPENING_SECONDS)
        ready = getattr(self.screen, "ready", None)
        if isinstance(ready, asyncio.Event):
            with suppress(TimeoutError):
                await asyncio.wait_for(ready.wait(), OPENING_SECONDS)
