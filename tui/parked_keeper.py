"""What was parked, as its list asks for it: read from the leader's book and ticked off there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from data.errors import MalstyrtError
from data.instants import today
from data.leaders_book import Kept, change_book, read_book, taken_up_again, ticked_off
from data.locations import Locations


class ParkedKeeper:
    """Answers what the list asks for; see `screens.parked.Keeper`."""

    def __init__(
        self,
        locations: Locations,
        now: Callable[[], float],
        tell: Callable[[MalstyrtError], None],
        group: str = "",
    ) -> None:
        """Keep the matters of one group, by its folder's name, or of all."""
        self._locations = locations
        self._now = now
        self._tell = tell
        self._group = group

    def parked(self) -> Sequence[Kept]:
        """Give what is not ticked off, the oldest first."""
        try:
            found = read_book(self._locations).open
        except MalstyrtError as error:
            self._tell(error)
            return ()
        return [one for one in found if self._group in {"", one.folder}]

    def settle(self, matter: Kept, *, settled: bool) -> bool:
        """Tick a matter off, or put it on the list again; give whether that was saved."""
        try:
            change_book(
                self._locations,
                lambda book: ticked_off(book, matter.id) if settled else taken_up_again(book, matter),
            )
        except MalstyrtError as error:
            self._tell(error)
            return False
        return True

    def today(self) -> dt.date:
        """Give the day."""
        return today(self._now())
