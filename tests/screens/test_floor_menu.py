"""The menu over a round's speakers: pick a name, press a letter."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data import acts
from data.meeting import BRUKER, Attendance, find
from data.rounds import LONGEST_LIMIT, SHORTEST_LIMIT, Place, Round
from screens.floor_menu import COMMANDS
from screens.widgets import Rows
from tests.screens.holding_a_meeting import NARROW, NINE, WIDE, Leader, everyone_came, leading

ALL_BUT_SIRI = [acts.attend(who, Attendance.MET, NINE) for who in ("p1", "p2", "p3", "p4", "p5")]


def held(leader: Leader) -> Round:
    """Give the round."""
    found = find(leader.meeting.rounds, "runde1")
    assert found is not None
    return found


async def test_every_letter_is_seen_under_twelve_speakers_too(tmp_path: Path) -> None:
    many = [acts.add("participants", name=f"Prøve {number}", service="Skolen") for number in range(8)]
    before = [*many, everyone_came()]
    async with leading(tmp_path, "runde1", before=before, size=NARROW) as leader:
        await leader.press("f4", "f9")
        for speaker, doubted in (("p3", False), ("p6", True)):
            await leader.go_to("#speakers", speaker)
            assert ("⚠ Samtykke" in leader.text) is doubted
            shown = [line for line in leader.lines if "venter" in line or "har ordet" in line]
            assert 3 <= len(shown) < len(held(leader).turns)
            for command in COMMANDS:
                if not command.footer:
                    assert command.help in leader.text
            assert "Esc lukker" in leader.text
            assert leader.line("╰")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_box_ends_with_its_last_letter_however_many_speak(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    many = [acts.add("participants", name=f"Prøve {number}", service="Skolen") for number in range(8)]
    async with leading(tmp_path, "runde1", before=[*many, everyone_came()], size=size) as leader:
        await leader.press("f4", "f9")
        for speaker in ("p3", "p6"):
            await leader.go_to("#speakers", speaker)
            last = next(at for at, line in enumerate(leader.lines) if "Kortere taletid" in line)
            assert "╰" in leader.lines[last + 1]


async def test_the_menu_shows_the_speakers_and_every_letter_at_the_smallest_usual_size(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()], size=NARROW) as leader:
        await leader.press("f4", "f9")
        assert "har ordet" in leader.line("Anne Utkast")
        assert "venter" in leader.line("Siri Skisse")
        for command in COMMANDS:
            if not command.footer:
                assert command.help in leader.text
        assert "Første signal 1:00 · andre 3:00 · bjelle av" in leader.text


async def test_who_is_skipped_is_asked_again_at_the_end(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f4", "f9", "h")
        assert leader.shown == "MeetingScreen"
        assert held(leader).speaker == "p4"
        assert "siden" in leader.line("↷  Anne Utkast")
        talked = []
        for _turn in range(5):
            await leader.press("f4")
            talked.append(held(leader).speaker)
        assert talked == ["p5", "p6", "p3", BRUKER, ""]


async def test_the_floor_goes_back_to_the_one_before_who_keeps_their_time(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f4")
        await leader.let_pass(40)
        await leader.press("f4", "f9", "f")
        assert held(leader).speaker == "p3"
        assert leader.clock == "0:40"
        await leader.press("f4")
        assert held(leader).speaker == "p4"


@pytest.mark.parametrize("key", ["o", "enter"])
async def test_the_floor_is_given_to_the_one_picked(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f4", "f9")
        await leader.go_to("#speakers", "p6")
        await leader.press(key)
        assert held(leader).speaker == "p6"
        await leader.press("f4")
        assert held(leader).speaker == "p4"


async def test_who_comes_late_gets_a_place_and_the_time_they_came(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=ALL_BUT_SIRI) as leader:
        await leader.let_pass(12 * 60)
        await leader.press("f9")
        assert "ikke her" in leader.line("Siri Skisse")
        await leader.go_to("#speakers", "p6")
        await leader.press("k")
        assert "venter" in leader.line("Siri Skisse")
        assert [turn.id for turn in held(leader).turns] == ["p3", "p4", "p5", "p6", BRUKER]
        await leader.press("escape", "f7", "f7")
        assert "kom 09:12" in leader.line("Siri Skisse")


async def test_who_leaves_is_asked_no_more_and_comes_back_if_they_do(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f4")
        await leader.let_pass(20 * 60)
        await leader.press("f9")
        await leader.go_to("#speakers", "p4")
        await leader.press("g")
        assert "gått" in leader.line("Kari Kladd")
        who = find(leader.meeting.participants, "p4")
        assert who is not None
        assert who.left == dt.time(9, 20)
        await leader.press("escape", "f4")
        assert held(leader).speaker == "p5"
        await leader.press("f9")
        await leader.go_to("#speakers", "p4")
        await leader.press("k")
        back = find(held(leader).turns, "p4")
        assert back is not None
        assert back.place is Place.WAITING


async def test_the_limits_are_moved_in_quarters_of_a_minute_within_bounds(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f9", "plus")
        assert "Første signal 1:15 · andre 3:15" in leader.text
        await leader.press("minus", "minus")
        assert "Første signal 0:45 · andre 2:45" in leader.text
        await leader.press(*["minus"] * 12)
        assert (held(leader).soft, held(leader).firm) == (SHORTEST_LIMIT, SHORTEST_LIMIT)
        assert held(leader).firm < LONGEST_LIMIT


async def test_the_proposal_becomes_the_limit_by_one_letter(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.let_pass(30 * 60)
        proposed = leader.line("forslag nå").split("forslag nå: ")[1].split()[0]
        await leader.press("f9", "p", "escape")
        assert f"–{proposed} ·" in leader.line("Taletid")


async def test_the_bell_is_turned_on_and_off(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f9", "b")
        assert "bjelle på" in leader.text
        assert leader.meeting.bell
        await leader.press("b")
        assert "bjelle av" in leader.text
        assert not leader.meeting.bell


async def test_the_order_is_changed_in_the_menu_too(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f9")
        await leader.go_to("#speakers", "p5")
        await leader.press("ctrl+up", "ctrl+up")
        assert [turn.id for turn in held(leader).turns][:3] == ["p5", "p3", "p4"]


@pytest.mark.parametrize("key", ["escape", "f9"])
async def test_the_menu_closes_without_a_trace(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        before = leader.meeting
        await leader.press("f9", key)
        assert leader.shown == "MeetingScreen"
        assert leader.meeting == before


async def test_there_is_no_menu_where_nobody_takes_turns(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f9", "f4", "f5", "f3")
        assert leader.shown == "MeetingScreen"
        assert not leader.meeting.rounds


async def test_whoever_comes_late_is_met_by_the_consent_of_their_service(tmp_path: Path) -> None:
    late = [acts.add("participants", name="Nils Ny", service="NAV")]
    async with leading(tmp_path, "runde1", before=[everyone_came(), *late]) as leader:
        await leader.press("f9")
        rows = leader.app.screen.query_one(Rows)
        rows.go_to(leader.meeting.participants[-1].id)
        await leader.press("k")
        assert "NAV er ikke avklart" in leader.line("⚠ Samtykke")
        assert "ungdommen selv fra 16 år" in leader.said("#doubts")
        await leader.press("s")
        assert "Samtykke til NAV" in leader.text
        await leader.press("right", "right")
        await leader.fill("consents/NAV/given_by", "Mona Prøve")
        await leader.press("escape")
        assert not leader.line("⚠ Samtykke")
