"""The frame through a whole meeting: steps, undo, reminders, room, and a second terminal."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from data import acts
from data.meeting import Attendance, Status, Tiltak
from data.structure import load
from screens.meeting import MeetingScreen
from screens.steps import body_for
from screens.widgets import Field
from tests.screens.holding_a_meeting import NARROW, WIDE, everyone_came, going_on, leading

PLACES = [*(step.id for step in load("malstyrt").steps), "referat"]


# Steps


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_f8_goes_through_every_step_to_the_referat_and_f7_all_the_way_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, before=[everyone_came()], size=size) as leader:
        seen = [leader.meeting.step]
        for _step in range(len(PLACES)):
            await leader.press("f8")
            seen.append(leader.meeting.step)
        assert seen == [*PLACES, "referat"]
        back = []
        for _step in range(len(PLACES)):
            await leader.press("f7")
            back.append(leader.meeting.step)
        assert back == [*reversed(PLACES[:-1]), "velkommen"]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_step_comes_whole_and_all_at_once(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a step, and then the rest, would be seen over a slow line."""
    async with leading(tmp_path, before=[everyone_came()], size=size) as leader:
        app, frames = leader.app, list[str]()
        display = app._display  # noqa: SLF001 - Textual paints by it

        def displaying(screen: Screen[object], update: CompositorUpdate | None) -> None:
            frames.extend([update.render_segments(app.console)] if update else [])
            display(screen, update)

        monkeypatch.setattr(app, "_display", displaying)
        for place in PLACES[1:-1]:  # the referat turns its page to what is missing once it is laid out
            frames.clear()
            await leader.press("f8")
            assert (leader.meeting.step, len([sent for sent in frames if sent])) == (place, 1)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_frame_stays_and_fits_in_every_step(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, before=[everyone_came()], size=size) as leader:
        for place in PLACES:
            assert leader.meeting.step == place
            assert len(leader.lines) == size[1]
            assert leader.lines[0].strip().startswith("Samarbeidsmøte · SOL-7")
            assert "igjen" in leader.lines[0]
            assert leader.lines[-2].endswith("✓ lagret")
            assert leader.lines[-1].strip().startswith("F1 Hjelp  ")
            for key in (
                "F2 Tiltak",
                *(("Ctrl+S Lagre",) if place == "referat" else ("F8 Videre", "F6 Parker")),
            ):
                assert key in leader.lines[-1]
            assert "▶" in "\n".join(leader.lines[1:13])
            await leader.press("f8")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_meeting_that_gives_advice_agrees_no_tiltak_and_says_so(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, before=[acts.put("structure", "drofting")], size=size) as leader:
        assert "F2" not in leader.lines[-1]
        assert "Møtet gir råd, og avtaler ingen tiltak" in leader.lines[-2]
        await leader.press("f2")
        assert leader.shown == "MeetingScreen"


async def test_the_steps_behind_are_ticked_and_the_one_at_hand_has_its_minutes(tmp_path: Path) -> None:
    async with leading(tmp_path, size=WIDE) as leader:
        await leader.let_pass(6 * 60)
        assert "6/8′" in leader.line("1 Velkommen")
        await leader.press("f8")
        assert "✓ 1 Velkommen" in leader.line("1 Velkommen")
        assert "▶ 2 Bruker" in leader.line("2 Bruker")


async def test_what_the_leader_is_reminded_of_hangs_from_its_points(tmp_path: Path) -> None:
    async with leading(tmp_path, size=WIDE) as leader:
        lines = leader.said("#reminders").split("\n")
        points = [line for line in lines if line.startswith("· ")]
        assert len(points) == len(load("malstyrt").steps[0].reminders)
        assert len(lines) > len(points)
        assert all(line.startswith(("· ", "  ")) for line in lines)


async def test_a_step_that_is_revisited_shows_what_it_holds(tmp_path: Path) -> None:
    async with leading(tmp_path, "oppsummering") as leader:
        await leader.fill("goals/M1/conclusion", "Per kommer hver dag.")
        await leader.press("f8", "f8", "f7", "f7")
        assert "Per kommer hver dag." in leader.text


async def test_what_is_typed_right_before_a_step_is_left_is_kept(tmp_path: Path) -> None:
    async with leading(tmp_path, "evaluering") as leader:
        leader.app.screen.set_focus(leader.field("evaluations/bruker/words"))
        await leader.press(*"bra", "f8", *"fre", "f7")
        assert leader.meeting.evaluations[0].words == "bra"
        assert str(leader.meeting.next_meeting.date) == "2026-11-27"


