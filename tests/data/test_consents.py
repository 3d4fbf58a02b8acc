"""Consent at the door: what the leader is told of whom, and when an oral one was given."""

from __future__ import annotations

import datetime as dt

import pytest

from data.changes import apply, inverse
from data.consents import Doubt, doubt, doubt_words, doubts, givers_and_whose, settle
from data.instants import instant_of
from data.meeting import Attendance, Consent, ConsentState, Meeting, Participant
from data.profile import Limit
from data.profile_file import available, load

TODAY = dt.date(2026, 11, 24)
NINE = instant_of(TODAY, dt.time(9, 5))
WRITTEN = Consent(id="PPT", state=ConsentState.WRITTEN, given_by="Mor Eksempel")
ORAL = WRITTEN.having({"state": ConsentState.ORAL, "heard_by": "Ola Øving"})


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        (WRITTEN, ""),
        (ORAL, ""),
        (WRITTEN.having({"until": TODAY}), ""),
        (WRITTEN.having({"until": dt.date(2026, 8, 31)}), "gikk ut man 31. aug"),
        (WRITTEN.having({"given_by": ""}), "hvem ga det?"),
        (ORAL.having({"heard_by": ""}), "hvem hørte det?"),
        (Consent(id="PPT"), "er ikke avklart"),
        (WRITTEN.having({"state": ConsentState.MISSING}), "mangler"),
        (WRITTEN.having({"state": ConsentState.WITHDRAWN}), "er trukket"),
    ],
)
def test_the_leader_is_told_what_is_the_matter_with_a_consent(consent: Consent, words: str) -> None:
    assert doubt(consent, TODAY) == words


def test_only_the_services_that_are_here_are_asked_about() -> None:
    people = (
        Participant(id="p1", name="Mor Eksempel", service="Verksted", bruker=True),
        Participant(id="p2", name="Per Prøve", service="PPT"),
        Participant(id="p3", name="Una Utkast", service="BUP"),
    )
    meeting = Meeting(id="m", participants=people)
    assert [one.service for one in doubts(meeting, TODAY)] == ["PPT", "BUP"]
    came = (*people[:2], people[2].having({"attendance": Attendance.MET}))
    found = doubts(meeting.having({"participants": came}), TODAY)
    assert found == [Doubt("BUP", "er ikke avklart")]
    assert doubt_words(found) == "⚠ Samtykke: BUP er ikke avklart"
    assert doubt_words([]) == ""


def test_services_with_the_same_doubt_share_its_words() -> None:
    unsettled = [Doubt(service, "er ikke avklart") for service in ("PPT", "BUP", "NAV")]
    found = [*unsettled[:2], Doubt("Skolen", "mangler"), unsettled[2]]
    assert doubt_words(found) == "⚠ Samtykke: PPT, BUP og NAV er ikke avklart · Skolen mangler"


def test_who_gives_a_consent_is_told_by_the_age_of_the_municipality() -> None:
    bti = load("bti")
    assert givers_and_whose(bti) == (
        "Samtykke gis av foresatte, eller ungdommen selv fra 16 år (BTI-kommunen)."
    )
    fifteen = bti.limits[Limit.AGE]._replace(number=15)
    assert "fra 15 år" in givers_and_whose(bti._replace(limits={Limit.AGE: fifteen}))
    assert givers_and_whose(bti._replace(limits={})) == "Samtykke gis av foresatte."


@pytest.mark.parametrize("name", available())
def test_every_profile_says_from_which_age_the_youth_consents(name: str) -> None:
    assert load(name).number(Limit.AGE) in {15, 16}


def test_an_oral_consent_is_given_here_and_now() -> None:
    meeting = Meeting(id="m")
    change = settle("PPT", ConsentState.ORAL, NINE)(meeting)
    assert change
    after = apply(meeting, change)
    assert after.consents == (Consent(id="PPT", state=ConsentState.ORAL, since=TODAY, at=dt.time(9, 5)),)
    assert apply(after, inverse(meeting, change)) == meeting


def test_turning_past_oral_leaves_no_time_behind() -> None:
    meeting = Meeting(id="m", consents=(Consent(id="PPT", state=ConsentState.WRITTEN),))
    for state in (ConsentState.ORAL, ConsentState.MISSING):
        change = settle("PPT", state, NINE)(meeting)
        assert change
        meeting = apply(meeting, change)
    assert meeting.consents == (Consent(id="PPT", state=ConsentState.MISSING),)
    assert settle("PPT", ConsentState.MISSING, NINE)(meeting) is None


def test_an_oral_consent_that_says_when_keeps_its_day() -> None:
    september = dt.date(2026, 9, 1)
    meeting = Meeting(id="m", consents=(WRITTEN.having({"since": september}),))
    change = settle("PPT", ConsentState.ORAL, NINE)(meeting)
    assert change
    assert apply(meeting, change).consents[0].since == september
