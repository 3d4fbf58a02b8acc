"""What people type is shown as they typed it and makes no structure of its own."""

from __future__ import annotations

import pytest
from hypothesis import given

from data.clean import clean_line, clean_prose
from data.drofting import decides
from data.markdown import public, write
from data.markdown.entries import title
from data.markdown.names import names
from data.markdown.opening import word
from data.meeting import BRUKER, AgendaItem, Meeting, Participant
from tests.data.markdown.rendered import headings, kinds, pieces
from tests.data.meetings import HOSTILE, lines, meetings, proses

BLOCKS = {
    "heading_open",
    "heading_close",
    "paragraph_open",
    "paragraph_close",
    "bullet_list_open",
    "bullet_list_close",
    "list_item_open",
    "list_item_close",
    "table_open",
    "table_close",
    "thead_open",
    "thead_close",
    "tbody_open",
    "tbody_close",
    "tr_open",
    "tr_close",
    "th_open",
    "th_close",
    "td_open",
    "td_close",
    "inline",
}
"""What a document is made of: no code, no quotes, no rules, no HTML, no numbered lists."""


@given(meetings())
def test_I5_no_text_makes_a_heading(meeting: Meeting) -> None:
    assert headings(write(meeting)) == expected_headings(public(meeting))


@given(meetings())
def test_I5_a_document_is_made_of_headings_paragraphs_lists_and_tables_alone(meeting: Meeting) -> None:
    assert kinds(write(meeting)) <= BLOCKS


@given(proses())
def test_I5_running_text_is_shown_as_it_was_typed(text: str) -> None:
    _title, _section, *found = pieces(write(Meeting(id="m", purpose=text))) if text else ["", ""]
    assert "\n".join(found).replace("\n", " ") == unlisted(text)


@given(proses().filter(bool))
def test_I5_a_cell_shows_what_was_typed(text: str) -> None:
    meeting = Meeting(id="m", agenda=(AgendaItem(id="s1", title="Sak", conclusion=text),))
    assert pieces(write(meeting))[-1] == text


@given(lines().filter(bool))
def test_a_fact_shows_what_was_typed(text: str) -> None:
    assert pieces(write(Meeting(id="m", place=text)))[-1] == f"Sted: {text}"


@given(lines())
def test_a_title_shows_the_group_as_it_was_typed(group: str) -> None:
    meeting = Meeting(id="m", group=group)
    assert pieces(write(meeting)) == [f"Innkalling: samarbeidsmøte{' for ' * bool(group)}{group}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_makes_a_heading_of_its_own_and_nothing_else(text: str) -> None:
    name = clean_line(text) or "Per"
    person = Participant(id="p1", name=name, innspill=clean_prose(text))
    found = headings(write(Meeting(id="m", participants=(person,))))
    assert found[1:3] == [("h2", "Deltakere"), ("h2", "Innspill")] or not person.innspill
    assert found[3:] in ([("h3", names((person,))["p1"])], [])


def unlisted(text: str) -> str:
    """Give text as a viewer shows it on one line: without the marks of lists."""
    shown = (line.removeprefix("- ") for line in text.split("\n") if line)
    return " ".join(shown)


def expected_headings(meeting: Meeting) -> list[tuple[str, str]]:
    """Give the headings that a document should have and no other."""
    of_group = f" for {meeting.group}" if meeting.group else ""
    found = [("h1", f"{word(meeting.status)}: {meeting.kind.value}{of_group}")]
    called = names(meeting.participants)
    carried = [one for one in meeting.tiltak if one.carried]
    agreed = [one for one in meeting.tiltak if not one.carried]
    found += [("h2", "Hensikt")] * bool(meeting.purpose)
    found += [("h2", "Deltakere")] * bool(meeting.participants)
    sent = [("h3", called[one.id]) for one in meeting.participants if one.innspill]
    found += [("h2", "Innspill"), *sent] if sent else []
    found += [("h2", "Samtykke")] * bool(meeting.consents)
    found += [("h2", "Forrige referat")] * (meeting.approval != Meeting(id="m").approval)
    found += [("h2", "Saksliste")] * bool(meeting.agenda)
    found += [("h2", "Oppfølging av tiltak fra sist")] * bool(carried)
    found += [("h3", "Mer om disse tiltakene")] * any(
        one.level or one.start or one.duration or one.evaluated or one.helpers for one in carried
    )
    concluded = any(goal.verdict or goal.conclusion for goal in meeting.goals)
    found += [("h2", "Mål og konklusjoner" if concluded else "Mål")] * bool(meeting.goals)
    for step in dict.fromkeys(entry.step for entry in meeting.entries):
        found.append(("h2", title(step)))
        for entry in meeting.entries:
            if entry.step == step and (step, entry.speaker) != ("ordet", BRUKER):
                found.append(("h3", called[entry.speaker]))
    decided = decides(meeting.kind)
    found += [("h2", "Oppsummering" if decided else "Konklusjon: råd, ikke vedtak")] * bool(meeting.summary)
    found += [("h2", "Tiltak" if decided else "Råd fra møtet")] * bool(agreed)
    found += [("h3", "Mer om disse tiltakene")] * any(
        one.status != "åpen" or one.reason or one.start or one.duration or one.evaluated or one.helpers
        for one in agreed
    )
    found += [("h2", "Evaluering")] * bool(meeting.evaluations)
    found += [("h2", "Neste møte")] * (meeting.next_meeting != Meeting(id="m").next_meeting)
    found += [("h2", "Godkjenning")] * (meeting.life != Meeting(id="m").life)
    found += [("h2", "Merknader")] * bool(meeting.remarks)
    found += [("h2", "Rettelser etter godkjenning")] * bool(meeting.corrections)
    return found
