"""Several programs in one meeting, on one machine and on file systems of every kind."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.approved import ApprovedError
from data.changes import Set
from data.errors import NotSavedError
from data.journal import Act, Journal
from data.journal_errors import TakenElsewhereError
from data.keeping import Keeping, file_system, keeping_of, on_network, shares_logs
from data.live import Live
from data.meeting import Meeting
from tests.data.changing import MEETING, changes
from tests.data.disk import full_disk
from tests.soak.catalogue import times

LOCAL = "25 30 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"


# -- J1: converging -------------------------------------------------------------------------------


PARTS = 4
"""Of the courses, so that all cores try some."""


@pytest.mark.parametrize("_part", range(PARTS))
@settings(max_examples=times("J1") // PARTS)
@given(st.data())
def test_J1_terminals_agree_whatever_each_of_them_does_and_whoever_is_killed(
    _part: int, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        terminals = {who: opened(path, who) for who in ("kari", "per", "tavle")}
        for _number in range(data.draw(st.integers(1, 12))):
            who = data.draw(st.sampled_from(sorted(terminals)))
            act_in(data, terminals, who, path)
        for live in terminals.values():
            live.catch_up()
        stand = opened(path, "ny")
        assert [live.meeting for live in terminals.values()] == [stand.meeting] * 3
        assert len({tiltak.id for tiltak in stand.meeting.tiltak}) == len(stand.meeting.tiltak)
        for live in (*terminals.values(), stand):
            live.close()


def opened(path: Path, who: str) -> Live:
    return Live.begin(path, MEETING, now=lambda: 1_800_000_000.0, who=who)


def act_in(data: st.DataObject, terminals: dict[str, Live], who: str, path: Path) -> None:
    """Let one terminal do something, having seen what the others did or not; or come back after a kill."""
    live = terminals[who]
    act = data.draw(st.sampled_from(["record", "record", "full", "undo", "redo", "catch up", "killed"]))
    with suppress(ApprovedError):  # a referat that is approved takes no more, and no undoing
        match act:
            case "record":
                live.record(lambda meeting: data.draw(changes(meeting)))
            case "full":
                with full_disk(), suppress(NotSavedError):
                    live.record(lambda meeting: Set(path="place", value=meeting.place + "x"))
                live.record(lambda _meeting: None)
            case "undo":
                live.undo()
            case "redo":
                live.redo()
            case "killed":
                # What a killed program had open is let go of by the system, as it is by closing.
                live.journal.close()
                terminals[who] = opened(path, who)
            case _:
                live.catch_up()


# -- J3: writing at once --------------------------------------------------------------------------

WRITER = """
import sys, time
from pathlib import Path
from data.changes import Set
from data.live import Live
from data.meeting import Meeting

live = Live.begin(Path(sys.argv[1]), Meeting(id="m"), now=time.time, who=sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
waits = []
for number in range(int(sys.argv[3])):
    began = time.perf_counter()
    live.record(lambda meeting: Set(path="place", value=str(int(meeting.place or 0) + 1)))
    waits.append(time.perf_counter() - began)
live.close()
print(sorted(waits)[len(waits) * 99 // 100])
"""


def test_J3_three_programs_that_write_at_once_all_get_to(tmp_path: Path) -> None:
    path, each = tmp_path / "a.db", times("J3")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), who, str(each)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for who in ("kari", "per", "anne")
    ]
    for writer in writers:
        assert writer.stdout
        writer.stdout.readline()
    waits = [writer.communicate("go\n")[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    print("99 of 100 waited less than", [wait.strip() for wait in waits], "s")  # noqa: T201 - the figure of the soak
    live = Live.begin(path, Meeting(id="m"), now=lambda: 0.0, who="ny")
    assert live.meeting.place == str(3 * each)
    live.close()


# -- J4: SQLite's own fault -----------------------------------------------------------------------


SHARES = {
    **dict.fromkeys(("3.40.1", "3.44.5", "3.45.0", "3.50.4", "3.51.2"), False),
    **dict.fromkeys(("3.44.6", "3.50.7", "3.51.3", "3.54.0", "4.0.0"), True),
}


@pytest.mark.parametrize(("version", "shares"), SHARES.items())
def test_J4_a_log_is_shared_only_where_sqlite_can(version: str, shares: bool, tmp_path: Path) -> None:
    assert shares_logs(version) is shares
    assert keeping_of(tmp_path, version, mounts(tmp_path, LOCAL)) == Keeping(log=shares, alone=False)


def test_J4_without_a_log_programs_share_a_journal_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_as(monkeypatch, Keeping(log=False, alone=False))
    kari, per = Journal(tmp_path / "a.db"), Journal(tmp_path / "a.db")
    write(kari, "a")
    assert per.others_wrote()
    write(per, "b")
    assert [row.body for row in kari.after(0)] == ["a", "b"]
    assert not (tmp_path / "a.db-wal").exists()
    kari.close()
    per.close()


# -- J5: file systems -----------------------------------------------------------------------------


def mounts(folder: Path, *lines: str) -> Path:
    path = folder / "mountinfo"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def mounted(folder: Path, kind: str) -> str:
    name = str(folder).replace("\\", r"\134").replace(" ", r"\040")
    return f"90 25 0:50 / {name} rw,nosuid shared:9 master:1 - {kind} server:/home rw,vers=4.2\n"


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "ceph", "fuse.glusterfs"]
)
def test_J5_what_other_machines_may_write_to_is_known(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "min mappe"
    folder.mkdir()
    listed = mounts(tmp_path, LOCAL, mounted(folder, kind))
    assert on_network(folder / "state", listed)
    assert not on_network(tmp_path, listed)
    assert keeping_of(folder, "3.54.0", listed) == Keeping(log=False, alone=True)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "overlay", "tmpfs", "zfs", "fuseblk"])
def test_J5_what_is_this_machines_own_is_known(kind: str, tmp_path: Path) -> None:
    assert not on_network(tmp_path, mounts(tmp_path, LOCAL, mounted(tmp_path, kind)))


def test_J5_the_last_mounted_over_a_folder_is_what_it_lies_on(tmp_path: Path) -> None:
    listed = mounts(tmp_path, LOCAL, mounted(tmp_path, "nfs4"), mounted(tmp_path, "ext4"))
    assert file_system(tmp_path / "a" / "b", listed) == "ext4"


def test_J5_a_system_that_does_not_say_is_taken_for_local(tmp_path: Path) -> None:
    assert file_system(tmp_path, tmp_path / "none") == ""


def test_J5_on_a_network_one_program_has_the_journal_and_the_next_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_as(monkeypatch, Keeping(log=False, alone=True))
    monkeypatch.setattr("data.journal.BUSY_MILLISECONDS", 50)
    kari = Journal(tmp_path / "a.db")
    write(kari, "a")
    with pytest.raises(TakenElsewhereError, match="Lukk møtet der"):
        Journal(tmp_path / "a.db")
    write(kari, "b")
    kari.close()
    per = Journal(tmp_path / "a.db")
    assert [row.body for row in per.after(0)] == ["a", "b"]
    per.close()


def kept_as(monkeypatch: pytest.MonkeyPatch, keeping: Keeping) -> None:
    kept: Callable[[Path, str], Keeping] = lambda _folder, _sqlite: keeping  # noqa: E731 - a stand-in
    monkeypatch.setattr("data.journal.keeping_of", kept)


def write(journal: Journal, body: str) -> None:
    with journal.writing():
        journal.append(1.0, "kari", Act.BEGIN, body)
