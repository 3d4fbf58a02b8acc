"""The program as a whole: what it says on opening, and what belongs to it and to no screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.archive import documents
from data.demo import open_demo
from data.opening import open_meeting
from data.saving import save_document
from data.settings import Settings
from tests.screens.holding_a_meeting import Leader, Time, at_home, going_on, leading, locations_in
from tui.app import Malstyrt


async def test_a_meeting_opened_from_the_shell_ends_the_program_when_it_is_left(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("ctrl+q")
        assert leader.app.return_code == 0


async def test_the_demo_is_written_as_a_document_once_it_is_shown(tmp_path: Path) -> None:
    async with leading(tmp_path):
        listed = documents(locations_in(tmp_path))
        assert [(each.group, each.live) for each in listed] == [("SOL-7", True)]


async def test_a_meeting_opened_at_home_comes_back_there(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+d", "ctrl+q")
        assert leader.shown == "Home"
        assert leader.app.return_code in {None, 0}
        assert leader.app.is_running


async def test_a_mistake_in_the_settings_is_told_and_the_program_starts(tmp_path: Path) -> None:
    app = Malstyrt(locations_in(tmp_path), now=Time(), settings=Settings(mistake="Linje 2: ukjent [nøkkel]"))
    async with app.run_test(notifications=True) as pilot:
        leader = Leader(app, pilot, Time())
        await leader.rest()
        assert leader.shown == "Home"
        assert leader.told[-1].message == "Linje 2: ukjent [nøkkel]"
        assert "[nøkkel]" in leader.text


async def test_what_could_not_be_read_in_a_document_is_told_with_its_line(tmp_path: Path) -> None:
    time = Time()
    locations = locations_in(tmp_path)
    opened = open_demo(locations, now=time, who="test")
    save_document(opened.live)
    opened.live.close()
    text = opened.document.read_text("utf-8")
    at = text[: text.index("27.10.2026")].count("\n")
    copy = tmp_path / "innkalling.md"
    changed = text.replace("27.10.2026", "en gang").replace('id: "sol-7', 'id: "kopi-sol-7')
    copy.write_text(changed, "utf-8")
    before = copy.read_bytes()
    app = Malstyrt(locations, open_meeting(locations, str(copy), now=time, who="test"), now=time)
    async with app.run_test(notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        assert leader.told[-1].title == "Ikke alt i filen kunne leses"
        assert leader.told[-1].message.startswith(f"Linje {at + 1}: ")
    assert copy.read_bytes() == before


async def test_each_notice_of_going_on_stands_on_its_own(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet") as leader:
        await leader.press("ctrl+q")
    leader.time.now += 20 * 60
    async with going_on(tmp_path, time=leader.time) as leader:
        messages = [notice.message for notice in leader.told]
        assert "Tatt opp igjen etter 20 min." in messages
        assert "Klokken ble stoppet kl. 09.00." in messages
        assert leader.clock == "0:00"


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+backslash"])
async def test_no_key_of_the_frameworks_own_leaves_or_opens_anything(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path) as leader:
        await leader.press(key)
        assert leader.app.is_running
        assert leader.shown == "MeetingScreen"


async def test_notices_leave_the_last_two_lines_to_be_read(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        leader.app.say("Et langt ord om noe som ble gjort", "Lagret")
        await leader.rest()
        assert "Et langt ord" in leader.text
        assert leader.lines[-2].endswith("✓ lagret")
        assert leader.lines[-1].strip().startswith("F1 Hjelp")
