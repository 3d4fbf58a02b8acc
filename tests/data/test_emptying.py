"""A working copy that is filed goes for good, with every byte of it; one that is not stays, and says why."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from data import acts, afterlife
from data.approving import approve
from data.archive import document_path
from data.emptying import RECEIPTS, Filing, NotEmptiedError, empty, filing
from data.errors import MalstyrtError, NotSavedError
from data.files import write_whole
from data.group import Group
from data.groups import create_group, update_group
from data.index import Index
from data.instants import instant_of
from data.journal import Journal
from data.leaders_book import Book, Kept, Spoken, change_book, read_book
from data.live import Live
from data.locations import Locations, locate
from data.meeting import Meeting, Status
from data.saving import begin, document_of, save_document
from data.working_copy import NotFiledError, WorkingCopy, working_copy
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.disk import full_disk
from tests.data.sample_group import SAMPLE_GROUP

CANARY = "Kanari"
TODAY = dt.date(2026, 12, 1)
NOW = instant_of(TODAY, dt.time(10))
FILED = Filing("Elements, sak 2026/123", dt.date(2026, 11, 30))


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def named(words: str) -> str:
    """Give words in which the canary is everybody."""
    for name in ("Kari Kladd", "Per Prøve", "Ola Øving", "Mor Eksempel", "Tor Test"):
        words = words.replace(name, f"{CANARY} Kvitter")
    return words


def held(locations: Locations, number: int, group: str = "SOL-7", *, finished: bool = True) -> Live:
    """Hold a meeting in which everything says the canary, kladd too, and let it be approved."""
    changes = {"id": f"{group.lower()}-{number}", "group": group, "date": DAY - dt.timedelta(days=number)}
    status = {"status": Status.REFERAT} if finished else {}
    meeting = Meeting.of_json(named(complete_meeting().as_json())).having({**changes, **status})
    path = document_path(locations, meeting)
    live = begin(locations, path, meeting, now=lambda: NOW, who="test")
    live.record(acts.put("notes/runde1/text", f"{CANARY} er kladd"))
    live.record(acts.put("summary", f"{CANARY} sto her før"))
    live.record(acts.put("summary", "Noe annet"))
    change_book(locations, lambda book: with_spoken_of(book, live.meeting.id))
    write_whole(path.with_suffix(".ics"), f"SUMMARY:{CANARY}\n")
    save_document(live)
    return live


def with_spoken_of(book: Book, meeting: str) -> Book:
    """Give the leader's book with how long the canary spoke in a meeting, and a matter that is ticked off."""
    parked = Kept(id=f"{meeting}/x1", folder=meeting.rpartition("-")[0], settled=True)
    return book.having(
        {
            "spoken": (*book.spoken, Spoken(id=meeting, seconds={f"{CANARY} Kvitter": 60})),
            "parked": (*book.parked, parked),
        }
    )


def approved(locations: Locations, number: int, group: str = "SOL-7") -> Path:
    live = held(locations, number, group)
    path = approve(locations, live, TODAY)
    live.close()
    return path


def close_group(path: Path) -> None:
    update_group(path, lambda group: group.having({"closed": TODAY}))


@pytest.fixture
def closed_group(locations: Locations) -> Path:
    """Give the file of a group that is closed, with two approved meetings, all of it in the index."""
    path = create_group(locations, Group.of_json(named(SAMPLE_GROUP.as_json())))
    for number in (1, 2):
        approved(locations, number)
    close_group(path)
    look(locations)
    return path


def look(locations: Locations) -> None:
    with Index(locations) as index:
        index.look()


def going(locations: Locations, words: str) -> WorkingCopy:
    return working_copy(locations, words, TODAY, now=lambda: NOW)


def emptied(locations: Locations, words: str) -> Path:
    return empty(locations, going(locations, words), FILED, now=NOW, who="kari")


def files_with(locations: Locations, words: str) -> list[Path]:
    """Give every file anywhere below home whose bytes hold some words, in small letters or not."""
    files = [path for path in locations.data.parent.rglob("*") if path.is_file()]
    return [path for path in files if words.lower().encode() in path.read_bytes().lower()]


@pytest.mark.usefixtures("closed_group")
def test_P2_no_byte_of_an_emptied_group_is_left(locations: Locations) -> None:
    assert len(files_with(locations, CANARY)) >= 6

    emptied(locations, "SOL-7")

    assert files_with(locations, CANARY) == []
    assert not (locations.groups / "sol-7").exists()
    assert read_book(locations) == Book()
    assert list(locations.journals.iterdir()) == []


def test_P2_no_byte_of_an_emptied_meeting_is_left_and_the_others_stay(locations: Locations) -> None:
    approved(locations, 1)
    other = approved(locations, 2, group="ELV-2").read_bytes()
    look(locations)
    (locations.groups / "sol-7" / "gruppe.md").unlink()  # what the group itself remembers is the group's

    emptied(locations, "sol-7-1")

    left = set(files_with(locations, CANARY)) - {locations.leaders_book}
    assert left
    assert all("elv-2" in str(path) for path in left), left
    assert [one.id for one in read_book(locations).spoken] == ["elv-2-2"]
    assert (locations.groups / "elv-2" / "2026-11-22-samarbeidsmote.md").read_bytes() == other
    look(locations)
    with Index(locations) as index:
        assert [document.group for document in index.documents()] == ["ELV-2"]


