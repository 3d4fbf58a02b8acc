"""A meeting is saved where it came from, beside what others wrote, and never half."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from data import archive, files
from data.archive import SavedBesideError
from data.changes import Add, Set
from data.errors import NotSavedError
from data.meeting import BRUKER
from data.opening import open_document
from data.saving import document_of, is_saved, save_document, turn_of
from tests.data.disk import full_disk
from tests.data.opener import Desk, place


def test_saving_keeps_what_is_private_out_of_the_document(desk: Desk, document: Path) -> None:
    live = desk.open("sol-7-a").live
    live.record(Add(path="notes", part={"id": BRUKER, "text": "KLADD"}))
    save_document(live)
    assert "KLADD" not in document.read_text(encoding="utf-8")
    assert live.meeting.notes[0].text == "KLADD"


def test_whether_the_document_holds_the_meeting_is_known(desk: Desk, document: Path) -> None:
    live = desk.open("sol-7-a").live
    assert is_saved(live)
    live.record(place("Rom 2"))
    assert not is_saved(live)
    assert save_document(live) == document
    assert is_saved(live)
    live.undo()
    assert not is_saved(live)


def test_saving_again_and_again_is_no_conflict_with_oneself(desk: Desk, document: Path) -> None:
    live = desk.open("sol-7-a").live
    for words in ("Rom 2", "Rom 3", "Rom 2"):
        live.record(place(words))
        assert save_document(live) == document
    assert [file.name for file in document.parent.iterdir()] == [document.name]


def test_two_terminals_save_the_same_meeting_without_conflict(desk: Desk, document: Path) -> None:
    first, second = desk.open("sol-7-a").live, desk.open("sol-7-a").live
    first.record(place("Rom 2"))
    save_document(first)
    second.record(Set(path="group", value="SOL-8"))
    assert save_document(second) == document
    saved = open_document(document).meeting
    assert (saved.place, saved.group) == ("Rom 2", "SOL-8")


TERMINAL = """
import sys
from pathlib import Path
from data import files
from data.changes import Set
from data.errors import NotSavedError
from data.locations import locate
from data.opening import open_meeting
from data.saving import save_document

files._TRIES *= 30  # a busy machine may let one of them lie for seconds
locations, who = locate({}, Path(sys.argv[1])), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for number in range(8):
    opened = open_meeting(locations, "sol-7-a", now=lambda: 1_800_000_000.0, who=who)
    print(*(words for words in opened.notices if "endret" in words), sep="", end="")
    for again in range(4):
        opened.live.record(Set(path="place", value=f"Rom {who} {number} {again}"))
        try:
            save_document(opened.live)
        except NotSavedError as error:
            print(error.title, end="")
    opened.live.close()
"""


def test_two_programs_that_open_and_save_at_the_same_moment_are_no_strangers(
    desk: Desk, document: Path
) -> None:
    terminals = [
        subprocess.Popen(
            [sys.executable, "-c", TERMINAL, str(desk.locations.data.parent), who],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": "."},
            text=True,
        )
        for who in ("kari", "per")
    ]
    for terminal in terminals:
        assert terminal.stdout
        assert terminal.stdout.readline() == "ready\n"
    for terminal in terminals:
        assert terminal.stdin
        terminal.stdin.write("begin\n")
        terminal.stdin.flush()
    assert [terminal.communicate()[0] for terminal in terminals] == ["", ""]
    assert [terminal.returncode for terminal in terminals] == [0, 0]
    assert list(document.parent.iterdir()) == [document]


def test_a_terminal_that_was_stopped_while_it_saved_holds_nobody_up_for_ever(
    desk: Desk, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = desk.open("sol-7-a").live
    live.record(place("Rom 2"))
    monkeypatch.setattr(files, "_TRIES", 2)
    with turn_of(live.journal.path):
        assert save_document(live) == document


@pytest.mark.parametrize("planted", ["folder", "link"])
def test_a_save_needs_no_turn_where_none_can_be_had(desk: Desk, document: Path, planted: str) -> None:
    lock = desk.locations.journals / ".sol-7-a.md.lock"
    lock.parent.mkdir(parents=True)
    lock.mkdir() if planted == "folder" else lock.symlink_to("/dev/full")
    live = desk.open("sol-7-a").live
    live.record(place("Rom 2"))
    assert save_document(live) == document


def test_F6_after_a_conflict_the_meeting_lives_beside(desk: Desk, document: Path) -> None:
    live = desk.open("sol-7-a").live
    live.record(place("Rom 2"))
    document.write_text("deres", encoding="utf-8")
    with pytest.raises(SavedBesideError) as told:
        save_document(live)
    live.record(place("Rom 3"))
    assert save_document(live) == told.value.beside == document_of(live)
    assert document.read_text(encoding="utf-8") == "deres"
    assert desk.again("sol-7-a").document == told.value.beside


def test_F1_a_failed_save_leaves_the_old_file_and_says_where_the_meeting_is(
    desk: Desk, document: Path
) -> None:
    live = desk.open("sol-7-a").live
    live.record(place("Rom 2"))
    before = document.read_bytes()
    with full_disk(), pytest.raises(NotSavedError, match=r"Alt i møtet står i journalen: .*sol-7-a\.db"):
        save_document(live)
    assert document.read_bytes() == before
    assert list(document.parent.iterdir()) == [document]
    assert save_document(live) == document


def test_what_stands_in_memory_alone_is_not_said_to_be_safe(desk: Desk, document: Path) -> None:
    live = desk.open("sol-7-a").live
    with full_disk():
        with pytest.raises(NotSavedError):
            live.record(place("Rom 2"))
        with pytest.raises(NotSavedError, match="bare i minnet"):
            save_document(live)
    assert save_document(live) == document
    assert open_document(document).meeting.place == "Rom 2"


def test_a_stop_between_writing_and_remembering_is_no_conflict(
    desk: Desk, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = desk.open("sol-7-a").live
    live.record(place("Rom 2"))
    real = archive.save

    def write_and_stop(path: Path, text: str, *, known: Collection[str]) -> None:
        real(path, text, known=known)
        raise KeyboardInterrupt

    with monkeypatch.context() as stopping:
        stopping.setattr(archive, "save", write_and_stop)
        with pytest.raises(KeyboardInterrupt):
            save_document(live)
    again = desk.again("sol-7-a").live
    again.record(place("Rom 3"))
    assert save_document(again) == document


def test_a_new_document_is_the_owners_alone(desk: Desk, document: Path) -> None:
    live = desk.open("sol-7-a").live
    document.unlink()
    live.record(place("Rom 2"))
    save_document(live)
    assert document.stat().st_mode & 0o777 == 0o600
