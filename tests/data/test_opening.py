"""A meeting is opened from its document, and goes on where it stopped or as others have changed it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import acts, rounds
from data.acts import turn
from data.archive import SavedBesideError, document_at, document_path
from data.changes import Add
from data.errors import MalstyrtError, UnreadableError
from data.locations import locate
from data.markdown import write
from data.meeting import Meeting, Note, Participant, Status
from data.opening import LONG_AWAY, open_document
from data.saving import save_document
from tests.data.opener import KARI, MEETING, NINE, PER, Desk, place, put


def test_a_meeting_is_opened_by_its_id(desk: Desk, document: Path) -> None:
    opened = desk.open("sol-7-a")
    assert opened.live.meeting == MEETING
    assert opened.document == document
    assert opened.resumed_after is None
    assert opened.notices == ()


def test_a_meeting_is_opened_by_its_file(desk: Desk, document: Path) -> None:
    assert desk.open(str(document)).live.meeting == MEETING


def test_a_file_outside_the_archive_is_opened_and_saved_where_it_lies(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "innkalling.md"
    path.write_text(write(MEETING), encoding="utf-8")
    opened = desk.open(str(path))
    opened.live.record(place("Rom 2"))
    assert save_document(opened.live) == path
    assert open_document(path).meeting.place == "Rom 2"


def test_a_link_that_the_user_names_leads_to_its_file(desk: Desk, document: Path, tmp_path: Path) -> None:
    (tmp_path / "lenke.md").symlink_to(document)
    assert desk.open(str(tmp_path / "lenke.md")).document == document


@pytest.fixture
def linked(tmp_path: Path) -> Iterator[Desk]:
    """Give a home that lies behind a link, as on a disk that is mounted elsewhere."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "hjem").symlink_to(tmp_path / "disk")
    desk = Desk(locate({"MALSTYRT_HOME": str(tmp_path / "hjem")}))
    yield desk
    desk.close()


def ways(desk: Desk, path: Path) -> list[str]:
    """Give what a document is called by the list, by its file and by the file that is behind the link."""
    return [document_at(desk.locations, path).id, str(path), str(path.resolve())]


@pytest.mark.parametrize("meeting_id", ["sol-7-a", ""])
def test_behind_a_link_a_meeting_is_one_however_it_is_named(linked: Desk, meeting_id: str) -> None:
    path = put(linked, MEETING.having({"id": meeting_id}))
    names = ways(linked, path)
    linked.open(names[0]).live.record(place("Rom 2"))
    for number, name in enumerate([*names, *reversed(names)]):
        opened = linked.again(name)
        assert opened.live.meeting.place == f"Rom {number + 2}"
        opened.live.record(place(f"Rom {number + 3}"))
        assert save_document(opened.live) == path
    assert len(list(linked.locations.journals.glob("*.db"))) == 1


def test_a_meeting_that_was_begun_beside_the_link_goes_on_where_it_lies(linked: Desk, tmp_path: Path) -> None:
    beside = Desk(locate({"MALSTYRT_HOME": str(tmp_path / "disk")}))
    path = put(beside, MEETING)
    beside.open("sol-7-a").live.record(place("Rom 2"))
    beside.close()
    for name in ways(linked, document_path(linked.locations, MEETING)):
        opened = linked.again(name)
        assert opened.live.meeting.place == "Rom 2"
        assert save_document(opened.live) == path


def test_a_groups_folder_may_lie_behind_a_link_too(desk: Desk, document: Path, tmp_path: Path) -> None:
    document.parent.rename(tmp_path / "delt")
    document.parent.symlink_to(tmp_path / "delt")
    desk.open("sol-7-a").live.record(place("Rom 2"))
    for name in ways(desk, document):
        opened = desk.again(name)
        assert (opened.document, opened.live.meeting.place) == (document, "Rom 2")


def test_what_was_not_named_is_told(desk: Desk, document: Path) -> None:
    assert "sol-7-a" in desk.open().notices[0]
    assert document.exists()


def test_opening_touches_no_file(desk: Desk, document: Path) -> None:
    before = (document.read_bytes(), document.stat().st_mtime_ns)
    desk.open("sol-7-a")
    assert (document.read_bytes(), document.stat().st_mtime_ns) == before


