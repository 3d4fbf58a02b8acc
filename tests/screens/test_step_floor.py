"""The bruker's own step: nothing counts down, and what they want remembered is noted."""

from __future__ import annotations

from pathlib import Path

from data.meeting import BRUKER, entry_id, find
from tests.screens.holding_a_meeting import NARROW, everyone_came, leading

SAID = f"entries/{entry_id('ordet', BRUKER)}/comment"


async def test_the_time_counts_up_at_once_and_warns_of_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()], size=NARROW) as leader:
        assert leader.clock == "0:00"
        await leader.let_pass(25 * 60 + 7)
        assert leader.clock == "25:07"
        assert "◼" not in leader.text
        assert "◆" not in leader.text
        assert not leader.told


async def test_the_cursor_stands_where_their_words_go(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()]) as leader:
        assert leader.at == SAID
        await leader.write("Jeg vil ha friminutt ute.\nOg en fast voksen.")
        said = leader.meeting.entry("ordet", BRUKER).comment
        assert said == "Jeg vil ha friminutt ute.\nOg en fast voksen."


async def test_the_clock_can_be_stopped_and_goes_on_from_where_it_stood(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()]) as leader:
        await leader.let_pass(60)
        await leader.press("f3")
        await leader.let_pass(300)
        assert leader.clock == "1:00"
        await leader.press("f3")
        await leader.let_pass(5)
        assert leader.clock == "1:05"


async def test_nobody_else_is_next_and_no_time_is_measured_out(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()], size=NARROW) as leader:
        assert "F3 Klokke" in leader.lines[-1]
        assert "F4" not in leader.lines[-1]
        assert "F5" not in leader.lines[-1]
        before = leader.meeting
        await leader.press("f4", "f5")
        assert leader.meeting == before


async def test_the_step_left_behind_stops_its_clock_and_keeps_it(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()]) as leader:
        await leader.let_pass(90)
        await leader.press("f8")
        await leader.let_pass(90)
        held = find(leader.meeting.rounds, "ordet")
        assert held is not None
        assert held.since is None
        await leader.press("f7")
        assert leader.clock == "1:30"


async def test_going_back_for_a_look_lets_the_clock_run_and_shows_whose_it_is(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()]) as leader:
        await leader.press("f7")
        await leader.let_pass(42)
        assert "▶ Brukeren 0:42" in leader.text


async def test_private_notes_are_kept_apart_from_what_the_referat_says(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()]) as leader:
        await leader.fill("notes/ordet/text", "Virket trøtt.")
        note = find(leader.meeting.notes, "ordet")
        assert note is not None
        assert note.text == "Virket trøtt."
        await leader.press("ctrl+r")
        assert "Virket trøtt" not in leader.text
