"""Text out to harm, in every place of a meeting and on every screen: shown literally, obeyed by nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste

from data.archive import document_path
from data.clean import clean_prose
from data.errors import MalstyrtError
from data.opening import Opened
from data.saving import begin
from screens.widgets import Field, NoteField, Recording
from tests.screens.holding_a_meeting import WIDE, Leader, Time, at_home, locations_in
from tests.screens.hostile import HOSTILE, as_shown, assert_harmless, marked
from tests.screens.hostile_meeting import hostile_meeting
from tui.app import Malstyrt

HUGE = (200, 150)
"""A screen with room for everything at once."""

PAYLOADS = list(HOSTILE.values())
EACH = 14
BATCHES = [(PAYLOADS + PAYLOADS)[start : start + EACH] for start in range(0, len(PAYLOADS), EACH)]
NUMBERS = [str(number) for number in range(1, len(BATCHES) + 1)]

STEPS = ("velkommen", "ordet", "runde1", "runde2", "oppsummering", "tiltak", "evaluering", "neste", "referat")
LISTING = {"velkommen", "runde1", "runde2", "oppsummering", "tiltak", "referat"}
"""The steps that show something of everyone, and so every payload."""
CARDS = ("#roll p1", "#roll p2", "#carried T2", "#agenda s1", "#agenda s2", "#consents")


@asynccontextmanager
async def leading(
    home: Path, payloads: Sequence[str], *, size: tuple[int, int] = HUGE
) -> AsyncIterator[Leader]:
    """Lead a meeting in which every text is hostile."""
    time = Time()
    locations = locations_in(home)
    meeting = hostile_meeting(payloads)
    path = document_path(locations, meeting)
    opened = Opened(
        begin(locations, path, meeting, now=time, who="test"), path, (), None, (marked(payloads[0]),)
    )
    app = Malstyrt(locations, opened, who="test", now=time)
    async with app.run_test(size=size, notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        yield leader


def squeezed(text: str) -> str:
    return " ".join(text.split())


def assert_shown(leader: Leader, payloads: Sequence[str]) -> None:
    """Hold that the screen shows payloads, each character as itself."""
    assert_harmless(leader.lines)
    # A notice has a bar at its side, which stands between words where a line was broken.
    screen = squeezed(" ".join(leader.lines).replace("▌", " "))
    for payload in payloads:
        assert squeezed(as_shown(payload)) in screen, payload


@pytest.mark.parametrize("batch", BATCHES, ids=NUMBERS)
async def test_I2_every_step_shows_hostile_text_as_it_is(batch: list[str], tmp_path: Path) -> None:
    async with leading(tmp_path, batch) as leader:
        for step in STEPS:
            assert leader.meeting.step == step
            assert_shown(leader, batch if step in LISTING else ())
            if step.startswith("runde"):
                await leader.press("f4")
                assert_shown(leader, batch[1:2])
                await leader.press("f9")
                assert_shown(leader, batch[1:])
                await leader.press("escape")
            await leader.press("f8")


@pytest.mark.parametrize("batch", BATCHES, ids=NUMBERS)
async def test_I2_every_card_and_dialog_shows_hostile_text_as_it_is(batch: list[str], tmp_path: Path) -> None:
    async with leading(tmp_path, batch, size=WIDE) as leader:
        for place in CARDS:
            selector, _, key = place.partition(" ")
            await leader.go_to(selector, key)
            await leader.press("enter")
            assert leader.shown in {"Card", "ConsentCard"}
            assert_harmless(leader.lines)
            await leader.press("f10")
        await leader.press("f2")
        assert leader.shown == "TiltakLineScreen"
        assert_harmless(leader.lines)
        await leader.press("f2", "f6")
        assert leader.shown == "ParkingScreen"
        assert_harmless(leader.lines)
        await leader.press("f6", "ctrl+k")
        assert leader.shown == "RoleCards"
        assert_harmless(leader.lines)
        await leader.press("escape", "f1")
        assert_harmless(leader.lines)
        await leader.press("escape", "ctrl+r", "ctrl+s")
        assert leader.shown == "SavingDialog"
        assert_harmless(leader.lines)
        await leader.write(marked(batch[0]))
        await leader.press("enter")
        assert leader.meeting.incomplete_because == squeezed(as_shown(batch[0]))
        assert_harmless(leader.lines)
        await leader.press("enter")


@pytest.mark.parametrize("batch", BATCHES, ids=NUMBERS)
async def test_I2_notices_show_hostile_text_as_it_is(batch: list[str], tmp_path: Path) -> None:
    async with at_home(tmp_path, size=HUGE) as leader:
        for payload in batch:
            leader.app.clear_notifications()
            leader.app.tell(MalstyrtError(marked(payload), marked(payload)))
            leader.app.say(marked(payload), marked(payload))
            await leader.rest()
            assert_shown(leader, [payload])


@pytest.mark.parametrize("batch", BATCHES, ids=NUMBERS)
async def test_home_shows_hostile_documents_and_file_names_as_they_are(
    batch: list[str], tmp_path: Path
) -> None:
    folder = locations_in(tmp_path).groups / "sol-7"
    folder.mkdir(parents=True)
    for number, payload in enumerate(batch):
        name = marked(payload).replace("/", "∕").replace("\x00", "")
        (folder / f"{name}.md").write_text(
            f'---\ngruppe: "{number}"\n---\n# {payload}\n', errors="surrogateescape"
        )
        (folder / f"{number}.md").write_text(
            f"---\nid: x{number}\nstatus: {payload}\n---\n# Referat: samarbeidsmøte for {marked(payload)}\n",
            errors="surrogateescape",
        )
    async with at_home(tmp_path, size=HUGE) as leader:
        assert_harmless(leader.lines)
        for _ in range(2 * len(batch)):
            await leader.press("enter")
            assert_harmless(leader.lines)
            if leader.shown == "MeetingScreen":
                await leader.press("ctrl+q")
            await leader.press("down")


@pytest.mark.parametrize("batch", BATCHES, ids=NUMBERS)
async def test_I1_hostile_text_pasted_in_every_field_is_text(batch: list[str], tmp_path: Path) -> None:
    async with leading(tmp_path, ["uskyldig"] * 4, size=WIDE) as leader:
        for step in STEPS[:-1]:
            if step.startswith("runde"):
                await leader.press("f4")
            for number, field in enumerate(list(leader.app.screen.query(Recording))):
                await paste(leader, field, marked(batch[number % EACH]))
            assert_harmless(leader.lines)
            await leader.press("f8")
        held = leader.meeting
        assert_harmless([held.as_json()])
        assert held.purpose.endswith(clean_prose(marked(batch[0])))


async def paste(leader: Leader, field: Recording, words: str) -> None:
    """Paste in a field that takes any text."""
    if not field.display or not isinstance(field, Field | NoteField):
        return
    leader.app.screen.set_focus(field)
    leader.app.post_message(Paste(words))
    await leader.pilot.pause()


async def test_I2_an_action_in_text_cannot_be_clicked(tmp_path: Path) -> None:
    async with leading(tmp_path, ["[@click=app.quit]KLIKK[/]"] * 4) as leader:
        for step in STEPS:
            assert leader.meeting.step == step
            lines = [y for y, line in enumerate(leader.lines) if "KLIKK" in line]
            for y in lines[:: max(1, len(lines) // 5)]:
                await leader.pilot.click(offset=(leader.lines[y].find("KLIKK"), y))
            while leader.shown != "MeetingScreen":
                await leader.press("escape")
            await leader.press("f8")
        assert leader.app.is_running


def test_the_hostile_meeting_is_hostile_in_every_text() -> None:
    innocent = hostile_meeting([""] * EACH).as_json().count('"QQQZZZ"')
    assert innocent > 100
    assert hostile_meeting(["[/]"] * EACH).as_json().count('"QQQ[/]ZZZ"') == innocent