async def test_every_step_keeps_private_notes_of_its_own(tmp_path: Path) -> None:
    async with leading(tmp_path, "evaluering") as leader:
        await leader.fill("notes/evaluering/text", "Kort.")
        await leader.press("f8")
        await leader.fill("notes/neste/text", "Husk rom.")
        notes = {note.id: note.text for note in leader.meeting.notes}
        assert notes == {"evaluering": "Kort.", "neste": "Husk rom."}


# Undo and redo


async def test_undo_goes_back_over_steps_to_the_start_and_redo_comes_forward_again(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[]) as leader:
        start = leader.meeting
        await leader.press("ctrl+a")
        await leader.fill("place", "Biblioteket")
        await leader.press("f8", "f8")
        await leader.press("f4")
        whole = leader.meeting
        for _deed in range(3):
            await leader.press("ctrl+z")
        undone = leader.meeting
        assert (undone.place, undone.participants) == (start.place, start.participants)
        assert undone.rounds[-1].speaker == ""
        await leader.press("ctrl+z")
        assert leader.told[-1].message == "Det er ikke mer å angre."
        for _deed in range(3):
            await leader.press("ctrl+y")
        assert leader.meeting.participants == whole.participants
        assert leader.meeting.place == "Biblioteket"
        assert leader.meeting.rounds[-1].speaker == "p3"
        await leader.press("ctrl+y")
        assert leader.told[-1].message == "Det er ikke mer å gjøre om."


async def test_undo_in_a_field_takes_its_text_first_and_then_what_was_done_before(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[]) as leader:
        await leader.press("space")
        field = leader.field("place")
        leader.app.screen.set_focus(field)
        await leader.press("end", *" abc", "ctrl+z")
        assert field.words.startswith("Rådhuset, rom 2")
        assert "abc" not in field.words
        assert [who.attendance for who in leader.meeting.participants].count(Attendance.MET) == 1
        for _key in range(4):
            await leader.press("ctrl+z")
        assert [who.attendance for who in leader.meeting.participants].count(Attendance.MET) == 0
        assert leader.meeting.place == "Rådhuset, rom 2"


async def test_undo_works_on_a_card_too(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[]) as leader:
        await leader.go_to("#roll", "p4")
        await leader.press("enter")
        await leader.fill("participants/p4/role", "rektor")
        await leader.press("shift+tab", "ctrl+z")
        assert leader.meeting.participants[3].role == "kontaktlærer"
        assert leader.field("participants/p4/role").words == "kontaktlærer"
        await leader.press("ctrl+y")
        assert leader.meeting.participants[3].role == "rektor"


async def test_a_walk_is_not_undone_for_nobody_means_to_walk_back_by_it(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[]) as leader:
        await leader.press("f8", "f8", "ctrl+z")
        assert leader.meeting.step == "runde1"


# Reminders


async def test_the_reminders_fold_away_and_out_again(tmp_path: Path) -> None:
    async with leading(tmp_path, size=WIDE) as leader:
        assert "· Se hver enkelt" in leader.text
        await leader.press("ctrl+t")
        assert "· Se hver enkelt" not in leader.text
        await leader.press("f8")
        assert "· Gi god tid" not in leader.text
        await leader.press("ctrl+t")
        assert "· Gi god tid" in leader.text


async def test_where_there_is_little_room_one_reminder_stands_and_the_rest_unfold(tmp_path: Path) -> None:
    async with leading(tmp_path, "neste", size=NARROW) as leader:
        assert "Ctrl+T: mer" in leader.text
        assert "Takk for innsatsen" not in leader.text
        await leader.press("ctrl+t")
        assert "Takk for innsatsen" in leader.text
        await leader.press("ctrl+t")
        assert "Takk for innsatsen" not in leader.text
        assert "Finn et tidspunkt" not in leader.text


# Room


@pytest.mark.parametrize("size", [(59, 20), (70, 15)])
async def test_a_window_that_is_too_small_says_so_and_comes_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, size=NARROW) as leader:
        written_in = leader.app.focused
        await leader.pilot.resize_terminal(*size)
        await leader.rest()
        assert "60 × 16" in leader.text
        assert "Per Prøve" not in leader.text
        await leader.pilot.resize_terminal(*NARROW)
        await leader.rest()
        assert "60 × 16" not in leader.text
        assert "Per Prøve" in leader.text
        assert leader.app.focused is written_in is not None


