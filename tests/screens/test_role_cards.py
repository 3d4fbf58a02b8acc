"""Role cards in the meeting: what each is asked for in the step at hand."""

from __future__ import annotations

from pathlib import Path

from data.acts import put
from data.interpreting import interpret
from tests.screens.holding_a_meeting import NARROW, leading


async def test_each_role_sees_what_is_asked_of_it_now(tmp_path: Path) -> None:
    asked = put("participants/p3/expected", "Sier noe om lesingen")
    async with leading(tmp_path, "runde1", size=(120, 60), before=[asked]) as leader:
        await leader.press("ctrl+k")
        assert leader.shown == "RoleCards"
        for words in ("Runde 1", "Møteleder", "Referent", "Fagperson", "Sier noe om lesingen"):
            assert words in leader.text
        assert "Tolk" not in leader.text
        await leader.press("escape")
        assert leader.shown == "MeetingScreen"


async def test_an_interpreter_has_a_card_where_there_is_one(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", size=(120, 60), before=[interpret(1.5)]) as leader:
        await leader.press("ctrl+k")
        assert "Tolk" in leader.text


async def test_on_the_referat_there_are_no_roles(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", size=NARROW) as leader:
        await leader.press("ctrl+k")
        assert leader.shown == "MeetingScreen"
