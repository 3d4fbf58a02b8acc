"""What a screen may ask for. The program answers; a screen itself changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from data.journal import Act
from data.live import Ask
from data.meeting import Meeting
from data.structure import Structure


class Desk(Protocol):
    """The meeting that is being held, and what can be done with it.

    Every call is done when it returns, so that keys typed ahead meet the screen it leads to.
    """

    structure: Structure

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

    def now(self) -> float:
        """Give the instant, in seconds since 1970, UTC."""
        ...

    def ask(self, ask: Ask, act: Act = Act.DO) -> None:
        """Make a change. A fault in saving is told to the user, not raised."""
        ...

    def undo(self) -> None:
        """Take back the last change."""
        ...

    def redo(self) -> None:
        """Make the last undone change again."""
        ...

    def save(self) -> bool:
        """Write the document as the meeting stands; False, with the user told why, when it failed."""
        ...

    def leave(self) -> None:
        """Leave the meeting; all of it is in the journal."""
        ...
