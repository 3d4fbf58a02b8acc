"""The pages over all groups, each made with who answers what it asks for; loaded when first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from data.errors import MalstyrtError
from data.locations import Locations

if TYPE_CHECKING:
    from screens.archive import Archive
    from screens.board import Board
    from screens.parked import ParkedList


def archive(locations: Locations, open_meeting: Callable[[str], None]) -> Archive:
    """Give the page of every document there is."""
    from screens.archive import Archive  # noqa: PLC0415 - home is painted before it loads
    from tui.library import Library  # noqa: PLC0415 - the same

    return Archive(Library(locations, open_meeting))


def board(
    locations: Locations,
    now: Callable[[], float],
    tell: Callable[[MalstyrtError], None],
    open_group: Callable[[str], None],
) -> Board:
    """Give the page of the tiltak of all groups."""
    from screens.board import Board  # noqa: PLC0415 - home is painted before it loads
    from tui.board_keeper import BoardKeeper  # noqa: PLC0415 - the same

    return Board(BoardKeeper(locations, now, tell, open_group))


def parked(
    locations: Locations,
    now: Callable[[], float],
    tell: Callable[[MalstyrtError], None],
    *,
    group: str = "",
    at: str = "",
) -> ParkedList:
    """Give the page of what was parked, in one group or in all, the cursor `at` one of them."""
    from screens.parked import ParkedList  # noqa: PLC0415 - home is painted before it loads
    from tui.parked_keeper import ParkedKeeper  # noqa: PLC0415 - the same

    return ParkedList(ParkedKeeper(locations, now, tell, group), at)
