"""The opening: who is here, what came of last time, and what today is about."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data import acts
from data.archive import document_path
from data.markdown import write
from data.meeting import BRUKER, Attendance, ConsentState, Remark, Status, TiltakStatus, find
from data.meeting import Participant as Someone
from screens.widgets import Choice
from tests.screens.holding_a_meeting import DAY, NARROW, WIDE, Leader, everyone_came, leading, locations_in

OF_THE_ROUND = ("p3", "p4", "p5", "p6")


def participant(leader: Leader, key: str) -> Someone:
    """Give a participant as the meeting has them."""
    found = find(leader.meeting.participants, key)
    assert found is not None
    return found


# Who is here


async def test_space_goes_through_the_ways_to_have_come_and_round_again(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        seen = []
        for _way in Attendance:
            await leader.press("space")
            seen.append(participant(leader, "p1").attendance)
        assert seen == [Attendance.MET, Attendance.ABSENT, Attendance.STAND_IN, Attendance.UNKNOWN]
        await leader.press("left")
        assert participant(leader, "p1").attendance is Attendance.STAND_IN


async def test_each_way_to_have_come_has_a_sign_and_words(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        assert "· Per Prøve" in leader.line("Per Prøve")
        await leader.press("space")
        assert "✓ Per Prøve" in leader.line("Per Prøve")
        assert "møtt" in leader.line("Per Prøve")
        await leader.press("space")
        assert "✗ Per Prøve" in leader.line("Per Prøve")
        assert "frafall" in leader.line("Per Prøve")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_one_key_marks_everyone_who_is_not_settled(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, size=size) as leader:
        await leader.press("down", "space", "space", "ctrl+a")
        came = [who.attendance for who in leader.meeting.participants]
        assert came == [Attendance.MET, Attendance.ABSENT, *[Attendance.MET] * 4]
        await leader.press("ctrl+z")
        unsettled = [who.id for who in leader.meeting.participants if who.attendance is Attendance.UNKNOWN]
        assert unsettled == ["p1", "p3", "p4", "p5", "p6"]


async def test_a_stand_in_is_asked_for_by_name(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "p4")
        await leader.press("space", "space", "space")
        assert "⚠ hvem? Enter" in leader.line("Kari Kladd")
        await leader.press("enter")
        assert leader.shown == "Card"
        await leader.fill("participants/p4/stand_in", "Liv Later")
        await leader.press("escape")
        assert participant(leader, "p4").stand_in == "Liv Later"
        assert "Liv Later" in leader.line("Kari Kladd")


async def test_who_comes_once_the_round_has_begun_talks_last_but_before_the_bruker(tmp_path: Path) -> None:
    came = [acts.attend(who, Attendance.MET, 0) for who in ("p1", "p2", "p3", "p4", "p5")]
    async with leading(tmp_path, "runde1", before=came) as leader:
        for _step in range(2):
            await leader.press("f7")
        await leader.go_to("#roll", "p6")
        await leader.press("space")
        held = find(leader.meeting.rounds, "runde1")
        assert held is not None
        assert [turn.id for turn in held.turns] == [*OF_THE_ROUND, BRUKER]


async def test_who_is_found_not_to_be_here_is_asked_no_more(tmp_path: Path) -> None:
    async with leading(tmp_path, "runde1", before=[everyone_came()]) as leader:
        for _step in range(2):
            await leader.press("f7")
        await leader.go_to("#roll", "p5")
        await leader.press("space")
        assert participant(leader, "p5").attendance is Attendance.ABSENT
        await leader.press("f8", "f8", "f4")
        order = []
        for _turn in range(5):
            held = find(leader.meeting.rounds, "runde1")
            assert held is not None
            order.append(held.speaker)
            await leader.press("f4")
        assert order == ["p3", "p4", "p6", BRUKER, ""]


async def test_a_new_participant_is_made_on_the_last_row(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "+")
        await leader.press("enter")
        await leader.fill("participants/p7/name", "Nils Ny")
        await leader.fill("participants/p7/service", "NAV")
        await leader.press("escape")
        assert "NAV" in leader.line("Nils Ny")
        assert participant(leader, "p7").bruker is False


async def test_a_participant_is_taken_out_on_their_card_and_brought_back(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "p6")
        await leader.press("enter", "ctrl+d")
        assert leader.shown == "MeetingScreen"
        assert "Siri Skisse" not in leader.text
        await leader.press("ctrl+z")
        assert [who.id for who in leader.meeting.participants] == ["p1", "p2", "p3", "p4", "p5", "p6"]


async def test_the_order_of_the_roll_can_be_changed(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "p4")
        await leader.press("ctrl+up")
        assert [who.id for who in leader.meeting.participants][2:4] == ["p4", "p3"]
        assert leader.at == "#roll p4"


# What came of last time


async def test_what_nobody_has_accounted_for_is_counted_until_nothing_is_left(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        assert "⚠ 4 uten svar" in leader.text
        await leader.go_to("#carried", "T11")
        await leader.press("space", "down", "space", "space", "down", "space", "space", "space")
        statuses = [tiltak.status for tiltak in leader.meeting.tiltak]
        assert statuses == [
            TiltakStatus.DONE,
            TiltakStatus.PARTLY,
            TiltakStatus.NOT_DONE,
            TiltakStatus.OPEN,
        ]
        assert "⚠ 1 uten svar" in leader.text
        assert "Hvorfor ikke? Enter på T13." in leader.text
        await leader.press("down", "space")
        assert "uten svar" not in leader.text


async def test_what_was_not_done_wants_its_reason(tmp_path: Path) -> None:
    not_done = [
        acts.put(f"tiltak/{each}/status", TiltakStatus.NOT_DONE) for each in ("T11", "T12", "T13", "T14")
    ]
    async with leading(tmp_path, before=not_done) as leader:
        assert "Hvorfor ikke? Enter på T11, T12, T13, T14." in leader.text
        await leader.go_to("#carried", "T12")
        await leader.press("enter")
        assert leader.at == "tiltak/T12/reason"
        await leader.write("Biblioteket var stengt.")
        await leader.press("escape")
        assert "Enter på T11, T13, T14." in leader.text
        tiltak = find(leader.meeting.tiltak, "T12")
        assert tiltak is not None
        assert tiltak.reason == "Biblioteket var stengt."


async def test_a_tiltak_from_last_time_gets_a_new_date_in_words(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#carried", "T11")
        await leader.press("enter")
        await leader.fill("tiltak/T11/when", "om 2 uker")
        assert "uke 50" in leader.text
        tiltak = find(leader.meeting.tiltak, "T11")
        assert tiltak is not None
        assert tiltak.when == dt.date(2026, 12, 8)


async def test_what_is_left_open_stands_in_the_gate_at_the_end(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("ctrl+r")
        assert "✗" in leader.line("Tiltak fra forrige møte")
        assert "mangler" in leader.line("Tiltak fra forrige møte")


# What today is about


async def test_the_last_referat_is_approved_with_a_remark(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.fill("approval/remarks", "Mona var ikke til stede.")
        await leader.press("shift+tab", "right")
        assert leader.meeting.approval.approved is True
        assert leader.meeting.approval.remarks == "Mona var ikke til stede."
        await leader.press("right")
        assert leader.meeting.approval.approved is False
        await leader.press("right")
        assert leader.meeting.approval.approved is None


async def test_items_change_places_and_the_new_order_is_numbered(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#agenda", "s3")
        await leader.press("ctrl+up", "ctrl+up")
        assert [item.id for item in leader.meeting.agenda] == ["s3", "s1", "s2", "s4"]
        assert "1   Hvem Per kan snakke med" in leader.line("Hvem Per kan snakke med")
        await leader.press("ctrl+up")
        assert [item.id for item in leader.meeting.agenda] == ["s3", "s1", "s2", "s4"]
        await leader.press("ctrl+z", "ctrl+z")
        assert [item.id for item in leader.meeting.agenda] == ["s1", "s2", "s3", "s4"]


async def test_an_item_for_eventuelt_is_gathered_on_the_last_row(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#agenda", "+")
        await leader.press("enter")
        assert leader.at == "agenda/s5/title"
        await leader.write("Skolebuss")
        await leader.fill("agenda/s5/minutes", "5")
        await leader.press("tab", "right", "escape")
        added = leader.meeting.agenda[-1]
        assert (added.title, added.minutes, added.eventuelt) == ("Skolebuss", 5, True)
        assert "Eventuelt: Skolebuss" in leader.line("Skolebuss")
        assert "5 min" in leader.line("Skolebuss")


async def test_a_number_that_is_none_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#agenda", "s1")
        await leader.press("enter")
        await leader.fill("agenda/s1/minutes", "en stund")
        assert "Skriv et helt tall" in leader.text
        assert leader.meeting.agenda[0].minutes == 10


async def test_consent_is_asked_of_every_service_and_a_missing_one_warns(tmp_path: Path) -> None:
    nav = acts.add("participants", name="Nils Ny", service="NAV")
    async with leading(tmp_path, before=[nav]) as leader:
        rows = await leader.go_to("#consents", "NAV")
        assert [row.key for row in rows.rows] == [
            "PPT",
            "Eksempel skole",
            "Skolehelsetjenesten",
            "BUP",
            "NAV",
        ]
        for _state in range(3):
            await leader.press("space")
        assert [(c.id, c.state) for c in leader.meeting.consents][-1] == ("NAV", ConsentState.MISSING)
        assert "NAV mangler" in leader.line("⚠ Samtykke")
        assert "⚠ hold igjen opplysninger" in leader.said("#consents")


async def test_the_leader_is_told_at_the_door_from_which_age_the_youth_consents(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#consents", "BUP")
        assert "ungdommen selv fra 16 år (Offentlig veiledning)" in leader.said("#givers")
        await leader.press("enter")
        assert "foresatte, eller ungdommen selv fra 16 år" in leader.line("Gitt av")


async def test_a_meeting_longer_than_the_rules_have_it_is_warned_of_before_it_goes_on(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        assert "i rute" in leader.lines[0]
        await leader.ask(acts.put("length", 90))
        assert "⚠ over 60 min (Sel)" in leader.lines[0]
        assert "planlagt til 90 minutter. Rammen er 60 (Sel)." in leader.said("#too-long")
        await leader.press("f8")
        assert "over 60" not in leader.lines[0]


async def test_a_consent_says_by_whom_until_when_and_what_it_leaves_out(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#consents", "BUP")
        await leader.press("enter", "right", "right")
        await leader.fill("consents/BUP/given_by", "Mona")
        await leader.fill("consents/BUP/until", "14. jan")
        await leader.fill("consents/BUP/leaves_out", "medisiner")
        await leader.press("escape")
        given = find(leader.meeting.consents, "BUP")
        assert given is not None
        assert given.state is ConsentState.ORAL
        assert (given.given_by, given.until) == ("Mona", dt.date(2027, 1, 14))
        assert "ikke medisiner" in leader.line("muntlig")


async def test_an_oral_consent_is_recorded_with_its_time_and_who_heard_it(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        assert "BUP er ikke avklart" in leader.line("⚠ Samtykke")
        await leader.go_to("#consents", "BUP")
        await leader.press("space", "space")
        assert "hvem ga det?" in leader.said("#consents")
        await leader.press("enter")
        await leader.fill("consents/BUP/given_by", "Mona Prøve")
        await leader.fill("consents/BUP/heard_by", "Kari Kladd")
        await leader.press("escape")
        given = find(leader.meeting.consents, "BUP")
        assert given is not None
        assert (given.state, given.since, given.at) == (ConsentState.ORAL, DAY, dt.time(9))
        assert (given.given_by, given.heard_by) == ("Mona Prøve", "Kari Kladd")
        assert "BUP" not in leader.line("⚠ Samtykke")


async def test_a_consent_that_has_run_out_is_told_before_anybody_speaks(tmp_path: Path) -> None:
    ran_out = [
        acts.put("consents/PPT/given_by", "Mona Prøve"),
        acts.put("consents/PPT/until", "2026-08-31"),
    ]
    async with leading(tmp_path, before=ran_out) as leader:
        assert "PPT gikk ut man 31. aug" in leader.line("⚠ Samtykke")
        await leader.press("f8")
        assert leader.meeting.step == "ordet", "it stops nobody"


async def test_an_interpreter_gives_every_speaker_more_time(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        choice = next(one for one in leader.app.screen.query(Choice) if one.path == "interpreter")
        leader.app.screen.set_focus(choice)
        await leader.press("right", "right")
        assert leader.meeting.interpreter == 1.5
        assert "tolk × 1,5" in leader.lines[0]


async def test_the_facts_of_the_meeting_are_typed_in_words(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.fill("purpose", "Bli enige om våren.")
        await leader.fill("place", "Biblioteket")
        await leader.fill("start", "9.30")
        await leader.fill("length", "45")
        meeting = leader.meeting
        assert (meeting.purpose, meeting.place, meeting.start, meeting.length) == (
            "Bli enige om våren.",
            "Biblioteket",
            dt.time(9, 30),
            45,
        )
        assert "Biblioteket" in leader.lines[0]


async def test_a_date_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.fill("date", "en gang i vår")
        assert leader.meeting.date == dt.date(2026, 11, 24)
        assert "Skriv en dato" in leader.text


async def test_the_meeting_begins_as_a_draft_at_its_first_step(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        assert leader.meeting.status == "utkast"
        assert leader.meeting.step == "velkommen"
        assert leader.at == "#roll p1"


async def test_what_was_remarked_on_the_last_referat_stands_where_it_is_approved(tmp_path: Path) -> None:
    async with leading(tmp_path, size=(120, 60)) as leader:
        assert not leader.app.screen.query_one("#last-remarks").display
        remark = Remark(id="r1", who="Mona Prøve", text="Det var [onsdag].", date=dt.date(2026, 10, 12))
        sent = {
            "id": "sist",
            "status": Status.TIL_MERKNAD,
            "date": dt.date(2026, 10, 7),
            "remarks": (remark,),
        }
        before = leader.meeting.having(sent)
        document_path(locations_in(tmp_path), before).write_text(write(before), encoding="utf-8")
        await leader.fill("approval/date", "7.10.2026")
        assert leader.said("#last-remarks") == "Mona Prøve, man 12. okt: Det var [onsdag]."
        await leader.fill("approval/date", "8.10.2026")
        assert not leader.app.screen.query_one("#last-remarks").display
