"""A short evaluation, the family first, and how long each has spoken, for the leader alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import acts, rounds
from data.live import Ask
from data.meeting import BRUKER, GROUP, find
from data.structure import load
from tests.screens.holding_a_meeting import NARROW, NINE, everyone_came, leading, the_floor_to_next


def two_who_spoke() -> list[Ask]:
    """Let Anne speak for 1:23 and Kari for 0:40."""
    return [
        everyone_came(),
        acts.walk_to("runde1", load("malstyrt"), NINE),
        the_floor_to_next("runde1", NINE),
        the_floor_to_next("runde1", NINE + 83),
        acts.turn("runde1", rounds.pause, NINE + 123),
    ]


async def test_the_family_answers_first(tmp_path: Path) -> None:
    async with leading(tmp_path, "evaluering") as leader:
        assert leader.at == "evaluations/bruker/score"
        assert leader.text.index("Familien først") < leader.text.index("De andre rundt bordet")


async def test_each_side_gives_a_figure_and_a_few_words(tmp_path: Path) -> None:
    async with leading(tmp_path, "evaluering") as leader:
        await leader.press("left")
        await leader.fill(f"evaluations/{BRUKER}/words", "Godt å bli hørt.")
        await leader.press("tab", "right", "right", "right", "tab")
        await leader.write("Vi holdt tiden.")
        family, group = (find(leader.meeting.evaluations, who) for who in (BRUKER, GROUP))
        assert family is not None
        assert group is not None
        assert (family.score, family.words) == (5, "Godt å bli hørt.")
        assert (group.score, group.words) == (3, "Vi holdt tiden.")


async def test_a_figure_is_given_by_its_own_key(tmp_path: Path) -> None:
    async with leading(tmp_path, "evaluering") as leader:
        await leader.press("4", "2", "9")
        family = find(leader.meeting.evaluations, BRUKER)
        assert family is not None
        assert family.score == 2
        assert "‹ 2 ›" in leader.text


async def test_the_time_each_has_spoken_is_shown_to_the_leader(tmp_path: Path) -> None:
    async with leading(tmp_path, "evaluering", before=two_who_spoke(), size=NARROW) as leader:
        assert "Taletid · bare for deg" in leader.text
        assert "1:23  Anne Utkast" in leader.text
        assert "0:40  Kari Kladd" in leader.text


async def test_the_time_each_has_spoken_is_never_in_the_document(tmp_path: Path) -> None:
    async with leading(tmp_path, "evaluering", before=two_who_spoke()) as leader:
        await leader.press("ctrl+s")
        text = leader.holding.document.read_text("utf-8")
        assert "1:23" not in text
        assert "Taletid" not in text


@pytest.mark.parametrize("size", [NARROW])
async def test_nothing_is_said_of_time_where_nobody_has_spoken(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, "evaluering", size=size) as leader:
        assert "Taletid" not in leader.text
