"""Parking: a matter is put aside in the meeting, and stands on the leader's list until it is ticked off."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from data.acts import add
from data.groups import create_group
from data.leaders_book import change_book, read_book, with_parked
from data.meeting import Meeting
from data.parking import Matter, Parked
from tests.data.sample_group import SAMPLE_GROUP
from tests.screens.holding_a_meeting import DAY, NARROW, at_home, leading, locations_in
from tests.screens.test_failed_saving import failing

MATTER = "Mor er misfornøyd med drosjen"


async def test_a_matter_is_parked_from_any_step_with_where_it_goes(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", size=NARROW) as leader:
        await leader.press("f6")
        assert leader.shown == "ParkingScreen"
        await leader.write(MATTER)
        await leader.press("enter", "down", "enter")
        assert leader.shown == "MeetingScreen"
        (parked,) = leader.meeting.parked
        assert (parked.text, parked.matter) == (MATTER, Matter.RESOURCES)
        assert "1 parkert" in leader.text
        assert [one.text for one in read_book(locations_in(tmp_path)).open] == [MATTER]


async def test_every_channel_is_seen_whole_on_a_small_screen(tmp_path: Path) -> None:
    async with leading(tmp_path, size=NARROW) as leader:
        await leader.press("f6")
        assert "…" not in leader.said("#matters")
        assert leader.said("#matters").count("→") == len(Matter)


async def test_it_can_be_undone_and_done_again(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak") as leader:
        await leader.ask(add("parked", text=MATTER, matter=Matter.CONFLICT.value))
        await leader.press("ctrl+z")
        assert (leader.meeting.parked, read_book(locations_in(tmp_path)).open) == ((), ())
        await leader.press("ctrl+y")
        assert [one.text for one in read_book(locations_in(tmp_path)).open] == [MATTER]


async def test_what_is_half_written_stands_there_the_next_time(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f6")
        await leader.write("Mor er")
        await leader.press("escape", "f6")
        assert leader.field("notes/parkering/text").words == "Mor er"
        await leader.press("escape")
        assert leader.meeting.parked == ()


async def test_a_matter_half_written_is_seen_to_wait_until_it_is_parked(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak", size=NARROW) as leader:
        assert "påbegynt" not in leader.text
        await leader.press("f6")
        await leader.write(MATTER)
        assert "påbegynt" not in leader.text
        await leader.press("escape")
        assert "påbegynt sak: F6" in leader.text
        await leader.press("f6", "enter", "enter")
        assert "1 parkert" in leader.text
        assert "påbegynt" not in leader.text


async def test_a_matter_without_words_is_asked_for_them(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f6", "tab", "enter")
        assert (leader.shown, leader.at) == ("ParkingScreen", "notes/parkering/text")


async def test_what_is_parked_is_nowhere_in_the_saved_referat(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat") as leader:
        await leader.ask(add("parked", text=MATTER, matter=Matter.CONFLICT.value))
        assert MATTER not in leader.text
        leader.holding.save()
    documents = [file.read_text() for file in locations_in(tmp_path).data.rglob("*") if file.is_file()]
    assert documents
    assert not any(MATTER in text for text in documents)


async def test_home_lists_it_until_it_is_ticked_off(tmp_path: Path) -> None:
    parked(tmp_path)
    async with at_home(tmp_path) as leader:
        await leader.app.screen.ready.wait()
        await leader.rest()
        assert MATTER[:20] in leader.line("SOL-7")
        assert "→ utenfor møtet" in leader.text
        await leader.press("enter")
        assert leader.shown == "ParkedList"
        await leader.press("space")
        assert "✓ ordnet" in leader.line("Mor er")
        assert read_book(locations_in(tmp_path)).open == ()
        await leader.press("space")
        assert [one.text for one in read_book(locations_in(tmp_path)).open] == [MATTER]
        await leader.press("space", "escape")
        await leader.app.screen.ready.wait()
        await leader.rest()
        assert "Mor er" not in leader.text


async def test_what_could_not_be_ticked_off_is_not_shown_as_if_it_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parked(tmp_path)
    async with at_home(tmp_path) as leader:
        leader.app.show_parked()
        await leader.rest()
        with failing(monkeypatch, errno.ENOSPC):
            await leader.press("space")
        assert leader.told[-1].title == "Ikke lagret"
        assert leader.line("Mor er")
        assert "✓ ordnet" not in leader.text
        assert [one.text for one in read_book(locations_in(tmp_path)).open] == [MATTER]
        await leader.press("space")
        assert "✓ ordnet" in leader.line("Mor er")
        with failing(monkeypatch, errno.ENOSPC):
            await leader.press("space")
        assert "✓ ordnet" in leader.line("Mor er")
        assert read_book(locations_in(tmp_path)).open == ()


async def test_the_group_shows_its_own_and_no_others(tmp_path: Path) -> None:
    locations = locations_in(tmp_path)
    path = create_group(locations, SAMPLE_GROUP)
    parked(tmp_path)
    parked(tmp_path, "ANNEN-1", "Hører en annen gruppe til")
    async with at_home(tmp_path) as leader:
        leader.app.open_group(str(path))
        await leader.rest()
        assert "1 parkert" in leader.lines[0]
        await leader.press("f7")
        assert f"{MATTER} → utenfor møtet" in leader.text
        assert "annen gruppe" not in leader.text
        await leader.press("enter", "escape")
        assert "parkert" not in leader.lines[0]


def parked(home: Path, group: str = "SOL-7", text: str = MATTER) -> None:
    """Let something have been parked in a group's meeting."""
    meeting = Meeting(
        id=f"{group.lower()}-1",
        group=group,
        date=DAY,
        parked=(Parked(id="x1", text=text, matter=Matter.CONFLICT),),
    )
    document = locations_in(home).group(group) / "mote.md"
    change_book(locations_in(home), lambda book: with_parked(book, document, meeting))
