"""The terminal driver in a real terminal: one that stalls, hangs up, mumbles or is stopped."""

from __future__ import annotations

import os
import re
import shlex
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal, eventually, python
from tests.soak.catalogue import times

APPS = Path(__file__).parent / "apps"
LEFT_BY_US = frozenset[str]()


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(python(APPS / "writing.py"), home=tmp_path) as terminal:
        terminal.wait_for("klar")
        yield terminal


class Heart:
    """The number that the ticking program writes in a file as long as it lives."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def beats(self) -> int:
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        return int(text) if text.isdigit() else 0

    def wait_for_beats(self, more: int) -> None:
        start = self.beats
        eventually(lambda: self.beats >= start + more, f"{more} ticks more than {start}")

    def wait_for_word(self, word: str) -> None:
        eventually(lambda: self.path.read_text(encoding="utf-8") == word, f"the program to say {word!r}")


@pytest.fixture
def heart(tmp_path: Path) -> Heart:
    return Heart(tmp_path / "heart")


@pytest.fixture
def ticking(tmp_path: Path, heart: Heart) -> Iterator[Terminal]:
    with Terminal(python(APPS / "ticking.py", str(heart.path)), home=tmp_path) as terminal:
        terminal.wait_for("gammel overskrift")
        terminal.wait_for(r"^\d{6} \d{6}")
        yield terminal


# -- A terminal that stalls -----------------------------------------------------------------------


def all_rows_alike(screen: str) -> bool:
    return len(set(re.findall(r"\b\d{6}\b", screen))) == 1


def test_K5_a_stalled_terminal_holds_nothing_up_and_is_painted_anew_when_it_reads(
    ticking: Terminal, heart: Heart
) -> None:
    ticking.stall()
    ticking.press("f3")
    heart.wait_for_beats(100)
    ticking.press("f2")
    heart.wait_for_word("still")
    before = len(ticking.raw)

    ticking.resume()

    ticking.wait_for("ny overskrift", seconds=3)
    ticking.wait_until_screen(all_rows_alike, "all rows to show the same tick", seconds=3)
    ticking.settle()
    assert len(ticking.raw) - before < 200_000, "frames were kept for a terminal that did not read"


def test_K5_sigterm_ends_a_program_whose_terminal_is_stalled_and_the_terminal_is_put_right(
    ticking: Terminal, heart: Heart
) -> None:
    ticking.stall()
    heart.wait_for_beats(100)

    ticking.kill(signal.SIGTERM)

    assert ticking.wait_exit(3) == 128 + signal.SIGTERM
    ticking.resume()
    ticking.settle()
    assert ticking.switched == LEFT_BY_US


# -- A terminal that is gone ----------------------------------------------------------------------


@pytest.mark.parametrize("ignoring", [[], ["HUP"]], ids=["hang-up heard", "hang-up ignored"])
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "painting"])
def test_K4_a_hang_up_ends_the_program(tmp_path: Path, ignoring: list[str], *, busy: bool) -> None:
    app = python(APPS / "ticking.py", str(tmp_path / "heart")) if busy else python(APPS / "writing.py")
    with Terminal(app, home=tmp_path, ignoring=ignoring) as terminal:
        terminal.wait_for("overskrift" if busy else "klar")
        if not busy:
            terminal.settle()  # so that nothing but the reading can notice

        terminal.close()

        assert terminal.wait_exit(3) == 128 + signal.SIGHUP


def test_K4_a_hang_up_signal_that_was_ignored_from_the_start_stays_ignored(tmp_path: Path) -> None:
    with Terminal(python(APPS / "writing.py"), home=tmp_path, ignoring=["HUP"]) as terminal:
        terminal.wait_for("klar")

        terminal.kill(signal.SIGHUP)
        terminal.type("her ennå")

        terminal.wait_for(r"skrevet \[her ennå\]")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM])
def test_K2_a_signal_that_ends_the_program_leaves_the_terminal_as_it_was(
    writing: Terminal, number: signal.Signals
) -> None:
    assert writing.switched != LEFT_BY_US

    writing.kill(number)

    assert writing.wait_exit(3) == 128 + number
    assert writing.switched == LEFT_BY_US


def test_K2_a_program_that_cannot_end_is_ended(ticking: Terminal, heart: Heart) -> None:
    ticking.press("f4")
    heart.wait_for_word("hanging")

    ticking.kill(signal.SIGTERM)

    assert ticking.wait_exit(5) == 70


# -- A program that is stopped --------------------------------------------------------------------


def test_K6_being_stopped_and_continued_starts_nothing_twice(writing: Terminal) -> None:
    threads = writing.threads
    for each in range(times("K6")):
        for _ in range(5):
            writing.kill(signal.SIGSTOP)
            eventually(lambda: writing.state == "T", "the program to stop")
            writing.kill(signal.SIGCONT)
            eventually(lambda: writing.state != "T", "the program to go on")
        writing.type(f"en gang {each}")

        writing.wait_for(rf"skrevet \[en gang {each}\]")
        assert writing.threads == threads
        empty(writing)
    writing.press("ctrl+q")
    assert writing.wait_exit(3) == 0


@pytest.mark.parametrize("_number", range(times("K7")))
def test_K7_job_control_gives_the_terminal_back_and_takes_it_again(tmp_path: Path, _number: int) -> None:
    with Terminal(["bash", "--norc", "--noediting", "-i"], home=tmp_path, env={"PS1": "skall> "}) as terminal:
        terminal.wait_for("skall>$")
        shells_own = terminal.switched
        terminal.type(f"{shlex.join(python(APPS / 'writing.py'))}\n")
        terminal.wait_for("klar")
        terminal.type("før")
        terminal.wait_for(r"skrevet \[før\]")
        program = terminal.children[0]

        os.kill(program, signal.SIGTSTP)
        terminal.wait_for("Stopped")
        assert terminal.switched == shells_own
        terminal.type("bg\n")
        terminal.wait_for(r"writing.py &(.|\n)*skall>$")
        terminal.type("echo ut$((1 + 1))\n")
        terminal.wait_for("ut2")
        terminal.type("fg\n")

        terminal.wait_for(r"skrevet \[før\]")
        terminal.type(" og etter")
        terminal.wait_for(r"skrevet \[før og etter\]")
        terminal.press("ctrl+q")
        terminal.wait_for("skall>$")
        assert terminal.switched == shells_own


# -- What is typed --------------------------------------------------------------------------------

MUMBLED = {
    "Pål": b"P\xe5l",
    "æøå": b"\xe6\xf8\xe5",
    "Brød på Ås": "Brød på Ås".encode("latin-1"),
    "ÆØÅ": "ÆØÅ".encode("latin-1"),
    "Ãx": b"\xc3x",
    "â‚x": b"\xe2\x82x",
    "ÿ": b"\xff",
    "€5": b"\x805",
}


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Give one program for all that is typed; each test empties the field after itself."""
    with Terminal(python(APPS / "writing.py"), home=tmp_path_factory.mktemp("field")) as terminal:
        terminal.wait_for("klar")
        yield terminal


