"""A mistake of our own, made on every screen there is: what is told of it names nobody."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from textual.screen import Screen

from tests.screens.holding_a_meeting import WIDE, Leader
from tests.screens.test_hidden_names import CANARY, in_a_meeting, in_the_archive

SCREENS = Path(__file__).parents[2] / "screens"

ANYWHERE = ("f1 escape", "f2 f2", "f6 escape", "f12 space", "ctrl+k escape")
"""Keys that open something in a meeting, each with the one that closes it again."""

IN_THE_REFERAT = ("ctrl+l escape", "ctrl+s escape", "ctrl+g escape")
OF_A_GROUP = ("ctrl+g", "ctrl+n escape", "enter", "f5 escape", "f6 escape", "f7 escape", "escape")
AT_HOME = ("ctrl+n escape", *OF_A_GROUP, "escape", "ctrl+t escape", "ctrl+f")
IN_THE_ARCHIVE = ("enter", "enter", "enter", "f3 escape", "f2")


class Crashes:
    """What is told of a mistake, by the screen that it was made on."""

    def __init__(self, leader: Leader) -> None:
        self.told: dict[str, str] = {}
        self._leader = leader

    async def on_the_way(self, *ways: str) -> None:
        """Crash; press the first key of each way, crash again, and press the others."""
        self.here()
        for first, *others in map(str.split, ways):
            await self._leader.press(first)
            await self._leader.rest()
            self.here()
            await self._leader.press(*others)

    def here(self) -> None:
        """Crash with all that is on the screen in the program's hands, and go on as if nothing had been."""
        app, shown = self._leader.app, self._leader.text
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(app, "_close_messages_no_wait", lambda: None)
            app._handle_exception(_mistake(shown))  # noqa: SLF001 - what Textual calls for a mistake anywhere
        self.told[self._leader.shown] = "\n".join(map(str, app._exit_renderables))  # noqa: SLF001 - what it prints
        app._exception, app._return_code = None, None  # noqa: SLF001 - it goes on
        app._exception_event.clear()  # noqa: SLF001 - the same
        app._exit_renderables.clear()  # noqa: SLF001 - the same


def _mistake(shown: str) -> Exception:
    """Give an error with a text in its words and in the frame it arose in."""
    try:
        raise ValueError(shown)  # noqa: TRY301 - it needs a place that it arose in
    except ValueError as error:
        return error


def every_screen() -> set[str]:
    """Give the names of the screens that there are, without those that others are made of: they are empty."""
    modules = [import_module(f"screens.{file.stem}") for file in SCREENS.glob("[a-z]*.py")]
    classes = {one for module in modules for one in vars(module).values() if isinstance(one, type)}
    ours = {one for one in classes if issubclass(one, Screen) and one.__module__.startswith("screens.")}
    return {one.__name__ for one in ours if one.compose is not Screen.compose}


async def test_P1_a_crash_names_nobody_whatever_screen_it_happens_on(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path / "i", WIDE) as leader:
        crashes = Crashes(leader)
        await leader.go_to("#roll", "p1")
        await crashes.on_the_way("enter f10")
        await leader.go_to("#consents", "PPT")
        await crashes.on_the_way("enter f10", *ANYWHERE, "f8", "f8", "f9 escape")
        leader.time.sleep(600)
        await leader.catch_up()
        await crashes.on_the_way("f3", "ctrl+r", *IN_THE_REFERAT)
        told = crashes.told
    async with in_the_archive(tmp_path / "mellom", WIDE) as leader:
        crashes = Crashes(leader)
        await crashes.on_the_way(*AT_HOME)
        await leader.write("kanari")
        await crashes.on_the_way(*IN_THE_ARCHIVE)
        told |= crashes.told
    assert set(told) == every_screen()
    tells = {shown for shown, words in told.items() if CANARY.search(words) or "journalen" not in words}
    assert tells == set()
