"""Quick capture over ssh: a ten-line meeting typed ahead all at once, from the shell to the saved referat."""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Iterable
from pathlib import Path

import pytest

from data.markdown import read
from data.meeting import (
    BRUKER,
    AgendaItem,
    Attendance,
    Consent,
    ConsentState,
    Entry,
    Evaluation,
    Goal,
    Level,
    Meeting,
    NextMeeting,
    Participant,
    Status,
    Tiltak,
    Verdict,
    entry_id,
)
from tests.pty.leading import SMALL, WIDE, Leader, keys, text
from tests.pty.terminal import Terminal

TAB = keys("tab")
SPACE = keys("space")


@pytest.fixture(params=[SMALL, WIDE], ids=["80x24", "120x36"])
def writer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterable[Leader]:
    """Give somebody who has written `malstyrt referat` and sees the page."""
    with Leader(Terminal(["malstyrt", "referat"], home=tmp_path, size=request.param), tmp_path) as writer:
        writer.terminal.wait_for("Om møtet")
        yield writer


def fields(*typed: str) -> bytes:
    """Give the bytes of texts, each followed by Tab."""
    return b"".join(text(words) + TAB for words in typed)


def top() -> bytes:
    """Write the facts: group, kind, date, start, end, minutes, place, who, copies, interpreter, purpose."""
    facts = fields("SOL-7", "", "", "9", "10", "", "Rådhuset, rom 2", "Kari Kladd", "Ola Øving", "", "")
    return facts + fields("En trygg skolehverdag.")


def people() -> bytes:
    """Write who took part: name, role, service, how they take part, whether they came; then who was away."""
    bruker = fields("Per Prøve", "ungdommen", "") + SPACE * 2 + TAB * 2
    others = fields("Kari Kladd", "rektor", "Skolen", "", "") + fields("Ola Øving", "lærer", "PPT", "", "")
    absent = fields("Una Utkast", "psykolog", "BUP", "", "frafall")
    late = fields("Tor Test", "lege", "Legen", "", "stedfortreder: Nils Nytt")
    innspill = fields("Samtalene fortsetter.")
    return bruker + others + absent + late + TAB + innspill


def before() -> bytes:
    """Write consents, the last referat, the saksliste and what came of the last time's tiltak."""
    consent = SPACE + fields("", "Mor Prøve", "", "helse") + TAB * 4 + TAB * 4 + TAB * 4
    agenda = fields("Fravær", "Kari", "10", "") + TAB + fields("Fraværet går ned.")
    return consent + TAB * 3 + agenda + TAB


def said() -> bytes:
    """Write the goal, and what each said of it."""
    goal = fields("Trygg på skolen") + SPACE + TAB * 2 + fields("Fortsett.")
    own = fields("Vil ha ett sted å være i fred.")
    kari = fields("Kommer hver dag.", "Uro i timene.") + SPACE + TAB
    others = fields("Leser mer.", "Blir fort sliten.", "") + fields("", "Sover lite.", "") + fields("")
    contributions = fields("Fast plass ved vinduet", "", "Veilede lærerne", "", "Samtale om søvn", "")
    return goal + own + kari + others + contributions


def rest() -> bytes:
    """Write the summary, a tiltak in the table and one on the line, the evaluation, the next meeting."""
    summary = fields("Alle ser framgang.")
    table = fields("Gi fast plass ved vinduet", "kari", "om 2 uker", "M1") + SPACE + TAB * 2
    evaluation = keys("right") * 4 + TAB + fields("Godt å bli hørt.", "", "")
    line = (
        keys("tiltak") + text("Veilede lærerne om pauser @ola !om 3 uker #M1") + keys("enter", "close_line")
    )
    following = fields("om 6 uker", "9", "Rådhuset", "Veien videre")
    return summary + table + evaluation + line + following


def level_of_the_second() -> bytes:
    """Go back from the last field to the level of the tiltak that the line made, and set it."""
    return keys("missing") + SPACE


def test_a_whole_meeting_typed_ahead_is_the_referat_that_was_typed(writer: Leader) -> None:
    writer.at_once(top(), people(), before(), said(), rest(), level_of_the_second(), keys("save"))
    writer.terminal.wait_for("Lagret som referat", seconds=60)
    saved = read(writer.document.read_text(encoding="utf-8"))
    assert saved.problems == ()
    assert saved.meeting.date is not None
    expected = typed(saved.meeting.date)
    for field in Meeting.field_types:
        if field != "id":
            assert getattr(saved.meeting, field) == getattr(expected, field), field
    assert writer.document.parent.name == "sol-7"
    writer.leaves()


