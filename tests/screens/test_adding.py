"""A part that was refused is not said to be added, and no other's card opens in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.approved import ApprovedError
from data.live import Live
from tests.screens.holding_a_meeting import Leader, everyone_came, leading


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every change be refused from now on, as once another terminal has approved the referat."""

    def record(*_wish: object, **_act: object) -> None:
        raise ApprovedError

    monkeypatch.setattr(Live, "record", record)


async def test_a_tiltak_that_was_refused_is_not_said_to_be_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2", *"Ringe")
        refuse(monkeypatch)
        await leader.press("enter")
        await leader.rest()
        assert "er lagt til" not in leader.text
        assert "Ringe" in leader.text


async def to_the_summary(leader: Leader) -> None:
    """Walk to where the goals are summed up."""
    while leader.meeting.step != "oppsummering":
        await leader.press("f8")


async def test_no_card_opens_for_what_was_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with leading(tmp_path, before=[everyone_came()]) as leader:
        await leader.go_to("#agenda", "+")
        refuse(monkeypatch)
        await leader.press("enter")
        assert leader.shown == "MeetingScreen"


async def test_no_goals_card_opens_for_one_that_was_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, before=[everyone_came()]) as leader:
        await to_the_summary(leader)
        await leader.go_to("Rows", "+")
        refuse(monkeypatch)
        await leader.press("enter")
        assert leader.shown == "MeetingScreen"
