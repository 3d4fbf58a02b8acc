"""What a meeting or a group is shown in: told of what was taken back, and of what it has become."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from textual.screen import Screen

from data.changes import NoSuchPlaceError, TakenError
from data.errors import MalstyrtError
from data.language import _
from data.meeting import Status


class Window(Protocol):
    """What something is shown in."""

    @property
    def is_running(self) -> bool:
        """Whether there is anything to show on yet."""
        ...

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """The screens that are open, the one that is seen last."""
        ...

    def tell(self, error: MalstyrtError) -> None:
        """Show an error with what to do."""
        ...

    def say(self, words: str, title: str = "") -> None:
        """Show a line of news, until one goes on to something else."""
        ...

    def warn(self, words: str, title: str) -> None:
        """Show what there is to do something about, also while one goes on."""
        ...


def take_back(window: Window, undo: Callable[[], bool]) -> None:
    """Have the last change taken back; say so when there is none, or when it cannot be."""
    _turn(window, undo, _("Det er ikke mer å angre."))


def make_again(window: Window, redo: Callable[[], bool]) -> None:
    """Have the last change that was taken back made again; say so when there is none, or it cannot be."""
    _turn(window, redo, _("Det er ikke mer å gjøre om."))


def saved_as(status: Status) -> str:
    """Say what a document has been saved as."""
    words = {
        Status.TIL_MERKNAD: _("Lagret. Referatet er ute til merknad"),
        Status.LEST_OPP: _("Lagret. Referatet er lest opp"),
    }
    return words.get(status) or _("Lagret som {status}").format(status=status.value)


def _turn(window: Window, turn: Callable[[], bool], nothing: str) -> None:
    try:
        if not turn():
            window.say(nothing)
    except MalstyrtError as error:
        window.tell(error)
    except (NoSuchPlaceError, TakenError):  # what it was about is gone, or came back by itself
        window.say(_("Det lar seg ikke angre eller gjøre om lenger."))


def follow(window: Window) -> None:
    """Let every screen show what it is over as it has become."""
    for screen in window.screen_stack if window.is_running else ():
        shown = getattr(screen, "follow", None)
        if shown is not None:
            screen.call_next(shown)
