"""A journal that is flipped, cut, taken away or put back: what is whole goes on, and it is told."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import apsw
import pytest

from data import journal as journals
from data.changes import Add, Set
from data.errors import MalstyrtError
from data.journal import Journal, Row
from data.journal_errors import NewerError, TakenElsewhereError
from data.locations import Locations
from data.markdown import write
from data.meeting import Meeting
from data.opening import Opened, open_meeting
from data.saving import save_document
from tests.data.sample_meeting import sample_meeting
from tests.soak.catalogue import WHOLE, chance, times

NINE = 1_800_000_000.0
ROWS = 90
FILES = ("", "-wal", "-mark")


class Made(NamedTuple):
    """A meeting that was killed: where its document is, its journal's files, and all the journal's rows."""

    data: Path
    meeting_id: str
    files: dict[str, bytes]
    older: dict[str, bytes]
    """The files as they were a good while before."""
    rows: list[Row]
    meeting: Meeting


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    home = tmp_path_factory.mktemp("made")
    locations = Locations(home / "data", home / "state", home / "cache", home / "config")
    meeting = sample_meeting()
    document = locations.group(meeting.group) / "2026-11-24-samarbeidsmote.md"
    document.parent.mkdir(parents=True)
    document.write_text(write(meeting), encoding="utf-8")
    opened = open_meeting(locations, str(document), now=lambda: NINE, who="kari")
    live, path = opened.live, opened.live.journal.path
    older: dict[str, bytes] = {}
    for number in range(ROWS):
        if number == ROWS // 3:
            save_document(live)
            checkpointed(path)
            older = files_of(path)
        live.record(a_change(number))
    made = Made(locations.data, live.meeting.id, files_of(path), older, live.journal.after(0), live.meeting)
    live.close()
    return made


def checkpointed(path: Path) -> None:
    """Have SQLite take its log into the file, as it does by itself when the log has grown."""
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


def files_of(path: Path) -> dict[str, bytes]:
    """Give a journal's files as a kill would leave them."""
    beside = {suffix: path.with_name(path.name + suffix) for suffix in FILES}
    return {suffix: file.read_bytes() for suffix, file in beside.items() if file.exists()}


def a_change(number: int) -> Set | Add:
    """Give one of many changes, some of them longer than a page."""
    if number % 3 == 0:
        return Add(path="tiltak", part={"id": f"T{1000 + number}", "what": f"Gjøre {number}"})
    words = f"ord{number} " * (600 if number % 40 == 7 else number % 20)
    path = "entries/ordet:bruker/comment" if number % 2 else "place"
    return Set(path=path, value=f"{number} {words}".strip())


class Tried(NamedTuple):
    """What became of a meeting whose journal was tampered with."""

    rows: list[Row]
    meeting: Meeting
    words: str
    aside: list[str]


def tried(made: Made, files: dict[str, bytes], home: Path) -> Tried:
    """Open the meeting with other files for its journal."""
    locations = placed(made, files, home)
    opened = reopened(made, locations)
    live = opened.live
    words = " ".join(opened.notices)
    outcome = Tried(
        live.journal.after(0),
        live.meeting,
        words,
        [file.name for file in locations.journals.iterdir() if "skadet" in file.name],
    )
    live.close()
    again = Journal(locations.journal(made.meeting_id))
    assert again.after(0) == outcome.rows
    again.close()
    return outcome


def placed(made: Made, files: dict[str, bytes], home: Path) -> Locations:
    """Put files in the journal's place, in a home of their own."""
    shutil.rmtree(home, ignore_errors=True)
    locations = Locations(made.data, home / "state", home / "cache", home / "config")
    locations.journals.mkdir(parents=True)
    path = locations.journal(made.meeting_id)
    for suffix, data in files.items():
        path.with_name(path.name + suffix).write_bytes(data)
    return locations


def reopened(made: Made, locations: Locations) -> Opened:
    return open_meeting(locations, made.meeting_id, now=lambda: NINE + 60, who="kari")


def contents(rows: list[Row]) -> list[tuple[str, str]]:
    """Give what rows say, without their numbers and what opening the meeting adds."""
    return [(row.act.value, row.body) for row in rows]


def all_is_there_or_told(made: Made, outcome: Tried, most: int) -> None:
    """Hold a meeting against what was written: at most some rows are lost, and never without a word."""
    left = contents(outcome.rows)
    missed = [one for one in contents(made.rows) if one not in left]
    assert len(missed) <= most
    if missed:
        assert "Journalen var skadet" in outcome.words
        assert outcome.aside
    else:
        assert outcome.meeting == made.meeting


# -- J6: bytes ------------------------------------------------------------------------------------


def test_J6_a_flipped_byte_costs_one_change_at_most_and_is_told(made: Made, tmp_path: Path) -> None:
    luck = chance("J6")
    for _ in range(times("J6")):
        suffix = luck.choice(["", "-wal"])
        data = bytearray(made.files[suffix])
        at = luck.randrange(len(data))
        data[at] ^= luck.randrange(1, 256)
        print(suffix, at, data[at])  # noqa: T201 - shown when it fails
        all_is_there_or_told(made, tried(made, made.files | {suffix: bytes(data)}, tmp_path / "f"), 1)


def test_J6_a_cut_file_costs_what_was_cut_off_and_is_told(made: Made, tmp_path: Path) -> None:
    for suffix, at in cuts(made, chance("J6", "cut")):
        outcome = tried(made, made.files | {suffix: made.files[suffix][:at]}, tmp_path / "f")
        all_is_there_or_told(made, outcome, ROWS + 1)


