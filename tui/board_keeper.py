"""The tiltak of all groups, as the board asks for them: read from the groups' files and set there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from data.board import OnBoard, Wanted, board, with_status
from data.errors import MalstyrtError
from data.groups import update_group
from data.instants import today
from data.locations import Locations
from data.meeting import TiltakStatus
from data.overview import open_groups


class BoardKeeper:
    """Answers what the board asks for; see `screens.board.Keeper`."""

    def __init__(
        self,
        locations: Locations,
        now: Callable[[], float],
        tell: Callable[[MalstyrtError], None],
        open_group: Callable[[str], None],
    ) -> None:
        self._locations = locations
        self._now = now
        self._tell = tell
        self.open_group = open_group

    def tiltak(self, wanted: Wanted) -> Sequence[OnBoard]:
        """Give the tiltak that are wanted, as the groups' files have them now."""
        return board(open_groups(self._locations), wanted, self.today())

    def set_status(self, one: OnBoard, status: TiltakStatus, reason: str) -> None:
        """Let a tiltak stand otherwise, in its group's file."""
        try:
            update_group(
                one.listed.path, lambda group: with_status(group, one.tiltak.id, status, reason, self.today())
            )
        except MalstyrtError as error:
            self._tell(error)

    def today(self) -> dt.date:
        """Give the day."""
        return today(self._now())
