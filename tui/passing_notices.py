"""Notices that go with what they were about: they do not lie over the next page or step."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import ReturnType
from textual.screen import Screen
from textual.widgets._toast import ToastRack

from tui.typed_ahead import TypedAheadApp


class PassingNoticesApp(TypedAheadApp[ReturnType]):
    """An app whose news is gone once one goes on to something else.

    Only what stood there when the key was pressed goes: what the key itself has told, such as where
    something was saved, belongs to what it leads to. Errors and warnings say what to do, and stay.
    """

    _seen: frozenset[str] = frozenset()
    """The identities of the notices that stood there when somebody last did something."""

    def on_mount(self) -> None:
        """Look out for other pages."""
        self.screen_change_signal.subscribe(self, self._another_page, immediate=True)

    async def on_event(self, event: events.Event) -> None:
        """Note what could be read when a key was pressed."""
        if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded:
            self._seen = frozenset(notice.identity for notice in self._notifications)
        await super().on_event(event)

    def _another_page(self, _screen: Screen[Any]) -> None:
        self.turn_page()

    def turn_page(self) -> None:
        """Take away the news that one has had before one's eyes."""
        news = [each for each in self._notifications if each.severity == "information"]
        passing = [each for each in news if each.identity in self._seen]
        for notice in passing:
            self._unnotify(notice, refresh=False)
        if passing:
            self._take_off_all_screens()

    def _take_off_all_screens(self) -> None:
        """Let no screen show them any more: beneath a dialog they would be seen still."""
        for screen in self.screen_stack:
            for rack in screen.children:
                if isinstance(rack, ToastRack):
                    rack.call_later(rack.show, self._notifications)
