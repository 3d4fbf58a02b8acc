"""Text out to harm between the meetings: home, groups, board, archive, timeline, what was parked."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.groups import create_group
from data.leaders_book import change_book, with_parked
from data.markdown import write
from data.meeting import Meeting, Status
from data.parking import Parked
from screens.timeline import Timeline
from tests.screens.holding_a_meeting import DAY, Leader, at_home, locations_in
from tests.screens.hostile import HOSTILE, as_shown, assert_harmless, marked
from tests.screens.hostile_group import hostile_group
from tests.screens.hostile_meeting import hostile_meeting
from tests.screens.stage import until

HUGE = (200, 150)
"""A screen with room for everything at once."""

PAYLOADS = list(HOSTILE.values())
EACH = 14
BATCHES = [(PAYLOADS + PAYLOADS)[start : start + EACH] for start in range(0, len(PAYLOADS), EACH)]
NUMBERS = [str(number) for number in range(1, len(BATCHES) + 1)]


def fill(home: Path, payloads: list[str]) -> Path:
    """Put a hostile group there, with a referat and parked matters; give the group's file."""
    locations = locations_in(home)
    path = create_group(locations, hostile_group(payloads))
    held = hostile_meeting(payloads).having(
        {"id": "m1", "group": marked(payloads[0]), "status": Status.REFERAT, "date": DAY}
    )
    path.with_name("2026-11-24-samarbeidsmote.md").write_text(write(held), encoding="utf-8")
    parked = tuple(Parked(id=f"x{n}", text=marked(one)) for n, one in enumerate(payloads))
    meeting = Meeting(id="m1", group=marked(payloads[0]), date=DAY, parked=parked)
    change_book(locations, lambda book: with_parked(book, path, meeting))
    return path


def holds(leader: Leader, payloads: list[str]) -> None:
    """Hold that the screen is harmless, and shows payloads, each character as itself."""
    assert_harmless(leader.lines)
    screen = " ".join(leader.text.split())
    for payload in payloads:
        assert " ".join(as_shown(payload).split()) in screen, payload


@pytest.mark.parametrize("batch", BATCHES, ids=NUMBERS)
async def test_every_page_between_the_meetings_shows_hostile_text_as_it_is(
    batch: list[str], tmp_path: Path
) -> None:
    path = fill(tmp_path, batch)
    async with at_home(tmp_path, size=HUGE) as leader:
        await leader.app.screen.ready.wait()
        await leader.rest()
        holds(leader, batch[:1])
        await leader.press("ctrl+t")
        assert leader.shown == "Board"
        holds(leader, batch)
        await leader.press("escape")
        leader.app.show_parked()
        await leader.rest()
        holds(leader, batch)
        await leader.press("escape", "ctrl+g")
        assert leader.shown == "GroupList"
        assert_harmless(leader.lines)
        await leader.press("escape")
        leader.app.open_group(str(path))
        await leader.rest()
        holds(leader, batch)
        await leader.press("f5")
        assert isinstance(leader.app.screen, Timeline)
        holds(leader, batch[:2])
        await leader.press("escape", "f6")
        assert_harmless(leader.lines)


@pytest.mark.parametrize("batch", BATCHES, ids=NUMBERS)
async def test_the_archive_and_what_is_read_in_it_show_hostile_text_as_it_is(
    batch: list[str], tmp_path: Path
) -> None:
    fill(tmp_path, batch)
    async with at_home(tmp_path, size=HUGE) as leader:
        await leader.press("ctrl+f")
        await until(leader.pilot, lambda: "24.11.2026" in leader.text)
        assert_harmless(leader.lines)
        await leader.press(*"qqq")
        await until(leader.pilot, lambda: "treff" in leader.lines[0])
        assert_harmless(leader.lines)
        await leader.press("enter", "enter")
        await leader.rest()
        assert leader.shown == "Reader"
        assert_harmless(leader.lines)
