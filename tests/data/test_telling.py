"""What is set in a group between meetings is told in its histories, with the day."""

from __future__ import annotations

import datetime as dt

from data.acts import put
from data.board import with_status
from data.changes import Wish, apply, inverse
from data.consents import settle
from data.group import Group
from data.instants import instant_of
from data.meeting import ConsentState, TiltakStatus, find
from data.telling import told
from tests.data.sample_group import SAMPLE_GROUP

DAY = dt.date(2026, 12, 1)
DONE = put("tiltak/T3/status", TiltakStatus.DONE.value)


def after(group: Group, wish: Wish, day: dt.date = DAY) -> Group:
    change = told(wish, day)(group)
    assert change
    assert apply(apply(group, change), inverse(group, change)) == group
    return apply(group, change)


def test_a_status_is_told_just_as_the_board_tells_it() -> None:
    assert after(SAMPLE_GROUP, DONE) == with_status(SAMPLE_GROUP, "T3", TiltakStatus.DONE, "", DAY)


def test_a_second_word_of_the_same_day_takes_the_place_of_the_first() -> None:
    not_done = put("tiltak/T3/status", TiltakStatus.NOT_DONE.value)
    group = after(after(after(SAMPLE_GROUP, DONE), not_done), put("tiltak/T3/reason", "Sykdom."))
    board = with_status(SAMPLE_GROUP, "T3", TiltakStatus.NOT_DONE, "Sykdom.", DAY)
    assert [(one.tiltak, one.status, one.reason) for one in group.happenings] == [
        (one.tiltak, one.status, one.reason) for one in board.happenings
    ]
    next_day = after(group, DONE, DAY + dt.timedelta(days=1))
    assert len(next_day.happenings) == len(group.happenings) + 1


def test_what_is_said_of_a_tiltak_otherwise_is_no_news() -> None:
    assert after(SAMPLE_GROUP, put("tiltak/T3/what", "Veilede alle")).happenings == SAMPLE_GROUP.happenings
    assert told(put("tiltak/T3/what", "Veilede lærerne"), DAY)(SAMPLE_GROUP) is None


def test_a_consent_that_is_set_by_hand_is_told() -> None:
    group = after(SAMPLE_GROUP, settle("Skolen", ConsentState.ORAL, instant_of(DAY, dt.time(9))))
    group = after(group, put("consents/Skolen/given_by", "Mor Eksempel"))
    group = after(group, put("consents/Skolen/heard_by", "Kari Kladd"))
    assert [(one.service, one.date, one.state, one.given_by, one.heard_by) for one in group.consented] == [
        ("Skolen", DAY, ConsentState.ORAL, "Mor Eksempel", "Kari Kladd")
    ]
    later = after(group, put("consents/Skolen/state", ConsentState.WITHDRAWN.value), dt.date(2027, 1, 12))
    assert [one.state for one in later.consent_history("Skolen")] == [
        ConsentState.ORAL,
        ConsentState.WITHDRAWN,
    ]
    assert find(later.consents, "Skolen")
