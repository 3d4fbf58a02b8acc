"""What has been shown and is gone is let go of: a long meeting takes no more memory than a short one."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

from textual.screen import Screen
from textual.widget import Widget

from screens.steps.body import StepBody
from tests.screens.holding_a_meeting import WIDE, Leader
from tests.screens.test_capture import of_demo
from tests.screens.test_crashes import ANYWHERE, AT_HOME, IN_THE_REFERAT
from tests.screens.test_hidden_names import in_a_meeting, in_the_archive


def alive(kind: type) -> set[int]:
    """Give the things of a kind that somebody still holds."""
    gc.collect()
    return {id(thing) for thing in gc.get_objects() if isinstance(thing, kind)}


async def walk(leader: Leader, ways: Iterable[str]) -> None:
    """Press the keys of some ways, one way after the other."""
    for way in ways:
        await leader.press(*way.split())
        await leader.rest()


async def test_a_step_walked_past_is_let_go_of(tmp_path: Path) -> None:
    others = alive(StepBody)
    async with in_a_meeting(tmp_path, WIDE) as leader:
        for _ in range(2):
            await leader.press(*["f8"] * 8)
            await leader.press(*["f7"] * 8)
        assert len(alive(StepBody) - others) == 1


async def test_a_step_walked_past_does_not_wait_for_the_collector_to_come_by(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path, WIDE) as leader:
        others = alive(StepBody)
        gc.disable()
        try:
            await leader.press(*["f8"] * 8)
            await leader.rest()
            steps = {id(thing) for thing in gc.get_objects() if isinstance(thing, StepBody)} - others
        finally:
            gc.enable()
        assert len(steps) == 1


async def test_a_dialog_that_was_answered_is_let_go_of(tmp_path: Path) -> None:
    others = alive(Screen)
    async with in_a_meeting(tmp_path, WIDE) as leader:
        before = len(alive(Screen) - others)
        await walk(leader, [*ANYWHERE, "ctrl+r", *IN_THE_REFERAT])
        assert len(alive(Screen) - others) <= before


async def test_a_page_that_was_left_is_let_go_of(tmp_path: Path) -> None:
    others = alive(Screen)
    async with in_the_archive(tmp_path, WIDE) as leader:
        before = len(alive(Screen) - others)
        await walk(leader, AT_HOME)
        assert len(alive(Screen) - others) <= before


async def walked(leader: Leader, others: set[int], ways: Iterable[str]) -> list[int]:
    """Give how many widgets there are after each of some walks of the same ways."""
    counts = []
    for _walk in range(3):
        await walk(leader, ways)
        counts.append(len(alive(Widget) - others))
    return counts


async def test_what_comes_and_goes_in_the_archive_and_its_reader_is_let_go_of(tmp_path: Path) -> None:
    others = alive(Widget)
    async with in_the_archive(tmp_path, WIDE) as leader:
        await leader.press("ctrl+f")
        ways = ("k a n", "enter enter", "f8 f7", "f1 escape", "ctrl+t escape", "ctrl+g escape", "escape")
        first, *later = await walked(leader, others, (*ways, "ctrl+f backspace backspace backspace"))
        assert leader.shown == "Archive"
        assert later == [first, first]


async def test_what_comes_and_goes_over_a_group_is_let_go_of(tmp_path: Path) -> None:
    others = alive(Widget)
    async with in_the_archive(tmp_path, WIDE) as leader:
        await leader.press("ctrl+g", "enter")
        assert leader.shown == "GroupScreen"
        first, *later = await walked(leader, others, ("f5 escape", "f6 escape", "f7 escape", "ctrl+n escape"))
        assert later == [first, first]


async def test_what_comes_and_goes_over_a_referat_on_one_page_is_let_go_of(tmp_path: Path) -> None:
    others = alive(Widget)
    async with of_demo(tmp_path) as writer:
        ways = ("f2 f2", "f8", "x backspace", "ctrl+s escape", "f1 escape", "ctrl+z ctrl+y")
        first, *later = await walked(writer, others, ways)
        assert writer.shown == "CaptureScreen"
        assert later == [first, first]
