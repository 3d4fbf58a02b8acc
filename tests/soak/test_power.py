"""A meeting on disks that fail: no acknowledged change is lost, and none is said to be saved that is not."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import apsw
import pytest

from data.changes import Add
from data.errors import NotSavedError
from data.keeping import Keeping
from data.live import Live
from data.meeting import Meeting
from data.witness import SUFFIX
from tests.soak.catalogue import WHOLE, chance, times
from tests.soak.disks import Disk, Done, Powered, disk_of_ours

WAYS = {"with a log": Keeping(log=True, alone=True), "without": Keeping(log=False, alone=True)}
"""How the journal is kept. A disk written in Python shares no memory, so one program has it to itself."""

CHANGES = 40


@pytest.fixture(params=WAYS.values(), ids=WAYS.keys())
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr("data.journal.keeping_of", lambda _folder, _sqlite: request.param)
        apsw.connection_hooks.append(take_in_often)
        yield
        apsw.connection_hooks.remove(take_in_often)


def take_in_often(connection: apsw.Connection) -> None:
    """Have the log taken in and begun anew a few times in a short meeting."""
    connection.wal_autocheckpoint(20)


def a_tiltak(number: int) -> Add:
    return Add(path="tiltak", part={"id": f"T{number}", "what": "gjøre noe " * (number * 7 % 60)})


def begun(path: Path) -> Live:
    return Live.begin(path, Meeting(id="m"), now=lambda: 1.0, who="kari")


# -- K12: the power goes --------------------------------------------------------------------------


@pytest.mark.usefixtures("kept")
def test_K12_a_power_cut_costs_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    luck = chance("K12")
    done = a_meeting_on(tmp_path / "a.db")
    first = next(number for number, each in enumerate(done) if each.act == "acknowledged")
    cuts = sorted(luck.randrange(first, len(done)) for _ in range(times("K12")))
    powered, acknowledged, marks, at = Powered(), 0, [b""], 0
    for cut in cuts:
        for each in done[at:cut]:
            powered.go_on(each)
            if each.act == "acknowledged":
                acknowledged = each.at
                marks.append(each.data)
        at = max(at, cut)
        # The witness is never synced: any of what it has said may be what stands there.
        image = powered.after_a_cut(luck) | {f"a.db{SUFFIX}": luck.choice(marks)}
        with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
            it_comes_up(Path(folder), image, acknowledged)


def a_meeting_on(path: Path) -> list[Done]:
    """Hold a meeting, and give all that was done to the disk, with what was acknowledged in between."""
    with disk_of_ours() as disk:
        live = begun(path)
        for number in range(1, CHANGES + 1):
            live.record(a_tiltak(number))
            mark = path.with_name(path.name + SUFFIX).read_bytes()
            disk.done.append(Done("acknowledged", "", number, mark))
        done = list(disk.done)
        live.close()
    return done


def it_comes_up(folder: Path, image: dict[str, bytes], acknowledged: int) -> None:
    """Hold what is left after a power cut against what was acknowledged: not damaged, and all of it there."""
    for name, data in image.items():
        (folder / name).write_bytes(data)
    live = begun(folder / "a.db")
    assert [tiltak.id for tiltak in live.meeting.tiltak][:acknowledged] == [
        f"T{number}" for number in range(1, acknowledged + 1)
    ]
    live.close()


# -- K13: the disk fails --------------------------------------------------------------------------

FAULTS = {
    "full": lambda: apsw.FullError("full"),
    "fails": lambda: apsw.IOError("fails"),
    "half": lambda: apsw.FullError("takes half"),
}


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("act", "fault"), [*product(["write", "sync", "cut", "remove"], ["full", "fails"]), ("write", "half")]
)
def test_K13_nothing_is_said_to_be_saved_that_is_not_whichever_call_fails(
    act: str, fault: str, tmp_path: Path
) -> None:
    """Whichever, in the whole soak; every fifth of them otherwise."""
    which = 0
    while fails_at(tmp_path / f"{which}.db", act, fault, which):
        which += 1 if WHOLE else 5
    assert which or act in {"cut", "remove"}


def fails_at(path: Path, act: str, fault: str, which: int) -> bool:
    """Hold a meeting in which one call of a kind fails; False when there were no more calls to fail."""
    with disk_of_ours() as disk:
        live = begun(path)
        seen, hit = [0], [False]

        def fails(done: Done) -> Exception | None:
            seen[0] += done.act == act
            if done.act == act and seen[0] == which + 1:
                hit[0] = True
                return FAULTS[fault]()
            return None

        disk.fails, disk.takes_half = fails, fault == "half"
        for number in range(1, 13):
            try:
                live.record(a_tiltak(number))
            except NotSavedError:
                assert not live.saved
            assert len(live.meeting.tiltak) == number
            if live.saved:
                assert synced(disk, path) >= number
        live.write_what_waits()
        assert live.saved
        live.close()
    again = begun(path)
    assert [tiltak.id for tiltak in again.meeting.tiltak] == [f"T{number}" for number in range(1, 13)]
    again.close()
    return hit[0]


def synced(disk: Disk, path: Path) -> int:
    """Give how many tiltak stand on the disk if the power goes now, and nothing more reaches it."""
    powered = Powered()
    for done in disk.done:
        powered.go_on(done)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        for name, data in powered.synced.items():
            (Path(folder) / name).write_bytes(bytes(data))
        connection = apsw.Connection(str(Path(folder) / path.name), vfs="unix")
        count = connection.execute("SELECT count(*) - 1 FROM change").fetchone()[0]
        connection.close()
    return int(count)
