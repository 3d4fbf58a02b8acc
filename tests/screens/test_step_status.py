"""The step that goes through what came of the tiltak: their status, and whether the goals are reached."""

from __future__ import annotations

from pathlib import Path

from data import acts
from data.meeting import TiltakStatus, Verdict
from tests.screens.holding_a_meeting import Leader, leading


async def at_the_tiltak(leader: Leader) -> Leader:
    """Walk to the step."""
    await leader.press("f8", "f8", "f8")
    await leader.rest()
    assert leader.meeting.step == "tiltakene"
    return leader


AS_KAFJORD = [acts.put("structure", "kafjord")]


async def test_each_tiltak_is_accounted_for_from_the_first_on_and_then_the_goals(tmp_path: Path) -> None:
    async with leading(tmp_path, before=AS_KAFJORD) as leader:
        await at_the_tiltak(leader)
        await leader.press("space", "down", "space", "space")
        statuses = [tiltak.status for tiltak in leader.meeting.tiltak[:2]]
        assert statuses == [TiltakStatus.DONE, TiltakStatus.PARTLY]
        await leader.press("tab", "right", "right", "space")
        assert leader.meeting.goals[0].verdict is Verdict.ON_TRACK


async def test_the_opening_leaves_the_tiltak_to_their_step(tmp_path: Path) -> None:
    async with leading(tmp_path, before=AS_KAFJORD) as leader:
        assert "Tiltak fra sist" not in leader.text
        assert "uten svar" not in leader.text


async def test_the_gate_leads_to_the_tiltak_and_the_goals_where_they_are_met(tmp_path: Path) -> None:
    async with leading(tmp_path, before=AS_KAFJORD) as leader:
        await at_the_tiltak(leader)
        body = leader.app.screen.body  # type: ignore[attr-defined]
        for path, table in (("tiltak/T12/reason", "carried"), ("goals/M2/conclusion", "goals")):
            body.jump(path)
            await leader.rest()
            assert leader.app.focused is not None
            assert leader.app.focused.parent is not None
            assert leader.app.focused.parent.id == table