def test_a_kill_in_the_middle_costs_nothing_that_was_recorded(writer: Leader) -> None:
    writer.at_once(top(), people())
    writer.sees_recorded("participants/p4/innspill", "Samtalene fortsetter.")
    writer.terminal.kill(signal.SIGKILL)
    writer.terminal.wait_exit()
    again = Terminal(["malstyrt", "referat", writer.meeting.id], home=writer.home, size=SMALL)
    with Leader(again, writer.home) as later:
        later.terminal.wait_for("Tatt opp igjen")
        later.at_once(TAB * 3 + keys("backspace") * 5 + text("8.30"))
        later.sees_recorded("start", "08:30:00")
        assert [who.name for who in later.meeting.participants][-1] == "Tor Test"
        later.leaves()


def typed(day: dt.date) -> Meeting:
    """Give the meeting that was typed."""
    return Meeting(
        id="",
        group="SOL-7",
        status=Status.REFERAT,
        date=day,
        start=dt.time(9),
        end=dt.time(10),
        place="Rådhuset, rom 2",
        leader="Kari Kladd",
        minute_taker="Ola Øving",
        purpose="En trygg skolehverdag.",
        participants=tuple(who_came()),
        consents=(
            Consent(id="Skolen", state=ConsentState.WRITTEN, given_by="Mor Prøve", leaves_out="helse"),
        ),
        agenda=(
            AgendaItem(id="s1", title="Fravær", raised_by="Kari", minutes=10, conclusion="Fraværet går ned."),
        ),
        goals=(Goal(id="M1", text="Trygg på skolen", verdict=Verdict.ON_TRACK, conclusion="Fortsett."),),
        entries=tuple(entries()),
        summary="Alle ser framgang.",
        tiltak=tuple(agreed(day)),
        evaluations=(Evaluation(id=BRUKER, score=4, words="Godt å bli hørt."),),
        next_meeting=NextMeeting(
            date=day + dt.timedelta(weeks=6), time=dt.time(9), place="Rådhuset", theme="Veien videre"
        ),
    )


def who_came() -> Iterable[Participant]:
    came = Attendance.MET
    yield Participant(id="p1", name="Per Prøve", role="ungdommen", bruker=True, attendance=came)
    yield Participant(id="p2", name="Kari Kladd", role="rektor", service="Skolen", attendance=came)
    yield Participant(id="p3", name="Ola Øving", role="lærer", service="PPT", attendance=came)
    yield Participant(
        id="p4",
        name="Una Utkast",
        role="psykolog",
        service="BUP",
        attendance=Attendance.ABSENT,
        innspill="Samtalene fortsetter.",
    )
    yield Participant(
        id="p5",
        name="Tor Test",
        role="lege",
        service="Legen",
        attendance=Attendance.STAND_IN,
        stand_in="Nils Nytt",
    )


def entries() -> Iterable[Entry]:
    def entry(step: str, speaker: str, **noted: str) -> Entry:
        about = ("M1",) if (step, speaker) == ("runde1", "p2") else ()
        return Entry(id=entry_id(step, speaker), step=step, speaker=speaker, goals=about, **noted)

    yield entry("ordet", BRUKER, comment="Vil ha ett sted å være i fred.")
    yield entry("runde1", "p2", progress="Kommer hver dag.", challenge="Uro i timene.")
    yield entry("runde1", "p3", progress="Leser mer.", challenge="Blir fort sliten.")
    yield entry("runde1", "p5", challenge="Sover lite.")
    yield entry("runde2", "p2", contribution="Fast plass ved vinduet")
    yield entry("runde2", "p3", contribution="Veilede lærerne")
    yield entry("runde2", "p5", contribution="Samtale om søvn")


def agreed(day: dt.date) -> Iterable[Tiltak]:
    yield Tiltak(
        id="T1",
        what="Gi fast plass ved vinduet",
        who="Kari Kladd",
        when=day + dt.timedelta(weeks=2),
        goal="M1",
        level=Level.PERSON,
    )
    yield Tiltak(
        id="T2",
        what="Veilede lærerne om pauser",
        who="Ola Øving",
        when=day + dt.timedelta(weeks=3),
        goal="M1",
        level=Level.PERSON,
    )
