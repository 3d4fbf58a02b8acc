"""A group's time as it is drawn: a column for each meeting, and no more than there is room for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.group import Group
from data.groups import create_group
from data.meeting import Goal
from data.timeline import Moment, timeline
from screens.timeline import drawn
from tests.data.sample_group import SAMPLE_GROUP
from tests.data.test_timeline import MEETINGS
from tests.screens.holding_a_meeting import NARROW, WIDE, at_home, locations_in


def lines(group: Group, moments: list[Moment]) -> list[str]:
    """Give what is drawn as text."""
    return [line.plain.rstrip() for line in drawn(group, moments)]


def test_goals_tiltak_evaluation_and_speaking_stand_under_their_meetings() -> None:
    assert lines(SAMPLE_GROUP, timeline(SAMPLE_GROUP, MEETINGS)) == [
        "Møter                     06.10.26  24.11.26",
        "",
        "Mål",
        "M1 Trygg på skolen        ·         →",
        "M2 Leseglede              ·         ✓",
        "+ nytt  → på vei  ~ justeres  ✓ nådd",
        "",
        "Tiltak",
        "gjenstår                  2 ██      2 ██",
        "gjort                     ·         1 █",
        "",
        "Evaluering, 1 til 5",
        "bruker                    ·         5 █████",
        "gruppen                   ·         ·",
        "",
        "Taletid, prosent",
        "Kari Kladd                ·         50 █████",
        "Per Prøve                 ·         50 █████",
    ]


def test_those_who_spoke_are_measured_by_one_measure() -> None:
    shares = {"Kari Kladd": 0.5, "Per Prøve": 0.4, "Tor Test": 0.1}
    moment = Moment(dt.date(2026, 11, 24), {}, 0, 0, {}, shares)
    assert lines(SAMPLE_GROUP, [moment])[-3:] == [
        "Kari Kladd                50 █████",
        "Per Prøve                 40 ████",
        "Tor Test                  10 █",
    ]


def test_a_long_goal_is_whole_where_there_is_room_for_it() -> None:
    goal = Goal(id="M1", text="Trygg på skolen og hjemme, også på mandager")
    group = SAMPLE_GROUP.having({"goals": (goal,)})
    moment = Moment(dt.date(2026, 11, 24), {}, 0, 0, {}, {})

    def told(room: int) -> str:
        return next(line.plain for line in drawn(group, [moment], room) if line.plain.startswith("M1"))

    assert told(76).startswith("M1 Trygg på skolen og hjemme, også på mandager ·")
    assert told(40).startswith("M1 Trygg på skolen og hjemme… ·")


def test_a_group_without_meetings_says_so() -> None:
    assert lines(SAMPLE_GROUP, []) == ["Ingen møter ennå."]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_group_shows_its_time_and_comes_back(tmp_path: Path, size: tuple[int, int]) -> None:
    create_group(locations_in(tmp_path), SAMPLE_GROUP)
    async with at_home(tmp_path, size=size) as leader:
        await leader.press("ctrl+g", "enter", "f5")
        assert leader.shown == "Timeline"
        assert "SOL-7 · over tid" in leader.text
        assert "Ingen møter ennå" in leader.text
        await leader.press("escape")
        assert leader.shown == "GroupScreen"
