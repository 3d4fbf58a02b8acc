"""The machine sleeps, or its clock is set, in the middle of a meeting that is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.widgets import Clock
from tests.screens.holding_a_meeting import (
    NARROW,
    Leader,
    Time,
    everyone_came,
    going_on,
    leading,
    the_floor_to_next,
)

BEGUN = (everyone_came(),)
TEN_MINUTES = 600


def shown_clock(leader: Leader) -> str:
    """Give what the speaker's clock shows, whatever is asked over it."""
    return leader.app.screen_stack[-1].query_one(Clock).text


async def in_the_first_turn(leader: Leader) -> None:
    """Let the first speaker have talked for a minute and a half."""
    await leader.ask(the_floor_to_next("runde1"))
    await leader.let_pass(90)
    assert shown_clock(leader) == "1:30"


async def sleep(leader: Leader, seconds: float = TEN_MINUTES) -> None:
    """Let the machine sleep, and the program wake up with it."""
    leader.holding.catch_up()
    leader.time.sleep(seconds)
    await leader.catch_up()


@pytest.mark.parametrize(("key", "shows"), [("f3", "1:30"), ("f4", "+8:30"), ("escape", "+8:30")])
async def test_C1_the_leader_says_with_a_key_whether_the_sleep_counts(
    tmp_path: Path, key: str, shows: str
) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN, size=NARROW) as leader:
        await in_the_first_turn(leader)
        await sleep(leader)
        assert leader.line("Maskinen sov i 10 minutter. Skal tiden telles med?")
        await leader.press(key)
        assert leader.shown == "MeetingScreen"
        assert shown_clock(leader) == shows
        assert [one.counted for one in leader.meeting.sleeps] == [key != "f3"]


async def test_C1_the_answer_is_undone_and_made_again_and_outlives_the_program(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await in_the_first_turn(leader)
        await sleep(leader)
        await leader.press("f3", "ctrl+z")
        assert (leader.shown, shown_clock(leader)) == ("MeetingScreen", "+8:30")
        await leader.press("ctrl+y")
        assert shown_clock(leader) == "1:30"
    async with going_on(tmp_path, time=leader.time) as leader:
        assert (leader.shown, shown_clock(leader)) == ("MeetingScreen", "1:30")


async def test_C1_letters_answer_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await sleep(leader)
        await leader.press(*"jn", "enter", "space")
        assert leader.shown == "MachineSlept"
        assert not leader.meeting.sleeps


async def test_C1_an_answer_in_one_terminal_takes_the_question_away_in_the_other(tmp_path: Path) -> None:
    async with (
        leading(tmp_path, "runde1", before=BEGUN) as leader,
        going_on(tmp_path, time=leader.time) as other,
    ):
        other.holding.catch_up()
        await sleep(leader)
        await other.catch_up()
        assert (leader.shown, other.shown) == ("MachineSlept", "MachineSlept")
        await leader.press("f3")
        await other.catch_up()
        assert other.shown == "MeetingScreen"
        assert len(other.meeting.sleeps) == 1


async def test_C1_the_question_waits_for_the_curtain_and_for_what_is_open(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f2")
        await sleep(leader)
        assert leader.shown == "TiltakLineScreen"
        await leader.press("escape", "f12")
        assert leader.shown == "Curtain"
        await leader.press("space")
        await leader.rest()
        assert leader.shown == "MachineSlept"


async def test_C1_in_the_referat_nobody_is_asked(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=BEGUN) as leader:
        await sleep(leader)
        assert leader.shown == "MeetingScreen"


@pytest.mark.parametrize(("hours", "words"), [(3, "3 timer fram"), (-3, "3 timer tilbake")])
async def test_C2_a_clock_set_in_a_meeting_is_told_of_and_moves_nothing(
    tmp_path: Path, hours: int, words: str
) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await in_the_first_turn(leader)
        masthead = leader.said("#masthead")
        leader.time.set_by = hours * 3600
        await leader.catch_up()
        await leader.let_pass(1)
        assert words in leader.told[-1].message
        assert shown_clock(leader) == "1:31"
        assert leader.said("#masthead") == masthead
        told = len(leader.told)
        await leader.catch_up()
        assert len(leader.told) == told


async def test_C2_who_opens_the_meeting_after_the_clock_was_set_sees_the_same_time(tmp_path: Path) -> None:
    time = Time()
    async with leading(tmp_path, "runde1", before=BEGUN, time=time) as leader:
        await in_the_first_turn(leader)
        time.set_by = 3 * 3600
    async with going_on(tmp_path, time=time) as leader:
        await leader.let_pass(1)
        assert shown_clock(leader) == "1:31"
