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
