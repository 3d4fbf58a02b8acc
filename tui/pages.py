"""The pages over all groups and documents, and the groups themselves.

Each page is loaded when it is first opened: home is painted before them.
"""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ReturnType
from textual.screen import Screen

from data.errors import MalstyrtError
from data.language import _
from tui.discreet_app import DiscreetApp

if TYPE_CHECKING:
    from data.groups import Listed
    from data.offering import Offered


class PagesApp(DiscreetApp[ReturnType]):
    """An app with the archive, the board, what was parked, and the groups."""

    @abstractmethod
    def today(self) -> dt.date:
        """Give the day."""

    @abstractmethod
    def open_meeting(self, target: str) -> None:
        """Open a meeting by its id or its document's path."""

    @abstractmethod
    def new_meeting(  # noqa: PLR0913 - what is typed of a meeting, and chosen
        self, group: str, date: str, start: str, place: str, *, invited: Sequence[str], structure: str
    ) -> None:
        """Make a new meeting ready, from texts as they were typed, and open it."""

    @abstractmethod
    def tell(self, error: MalstyrtError) -> None:
        """Show an error with what to do."""

    @abstractmethod
    def say(self, words: str, title: str = "") -> None:
        """Show a line of news, until one goes on to something else."""

    @abstractmethod
    def warn(self, words: str, title: str) -> None:
        """Show what there is to do something about, also while one goes on."""

    @abstractmethod
    def leave_meeting(self) -> None:
        """Go back to where the meeting was opened from."""

    @abstractmethod
    def tell_of_problems(self, problems: Sequence[tuple[int, str]]) -> None:
        """Show the first thing that could not be read in a file, and how many more there are."""

    # The pages

    def open_archive(self) -> None:
        """Show every document there is, to search in and to read."""
        from screens.archive import Archive  # noqa: PLC0415 - as the head of this file says
        from tui.library import Library  # noqa: PLC0415 - the same

        self.push_screen(Archive(Library(self._locations, self)))

    def show_board(self, group: str = "") -> None:
        """Show the tiltak of all groups, or of one by its alias."""
        from screens.board import Board  # noqa: PLC0415 - as the head of this file says
        from tui.board_keeper import BoardKeeper  # noqa: PLC0415 - the same

        self.push_screen(Board(BoardKeeper(self._locations, self._now, self.tell, self.open_group), group))

    def show_parked(self, group: str = "", at: str = "") -> None:
        """Show what was parked, in one group by its folder's name or in all, the cursor `at` one of them."""
        from screens.parked import ParkedList  # noqa: PLC0415 - as the head of this file says
        from tui.parked_keeper import ParkedKeeper  # noqa: PLC0415 - the same

        self.push_screen(ParkedList(ParkedKeeper(self._locations, self._now, self.tell, group), at))

    # The groups

    def show_groups(self) -> None:
        """Show the groups, to open one or make another."""
        from screens.groups import GroupList  # noqa: PLC0415 - home is painted before it loads

        self.push_screen(GroupList(self))

    def groups(self) -> Sequence[Listed]:
        """Give the groups there are."""
        from data.groups import groups  # noqa: PLC0415 - a meeting opened from the shell needs no groups

        return groups(self._locations)

    def proposed_alias(self, name: str) -> str:
        """Give an alias that no group has or had."""
        from data.aliases import propose  # noqa: PLC0415 - only where a group is made
        from data.groups import aliases  # noqa: PLC0415 - the same

        return propose(
            name, [alias for group in self.groups() for alias in (group.alias, *aliases(group.former))]
        )

    def open_group(self, path: str, place: str = "") -> None:
        """Open a group by the path of its file, at a place in it."""
        self._enter_group(lambda: Path(path), self.push_screen, place=place)

    def open_group_of(self, alias: str) -> None:
        """Open the group with an alias, as a document names it; one that has no file yet is told of."""
        from data.groups import find_group  # noqa: PLC0415 - the same

        group = find_group(self._locations, alias) if alias else None
        if not alias:
            self.say(_("Møtet har ingen gruppe."))
        elif group is None:
            self.say(_("Gruppen har ingen egen side ennå. Den lages når et referat er ferdig."))
        else:
            self.open_group(str(group.path))

    def new_group(self, alias: str, kind: str, koordinator: str) -> None:
        """Make a group, from texts as they were typed, and open it."""
        from data.beginning import begin_group  # noqa: PLC0415 - home is painted before the models load

        self._enter_group(
            lambda: begin_group(self._locations, alias, kind, koordinator, self.today()),
            self.switch_screen,
            new=True,
        )

    def _enter_group(
        self,
        opening: Callable[[], Path],
        show: Callable[[Screen[None]], object],
        *,
        new: bool = False,
        place: str = "",
    ) -> None:
        """Go into a group, or tell why it cannot be opened. `show` puts its screen up."""
        from screens.group import GroupScreen  # noqa: PLC0415 - home is painted before it loads
        from tui.group_holding import GroupHolding  # noqa: PLC0415 - the same

        try:
            holding = GroupHolding(self, opening(), self._locations, self._now, new=new)
        except MalstyrtError as error:
            self.tell(error)
            return
        show(GroupScreen(holding, place))
        self.tell_of_problems(holding.problems)

    def leave_group(self) -> None:
        """Go back to where the group was opened from."""
        self.pop_screen()

    def offered(self, group: str) -> Sequence[Offered]:
        """Give what a meeting of a group may follow, what is proposed first."""
        from data.offering import offered  # noqa: PLC0415 - the models

        return offered(self._locations, group)

    def by_agreement(self, group: str) -> Sequence[str]:
        """Give the members of a group who come when they are invited, none where there is no such group."""
        from data.convening import by_agreement  # noqa: PLC0415 - the models
        from data.groups import find_group, open_group  # noqa: PLC0415 - the same

        listed = find_group(self._locations, group) if group.strip() else None
        try:
            return by_agreement(open_group(listed.path).group) if listed else ()
        except MalstyrtError:  # told when the meeting is made
            return ()

    def ask_for_meeting(self, group: str) -> None:
        """Ask what a group's next meeting needs, and make it."""
        from screens.new_meeting import NewMeeting  # noqa: PLC0415 - loaded when it is first opened

        self.push_screen(NewMeeting(self, group))
