"""What keeps a meeting from being read over a shoulder: a curtain before the screen, and hidden names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ReturnType
from textual.screen import Screen
from textual.timer import Timer

from data.language import _
from data.locations import Locations
from data.timekeeping import MeetingClock
from screens.commands import bindings
from screens.curtain import COMMANDS, Curtain
from screens.widgets import settle
from tui.passing_notices import PassingNoticesApp

if TYPE_CHECKING:
    from data.people import KnownNames

NAMES_SECONDS = 0.5
"""How often it is asked, while names are hidden, whether there are new ones."""

NAMES_HIDDEN = "Navn vises som forbokstaver. Ctrl+O viser dem igjen."

BY_PEOPLE = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What says that somebody sits at the terminal."""


class DiscreetApp(PassingNoticesApp[ReturnType], inherit_bindings=False):
    """An app whose screen can be hidden, by a key or by itself, and the names on it.

    None of Textual's own keys are taken over: its ctrl+q would end the program before a screen could
    answer.
    """

    BINDINGS = bindings(COMMANDS)

    def __init__(
        self,
        locations: Locations,
        now: Callable[[], float],
        hide_after: int,
        **options: Any,  # noqa: ANN401 - Textual's own options, passed on
    ) -> None:
        """Make the app; its screen is hidden after `hide_after` minutes without a key, never for 0."""
        super().__init__(**options)
        self._locations = locations
        self._now = now
        self._idle_seconds = hide_after * 60.0
        self._unset_clock = MeetingClock(now)
        self._touched = self._unset_clock()
        self._names: frozenset[str] | None = None
        """The names that are hidden, None while they are shown."""
        self._archive: KnownNames | None = None
        self._in_archive: frozenset[str] = frozenset()
        self._shown: frozenset[object] = frozenset()
        """The meetings and groups that were shown when the screen was last another."""
        self._names_left: frozenset[str] = frozenset()
        """The names of those that were left: the archive may not have them as yet, other pages show them."""
        self._look_for_names: Timer | None = None

    def on_mount(self) -> None:
        """Look out for what is shown and left."""
        self.screen_change_signal.subscribe(self, self._keep_names_of_what_is_left, immediate=True)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there, which takes the curtain away where there is one and does no more.

        Where there should be one already, it only comes: whoever opens the lid of a machine that slept
        presses a key before the program has looked at the clock. Done here, before the key is handed on:
        those typed behind it meet the screen that comes back.
        """
        if isinstance(event, BY_PEOPLE) and not event.is_forwarded:
            left_alone, self._touched = self._is_left_alone, self._unset_clock()
            if self._is_behind_a_curtain:
                self.pop_screen()
                return
            if left_alone:
                await self.action_hide_screen()
                return
        await super().on_event(event)

    # The curtain

    @property
    def _is_behind_a_curtain(self) -> bool:
        return isinstance(self.screen, Curtain)

    async def action_hide_screen(self) -> None:
        """Hide the screen until a key is pressed. What is being typed is recorded first."""
        await settle(self.screen)
        if not self._is_behind_a_curtain:
            self.push_screen(Curtain())

    @property
    def _is_left_alone(self) -> bool:
        """Whether nobody has been there for as long as was chosen: by a clock that goes on through sleep."""
        return 0 < self._idle_seconds <= self._unset_clock() - self._touched

    async def hide_when_left_alone(self) -> None:
        """Hide the screen if nobody has been there for long enough.

        To be asked time and again. A timer for when it may be so stands still while the machine sleeps,
        and would leave the screen of one that wakes to be read.
        """
        if self._is_left_alone and not self._is_behind_a_curtain:
            await self.action_hide_screen()

    # The names

    def action_hide_names(self) -> None:
        """Show names as initials, or show them again."""
        if self._names is not None:
            self._hide(None)
            self._take_back(_(NAMES_HIDDEN))
            return
        self._read_archive()
        self._hide(self._known_names())
        self._look_for_names = self.set_interval(NAMES_SECONDS, self._hide_new_names)
        self.notify(_(NAMES_HIDDEN), timeout=3, markup=False)

    def look_for_names(self) -> None:
        """Let names hidden be those too who have come to the archive since; for a thread of its own.

        A colleague may have saved a referat in the same folder, and much may be read in after the start.
        """
        if self._names is not None:
            self._read_archive()

    def _read_archive(self) -> None:
        from data.people import KnownNames  # noqa: PLC0415 - loads the models, and few ask for it

        self._archive = self._archive or KnownNames(self._locations)
        self._in_archive = self._archive.look()

    def _take_back(self, message: str) -> None:
        """Take away a notice that no longer holds."""
        for notice in [each for each in self._notifications if each.message == message]:
            self._unnotify(notice)

    def _hide_new_names(self) -> None:
        """Hide those too who came while names are hidden."""
        if self._names is not None and (names := self._known_names()) != self._names:
            self._hide(names)

    def _known_names(self) -> frozenset[str]:
        """Give the names in the archive, of what was left, and of what is shown as it is now."""
        return self._in_archive.union(self._names_left, *map(_names_of, self._shown_now()))

    def _keep_names_of_what_is_left(self, _screen: Screen[Any]) -> None:
        """Keep for good the names that something had when it was left, and hide those of what is come to.

        Not those that it had before: a name half typed may be a word that stands everywhere.
        """
        shown = self._shown_now()
        self._names_left = self._names_left.union(*map(_names_of, self._shown - shown))
        self._shown = shown
        self._hide_new_names()

    def _shown_now(self) -> frozenset[object]:
        """Give what the open screens show that has names of its own."""
        held = (
            getattr(screen, "desk", None) or getattr(screen, "paper", None) for screen in self.screen_stack
        )
        return frozenset(one for one in held if one is not None)

    def _hide(self, names: frozenset[str] | None) -> None:
        """Hide these names on every screen from now on, or none."""
        from screens.widgets.hidden_names import HiddenNames  # noqa: PLC0415 - few ask for it

        self._names = names
        if names is None and self._look_for_names is not None:
            self._look_for_names.stop()
        self._filters = [each for each in self._filters if not isinstance(each, HiddenNames)]
        if names is not None:
            self._filters.append(HiddenNames(names))
        self.refresh()


def _names_of(held: object) -> Iterator[str]:
    """Give the names in a meeting or a group, of whoever answers for it on the screen."""
    from data.people import names_in  # noqa: PLC0415 - there is something with names in it, so the models are

    whole = getattr(held, "whole", None) or getattr(held, "meeting", None)
    return names_in(whole) if whole is not None else iter(())
