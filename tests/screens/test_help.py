"""The help page: made from the commands, so that none is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screens import home, meeting
from screens.commands import Command
from screens.help import IN_LISTS
from tests.screens.holding_a_meeting import NARROW, WIDE, Leader, at_home, everyone_came, leading


async def read_through(leader: Leader) -> str:
    """Give everything the page says, from its first line to its last."""
    seen = leader.text
    for _page in range(4):
        await leader.press("pagedown")
        seen += leader.text
    return seen


def is_told(command: Command, text: str) -> bool:
    """Whether a text has a command's key and what it does on one line."""
    return any(command.shown_key in line and command.help in line for line in text.split("\n"))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_every_command_of_the_meeting_is_told_with_its_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, size=size) as leader:
        await leader.press("f1")
        text = await read_through(leader)
        assert [command.action for command in meeting.COMMANDS if not is_told(command, text)] == []
        assert [key for key, _words in IN_LISTS if key not in text] == []


async def test_the_help_of_home_tells_the_commands_of_home(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("f1")
        text = await read_through(leader)
        assert all(is_told(command, text) for command in home.COMMANDS)
        assert "Start eller stans klokken" not in text


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_how_to_close_the_page_is_seen_from_its_first_line_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, size=size) as leader:
        await leader.press("f1")
        assert leader.line("Taster")
        assert leader.line("Esc lukker")


@pytest.mark.parametrize("key", ["escape", "f1", "enter"])
async def test_the_page_closes_on_the_step_one_came_from(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f1", key)
        assert leader.shown == "MeetingScreen"
        assert leader.meeting.step == "runde1"


async def test_every_key_on_the_key_line_does_what_the_help_says_it_does(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        for command in meeting.COMMANDS:
            assert hasattr(leader.app.screen, f"action_{command.action}"), command.action


def test_no_two_commands_of_a_screen_share_a_key() -> None:
    for commands in (meeting.COMMANDS, home.COMMANDS):
        keys = [key for command in commands for key in command.key.split(",")]
        assert len(keys) == len(set(keys))


async def test_function_keys_stand_in_the_order_of_the_keyboard(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f1")
        found = re.findall(r"│ +(F\d+) ", leader.text)
        assert found == sorted(found, key=lambda key: int(key[1:]))
        assert {"F7", "F8", "F9"} <= set(found)
