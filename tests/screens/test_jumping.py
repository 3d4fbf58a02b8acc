"""From a place in the meeting to the step that edits it."""

from __future__ import annotations

import pytest

from data.structure import load
from screens.jumping import step_of

MALSTYRT = load("malstyrt")


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ("participants", "velkommen"),
        ("participants/p3/attendance", "velkommen"),
        ("place", "velkommen"),
        ("date", "velkommen"),
        ("minute_taker", "velkommen"),
        ("approval/approved", "velkommen"),
        ("agenda/s1/conclusion", "velkommen"),
        ("entries/ordet:bruker/comment", "ordet"),
        ("entries/runde1", "runde1"),
        ("entries/runde1:p3/challenge", "runde1"),
        ("entries/runde2:p3/contribution", "runde2"),
        ("goals", "oppsummering"),
        ("goals/M1/conclusion", "oppsummering"),
        ("summary", "oppsummering"),
        ("tiltak", "tiltak"),
        ("tiltak/T15/who", "tiltak"),
        ("evaluations/bruker/words", "evaluering"),
        ("next_meeting/date", "neste"),
        ("", "velkommen"),
    ],
)
def test_every_place_has_the_step_that_edits_it(path: str, step: str) -> None:
    assert step_of(path, MALSTYRT) == step


@pytest.mark.parametrize("path", ["tiltak/T11/status", "tiltak/T11/reason"])
def test_what_came_of_a_tiltak_is_said_in_the_opening(path: str) -> None:
    assert step_of(path, MALSTYRT) == "velkommen"


def test_notes_of_a_step_that_the_structure_lacks_are_edited_in_a_round() -> None:
    assert step_of("entries/runde9:p3/challenge", MALSTYRT) == "runde1"
