"""Summing up: a conclusion on each goal, and goals made and changed on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import acts
from data.meeting import Verdict, find
from screens.widgets import Choice
from tests.screens.holding_a_meeting import NARROW, WIDE, everyone_came, leading

SAID = [
    acts.put("entries/runde1:p3/progress", "Leser hver kveld"),
    acts.put("entries/runde1:p3/goals", ["M2"]),
    acts.put("entries/runde1:p4/challenge", "Fravær på mandager"),
    acts.put("entries/runde1:p4/goals", ["M1", "M2"]),
    acts.put("entries/runde2:p3/contribution", "Lydbøker"),
    acts.put("entries/runde2:p3/goals", ["M2"]),
]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_each_goal_is_concluded_on_where_it_stands(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, "oppsummering", size=size) as leader:
        assert leader.at == "goals/M1/verdict"
        await leader.press("right")
        goal = leader.meeting.goals[0]
        assert goal.verdict is Verdict.ON_TRACK
        await leader.press("right", "right")
        assert leader.meeting.goals[0].verdict is Verdict.REACHED
        await leader.press("tab")
        await leader.write("Per kommer hver dag.")
        assert leader.meeting.goals[0].conclusion == "Per kommer hver dag."


async def test_who_writes_at_once_writes_the_conclusion(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering") as leader:
        await leader.press("right", *"Kom", "space", *"hver", "space", *"dag")
        await leader.rest()
        goal = leader.meeting.goals[0]
        assert (goal.verdict, goal.conclusion) == (Verdict.ON_TRACK, "Kom hver dag")


async def test_what_the_rounds_said_of_a_goal_stands_with_it(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering", before=SAID) as leader:
        assert leader.text.count("! Kari Kladd: Fravær på mandager") == 2
        assert leader.text.count("+ Anne Utkast: Leser hver kveld") == 1
        assert leader.text.count("→ Anne Utkast: Lydbøker") == 1


async def test_what_was_said_of_no_goal_stands_behind_the_goals(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering", before=SAID) as leader:
        assert not leader.app.screen.query_one("#of-no-goal").display
    apart = [*SAID, acts.put("entries/runde1:p4/goals", [])]
    async with leading(tmp_path / "apart", "oppsummering", before=apart, size=(120, 60)) as leader:
        assert "Sagt uten mål:" in leader.text
        assert "! Kari Kladd: Fravær på mandager" in leader.text.partition("Sagt uten mål:")[2]


async def test_a_goal_is_said_in_other_words(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering") as leader:
        await leader.fill("goals/M2/text", "Lese for moro")
        assert leader.meeting.goals[1].text == "Lese for moro"


async def test_a_new_goal_is_made_on_its_own_row(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering") as leader:
        await leader.go_to("Rows", "+")
        await leader.press("enter")
        assert leader.at == "goals/M4/text"
        await leader.write("Trygg på bussen")
        await leader.press("escape")
        made = find(leader.meeting.goals, "M4")
        assert made is not None
        assert (made.text, made.verdict) == ("Trygg på bussen", Verdict.NEW)
        assert leader.field("goals/M4/conclusion")


async def test_a_new_goal_that_says_nothing_goes_out_again(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering") as leader:
        await leader.go_to("Rows", "+")
        await leader.press("enter", "escape")
        assert [goal.id for goal in leader.meeting.goals] == ["M1", "M2", "M3"]
        assert "M4" not in leader.text


async def test_goals_that_go_and_come_back_stand_in_their_order(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering") as leader:
        await leader.ask(acts.remove("goals/M1"))
        await leader.pilot.pause()
        assert [c.path for c in leader.app.screen.query(Choice)] == ["goals/M2/verdict", "goals/M3/verdict"]
        await leader.press("ctrl+z")
        await leader.pilot.pause()
        shown = [choice.path for choice in leader.app.screen.query(Choice)]
        assert shown == ["goals/M1/verdict", "goals/M2/verdict", "goals/M3/verdict"]


async def test_what_was_made_clear_is_noted_in_a_few_lines(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering", before=[everyone_came()]) as leader:
        await leader.fill("summary", "Skolen og PPT møtes i uke 50.\nMona ringer først.")
        await leader.press("ctrl+r")
        assert leader.meeting.summary == "Skolen og PPT møtes i uke 50.\nMona ringer først."
        assert "Skolen og PPT møtes i uke 50." in leader.holding.meeting.summary
