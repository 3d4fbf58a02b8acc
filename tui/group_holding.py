"""The group being tended, as its screen asks for it: it asks here, and it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from data.archive import documents_in
from data.changes import Wish
from data.errors import MalstyrtError
from data.files import write_whole
from data.group import Group
from data.groups import groups, is_among, is_same
from data.instants import today
from data.language import _
from data.leaders_book import read_book, spoken_in
from data.locations import Locations
from data.notice import events, notice
from data.telling import renamed, told
from data.tending import Tending
from data.timeline import Moment, meetings_held, timeline
from tui.window import Window, follow, make_again, take_back

if TYPE_CHECKING:
    from data.governing import Profiles
    from data.profile import Profile


class GroupWindow(Window, Protocol):
    """What the group is shown in."""

    def leave_group(self) -> None:
        """Go out of the group."""
        ...

    def show_parked(self, group: str = "", at: str = "") -> None:
        """Show what was parked, in one group by its folder's name or in all."""
        ...

    def ask_for_meeting(self, group: str) -> None:
        """Ask what a group's next meeting needs, and make it."""
        ...


class GroupHolding:
    """Answers what the screen of a group asks for; see `screens.desk.GroupDesk`."""

    def __init__(
        self,
        window: GroupWindow,
        path: Path,
        locations: Locations,
        now: Callable[[], float],
        *,
        new: bool = False,
    ) -> None:
        """Open a group, or show one that is `new`. Raises UnreadableError."""
        self._window = window
        self._locations = locations
        self._tending = Tending(path)
        self._now = now
        self._before = None if new else self._tending.before
        self._warned = False

    @property
    def group(self) -> Group:
        """The group as it stands."""
        return self._tending.group

    @property
    def whole(self) -> Group:
        """The group, as a form over it has it."""
        return self.group

    @property
    def profiles(self) -> Mapping[str, str]:
        """The title of each municipality's rules that the group can follow, by name."""
        return self._profiles.titles()

    @property
    def profile(self) -> Profile:
        """The rules of the municipality that the group follows."""
        return self._profiles.named(self.group.profile)

    @cached_property
    def _profiles(self) -> Profiles:
        """The profiles as they were when the group was opened."""
        from data.governing import Profiles  # noqa: PLC0415 - asked for when the group is shown

        return Profiles(self._locations)

    @property
    def problems(self) -> tuple[tuple[int, str], ...]:
        """What could not be read in the group's file: lines with words for people."""
        return tuple((problem.line, problem.message) for problem in self._tending.problems)

    @property
    def notice(self) -> str:
        """What KE should be told since the group was opened, "" for nothing."""
        happened = events(self._before, self.group)
        was = self._before.koordinator if self._before else ""
        return notice(self.group, happened, today(self._now()), was) if happened else ""

    def now(self) -> float:
        """Give the instant, in seconds since 1970, UTC."""
        return self._now()

    def wall(self) -> float:
        """Give the instant by the clock on the wall, which is all that a group goes by."""
        return self._now()

    def ask(self, ask: Wish) -> None:
        """Make a change; a fault in saving is told, and the change stands in memory."""
        try:
            wish = told(ask, today(self._now()))
            self._tending.record(renamed(wish, self._called) if self._called else wish)
        except MalstyrtError as error:
            self._window.tell(error)
        follow(self._window)

    @cached_property
    def _called(self) -> str:
        """What the group was called when it was opened, "" where no document calls it so."""
        there = documents_in(self._locations, self._tending.path.parent)
        alias = self._tending.before.alias
        return alias if any(is_same(one.group, alias) for one in there) else ""

    def is_taken(self, alias: str) -> bool:
        """Whether another group has an alias, or had it."""
        others = (one for one in groups(self._locations) if one.path != self._tending.path)
        return any(is_same(one.alias, alias) or is_among(alias, one.former) for one in others)

    def undo(self, *, past: str = "") -> None:
        """Take back the last change."""
        take_back(self._window, lambda: self._tending.undo(past=past))
        follow(self._window)

    def redo(self) -> None:
        """Make the last undone change again."""
        make_again(self._window, self._tending.redo)
        follow(self._window)

    @property
    def parked(self) -> int:
        """How many parked matters of the group are not ticked off; a fault is told when they are shown."""
        try:
            return sum(one.folder == self.group.id for one in read_book(self._locations).open)
        except MalstyrtError:
            return 0

    def show_parked(self) -> None:
        """Show the parked matters of the group."""
        self._window.show_parked(self.group.id)

    def timeline(self) -> Sequence[Moment]:
        """Give the group's meetings over time."""
        held = meetings_held(self._locations, self._tending.path.parent, self._now)
        try:
            spoken = spoken_in(read_book(self._locations))
        except MalstyrtError as error:
            self._window.tell(error)
            spoken = {}
        return timeline(self.group, held, spoken)

    def keep_notice(self, text: str) -> None:
        """Save a notice beside the group, and tell where."""
        happened = "-".join(event.value for event in events(self._before, self.group))
        name = f"melding-til-ke-{today(self._now()).isoformat()}-{happened}.txt"
        path = self._tending.path.with_name(name)
        try:
            write_whole(path, text)
        except MalstyrtError as error:
            self._window.tell(error)
        else:
            self._window.say(str(path), _("Meldingen er lagret"))

    def new_meeting(self) -> None:
        """Ask what the group's next meeting needs, and make it."""
        self._window.ask_for_meeting(self.group.alias)

    def leave(self) -> None:
        """Leave the group; with changes that cannot be written, only when asked a second time."""
        if not self._tending.saved:
            self.ask(lambda _group: None)  # writes what waits, if it can be now
        if self._tending.saved or self._warned:
            self._window.leave_group()
        else:
            self._warned = True
            self._window.say(_("Det siste er ikke lagret, og går tapt om du går nå. Esc igjen går likevel."))
