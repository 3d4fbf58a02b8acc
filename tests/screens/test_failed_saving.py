"""Saving where it cannot be saved: the old file stands, the meeting goes on, and it is told where it lies."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.screens.holding_a_meeting import Leader, leading

WORDS = "Vi vil ha ro"


def the_document(home: Path) -> Path:
    (path,) = (home / "data" / "grupper").glob("*/*.md")
    return path


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, number: int) -> Iterator[None]:
    """Have everything that writes a document fail as a full or a closed disk does."""

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("data.files.os.fsync", fail)
        yield


async def ways_to_save(leader: Leader) -> None:
    """Write something, and save it on the spot."""
    await leader.fill("entries/ordet:bruker/comment", WORDS)
    await leader.press("ctrl+s")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO])
async def test_F1_a_disk_that_fails_leaves_the_old_file_and_tells_where_the_journal_is(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, "ordet") as leader:
        before = the_document(tmp_path).read_bytes()
        with failing(monkeypatch, number):
            await ways_to_save(leader)
        assert the_document(tmp_path).read_bytes() == before
        assert [path.name for path in the_document(tmp_path).parent.iterdir()] == [
            the_document(tmp_path).name
        ]
        told = leader.told[-1]
        (journal,) = (tmp_path / "state" / "moter").glob("*.db")
        assert (told.title, told.severity) == ("Ikke lagret", "error")
        assert f"Alt i møtet står i journalen: {journal}" in told.message

        await leader.press("f8")
        assert leader.meeting.step == "runde1"
        assert leader.holding.saved
        await leader.press("ctrl+s")
        assert WORDS in the_document(tmp_path).read_text(encoding="utf-8")


@pytest.mark.parametrize("what", ["the folder", "the file"])
async def test_what_has_become_something_else_is_not_written_over(what: str, tmp_path: Path) -> None:
    async with leading(tmp_path, "ordet") as leader:
        place = the_document(tmp_path) if what == "the file" else the_document(tmp_path).parent
        place.rename(tmp_path / "flyttet")
        if what == "the file":
            place.mkdir()
        else:
            place.write_text("ikke en mappe", encoding="utf-8")
        await ways_to_save(leader)
        assert leader.told[-1].severity == "error"
        assert (tmp_path / "flyttet").exists()
        assert place.is_dir() if what == "the file" else place.read_text(encoding="utf-8") == "ikke en mappe"
        assert leader.meeting.entry("ordet", "bruker").comment == WORDS
        await leader.press("f8")
        assert leader.meeting.step == "runde1"
