"""Where things stand in a file, and what its front matter may hold."""

from __future__ import annotations

import datetime as dt

import pytest

from data.markdown import Reading, read, write
from data.meeting import Correction, Life
from tests.data.markdown.samples import sample


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("title", "# Referat:"),
        ("group", "# Referat:"),
        ("date", "- **Dato:** tirsdag 24. november 2026"),
        ("place", "- **Sted:**"),
        ("minute_taker", "- **Referent:**"),
        ("purpose", "## Hensikt"),
        ("participants", "## Deltakere"),
        ("participants/p2", "| Mor Skisse"),
        ("participants/p2/name", "| Mor Skisse"),
        ("participants/p8/innspill", "### Una Utkast"),
        ("consents/PPT", "| PPT"),
        ("approval", "## Forrige referat"),
        ("approval/approved", "- **Godkjent:** ja"),
        ("approval/remarks", "Under tiltak T11"),
        ("agenda/s1/title", "| 1 "),
        ("goals/M1/conclusion", "| M1 "),
        ("carried", "## Oppfølging"),
        ("tiltak/T11/status", "| T11 "),
        ("tiltak", "## Tiltak"),
        ("tiltak/T14/when", "| T14 "),
        ("end", "- **Tid:**"),
        ("entries", "## Brukeren har ordet"),
        ("entries/runde2", "## Runde 2"),
        ("entries/runde1:p5", "### Ola Øving"),
        ("entries/runde1:p5/progress", "**Går bra:** Siv rekker"),
        ("evaluations/gruppen/score", "| Gruppen"),
        ("next_meeting", "## Neste møte"),
        ("next_meeting/theme", "- **Tema:**"),
        ("front/status", "status:"),
    ],
)
def test_every_field_knows_its_line(path: str, words: str) -> None:
    text = sample("referat")
    assert text.split("\n")[read(text).lines[path] - 1].startswith(words)


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("tiltak/T14/evaluated", "tiltak/T14/evaluated"),
        ("tiltak/T16/helpers", "tiltak/T16"),
        ("tiltak/T99/when", "tiltak"),
        ("participants/p1/innspill", "participants/p1"),
    ],
)
def test_what_does_not_stand_in_the_file_is_sought_in_what_is_around_it(path: str, nearest: str) -> None:
    reading = read(sample("referat"))
    assert reading.line(path) == reading.lines[nearest]


def test_what_is_nowhere_stands_in_the_file_as_a_whole() -> None:
    assert read("# Referat: fagmøte\n").line("summary") == 1


def with_front(*lines: str) -> Reading:
    """Read a file with these lines in its front matter."""
    return read("\n".join(["---", *lines, "---", "", "# Innkalling: fagmøte", ""]))


@pytest.mark.parametrize(
    "value", ['"abc"', "abc", "'abc'", "abc # merknad", '"a\\x62c"', "|-\n  abc", "! abc"]
)
def test_an_id_may_be_written_in_any_way_of_yaml(value: str) -> None:
    assert with_front(f"id: {value}").meeting.id == "abc"


@pytest.mark.parametrize(
    "text",
    [
        *("no", "NO", "yes", "on", "off", "true", "null", "~", "=", "<<"),
        *("12:30", "09:30", "1:30:00", "0150", "01010112345", "2026_12", "2026-11-21", "1.10", "1e3", "0x10"),
        *(".inf", ".nan", "0b1", "0o7", "+1", "-0", "1_000", "2026-11-21T09:00:00Z"),
    ],
)
def test_I8_a_text_that_yaml_takes_for_something_else_stays_a_text(text: str) -> None:
    assert with_front(f"id: {text}").meeting.id == text


@pytest.mark.parametrize(
    "value",
    [
        "[" * 900,
        "[" * 3000,
        "{a: " * 3000,
        "&a [x, &b [*a, *a, *a, *a], *b, *b, *b]",
        "- x",
        "? x",
        "!!binary aGVp",
        "!!python/name:os.system",
        "&a [*a, *a]",
        "*ukjent",
        "!!python/object/apply:os.system ['true']",
        "{a: b}",
        "a: b",
        '"åpen',
        "\tinnrykk: x",
        "x" * 5_000,
        "@navn",
    ],
    ids=lambda value: str(value)[:12],
)
def test_I8_a_value_that_is_no_text_is_told_and_stands_as_a_remark(value: str) -> None:
    reading = with_front('malstyrt: "1"', f"status: {value}")
    assert reading.meeting.status == "innkalling"
    assert [problem.line for problem in reading.problems] == [3]
    assert f"# status: {value}".replace("\t", " ") in write(reading.meeting)


