"""The calendar file beside an innkalling says what the innkalling says, however it came to say so."""

from __future__ import annotations

from pathlib import Path

from tests.screens.holding_a_meeting import Leader, at_home, leading, locations_in


def calendar(home: Path) -> str:
    """Give the text of the only calendar file there is."""
    (file,) = locations_in(home).groups.rglob("*.ics")
    (document,) = locations_in(home).groups.rglob("2*.md")
    assert file.parent == document.parent
    return file.read_text(encoding="utf-8")


async def begin(leader: Leader, group: str = "") -> None:
    """Make a meeting of two weeks from now ready."""
    leader.app.new_meeting(group, "om 2 uker", "9", "Rådhuset")
    await leader.rest()


async def test_a_new_meeting_has_its_calendar_file_at_once(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+n")
        await begin(leader, "SOL-7")
        assert "DTSTART;TZID=Europe/Oslo:20261208T090000" in calendar(tmp_path)


async def test_it_is_written_anew_when_the_innkalling_is_saved(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+n")
        await begin(leader, "SOL-7")
        await leader.fill("start", "13.30")
        await leader.fill("place", "Biblioteket")
        assert "T090000" in calendar(tmp_path), "nothing is written until it is saved"
        await leader.press("ctrl+s")
        assert "DTSTART;TZID=Europe/Oslo:20261208T133000" in calendar(tmp_path)
        assert "LOCATION:Biblioteket" in calendar(tmp_path)


async def test_it_goes_along_when_the_meeting_gets_its_group(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+n")
        await begin(leader)
        await leader.fill("group", "SOL-7")
        await leader.press("ctrl+s")
        assert "T090000" in calendar(tmp_path)
        assert "SOL-7" not in calendar(tmp_path)


async def test_a_meeting_past_midnight_is_told_and_its_innkalling_saved(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+n")
        await begin(leader, "SOL-7")
        await leader.fill("start", "23.30")
        await leader.press("ctrl+s")
        assert "Møtet går over midnatt" in [one.title for one in leader.told]
        (document,) = locations_in(tmp_path).groups.rglob("2*.md")
        assert "23:30" in document.read_text(encoding="utf-8")


async def test_a_meeting_that_is_held_writes_none(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("ctrl+s")
        assert not list(locations_in(tmp_path).groups.rglob("*.ics"))
