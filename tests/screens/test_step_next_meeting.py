"""The next meeting: when, where and what about, or that the group is closed."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from screens.widgets.recording import DELAY
from tests.screens.holding_a_meeting import NARROW, WIDE, leading


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_next_meeting_is_agreed_in_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, "neste", size=size) as leader:
        assert leader.at == "next_meeting/date"
        await leader.write("om 6 uker")
        assert "uke 1" in leader.text
        await leader.press("tab")
        await leader.write("13.30")
        assert "kl. 13:30" in leader.text
        await leader.fill("next_meeting/place", "Biblioteket")
        await leader.fill("next_meeting/theme", "Overgang til ny skole")
        agreed = leader.meeting.next_meeting
        assert (agreed.date, agreed.time) == (dt.date(2027, 1, 5), dt.time(13, 30))
        assert (agreed.place, agreed.theme) == ("Biblioteket", "Overgang til ny skole")


@pytest.mark.parametrize(
    ("typed", "words"), [("25.12", "første juledag"), ("lørdag", "lørdag"), ("i går", "har vært")]
)
async def test_what_is_odd_about_the_day_is_said(tmp_path: Path, typed: str, words: str) -> None:
    async with leading(tmp_path, "neste") as leader:
        await leader.write(typed)
        assert words in leader.said("#heard")


async def test_a_date_is_not_rewritten_while_it_is_typed(tmp_path: Path) -> None:
    async with leading(tmp_path, "neste") as leader:
        await leader.press(*"fre")
        await asyncio.sleep(DELAY + 0.1)
        await leader.rest()
        assert leader.meeting.next_meeting.date == dt.date(2026, 11, 27)
        await leader.press(*"dag")
        await leader.rest()
        field = leader.field("next_meeting/date")
        assert field.words == "fredag"
        await leader.press("tab")
        await leader.rest()
        assert field.words == "fre 27. nov"


async def test_the_group_can_be_closed_instead(tmp_path: Path) -> None:
    async with leading(tmp_path, "neste", size=NARROW) as leader:
        await leader.fill("next_meeting/theme", "")
        await leader.press("tab", "right")
        assert leader.meeting.next_meeting.closed
        await leader.press("ctrl+r")
        await leader.go_to("#requirements", "next_meeting")
        assert "? Neste møte" in leader.line("▶ ? Neste møte")
        assert "ikke alle mål" in leader.text


async def test_who_took_minutes_and_who_gets_a_copy_can_be_set_before_all_leave(tmp_path: Path) -> None:
    async with leading(tmp_path, "neste") as leader:
        await leader.fill("minute_taker", "Anne Utkast")
        await leader.fill("copies_to", "mor, på papir")
        await leader.fill("end", "10.05")
        meeting = leader.meeting
        assert (meeting.minute_taker, meeting.copies_to, meeting.end) == (
            "Anne Utkast",
            "mor, på papir",
            dt.time(10, 5),
        )
