"""Keys over a line that lags: many fields and screens in one burst, and everything lands where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.leading import SMALL, Leader, keys, text

FIRST, SECOND = "p3", "p4"
"""The first two speakers of the demo's rounds, everyone having come."""


@pytest.fixture
def leader(tmp_path: Path) -> Iterator[Leader]:
    with Leader.of_demo(tmp_path, SMALL) as leader:
        yield leader


def to_round_1_with_all_there() -> bytes:
    return keys("ctrl+a", "step_on", "step_on")


def test_text_tab_text_fills_two_fields(leader: Leader) -> None:
    leader.at_once(keys("step_on"))
    leader.comes_to("2 Bruker")

    leader.at_once(text("Vi vil blæ"), keys("tab"), text("bare for møg"))

    leader.sees_recorded("entries/ordet:bruker/comment", "Vi vil blæ")
    leader.sees_recorded("notes/ordet/text", "bare for møg")


def test_text_behind_a_step_is_in_the_next_step(leader: Leader) -> None:
    leader.at_once(keys("step_on"), text("Å få være i fred"), keys("tab"), text("så rart"))

    leader.sees_recorded("entries/ordet:bruker/comment", "Å få være i fred")
    leader.sees_recorded("notes/ordet/text", "så rart")


def test_text_before_a_step_is_in_the_step_it_was_typed_in(leader: Leader) -> None:
    leader.at_once(keys("step_on"), text("her"), keys("step_on", "step_back"), text(" og her"))

    leader.sees_recorded("entries/ordet:bruker/comment", "her og her")


def test_escape_and_words_in_one_burst_close_what_is_open_and_are_written_beneath(leader: Leader) -> None:
    leader.at_once(keys("step_on"))
    leader.comes_to("2 Bruker")

    leader.at_once(keys("help", "escape"), text("Ola vil ha ro"), keys("tiltak", "escape"), text(" nå"))

    leader.sees_recorded("entries/ordet:bruker/comment", "Ola vil ha ro nå")


def test_a_tiltak_on_the_way_between_two_steps(leader: Leader) -> None:
    line = "Ringe BUP @kari !om 2 uker #leseglede"
    leader.at_once(
        keys("tiltak"), text(line), keys("enter", "close", "step_on"), text("Takk"), keys("tab"), text("ok")
    )

    leader.sees_recorded("tiltak/T15/what", "Ringe BUP")
    leader.sees_recorded("tiltak/T15/who", "Kari Kladd")
    leader.sees_recorded("tiltak/T15/goal", "M2")
    leader.sees_recorded("entries/ordet:bruker/comment", "Takk")
    leader.sees_recorded("notes/ordet/text", "ok")


def test_two_tiltak_one_after_the_other(leader: Leader) -> None:
    leader.at_once(
        keys("tiltak"), text("Én ting"), keys("enter"), text("En annen ting"), keys("enter", "close")
    )

    leader.sees_recorded("tiltak/T16/what", "En annen ting")
    leader.sees_recorded("tiltak/T15/what", "Én ting")


def test_the_next_speaker_is_noted_of_behind_the_key(leader: Leader) -> None:
    leader.at_once(
        to_round_1_with_all_there(),
        keys("next_speaker"),
        text("går fint"),
        keys("next_speaker"),
        text("går tungt"),
        keys("tab"),
        text("fravær på mandager"),
    )

    leader.sees_recorded(f"entries/runde1:{SECOND}/challenge", "fravær på mandager")
    leader.sees_recorded(f"entries/runde1:{SECOND}/progress", "går tungt")
    leader.sees_recorded(f"entries/runde1:{FIRST}/progress", "går fint")


def test_a_step_come_back_to_while_the_bruker_speaks_takes_text_in_a_field_that_shows(leader: Leader) -> None:
    to_the_bruker = keys("next_speaker") * 5
    leader.at_once(
        to_round_1_with_all_there(), to_the_bruker, keys("step_back", "step_on"), text("Vi er enige")
    )

    leader.sees_recorded("entries/runde1:bruker/comment", "Vi er enige")


def test_enter_opens_a_card_and_what_follows_is_typed_in_it(leader: Leader) -> None:
    leader.at_once(
        keys("enter"),
        text(" den yngre"),
        keys("tab", "end"),
        text("!"),
        keys("close", "step_on"),
        text("Hei"),
    )

    leader.sees_recorded("participants/p1/name", "Per Prøve den yngre")
    leader.sees_recorded("participants/p1/role", "ungdommen!")
    leader.sees_recorded("entries/ordet:bruker/comment", "Hei")


def test_a_new_item_is_filled_in_behind_the_enter_that_makes_it(leader: Leader) -> None:
    to_the_agenda = keys(*["tab"] * 7)
    leader.at_once(
        to_the_agenda,
        keys("end", "enter"),
        text("Buss på tirsdager"),
        keys("tab"),
        text("Per Prøve"),
        keys("close"),
    )

    leader.sees_recorded("agenda/s5/title", "Buss på tirsdager")
    leader.sees_recorded("agenda/s5/raised_by", "Per Prøve")


def test_a_value_is_turned_as_many_times_as_the_key_was_pressed(leader: Leader) -> None:
    leader.at_once(keys("space", "down", "space", "space", "down", "space", "space", "space", "down", "left"))

    leader.sees_recorded("participants/p1/attendance", "møtt")
    leader.sees_recorded("participants/p2/attendance", "frafall")
    leader.sees_recorded("participants/p3/attendance", "stedfortreder")
    leader.sees_recorded("participants/p4/attendance", "stedfortreder")


def test_half_a_meeting_in_one_burst(leader: Leader) -> None:
    leader.at_once(
        to_round_1_with_all_there(),
        *(
            keys("next_speaker") + text(f"bra {n}") + keys("tab") + text(f"vondt {n}") + keys("tab", "space")
            for n in range(1, 5)
        ),
        keys("next_speaker"),
        text("Vi er enige"),
        keys("step_on"),
        *(keys("next_speaker") + text(f"bidra {n}") for n in range(1, 5)),
        keys("step_on", "tab"),
        text("Mål én er i rute"),
        keys("step_on", "step_on", "right", "tab"),
        text("Bra møte"),
        keys("step_on"),
    )

    leader.comes_to("8 Neste møte")
    held = leader.meeting
    assert [held.entry("runde1", f"p{n + 2}").progress for n in range(1, 5)] == [
        f"bra {n}" for n in range(1, 5)
    ]
    assert [held.entry("runde1", f"p{n + 2}").challenge for n in range(1, 5)] == [
        f"vondt {n}" for n in range(1, 5)
    ]
    assert [held.entry("runde1", f"p{n + 2}").goals for n in range(1, 5)] == [("M1",)] * 4
    assert held.entry("runde1", "bruker").comment == "Vi er enige"
    assert [held.entry("runde2", f"p{n + 2}").contribution for n in range(1, 5)] == [
        f"bidra {n}" for n in range(1, 5)
    ]
    assert held.goals[0].conclusion == "Mål én er i rute"
    assert [(e.id, e.score, e.words) for e in held.evaluations] == [("bruker", 1, "Bra møte")]
