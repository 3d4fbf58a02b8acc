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
        assert places == [*items, "#new +", "notes/sakene/text"]


async def test_what_comes_up_is_added_where_it_is_concluded_on(tmp_path: Path) -> None:
    before = [acts.put("structure", "ilag")]
    async with leading(tmp_path, "sakene", before=before, size=(120, 50)) as leader:
        await leader.go_to("#new", "+")
        await leader.press("enter")
        await leader.write("Skyss [fredag]")
        await leader.press("escape")
        item = leader.meeting.agenda[-1]
        assert item.title == "Skyss [fredag]"
        assert f"{len(leader.meeting.agenda)} Skyss [fredag]" in leader.text
        await leader.fill(f"agenda/{item.id}/conclusion", "Mona ringer drosjen.")
        assert leader.meeting.agenda[-1].conclusion == "Mona ringer drosjen."


async def test_the_items_are_those_of_the_saksliste_whoever_changes_it(tmp_path: Path) -> None:
    before = [acts.put("structure", "ilag")]
    async with leading(tmp_path, "sakene", before=before, size=(120, 50)) as leader:
        first, second, *_rest = leader.meeting.agenda
        await leader.ask(acts.remove(f"agenda/{first.id}"))
        await leader.rest()
        assert first.title not in leader.text
        assert f"1 {second.title}" in leader.text
        await leader.press("ctrl+z")
        await leader.rest()
        assert f"1 {first.title}" in leader.text


async def test_an_empty_saksliste_says_so_until_there_is_something_on_it(tmp_path: Path) -> None:
    before = [acts.put("structure", "ilag"), acts.put("agenda", [])]
    async with leading(tmp_path, "sakene", before=before) as leader:
        assert "Sakslisten er tom." in leader.text
        await leader.ask(acts.add("agenda", title="Skyss"))
        await leader.rest()
        assert "Sakslisten er tom." not in leader.text
        assert "1 Skyss" in leader.text
