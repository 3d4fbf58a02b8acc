"""What is read aloud is all that the referat decides, each thing with how it stands."""

from __future__ import annotations

import datetime as dt

from data.meeting import Consent, ConsentState
from data.statements import statements
from tests.data.complete_meeting import complete_meeting


def test_what_was_decided_is_read_with_how_it_stands() -> None:
    consent = Consent(id="PPT", state=ConsentState.ORAL, given_by="Mor", since=dt.date(2026, 11, 24))
    read = statements(complete_meeting().having({"consents": (consent,)}))
    titles = [(one.heading, one.title) for one in read]
    assert ("Samtykke", "PPT · muntlig") in titles
    assert ("Tiltak fra sist", "T2 · ikke gjennomført") in titles
    assert ("Mål", "M2 · nådd") in titles
    assert ("Tiltak", "T4 · M1 · system") in titles
    told = next(one for one in read if one.heading == "Samtykke")
    assert told.fields == (("Gitt av", "consents/PPT/given_by"), ("Fra", "consents/PPT/since"))


def test_what_was_said_is_read_under_the_heading_of_its_step() -> None:
    read = statements(complete_meeting())
    headings = dict.fromkeys(one.heading for one in read if one.fields[0][1].startswith("entries/"))
    assert list(headings) == ["Brukeren har ordet", "Runde 1: fremgang og utfordringer", "Runde 2: bidrag"]


def test_why_a_referat_that_lacks_something_is_finished_is_read_too() -> None:
    meeting = complete_meeting()
    told = ("Fordi", "incomplete_because")
    assert not any(told in one.fields for one in statements(meeting))
    assert any(
        told in one.fields
        for one in statements(meeting.having({"incomplete_because": "BUP svarer i uke 50."}))
    )
