"""The screen hidden by a key or by itself: nothing of the meeting is seen, and the meeting goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Event, Key, MouseDown, Paste

from data.demo import open_demo
from data.settings import Settings
from tests.screens.holding_a_meeting import NINE, WIDE, Leader, Time, leading, locations_in, the_floor_to_next
from tests.screens.stage import at_once, until
from tui.app import Malstyrt

HIDDEN = "Skjermen er skjult"

CLICK = MouseDown(
    None,
    x=5,
    y=5,
    delta_x=0,
    delta_y=0,
    button=1,
    shift=False,
    meta=False,
    ctrl=False,
    screen_x=5,
    screen_y=5,
)


@asynccontextmanager
async def left_alone(home: Path, minutes: int) -> AsyncIterator[Leader]:
    """Lead the demo meeting with a screen that hides itself after so many minutes."""
    time, locations = Time(), locations_in(home)
    opened = open_demo(locations, now=time, who="test")
    app = Malstyrt(locations, opened, who="test", now=time, settings=Settings(hide_after=minutes))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        yield leader


async def look_at_the_clock(leader: Leader) -> None:
    """Do what the app's timer does twice a second."""
    await leader.app._look_around()  # noqa: SLF001 - what the timer calls, without waiting for it
    await leader.rest()


@pytest.mark.parametrize("hours", [3, -3])
async def test_C2_a_clock_that_is_set_neither_hides_the_screen_nor_keeps_it_shown(
    tmp_path: Path, hours: float
) -> None:
    async with left_alone(tmp_path, 5) as leader:
        leader.time.set_by = hours * 3600
        await look_at_the_clock(leader)
        assert leader.shown == "MeetingScreen"
        leader.time.now += 5 * 60
        await look_at_the_clock(leader)
        assert leader.shown == "Curtain"


async def test_C1_a_machine_that_wakes_has_its_screen_hidden(tmp_path: Path) -> None:
    async with left_alone(tmp_path, 5) as leader:
        leader.time.sleep(5 * 60)
        await until(leader.pilot, lambda: leader.shown == "Curtain")
        assert "Maskinen sov" not in leader.text
        await leader.press("x")
        await until(leader.pilot, lambda: "Maskinen sov i 5 minutter" in leader.text)


@pytest.mark.parametrize("event", [Key("f8", None), Paste("limt inn"), CLICK])
async def test_C1_whoever_wakes_the_machine_meets_the_curtain(tmp_path: Path, event: Event) -> None:
    async with left_alone(tmp_path, 5) as leader:
        before = leader.meeting
        leader.time.sleep(5 * 60)
        await leader.app.on_event(event)  # at once: nothing has looked at the clock in between
        await leader.rest()
        assert (leader.shown, leader.meeting) == ("Curtain", before)
        await leader.press("f8")
        await leader.rest()
        assert leader.shown != "Curtain"
        assert leader.meeting == before


@pytest.mark.parametrize("key", ["f12", "ctrl+p"])
async def test_a_key_hides_everything_and_any_key_brings_it_back_and_does_no_more(
    tmp_path: Path, key: str
) -> None:
    async with leading(tmp_path, "ordet") as leader:
        before = leader.text
        await leader.press(key)
        shown = [line.strip() for line in leader.lines if line.strip()]
        assert len(shown) == 2, shown
        assert HIDDEN in shown[0]

        await leader.press("x")
        await leader.rest()
        assert leader.text == before


@pytest.mark.parametrize("key", ["f12", "ctrl+o", "ctrl+q", "f8", "tab", "escape"])
async def test_no_key_means_anything_but_that_somebody_is_there(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path, "ordet") as leader:
        before = leader.text
        await leader.press("f12", key)
        await leader.rest()
        assert (leader.shown, leader.text) == ("MeetingScreen", before)


async def test_what_is_typed_behind_the_key_that_brings_it_back_is_typed_where_one_was(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, "ordet") as leader:
        await at_once(leader.pilot, "f12", "x", "h", "e", "i")
        await leader.rest()
        assert leader.shown == "MeetingScreen"
        assert '"hei"' in leader.meeting.as_json()


async def test_what_is_pasted_on_a_hidden_screen_goes_nowhere(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet") as leader:
        await leader.press("f12")
        leader.app.post_message(Paste("limt inn"))
        await leader.rest()
        assert leader.shown == "MeetingScreen"
        assert "limt inn" not in leader.meeting.as_json()


async def test_what_is_being_typed_is_recorded_before_the_screen_is_hidden(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet") as leader:
        await leader.press(*"hei", "f12")
        assert "hei" in leader.meeting.as_json()
        assert "hei" not in leader.text


async def test_clocks_and_other_terminals_go_on_behind_it(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1") as leader:
        await leader.ask(the_floor_to_next("runde1"))
        await leader.press("f12")
        await leader.let_pass(75)
        assert leader.clock == ""
        await leader.press("x")
        await leader.rest()
        assert leader.clock == "1:15"


async def test_a_notice_waits_behind_it(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet") as leader:
        leader.app.say("Per Prøve kom")
        await leader.press("f12")
        leader.app.say("Kari Kladd gikk")
        await leader.rest()
        assert "Per" not in leader.text
        assert "Kari" not in leader.text
        await leader.press("x")
        await until(leader.pilot, lambda: "Kari Kladd gikk" in leader.text)


async def test_it_can_be_drawn_over_a_dialog_too(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1") as leader:
        await leader.press("f9", "f12")
        assert HIDDEN in leader.text
        assert "Talerne" not in leader.text
        await leader.press("x")
        assert leader.shown == "FloorMenu"


async def test_by_itself_it_comes_after_the_minutes_that_were_chosen_and_no_sooner(tmp_path: Path) -> None:
    async with left_alone(tmp_path, minutes=5) as leader:
        leader.time.now += 299
        await look_at_the_clock(leader)
        assert leader.shown == "MeetingScreen"
        leader.time.now += 1
        await look_at_the_clock(leader)
        assert leader.shown == "Curtain"
        await look_at_the_clock(leader)
        assert [type(screen).__name__ for screen in leader.app.screen_stack].count("Curtain") == 1


async def test_a_key_is_somebody_there_and_a_clock_put_back_is_nobody_gone(tmp_path: Path) -> None:
    async with left_alone(tmp_path, minutes=5) as leader:
        leader.time.now += 200
        await leader.press("tab")
        leader.time.now += 200
        await look_at_the_clock(leader)
        leader.time.now = NINE - 3600
        await look_at_the_clock(leader)
        assert leader.shown == "MeetingScreen"


async def test_where_no_minutes_were_chosen_it_never_comes_by_itself(tmp_path: Path) -> None:
    async with left_alone(tmp_path, minutes=0) as leader:
        leader.time.now += 24 * 3600
        await look_at_the_clock(leader)
        await leader.press("tab")
        assert leader.shown == "MeetingScreen"


async def test_waiting_for_it_wakes_the_machine_no_more_often(tmp_path: Path) -> None:
    async with left_alone(tmp_path / "never", 0) as never, left_alone(tmp_path / "five", 5) as five:
        waits, more = ({timer._interval for timer in each.app._timers} for each in (never, five))  # noqa: SLF001 - Textual shows them nowhere else
        assert waits == more
