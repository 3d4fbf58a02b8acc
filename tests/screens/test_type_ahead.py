"""Two keys in one burst, as over a line that lags, do what they do one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.meeting import Meeting
from tests.screens.holding_a_meeting import Leader, at_home, everyone_came, leading
from tests.screens.stage import at_once


async def led_to(home: Path, step: str, before: list[str], keys: list[str], *, burst: bool) -> object:
    """Lead the demo to a step, press some keys `before`, and give where the others lead to."""
    async with leading(home, step, before=[everyone_came()]) as leader:
        await leader.press(*before)
        await leader.rest()
        if burst:
            await at_once(leader.pilot, *keys)
        for key in () if burst else keys:
            await leader.press(key)
            await leader.rest()
        await leader.rest()
        return as_it_stands(leader)


def as_it_stands(leader: Leader) -> tuple[str, str, Meeting, str]:
    """Give which screen is shown, where the cursor is, the meeting but for its id, and all that is seen."""
    return leader.shown, leader.at, leader.meeting.having({"id": ""}), leader.text


@pytest.mark.parametrize(
    "keys",
    [
        ["ctrl+z", "f2"],
        ["ctrl+z", "f5"],
        ["ctrl+z", "tab", "x"],
        ["ctrl+z", "f8", "x"],
        ["ctrl+z", "ctrl+z", "ctrl+y", "f4", "f4"],
        ["f4", "ctrl+z", "f3"],
    ],
    ids=" ".join,
)
async def test_what_is_taken_back_in_a_round_is_taken_back_before_the_next_key(
    keys: list[str], tmp_path: Path
) -> None:
    before = ["f4", "x", "f4"]
    one_by_one = await led_to(tmp_path / "a", "runde1", before, keys, burst=False)
    assert await led_to(tmp_path / "b", "runde1", before, keys, burst=True) == one_by_one


async def test_when_nobody_has_the_floor_any_more_nothing_is_typed_in_a_form_that_is_gone(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f4")
        await leader.rest()
        assert leader.at == "entries/runde1:p3/progress"
        await at_once(leader.pilot, "ctrl+z", "x")
        await leader.rest()
        assert leader.at.startswith("#order")
        assert leader.meeting.entries == ()


@pytest.mark.parametrize(
    ("behind", "shown", "at"),
    [
        (["f8", "f4"], "MeetingScreen", "runde1"),
        (["f1"], "HelpScreen", "velkommen"),
        (["ctrl+g"], "MeetingScreen", "velkommen"),
        (["down", "enter"], "Card", "velkommen"),
    ],
)
async def test_what_is_typed_behind_enter_on_the_first_page_is_for_the_meeting_that_it_opens(
    behind: list[str], shown: str, at: str, tmp_path: Path
) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+d", *(["f8"] if at == "runde1" else []), "ctrl+q")
        assert leader.shown == "Home"
        await at_once(leader.pilot, "enter", *behind)
        await leader.rest()
        assert (leader.shown, leader.meeting.step) == (shown, at)
        assert type(leader.app.screen_stack[1]).__name__ == "MeetingScreen"
