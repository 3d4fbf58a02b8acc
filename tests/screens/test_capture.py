"""Quick capture: one page, every field in the order it is read, and the same gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data import acts
from data.beginning import open_blank
from data.checks import requirements
from data.demo import open_demo
from data.markdown import read
from data.meeting import Attendance, Meeting, Participant, Status
from data.saving import document_of
from screens import capture
from screens.form import Heading
from screens.parts_table import PartsTable
from screens.tables import TiltakTable
from screens.widgets import Choice, Recording
from tests.screens.complete import all_is_in_place
from tests.screens.holding_a_meeting import (
    NARROW,
    NINE,
    WIDE,
    Leader,
    Time,
    locations_in,
    writing_up,
)
from tests.screens.stage import until


@asynccontextmanager
async def blank(home: Path, *, size: tuple[int, int] = WIDE) -> AsyncIterator[Leader]:
    """Begin the referat of a meeting of which nothing is known."""
    opened = open_blank(locations_in(home), now=Time(), who="test")
    async with writing_up(home, opened, size=size) as writer:
        yield writer


@asynccontextmanager
async def of_demo(home: Path, *, size: tuple[int, int] = WIDE) -> AsyncIterator[Leader]:
    """Write up the made-up meeting."""
    opened = open_demo(locations_in(home), now=Time(), who="test")
    async with writing_up(home, opened, size=size) as writer:
        yield writer


def place(writer: Leader) -> str:
    """Give the place in the meeting that the cursor is at, also in a table."""
    for node in writer.app.focused.ancestors_with_self if writer.app.focused else ():
        if isinstance(node, PartsTable):
            return f"{node.parts}/{node.table.cursor}/{node.table.column}"
    return writer.at


async def the_whole_way(writer: Leader) -> list[str]:
    """Press Tab until the cursor is back at the first field; give the places it came by."""
    found = [place(writer)]
    while len(found) < 300:
        await writer.press("tab")
        if place(writer) == found[0]:
            return found
        found.append(place(writer))
    raise AssertionError("Tab never came round")


def marked_in(writer: Leader) -> set[str]:
    """Give the words on the screen that have a line under them."""
    strips = writer.app.screen._compositor.render_strips()  # noqa: SLF001 - Textual shows its lines nowhere else
    lined = (part for strip in strips for part in strip if part.style and part.style.underline)
    return {part.text.strip() for part in lined}


def document(writer: Leader) -> Meeting:
    """Give the meeting as its document says."""
    path = writer.holding.document
    return read(path.read_text(encoding="utf-8")).meeting


# One page


async def test_tab_comes_by_every_field_of_the_referat_in_the_order_it_is_read(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.ask(acts.all_met(NINE))
        found = await the_whole_way(writer)
    order = ["group", "kind", "date", "start", "end", "length", "place", "leader", "minute_taker"]
    order += ["copies_to", "purpose", "participants/p1/name", "participants/p6/attendance"]
    order += ["consents/PPT/state", "consents/PPT/leaves_out", "approval/date", "approval/remarks"]
    order += ["agenda/s1/title", "agenda/s1/conclusion", "tiltak/T11/what", "tiltak/T11/reason"]
    order += ["goals/M1/text", "goals/M1/verdict", "goals/M1/conclusion", "entries/ordet:bruker/comment"]
    order += ["entries/runde1:p3/progress", "entries/runde1:p3/challenge", "entries/runde1:p3/goals"]
    order += ["entries/runde1:bruker/comment", "entries/runde2:p6/contribution", "summary"]
    order += ["evaluations/bruker/score", "evaluations/gruppen/words"]
    order += ["next_meeting/date", "next_meeting/time", "next_meeting/place", "next_meeting/theme"]
    assert [each for each in dict.fromkeys(found) if each in order] == order
    assert found[-1] == "next_meeting/closed"


async def test_words_worth_a_thought_are_told_while_one_writes_and_f8_goes_to_them(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.fill("summary", "Skolen ringer BUP snarest.")
        await writer.press("f8")
        assert " mangler, 1 å vurdere · F8: " in writer.lines[-2]
        await writer.ask(acts.together(*all_is_in_place(), acts.put("end", "10:00:00")))
        await writer.press("f8")
        assert "✓ Alt er på plass, 1 å vurdere · «snarest» sier ikke når." in writer.lines[-2]
        assert writer.at == "summary"
        await writer.press("ctrl+g", *"sitat", "enter", "f8")
        assert [one.reason for one in writer.meeting.let_stand] == ["sitat"]
        assert "✓ Alt er på plass. Ctrl+S lagrer." in writer.lines[-2]
        await writer.fill("summary", "Pauser, f.eks. etter lunsj.")
        await writer.press("f8")
        assert "✓ Alt er på plass, 1 å vurdere · Ctrl+E skriver «for eksempel»" in writer.lines[-2]
        assert "Ctrl+E Rett" in writer.lines[-1]
        await writer.press("ctrl+e")
        assert writer.meeting.summary == "Pauser, for eksempel etter lunsj."


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_words_worth_a_thought_are_marked_where_they_are_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(capture, "LOOKING_PAUSE", 0.001)
    async with of_demo(tmp_path, size=size) as writer:
        await writer.fill("purpose", "Man ser på skoleveien.")
        await until(writer.pilot, lambda: "Man" in marked_in(writer))
        await writer.fill("summary", "Skolen ringer BUP snarest.\nMor får beskjed, evt. far.")
        await until(writer.pilot, lambda: {"snarest", "evt."} <= marked_in(writer))
        assert "Skolen" not in marked_in(writer)
        next(one for one in writer.app.screen.query(TiltakTable) if type(one) is TiltakTable).jump("tiltak")
        await writer.press(*"Ringe f.eks. mor")
        await until(writer.pilot, lambda: "f.eks." in marked_in(writer))
        await writer.press("enter")
        assert "f.eks." in marked_in(writer)


async def test_words_at_the_cursor_are_put_right_without_being_gone_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "LOOKING_PAUSE", 0.001)
    async with of_demo(tmp_path) as writer:
        await writer.fill("summary", "Far kommer evt. og f.eks.")
        await until(writer.pilot, lambda: {"evt.", "f.eks."} <= marked_in(writer))
        writer.field("summary").stand_at(len("Far kommer ev"))
        await writer.press("ctrl+e")
        assert writer.meeting.summary == "Far kommer eventuelt og f.eks."
        writer.field("summary").stand_at(len("Far"))
        await writer.press("ctrl+e")
        assert writer.meeting.summary == "Far kommer eventuelt og f.eks."


async def test_shift_tab_goes_the_same_way_back(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        there = await the_whole_way(writer)
        back = [place(writer)]
        for _field in there[1:]:
            await writer.press("shift+tab")
            back.append(place(writer))
    assert back == [there[0], *reversed(there[1:])]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_page_says_what_meeting_it_is_what_is_missing_and_that_all_is_saved(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with of_demo(tmp_path, size=size) as writer:
        missing = [each for each in requirements(writer.meeting) if each.state == "missing"]
        assert "Samarbeidsmøte · SOL-7 · Rådhuset, rom 2" in writer.lines[0]
        assert f"✗ {len(missing)} mangler · F8: {missing[0].findings[0].message[:20]}" in writer.lines[-2]
        assert "✓ lagret" in writer.lines[-2]
        assert "F1 Hjelp  F2 Tiltak  F8 Mangler  Ctrl+S Lagre" in writer.lines[-1]


async def test_the_line_at_the_bottom_names_what_f8_goes_to_next(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        missing = [each for each in requirements(writer.meeting) if each.state == "missing"]
        for coming in (missing[1], missing[2]):
            await writer.press("f8")
            assert f"F8: {coming.findings[0].message[:20]}" in writer.lines[-2]


async def test_nothing_of_rounds_or_clocks_is_begun(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        assert writer.meeting.rounds == ()
        assert writer.meeting.visits == ()
        assert writer.meeting.status is Status.UTKAST


async def test_a_new_meeting_is_of_today_and_its_times_are_for_whoever_writes(tmp_path: Path) -> None:
    async with blank(tmp_path) as writer:
        assert writer.meeting.date == dt.date(2026, 11, 24)
        assert (writer.meeting.start, writer.meeting.end) == (None, None)


def test_a_meeting_still_to_come_is_only_made_ready() -> None:
    assert acts.write_up(NINE)(Meeting(id="m", date=dt.date(2026, 12, 1))) is None


# Tables


async def test_whoever_is_typed_in_has_come(tmp_path: Path) -> None:
    async with blank(tmp_path) as writer:
        await writer.go_to("PeopleTable _Cells", "+", "name")
        await writer.press(*"Kari", "tab", *"rektor", "tab", *"Skolen", "tab", "tab")
        assert writer.meeting.participants == (
            Participant(id="p1", name="Kari", role="rektor", service="Skolen", attendance=Attendance.MET),
        )


@pytest.mark.parametrize(
    ("typed", "came"),
    [
        ("frafall", {"attendance": Attendance.ABSENT}),
        ("f", {"attendance": Attendance.ABSENT}),
        ("stedfortreder: Nils", {"attendance": Attendance.STAND_IN, "stand_in": "Nils"}),
        ("møtt, kom 9.20", {"attendance": Attendance.MET, "arrived": dt.time(9, 20)}),
        ("kom 9.20, gikk 10", {"arrived": dt.time(9, 20), "left": dt.time(10)}),
    ],
)
async def test_an_attendance_is_typed_as_the_referat_has_it(
    tmp_path: Path, typed: str, came: dict[str, object]
) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.go_to("PeopleTable _Cells", "p5", "attendance")
        await writer.press(*("space" if letter == " " else letter for letter in typed), "tab")
        who = writer.meeting.participants[4]
        assert {name: getattr(who, name) for name in came} == came


async def test_an_attendance_that_is_not_understood_says_what_may_stand_there(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.go_to("PeopleTable _Cells", "p5", "attendance")
        await writer.press(*"kanskje", "tab")
        assert "Skriv møtt, frafall eller stedfortreder: navn" in writer.text
        assert writer.meeting.participants[4].attendance is Attendance.UNKNOWN


async def test_who_did_not_come_gets_room_for_what_they_sent_and_none_in_the_rounds(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.ask(acts.attend("p5", Attendance.ABSENT, NINE))
        found = await the_whole_way(writer)
        assert "participants/p5/innspill" in found
        assert "entries/runde1:p5/challenge" not in found
        await writer.ask(acts.attend("p5", Attendance.MET, NINE))
        found = await the_whole_way(writer)
        assert "participants/p5/innspill" not in found
        assert "entries/runde1:p5/challenge" in found


async def test_a_new_goal_and_a_new_item_get_room_for_their_conclusions(tmp_path: Path) -> None:
    async with blank(tmp_path) as writer:
        await writer.go_to("AgendaTable _Cells", "+", "title")
        await writer.press(*"Skyss", "tab", "tab", "tab", "tab", "tab")
        assert place(writer) == "agenda/s1/conclusion"
        await writer.go_to("GoalsTable _Cells", "+", "text")
        await writer.press(*"Trygg", "tab", "space", "tab", "tab")
        assert place(writer) == "goals/M1/conclusion"


async def test_all_met_with_one_key(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.go_to("PeopleTable _Cells", "p1")
        await writer.press("ctrl+a")
        assert {who.attendance for who in writer.meeting.participants} == {Attendance.MET}


async def test_enter_opens_the_card_of_a_row_and_goes_on_from_a_field(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.press("enter")
        assert place(writer) == "kind"
        await writer.go_to("PeopleTable _Cells", "p3", "standing")
        await writer.press("enter")
        assert writer.shown == "Card"


async def test_what_is_undone_is_seen(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.go_to("PeopleTable _Cells", "p1", "standing")
        await writer.press("ctrl+a", "ctrl+z")
        assert {who.attendance for who in writer.meeting.participants} == {Attendance.UNKNOWN}
        assert "møtt" not in writer.line("Per Prøve")


# The gate


async def test_an_end_before_the_start_is_said_when_the_field_is_left(tmp_path: Path) -> None:
    async with blank(tmp_path) as writer:
        backwards = "slutter før det begynner"
        await writer.fill("start", "13")
        await writer.fill("end", "1")
        assert backwards not in writer.said("#heard")
        await writer.press("tab")
        assert backwards in writer.said("#heard")
        await writer.fill("end", "14")
        await writer.press("tab")
        assert backwards not in writer.said("#heard")
        await writer.fill("start", "15")
        await writer.press("tab")
        assert backwards in writer.said("#heard")


async def test_f8_goes_from_one_thing_that_is_missing_to_the_next(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        missing = [each.field for each in requirements(writer.meeting) if each.state == "missing"]
        assert missing[0] == "participants/p1/attendance"
        await writer.press("f8")
        assert place(writer) == "participants/p1/attendance"
        await writer.press("f8")
        assert place(writer) == missing[1] == "end"
        await writer.press("f8")
        assert place(writer) != "end"


async def test_a_referat_that_lacks_something_asks_how_it_is_to_be_saved(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        await writer.press("ctrl+s")
        assert writer.shown == "SavingDialog"
        await writer.press(*"Haster", "enter")
        assert document(writer).status is Status.REFERAT
        assert document(writer).incomplete_because == "Haster"


async def test_a_meeting_begun_without_a_group_lies_with_its_group_once_it_is_saved(tmp_path: Path) -> None:
    async with blank(tmp_path) as writer:
        before = writer.holding.document
        await writer.press(*"SOL-7", "ctrl+s", "ctrl+s")
        after = writer.holding.document
        assert (before.parent.name, after.parent.name) == ("uten-gruppe", "sol-7")
        assert document(writer).group == "SOL-7"
        assert not before.exists()


async def test_the_leader_is_told_that_a_meeting_without_a_group_tells_no_other(tmp_path: Path) -> None:
    async with blank(tmp_path) as writer:
        await writer.press("ctrl+s", *"Haster", "enter")
        assert document(writer).status is Status.REFERAT
        assert "Møtet har ingen gruppe" in [one.title for one in writer.told]
        assert not (writer.holding.document.parent / "gruppe.md").exists()


async def test_one_that_somebody_else_has_changed_stays_where_it_is(tmp_path: Path) -> None:
    async with blank(tmp_path) as writer:
        before = writer.holding.document
        before.write_text(before.read_text(encoding="utf-8") + "\nMer.\n", encoding="utf-8")
        await writer.press(*"SOL-7", "ctrl+s", "ctrl+s")
        assert "Mer." in before.read_text(encoding="utf-8")
        assert document_of(writer.holding._live).parent == before.parent  # noqa: SLF001 - where it went instead


async def test_the_page_ends_as_the_meetings_of_its_structure_do(tmp_path: Path) -> None:
    opened = open_blank(locations_in(tmp_path), now=Time(), who="test")
    opened.live.record(acts.put("structure", "drofting"))
    async with writing_up(tmp_path, opened) as writer:
        paths = {field.path for field in writer.app.screen.query(Recording)}
        assert "summary" in paths
        assert not {path for path in paths if path.startswith(("evaluations/", "next_meeting/"))}


async def test_an_interpreter_is_told_of_on_the_page(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        tolk = next(one for one in writer.app.screen.query(Choice) if one.path == "interpreter")
        writer.app.screen.set_focus(tolk)
        await writer.press("right", "right")
        assert writer.meeting.interpreter == 1.5
        assert "tolk × 1,5" in writer.lines[0]


async def test_a_meeting_that_gives_advice_is_not_asked_for_tiltak(tmp_path: Path) -> None:
    opened = open_blank(locations_in(tmp_path), now=Time(), who="test")
    opened.live.record(acts.put("structure", "drofting"))
    async with writing_up(tmp_path, opened) as writer:
        assert "F2" not in writer.lines[-1]
        assert "Tiltak · F2" not in [str(one.render()) for one in writer.app.screen.query(Heading)]
        await writer.press("f2")
        assert writer.shown == "CaptureScreen"
