"""Fields in a real terminal: one packet of keys lands in order, and a key costs few bytes."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.keys import key_bytes
from tests.pty.terminal import Terminal, python

APP = Path(__file__).parent / "apps" / "fields.py"


@pytest.fixture
def fields(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(python(APP), home=tmp_path, size=(120, 36)) as terminal:
        terminal.wait_for("klar")
        terminal.settle()
        yield terminal


def packet(*keys: str) -> bytes:
    """Give keys and texts as they come in one packet over a slow line."""
    named = {"tab", "shift+tab", "enter", "right", "down", "backspace"}
    return b"".join(key_bytes(key) if key in named else key.encode() for key in keys)


def test_one_packet_fills_fields_note_and_table_in_order(fields: Terminal) -> None:
    fields.send(packet("abc", "tab", "dæf", "enter", "linje", "enter", "to", "backspace", "!", "tab"))
    fields.send(packet("right", "Skrive til PPT", "tab", "Per", "tab"))
    fields.wait_for(r"first=abc ; second=dæf ; note=linje\|t! ; T1.what=Skrive til PPT ; T1.who=Per")


def test_one_packet_with_a_table_in_it_goes_on_behind_the_table(fields: Terminal) -> None:
    fields.send(packet("tab", "tab", "tab", "right", "y", "down", "x", "enter", "shift+tab", "z", "tab"))
    fields.wait_for(r"T1.what=y ; T2.what=x ; note=z")


def test_a_paste_of_several_lines_fills_one_field(fields: Terminal) -> None:
    fields.paste("en\nto\ntre")
    fields.press("tab")
    fields.wait_for("first=en to tre")


@pytest.mark.parametrize("tabs", [0, 2], ids=["field", "note"])
def test_a_key_sends_little_more_than_its_letter(fields: Terminal, tabs: int) -> None:
    fields.send(
        packet(*["tab"] * tabs, "Ringe BUP om time til utredning og avklare hvem som er med i samtalen")
    )
    fields.settle()
    sizes = []
    for letter in " og hva de trenger å få vite":
        fields.type(letter)
        sizes.append(fields.settle(quiet=0.06))
    assert 0 < statistics.median(sizes) <= 120
