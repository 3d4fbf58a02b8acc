"""After the meeting: sent out or read aloud, approved, and then corrected by adding alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import acts, afterlife
from data.approved import ApprovedError, text_stays
from data.changes import Change, apply
from data.errors import MalstyrtError
from data.instants import instant_of
from data.live import Ask
from data.meeting import Correction, Life, Meeting, Remark, Status
from tests.data.changing import MEETING, changes

DAY = dt.date(2026, 11, 24)
FIVE_PAST_TEN = instant_of(DAY, dt.time(10, 5))
IN_TWO_WEEKS = dt.date(2026, 12, 8)

REFERAT = MEETING.having({"status": Status.REFERAT})
APPROVED = MEETING.having({"status": Status.GODKJENT})


def after(meeting: Meeting, *asks: Ask) -> Meeting:
    """Give the meeting after what was asked for, in turn."""
    for ask in asks:
        change = ask(meeting)
        meeting = apply(meeting, change) if change else meeting
    return meeting


def test_sent_out_it_says_when_and_until_when_it_may_be_remarked_on() -> None:
    sent = after(REFERAT, afterlife.send_out(IN_TWO_WEEKS, FIVE_PAST_TEN))
    assert sent.status is Status.TIL_MERKNAD
    assert sent.life == Life(sent=DAY, remarks_until=IN_TWO_WEEKS)


def test_read_aloud_it_says_when_to_the_minute() -> None:
    read = after(REFERAT, afterlife.read_aloud(FIVE_PAST_TEN + 30))
    assert read.status is Status.LEST_OPP
    assert read.life == Life(read_on=DAY, read_at=dt.time(10, 5))


def test_remarks_are_kept_and_the_same_one_only_once() -> None:
    said = afterlife.remark("Mor Skisse", "Ola var der også.", DAY)
    assert after(REFERAT, said, said).remarks == (
        Remark(id="r1", date=DAY, who="Mor Skisse", text="Ola var der også."),
    )


def test_approved_it_says_when_and_keeps_what_came_before() -> None:
    meeting = after(REFERAT, afterlife.send_out(IN_TWO_WEEKS, FIVE_PAST_TEN), afterlife.approve(IN_TWO_WEEKS))
    assert meeting.status is Status.GODKJENT
    assert meeting.life == Life(sent=DAY, remarks_until=IN_TWO_WEEKS, approved=IN_TWO_WEEKS)
    assert afterlife.approve(DAY)(meeting) is None


@pytest.mark.parametrize("status", [Status.INNKALLING, Status.UTKAST])
@pytest.mark.parametrize(
    "ask",
    [
        afterlife.send_out(None, FIVE_PAST_TEN),
        afterlife.read_aloud(FIVE_PAST_TEN),
        afterlife.remark("Kari", "Nei.", DAY),
        afterlife.approve(DAY),
    ],
    ids=["send", "read", "remark", "approve"],
)
def test_what_is_not_finished_is_not_approved_nor_on_its_way(status: Status, ask: Ask) -> None:
    with pytest.raises(afterlife.UnfinishedError):
        ask(MEETING.having({"status": status}))


def test_finishing_anew_leaves_a_referat_where_it_is_in_its_life() -> None:
    sent = after(REFERAT, afterlife.send_out(IN_TWO_WEEKS, FIVE_PAST_TEN))
    assert after(sent, acts.finish("Haster.")).status is Status.TIL_MERKNAD
    assert after(MEETING, acts.finish("")).status is Status.REFERAT


def test_a_correction_says_who_when_and_what() -> None:
    corrected = after(APPROVED, afterlife.correct("Kari Kladd", "Tor kom 09:20.", FIVE_PAST_TEN))
    assert corrected.corrections == (Correction(id="c1", date=DAY, who="Kari Kladd", text="Tor kom 09:20."),)
    assert corrected.having({"corrections": ()}) == APPROVED


@pytest.mark.parametrize(("who", "what"), [("", "Tor kom."), ("Kari", " "), (" \t", "Tor kom.")])
def test_a_correction_is_never_silent(who: str, what: str) -> None:
    with pytest.raises(MalstyrtError):
        afterlife.correct(who, what, FIVE_PAST_TEN)(APPROVED)


def test_before_approval_the_text_itself_is_corrected() -> None:
    with pytest.raises(MalstyrtError):
        afterlife.correct("Kari", "Tor kom.", FIVE_PAST_TEN)(REFERAT)


@pytest.mark.parametrize(
    "ask",
    [
        afterlife.send_out(None, FIVE_PAST_TEN),
        afterlife.read_aloud(FIVE_PAST_TEN),
        afterlife.remark("Kari", "Nei.", DAY),
    ],
    ids=["send", "read", "remark"],
)
def test_an_approved_referat_goes_no_further(ask: Ask) -> None:
    with pytest.raises(ApprovedError):
        ask(APPROVED)


@given(st.data())
def test_no_change_but_a_correction_lets_an_approved_text_stand(data: st.DataObject) -> None:
    corrected = after(APPROVED, afterlife.correct("Kari", "Tor kom.", FIVE_PAST_TEN))
    change: Change = data.draw(changes(corrected))
    changed = apply(corrected, change)
    added = changed.having({"corrections": corrected.corrections}) == corrected
    kept = changed.corrections[:1] == corrected.corrections
    assert text_stays(corrected, changed) is (added and kept)
    assert text_stays(REFERAT, changed)
