"""News goes with the page or the step that it was told on; what there is to do something about stays."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tests.screens.holding_a_meeting import leading
from tests.screens.test_failed_saving import failing

NEWS = "Det er ikke mer å gjøre om."


@pytest.mark.parametrize("key", ["f8", "f7", "ctrl+r", "f2", "f1", "f6"])
async def test_news_is_gone_on_the_next_step_or_page(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path, "ordet") as leader:
        await leader.press("ctrl+y")
        assert NEWS in leader.text
        await leader.press(key)
        assert leader.told == []
        assert NEWS not in leader.text


async def test_news_stays_while_one_goes_on_with_the_same(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet") as leader:
        await leader.press("ctrl+y", *"Vi", "tab")
        assert [notice.message for notice in leader.told] == [NEWS]


async def test_what_a_key_tells_belongs_to_what_it_leads_to(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat") as leader:
        await leader.press("ctrl+s", "ctrl+s")
        assert leader.shown == "MeetingScreen"
        assert [notice.title for notice in leader.told] == ["Lagret som utkast"]


async def test_an_error_stays_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with leading(tmp_path, "ordet") as leader:
        with failing(monkeypatch, errno.ENOSPC):
            await leader.press("ctrl+s")
        await leader.press("f8", "f2")
        assert [notice.severity for notice in leader.told] == ["error"]
