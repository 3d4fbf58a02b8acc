"""The journal keeps every row it has taken, for its owner alone, and refuses what is not its own."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from data.errors import MalstyrtError, NotSavedError
from data.journal import Act, Journal, fact_in
from data.journal_errors import DamagedError
from data.witness import Mark, Witness


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "moter" / "sol-7.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    opened = Journal(path)
    yield opened
    opened.close()


def write(journal: Journal, *bodies: str) -> None:
    with journal.writing():
        for body in bodies:
            journal.append(1.0, "kari", Act.DO, body)


def bodies(journal: Journal) -> list[str]:
    return [row.body for row in journal.after(0)]


def raw(path: Path, *statements: str) -> None:
    """Do something to a database behind the journal's back."""
    connection = apsw.Connection(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_rows_come_back_in_order_with_all_they_hold(journal: Journal) -> None:
    with journal.writing():
        journal.append(1.5, "kari", Act.BEGIN, "{}")
        journal.append(2.5, "per", Act.UNDO, '{"æ": "ø"}')
    first, second = journal.after(0)
    assert (first.seq, first.at, first.who, first.act, first.body) == (1, 1.5, "kari", Act.BEGIN, "{}")
    assert (second.seq, second.act, second.body) == (2, Act.UNDO, '{"æ": "ø"}')


def test_only_rows_after_a_number_are_given(journal: Journal) -> None:
    write(journal, "a", "b", "c")
    assert [row.body for row in journal.after(2)] == ["c"]


def test_rows_stand_after_closing(path: Path) -> None:
    journal = Journal(path)
    write(journal, "a")
    journal.close()
    again = Journal(path)
    assert bodies(again) == ["a"]
    again.close()


def break_off(journal: Journal) -> None:
    with journal.writing():
        journal.append(1.0, "kari", Act.DO, "halvt")
        raise KeyboardInterrupt


def test_what_is_broken_off_leaves_nothing(journal: Journal) -> None:
    with pytest.raises(KeyboardInterrupt):
        break_off(journal)
    assert bodies(journal) == []


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_F3_files_and_folders_are_the_owners_alone(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        journal = Journal(path)
        write(journal, "a")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    journal.close()
    assert modes == dict.fromkeys(("sol-7.db", "sol-7.db-mark", "sol-7.db-wal", "sol-7.db-shm"), 0o600)
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in path.parents[:2]] == [0o700, 0o700]


def test_every_row_is_synced_before_it_is_acknowledged(path: Path, journal: Journal) -> None:
    assert journal._connection.execute("PRAGMA synchronous").fetchone() == (2,)  # noqa: SLF001 - the promise itself
    assert path.read_bytes()[18:20] == b"\2\2", "the file says that it keeps a write-ahead log"


def test_another_program_is_noticed_once(path: Path, journal: Journal) -> None:
    other = Journal(path)
    assert not journal.others_wrote()
    write(other, "a")
    assert journal.others_wrote()
    assert not journal.others_wrote()
    other.close()


def test_ones_own_rows_are_not_anothers(journal: Journal) -> None:
    write(journal, "a")
    assert not journal.others_wrote()


def test_a_row_written_while_another_program_opens_the_journal_is_no_damage(
    path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    tells = Witness.tells

    def tells_of_a_row_just_written(witness: Witness) -> Mark | None:
        write(journal, "meanwhile")
        return tells(witness)

    monkeypatch.setattr(Witness, "tells", tells_of_a_row_just_written)

    other = Journal(path)

    assert bodies(other) == ["meanwhile"]
    other.close()


def test_closing_one_handle_leaves_the_other_whole(path: Path) -> None:
    first, second = Journal(path), Journal(path)
    write(first, "a")
    first.close()
    write(second, "b")
    assert bodies(second) == ["a", "b"]
    second.close()


def test_facts_are_kept_and_replaced(journal: Journal) -> None:
    assert journal.fact("document") == ""
    journal.remember(document="/a.md", known="1")
    journal.remember(document="/b.md")
    assert (journal.fact("document"), journal.fact("known")) == ("/b.md", "1")


def test_a_fact_is_read_beside_one_who_writes(path: Path, journal: Journal) -> None:
    journal.remember(document="/a/b.md")
    assert fact_in(path, "document") == "/a/b.md"
    assert fact_in(path, "noe annet") == ""


def test_a_fact_is_read_and_nothing_made_beside_the_journal(path: Path) -> None:
    journal = Journal(path)
    journal.remember(document="/a/b.md")
    journal.close()
    before = {file: file.stat().st_mtime_ns for file in path.parent.iterdir()}
    assert fact_in(path, "document") == "/a/b.md"
    assert {file: file.stat().st_mtime_ns for file in path.parent.iterdir()} == before


def test_a_fact_is_read_where_a_stop_left_the_log_alone(path: Path, journal: Journal, tmp_path: Path) -> None:
    journal.remember(document="/a/b.md")
    stopped = tmp_path / "sol-7.db"
    for name in ("", "-wal"):
        shutil.copy(f"{path}{name}", f"{stopped}{name}")
    assert fact_in(stopped, "document") == "/a/b.md"


def test_a_fact_that_is_not_as_it_was_written_is_told(path: Path) -> None:
    journal = Journal(path)
    journal.remember(document="/a/b.md")
    journal.close()
    raw(path, "UPDATE fact SET value = '/c/d.md'")
    with pytest.raises(DamagedError):
        fact_in(path, "document")


def test_what_is_taken_out_is_gone_from_the_file(path: Path, journal: Journal) -> None:
    journal.remember(document="HEMMELIG")
    journal.remember(document="")
    journal.close()
    assert b"HEMMELIG" not in path.read_bytes()


def test_a_text_file_is_no_journal_and_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("ikke en database, men lang nok til å ligne på en fil med noe i " * 40, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(MalstyrtError, match="ikke slik den ble skrevet"):
        Journal(path)
    assert path.read_bytes() == before


def test_somebody_elses_database_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    raw(path, "CREATE TABLE other(x)")
    before = path.read_bytes()
    with pytest.raises(MalstyrtError, match="ikke slik den ble skrevet"):
        Journal(path)
    assert path.read_bytes() == before


def test_rows_from_before_there_were_seals_are_sealed(path: Path, journal: Journal) -> None:
    with journal.writing():
        journal.append(1.0, "kari", Act.BEGIN, "{}")
    write(journal, "a", "b")
    journal.remember(document="/a.md")
    journal.close()
    raw(path, *(f"ALTER TABLE {table} DROP COLUMN seal" for table in ("change", "fact")))
    raw(path, "PRAGMA user_version=1")
    again = Journal(path)
    write(again, "c")
    again.close()
    once_more = Journal(path)
    assert (bodies(once_more), once_more.fact("document")) == (["{}", "a", "b", "c"], "/a.md")
    once_more.close()


def test_F4_a_link_in_the_journals_place_is_refused(path: Path) -> None:
    elsewhere = path.parent / "annet.db"
    path.parent.mkdir(parents=True)
    path.symlink_to(elsewhere)
    with pytest.raises(MalstyrtError):
        Journal(path)
    assert not elsewhere.exists()


def test_a_folder_above_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "ekte").mkdir()
    (tmp_path / "lenke").symlink_to(tmp_path / "ekte")
    journal = Journal(tmp_path / "lenke" / "a.db")
    write(journal, "a")
    journal.close()
    assert (tmp_path / "ekte" / "a.db").is_file()


def test_a_full_journal_says_so_and_keeps_what_it_has(journal: Journal) -> None:
    write(journal, "a")
    journal._connection.execute("PRAGMA max_page_count=6")  # noqa: SLF001 - a full disk
    with pytest.raises(NotSavedError, match="Se etter plass"):
        write(journal, "x" * 100_000)
    assert bodies(journal) == ["a"]
    write(journal, "b")
    assert bodies(journal) == ["a", "b"]


OPENER = """
import sys
from pathlib import Path
from data.journal import Act, Journal, fact_in
from data.journal_errors import DamagedError
from data.witness import Mark, Witness

sys.stdin.readline()
journal = Journal(Path(sys.argv[1]))
for number in range(20):
    with journal.writing():
        journal.append(1.0, sys.argv[2], Act.DO, str(number))
journal.close()
"""


def test_several_programs_can_open_and_write_a_new_journal_at_once(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", OPENER, str(path), who], stdin=subprocess.PIPE)
        for who in ("a", "b", "c")
    ]
    for writer in writers:
        assert writer.stdin
        writer.stdin.write(b"\n")
        writer.stdin.close()
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    journal = Journal(path)
    rows = journal.after(0)
    journal.close()
    assert [row.seq for row in rows] == list(range(1, 61))
    for who in ("a", "b", "c"):
        assert [row.body for row in rows if row.who == who] == [str(number) for number in range(20)]
