"""Hostile text in a real terminal, read from a file, typed and pasted: no byte of it is an order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from data.markdown import write
from tests.pty.leading import WIDE, Leader, keys, text
from tests.pty.terminal import Terminal
from tests.screens.hostile import CONTROL
from tests.screens.hostile_meeting import hostile_meeting

ORDERS = {
    "copies": b"\x1b]52",
    "names the window": b"\x1b]0;",
    "links": b"\x1b]8;",
    "resets": b"\x1bc",
    "talks to the terminal's program": b"\x1bP",
    "paints elsewhere": b"\x1b[HGODKJENT",
    "asks where the cursor is": b"\x1b[6n",
    "C1, a sequence": "\x9b".encode(),
    "C1, a string": "\x9d".encode(),
    "rings": b"\x07",
    "goes back": b"\x08",
    "shifts out": b"\x0e",
    "is nothing": b"\x00",
    "deletes": b"\x7f",
    "turns the line": "\u202e".encode(),
    "isolates": "\u2067".encode(),
    "hides": "\u200b".encode(),
    "tags": "\U000e0041".encode(),
}
"""What may not be among the bytes the terminal is sent."""

POINTER = re.compile(rb"\x1b\]22;[a-z]*\x07")
"""Textual's own word on the mouse pointer's shape."""

PAYLOADS = [payload for name, payload in CONTROL.items() if name != "lone surrogate"]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Give a document with every payload as it is, in every place that takes a text of one line."""
    places = [f"NR{number:02}" for number in range(len(PAYLOADS))]
    words = write(hostile_meeting(places))
    front, _, body = words.partition("\n---\n")
    for place, payload in zip(places, PAYLOADS, strict=True):
        body = body.replace(f"QQQ{place}ZZZ", f"QQQ{payload.replace(chr(10), ' ')}ZZZ")
    path = tmp_path / "møte.md"
    path.write_bytes(f"{front}\n---\n{body}".encode())
    return path


def assert_no_orders(raw: bytes) -> None:
    sent = POINTER.sub(b"", raw)
    assert [order for order, sign in ORDERS.items() if sign in sent] == []


def test_I1_a_document_s_bytes_give_the_terminal_no_orders(document: Path, tmp_path: Path) -> None:
    home = tmp_path / "hjem"
    with Terminal(["malstyrt", "mote", document], home=home, size=WIDE) as terminal:
        terminal.wait_for("QQQ")
        leader = Leader(terminal, home)
        for _ in range(8):
            leader.at_once(keys("next_speaker", "step_on"))
            terminal.settle()
        leader.comes_to("Referat")
        terminal.wait_for("QQQ")
        leader.leaves()
        assert_no_orders(bytes(terminal.raw))


@pytest.mark.parametrize("way", ["typed", "pasted"])
def test_I1_what_is_typed_or_pasted_gives_the_terminal_no_orders(way: str, tmp_path: Path) -> None:
    with Leader.of_demo(tmp_path, WIDE) as leader:
        leader.at_once(keys("step_on"))
        leader.comes_to("2 Bruker")
        for number, payload in enumerate(harmless_to_type(way)):
            if way == "typed":
                leader.at_once(text(payload))
            else:
                leader.terminal.paste(payload)
            leader.at_once(text(f" N{number} "))
            leader.terminal.wait_for(rf"N{number}\b")
        assert_no_orders(bytes(leader.terminal.raw))


def harmless_to_type(way: str) -> Iterable[str]:
    """Give the payloads; of those typed, only what no keyboard means as a key."""
    return [payload for payload in PAYLOADS if way == "pasted" or payload.isalpha() or payload > "\x7f"]


def test_I1_a_document_s_name_on_the_first_page_gives_no_orders(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "grupper" / "sol-7"
    folder.mkdir(parents=True)
    for number, payload in enumerate(PAYLOADS):
        name = payload.replace("/", "").replace("\x00", "")
        words = f"# Referat: samarbeidsmøte for {number} {payload}\n"
        (folder / f"{number}{name}.md").write_bytes(words.encode())
    with Terminal(["malstyrt"], home=tmp_path, size=WIDE) as terminal:
        terminal.wait_for("Prøv demoen|Nytt møte")
        terminal.settle()
        terminal.send(keys("ctrl+q"))
        assert terminal.wait_exit() == 0
        assert_no_orders(bytes(terminal.raw))