@pytest.mark.parametrize(
    "name", ["sol-7-1.db-skadet-1", ".sol-7-1.db.lock", "sol-7-1.txt", "parkert/sol-7-1.md", "sol-7-1/a.md"]
)
@pytest.mark.usefixtures("closed_group")
def test_what_others_keep_of_a_meeting_by_its_id_goes_with_it(locations: Locations, name: str) -> None:
    write_whole(locations.state / name, CANARY)
    write_whole(locations.state / "sol-7-12.md", "et annet møtes")
    emptied(locations, "SOL-7")
    assert files_with(locations, CANARY) == []
    assert (locations.state / "sol-7-12.md").exists()


@pytest.mark.usefixtures("closed_group")
def test_the_receipt_says_where_it_is_and_how_to_know_it_and_nothing_else(locations: Locations) -> None:
    documents = sorted((locations.groups / "sol-7").glob("2026*.md"))
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in documents]

    receipt = emptied(locations, "SOL-7")

    text = receipt.read_text(encoding="utf-8")
    assert receipt == locations.data / RECEIPTS / "2026-12-01-sol-7.md"
    assert "- **Arkivert i:** Elements, sak 2026/123\n- **Arkivert:** 30.11.2026\n" in text
    assert "- **Av:** kari\n- **Hva:** gruppen sol-7\n" in text
    assert all(found in text for found in sums)
    assert text.endswith("- **Status:** alt er slettet\n")
    assert "Trygg på skolen" not in text


def test_a_group_that_still_meets_is_not_emptied(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    approved(locations, 1)
    with pytest.raises(NotFiledError, match="ikke avsluttet"):
        going(locations, "SOL-7")


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.GODKJENT])
def test_nothing_that_is_not_approved_is_emptied(
    locations: Locations, closed_group: Path, status: Status
) -> None:
    first = min(closed_group.parent.glob("2026*.md"))
    text = first.read_text(encoding="utf-8").replace('status: "godkjent"', f'status: "{status}"')
    first.write_text(text, encoding="utf-8")
    with pytest.raises(NotFiledError, match=first.name):
        going(locations, "SOL-7")
    with pytest.raises(NotFiledError, match=str(status)):
        going(locations, "sol-7-2")


def test_a_file_that_cannot_be_read_keeps_all_of_it(locations: Locations, closed_group: Path) -> None:
    (closed_group.parent / "notat.md").write_bytes(b"\xff\xfe ikke noe referat")
    with pytest.raises(NotFiledError, match=r"notat\.md"):
        going(locations, "SOL-7")


def test_a_meeting_whose_document_was_taken_away_by_hand_keeps_its_journal(
    locations: Locations, closed_group: Path
) -> None:
    live = held(locations, 3, finished=False)
    live.close()
    document = document_path(locations, live.meeting)
    document.unlink()
    close_group(closed_group)
    with pytest.raises(NotFiledError, match=r"sol-7-3\.db"):
        going(locations, "SOL-7")


def test_what_the_journal_has_and_the_document_not_is_kept(locations: Locations) -> None:
    path = approved(locations, 1)
    live = Live(Journal(locations.journal("sol-7-1")), now=lambda: NOW, who="test")
    assert document_of(live) == path
    live.record(afterlife.correct("Kari", "Rettes.", NOW))
    live.close()
    with pytest.raises(NotFiledError, match=r"sol-7-1\.db"):
        going(locations, "sol-7-1")


def test_a_group_is_not_emptied_by_the_name_of_another(locations: Locations) -> None:
    for alias in ("ÁJ", "J"):
        create_group(locations, SAMPLE_GROUP.having({"alias": alias, "closed": TODAY}))
    for words in ("ČJ", "J*", "AJ"):
        with pytest.raises(MalstyrtError, match="Fant ikke"):
            working_copy(locations, words, TODAY, now=lambda: NOW)
    assert working_copy(locations, "ÁJ", TODAY, now=lambda: NOW).name == locations.group("ÁJ").name


def test_a_group_that_is_not_there_is_told(locations: Locations) -> None:
    with pytest.raises(MalstyrtError, match="Fant ikke"):
        going(locations, "ingen-slik")


@pytest.mark.usefixtures("closed_group")
def test_a_matter_that_was_parked_and_not_ticked_off_keeps_all_of_it(locations: Locations) -> None:
    matter = Kept(id="sol-7-2/x9", folder="sol-7", text=f"{CANARY} klager")
    change_book(locations, lambda book: book.having({"parked": (*book.parked, matter)}))
    for words in ("SOL-7", "sol-7-2"):
        with pytest.raises(NotFiledError, match="1 parkert sak er"):
            going(locations, words)
    assert going(locations, "sol-7-1")


