"""What a screen may ask for. The program answers; a screen itself changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from data.changes import Wish
from data.journal import Act
from data.live import Ask
from data.meeting import Meeting, Remark
from data.part import Part
from data.structure import Structure
from data.timekeeping import Slept

if TYPE_CHECKING:
    from data.group import Group
    from data.profile import Profile
    from data.role_cards import RoleCard
    from data.timeline import Moment


class Keeper(Protocol):
    """What a form is over, a meeting or a group, and what can be done with it."""

    @property
    def whole(self) -> Part:
        """The meeting or the group as it stands."""
        ...

    def now(self) -> float:
        """Give the instant, in seconds since 1970, UTC, by the clock that a meeting goes by."""
        ...

    def wall(self) -> float:
        """Give the instant by the clock on the wall, for the day and for times of day."""
        ...

    def ask(self, ask: Wish) -> None:
        """Make a change. A fault in saving is told to the user, not raised."""
        ...

    def undo(self, *, past: str = "") -> None:
        """Take back the last change, and what was typed and gone back from at the path `past`."""
        ...

    def redo(self) -> None:
        """Make the last undone change again."""
        ...


class GroupDesk(Keeper, Protocol):
    """The group that is shown between its meetings, and what can be done with it."""

    @property
    def group(self) -> Group:
        """The group as it stands."""
        ...

    @property
    def profiles(self) -> Mapping[str, str]:
        """The title of each municipality's rules that the group can follow, by name."""
        ...

    @property
    def profile(self) -> Profile:
        """The rules of the municipality that the group follows."""
        ...

    @property
    def notice(self) -> str:
        """What KE should be told since the group was opened, "" for nothing."""
        ...

    @property
    def parked(self) -> int:
        """How many matters that were parked in the group's meetings are not ticked off."""
        ...

    def show_parked(self) -> None:
        """Show them."""
        ...

    def is_taken(self, alias: str) -> bool:
        """Whether another group has an alias, or had it."""
        ...

    def timeline(self) -> Sequence[Moment]:
        """Give the group's meetings over time."""
        ...

    def keep_notice(self, text: str) -> None:
        """Save a notice beside the group, and tell where."""
        ...

    def new_meeting(self) -> None:
        """Ask what the group's next meeting needs, and make it."""
        ...

    def leave(self) -> None:
        """Leave the group; all of it is in its file."""
        ...


class Desk(Keeper, Protocol):
    """The meeting that is being held, and what can be done with it.

    Every call is done when it returns, so that keys typed ahead meet the screen it leads to.
    """

    structure: Structure

    @property
    def profile(self) -> Profile:
        """The rules of the municipality that the referat is held to."""
        ...

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        ...

    @property
    def saved(self) -> bool:
        """Whether every change is on disk."""
        ...

    @property
    def document(self) -> Path:
        """The file the referat is saved in."""
        ...

    @property
    def slept(self) -> Slept | None:
        """The machine's sleep of which nobody has said whether it counts."""
        ...

    def ask(self, ask: Ask, act: Act = Act.DO) -> None:
        """Make a change. A fault in saving is told to the user, not raised."""
        ...

    def undo(self, *, past: str = "") -> None:
        """Take back the last change, and what was typed and gone back from at the path `past`."""
        ...

    def redo(self) -> None:
        """Make the last undone change again."""
        ...

    def remarks_on_last(self) -> Sequence[Remark]:
        """Give what has been remarked on the last referat, which this meeting approves."""
        ...

    def role_cards(self) -> Sequence[RoleCard]:
        """Give what is asked of each role."""
        ...

    def save(self) -> bool:
        """Write the document as the meeting stands; False, with the user told why, when it failed."""
        ...

    def leave(self) -> None:
        """Leave the meeting; all of it is in the journal."""
        ...