def empty(field: Terminal) -> None:
    field.press("ctrl+u")
    field.wait_for(r"skrevet \[\]")


def test_K9_latin_1_arrives_as_its_letters_and_the_last_one_without_waiting_for_more(field: Terminal) -> None:
    for text, data in MUMBLED.items():
        field.send(data)
        field.wait_for(rf"skrevet \[{re.escape(text)}\]")
        empty(field)


def test_K9_utf_8_in_pieces_arrives_whole(field: Terminal) -> None:
    for byte in "blåbærsyltetøy …".encode():
        field.send(bytes([byte]))
    field.wait_for(r"skrevet \[blåbærsyltetøy …\]")
    empty(field)


def test_K9_a_paste_is_text_whatever_is_in_it(field: Terminal) -> None:
    field.paste("før \x1b[20~ og \x1b etter")
    field.type("!")

    field.wait_for(re.escape("skrevet [før [20~ og  etter!]"))
    assert "kommando" not in field.text
    empty(field)


def test_the_same_key_outside_a_paste_is_a_command(field: Terminal) -> None:
    field.press("f9")
    field.wait_for("kommando")


# -- A mistake of the program's own ---------------------------------------------------------------

WAYS = (
    "before the app",
    "compose",
    "handler",
    "timer",
    "worker",
    "thread worker",
    "forgotten task",
    "bare thread",
    "render",
    "painting error",
    "input thread",
    "writer thread",
)


@pytest.mark.parametrize("_number", range(times("K10")))
@pytest.mark.parametrize("way", WAYS)
def test_K10_a_crash_says_what_and_where_and_no_value(tmp_path: Path, way: str, _number: int) -> None:
    with Terminal(python(APPS / "failing.py", way), home=tmp_path) as terminal:
        if way not in {"before the app", "compose"}:
            terminal.wait_for("klar")
            terminal.type("x")

        assert terminal.wait_exit(5) in {1, 70}
        assert "journalen" in terminal.text
        assert re.search(r"(Value|Painted)Error (apps/failing|tui/\w+)\.py:\d+", terminal.text)
        assert b"KANARI" not in terminal.raw
        assert terminal.switched == LEFT_BY_US


# -- Nothing to do --------------------------------------------------------------------------------


def test_nothing_is_sent_and_nothing_wakes_up_while_nothing_happens(writing: Terminal) -> None:
    writing.settle(quiet=0.5)
    wakeups = writing.wakeups

    assert writing.settle(quiet=1.0) == 0
    assert writing.wakeups - wakeups <= 1
