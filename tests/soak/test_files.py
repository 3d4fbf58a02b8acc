"""The files of a meeting and its group: each stands whole, old or new, whichever call of a saving fails."""

from __future__ import annotations

import errno
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import pytest

from data.archive import SavedBesideError
from data.calendar import save_for_calendar
from data.changes import Set
from data.errors import MalstyrtError
from data.files import read_bytes, write_whole
from data.index import Index
from data.journal_file import BESIDE
from data.leaders_book import put_by
from data.live import Live
from data.locations import Locations, locate
from data.meeting import Status
from data.opening import open_meeting
from data.parking import Matter, Parked
from data.saving import begin, save_document
from data.tending import Tending
from tests.data.sample_meeting import sample_meeting
from tests.pty.leading import WIDE, Leader, keys, text
from tests.pty.terminal import Terminal
from tests.soak.catalogue import WHOLE, times

CALLS: Final = ("open", "write", "fsync", "replace", "rename", "mkdir")
"""The system's calls that put something on the disk, or open what something is to be put in."""

WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT

ERRORS: Final = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
SHORT: Final = 0
"""In place of an error: a write that takes half of what it is given, and says so."""


# -- F1: whichever call fails ---------------------------------------------------------------------


class Failing:
    """The system's calls, of which one fails."""

    def __init__(self, which: int, error: int) -> None:
        self.count = 0
        self._which = which
        self._error = error

    def instead_of(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """Give what stands in for a call."""

        def call(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the call takes and gives
            if name == "open" and not values[1] & WRITES:
                return real(*values, **named)
            self.count += 1
            if self.count - 1 != self._which:
                return real(*values, **named)
            if self._error != SHORT:
                raise OSError(self._error, os.strerror(self._error))
            return real(values[0], values[1][: len(values[1]) // 2]) if name == "write" else real(*values)

        return call


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, which: int, error: int) -> Iterator[Failing]:
    """Let one of the calls fail, counted from 0."""
    calls = Failing(which, error)
    with monkeypatch.context() as patched:
        for name in CALLS:
            patched.setattr(os, name, calls.instead_of(name, getattr(os, name)))
        yield calls


def home(folder: Path) -> Locations:
    """Make a meeting that is held, with its document and its group."""
    locations = locate({}, folder)
    meeting = sample_meeting().having({"status": Status.UTKAST})
    path = locations.group(meeting.group) / "2026-11-24-samarbeidsmote.md"
    live = begin(locations, path, meeting, now=lambda: 1.0, who="kari")
    live.record(Set(path="status", value=Status.REFERAT.value))
    save_document(live)
    live.close()
    return locations


def taken_up(locations: Locations) -> Live:
    return open_meeting(locations, sample_meeting().id, now=lambda: 2.0, who="kari").live


def save_a_meeting(locations: Locations) -> None:
    """Save a finished meeting, and let its group know of it."""
    live = taken_up(locations)
    try:
        live.record(Set(path="summary", value="Alle ser framgang."))
        save_document(live)
    finally:
        live.close()


def change_a_group(locations: Locations) -> None:
    """Change a group, which is written at once."""
    tending = Tending(locations.group(sample_meeting().group) / "gruppe.md")
    tending.record(lambda _group: Set(path="koordinator", value="Siri Skisse"))


def begin_another(locations: Locations) -> None:
    """Begin a meeting of a group that there is no folder of yet."""
    meeting = sample_meeting().having({"id": "ny-1", "group": "NY-1"})
    begin(locations, locations.group("NY-1") / "nytt.md", meeting, now=lambda: 1.0, who="kari").close()


WRITING = {"save": save_a_meeting, "change a group": change_a_group, "begin": begin_another}


@pytest.mark.parametrize("error", [*ERRORS, SHORT], ids=["ENOSPC", "EDQUOT", "EIO", "short"])
@pytest.mark.parametrize("what", WRITING)
def test_F1_whichever_call_fails_every_file_is_whole_old_or_new(
    what: str, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever, in the whole soak; every other of them otherwise."""
    before, after = documents(home(tmp_path / "before")), home(tmp_path / "after")
    with failing(monkeypatch, -1, error) as calls:
        WRITING[what](after)
    allowed = {name: {before.get(name), words} for name, words in documents(after).items()}
    assert calls.count > 3
    for which in range(0, calls.count, 1 if WHOLE else 2):
        locations = home(tmp_path / str(which))
        with failing(monkeypatch, which, error), suppress(MalstyrtError):
            WRITING[what](locations)
        for name, words in documents(locations).items():
            assert words in allowed[name], (which, name)
        with suppress(MalstyrtError):  # its group is begun already
            WRITING[what](locations)
        assert documents(locations).keys() == allowed.keys(), which


def documents(locations: Locations) -> dict[str, bytes | None]:
    """Give every file for people, by its place; what is left behind of a saving is one of them."""
    files = [file for file in locations.data.rglob("*") if file.is_file() and file.suffix != ".lock"]
    return {str(file.relative_to(locations.data)): file.read_bytes() for file in files}


# -- F3: whose they are ---------------------------------------------------------------------------

DEMO = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[2], 8))
from tests.soak.test_files import WRITING, home
from data.index import Index
from data.locations import locate
locations = home(Path(sys.argv[1]))
for write in WRITING.values():
    write(locations)
with Index(locations) as index:
    index.look(lambda _done, _all: True)
"""


@pytest.mark.parametrize("umask", ["000", "002", "022", "077"])
def test_F3_every_file_and_folder_is_its_owners_alone(umask: str, tmp_path: Path) -> None:
    folder = tmp_path / "hjem"
    subprocess.run(
        [sys.executable, "-c", DEMO, str(folder), umask], check=True, env=os.environ | {"PYTHONPATH": "."}
    )
    for path in [folder, *folder.rglob("*")]:
        assert stat.S_IMODE(path.lstat().st_mode) == (0o700 if path.is_dir() else 0o600), path


PARKED: Final = (Parked(id="x1", text="Rom til formøtet.", matter=Matter.RESOURCES),)

# -- F4: something else planted where we write ----------------------------------------------------


def keep_for_the_leader(locations: Locations) -> None:
    """Put something by in the leader's book."""
    put_by(locations, locations.groups / "sol-7" / "a.md", sample_meeting().having({"parked": PARKED}), 3.0)


def look_into_the_index(locations: Locations) -> None:
    """Take every document into the index."""
    with Index(locations) as index:
        index.look()


def save_for_calendars(locations: Locations) -> None:
    """Write the calendar file of the meeting."""
    document = locations.group(sample_meeting().group) / "2026-11-24-samarbeidsmote.md"
    save_for_calendar(sample_meeting(), document, now=1.0)


GROUP: Final = "data/grupper/sol-7"
JOURNAL: Final = "state/moter/sol-7-2026-11-24.db"
WRITTEN: Final = {
    f"{GROUP}/2026-11-24-samarbeidsmote.md": save_a_meeting,
    f"{GROUP}/2026-11-24-samarbeidsmote.ics": save_for_calendars,
    f"{GROUP}/gruppe.md": change_a_group,
    f"{GROUP}/.gruppe.md.lock": change_a_group,
    JOURNAL: save_a_meeting,
    f"{JOURNAL}-wal": save_a_meeting,
    f"{JOURNAL}-shm": save_a_meeting,
    f"{JOURNAL}-journal": save_a_meeting,
    f"{JOURNAL}-mark": save_a_meeting,
    "state/moter/.sol-7-2026-11-24.md.lock": save_a_meeting,
    "state/leder.json": keep_for_the_leader,
    "cache/indeks.db": look_into_the_index,
    "cache/indeks.db-wal": look_into_the_index,
}
"""Where a program puts what it keeps, and what has it write there."""


def plant(kind: str, place: Path, target: Path) -> None:
    """Put something at a place that leads to a file of somebody else's, or is none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "dangling link":
        target.unlink()
    match kind:
        case "link" | "dangling link":
            place.symlink_to(target)
        case "hard link":
            place.hardlink_to(target)
        case "pipe":
            os.mkfifo(place)
        case "folder":
            place.mkdir()
        case "socket":
            with socket.socket(socket.AF_UNIX) as listening:
                listening.bind(str(place.relative_to(Path.cwd())))
        case _:
            place.symlink_to("/dev/full")


@pytest.mark.parametrize("place", WRITTEN)
@pytest.mark.parametrize("kind", ["link", "dangling link", "hard link", "pipe", "folder", "socket", "device"])
def test_F4_what_is_planted_where_we_write_leads_nowhere(
    kind: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locations, target = home(tmp_path / "hjem"), tmp_path / "andres.txt"
    target.write_text("andres", encoding="utf-8")
    at = tmp_path / "hjem" / place
    at.unlink(missing_ok=True)
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    plant(kind, at, target)
    with suppress(MalstyrtError):
        WRITTEN[place](locations)
    if kind == "dangling link":
        assert not target.exists()
    else:
        assert target.read_text(encoding="utf-8") == "andres"


@pytest.mark.parametrize("name", ["", *BESIDE])
def test_F4_the_user_is_told_what_to_do_with_what_is_planted(name: str, tmp_path: Path) -> None:
    locations = home(tmp_path)
    journal = locations.journal(sample_meeting().id)
    again = journal.with_name(journal.name + name)
    again.touch()
    again.with_name("et-navn-til").hardlink_to(again)
    with pytest.raises(MalstyrtError, match="legg en kopi"):
        taken_up(locations)


def test_F4_what_is_swapped_while_we_write_leads_nowhere(tmp_path: Path) -> None:
    target, path = tmp_path / "andres.txt", tmp_path / "hjem" / "referat.md"
    target.write_text("andres", encoding="utf-8")
    path.parent.mkdir()
    done = threading.Event()

    def swap() -> None:
        number = 0
        while not done.is_set():
            planted = tmp_path / f"plantet-{number % 2}"
            planted.unlink(missing_ok=True)
            planted.hardlink_to(target) if number % 2 else planted.symlink_to(target)
            planted.replace(path)
            number += 1

    swapping = threading.Thread(target=swap)
    swapping.start()
    try:
        for number in range(times("F4")):
            write_whole(path, f"vårt {number}")
            with suppress(MalstyrtError):
                read_bytes(path)
    finally:
        done.set()
        swapping.join()
    assert target.read_text(encoding="utf-8") == "andres"


# -- F6: changed by others ------------------------------------------------------------------------


def test_F6_what_others_write_meanwhile_is_never_written_over(tmp_path: Path) -> None:
    for number in range(times("F6")):
        locations = home(tmp_path / str(number))
        live = taken_up(locations)
        (document,) = [path for path in locations.data.rglob("*.md") if path.name != "gruppe.md"]
        theirs = document.read_text(encoding="utf-8") + f"\nSkrevet av noen andre, {number}.\n"
        live.record(Set(path="summary", value=f"Vårt, {number}."))
        document.write_text(theirs, encoding="utf-8")
        with pytest.raises(SavedBesideError):
            save_document(live)
        assert document.read_text(encoding="utf-8") == theirs
        (beside,) = document.parent.glob("*.konflikt.md")
        assert f"Vårt, {number}." in beside.read_text(encoding="utf-8")
        live.close()


# -- F5: nowhere else -----------------------------------------------------------------------------

PUT: Final = re.compile(
    r'(?:openat|creat|rename\w*|mkdir\w*|symlink\w*|link\w*)\(.*"(?P<path>/[^"]*)"[^"]*\) += (?!-1)'
)
"""A line of strace about a call that was done, with the last path it names."""


def test_F5_a_meeting_puts_nothing_outside_its_home(tmp_path: Path) -> None:
    home, log = tmp_path / "hjem", tmp_path / "log"
    strace = ["strace", "-f", "-qq", "-e", "trace=openat,creat,/^(rename|mkdir|symlink|link)", "-o", str(log)]
    if shutil.which("strace") is None or subprocess.run([*strace, "true"], check=False).returncode:
        pytest.skip("strace is not here, or may not look")
    home.mkdir()
    clean = {"PYTHONDONTWRITEBYTECODE": "1"}
    with Terminal([*strace, "malstyrt", "demo"], home=home, size=WIDE, env=clean) as terminal:
        leader = Leader(terminal, home)
        leader.comes_to("1 Velkommen")
        leader.at_once(keys("step_on"), text("Vi vil ha ro"), keys("save"))
        terminal.wait_for("Lagret som")
        leader.leaves()
    done = [
        line
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
        if "O_RDONLY" not in line
    ]
    paths = {found["path"] for line in done if (found := PUT.search(line))}
    assert any(path.startswith(str(home)) for path in paths)
    assert {path for path in paths if not path.startswith((str(home), "/dev/", "/proc/self/fd/"))} == set()
