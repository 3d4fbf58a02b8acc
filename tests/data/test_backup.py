"""One copy of everything, made while a meeting is held; put back whole, or refused with what is whole."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import acts, backup
from data.archive import document_path
from data.backup import make_backup
from data.copy_file import Reader
from data.errors import MalstyrtError, NotSavedError, UnreadableError
from data.files import write_new, write_whole
from data.groups import create_group
from data.instants import instant_of
from data.live import Live
from data.locations import Locations, locate
from data.opening import open_meeting
from data.restoring import DamagedCopyError, restore
from data.saving import begin, save_document
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.disk import full_disk
from tests.data.sample_group import SAMPLE_GROUP

NOW = instant_of(DAY, complete_meeting().start or DAY.min)  # type: ignore[arg-type]
SAID = "Vi vil ha ro"
ROOT = Path(backup.__file__).parents[1]
OURS = ("data", "state", "config")


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path / "her")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Locations:
    """Give an empty home to put a copy back in."""
    return locate({}, tmp_path / "der")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "kopi.tar"


@pytest.fixture
def live(locations: Locations) -> Iterator[Live]:
    """Hold a meeting, saved once, with something said since; beside it lie a group and settings."""
    create_group(locations, SAMPLE_GROUP)
    write_whole(locations.settings, 'tema = "lyst"\n')
    meeting = complete_meeting()
    held = begin(locations, document_path(locations, meeting), meeting, now=lambda: NOW, who="test")
    held.record(acts.put("summary", SAID))
    yield held
    held.close()


def documents(locations: Locations) -> dict[str, bytes]:
    """Give every file but the databases, by name and bytes."""
    folders = [getattr(locations, name) for name in OURS]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {
        str(path.relative_to(locations.data.parent)): path.read_bytes()
        for path in files
        if ".db" not in path.name
    }


def taken_up(locations: Locations) -> Live:
    opened = open_meeting(locations, complete_meeting().id, now=lambda: NOW, who="test")
    assert not [notice for notice in opened.notices if "utenfor" in notice or "skadet" in notice]
    return opened.live


def test_a_copy_made_during_a_meeting_has_all_of_it(
    live: Live, locations: Locations, elsewhere: Locations, copy: Path
) -> None:
    made = make_backup(locations, copy)
    live.record(acts.put("summary", "sagt etter at kopien ble tatt"))

    assert restore(elsewhere, copy) == made.files

    assert documents(elsewhere) == documents(locations)
    again = taken_up(elsewhere)
    assert again.meeting.summary == SAID
    assert again.undo()
    assert again.meeting.summary == complete_meeting().summary
    again.close()


WRITER = """
import sys
from pathlib import Path
from data import acts
from data.journal import Journal
from data.live import Live
live = Live(Journal(Path(sys.argv[1])), now=lambda: 0.0, who="writer")
print("ready", flush=True)
for number in range(100_000):
    live.record(acts.put("summary", f"nummer {number}"))
