"""A tiltak on one line, from any step, with what it was understood as beneath."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data import acts
from data.meeting import Tiltak
from data.structure import load
from screens.widgets import Field
from tests.screens.holding_a_meeting import NARROW, WIDE, everyone_came, going_on, leading

PLACES = (*(step.id for step in load("malstyrt").steps), "referat")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_one_line_says_what_who_when_and_which_goal(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, size=size) as leader:
        await leader.press("f2")
        await leader.write("Ringe BUP @kari !fre #trygg")
        assert "Ringe BUP — Kari Kladd — fredag 27. november 2026 (uke 48) — M1 Trygg" in leader.text.replace(
            "\n │ ", " "
        )
        assert "mangler" not in leader.text
        await leader.press("enter")
        made = leader.meeting.agreed[-1]
        assert made == Tiltak(
            id="T15", what="Ringe BUP", who="Kari Kladd", when=dt.date(2026, 11, 27), goal="M1"
        )
        assert "✓ T15 er lagt til" in leader.text


async def test_the_line_opens_from_every_step_and_comes_back_to_it(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[everyone_came()]) as leader:
        for count, place in enumerate(PLACES, 1):
            await leader.press("f2", *"Ring", "enter", "escape")
            assert leader.shown == "MeetingScreen"
            assert leader.meeting.step == place
            assert len(leader.meeting.agreed) == count
            assert f"{leader.meeting.agreed[-1].id} Ring" in leader.lines[-2]
            await leader.press("f8")


async def test_what_is_missing_is_said_and_may_be_missing(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2")
        await leader.write("Ringe BUP")
        assert "mangler hvem, når, mål" in leader.text
        await leader.press("enter")
        assert leader.meeting.agreed[-1].who == ""


async def test_a_long_line_left_behind_is_read_whole_when_it_is_taken_up_again(tmp_path: Path) -> None:
    words = "Ringe BUP om at henvisningen fra i høst ikke er besvart @kari !fre #trygg"
    async with leading(tmp_path, size=NARROW) as leader:
        await leader.press("f2")
        await leader.write(words)
        await leader.press("escape", "f2")
        understood = "besvart — Kari Kladd — fredag 27. november 2026 (uke 48) — M1 Trygg"
        assert understood in " ".join(leader.text.replace("│", " ").split())
        await leader.press(*["backspace"] * len(words))
        assert "besvart" not in leader.text


async def test_the_line_is_free_for_the_next_one_at_once(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"en", "enter", *"to", "enter", "escape")
        assert [tiltak.what for tiltak in leader.meeting.agreed] == ["en", "to"]


async def test_an_empty_line_makes_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", "enter", "space", "enter", "escape")
        assert not leader.meeting.agreed


async def test_tab_completes_a_name_and_a_goal(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"Ring @ka")
        assert "Kari Kladd" in leader.text
        await leader.press("tab", *"#les", "tab")
        field = leader.app.screen.query_one(Field)
        await leader.press("enter")
        made = leader.meeting.agreed[-1]
        assert (made.what, made.who, made.goal) == ("Ring", "Kari Kladd", "M2")
        assert field.value == ""


async def test_down_and_up_go_through_the_offers(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"Ring @", "down", "down", "up", "tab", "enter")
        assert leader.meeting.agreed[-1].who == "Mona Prøve"


async def test_down_stops_at_the_last_offer_so_that_up_goes_on_from_there(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"Ring @", *["down"] * 9, "up", "tab", "enter")
        assert leader.meeting.agreed[-1].who == "Ola Tenkt"


async def test_the_offer_that_is_picked_is_seen_though_there_are_more_than_fit(tmp_path: Path) -> None:
    many = [acts.add("participants", name=f"Nils Nummer {n} med et langt navn") for n in range(9)]
    async with leading(tmp_path, before=many, size=NARROW) as leader:
        await leader.press("f2", *"@nils", *["down"] * 6)
        assert "Nummer 6" in leader.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [("Ring !i går", "har vært"), ("Ring !25.12", "første juledag"), ("Ring !lørdag", "lørdag")],
)
async def test_what_is_odd_about_a_date_is_said(tmp_path: Path, typed: str, words: str) -> None:
    async with leading(tmp_path, size=NARROW) as leader:
        await leader.press("f2")
        await leader.write(typed)
        assert words in leader.text


async def test_a_name_that_two_share_is_asked_about(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2")
        await leader.write("Ring @prøve")
        assert "Per Prøve" in leader.text
        assert "Mona Prøve" in leader.text
        assert "@prøve: Per Prøve eller Mona Prøve?" in leader.text


async def test_a_line_that_is_left_stands_there_the_next_time(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"Ringe BUP @ka", "escape", "f8", "f2")
        assert leader.app.screen.query_one(Field).value == "Ringe BUP @ka"
        await leader.press("tab", "enter", "escape", "f2")
        assert leader.app.screen.query_one(Field).value == ""


async def test_a_line_that_is_left_stands_there_when_the_program_is_opened_again(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"Ringe BUP", "escape", "ctrl+q")
    async with going_on(tmp_path) as leader:
        await leader.press("f2")
        assert leader.app.screen.query_one(Field).value == "Ringe BUP"


async def test_a_date_with_a_time_keeps_the_time(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2")
        await leader.write("Møtes @kari !fredag kl 14 #trygg")
        assert "kl. 14" in leader.text
        await leader.press("enter")
        assert leader.meeting.agreed[-1].at == dt.time(14)


async def test_an_added_tiltak_is_taken_back_by_one_undo(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"Ring", "enter", "escape")
        await leader.press("ctrl+z")
        assert not leader.meeting.agreed
        await leader.press("ctrl+y")
        assert [tiltak.what for tiltak in leader.meeting.agreed] == ["Ring"]


async def test_the_last_tiltak_stays_at_the_foot_of_every_step(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        assert "Ingen nye tiltak ennå" in leader.lines[-2]
        await leader.press("f2")
        await leader.write("Ringe BUP @kari !fre #trygg")
        await leader.press("enter", "escape")
        for _step in range(3):
            assert "T15 Ringe BUP — Kari Kladd — fre 27. nov — Trygg på skolen" in leader.lines[-2]
            await leader.press("f8")
