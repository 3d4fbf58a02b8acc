"""A finding is put right, or let stand for a reason that no document holds, and both can be taken back."""

from __future__ import annotations

import pytest

from data.changes import Wish, apply, inverse
from data.checks import Finding, Severity, State, complete, findings, requirements
from data.checks.settling import let_stand, mark, may_stand, put_right, take_up_again, wording
from data.markdown import public, read, write
from data.meeting import Meeting
from tests.data.complete_meeting import complete_meeting

WHY = "Slik står det i vedtaket."


def saying(text: str) -> Meeting:
    """Give a whole meeting that says something in its summary."""
    return complete_meeting().having({"summary": text})


def after(meeting: Meeting, wish: Wish) -> Meeting:
    """Give the meeting after a wish, which must change it, and be taken back by its inverse."""
    change = wish(meeting)
    assert change is not None
    changed = apply(meeting, change)
    assert apply(changed, inverse(meeting, change)) == meeting
    return changed


def only(meeting: Meeting) -> Finding:
    """Give the one thing that is found."""
    (finding,) = findings(meeting)
    return finding


def test_a_finding_is_let_stand_for_a_reason() -> None:
    meeting = saying("Man er enig.")

    kept = after(meeting, let_stand(meeting, only(meeting), WHY))

    assert only(kept).reason == WHY
    assert [one.state for one in requirements(kept) if one.findings] == [State.STANDS]
    assert complete(kept)


def test_what_is_let_stand_can_be_taken_up_again() -> None:
    meeting = saying("Man er enig.")
    kept = after(meeting, let_stand(meeting, only(meeting), WHY))

    assert after(kept, take_up_again(kept, only(kept))) == meeting
    assert take_up_again(meeting, only(meeting))(meeting) is None


def test_the_reason_is_in_no_document_and_the_referat_is_the_same() -> None:
    meeting = saying("Man er enig.")
    kept = after(meeting, let_stand(meeting, only(meeting), WHY))

    assert write(kept) == write(meeting)
    assert public(kept) == public(meeting)
    assert read(write(public(kept))).meeting == public(meeting)


def test_a_reason_holds_for_the_words_it_was_given_for_wherever_they_come_to_stand_in_the_field() -> None:
    meeting = saying("Man er enig.")
    kept = after(meeting, let_stand(meeting, only(meeting), WHY))

    assert only(kept.having({"summary": "I dag er man enig."})).reason == WHY
    assert only(kept.having({"summary": "Man er enig.", "purpose": "x"})).reason == WHY
    moved = findings(kept.having({"summary": "Noen må ringe.", "purpose": "Man er enig."}))
    assert [finding.reason for finding in moved] == ["", ""]


def test_where_one_of_several_is_let_stand_the_others_count() -> None:
    meeting = saying("Man er enig. Noen må ringe.")
    first, second = findings(meeting)
    kept = after(meeting, let_stand(meeting, first, WHY))

    (asked,) = [one for one in requirements(kept) if one.findings]
    assert asked.state is State.CONSIDER
    assert [finding.reason for finding in asked.findings] == [WHY, ""]
    assert mark(meeting, first) != mark(meeting, second)


def test_what_a_finding_says_of_a_whole_field_can_stand_too() -> None:
    meeting = complete_meeting().having({"purpose": ""})
    finding = only(meeting)
    assert finding.words is None

    assert only(after(meeting, let_stand(meeting, finding, WHY))).reason == WHY


def test_what_the_referat_must_hold_cannot_be_let_stand() -> None:
    finding = only(complete_meeting().having({"place": ""}))

    assert finding.severity is Severity.MISSING
    assert not may_stand(finding)


def test_a_mark_never_repeats_the_words() -> None:
    meeting = saying("Fnr. 17912099997.")

    assert "179120" not in mark(meeting, only(meeting))


BETTER = [
    ("Pauser, f.eks. etter lunsj.", "Pauser, for eksempel etter lunsj."),
    ("Evt. ny time i mars.", "Eventuelt ny time i mars."),
    ("Spill, lek osv.", "Spill, lek og så videre."),
    ("Hun venter på DPS i mars.", "Hun venter på distriktspsykiatrisk senter (DPS) i mars."),
    ("Fnr. 17912099997 står her.", "Fnr. står her."),
    ("Ring 912 34 567 i dag.", "Ring i dag."),
]


@pytest.mark.parametrize(("text", "better"), BETTER)
def test_a_better_form_is_put_in_place_and_then_nothing_is_found(text: str, better: str) -> None:
    meeting = saying(text)

    changed = after(meeting, put_right(meeting, only(meeting)))

    assert changed.summary == better
    assert findings(changed) == ()


def test_what_has_changed_meanwhile_is_left_alone() -> None:
    meeting = saying("Pauser, f.eks. etter lunsj.")
    wish = put_right(meeting, only(meeting))

    assert wish(saying("Ro, f.eks. etter lunsj.")) is None
    assert wish(saying("")) is None


def test_where_no_form_is_safe_none_is_put_in_place() -> None:
    meeting = saying("Man er enig.")

    assert put_right(meeting, only(meeting))(meeting) is None
    assert wording(meeting, only(meeting)) == "Man"