"""
"""Changes one meeting as fast as it can."""


def test_a_copy_is_sound_however_fast_others_write(live: Live, locations: Locations, tmp_path: Path) -> None:
    live.close()
    command = [sys.executable, "-c", WRITER, str(locations.journal(complete_meeting().id))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout
            writer.stdout.readline()
            for number in range(5):
                copy, there = tmp_path / f"{number}.tar", locate({}, tmp_path / str(number))
                make_backup(locations, copy)
                restore(there, copy)
                again = taken_up(there)
                assert again.passed == 0
                assert re.fullmatch(r"nummer \d+", again.meeting.summary) or number == 0
                again.close()
        finally:
            writer.kill()


@pytest.mark.usefixtures("live")
def test_what_is_put_back_lies_where_it_is_and_not_where_it_was(
    locations: Locations, elsewhere: Locations, copy: Path
) -> None:
    make_backup(locations, copy)
    restore(elsewhere, copy)
    before = documents(locations)

    again = taken_up(elsewhere)
    save_document(again)
    again.close()

    assert documents(locations) == before
    document = next(text for name, text in documents(elsewhere).items() if "samarbeidsmote" in name)
    assert SAID.encode() in document


@pytest.mark.usefixtures("live")
def test_a_copy_and_what_is_put_back_are_for_the_user_alone(
    locations: Locations, elsewhere: Locations, copy: Path
) -> None:
    make_backup(locations, copy)
    restore(elsewhere, copy)
    assert copy.stat().st_mode & 0o777 == 0o600
    for path in elsewhere.data.parent.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.usefixtures("live")
def test_a_document_saved_meanwhile_begins_the_copy_anew(
    locations: Locations, elsewhere: Locations, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image_of, late = backup.image_of, locations.data / "sent.md"

    def saving(path: Path) -> bytes | None:
        if not late.exists():
            write_whole(late, "sent")
        return image_of(path)

    monkeypatch.setattr(backup, "image_of", saving)
    make_backup(locations, copy)
    restore(elsewhere, copy)
    assert documents(elsewhere)["data/sent.md"] == b"sent"


@pytest.mark.usefixtures("live")
def test_somebody_who_never_stops_saving_is_told_of(
    locations: Locations, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image_of, number = backup.image_of, iter(range(100))

    def saving(path: Path) -> bytes | None:
        write_whole(locations.data / "alltid.md", str(next(number)))
        return image_of(path)

    monkeypatch.setattr(backup, "image_of", saving)
    with pytest.raises(NotSavedError, match="hele tiden"):
        make_backup(locations, copy)
    assert list(copy.parent.glob("*kopi*")) == []


@pytest.mark.usefixtures("live")
def test_links_are_told_of_and_left_out(locations: Locations, copy: Path) -> None:
    link = locations.data / "lenke.md"
    link.symlink_to("/etc/passwd")
    made = make_backup(locations, copy)
    assert made.left_out == (link,)
    assert b"root:" not in copy.read_bytes()


@pytest.mark.usefixtures("live")
def test_a_damaged_journal_is_copied_as_it_is(locations: Locations, elsewhere: Locations, copy: Path) -> None:
    damaged = b"SQLite format 3\0" + b"skadet" * 900
    write_new(locations.journals / "skadet.db", damaged)
    make_backup(locations, copy)
    restore(elsewhere, copy)
    assert (elsewhere.journals / "skadet.db").read_bytes() == damaged


@pytest.mark.usefixtures("live")
def test_no_file_is_written_over_and_no_copy_lies_in_what_it_copies(locations: Locations, copy: Path) -> None:
    copy.write_text("noe annet")
    with pytest.raises(MalstyrtError, match="finnes alt"):
        make_backup(locations, copy)
    assert copy.read_text() == "noe annet"
    with pytest.raises(MalstyrtError, match="et annet sted"):
        make_backup(locations, locations.data / "kopi.tar")


def test_nothing_is_no_copy(locations: Locations, copy: Path) -> None:
    with pytest.raises(MalstyrtError, match="rett mappe"):
        make_backup(locations, copy)
    assert not copy.exists()


@pytest.mark.usefixtures("live")
def test_a_full_disk_leaves_no_half_copy_and_nothing_half_put_back(
    locations: Locations, elsewhere: Locations, copy: Path
) -> None:
    with full_disk(), pytest.raises(NotSavedError):
        make_backup(locations, copy)
    assert list(copy.parent.glob("*kopi*")) == []
    make_backup(locations, copy)
    with full_disk(), pytest.raises(NotSavedError):
        restore(elsewhere, copy)
    assert documents(elsewhere) == {}


@pytest.mark.parametrize("part", ["data", "state"])
@pytest.mark.usefixtures("live")
def test_only_an_empty_folder_takes_a_copy(
    locations: Locations, elsewhere: Locations, copy: Path, part: str
) -> None:
    make_backup(locations, copy)
    write_whole(getattr(elsewhere, part) / "mitt.md", "mitt")
    with pytest.raises(MalstyrtError, match="tom mappe"):
        restore(elsewhere, copy)
    assert len(documents(elsewhere)) == 1


@pytest.mark.usefixtures("live")
def test_settings_that_are_there_stay(locations: Locations, elsewhere: Locations, copy: Path) -> None:
    make_backup(locations, copy)
    write_whole(elsewhere.settings, "# mine\n")
    restore(elsewhere, copy)
    assert elsewhere.settings.read_text() == "# mine\n"


@pytest.mark.parametrize("data", [b"", b"noe helt annet" * 100, b"\0" * 5000, b"\xff" * 1024])
def test_what_is_no_copy_is_told(elsewhere: Locations, copy: Path, data: bytes) -> None:
    copy.write_bytes(data)
    with pytest.raises(UnreadableError):
        restore(elsewhere, copy, damaged_too=True)
    with pytest.raises(UnreadableError):
        restore(elsewhere, copy.parent / "ingen")


# Cut and altered


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, bytes]]:
    """Give the bytes of a copy, and those of each file in it."""
    home = tmp_path_factory.mktemp("kopi")
    locations = locate({}, home / "her")
    create_group(locations, SAMPLE_GROUP)
    meeting = complete_meeting()
    begin(locations, document_path(locations, meeting), meeting, now=lambda: NOW, who="test").close()
    made = make_backup(locations, home / "kopi.tar")
    reader = Reader(made.path)
    assert reader.is_whole
    return made.path.read_bytes(), {part.name: part.data for part in reader.files()}


def looked_over(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> Reader:
    path = tmp_path_factory.mktemp("skadet") / "kopi.tar"
    path.write_bytes(data)
    return Reader(path)


@settings(max_examples=60)
@given(data=st.data())
def test_a_copy_with_any_byte_altered_is_refused_and_the_rest_is_known(
    tmp_path_factory: pytest.TempPathFactory, sound: tuple[bytes, dict[str, bytes]], data: st.DataObject
) -> None:
    whole, files = sound
    place = data.draw(st.integers(0, len(whole) - 1))
    spoiled = bytearray(whole)
    spoiled[place] ^= data.draw(st.integers(1, 255))

    reader = looked_over(tmp_path_factory, bytes(spoiled))

    assert not reader.is_whole
    assert len(reader.whole) >= len(files) - 1
    assert all(files[part.name] == part.data for part in reader.files())


@settings(max_examples=30)
@given(data=st.data())
def test_a_copy_cut_anywhere_is_refused_and_what_came_before_is_known(
    tmp_path_factory: pytest.TempPathFactory, sound: tuple[bytes, dict[str, bytes]], data: st.DataObject
) -> None:
    whole, files = sound
    reader = looked_over(tmp_path_factory, whole[: data.draw(st.integers(1, len(whole) - 1))])
    assert not reader.is_whole
    assert list(reader.whole) == list(files)[: len(reader.whole)]
    assert {*reader.whole, *reader.missing} in ({*files}, set())
    assert all(files[part.name] == part.data for part in reader.files())


def test_a_copy_with_something_added_is_refused(
    tmp_path_factory: pytest.TempPathFactory, sound: tuple[bytes, dict[str, bytes]]
) -> None:
    for more in (b"\0", b"\0" * tarfile.RECORDSIZE, sound[0]):
        assert not looked_over(tmp_path_factory, sound[0] + more).is_whole


@pytest.mark.usefixtures("live")
def test_a_damaged_copy_is_refused_with_what_is_whole_and_that_can_be_had(
    locations: Locations, elsewhere: Locations, copy: Path
) -> None:
    make_backup(locations, copy)
    spoiled = copy.read_bytes().replace(b"Samordne", b"Samardne", 1)
    copy.write_bytes(spoiled)

    with pytest.raises(DamagedCopyError) as refused:
        restore(elsewhere, copy)

    assert documents(elsewhere) == {}
    assert len(refused.value.missing) == 1
    assert refused.value.missing[0] in refused.value.message
    assert restore(elsewhere, copy, damaged_too=True) == len(refused.value.whole)
    assert SAID in taken_up(elsewhere).meeting.summary


@pytest.mark.parametrize(
    "name", ["data/../../ut.md", "/data/ut.md", "cache/x", "data", "../data/x", "data/a/../../../x"]
)
def test_no_name_in_a_copy_leads_out_of_its_folders(elsewhere: Locations, copy: Path, name: str) -> None:
    import hashlib  # noqa: PLC0415 - here alone

    with tarfile.open(copy, "w", format=tarfile.PAX_FORMAT) as tar:
        for each in ("data/inne.md", name):
            info = tarfile.TarInfo(each)
            info.size = 2
            info.pax_headers = {"MALSTYRT.sha256": hashlib.sha256(b"ut").hexdigest()}
            tar.addfile(info, io.BytesIO(b"ut"))
    assert restore(elsewhere, copy, damaged_too=True) == 1
    assert [path.name for path in copy.parent.rglob("*") if path.is_file()] == ["kopi.tar", "inne.md"]
