"""Files as programs save them, and files that are no meeting."""

from __future__ import annotations

import time

import pytest

from data.errors import UnreadableError
from data.markdown import read, read_bytes, write
from data.markdown.bytes import MOST_BYTES
from data.markdown.document import MOST_LINES
from tests.data.markdown.samples import FOLDER, sample
from tests.data.sample_meeting import sample_meeting

REFERAT = sample("referat")


@pytest.mark.parametrize(
    "data",
    [
        REFERAT.encode(),
        REFERAT.encode("utf-8-sig"),
        REFERAT.encode("utf-16"),
        REFERAT.replace("\n", "\r\n").encode(),
        REFERAT.replace("\n", "\r").encode(),
        REFERAT.replace("\n", "\r\n").encode("utf-8-sig"),
        REFERAT.rstrip("\n").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "crlf", "cr", "bom and crlf", "no last newline"],
)
def test_a_file_is_read_however_its_lines_end(data: bytes) -> None:
    reading = read_bytes(data)
    assert reading.meeting == sample_meeting()
    assert reading.problems == ()


def test_a_file_of_windows_is_read_and_the_first_line_with_its_letters_told() -> None:
    reading = read_bytes(REFERAT.encode("cp1252"))
    assert reading.meeting == sample_meeting()
    assert [problem.line for problem in reading.problems] == [8]
    assert "UTF-8" in reading.problems[0].message


def test_one_wrong_byte_does_not_spoil_the_rest() -> None:
    reading = read_bytes(REFERAT.encode().replace("Øving".encode(), b"\xd8ving", 1))
    assert reading.meeting == sample_meeting()
    assert [problem.line for problem in reading.problems] == [14]


def test_bytes_that_no_one_uses_are_shown_and_not_lost_in_silence() -> None:
    reading = read_bytes(b"# Referat: fagm\xc3\xb8te for A\x81B\x00C\n")
    assert reading.meeting.group == "A\ufffdB␀C"
    assert [problem.line for problem in reading.problems] == [1, 1]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"\xef\xbb\xbf", 1),
        (b" \n\t\n\n", 1),
        (b"\x00" * 1000, 1),
        (bytes(range(256)), 1),
        (b"%PDF-1.7 ...", 1),
        (b"Hei, kan vi snakkes i morgen?\n", 1),
        ((FOLDER / "ikke-et-mote.md").read_bytes(), 1),
        (b"a" * (MOST_BYTES + 1), 0),
        (b"x" * 10_000_000, 0),
        (b"# Referat\n" * (MOST_LINES + 1), MOST_LINES),
    ],
)
def test_what_is_no_meeting_is_refused_with_file_line_and_what_was_expected(data: bytes, line: int) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_bytes(data, source="referat.md")
    assert (refused.value.source, refused.value.line) == ("referat.md", line)
    assert "entet" in refused.value.message


@pytest.mark.parametrize(
    "body",
    [
        ">" * 100_000,
        "- " * 100_000,
        "*" * 100_000,
        "\\" * 100_000,
        "|" * 100_000,
        "- **Tid:** " + "9" * 100_000,
        "- **Dato:** " + "1. " * 50_000,
        "".join(" " * (2 * depth) + "- a\n" for depth in range(500)),
        "```\n\n" * 5_000,
        "<!-- \n\n" * 5_000,
        "## Deltakere\n\n| Navn | Oppmøte |\n|--|--|\n| a | " + "møtt, kom 0" * 10_000 + " |\n",
        "## Tiltak\n\n| Nr | Hva |\n|--|--|\n" + "| | Ringe |\n" * 5_000,
        "## Runde 1\n\n### Brukeren\n\n" + "**a " * 50_000,
    ],
    ids=lambda body: str(body)[:12],
)
def test_what_is_made_to_be_slow_is_not(body: str) -> None:
    began = time.process_time()
    meeting = read(f"# Referat: fagmøte\n\n{body}\n").meeting
    assert read(write(meeting)).meeting.id == ""
    assert time.process_time() - began < 10


def test_two_hundred_participants_of_one_name_keep_their_words_apart() -> None:
    rows = "".join(f"| Per Prøve | r{number} |\n" for number in range(200))
    said = "".join(f"### Per Prøve (r{number})\n\nOrd {number}\n\n" for number in range(200))
    text = f"# Referat: fagmøte\n\n## Deltakere\n\n| Navn | Rolle |\n|--|--|\n{rows}\n## Innspill\n\n{said}"
    meeting = read(text).meeting
    assert [person.innspill for person in meeting.participants] == [f"Ord {number}" for number in range(200)]
    assert read(write(meeting)).meeting == meeting
