"""A group while somebody tends it: each change goes to its file at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.changes import Change, NoSuchPlaceError, TakenError, Wish, apply, back_at_start, inverse
from data.errors import NotSavedError
from data.group import Group
from data.groups import Held, open_group, update_held
from data.groups import hold as held_at
from data.markdown import Problem


class Tending:
    """One group, as its file has it; the only way a screen's change gets there."""

    def __init__(self, path: Path) -> None:
        """Open the group in a file. Raises UnreadableError."""
        self.path = path
        self.problems: tuple[Problem, ...] = open_group(path).problems
        self._held = held_at(path)
        self.before = self._held.group
        """The group as it was when it was opened."""
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._waiting: list[Change] = []
        self._written = self.before

    @property
    def group(self) -> Group:
        """The group as it stands."""
        return self._held.group

    @property
    def saved(self) -> bool:
        """Whether every change is in the file."""
        return not self._waiting

    def record(self, wish: Wish) -> None:
        """Make a change, worked out on the group as its file has it now.

        Raises NotSavedError when it cannot be written: the change then stands here, and goes to the
        file with the next one that can. Raises UnreadableError when somebody spoiled the file.
        """
        back = self._make(wish)
        if back is not None:
            self._done.append(back)
            self._undone.clear()

    def undo(self, *, past: str = "") -> bool:
        """Take back the last change; False when there is none, or it can no longer be taken back.

        `past` is as for a meeting: see `data.live.Live.undo`.
        """
        for _change in range(back_at_start(self.group, past, reversed(self._done)) if past else 0):
            self._turn(self._done, self._undone)
        return self._turn(self._done, self._undone)

    def redo(self) -> bool:
        """Make the last undone change again; False when there is none."""
        return self._turn(self._undone, self._done)

    def _turn(self, from_there: list[Change], to: list[Change]) -> bool:
        if not from_there:
            return False
        change = from_there.pop()
        try:
            back = self._make(lambda _group: change)
        except (NoSuchPlaceError, TakenError):  # what it was about is gone, or came back by itself
            return False
        if back is not None:
            to.append(back)
        return back is not None

    def _make(self, wish: Wish) -> Change | None:
        """Make a change and give what takes it back, None when there was nothing to do."""
        made: list[Change] = []

        def change(group: Group) -> Group:
            made.clear()
            group = _with_all(group, self._waiting)
            wished = wish(group)
            if wished is None:
                return group
            made.extend((wished, inverse(group, wished)))
            return apply(group, wished)

        try:
            self._held = update_held(self.path, change, Held(self._written, self._held.fingerprint))
        except NotSavedError:
            self._stand_in_memory(wish)
            raise
        self._waiting = []
        self._written = self.group
        return made[1] if made else None

    def _stand_in_memory(self, wish: Wish) -> None:
        """Let a change that could not be written stand until it can."""
        wished = wish(self.group)
        if wished is not None:
            self._done.append(inverse(self.group, wished))
            self._held = self._held._replace(group=apply(self.group, wished))
            self._waiting.append(wished)


def _with_all(group: Group, changes: Sequence[Change]) -> Group:
    """Give a group with the changes that still fit it."""
    for change in changes:
        try:
            group = apply(group, change)
        except (NoSuchPlaceError, TakenError):
            continue
    return group
