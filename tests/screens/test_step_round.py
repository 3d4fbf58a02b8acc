"""A round: one speaker at a time, kind limits, and notes that never mix."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import acts
from data.meeting import BRUKER, find
from data.rounds import Place, Round
from screens.widgets import Marks
from tests.screens.holding_a_meeting import (
    NARROW,
    NINE,
    WIDE,
    Leader,
    everyone_came,
    leading,
    the_floor_to_next,
)

BEGUN = (everyone_came(),)


def held(leader: Leader, step: str = "runde1") -> Round:
    """Give the round of a step."""
    found = find(leader.meeting.rounds, step)
    assert found is not None
    return found


def order(leader: Leader, step: str = "runde1") -> list[str]:
    """Give the speakers in the order they talk."""
    return [turn.id for turn in held(leader, step).turns]


# Who talks


async def test_those_present_talk_in_turn_and_the_bruker_last(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        talked = []
        for _turn in range(6):
            await leader.press("f4")
            talked.append(held(leader).speaker)
        assert talked == ["p3", "p4", "p5", "p6", BRUKER, ""]
        assert "Alle har hatt ordet. F8 går videre" in leader.text


async def test_round_two_has_no_stop_for_the_bruker(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde2", before=BEGUN) as leader:
        assert order(leader, "runde2") == ["p3", "p4", "p5", "p6"]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_who_has_the_floor_and_who_is_next_stands_on_the_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN, size=size) as leader:
        assert "F4 gir ordet til Anne Utkast · PPT" in leader.text
        assert "neste:" not in leader.text, "who gets the floor is told once"
        assert "0 av 4 har hatt ordet" in leader.text
        await leader.press("f4")
        assert "neste: Kari Kladd" in leader.line("Anne Utkast · PPT")
        await leader.press("f4")
        assert "1 av 4 har hatt ordet" in leader.text
        assert "neste: Ola Tenkt" in leader.text


async def test_the_order_can_be_changed_before_the_round_and_while_it_lasts(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.go_to("#order", "p3")
        await leader.press("ctrl+down", "ctrl+down")
        assert order(leader) == ["p4", "p5", "p3", "p6", BRUKER]
        await leader.press("f4")
        await leader.go_to("#order", "p6")
        await leader.press("ctrl+up", "ctrl+up")
        assert order(leader) == ["p4", "p6", "p5", "p3", BRUKER]
        assert held(leader).speaker == "p4"
        await leader.press("f4")
        assert held(leader).speaker == "p6"


async def test_the_bruker_stays_last_however_often_somebody_is_moved(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.go_to("#order", "p6")
        await leader.press("ctrl+down")
        assert order(leader)[-1] == BRUKER
        await leader.go_to("#order", BRUKER)
        await leader.press("ctrl+up")
        assert order(leader)[-1] == BRUKER


# The clock


async def test_the_clock_starts_with_the_floor_and_stops_and_goes_on_by_one_key(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        assert leader.clock == "–:––"
        await leader.press("f3")
        assert held(leader).speaker == "p3"
        await leader.let_pass(20)
        assert leader.clock == "0:20"
        await leader.press("f3")
        await leader.let_pass(20)
        assert leader.clock == "0:20"
        assert "Klokken står" in leader.text
        await leader.press("f3")
        await leader.let_pass(1)
        assert leader.clock == "0:21"


async def test_the_signals_come_at_one_minute_and_three_in_words_as_well_as_colour(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[*BEGUN], size=NARROW) as leader:
        await leader.press("f4")
        clock = leader.app.screen.query_one("#clock")
        await leader.let_pass(59)
        assert "◆" not in leader.text
        await leader.let_pass(1)
        assert "◆" in leader.line("1:00 er brukt")
        assert clock.has_class("-soft")
        await leader.let_pass(119)
        assert leader.clock == "2:59"
        assert not clock.has_class("-firm")
        await leader.let_pass(1)
        assert "◼ Over tiden" in leader.text
        assert clock.has_class("-firm")
        assert not clock.has_class("-soft")


async def test_overtime_counts_up_and_nobody_is_cut_off(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4")
        await leader.let_pass(194)
        assert leader.clock == "+0:14"
        await leader.let_pass(600)
        assert leader.clock == "+10:14"
        assert held(leader).speaker == "p3"


async def test_half_a_minute_more_moves_both_signals(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4", "f5")
        await leader.let_pass(89)
        assert "◆" not in leader.text
        await leader.let_pass(1)
        assert "◆" in leader.text
        await leader.let_pass(119)
        assert "◼" not in leader.text
        await leader.let_pass(1)
        assert "◼" in leader.text
        await leader.press("f5")
        assert "◼" not in leader.text
        assert held(leader).turns[0].extra == 60


@pytest.mark.parametrize(
    ("talked", "before", "after"),
    [
        (5, "Taletid 1:00–3:00 · forslag", "Taletid 1:30–3:30 (+0:30) · forslag"),
        (130, "◆ 1:00 er brukt.", "◆ 1:30 (+0:30) er brukt."),
        (230, "◼ Over tiden. ", "◼ Over tiden (+0:30). "),
    ],
)
async def test_half_a_minute_more_is_seen_at_once_whatever_the_clock_says(
    tmp_path: Path, talked: float, before: str, after: str
) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN, size=NARROW) as leader:
        await leader.press("f4")
        await leader.let_pass(talked)
        assert before in leader.text
        await leader.press("f5")
        assert after in leader.text
        await leader.press("f4")
        assert "(+" not in leader.text


async def test_the_next_one_begins_at_nothing_and_what_was_used_stands_in_the_list(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4")
        await leader.let_pass(75)
        await leader.press("f4")
        assert leader.clock == "0:00"
        assert "1:15" in leader.line("✓  Anne Utkast")


async def test_the_bell_rings_once_at_each_limit_where_it_is_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[float] = []
    async with leading(tmp_path, "runde1", before=[*BEGUN, acts.put("bell", value=True)]) as leader:
        monkeypatch.setattr(leader.app, "bell", lambda: rung.append(leader.time.now - NINE))
        await leader.press("f4")
        for _ten_seconds in range(24):
            await leader.let_pass(10)
        assert rung == [60, 180]


async def test_the_bell_is_silent_where_it_is_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[float] = []
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        monkeypatch.setattr(leader.app, "bell", lambda: rung.append(leader.time.now))
        await leader.press("f4")
        for _minute in range(4):
            await leader.let_pass(60)
        assert not rung


async def test_each_is_proposed_the_time_that_is_left_for_them(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        assert "Taletid 1:00–3:00 · forslag nå:" in leader.text
        ample = leader.line("forslag nå")
        await leader.let_pass(35 * 60)
        scarce = leader.line("forslag nå")
        assert ample.split("forslag nå: ")[1] > scarce.split("forslag nå: ")[1]


async def test_the_masthead_says_through_the_meeting_whether_the_plan_holds(tmp_path: Path) -> None:
    async with leading(tmp_path, size=NARROW) as leader:
        assert "60 min igjen · ✓ i rute" in leader.lines[0]
        await leader.let_pass(20 * 60)
        assert "40 min igjen · ▼ 12 min bak plan" in leader.lines[0]
        await leader.press("f8", "f8")
        await leader.let_pass(60)
        assert "▼ 4 min bak plan" in leader.lines[0]
        await leader.press("f8", "f8")
        await leader.let_pass(60)
        assert "▲ 23 min foran plan" in leader.lines[0]
        await leader.let_pass(43 * 60)
        assert "5 min over" in leader.lines[0]


# What is noted


async def test_notes_are_kept_for_the_one_who_spoke(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4")
        assert leader.at == "entries/runde1:p3/progress"
        await leader.write("Leser tjue minutter hver kveld.")
        await leader.press("tab")
        await leader.write("Fravær på mandager.")
        await leader.press("f4")
        assert leader.at == "entries/runde1:p4/progress"
        assert "Leser tjue" not in leader.text
        await leader.write("Møter presis.")
        anne, kari = leader.meeting.entry("runde1", "p3"), leader.meeting.entry("runde1", "p4")
        assert (anne.progress, anne.challenge) == ("Leser tjue minutter hver kveld.", "Fravær på mandager.")
        assert (kari.progress, kari.challenge) == ("Møter presis.", "")


async def test_letters_typed_right_before_the_next_one_gets_the_floor_stay_with_the_first(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4", *"bra", "f4", *"også")
        assert leader.meeting.entry("runde1", "p3").progress == "bra"
        await leader.rest()
        assert leader.meeting.entry("runde1", "p4").progress == "også"


@pytest.mark.parametrize("pause", [0.5, 5])
async def test_a_note_that_was_gone_back_from_does_not_come_back_by_going_further(
    tmp_path: Path, pause: float
) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4")
        await leader.press(*"Ro")
        await leader.rest()
        assert [entry.progress for entry in leader.meeting.entries] == ["Ro"]
        leader.time.now += pause
        await leader.press("ctrl+z")
        await leader.rest()
        await leader.press("ctrl+z")
        assert (leader.meeting.entries, held(leader).speaker) == ((), "")
        await leader.press("ctrl+y", "ctrl+y")
        assert [entry.progress for entry in leader.meeting.entries] == ["Ro"]
        assert held(leader).speaker == "p3"


async def test_the_goals_a_contribution_is_about_are_marked(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4", "tab", "tab")
        assert isinstance(leader.app.focused, Marks)
        await leader.press("space", "right", "right", "space")
        assert leader.meeting.entry("runde1", "p3").goals == ("M1", "M3")
        assert "[x] Trygg på skolen" in leader.text
        assert "[ ] Leseglede" in leader.text
        await leader.press("f4")
        assert "[x]" not in leader.text


async def test_the_bruker_comments_on_the_round_and_is_asked_for_nothing_else(tmp_path: Path) -> None:
    turns = [the_floor_to_next("runde1") for _speaker in range(4)]
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        for turn in turns:
            await leader.ask(turn)
        await leader.press("f4")
        assert leader.at == "entries/runde1:bruker/comment"
        assert "Går bra" not in leader.text
        await leader.write("Mandag er verst.")
        assert leader.meeting.entry("runde1", BRUKER).comment == "Mandag er verst."
        await leader.let_pass(600)
        assert "◼" not in leader.text


async def test_private_notes_are_kept_for_each_speaker(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4")
        await leader.fill("notes/runde1:p3/text", "Spør om søvn.")
        await leader.press("f4")
        assert "Spør om søvn" not in leader.text
        await leader.fill("notes/runde1:p4/text", "Ring etterpå.")
        assert [(note.id, note.text) for note in leader.meeting.notes] == [
            ("runde1:p3", "Spør om søvn."),
            ("runde1:p4", "Ring etterpå."),
        ]


async def test_somebody_else_than_the_speaker_can_be_noted_of(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4")
        await leader.go_to("#order", "p5")
        await leader.press("enter")
        assert "(noterer for Ola Tenkt)" in leader.text
        await leader.write("Hilser fra skolen.")
        assert leader.meeting.entry("runde1", "p5").progress == "Hilser fra skolen."
        assert held(leader).speaker == "p3"
        await leader.press("f4")
        assert leader.at == "entries/runde1:p4/progress"


async def test_who_is_noted_of_is_said_also_when_nobody_has_the_floor(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN, size=NARROW) as leader:
        await leader.go_to("#order", "p5")
        await leader.press("enter")
        assert "Noterer for Ola Tenkt" in leader.text
        await leader.write("Hilser fra skolen.")
        assert leader.meeting.entry("runde1", "p5").progress == "Hilser fra skolen."


async def test_a_round_that_is_revisited_shows_what_it_holds(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f4")
        await leader.write("Leser mer.")
        await leader.let_pass(30)
        await leader.press("f8", "f7")
        assert "Leser mer." in leader.text
        assert leader.clock == "0:30"
        assert held(leader).since is None


async def test_round_two_goes_on_with_the_limits_of_round_one(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=BEGUN) as leader:
        await leader.press("f9", "plus", "escape", "f8")
        assert (held(leader, "runde2").soft, held(leader, "runde2").firm) == (75, 195)


# A tiltak of a contribution


async def test_a_tiltak_half_written_waits_while_a_contribution_is_made_one(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde2", before=BEGUN) as leader:
        await leader.press("f2")
        await leader.write("Ringe BUP")
        await leader.press("escape", "f4")
        await leader.write("Veilede lærerne")
        await leader.press("ctrl+n", *"!fre", "enter")
        await leader.write("Lage plan")
        await leader.press("escape", "f2")
        assert [tiltak.what for tiltak in leader.meeting.agreed] == ["Veilede lærerne"]
        assert leader.field("notes/tiltakslinje/text").words == "Ringe BUP"
        await leader.press("enter", "escape", "f2")
        assert leader.field("notes/bidragslinje/text").words == "Lage plan"


async def test_one_key_makes_a_tiltak_of_the_contribution_being_noted(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde2", before=BEGUN) as leader:
        await leader.press("f4")
        await leader.write("Veilede lærerne om pauser")
        await leader.press("tab", "space", "ctrl+n")
        assert leader.shown == "TiltakLineScreen"
        assert "Veilede lærerne om pauser — Anne Utkast" in leader.text
        await leader.press(*"!fre", "enter", "escape")
        made = leader.meeting.agreed[-1]
        assert (made.what, made.who, made.goal) == ("Veilede lærerne om pauser", "Anne Utkast", "M1")
        assert str(made.when) == "2026-11-27"
        assert "T15 Veilede lærerne om pauser" in leader.lines[-2]


async def test_no_contribution_makes_no_tiltak(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde2", before=BEGUN) as leader:
        await leader.press("f4", "ctrl+n")
        assert leader.shown == "MeetingScreen"


async def test_who_left_is_shown_as_gone(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[*BEGUN, acts.leave("p5", NINE)]) as leader:
        assert order(leader) == ["p3", "p4", "p6", BRUKER]
        await leader.press("f9")
        await leader.go_to("#speakers", "p4")
        await leader.press("g", "escape")
        assert held(leader).turns[1].place is Place.LEFT
        assert "←" in leader.line("Kari Kladd")
