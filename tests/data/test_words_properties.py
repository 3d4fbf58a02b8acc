"""Whatever people write, what the rules of words find is there, and what they propose can be done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.changes import apply
from data.checks import Finding, findings
from data.checks.settling import let_stand, may_stand, put_right, reason, wording
from data.meeting import Consent, Entry, Meeting, Participant, Tiltak
from tests.data.meetings import HOSTILE

SINGLE = (
    "man Man MAN snarest f.eks. osv Evt. skal avklares litt noe Silje Pers Tenkt (HABU) DPS BUP İ ß . {0}"
)
LONGER = (
    "ble bestemt",
    "mente at",
    "912 34 567",
    "Storgata 3",
    "født 1.1.2014",
    "klager på timetallet",
    "\n",
)
NUMBERS = ("17912099997", "1234.56.78903", "a@b.no", "barnevernet", "medisin")
BITS = st.sampled_from([*SINGLE.split(), *LONGER, *NUMBERS])
TEXTS = st.lists(BITS | st.sampled_from(HOSTILE) | st.text(max_size=6), max_size=8).map(" ".join)


def meeting_that_says(text: str, who: str, topics: str) -> Meeting:
    """Give a meeting with a text wherever words are looked for."""
    return Meeting(
        id="m",
        summary=text,
        participants=(Participant(id="p1", name=who, role=text, service=text, innspill=text),),
        consents=(Consent(id="BUP", leaves_out=topics),),
        entries=(Entry(id="runde1:p1", step="runde1", speaker="p1", challenge=text),),
        tiltak=(Tiltak(id="T1", what=text, who=who, duration=text),),
    )


def of_words(meeting: Meeting) -> list[Finding]:
    """Give what is found that names words."""
    return [one for one in findings(meeting) if one.words]


@given(TEXTS, TEXTS, TEXTS)
def test_words_that_are_found_are_there(text: str, who: str, topics: str) -> None:
    meeting = meeting_that_says(text, who, topics)

    for one in of_words(meeting):
        assert one.words
        assert 0 <= one.words.start < one.words.end
        assert len(wording(meeting, one)) == one.words.end - one.words.start
        assert one.message


@given(TEXTS, TEXTS)
def test_what_is_proposed_can_be_done_and_what_is_found_can_stand(text: str, who: str) -> None:
    meeting = meeting_that_says(text, who, "medisin")

    for one in of_words(meeting):
        assert may_stand(one)
        kept = let_stand(meeting, one, "grunn")(meeting)
        assert kept
        assert reason(apply(meeting, kept), one) == "grunn"
        change = put_right(meeting, one)(meeting)
        assert (change is not None) == (one.words is not None and one.words.better is not None)
        if change is not None:
            assert apply(meeting, change) != meeting
