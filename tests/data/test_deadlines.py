"""What is due in a group: each rule sets its day, and what is done with sets none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.deadlines import Deadline, Held, Rule, deadlines, rule_words
from data.group import Group, GroupConsent, GroupKind, Planned
from data.meeting import ConsentState, Status, Tiltak, TiltakStatus
from data.profile_file import load
from tests.data.groups import groups

TODAY = dt.date(2026, 11, 22)
NEUTRAL = load("noytral")
FILE = Path("grupper/sol-7/gruppe.md")
GROUP = Group(id="sol-7", alias="SOL-7")
ANSVARSGRUPPE = GROUP.having({"kind": GroupKind.ANSVARSGRUPPE, "created": dt.date(2026, 2, 1)})


def held(date: dt.date, status: Status = Status.GODKJENT, remarks_until: dt.date | None = None) -> Held:
    """Give the document of a meeting on a day."""
    return Held(date, status, Path(f"grupper/sol-7/{date}.md"), remarks_until)


def due(group: Group, *meetings: Held, today: dt.date = TODAY) -> list[tuple[Rule, dt.date]]:
    """Give what is due and when."""
    return [(one.rule, one.due) for one in deadlines(group, FILE, meetings, today, NEUTRAL)]


def with_tiltak(**fields: object) -> Group:
    """Give the group with one tiltak."""
    tiltak = Tiltak.of({"id": "T14", "what": "Ringe BUP", **fields})
    return GROUP.having({"tiltak": (tiltak,)})


def test_a_tiltak_is_due_by_its_deadline_and_again_when_it_is_to_be_evaluated() -> None:
    group = with_tiltak(when=dt.date(2026, 11, 27), evaluated=dt.date(2027, 1, 15))

    assert due(group) == [
        (Rule.TILTAK, dt.date(2026, 11, 27)),
        (Rule.TILTAK_EVALUATION, dt.date(2027, 1, 15)),
    ]


@pytest.mark.parametrize("status", [TiltakStatus.DONE, TiltakStatus.DROPPED])
def test_a_tiltak_that_is_done_with_is_not_due(status: TiltakStatus) -> None:
    assert not due(with_tiltak(when=TODAY, evaluated=TODAY, status=status))


@pytest.mark.parametrize("status", [TiltakStatus.PARTLY, TiltakStatus.NOT_DONE])
def test_a_tiltak_that_was_not_carried_out_is_still_due(status: TiltakStatus) -> None:
    assert due(with_tiltak(when=TODAY, status=status)) == [(Rule.TILTAK, TODAY)]


def test_a_deadline_says_what_it_is_about_and_where() -> None:
    (found,) = deadlines(with_tiltak(when=TODAY), FILE, (), TODAY, NEUTRAL)

    assert found == Deadline(TODAY, Rule.TILTAK, "SOL-7", "T14", "Ringe BUP", FILE, NEUTRAL, "tiltak/T14")


def test_days_left_are_counted_from_today_and_below_zero_when_overdue() -> None:
    (found,) = deadlines(with_tiltak(when=TODAY), FILE, (), TODAY, NEUTRAL)

    assert [found.days_left(TODAY + dt.timedelta(days)) for days in (-2, 0, 3)] == [2, 0, -3]


@pytest.mark.parametrize("status", [Status.UTKAST, Status.REFERAT])
def test_the_referat_of_a_meeting_held_is_due_in_fourteen_days(status: Status) -> None:
    assert due(GROUP, held(dt.date(2026, 11, 17), status)) == [(Rule.REFERAT, dt.date(2026, 12, 1))]


@pytest.mark.parametrize("status", [Status.LEST_OPP, Status.GODKJENT, Status.TIL_MERKNAD])
def test_a_referat_that_is_out_or_read_aloud_is_not_due(status: Status) -> None:
    assert not due(GROUP, held(dt.date(2026, 11, 17), status))


def test_an_innkalling_to_a_meeting_still_to_come_has_no_referat_due() -> None:
    assert not due(GROUP, held(dt.date(2026, 12, 8), Status.UTKAST))


def test_remarks_are_due_by_the_date_that_was_given() -> None:
    sent = held(dt.date(2026, 11, 17), Status.TIL_MERKNAD, remarks_until=dt.date(2026, 11, 30))

    assert due(GROUP, sent) == [(Rule.REMARKS, dt.date(2026, 11, 30))]


def test_the_innkalling_of_a_planned_meeting_is_due_a_week_before() -> None:
    group = GROUP.having({"plan": (Planned(id="a1", date=dt.date(2026, 12, 8)),)})

    assert due(group) == [(Rule.INNKALLING, dt.date(2026, 12, 1))]


def test_a_planned_meeting_that_has_its_innkalling_or_has_been_is_not_due() -> None:
    plan = (Planned(id="a1", date=dt.date(2026, 12, 8)), Planned(id="a2", date=dt.date(2026, 11, 3)))

    assert not due(GROUP.having({"plan": plan}), held(dt.date(2026, 12, 8), Status.INNKALLING))


@pytest.mark.parametrize("state", ConsentState)
def test_a_consent_that_was_given_is_due_when_it_runs_out(state: ConsentState) -> None:
    consent = GroupConsent(id="PPT", state=state, until=dt.date(2026, 12, 31))
    group = GROUP.having({"consents": (consent,)})

    given_so = state in {ConsentState.WRITTEN, ConsentState.ORAL}
    assert due(group) == ([(Rule.CONSENT, dt.date(2026, 12, 31))] if given_so else [])


def test_an_ansvarsgruppe_is_evaluated_and_meets_twice_in_every_year() -> None:
    assert due(ANSVARSGRUPPE) == [
        (Rule.MEETINGS, dt.date(2027, 2, 1)),
        (Rule.GROUP_EVALUATION, dt.date(2027, 2, 1)),
    ]


def test_the_year_of_an_evaluation_goes_from_the_last_one() -> None:
    group = ANSVARSGRUPPE.having({"evaluated": dt.date(2026, 10, 6)})

    assert (Rule.GROUP_EVALUATION, dt.date(2027, 10, 6)) in due(group)


def test_two_meetings_a_year_are_counted_from_the_one_before_the_last() -> None:
    meetings = [held(dt.date(2026, month, 10)) for month in (2, 4, 9)]

    assert (Rule.MEETINGS, dt.date(2027, 4, 10)) in due(ANSVARSGRUPPE, *meetings)


def test_a_meeting_that_is_planned_in_time_is_enough() -> None:
    group = ANSVARSGRUPPE.having({"plan": (Planned(id="a1", date=dt.date(2027, 1, 12)),)})

    assert Rule.MEETINGS not in {rule for rule, _due in due(group)}


@pytest.mark.parametrize("called", [False, True])
@pytest.mark.parametrize(
    ("today", "is_enough"), [(dt.date(2026, 5, 1), True), (dt.date(2026, 5, 2), False), (TODAY, False)]
)
def test_a_day_that_passed_without_a_meeting_is_none_to_wait_for(
    today: dt.date, is_enough: bool, called: bool
) -> None:
    day = dt.date(2026, 5, 1)
    group = ANSVARSGRUPPE if called else ANSVARSGRUPPE.having({"plan": (Planned(id="a1", date=day),)})
    meetings = [held(dt.date(2026, 3, 1)), *([held(day, Status.INNKALLING)] if called else [])]

    found = due(group, *meetings, today=today)

    assert ((Rule.MEETINGS, dt.date(2027, 2, 1)) not in found) == is_enough


def test_a_samarbeidsgruppe_meets_as_it_needs() -> None:
    group = ANSVARSGRUPPE.having({"kind": GroupKind.SAMARBEIDSGRUPPE})

    assert not due(group)


def test_nothing_is_due_in_a_group_that_has_ended() -> None:
    group = with_tiltak(when=TODAY).having({"closed": TODAY})

    assert not due(group, held(TODAY, Status.UTKAST))


def test_a_leap_day_has_its_anniversary_on_the_28th() -> None:
    group = ANSVARSGRUPPE.having({"evaluated": dt.date(2028, 2, 29)})

    assert (Rule.GROUP_EVALUATION, dt.date(2029, 2, 28)) in due(group)


def days(group: Group, profile: str, *meetings: Held) -> dict[Rule, dt.date]:
    """Give when each rule is due under a profile."""
    return {one.rule: one.due for one in deadlines(group, FILE, meetings, TODAY, load(profile))}


PLANNED = ANSVARSGRUPPE.having({"plan": (Planned(id="a1", date=dt.date(2027, 3, 9)),)})
HELD = held(dt.date(2026, 11, 17), Status.REFERAT)


def test_every_municipality_has_its_own_deadlines() -> None:
    assert days(PLANNED, "kafjord", HELD) == {
        Rule.REFERAT: dt.date(2026, 11, 24),
        Rule.INNKALLING: dt.date(2027, 3, 2),
        Rule.MEETINGS: dt.date(2027, 2, 1),
    }
    assert days(PLANNED, "bti", HELD) == {Rule.REFERAT: dt.date(2026, 11, 17)}
    assert days(PLANNED, "ilag", HELD)[Rule.GROUP_EVALUATION] == dt.date(2027, 2, 1)
    assert Rule.MEETINGS not in days(PLANNED, "sel", HELD)


def test_a_deadline_says_whose_rule_it_is_in_short_and_in_full() -> None:
    kafjord = load("kafjord")
    (found,) = [one for one in deadlines(GROUP, FILE, (HELD,), TODAY, kafjord) if one.rule is Rule.REFERAT]
    assert rule_words(found.rule, kafjord) == "Referatet er klart innen 7 dager (Kåfjord)"
    assert found.source == "Kåfjord: veileder for ansvarsgrupper (utkast 2024)"
    assert rule_words(Rule.REFERAT, load("bti")) == "Referatet er klart i møtet (BTI-kommunen)"


@pytest.mark.parametrize(("ahead", "near"), [(-1, True), (14, True), (15, False)])
def test_a_deadline_is_near_within_the_days_that_the_profile_gives_notice(ahead: int, near: bool) -> None:
    (found,) = deadlines(with_tiltak(when=TODAY + dt.timedelta(ahead)), FILE, (), TODAY, NEUTRAL)
    assert found.is_near(TODAY) == near


def test_every_rule_says_in_words_what_it_asks_for() -> None:
    words = [rule_words(rule, NEUTRAL) for rule in Rule]

    assert len(set(words)) == len(Rule)


MEETINGS = st.lists(
    st.builds(
        Held,
        st.none() | st.dates(),
        st.sampled_from(Status),
        st.just(FILE),
        st.none() | st.dates(),
    ),
    max_size=5,
)


LAST_DAY = dt.date.max


@given(groups(), MEETINGS, st.dates())
@example(ANSVARSGRUPPE.having({"evaluated": LAST_DAY}), [held(LAST_DAY, Status.UTKAST)], LAST_DAY)
def test_any_group_has_its_deadlines_in_order_whatever_its_dates(
    group: Group, meetings: list[Held], today: dt.date
) -> None:
    found = deadlines(group, FILE, meetings, today, NEUTRAL)

    assert [one.due for one in found] == sorted(one.due for one in found)
    assert not (group.closed and found)
