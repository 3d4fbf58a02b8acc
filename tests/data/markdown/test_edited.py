"""Files that people edited by hand: they open, and nothing that was written is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.errors import UnreadableError
from data.markdown import read, write
from data.meeting import Meeting
from tests.data.markdown.editing import TYPED, edited, words
from tests.data.markdown.samples import sample

SAMPLES = ("referat", "innkalling", "endret", "haandskrevet")

OURS = (
    "amp nbsp br malstyrt start referent leder dato tid kl sted møteleder kopi godkjent tema gruppen går bra "
    "utfordringer kan bidra gjelder nr sak meldt av minutter minutt konklusjon navn rolle tjeneste deltar "
    "oppmøte mål vurdering hva hvem når status poeng med få ord samtykke gitt til ikke nivå starter varer "
    "evalueres evaluering hjelper tiltak frist mer om disse tiltakene des feb "
    "godkjenning sendt merknad merknader frist for lest opp rettelse rettelser etter dette referatet innen"
)
"""Words of headings and titles of our own, which go with what stood under them."""


def opened(text: str) -> Meeting | None:
    """Give the meeting that a text holds, None when it is refused, which it is as a whole."""
    try:
        return read(text).meeting
    except UnreadableError as error:
        refused = error
    assert refused.line == 1
    assert refused.message
    return None


TOLD_AGAIN = "# Innkalling: fagmøte\nTid: 12.00-13.00\n\nDato: 1. des 2026\nTid: 12.00-13.00\nSted: Rom 2\n"


@given(edited(SAMPLES))
@example(TOLD_AGAIN)
def test_an_edited_file_is_steady_from_the_first_saving(text: str) -> None:
    if meeting := opened(text):
        saved = write(meeting)
        assert write(read(saved).meeting) == saved


@given(edited(SAMPLES))
def test_no_word_of_an_edited_file_is_lost(text: str) -> None:
    if meeting := opened(text):
        headings = words(" ".join(re.findall(r"(?m)^#+ .*$", text)))
        assert words(text) - words(write(meeting)) - words(OURS) - headings == set()


@given(st.text() | st.lists(st.sampled_from(TYPED)).map("\n".join))
def test_any_text_at_all_opens_or_is_refused(text: str) -> None:
    for whole in (text, "# Referat: fagmøte\n\n" + text, "---\n" + text):
        if meeting := opened(whole):
            assert write(meeting)


def test_sections_and_keys_of_peoples_own_stay_where_they_stood() -> None:
    saved = write(read(sample("endret")).meeting)
    assert '# skrevet om av Kari\nstatus: "referat"\n# status: "ferdig"\narkiv: 2026/4711\n' in saved
    assert "- **Saksbehandler:** Una Utkast\n- **Sted:**" in saved
    assert "## Deltakere\n\nAlle fikk innkallingen i god tid.\n\n| Navn" in saved
    assert (
        saved.index("## Deltakere") < saved.index("## Værmelding\n\nSol hele dagen.") < saved.index("## Mål")
    )


def test_columns_of_peoples_own_stay_in_their_rows() -> None:
    saved = write(read(sample("endret")).meeting)
    rows = [re.sub(" +", " ", line) for line in saved.split("\n")]
    assert "| Navn | Rolle | Tjeneste | Deltar | Oppmøte | Telefon | |" in rows
    assert "| Per Prøve | rådgiver | | fast | møtt | 00 00 00 00 | |" in rows
    assert "| Kari Kladd | rektor | | fast | møtt | 00 00 00 01 | satt ved døren |" in rows


def test_what_is_not_understood_is_told_by_line_and_stays() -> None:
    reading = read(sample("endret"))
    told = {problem.line: problem.message for problem in reading.problems}
    assert told[6] == "Nøkkelen «arkiv» brukes ikke, og blir stående. Ventet id / status / struktur / nummer."
    assert told[11] == "Her står «en gang før jul», men det skulle stått en dato, som 24.11.2026."
    assert told[23] == "Her står «kom litt seint», men det skulle stått møtt / frafall / stedfortreder: navn."
    assert told[24] == "Raden har 1 av 4 celler. De som mangler, er lest som tomme."
    assert told[51] == "Her står «Kari Klatt», men det skulle stått navnet på en deltaker."
    assert sorted(told) == [5, 6, 11, 23, 24, 25, 36, 37, 51]
    saved = write(reading.meeting)
    assert all(text in saved for text in ("en gang før jul", "kom litt seint", "31.02.2027", "Kari Klatt"))


def test_two_tiltak_of_one_number_are_two_and_one_without_gets_its_own() -> None:
    found = read(sample("endret")).meeting.tiltak
    assert [(tiltak.id, tiltak.what) for tiltak in found] == [
        ("T3", "Ringe BUP"),
        ("T4", "Skrive brev"),
        ("T5", "Kjøpe frukt"),
    ]


def test_a_goal_may_be_named_by_its_text_and_stand_below() -> None:
    assert read(sample("endret")).meeting.tiltak[0].goal == "M1"


def test_words_go_to_the_one_of_two_namesakes_whose_role_is_named() -> None:
    meeting = read(sample("endret")).meeting
    assert meeting.entry("runde1", "p2").progress == "Det **meste**."


def test_a_file_written_by_hand_in_peoples_own_words_is_understood() -> None:
    reading = read(sample("haandskrevet"))
    meeting = reading.meeting
    assert [problem.line for problem in reading.problems] == [1]
    assert (meeting.kind, meeting.group, meeting.status) == ("ansvarsgruppemøte", "SOL-7", "innkalling")
    assert (str(meeting.date), str(meeting.start), meeting.length) == ("2026-12-01", "12:00:00", 60)
    assert meeting.leader == "Kari Kladd"
    assert meeting.participants[1].service == "PPT"
    assert [item.title for item in meeting.agenda] == ["Siden sist", "Skoleveien og bussen", "Eventuelt"]


def test_half_a_file_opens_with_the_half_that_is_there() -> None:
    reading = read(sample("halvt"))
    assert [problem.line for problem in reading.problems] == [1]
    assert reading.meeting.id == "sol-7-2027-01-19"
    assert reading.meeting.agenda[0].title == "Lesing"
    assert str(reading.meeting.next_meeting.time) == "09:00:00"


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("24.11.26", "24.11.2026"),
        ("1. des 2026", "01.12.2026"),
        ("tirs. 24. nov. 2026", "24.11.2026"),
        ("24/11-2026", "24.11.2026"),
        ("tirsdag 24. november 2026", "24.11.2026"),
        ("2026-11-24", "24.11.2026"),
        ("24.11.2026 kl. 9", "24.11.2026 kl. 09:00"),
        ("kl 14.30", "kl. 14:30"),
    ],
)
def test_a_date_may_be_written_as_people_write_it(cell: str, line: str) -> None:
    text = f"# Referat: fagmøte\n\n## Tiltak\n\n| Nr | Hva | Frist |\n|--|--|--|\n| 7 | Ringe | {cell} |\n"
    reading = read(text)
    assert reading.problems[1:] == ()
    assert f"| T7  | Ringe |      | {line} |" in write(reading.meeting)


@pytest.mark.parametrize("date", ["mandag 24. november 2026", "24. smarch 2026", "31.02.2026", "24.11"])
def test_a_date_that_is_none_stays_and_is_told(date: str) -> None:
    reading = read(f"# Referat: fagmøte\n\n- **Dato:** {date}\n")
    assert reading.meeting.date is None
    assert reading.problems[-1].line == 3
    assert f"- **Dato:** {date}\n" in write(reading.meeting)


@pytest.mark.parametrize(
    ("written", "start", "end", "length"),
    [
        ("09:00–10:00", "09:00:00", "10:00:00", 60),
        ("09:00–10:00 (planlagt 45 minutter)", "09:00:00", "10:00:00", 45),
        ("09:00 (90 minutter)", "09:00:00", None, 90),
        ("kl. 9 - 10.15", "09:00:00", "10:15:00", 75),
        ("30 minutter", None, None, 30),
        ("–10:00 (planlagt 1 minutt)", None, "10:00:00", 1),
    ],
)
def test_a_time_frame_is_read_as_it_is_written(written: str, start: object, end: object, length: int) -> None:
    reading = read(f"# Referat: fagmøte\n\n- **Tid:** {written}\n")
    meeting = reading.meeting
    times = [str(time) if time else None for time in (meeting.start, meeting.end)]
    assert (*times, meeting.length) == (start, end, length)
    assert len(reading.problems) == 1