async def test_the_smallest_window_that_works_shows_step_and_frame(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[everyone_came()], size=(60, 16)) as leader:
        for _place in PLACES:
            assert "60 × 16" not in leader.text
            assert leader.lines[0].strip().startswith("Samarbeidsmøte")
            assert "✓ lagret" in leader.text
            assert any(line.strip() for line in leader.lines[4:14])
            await leader.press("f8")


# Two terminals, and going on


async def test_two_terminals_see_each_other_within_a_moment(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader, going_on(tmp_path, time=leader.time) as referent:
        await leader.press("ctrl+a")
        await leader.fill("place", "Biblioteket")
        await until(lambda: referent.meeting.place == "Biblioteket")
        await referent.rest()
        assert "✓ Per Prøve" in referent.line("Per Prøve")
        await referent.press("f2", *"Ring", "enter", "escape")
        await until(lambda: bool(leader.meeting.agreed))
        await leader.rest()
        assert "T15 Ring" in leader.lines[-2]


async def test_what_somebody_is_typing_is_not_taken_by_what_another_does(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader, going_on(tmp_path, time=leader.time) as referent:
        field = referent.field("place")
        referent.app.screen.set_focus(field)
        assert isinstance(field, Field)
        field.write_over("Bibl")
        await leader.ask(acts.put("purpose", "Noe annet"))
        await until(lambda: referent.meeting.purpose == "Noe annet")
        await referent.pilot.pause()
        assert field.words == "Bibl"


async def test_a_walk_in_one_terminal_takes_the_other_along(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader, going_on(tmp_path, time=leader.time) as referent:
        await leader.press("f8")
        await until(lambda: referent.meeting.step == "ordet")
        await referent.rest()
        assert "Brukeren har ordet" in referent.text


async def test_a_meeting_goes_on_where_it_stopped_and_says_how_long_it_was_away(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        await leader.press("f4")
        await leader.write("Leser mer.")
        await leader.let_pass(30)
        await leader.press("ctrl+q")
        time = leader.time
    time.now += 4 * 60 + 30
    async with going_on(tmp_path, time=time) as leader:
        assert leader.told[-1].message.startswith("Tatt opp igjen etter 5 min.")
        assert leader.meeting.step == "runde1"
        assert leader.meeting.rounds[-1].speaker == "p3"
        assert "Leser mer." in leader.text
        assert leader.clock == "+2:00"


async def test_a_meeting_that_could_not_be_saved_says_so_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from data.errors import NotSavedError  # noqa: PLC0415 - raised here alone
    from data.journal import Journal  # noqa: PLC0415 - broken here alone

    def full(*_row: object) -> int:
        raise NotSavedError("Disken er full", "Ikke plass.")

    async with leading(tmp_path) as leader:
        with monkeypatch.context() as broken:
            broken.setattr(Journal, "append", full)
            await leader.press("ctrl+a")
            leader.app._catch_up()  # noqa: SLF001 - what the program's timer calls, without waiting for it
        assert "IKKE LAGRET" in leader.lines[-2]
        assert leader.told[-1].title == "Disken er full"
        assert leader.meeting.participants[0].attendance is Attendance.MET
        await leader.press("f8")
        assert leader.lines[-2].endswith("✓ lagret")
        leader.app._catch_up()  # noqa: SLF001 - the same
        assert leader.told == []


async def test_leaving_writes_everything_also_what_was_being_typed(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        leader.app.screen.set_focus(leader.field("copies_to"))
        await leader.press(*"mor", "ctrl+q")
    async with going_on(tmp_path, time=leader.time) as leader:
        assert leader.meeting.copies_to == "mor"
        assert leader.meeting.status is Status.UTKAST
        assert not [each for each in leader.meeting.tiltak if each == Tiltak(id="")]


async def until(holds: object, seconds: float = 5) -> None:
    """Wait until something holds: two programs look after each other by the clock on the wall."""
    assert callable(holds)
    for _moment in range(int(seconds * 20)):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")


async def test_a_second_that_passes_between_two_steps_finds_none_to_show_it(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1") as leader:
        await leader.press("f4")
        screen = leader.app.screen
        assert isinstance(screen, MeetingScreen)
        holder = screen.query_one("#body")
        async with screen._following:  # noqa: SLF001 - as while one step is put in place of another
            await holder.remove_children()
            await leader.let_pass(5)
            await holder.mount(body_for("runde1", screen.desk))
        await leader.let_pass(5)
        assert leader.clock == "0:10"