@pytest.mark.parametrize(
    ("place", "day", "told"),
    [
        (" \n", FILED.day, "hvor"),
        ("Elements", None, "datoen"),
        ("Elements", TODAY + dt.timedelta(days=1), "årstall"),
        ("Elements", DAY - dt.timedelta(days=3), "årstall"),
    ],
)
@pytest.mark.usefixtures("closed_group")
def test_where_and_when_must_be_said_and_be_so(
    locations: Locations, place: str, day: dt.date | None, told: str
) -> None:
    with pytest.raises(MalstyrtError, match=told):
        filing(place, day, going(locations, "SOL-7"), TODAY)


@pytest.mark.usefixtures("closed_group")
def test_without_room_for_a_receipt_nothing_is_removed(locations: Locations) -> None:
    working = going(locations, "SOL-7")
    before = {path: path.read_bytes() for path in working.files}
    with full_disk(), pytest.raises(NotSavedError):
        empty(locations, working, FILED, now=NOW, who="kari")
    assert {path: path.read_bytes() for path in working.files} == before


@pytest.mark.usefixtures("closed_group")
def test_what_could_not_be_removed_is_told_and_asking_again_goes_on(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def stuck(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".ics":
            raise PermissionError(13, "")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", stuck)
        with pytest.raises(NotEmptiedError, match=r"samarbeidsmote\.ics"):
            emptied(locations, "SOL-7")
    assert "begynt" in next((locations.data / RECEIPTS).iterdir()).read_text(encoding="utf-8")

    emptied(locations, "SOL-7")

    assert files_with(locations, CANARY) == []
    assert len(list((locations.data / RECEIPTS).iterdir())) == 2


def renamed(locations: Locations, path: Path, name: str) -> None:
    """Let a meeting that is approved have another id, as somebody may write it by hand."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id: "sol-7-1"', f'id: "{name}"'), encoding="utf-8")
    for file in locations.journals.glob("sol-7-1.db*"):
        file.unlink()


@pytest.mark.parametrize(
    "name",
    ["2026-11-22-samarbeidsmote", "gruppe", "moter", "leder", "grupper", "elv-2", "sol-7", "kvitteringer"],
)
def test_an_id_written_by_hand_takes_no_file_of_others(locations: Locations, name: str) -> None:
    create_group(locations, SAMPLE_GROUP)
    create_group(locations, SAMPLE_GROUP.having({"alias": "ELV-2"}))
    for group in ("SOL-7", "ELV-2"):
        held(locations, 2, group, finished=False).close()
    path = approved(locations, 1)
    renamed(locations, path, name)
    write_whole(locations.data / RECEIPTS / "2026-01-01-elv-2.md", "kvittering")
    own = {path, path.with_suffix(".ics")}
    before = {file for file in locations.data.parent.rglob("*") if file.is_file()}

    assert set(going(locations, str(path)).files) == own
    emptied(locations, str(path))

    gone = before - set(locations.data.parent.rglob("*"))
    assert {file for file in gone if locations.cache not in file.parents} == own


def test_what_lies_beside_another_document_of_the_group_is_that_ones(locations: Locations) -> None:
    own = approved(locations, 1)
    held(locations, 2, finished=False).close()
    other = next(own.parent.glob("*-22-*.md")).rename(own.with_suffix(".kopi.md"))
    beside = [write(own, suffix) for suffix in (".kopi.ics", ".ics", ".pdf")]

    files = going(locations, "sol-7-1").files

    assert own in files
    assert other not in files
    assert [path in files for path in beside] == [False, True, True]


@pytest.mark.parametrize("words", ["SOL-7", "sol-7-1"])
def test_a_copy_of_a_referat_of_another_group_keeps_its_id_and_takes_no_journal(
    locations: Locations, closed_group: Path, words: str
) -> None:
    theirs = approved(locations, 1, "ELV-2")
    own = closed_group.parent / "2026-11-23-samarbeidsmote.md"
    own.write_text(own.read_text("utf-8").replace('id: "sol-7-1"', 'id: "elv-2-1"'), encoding="utf-8")
    with pytest.raises(NotFiledError, match=str(theirs)):
        going(locations, words.replace("sol-7-1", str(own)))


@pytest.mark.usefixtures("closed_group")
def test_the_journals_of_other_groups_are_not_opened(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(locations, 1, "ELV-2").close()
    opened: list[str] = []
    open_it = Journal.__init__

    def opening(journal: Journal, path: Path) -> None:
        opened.append(path.stem)
        open_it(journal, path)

    monkeypatch.setattr(Journal, "__init__", opening)
    going(locations, "SOL-7")
    assert set(opened) == {"sol-7-1", "sol-7-2"}


def write(document: Path, suffix: str) -> Path:
    """Put a file beside a document."""
    path = document.with_suffix(suffix)
    write_whole(path, CANARY)
    return path


def test_a_file_that_is_no_document_is_not_emptied(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    with pytest.raises(NotFiledError, match=r"gruppe\.md"):
        going(locations, str(path))
