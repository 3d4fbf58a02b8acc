"""Cards: everything there is to say of one part, and nothing lost by closing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from data import acts
from data.meeting import Consent, Goal, Level, Meeting, Participant, Tiltak, TiltakStatus, Verdict, find
from screens import cards
from screens.card import Card
from screens.desk import Desk
from screens.tables import CarriedTable
from screens.widgets import Choice, Recording
from tests.screens.holding_a_meeting import NARROW, WIDE, Leader, leading
from tests.screens.test_capture import of_demo

EVERY_CARD: dict[str, Callable[[Desk, Meeting], Card]] = {
    "participant": lambda desk, meeting: cards.participant_card(desk, meeting.participants[3]),
    "agenda": lambda desk, meeting: cards.agenda_card(desk, meeting.agenda[0]),
    "consent": lambda desk, meeting: cards.consent_card(desk, meeting.consents[0]),
    "tiltak": lambda desk, meeting: cards.tiltak_card(desk, meeting.tiltak[0], meeting),
    "carried": lambda desk, meeting: cards.carried_card(desk, meeting.tiltak[0]),
    "goal": lambda desk, meeting: cards.goal_card(desk, meeting.goals[0]),
}


async def open_card(leader: Leader, name: str) -> None:
    """Open one of the cards."""
    leader.app.push_screen(EVERY_CARD[name](leader.holding, leader.meeting))
    await leader.rest()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_every_row_of_a_card_can_be_reached_and_seen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, size=size) as leader:
        for name in EVERY_CARD:
            await open_card(leader, name)
            screen = leader.app.screen
            paths = {each.path for each in [*screen.query(Recording), *screen.query(Choice)]}
            seen = set()
            for _row in paths:
                focused = leader.app.focused
                assert focused is not None
                assert screen.region.contains_region(focused.region), leader.at
                seen.add(leader.at)
                await leader.press("tab")
            assert seen == paths
            await leader.press("escape")


@pytest.mark.parametrize("key", ["escape", "f10"])
async def test_a_card_that_is_only_looked_at_changes_nothing(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path) as leader:
        before = leader.meeting
        for name in EVERY_CARD:
            await open_card(leader, name)
            await leader.press("tab", key)
            assert leader.shown == "MeetingScreen"
        assert leader.meeting == before


async def test_a_participant_has_all_that_a_referat_asks_for(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await open_card(leader, "participant")
        for path, text in {
            "name": "Kari Kladd-Nes",
            "role": "rektor",
            "service": "Skolen",
            "stand_in": "Liv Later",
            "arrived": "9.10",
            "left": "9:45",
            "innspill": "Ser fremgang.",
        }.items():
            await leader.fill(f"participants/p4/{path}", text)
        await leader.press("escape")
        who = find(leader.meeting.participants, "p4")
        assert who is not None
        assert who == Participant(
            id="p4",
            name="Kari Kladd-Nes",
            role="rektor",
            service="Skolen",
            stand_in="Liv Later",
            arrived=dt.time(9, 10),
            left=dt.time(9, 45),
            innspill="Ser fremgang.",
        )


async def test_a_tiltak_has_all_its_fields(tmp_path: Path) -> None:
    async with leading(tmp_path, before=[acts.agree(Tiltak(id="", what="Ring"))]) as leader:
        leader.app.push_screen(cards.tiltak_card(leader.holding, leader.meeting.agreed[0], leader.meeting))
        await leader.rest()
        for path, text in {
            "who": "Kari Kladd",
            "when": "fre",
            "helpers": "Ola Tenkt",
            "start": "i dag",
            "duration": "fire uker",
            "evaluated": "14. jan",
            "reason": "syk",
        }.items():
            await leader.fill(f"tiltak/T15/{path}", text)
        for path, turns in {"goal": 2, "level": 1, "status": 2}.items():
            choice = next(c for c in leader.app.screen.query(Choice) if c.path == f"tiltak/T15/{path}")
            leader.app.screen.set_focus(choice)
            await leader.press(*["right"] * turns)
        await leader.press("escape")
        assert leader.meeting.agreed[0] == Tiltak(
            id="T15",
            what="Ring",
            who="Kari Kladd",
            when=dt.date(2026, 11, 27),
            helpers="Ola Tenkt",
            start=dt.date(2026, 11, 24),
            duration="fire uker",
            evaluated=dt.date(2027, 1, 14),
            reason="syk",
            goal="M2",
            level=Level.PERSON,
            status=TiltakStatus.PARTLY,
        )


async def test_a_consent_and_a_goal_are_told_in_full(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await open_card(leader, "consent")
        await leader.fill("consents/PPT/leaves_out", "helse")
        await leader.press("escape")
        await open_card(leader, "goal")
        await leader.press("tab", "right", "right", "tab")
        await leader.write("Vi tar mandagene først.")
        await leader.press("escape")
        consent, goal = leader.meeting.consents[0], leader.meeting.goals[0]
        assert isinstance(consent, Consent)
        assert consent.leaves_out == "helse"
        assert goal == Goal(
            id="M1", text="Trygg på skolen", verdict=Verdict.ADJUST, conclusion="Vi tar mandagene først."
        )


async def test_what_is_typed_right_before_a_card_closes_is_kept(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "+")
        await leader.press("enter", *"Nils", "escape")
        assert leader.meeting.participants[-1].name == "Nils"


async def test_a_card_on_what_another_terminal_took_out_closes_itself(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "p6")
        await leader.press("enter")
        await leader.ask(acts.remove("participants/p6"))
        await leader.pilot.pause()
        assert leader.shown == "MeetingScreen"


async def test_a_card_is_closed_when_what_it_is_over_was_taken_out_behind_something_else(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "p6")
        await leader.press("enter", "f12")
        await leader.ask(acts.remove("participants/p6"))
        await leader.press("x")
        await leader.rest()
        assert leader.shown == "MeetingScreen"


async def test_undo_of_what_a_card_is_over_closes_it(tmp_path: Path) -> None:
    async with of_demo(tmp_path) as writer:
        table = writer.app.screen.query_one(CarriedTable)
        writer.app.screen.set_focus(table.table)
        table.table.go_to("+", "number")
        await writer.press("enter")
        assert writer.shown == "Card"
        await writer.press("ctrl+z")
        await writer.rest()
        assert writer.shown == "CaptureScreen"


async def test_what_is_typed_in_what_another_terminal_took_out_ends_nothing_and_is_told(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#roll", "p6")
        await leader.press("enter")
        field = leader.field("participants/p6/name")
        field.write("x")
        leader.holding.ask(acts.remove("participants/p6"))
        field.flush()
        await leader.pilot.pause()
        assert leader.shown == "MeetingScreen"
        assert "Tatt bort imens" in [note.title for note in leader.told]


async def test_a_date_on_a_card_may_be_typed_slowly(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.go_to("#carried", "T11")
        await leader.press("enter")
        field = leader.field("tiltak/T11/when")
        await leader.fill("tiltak/T11/when", "fre")
        await leader.press(*"dag")
        await leader.rest()
        assert field.words == "fredag"
        await leader.press("tab")
        await leader.rest()
        assert field.words == "fre 27. nov"