def test_I8_a_key_that_stands_twice_counts_the_first_time() -> None:
    reading = with_front('id: "a"', 'id: "b"')
    assert reading.meeting.id == "a"
    assert [problem.line for problem in reading.problems] == [3]
    assert '\nid: "a"\n# id: "b"\n' in write(reading.meeting)


def test_a_layout_newer_than_ours_is_told() -> None:
    assert [problem.line for problem in with_front('malstyrt: "2"').problems] == [2]


@pytest.mark.parametrize("length", [1, 1000])
def test_I8_quotes_and_backslashes_in_an_id_come_back(length: int) -> None:
    meeting = with_front(rf'id: "{"a" * length}\"b\\c"').meeting
    assert meeting.id == "a" * length + '"b\\c'
    assert read(write(meeting)).meeting.id == meeting.id


def test_a_title_that_says_otherwise_than_the_status_is_told() -> None:
    text = sample("referat").replace("# Referat:", "# Utkast til referat:")
    reading = read(text)
    assert reading.meeting.status == "til merknad"
    assert [problem.line for problem in reading.problems] == [8]


def test_front_matter_without_its_first_or_last_line_is_read_all_the_same() -> None:
    whole = sample("innkalling")
    without_first = read(whole.removeprefix("---\n"))
    without_last = read(whole.replace("\n---\n", "\n", 1))
    assert without_first.meeting == without_last.meeting == read(whole).meeting
    assert [problem.line for problem in without_first.problems + without_last.problems] == [1, 1]


LIVED = """# Referat: fagmøte

## Godkjenning

- **Sendt:** 25.11.2026
- **Merknader innen:** 9. desember 2026
- **Lest opp:** 24.11.2026 kl 10.05
- **Godkjent:** etter hvert

## Merknader

- Ola var der også.

## Rettelser

| Av         | Dato       | Rettelse            |
|------------|------------|---------------------|
| Kari Kladd | 13.01.2027 | Tor Test kom 09:20. |
"""


def test_the_life_of_a_referat_is_read_as_people_write_it() -> None:
    reading = read(LIVED)
    meeting = reading.meeting
    assert meeting.life == Life(
        sent=dt.date(2026, 11, 25),
        remarks_until=dt.date(2026, 12, 9),
        read_on=dt.date(2026, 11, 24),
        read_at=dt.time(10, 5),
    )
    assert [remark.text for remark in meeting.remarks] == ["Ola var der også."]
    assert meeting.corrections == (
        Correction(id="c1", date=dt.date(2027, 1, 13), who="Kari Kladd", text="Tor Test kom 09:20."),
    )
    assert "- **Godkjent:** etter hvert" in write(meeting)
    assert [problem.line for problem in reading.problems if problem.line > 1] == [8]


def test_a_fact_that_is_told_twice_counts_the_first_time_also_after_it_is_written() -> None:
    meeting = read("# Referat: fagmøte\n\nTid: kl. 9 - 10\nDato: 1.12.2026\nTid: kl. 12\n").meeting
    assert meeting.start == dt.time(9)
    assert read(write(meeting)).meeting.start == dt.time(9)
    assert "Tid: kl. 12" in write(meeting)


@pytest.mark.parametrize("title", ["Forventet bidrag", "Bes bidra med"])
def test_the_innkalling_names_what_each_is_asked_to_contribute(title: str) -> None:
    text = (
        "# Innkalling: samarbeidsmøte for SOL-7\n\n## Deltakere\n\n"
        f"| Navn | Rolle | {title} |\n|---|---|---|\n| Per Prøve | rådgiver | Sier noe om lesingen |\n"
    )
    meeting = read(text).meeting
    assert [one.expected for one in meeting.participants] == ["Sier noe om lesingen"]
    assert "| Forventet bidrag " in write(meeting)
    assert read(write(meeting)).meeting.participants == meeting.participants