def test_what_could_not_be_read_is_told_with_its_line(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "innkalling.md"
    path.write_text("# Innkalling: samarbeidsmøte for SOL-7\n\n- **Dato:** snart\n", encoding="utf-8")
    opened = desk.open(str(path))
    assert 3 in [problem.line for problem in opened.problems]
    assert opened.live.meeting.group == "SOL-7"


def test_a_file_without_an_id_goes_on_in_the_same_journal(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "innkalling.md"
    path.write_text("# Innkalling: samarbeidsmøte for SOL-7\n\n- **Dato:** 24.11.2026\n", encoding="utf-8")
    desk.open(str(path)).live.record(place("Rom 2"))
    assert desk.again(str(path)).live.meeting.place == "Rom 2"


@pytest.mark.parametrize("text", ["", "# Handleliste\n", "\0\0\0"])
def test_what_is_no_meeting_is_refused_and_gets_no_journal(desk: Desk, tmp_path: Path, text: str) -> None:
    path = tmp_path / "annet.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError):
        desk.open(str(path))
    assert not desk.locations.journals.exists()
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="finnes ikke"):
        desk.open(str(tmp_path / "borte.md"))


# Going on


def test_a_meeting_goes_on_where_it_stopped_and_says_for_how_long(desk: Desk, document: Path) -> None:
    desk.open("sol-7-a").live.record(place("Rom 2"))
    desk.instant += 185
    opened = desk.again("sol-7-a")
    assert opened.live.meeting.place == "Rom 2"
    assert opened.resumed_after == 185
    assert opened.notices == ("Tatt opp igjen etter 3 min.",)
    assert document.exists()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (4, "4 s"),
        (59.7, "60 s"),
        (90, "2 min"),
        (3700, "1 t 2 min"),
        (86400 * 3, "3 dager"),
        (-30, "0 s"),
    ],
)
@pytest.mark.usefixtures("document")
def test_how_long_it_was_away_is_said_in_words(desk: Desk, seconds: float, words: str) -> None:
    desk.open("sol-7-a").live.record(place("Rom 2"))
    desk.instant += seconds
    assert words in desk.again("sol-7-a").notices[0]


@pytest.mark.usefixtures("document")
def test_a_finished_referat_is_looked_at_and_not_gone_on_in_unless_something_stopped_half_done(
    desk: Desk,
) -> None:
    live = desk.open("sol-7-a").live
    live.record(acts.put("status", Status.REFERAT))
    save_document(live)
    assert desk.again("sol-7-a").notices == ()

    desk.again("sol-7-a").live.record(place("Rom 2"))
    assert desk.again("sol-7-a").notices == ("Tatt opp igjen etter 0 s.",)


@pytest.mark.usefixtures("document")
def test_a_meeting_only_looked_at_is_not_taken_up_again(desk: Desk) -> None:
    desk.open("sol-7-a")
    desk.instant += 3600
    assert desk.again("sol-7-a").resumed_after is None


def running_round(desk: Desk) -> None:
    """Let the first speaker talk from nine o'clock, and let something be noted a minute later."""
    live = desk.open("sol-7-a").live
    held = rounds.begin("runde1", ["p2"], soft=60, firm=180)
    live.record(Add(path="rounds", part=held.as_plain()))
    live.record(turn("runde1", rounds.start, desk.instant))
    desk.instant += 60
    live.record(place("Rom 2"))


@pytest.mark.usefixtures("document")
def test_a_clock_goes_on_after_a_short_time_away(desk: Desk) -> None:
    running_round(desk)
    desk.instant += LONG_AWAY
    held = desk.again("sol-7-a").live.meeting.rounds[0]
    assert rounds.elapsed(held, "p2", desk.instant) == 60 + LONG_AWAY


@pytest.mark.usefixtures("document")
def test_a_clock_stands_as_last_seen_after_a_long_time_away(desk: Desk) -> None:
    running_round(desk)
    desk.instant += LONG_AWAY + 1
    opened = desk.again("sol-7-a")
    held = opened.live.meeting.rounds[0]
    assert held.since is None
    assert rounds.elapsed(held, "p2", desk.instant) == 60
    assert "Klokken ble stoppet kl. 09.01." in opened.notices


@pytest.mark.usefixtures("document")
def test_undo_does_not_start_the_clock_of_long_ago(desk: Desk) -> None:
    running_round(desk)
    desk.instant += LONG_AWAY + 1
    live = desk.again("sol-7-a").live
    live.undo()
    assert live.meeting.place == ""
    assert live.meeting.rounds[0].since is None


