"""A meeting being held: nothing acknowledged is lost, everything can be undone, all terminals agree."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.changes import Add, NoSuchPlaceError, Remove, Set, Several
from data.course import TYPING_PAUSE
from data.errors import MalstyrtError, NotSavedError
from data.journal import Act, Journal
from data.live import Live
from data.meeting import Goal, Meeting
from tests.data.changing import MEETING, changes_to_take_back
from tests.data.disk import full_disk
from tests.data.meetings import meetings
from tests.soak.catalogue import chance, times

NINE = 1_800_000_000.0


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.instant = NINE

    def __call__(self) -> float:
        return self.instant


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sol-7.db"


@pytest.fixture
def terminals(path: Path, clock: Clock) -> Iterator[Callable[[str], Live]]:
    """Give terminals in the same meeting, closed at the end."""
    opened: list[Live] = []

    def open_one(who: str) -> Live:
        opened.append(Live.begin(path, MEETING, now=clock, who=who))
        return opened[-1]

    yield open_one
    for live in opened:
        live.close()


@pytest.fixture
def live(terminals: Callable[[str], Live]) -> Live:
    return terminals("kari")


def place(words: str) -> Set:
    return Set(path="place", value=words)


def reopened(path: Path) -> Meeting:
    live = Live(Journal(path), now=lambda: 0.0, who="ny")
    live.close()
    return live.meeting


def test_a_new_journal_begins_with_the_meeting_it_is_given(live: Live) -> None:
    assert live.meeting == MEETING
    assert live.untouched


@given(meetings())
def test_a_meeting_is_read_from_its_journal_as_it_was_begun(meeting: Meeting) -> None:
    """Who begins it goes on with what was given, and everybody else with what was written."""
    assert Meeting.of_json(meeting.as_json()) == meeting


def test_a_journal_that_is_there_goes_on_where_it_stood(path: Path, live: Live, clock: Clock) -> None:
    live.record(place("Rom 2"))
    again = Live.begin(path, Meeting(id="sol-7", place="Rom 9"), now=clock, who="per")
    assert again.meeting.place == "Rom 2"
    assert not again.untouched
    again.close()


def test_an_empty_journal_is_no_meeting(path: Path) -> None:
    Journal(path).close()
    with pytest.raises(MalstyrtError, match="tom"):
        Live(Journal(path), now=lambda: 0.0, who="kari")


def test_a_journal_that_holds_no_meeting_is_not_left_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal(path).close()
    closed: list[Path] = []
    monkeypatch.setattr(Journal, "close", lambda journal: closed.append(journal.path))

    with pytest.raises(MalstyrtError, match="tom"):
        Live.open(path, now=lambda: 0.0, who="kari")

    assert closed == [path]


def test_a_change_is_on_disk_when_it_is_seen(path: Path, live: Live) -> None:
    live.record(place("Rom 2"))
    assert live.saved
    assert reopened(path).place == "Rom 2"


def test_when_the_last_change_was_made_is_known(live: Live, clock: Clock) -> None:
    clock.instant += 60
    live.record(place("Rom 2"))
    clock.instant += 60
    assert live.last_at == NINE + 60


def test_what_is_asked_for_is_worked_out_on_the_newest_meeting(terminals: Callable[[str], Live]) -> None:
    kari, per = terminals("kari"), terminals("per")
    kari.record(place("Rom 2"))
    per.record(lambda meeting: place(meeting.place + "34"))
    assert per.meeting.place == "Rom 234"


def test_nothing_to_do_writes_nothing(live: Live) -> None:
    live.record(lambda _meeting: None)
    assert live.untouched


def test_a_change_that_does_not_fit_leaves_no_trace(path: Path, live: Live) -> None:
    with pytest.raises(NoSuchPlaceError):
        live.record(Remove(path="tiltak/T99"))
    assert live.meeting == MEETING
    assert reopened(path) == MEETING
    assert live.untouched


def test_undo_and_redo_say_when_there_is_nothing(live: Live) -> None:
    assert not live.undo()
    assert not live.redo()


def test_several_changes_are_undone_as_one(live: Live) -> None:
    live.record(Several(changes=(place("Rom 2"), Set(path="group", value="SOL-8"))))
    assert live.undo()
    assert live.meeting == MEETING


def test_a_new_change_forgets_what_was_undone(live: Live) -> None:
    live.record(place("Rom 2"))
    live.undo()
    live.record(Set(path="group", value="SOL-8"))
    assert not live.redo()
    assert live.meeting.place == ""


def test_undo_reaches_past_a_walk_without_taking_it_back(live: Live) -> None:
    live.record(place("Rom 2"))
    live.record(Add(path="visits", part={"id": "v1", "step": "velkommen", "at": NINE}), act=Act.WALK)
    live.undo()
    assert live.meeting.place == ""
    assert live.meeting.step == "velkommen"


def test_typing_in_a_field_is_undone_as_one(live: Live, clock: Clock) -> None:
    for words in ("R", "Ro", "Rom 2"):
        live.record(place(words))
        clock.instant += TYPING_PAUSE - 0.1
    live.undo()
    assert live.meeting.place == ""
    live.redo()
    assert live.meeting.place == "Rom 2"


@pytest.mark.parametrize("pause", [0.5, TYPING_PAUSE])
def test_what_was_typed_and_gone_back_from_is_passed_by_and_comes_again(
    live: Live, clock: Clock, pause: float
) -> None:
    live.record(Set(path="group", value="SOL-8"))
    for words in ("Rom 2", ""):
        clock.instant += pause
        live.record(place(words))
    assert live.undo(past="place")
    assert (live.meeting.place, live.meeting.group) == ("", "SOL-7")
    live.redo()
    live.redo()
    assert (live.meeting.place, live.meeting.group) == ("Rom 2", "SOL-8")
    live.redo()
    assert (live.meeting.place, live.meeting.group) == ("", "SOL-8")


def test_where_nothing_came_to_nothing_in_a_field_the_last_change_is_taken_back(live: Live) -> None:
    live.record(place("Rom 2"))
    live.record(Set(path="group", value="SOL-8"))
    assert live.undo(past="place")
    assert (live.meeting.place, live.meeting.group) == ("Rom 2", "SOL-7")
    assert live.undo(past="place")
    assert live.meeting == MEETING
    assert not live.undo(past="entries/none/comment")


def test_a_pause_divides_the_typing(live: Live, clock: Clock) -> None:
    live.record(place("Rom"))
    clock.instant += TYPING_PAUSE
    live.record(place("Rom 2"))
    live.undo()
    assert live.meeting.place == "Rom"


def test_typing_in_another_field_is_apart(live: Live) -> None:
    live.record(place("Rom"))
    live.record(Set(path="group", value="SOL-8"))
    live.undo()
    assert (live.meeting.place, live.meeting.group) == ("Rom", "SOL-7")


def test_two_who_type_in_the_same_field_undo_apart(terminals: Callable[[str], Live]) -> None:
    terminals("kari").record(place("Rom"))
    per = terminals("per")
    per.record(place("Rom 2"))
    per.undo()
    assert per.meeting.place == "Rom"


def test_typing_is_coalesced_the_same_when_opened_again(path: Path, live: Live, clock: Clock) -> None:
    live.record(place("R"))
    live.record(place("Rom"))
    again = Live(Journal(path), now=clock, who="kari")
    again.undo()
    assert again.meeting.place == ""
    again.close()


def test_another_terminal_takes_in_what_was_written(terminals: Callable[[str], Live]) -> None:
    kari, per = terminals("kari"), terminals("per")
    kari.record(place("Rom 2"))
    assert per.catch_up()
    assert per.meeting.place == "Rom 2"
    assert not per.catch_up()


def test_one_terminal_undoes_what_another_did(terminals: Callable[[str], Live]) -> None:
    kari, per = terminals("kari"), terminals("per")
    kari.record(place("Rom 2"))
    assert per.undo()
    kari.catch_up()
    assert kari.meeting == per.meeting == MEETING


def test_a_meeting_taken_from_its_document_cannot_be_undone_past(path: Path, live: Live) -> None:
    live.record(place("Rom 2"))
    live.begin_again(Meeting(id="sol-7", place="Rom 3"))
    assert not live.undo()
    assert live.untouched
    assert reopened(path).place == "Rom 3"


# A disk that is full


def test_on_a_full_disk_the_meeting_goes_on_and_says_so(path: Path, live: Live) -> None:
    with full_disk(), pytest.raises(NotSavedError, match="Se etter plass"):
        live.record(place("Rom 2"))
    assert live.meeting.place == "Rom 2"
    assert not live.saved
    assert reopened(path) == MEETING


def test_what_waited_is_written_with_the_next_change_that_can_be(path: Path, live: Live) -> None:
    with full_disk():
        for change in (place("Rom 2"), Add(path="goals", part={"id": "M2", "text": "Leseglede"})):
            with pytest.raises(NotSavedError):
                live.record(change)
    live.record(Set(path="group", value="SOL-8"))
    assert live.saved
    assert reopened(path) == live.meeting
    assert (live.meeting.place, len(live.meeting.goals), live.meeting.group) == ("Rom 2", 2, "SOL-8")


def test_what_waited_can_be_undone(path: Path, live: Live) -> None:
    with full_disk(), pytest.raises(NotSavedError):
        live.record(place("Rom 2"))
    assert live.undo()
    assert live.meeting == reopened(path) == MEETING


def test_what_was_undone_on_a_full_disk_stays_undone(path: Path, live: Live) -> None:
    live.record(place("Rom 2"))
    with full_disk(), pytest.raises(NotSavedError):
        live.undo()
    live.close()
    assert reopened(path) == MEETING


def test_an_attempt_with_nothing_to_do_writes_what_waited_once(path: Path, live: Live) -> None:
    with full_disk(), pytest.raises(NotSavedError):
        live.record(Add(path="goals", part={"id": "M2"}))
    live.record(lambda _meeting: None)
    live.record(place("Rom 2"))
    assert reopened(path) == live.meeting
    assert [goal.id for goal in live.meeting.goals] == ["M1", "M2"]


def test_closing_writes_what_waited(path: Path, live: Live) -> None:
    with full_disk(), pytest.raises(NotSavedError):
        live.record(place("Rom 2"))
    live.close()
    assert reopened(path).place == "Rom 2"


def test_what_waited_and_no_longer_fits_stops_nobody(path: Path, terminals: Callable[[str], Live]) -> None:
    kari, per = terminals("kari"), terminals("per")
    with full_disk(), pytest.raises(NotSavedError):
        kari.record(Set(path="goals/M1/text", value="Trygg overalt"))
    per.record(Remove(path="goals/M1"))
    kari.record(place("Rom 2"))
    per.catch_up()
    assert kari.meeting == per.meeting == reopened(path)
    assert (kari.meeting.goals, kari.meeting.place, kari.passed) == ((), "Rom 2", 1)


def test_what_waited_comes_after_what_others_wrote_meanwhile(
    path: Path, terminals: Callable[[str], Live]
) -> None:
    kari, per = terminals("kari"), terminals("per")
    with full_disk(), pytest.raises(NotSavedError):
        kari.record(place("Karis"))
    per.record(place("Pers"))
    kari.record(Add(path="goals", part={"id": "M2"}))
    per.catch_up()
    assert kari.meeting == per.meeting == reopened(path)
    assert kari.meeting.place == "Karis"
    assert kari.meeting.goals[1] == Goal(id="M2")


# Whatever is done, in whatever order


@settings(max_examples=40)
@given(st.data())
def test_undo_reaches_the_beginning_and_redo_the_end(data: st.DataObject) -> None:
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        live = Live.begin(Path(folder) / "a.db", MEETING, now=clock, who="kari")
        for _number in range(data.draw(st.integers(1, 8))):
            live.record(data.draw(changes_to_take_back(live.meeting)))
            clock.instant += data.draw(st.sampled_from([0.5, 10.0]))
        end = live.meeting
        undone = 0
        while live.undo():
            undone += 1
        assert live.meeting == MEETING
        for _number in range(undone):
            assert live.redo()
        assert live.meeting == end
        assert not live.redo()
        live.close()
        assert reopened(Path(folder) / "a.db") == end


WRITER = """
import sys
from pathlib import Path
from data.changes import Add
from data.live import Live
from data.meeting import Meeting

live = Live.begin(Path(sys.argv[1]), Meeting(id="m"), now=lambda: 1.0, who="kari")
for number in range(len(live.meeting.tiltak), 100_000):
    live.record(Add(path="tiltak", part={"id": f"T{number}", "what": "x" * (number % 300)}))
    print(number, flush=True)
"""


@pytest.mark.parametrize("number", range(times("K1") // 12))
def test_K1_two_kills_lose_nothing_that_was_acknowledged(path: Path, number: int) -> None:
    moments = chance("K1", number)
    acknowledged = -1
    for _life in range(2):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout
        for _line in range(moments.randrange(1, 120)):
            acknowledged = int(writer.stdout.readline())
        writer.kill()
        acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
        writer.stdout.close()
        writer.wait()
    meeting = reopened(path)
    assert [tiltak.id for tiltak in meeting.tiltak][: acknowledged + 1] == [
        f"T{number}" for number in range(acknowledged + 1)
    ]
    assert len(meeting.tiltak) <= acknowledged + 2
    connection = apsw.Connection(str(path))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
