"""Somebody who may only read: nothing is made or changed, and whoever writes notices nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from data.changes import Set
from data.journal import Journal
from data.live import Live
from data.locations import Locations, locate
from data.meeting import Status
from tests.data.sample_meeting import sample_meeting
from tests.pty.leading import WIDE, Leader, keys, text
from tests.pty.terminal import Terminal
from tests.pty.test_closed_folder import as_others
from tests.soak.catalogue import times
from tests.soak.test_files import home

MEETING: Final = sample_meeting().id
READERS: Final = (["liste"], ["vis", MEETING], ["sok", "ro"], ["tiltak"], ["gruppe", "SOL-7"], ["frister"])


@pytest.fixture
def locations(tmp_path: Path) -> Iterator[Locations]:
    """Make a meeting and its group, in folders that are opened again at the end."""
    yield home(tmp_path / "hjem")
    for folder in [tmp_path, *(each for each in tmp_path.rglob("*") if each.is_dir())]:
        folder.chmod(0o700)


def read_only(folder: Path) -> None:
    """Let a folder and all in it only be read, as on a disk that takes nothing."""
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o500 if path.is_dir() else 0o400)


def seen(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Give all there is in a folder, with when it was written and what is in it."""
    return {
        str(path): (
            path.stat().st_mtime_ns,
            path.stat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in folder.rglob("*")
    }


def journal_alone(locations: Locations) -> None:
    locations.journal(MEETING).chmod(0o400)


def all_of_it(locations: Locations) -> None:
    read_only(locations.data.parent)


@pytest.mark.parametrize("words", READERS, ids=lambda words: words[0])
def test_J7_reading_commands_read_what_takes_nothing_and_make_nothing(
    locations: Locations, words: list[str]
) -> None:
    all_of_it(locations)
    before = seen(locations.data.parent)
    environment = {**os.environ, "MALSTYRT_HOME": str(locations.data.parent)}
    done = subprocess.run(
        as_others(str(Path(sys.executable).with_name("malstyrt")), *words),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, bool(done.stdout)) == ("", True)
    assert seen(locations.data.parent) == before


def test_J7_what_takes_nothing_can_be_copied_from(locations: Locations, tmp_path: Path) -> None:
    all_of_it(locations)
    home, copy = locations.data.parent, tmp_path / "kopi"
    malstyrt = as_others(str(Path(sys.executable).with_name("malstyrt")))
    subprocess.run([*malstyrt, "--mappe", str(home), "sikkerhetskopi", str(copy)], check=True)
    again = tmp_path / "igjen"
    subprocess.run(
        [*malstyrt, "--mappe", str(again), "sikkerhetskopi", "--gjenopprett", str(copy)], check=True
    )
    live = Live(Journal(locate({}, again).journal(MEETING)), now=lambda: 1.0, who="kari")
    assert live.meeting == sample_meeting().having({"status": Status.REFERAT})
    live.close()


def test_J7_home_the_archive_and_a_document_are_shown_where_nothing_can_be_made(locations: Locations) -> None:
    all_of_it(locations)
    folder = locations.data.parent
    before = seen(folder)
    with Terminal(as_others("malstyrt"), home=folder, size=WIDE) as terminal:
        terminal.wait_for("SOL-7")
        terminal.press("ctrl+f")
        terminal.wait_for("24.11.2026")
        terminal.press("down", "enter")
        terminal.wait_for("Skolehverdagen skal bli trygg")
        terminal.press("escape", "escape", "ctrl+q")
        assert terminal.wait_exit() == 0
    assert seen(folder) == before


@pytest.mark.parametrize("closing", [journal_alone, all_of_it])
def test_J7_a_meeting_that_takes_nothing_is_shown_and_stays_as_it_is(
    locations: Locations, closing: Callable[[Locations], None]
) -> None:
    closing(locations)
    folder = locations.data.parent
    before = seen(folder)
    with Leader(Terminal(as_others("malstyrt", "mote", MEETING), home=folder, size=WIDE), folder) as leader:
        leader.terminal.wait_for("(?s)kan ikke skrive der")
        leader.at_once(keys("step_on"), text("Vi vil ha ro"), keys("save"))
        leader.terminal.wait_for("Møtet kan bare leses")
        leader.leaves()
    assert seen(folder) == before


VIEWING: Final = """
import sys
from pathlib import Path
from data.journal import Journal
journal = Journal(Path(sys.argv[1]))
assert journal.only_read
while True:
    print(len(journal.after(0)), flush=True)
"""


@pytest.mark.parametrize("closed", ["the journal", "its folder too"])
def test_J7_a_viewer_that_is_killed_leaves_the_writer_as_it_was(locations: Locations, closed: str) -> None:
    live = Live(Journal(locations.journal(MEETING)), now=lambda: 1.0, who="kari")
    folder, path = locations.journals, live.journal.path
    path.chmod(0o400)
    if closed == "its folder too":
        folder.chmod(0o500)
    there = sorted(folder.iterdir())
    for number in range(times("J7")):
        viewer = subprocess.Popen(
            as_others(sys.executable, "-c", VIEWING, str(path)), stdout=subprocess.PIPE, text=True
        )
        assert viewer.stdout is not None
        first = int(viewer.stdout.readline())
        live.record(Set(path="summary", value=f"Mens noen ser på, {number}."))
        assert any(int(viewer.stdout.readline()) > first for _ in range(100_000))
        viewer.send_signal(signal.SIGKILL)
        viewer.wait()
        viewer.stdout.close()
        live.record(Set(path="place", value=f"Rom {number}"))
        assert live.saved
        assert sorted(folder.iterdir()) == there
    live.close()
    folder.chmod(0o700)
    path.chmod(0o600)
    again = Live(Journal(path), now=lambda: 1.0, who="kari")
    assert again.meeting.place == f"Rom {times('J7') - 1}"
    again.close()