def test_a_meeting_whose_document_is_gone_is_taken_from_its_journal(desk: Desk, document: Path) -> None:
    desk.open("sol-7-a").live.record(place("Rom 2"))
    document.unlink()
    opened = desk.again("sol-7-a")
    assert opened.live.meeting.place == "Rom 2"
    assert save_document(opened.live) == document
    assert open_document(document).meeting.place == "Rom 2"


def test_a_meeting_whose_document_is_damaged_is_taken_from_its_journal(desk: Desk, document: Path) -> None:
    desk.open("sol-7-a").live.record(place("Rom 2"))
    document.write_bytes(b"\0" * 100)
    opened = desk.again("sol-7-a")
    assert opened.live.meeting.place == "Rom 2"
    with pytest.raises(SavedBesideError):
        save_document(opened.live)
    assert document.read_bytes() == b"\0" * 100


def test_a_document_that_was_moved_is_found_and_saved_where_it_lies(desk: Desk, document: Path) -> None:
    desk.open("sol-7-a").live.record(place("Rom 2"))
    moved = document.rename(document.with_name("flyttet.md"))
    opened = desk.again("sol-7-a")
    assert save_document(opened.live) == moved
    assert not document.exists()


def test_a_copy_with_the_same_id_is_not_opened_as_the_other(desk: Desk, document: Path) -> None:
    desk.open("sol-7-a").live.record(place("Rom 2"))
    copy = document.with_name("kopi.md")
    copy.write_bytes(document.read_bytes())
    desk.close()
    with pytest.raises(MalstyrtError, match="samme ID"):
        desk.open(str(copy))


# Changed by others


def change_by_hand(path: Path, meeting: Meeting) -> None:
    path.write_text(write(meeting), encoding="utf-8")


def test_a_file_changed_before_the_meeting_began_is_read_anew(desk: Desk, document: Path) -> None:
    desk.open("sol-7-a")
    change_by_hand(document, MEETING.having({"place": "Rom 3"}))
    assert desk.again("sol-7-a").live.meeting.place == "Rom 3"


def test_a_file_changed_after_all_was_saved_is_read_anew_with_its_notes(desk: Desk, document: Path) -> None:
    live = desk.open("sol-7-a").live
    live.record(Add(path="notes", part=Note(id="velkommen", text="kladd").as_plain()))
    live.record(acts.put("let_stand/language.man:purpose:0/reason", "et sitat"))
    live.record(place("Rom 2"))
    save_document(live)
    change_by_hand(document, MEETING.having({"place": "Rom 3"}))
    opened = desk.again("sol-7-a")
    assert opened.live.meeting.place == "Rom 3"
    assert opened.live.meeting.notes[0].text == "kladd"
    assert opened.live.meeting.let_stand[0].reason == "et sitat"
    assert any("hentet fra den" in notice for notice in opened.notices)


def test_F6_a_file_changed_while_something_was_unsaved_leaves_the_journal_in_charge(
    desk: Desk, document: Path
) -> None:
    desk.open("sol-7-a").live.record(place("Rom 2"))
    change_by_hand(document, MEETING.having({"place": "Rom 3"}))
    opened = desk.again("sol-7-a")
    assert opened.live.meeting.place == "Rom 2"
    assert any("endret utenfor" in notice for notice in opened.notices)
    with pytest.raises(SavedBesideError):
        save_document(opened.live)
    assert open_document(document).meeting.place == "Rom 3"


ANNE = Participant(id="p3", name="Anne Utkast")


@pytest.mark.parametrize(
    ("by_hand", "taken"), [((PER, KARI, ANNE), True), ((KARI,), False), ((ANNE, PER, KARI), False)]
)
def test_people_changed_by_hand_are_taken_when_notes_still_point_right(
    desk: Desk, document: Path, by_hand: tuple[Participant, ...], taken: bool
) -> None:
    live = desk.open("sol-7-a").live
    live.record(Add(path="notes", part={"id": "runde1:p2", "text": "kladd"}))
    change_by_hand(document, MEETING.having({"participants": by_hand}))
    after = desk.again("sol-7-a").live.meeting.participants
    assert [one.name for one in after] == [one.name for one in (by_hand if taken else (PER, KARI))]


def test_people_changed_by_hand_are_taken_when_nothing_points_at_them(desk: Desk, document: Path) -> None:
    desk.open("sol-7-a").live.record(Add(path="visits", part={"id": "v1", "step": "velkommen", "at": NINE}))
    change_by_hand(document, MEETING.having({"participants": (KARI,)}))
    after = desk.again("sol-7-a").live.meeting
    assert [one.name for one in after.participants] == ["Kari Kladd"]
    assert after.step == "velkommen"
