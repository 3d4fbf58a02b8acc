"""The meeting when its process, its terminal or what it lives on is taken away: nothing that was typed goes.

The driver by itself is tried in tests/pty/test_driver.py, and kills in tests/pty/test_kills.py.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.pty.leading import WIDE, Leader, keys, text, value_at
from tests.pty.terminal import Terminal, eventually, python
from tests.soak.catalogue import STALL, STOP, chance, times
from tests.soak.ending import (
    AT_MOST,
    COMMENT,
    a_sentence,
    begin_a_sentence,
    goes,
    in_a_sentence,
    in_a_shell,
    nothing_is_lost,
    processes,
)

TICKING = Path(__file__).parents[1] / "pty" / "apps" / "ticking.py"
FIELDS = Path(__file__).parents[1] / "pty" / "apps" / "fields.py"
ENDING = [signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT]


# -- K2: signals ----------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
def test_K2_a_signal_costs_no_letter(number: signal.Signals, tmp_path: Path) -> None:
    luck = chance("K2", number)
    for each in range(times("K2")):
        words = a_sentence(luck)
        with in_a_sentence(tmp_path / str(each), words) as leader:
            leader.terminal.kill(number)
            assert leader.terminal.wait_exit(3) == 128 + number
            assert not leader.terminal.switched
            nothing_is_lost(leader, words)


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
def test_K2_a_signal_right_behind_the_letters_costs_none_of_them(
    number: signal.Signals, tmp_path: Path
) -> None:
    luck = chance("K2", f"behind {number}")
    with in_a_sentence(tmp_path, "først") as leader:
        words = a_sentence(luck, 8)
        leader.at_once(text(f" {words}"))
        leader.terminal.kill(number)
        assert leader.terminal.wait_exit(3) == 128 + number
        nothing_is_lost(leader, f"først {words}")


# -- K3, K4: the line is gone ---------------------------------------------------------------------


@pytest.mark.parametrize("pace", [1, 5, 50])
@pytest.mark.parametrize("under", ["sshd", "a shell"])
def test_K3_a_hang_up_ends_the_program_however_much_it_paints(pace: int, under: str, tmp_path: Path) -> None:
    luck = chance("K3", (pace, under))
    for each in range(times("K3")):
        home = tmp_path / str(each)
        home.mkdir()
        command = python(TICKING, str(home / "heart"), str(pace))
        with started(home, command, under) as (terminal, program):
            terminal.wait_for("overskrift")
            terminal.settle(quiet=luck.uniform(0, 0.1), seconds=60) if pace < 5 else None
            terminal.close()
            goes(program)


@contextmanager
def started(home: Path, command: list[str], under: str) -> Iterator[tuple[Terminal, int]]:
    """Start a program as the leader of its terminal, as sshd would, or from a shell."""
    if under == "a shell":
        with in_a_shell(home, command) as running:
            yield running
        return
    with Terminal(command, home=home, size=WIDE) as terminal:
        yield terminal, terminal.process.pid


@pytest.mark.parametrize("under", ["sshd", "a shell"])
def test_K3_a_hang_up_costs_no_letter(under: str, tmp_path: Path) -> None:
    luck = chance("K3", under)
    for each in range(times("K3")):
        words, home = a_sentence(luck), tmp_path / str(each)
        home.mkdir()
        with started(home, ["malstyrt", "demo"], under) as (terminal, program):
            leader = Leader(terminal, home)
            begin_a_sentence(leader, words)
            terminal.close()
            goes(program)
            nothing_is_lost(leader, words)


@pytest.mark.parametrize("pace", [1, 5, 50])
def test_K3_a_pane_of_tmux_that_is_gone_ends_the_program_however_much_it_paints(
    pace: int, tmux: list[str], tmp_path: Path
) -> None:
    for each in range(times("K3")):
        home = tmp_path / str(each)
        home.mkdir()
        heart = home / "heart"
        command = shlex.join(python(TICKING, str(heart), str(pace)))
        with Terminal([*tmux, "new-session", command], home=home, size=WIDE) as terminal:
            terminal.wait_for("overskrift")
            panes = [*tmux, "list-panes", "-F", "#{pane_pid}"]
            program = int(subprocess.run(panes, check=True, capture_output=True, text=True).stdout)
            subprocess.run([*tmux, "kill-pane"], check=True)
            goes(program)


def test_K3_a_line_that_is_gone_over_tmux_leaves_the_meeting_going(tmux: list[str], tmp_path: Path) -> None:
    luck = chance("K3", "over tmux")
    words = a_sentence(luck)
    with Terminal([*tmux, "new-session", "malstyrt demo"], home=tmp_path, size=WIDE) as terminal:
        begin_a_sentence(Leader(terminal, tmp_path), words)
        terminal.close()
    for _ in range(times("K3")):
        with Terminal([*tmux, "attach"], home=tmp_path, size=WIDE) as terminal:
            leader, word = Leader(terminal, tmp_path), a_sentence(luck, 1)
            terminal.wait_for("2 Bruker")
            terminal.send(text(f" {word}"))
            words += f" {word}"
            wait_recorded(leader, word)
            nothing_is_lost(leader, words)
            terminal.close()


DEAF = {
    "from the start": [],
    "by a trap": ["sh", "-c", "trap '' HUP; \"$@\"; exit", "sh"],
    "in another session": ["setsid", "--wait"],
}


@pytest.mark.parametrize("way", DEAF)
def test_K4_a_hang_up_that_is_not_heard_costs_no_letter_either(way: str, tmp_path: Path) -> None:
    ignoring = [] if DEAF[way] else ["HUP"]
    luck = chance("K4", way)
    for each in range(times("K4")):
        words, home = a_sentence(luck), tmp_path / str(each)
        with in_a_sentence(home, words, *DEAF[way], ignoring=ignoring) as leader:
            (program,) = processes(home)
            leader.terminal.close()
            goes(program)
            nothing_is_lost(leader, words)


# -- K5: the line stands still --------------------------------------------------------------------


def test_K5_a_line_that_stands_still_costs_no_letter_and_no_second(tmp_path: Path) -> None:
    """Two meetings at once: one whose line comes back, and one that is ended while it stands."""
    luck = chance("K5")
    for each in range(times("K5")):
        words = a_sentence(luck, 3)
        with (
            in_a_sentence(tmp_path / f"back{each}", words) as back,
            in_a_sentence(tmp_path / f"ended{each}", words) as ended,
        ):
            for leader in (back, ended):
                leader.terminal.stall()
            words += typed_while_stalled([back, ended], luck.randint(3, 9))
            ended.terminal.kill(signal.SIGTERM)
            assert ended.terminal.wait_exit(3) == 128 + signal.SIGTERM
            nothing_is_lost(ended, words)

            back.terminal.resume()
            back.terminal.wait_for(words.split()[-1], seconds=3)
            back.at_once(keys("step_on"))
            back.comes_to("3 Runde 1")
            nothing_is_lost(back, words)
            back.leaves()


def typed_while_stalled(leaders: list[Leader], length: int) -> str:
    """Type a word now and then for as long as the line stands, and see each come into the journal."""
    typed, began = "", time.monotonic()
    while (left := began + STALL - time.monotonic()) > 0:
        typed += f" {'ordå' * length}{round(left)}"
        for leader in leaders:
            leader.at_once(text(f" {typed.split()[-1]}"))
        for leader in leaders:
            wait_recorded(leader, typed)
        time.sleep(min(left, STALL / 8))
    return typed


def wait_recorded(leader: Leader, ending: str) -> None:
    """Wait until what was typed is in the journal."""
    eventually(
        lambda: str(value_at(leader.meeting, COMMENT)).endswith(ending), "what is typed to be recorded"
    )


# -- K6: stopped ----------------------------------------------------------------------------------


def test_K6_a_program_that_is_stopped_for_long_goes_on_where_it_was(tmp_path: Path) -> None:
    luck = chance("K6")
    words = a_sentence(luck)
    with in_a_sentence(tmp_path, words) as leader:
        leader.terminal.kill(signal.SIGSTOP)
        eventually(lambda: leader.terminal.state == "T", "the program to stop")
        more = f" {a_sentence(luck, 3)}"
        leader.at_once(text(more))
        time.sleep(STOP)
        leader.terminal.kill(signal.SIGCONT)
        wait_recorded(leader, more)
        nothing_is_lost(leader, words + more)
        assert not leader.meeting.sleeps
        leader.at_once(keys("step_on"))
        leader.comes_to("3 Runde 1")
        leader.leaves()


# -- K8: tmux -------------------------------------------------------------------------------------


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], capture_output=True, check=False)


@pytest.mark.parametrize("end", ["kill-pane", "kill-session", "kill-server"])
def test_K8_an_end_that_tmux_gives_costs_no_letter(end: str, tmux: list[str], tmp_path: Path) -> None:
    luck = chance("K8", end)
    for each in range(times("K8")):
        words, home = a_sentence(luck), tmp_path / str(each)
        with Terminal([*tmux, "new-session", "malstyrt demo"], home=home, size=WIDE) as terminal:
            leader = Leader(terminal, home)
            begin_a_sentence(leader, words)
            (program,) = processes(home)
            subprocess.run([*tmux, end], check=True)
            goes(program)
            nothing_is_lost(leader, words)


def test_K8_a_session_left_and_come_back_to_in_windows_of_all_sizes_goes_on(
    tmux: list[str], tmp_path: Path
) -> None:
    luck = chance("K8", "sizes")
    words = a_sentence(luck)
    with Terminal([*tmux, "new-session", "malstyrt demo"], home=tmp_path, size=WIDE) as terminal:
        leader = Leader(terminal, tmp_path)
        begin_a_sentence(leader, words)
        subprocess.run([*tmux, "detach-client"], check=True)
        assert terminal.wait_exit() == 0
    for _ in range(times("K8") * 3):
        with Terminal([*tmux, "attach"], home=tmp_path, size=WIDE) as terminal:
            terminal.wait_for("2 Bruker")
            for _size in range(10):
                terminal.resize(luck.randint(10, 400), luck.randint(4, 100))
                terminal.settle(quiet=0.05)
            terminal.resize(*WIDE)
            terminal.wait_for("2 Bruker")
            word = a_sentence(luck, 1)
            terminal.send(text(f" {word}"))
            words += f" {word}"
            wait_recorded(leader, word)
            nothing_is_lost(leader, words)


# -- K9: bytes that are no letters ----------------------------------------------------------------


@pytest.mark.parametrize("tabs", [0, 2], ids=["field", "note"])
def test_K9_bytes_of_any_kind_end_nothing_and_letters_are_letters_after(tabs: int, tmp_path: Path) -> None:
    luck = chance("K9", tabs)
    with Terminal(python(FIELDS), home=tmp_path, size=WIDE) as terminal:
        terminal.wait_for("klar")
        terminal.press(*["tab"] * tabs)
        for each in range(times("K9")):
            length = luck.randint(1, 20)
            burst = bytes(luck.choice((luck.randrange(0x80, 0x100), 0x61)) for _ in range(length))
            cut = luck.randint(0, len(burst))
            if luck.random() < 0.3:
                terminal.send(b"\x1b[200~" + burst + b"\x1b[201~")
            else:
                terminal.send(burst[:cut])
                terminal.send(burst[cut:])
            terminal.send(b"\x15" * 2 + f" æøå{each}.".encode())
            terminal.wait_for(rf"æøå{each}\.")


# -- K11: too little of everything ----------------------------------------------------------------

WANTS = {
    "memory": ["prlimit", "--as=150000000"],
    "files": ["prlimit", "--nofile=20"],
    "disk": ["prlimit", "--fsize=1000"],
}


@pytest.mark.parametrize("want", WANTS)
def test_K11_too_little_of_something_is_told_or_done_without(want: str, tmp_path: Path) -> None:
    for each in range(times("K11")):
        home = tmp_path / str(each)
        with Terminal([*WANTS[want], "malstyrt", "demo"], home=home, size=WIDE) as terminal:
            shown = terminal.sees("1 Velkommen", AT_MOST * 3)
            if shown:
                terminal.press("f8")
                terminal.sees("2 Bruker", AT_MOST)
                terminal.press("ctrl+q")
                terminal.sees("ikke lagret, og går tapt", 1)
                terminal.press("ctrl+q")
            status = terminal.wait_exit()
            assert b"Traceback" not in terminal.raw
            assert shown or (status != 0 and terminal.text.strip())


@pytest.mark.parametrize("terms", [None, "dumb", "vt100"], ids=["none", "dumb", "vt100"])
def test_K11_a_terminal_that_says_little_of_itself_is_told_or_done_with(
    terms: str | None, tmp_path: Path
) -> None:
    with Terminal(["malstyrt", "demo"], home=tmp_path, size=WIDE, env={"TERM": terms}) as terminal:
        if terminal.sees("1 Velkommen", AT_MOST * 3):
            terminal.press("f8")
            terminal.wait_for("2 Bruker")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
        else:
            assert terminal.wait_exit() == 2
            assert terminal.text.strip()
        assert b"Traceback" not in terminal.raw


def test_K11_a_window_of_one_cell_is_waited_out(tmp_path: Path) -> None:
    words = a_sentence(chance("K11"))
    with in_a_sentence(tmp_path, words) as leader:
        leader.terminal.resize(1, 1)
        leader.terminal.settle()
        leader.at_once(text(" og mer"))
        wait_recorded(leader, " og mer")
        leader.terminal.resize(*WIDE)
        leader.terminal.wait_for(r"\bmer\b")  # alone: the line may be full before it
        nothing_is_lost(leader, f"{words} og mer")


@pytest.mark.parametrize("command", [[], ["demo"], ["mote"]])
def test_K11_without_a_terminal_it_says_so(command: list[str], tmp_path: Path) -> None:
    told = subprocess.run(
        [Path(sys.executable).with_name("malstyrt"), *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={"MALSTYRT_HOME": str(tmp_path), "PATH": os.environ["PATH"]},
        text=True,
        check=False,
        timeout=60,
    )
    assert told.returncode == 2
    assert told.stderr.strip()
    assert "Traceback" not in told.stderr
