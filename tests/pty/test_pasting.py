"""What is pasted is text, all of it: long, with ends of its own, with keys in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.leading import WIDE, Leader, keys, value_at

NOTE, LINE = "entries/ordet:bruker/comment", "next_meeting/place"
LINES = [f"Linje nummer {number} av mange" for number in range(1, 2001)]

ODD = {
    "a tab": ("a\tb", "a b"),
    "lines of Windows": ("en\r\nto\r\ntre", "en\nto\ntre"),
    "lines of an old Mac": ("en\rto", "en\nto"),
    "an escape": ("før\x1b[2Jetter", "før[2Jetter"),
    "a function key": ("før\x1b[20~etter", "før[20~etter"),
    "hidden marks": ("f\u200bør\u202eetter", "føretter"),
}


@pytest.fixture
def leader(tmp_path: Path) -> Leader:
    """Lead the demo, where what the bruker says is being written."""
    leading = Leader.of_demo(tmp_path, WIDE)
    leading.at_once(keys("step_on"))
    leading.comes_to("2 Bruker")
    return leading


def said(leader: Leader) -> str:
    return str(value_at(leader.meeting, NOTE) or "")


def test_I4_two_thousand_lines_are_two_thousand_lines(leader: Leader) -> None:
    with leader:
        leader.terminal.paste("\n".join(LINES))
        leader.sees_recorded(NOTE, "\n".join(LINES))
        leader.leaves()


def test_I4_two_thousand_lines_in_a_field_of_one_line_are_all_there_on_it(leader: Leader) -> None:
    with leader:
        leader.at_once(keys(*["step_on"] * 6))
        leader.comes_to("8 Neste møte")
        leader.at_once(keys("tab", "tab"))
        leader.terminal.paste("\n".join(LINES))
        leader.sees_recorded(LINE, " ".join(LINES))
        leader.leaves()


def test_I4_odd_ends_tabs_and_escapes_are_text(leader: Leader) -> None:
    with leader:
        expected = ""
        for pasted, shown in ODD.values():
            leader.terminal.paste(f"{pasted} ")
            expected += f"{shown} "
        leader.sees_recorded(NOTE, expected.strip())
        assert leader.terminal.process.poll() is None
        leader.leaves()


def test_I4_a_paste_that_ends_itself_and_leaves_loses_nothing(leader: Leader) -> None:
    with leader:
        leader.terminal.paste("Vi vil ha ro\x1b[201~\x11")
        assert leader.terminal.wait_exit() == 0
        assert said(leader).endswith("Vi vil ha ro")
