"""Files that are wrong in every way: told with file, line and what was expected, or opened; never touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.pty.leading import WIDE, Leader, keys, text
from tests.pty.terminal import Terminal

FRONT = '---\nid: "sol-7-1"\nstatus: "innkalling"\n---\n'
HEAD = "# Innkalling: samarbeidsmøte for SOL-7\n\n- Dato: tirsdag 24. november 2026\n- Sted: Rådhuset\n"
PEOPLE = "\n## Deltakere\n\n| Navn | Rolle | Tjeneste |\n| --- | --- | --- |\n"
TILTAK = "\n## Tiltak\n\n| Nr | Hva | Hvem | Når |\n| --- | --- | --- | --- |\n"

OPENS = {
    "unknown keys": (FRONT.replace("---\n", '---\nfarge: "blå"\n', 1) + HEAD, r"[Ll]inje 2: .*farge"),
    "no front matter": (HEAD, r"[Ll]inje \d+: .*innledning"),
    "too few cells": (FRONT + HEAD + PEOPLE + "| Per Prøve |\n", ""),
    "no date": (FRONT + HEAD.replace("24. november 2026", "31. februar"), r"[Ll]inje 7: "),
    "a deadline that is none": (
        FRONT + HEAD + TILTAK + "| T1 | Ringe | Kari | snarest |\n",
        r"[Ll]inje \d+: ",
    ),
    "twins": (FRONT + HEAD + PEOPLE + "| Per Prøve | | |\n| Per Prøve | | PPT |\n", ""),
    "CRLF": ((FRONT + HEAD).replace("\n", "\r\n"), ""),
    "BOM": ("\ufeff" + FRONT + HEAD, ""),
}
"""Documents that open, and what is said of what could not be read."""

REFUSED = {
    "empty": (b"", r":1: .*tom"),
    "blanks alone": (b"\n \n\t\n", r":1: .*tom"),
    "10 MB": ((FRONT + HEAD).encode() + b"a" * 10_000_000, "10 MB"),
    "no meeting": (b"# Handleliste\n\n- melk\n", r"(?s):1: .*Ventet"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", r"(:1: |Kan ikke leses)"),
}
"""Documents that do not open, and what is said."""


@contextmanager
def opened(home: Path, document: Path) -> Iterator[Terminal]:
    """Open a document as a meeting to lead."""
    with Terminal(["malstyrt", "mote", document], home=home / "hjem", size=WIDE) as terminal:
        yield terminal


@pytest.mark.parametrize(("words", "said"), OPENS.values(), ids=OPENS.keys())
def test_what_can_be_read_is_led_and_the_rest_is_told(words: str, said: str, tmp_path: Path) -> None:
    document = tmp_path / "møte.md"
    document.write_bytes(words.encode())
    with opened(tmp_path, document) as terminal:
        terminal.wait_for("SOL-7")
        terminal.wait_for(said)
        leader = Leader(terminal, tmp_path / "hjem")
        leader.at_once(keys("step_on"), text("Vi er her"))
        leader.sees_recorded("entries/ordet:bruker/comment", "Vi er her")
        assert document.read_bytes() == words.encode()
        leader.leaves()
    assert document.read_bytes() == words.encode()


def test_latin_1_is_read_as_such_or_refused_and_never_touched(tmp_path: Path) -> None:
    document = tmp_path / "gammel.md"
    document.write_bytes((FRONT + HEAD).encode("latin-1"))
    before = document.read_bytes()
    with opened(tmp_path, document) as terminal:
        terminal.wait_for("Rådhuset|gammel.md")
        if terminal.process.poll() is None:
            terminal.send(keys("leave"))
        assert terminal.wait_exit() in {0, 2}
        assert "Traceback" not in terminal.text
    assert document.read_bytes() == before


def test_two_hundred_participants_are_led_like_six(tmp_path: Path) -> None:
    document = tmp_path / "stort.md"
    document.write_text(
        FRONT + HEAD + PEOPLE + "".join(f"| Person {n} | rolle | Tjeneste {n} |\n" for n in range(200)),
        encoding="utf-8",
    )
    with opened(tmp_path, document) as terminal:
        terminal.wait_for("Person 0")
        leader = Leader(terminal, tmp_path / "hjem")
        leader.at_once(keys("ctrl+a", "end", "up"))
        terminal.wait_for("Person 199 .*møtt")
        leader.at_once(keys("step_on", "step_on", "next_speaker"), text("går bra"))
        leader.sees_recorded("entries/runde1:p1/progress", "går bra")
        leader.leaves()


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_with_file_and_line(content: bytes, said: str, tmp_path: Path) -> None:
    document = tmp_path / "fil.md"
    document.write_bytes(content)
    with opened(tmp_path, document) as terminal:
        assert terminal.wait_exit() == 2
        terminal.wait_for("fil.md")
        terminal.wait_for(said)
        assert "Traceback" not in terminal.text
        assert "1049" not in terminal.painting.switched
    assert document.read_bytes() == content


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    for document in (tmp_path / "ingen.md", tmp_path):
        with opened(tmp_path, document) as terminal:
            assert terminal.wait_exit() == 2
            assert terminal.text.strip()
            assert "Traceback" not in terminal.text
