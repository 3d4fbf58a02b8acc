"""What the program does first, and what it says of its own mistakes."""

from __future__ import annotations

import os
import pty
import random
import stat
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tui.safe_app import SafeApp
from tui.safety import (
    CRASHED,
    allow_for_slow_lines,
    crash_message,
    forget_textual_settings,
    name_time_zones,
    undisturbed,
)

ROOT = Path(__file__).parents[2]
CANARY = "KANARI-01010112345"


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program after `prepare`, in a process of its own."""
    prepared = f"from tui.safety import prepare; prepare()\nsecret = {CANARY!r}\n{program}"
    return subprocess.run(
        [sys.executable, "-c", prepared], capture_output=True, text=True, cwd=ROOT, check=False, timeout=30
    )


def test_files_are_for_the_user_alone() -> None:
    assert run("import os; print(oct(os.umask(0)))").stdout == "0o77\n"


@pytest.mark.parametrize("most", ["resource.RLIM_INFINITY", "0"])
def test_no_memory_is_left_behind_when_the_process_is_killed_by_a_mistake(tmp_path: Path, most: str) -> None:
    program = (
        "import os, resource; resource.setrlimit(resource.RLIMIT_CORE, ({most}, {most}));"
        "from tui.safety import prepare; prepare();"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[1], flush=True); os.chdir({folder!r}); os.abort()"
    )
    words = program.format(most=most, folder=str(tmp_path))
    ran = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=30
    )
    assert ran.returncode < 0
    assert ran.stdout in {"0\n", "1\n"}
    assert list(tmp_path.iterdir()) == []


def test_nobody_else_writes_on_the_terminal_while_a_screen_is_shown() -> None:
    ours, terminal = pty.openpty()
    os.fchmod(terminal, 0o622)

    with undisturbed(terminal):
        assert stat.S_IMODE(os.fstat(terminal).st_mode) == 0o600

    assert stat.S_IMODE(os.fstat(terminal).st_mode) == 0o622
    os.close(terminal)
    os.close(ours)


def test_it_comes_before_textual() -> None:
    ran = run("import sys; print([name for name in sys.modules if name.partition('.')[0] == 'textual'])")

    assert ran.stdout == "[]\n"


@pytest.mark.parametrize(
    "mistake",
    [
        "raise ValueError(secret)",
        "import sys, threading; threading.Thread(target=lambda: {}[secret]).start(); sys.exit(1)",
        "import warnings; warnings.warn(secret); raise ValueError(secret)",
    ],
    ids=["main", "thread", "warning"],
)
def test_a_mistake_outside_the_app_is_told_without_its_values(mistake: str) -> None:
    ran = run(mistake)

    assert ran.returncode == 1
    assert "journalen" in ran.stderr
    assert CANARY not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "quiet",
    [
        "raise KeyboardInterrupt",
        "class Leaky:\n    def __del__(self): raise ValueError(secret)\ndel Leaky().x",
    ],
    ids=["interrupted", "while cleaning up"],
)
def test_what_is_no_news_to_the_user_is_not_shown(quiet: str) -> None:
    assert CANARY not in run(quiet).stderr
    assert "Traceback" not in run(quiet).stderr


def test_textuals_debugging_aids_are_off_and_its_looks_are_kept() -> None:
    environment = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": "x",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
        "TEXTUALIS": "not Textual's, but no harm in losing it",
        "TERM": "xterm",
    }

    forget_textual_settings(environment)

    assert environment == {"TEXTUAL_DISABLE_KITTY_KEY": "1", "TERM": "xterm"}


@pytest.mark.parametrize(
    ("environment", "delay"),
    [
        ({}, None),
        ({"SSH_CONNECTION": "x"}, "250"),
        ({"SSH_TTY": "/dev/pts/3"}, "250"),
        ({"SSH_CONNECTION": "x", "ESCDELAY": "40"}, "40"),
    ],
)
def test_the_escape_key_is_waited_for_longer_over_ssh(environment: dict[str, str], delay: str | None) -> None:
    allow_for_slow_lines(environment)

    assert environment.get("ESCDELAY") == delay


def fail() -> NoReturn:
    name = CANARY
    raise KeyError(name)


def test_time_zones_are_found_without_loading_how_python_was_built() -> None:
    ran = run(
        "import sys; from data.instants import local;"
        "print(local(1_800_000_000.0), '_sysconfigdata' in ' '.join(sys.modules))"
    )

    assert ran.stdout == "2027-01-15 09:00:00+01:00 False\n"


def test_the_users_own_time_zones_are_kept() -> None:
    environment = {"PYTHONTZPATH": "/egne/soner"}
    name_time_zones(environment)
    assert environment == {"PYTHONTZPATH": "/egne/soner"}


def test_the_message_names_the_kind_and_the_place_and_no_value() -> None:
    with pytest.raises(KeyError) as failed:
        fail()

    message = crash_message(failed.value)

    assert "KeyError tui/test_safety.py:" in message
    assert CANARY not in message
    assert str(ROOT) not in message


def test_the_place_is_in_our_own_code_when_it_was_passed() -> None:
    with pytest.raises(TypeError) as failed:
        allow_for_slow_lines(None)  # type: ignore[arg-type]  # the mistake

    assert "TypeError tui/safety.py:" in crash_message(failed.value)


FIRST = ("Kari", "Åse", "Mohammed", "Per-Arne", "Liv")
LAST = ("Nordmann", "Øvrebø", "O'Hara", "van der Berg", "Li")


KINDS = (ValueError, KeyError, OSError, UnicodeError, RuntimeError, AssertionError)
WAYS = ("said", "noted", "caused", "grouped", "in a frame")


def test_P5_no_number_or_name_is_in_what_is_said_of_a_thousand_mistakes() -> None:
    chance = random.Random(5)  # noqa: S311 - to be the same each time, not to be secret
    for _ in range(1000):
        number, phone = str(chance.randrange(10**10, 10**11)), str(chance.randrange(20_000_000, 99_999_999))
        values = (chance.choice(FIRST), chance.choice(LAST), number, phone)
        way = chance.choice(WAYS)
        with pytest.raises(Exception) as failed:  # noqa: PT011 - whatever it is
            make_mistake(" ".join(values), chance.choice(KINDS), way)

        told = crash_message(failed.value)

        assert not [value for value in values if value in told], way
        assert "tui/test_safety.py:" in told


def make_mistake(value: str, kind: type[Exception], way: str) -> NoReturn:
    """Raise an error that has a value somewhere in it."""
    error = kind(value)
    match way:
        case "noted":
            error.add_note(value)
        case "caused":
            raise kind from error
        case "grouped":
            raise ExceptionGroup(value, [error])
        case "in a frame":
            raise kind
    raise error


def test_a_mistake_without_a_place_is_told_all_the_same() -> None:
    assert crash_message(ValueError(CANARY)).endswith("ValueError")
    assert "journalen" in crash_message(None)


class Failing(SafeApp[None]):
    """Fails when told to."""

    def on_mount(self) -> None:
        """Fail soon."""
        self.call_later(fail)


async def test_a_test_hears_of_the_mistake_and_the_status_says_crashed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = Failing()
    with pytest.raises(KeyError):
        async with app.run_test() as pilot:
            await pilot.pause()

    assert app.return_code == CRASHED
    assert CANARY not in capsys.readouterr().err