def cuts(made: Made, luck: random.Random) -> Iterator[tuple[str, int]]:
    """Give where to cut: at every 512 bytes of every file, or at some of them."""
    places = [(suffix, at) for suffix in ("", "-wal") for at in range(0, len(made.files[suffix]), 512)]
    yield from places if WHOLE else luck.sample(places, 20)


def test_J6_what_is_before_a_cut_is_still_there(made: Made, tmp_path: Path) -> None:
    whole = made.files["-wal"]
    outcome = tried(made, made.files | {"-wal": whole[: len(whole) // 2]}, tmp_path / "f")
    assert len(outcome.rows) > ROWS // 2
    assert "Journalen var skadet" in outcome.words


def test_J6_a_log_that_is_gone_is_missed(made: Made, tmp_path: Path) -> None:
    outcome = tried(made, {"": made.files[""], "-mark": made.files["-mark"]}, tmp_path / "f")
    assert "Journalen var skadet" in outcome.words
    assert f"{ROWS + 1} endringer" in outcome.words
    assert len(outcome.rows) >= ROWS // 3


def test_J6_an_older_file_put_back_is_noticed(made: Made, tmp_path: Path) -> None:
    outcome = tried(made, made.older | {"-mark": made.files["-mark"]}, tmp_path / "f")
    assert "Journalen var skadet" in outcome.words


def test_J6_an_older_file_put_back_with_its_witness_is_what_it_was(made: Made, tmp_path: Path) -> None:
    outcome = tried(made, made.older, tmp_path / "f")
    assert "skadet" not in outcome.words
    assert contents(outcome.rows) == contents(made.rows)[: len(outcome.rows)]


@pytest.mark.parametrize(
    "witness", [b"", b"\0" * 7, b"nonsense".ljust(20)], ids=["gone", "short", "nonsense"]
)
def test_J6_a_witness_that_cannot_be_relied_on_accuses_nobody(
    witness: bytes, made: Made, tmp_path: Path
) -> None:
    outcome = tried(made, made.files | {"-mark": witness}, tmp_path / "f")
    assert "skadet" not in outcome.words
    assert outcome.meeting == made.meeting


def test_J6_a_row_taken_out_or_put_elsewhere_by_hand_is_noticed(made: Made, tmp_path: Path) -> None:
    for tampering in (
        "DELETE FROM change WHERE seq = 40",
        "UPDATE change SET seq = 9999 WHERE seq = 40",
        "UPDATE change SET body = (SELECT body FROM change WHERE seq = 50) WHERE seq = 40",
        "UPDATE change SET who = 'per' WHERE seq = 40",
    ):
        file = tmp_path / "a.db"
        for suffix, data in made.files.items():
            file.with_name(file.name + suffix).write_bytes(data)
        connection = apsw.Connection(str(file))
        connection.execute(tampering)
        connection.close()
        outcome = tried(made, {"": file.read_bytes(), "-mark": made.files["-mark"]}, tmp_path / "f")
        assert "Journalen var skadet" in outcome.words, tampering


def test_J6_everything_but_the_document_gone_begins_from_the_document(made: Made, tmp_path: Path) -> None:
    outcome = tried(made, {"-mark": made.files["-mark"]}, tmp_path / "f")
    assert "Journalen var skadet" in outcome.words
    assert outcome.meeting.participants == made.meeting.participants


HOLDER = """
import sys
from pathlib import Path
from data.journal import Journal

journal = Journal(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_J6_a_damaged_journal_that_is_open_elsewhere_is_left_to_those_who_have_it(
    made: Made, tmp_path: Path
) -> None:
    locations = placed(made, made.files, tmp_path)
    path = locations.journal(made.meeting_id)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout
        holder.stdout.readline()
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(bytes(len(made.files[""]) - 4096))
        damaged = path.read_bytes()
        with pytest.raises(TakenElsewhereError):
            reopened(made, locations)
        assert path.read_bytes() == damaged
        holder.communicate()
    assert "Journalen var skadet" in " ".join(reopened(made, locations).notices)


# -- J8: a newer version --------------------------------------------------------------------------


@pytest.fixture
def newer(made: Made, tmp_path: Path) -> Locations:
    """Give a journal with an act and a column that we do not know."""
    locations = placed(made, made.files, tmp_path)
    path = locations.journal(made.meeting_id)
    connection = apsw.Connection(str(path))
    connection.execute("ALTER TABLE change ADD COLUMN mood TEXT NOT NULL DEFAULT 'glad'")
    connection.execute("INSERT INTO change VALUES (900, 1.0, 'kari', 'vote', '{\"for\": 3}', x'00', 'sur')")
    connection.execute(f"PRAGMA user_version={journals.VERSION + 1}")
    connection.close()
    return locations


def test_J8_a_journal_of_a_newer_version_is_read_and_not_written(made: Made, newer: Locations) -> None:
    path = newer.journal(made.meeting_id)
    opened = reopened(made, newer)
    before, standing = path.read_bytes(), opened.document.read_bytes()
    assert opened.live.meeting == made.meeting
    assert "bare leses" in " ".join(opened.notices)
    for attempt in (
        lambda: opened.live.record(Set(path="place", value="Rom 9")),
        opened.live.undo,
        lambda: save_document(opened.live),
    ):
        with pytest.raises(NewerError, match="Oppgrader"):
            attempt()
    assert opened.live.meeting == made.meeting
    opened.live.close()
    assert path.read_bytes() == before
    assert opened.document.read_bytes() == standing


def test_J8_one_whose_words_we_cannot_read_is_refused_and_left_alone(made: Made, newer: Locations) -> None:
    path = newer.journal(made.meeting_id)
    connection = apsw.Connection(str(path))
    connection.execute("ALTER TABLE change RENAME TO happening")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(MalstyrtError, match="nyere"):
        reopened(made, newer)
    assert path.read_bytes() == before
