"""The saksliste gone through, an item at a time."""

from __future__ import annotations

from pathlib import Path

from data import acts
from tests.screens.holding_a_meeting import NARROW, leading


async def test_work_begins_at_the_first_item_and_ends_with_private_notes(tmp_path: Path) -> None:
    before = [acts.put("structure", "ilag")]
    async with leading(tmp_path, "neste", before=before, size=NARROW) as leader:
        await leader.press("f8")
        assert leader.meeting.step == "sakene"
        places = [leader.at]
        while not places[-1].startswith("notes/"):
            await leader.press("tab")
            places.append(leader.at)
        items = [f"agenda/{item.id}/conclusion" for item in leader.meeting.agenda]
        assert places == [*items, "notes/sakene/text"]
