"""The meeting being held: what screens ask for is written, told, and shown on every screen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data import acts
from data.archive import document_path
from data.changes import Set
from data.errors import NotSavedError
from data.journal import Act, Journal
from data.live import Live
from data.markdown import read, write
from data.meeting import Attendance, Status
from tests.screens.holding_a_meeting import everyone_came, going_on, leading, locations_in


def full(*_row: object) -> int:
    """Fail as a full disk does."""
    raise NotSavedError("Disken er full", "Ikke plass.")


async def test_leaving_with_what_cannot_be_written_warns_first_and_obeys_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path) as leader:
        monkeypatch.setattr(Journal, "append", full)
        await leader.press("ctrl+a", "ctrl+q")
        assert leader.app.is_running
        assert "Ctrl+Q igjen går likevel" in leader.told[-1].message
        await leader.press("ctrl+q")
        assert leader.app.return_code == 0


async def test_leaving_once_the_disk_has_room_again_writes_what_waited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path) as leader:
        with monkeypatch.context() as broken:
            broken.setattr(Journal, "append", full)
            await leader.press("ctrl+a")
        await leader.press("ctrl+q")
        assert leader.app.return_code == 0
    async with going_on(tmp_path, time=leader.time) as leader:
        assert all(who.attendance is Attendance.MET for who in leader.meeting.participants)


async def test_the_terminal_that_is_lost_costs_nothing_that_was_being_typed(tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet", before=[everyone_came()]) as leader:
        await leader.press(*"Friminutt ute")
        await leader.app.end_now(129)
        await leader.pilot.pause()
        assert leader.app.return_code == 129
    async with going_on(tmp_path, time=leader.time) as leader:
        assert leader.meeting.entry("ordet", "bruker").comment == "Friminutt ute"


async def test_what_no_longer_can_be_done_again_is_told_and_the_program_goes_on(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.ask(acts.put("notes/neste/text", "Husk rom."))
        await leader.press("ctrl+z")
        leader.holding.ask(acts.put("notes/neste/text", "Kom av seg selv."), Act.WALK)
        await leader.press("ctrl+y")
        assert "ikke angre eller gjøre om" in leader.told[-1].message
        assert leader.meeting.notes[0].text == "Kom av seg selv."


async def test_a_structure_that_cannot_be_used_is_told_and_the_built_in_one_leads(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[acts.put("structure", "egen")]) as leader:
        assert leader.told[-1].severity in {"error", "warning"}
        assert leader.holding.structure.steps[0].id == "velkommen"


async def test_a_structure_of_ones_own_leads_the_meeting(tmp_path: Path) -> None:
    folder = locations_in(tmp_path).structures
    folder.mkdir(parents=True)
    (folder / "egen.toml").write_text(
        'tittel = "Kort"\n[[steg]]\nid = "sakene"\ntype = "saker"\ntittel = "Sakene"\nminutter = 30\n'
        '[[steg]]\nid = "slutt"\ntype = "neste møte"\ntittel = "Neste"\nminutter = 5\n',
        "utf-8",
    )
    async with leading(tmp_path, "sakene", before=[acts.put("structure", "egen")]) as leader:
        assert not leader.told
        await leader.press("f8")
        assert leader.meeting.step == "slutt"
        await leader.press("f7")
        await leader.fill("agenda/s2/conclusion", "Leksehjelp tirsdager.")
        assert leader.meeting.agenda[1].conclusion == "Leksehjelp tirsdager."
        await leader.press("ctrl+r")
        assert leader.meeting.step == "referat"


async def test_opened_before_its_day_a_meeting_is_only_being_made_ready(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.fill("date", "om 2 uker")
        await leader.press("ctrl+q")
    leader.time.now += 14 * 24 * 3600
    async with going_on(tmp_path, time=leader.time) as leader:
        assert leader.meeting.status is Status.UTKAST
        assert leader.meeting.visits[-1].again
        assert "60 min igjen" in leader.lines[0]


async def test_the_last_referat_is_approved_when_the_meeting_that_said_so_is_finished(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        before = leader.meeting.having(
            {"id": "sist", "status": Status.TIL_MERKNAD, "date": dt.date(2026, 10, 6)}
        )
        last = document_path(locations_in(tmp_path), before)
        last.write_text(write(before), encoding="utf-8")
        await leader.ask(acts.put("approval/date", "2026-10-06"))
        await leader.ask(acts.put("approval/approved", True))
        leader.holding.save()
        assert read(last.read_text(encoding="utf-8")).meeting.status is Status.TIL_MERKNAD
        await leader.ask(acts.finish("Prøve."))
        leader.holding.save()
        assert read(last.read_text(encoding="utf-8")).meeting.status is Status.GODKJENT
        await leader.rest()
        assert "Forrige referat er godkjent" in leader.told[-1].message


async def test_J2_two_who_write_in_the_same_field_both_see_it_and_are_told(tmp_path: Path) -> None:
    path = "entries/ordet:bruker/comment"
    async with leading(tmp_path, "ordet") as leader:
        (journal,) = (tmp_path / "state" / "moter").glob("*.db")
        other = Live(Journal(journal), now=leader.time, who="per")
        leader.app.screen.set_focus(leader.field(path))
        await leader.write("Vi vil ha ro")
        other.record(
            lambda meeting: Set(path=path, value=f"{meeting.entry('ordet', 'bruker').comment} i timene")
        )
        await leader.write(", sa de")

        assert leader.meeting.entry("ordet", "bruker").comment == "Vi vil ha ro, sa de\ni timene"
        other.catch_up()
        assert other.meeting == leader.meeting
        assert leader.told[-1].title == "To skriver i samme felt"
        other.close()
