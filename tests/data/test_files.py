"""Files are read with a limit, and written so that the old or the new stands there, never less."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from data import files
from data.errors import NotSavedError, UnreadableError
from data.files import MOST_BYTES, alone, make_folder, read_bytes, write_whole

CALLS_OF_A_SAVE = ("open", "write", "fsync", "replace", "second fsync")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture
def referat(tmp_path: Path) -> Path:
    path = tmp_path / "referat.md"
    path.write_text("gammelt", encoding="utf-8")
    return path


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    write_whole(tmp_path / "ny.md", "Åse møtte.\r\n")
    assert read_bytes(tmp_path / "ny.md") == "Åse møtte.\r\n".encode()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_F3_files_and_every_folder_above_are_the_owners_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "a" / "b" / "c.md", "tekst")
    finally:
        os.umask(before)
    assert [mode(tmp_path / part) for part in ("a", "a/b", "a/b/c.md")] == [0o700, 0o700, 0o600]


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "delt"
    folder.mkdir(0o755)
    make_folder(folder)
    assert mode(folder) == 0o755


def fail(call: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one system call of a save fail with `number`."""

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    if call == "replace":
        monkeypatch.setattr(Path, "replace", refuse)
    elif call == "second fsync":
        synced: list[int] = []
        real = os.fsync
        monkeypatch.setattr(
            files.os, "fsync", lambda fd: refuse() if synced else (synced.append(fd), real(fd))
        )
    else:
        monkeypatch.setattr(files.os, call, refuse)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("call", CALLS_OF_A_SAVE)
def test_F1_whichever_call_fails_a_whole_text_stands_and_nothing_is_left_behind(
    referat: Path, call: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        fail(call, number, broken)
        with pytest.raises(NotSavedError):
            write_whole(referat, "nytt")
    # Once the name has been moved over, the new text stands, whole; before that the old one does.
    assert referat.read_text(encoding="utf-8") == ("nytt" if call == "second fsync" else "gammelt")
    assert list(referat.parent.iterdir()) == [referat]


def test_the_error_says_what_to_do(referat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail("replace", errno.ENOSPC, monkeypatch)
    with pytest.raises(NotSavedError, match="Gjør plass"):
        write_whole(referat, "nytt")


def test_a_disk_that_holds_no_locks_is_told_and_nothing_is_changed(
    referat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _how: int) -> NoReturn:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(NotSavedError, match="nettverksdisk"), alone(referat):
        pytest.fail("nobody is alone with the file")


def test_a_folder_closed_to_us_is_told(referat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail("open", errno.EACCES, monkeypatch)
    with pytest.raises(NotSavedError, match="tilgang"):
        write_whole(referat, "nytt")


def test_F4_writing_over_a_link_leaves_what_it_points_at(tmp_path: Path, referat: Path) -> None:
    link = tmp_path / "lenke.md"
    link.symlink_to(referat)
    write_whole(link, "nytt")
    assert referat.read_text(encoding="utf-8") == "gammelt"


def test_the_first_bytes_can_be_read_alone(referat: Path) -> None:
    assert read_bytes(referat, 4) == b"gamm"


def make_odd(path: Path, kind: str) -> None:
    if kind == "link":
        path.symlink_to("/etc/passwd")
    elif kind == "dangling link":
        path.symlink_to("finnes-ikke")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()


@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder", "nothing"])
def test_F4_only_an_ordinary_file_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "rar.md"
    make_odd(path, kind)
    with pytest.raises(UnreadableError, match=r"rar\.md"):
        read_bytes(path)


def test_a_device_is_not_read() -> None:
    with pytest.raises(UnreadableError, match="vanlig fil"):
        read_bytes(Path("/dev/zero"))


def test_a_file_above_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "lang.md"
    path.write_bytes(b"x" * (MOST_BYTES + 1))
    with pytest.raises(UnreadableError, match="10 MB"):
        read_bytes(path)


def test_a_file_of_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lang.md"
    path.write_bytes(b"x" * MOST_BYTES)
    assert len(read_bytes(path)) == MOST_BYTES


def test_a_name_that_would_act_on_the_terminal_is_told_cleaned(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as told:
        read_bytes(tmp_path / "\x1b[2Jmappe.md")
    assert "\x1b" not in told.value.message


def test_a_name_no_system_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_bytes(tmp_path / "a\0b.md")
