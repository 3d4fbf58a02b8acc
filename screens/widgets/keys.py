"""Keys in the order they were pressed, also when many arrive at once over a slow line."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding, BindingType
from textual.message_pump import MessagePump
from textual.widget import Widget

if TYPE_CHECKING:
    _Widget = Widget
else:
    # Textual takes styles, bindings and component classes from the first base that is a widget,
    # so what is mixed in must not be one.
    _Widget = object

PATIENCE = 0.5
"""Seconds to wait for a widget that is busy before going on without it."""

MOVES: list[BindingType] = [
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
]
"""The keys between fields. They have priority: Textual hands each key to whoever has the focus when
it is read, so only a binding that acts at once sends the keys behind it to the next field."""


class Mixin(_Widget):
    """What several widgets have in common. `query` finds them by it as by a class of Textual's."""

    def __init_subclass__(cls, **settings: bool) -> None:
        """Add the names of what is mixed in to those a query matches."""
        super().__init_subclass__(**settings)
        if hasattr(cls, "_css_type_names"):
            mixed_in = {base.__name__ for base in cls.__mro__ if issubclass(base, Mixin)}
            cls._css_type_names = cls._css_type_names | mixed_in


class InOrder(Mixin):
    """A widget that obeys its own keys itself, in the order they came.

    Textual lets a key bubble to the app before its binding is looked up, so that letters typed
    behind a backspace are in the text before it deletes. Here the binding is run where the
    letters are.
    """

    async def _on_key(self, event: events.Key) -> None:
        """Run the widget's own binding for a key, and stop the key when that handled it."""
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if not binding.priority and await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return


def put_focus(widget: Widget, *, scroll_visible: bool = True) -> None:
    """Give a widget the focus, now: `Widget.focus` would have it wait behind the keys typed ahead."""
    widget.screen.set_focus(widget, scroll_visible=scroll_visible)


async def read_out(pump: MessagePump, patience: float = PATIENCE) -> None:
    """Wait until `pump` has handled everything it was handed before this call, `patience` seconds at most.

    One that is about to start is waited for too.
    """
    # Of the task and not of running, which is said later; an app in its own process has neither.
    if getattr(pump, "_task", None) in {None, asyncio.current_task()}:
        return
    done = asyncio.Event()
    if pump.call_later(done.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), patience)
