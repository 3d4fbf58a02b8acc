"""The whole way: the made-up meeting led by keys alone, and the referat held against what was typed."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from data.markdown import read
from data.meeting import (
    BRUKER,
    GROUP,
    AgendaItem,
    Attendance,
    Entry,
    Evaluation,
    Goal,
    Level,
    Meeting,
    NextMeeting,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
    entry_id,
    find,
)
from tests.pty.leading import SMALL, WIDE, Leader, keys, text

REMARKS = "Rettes: Ola var også til stede på forrige møte."
PURPOSE = " Så tar vi ærlig stilling til lørdagene."
WHY_NOT = "Gruppa var full på høsten; ny plass er søkt på nytt."
NEW_ITEM = "Skyss på tirsdager"
STAND_IN = "Nils Vikar"
OWN_WORDS = "Jeg vil ha ett sted å være i fred.\rOg jeg vil ikke hentes ut av timen."
COMMENT = "Vi kjenner oss igjen i det dere sier."

PROGRESS = {
    "p3": "Leser tjue minutter hver kveld.",
    "p4": "Kommer til første time fire av fem dager.",
    "p5": "Sover bedre nå, sier han selv.",
    "p6": "Har møtt til alle timene på BUP.",
}
CHALLENGE = {
    "p3": "Lydbøkene tar slutt.",
    "p4": "Fravær på mandager, og når det er gruppearbeid | prosjekt.",
    "p5": "Ingen utfordringer fra oss nå.",
    "p6": "Ventetida på utredning er lang: *åtte* uker.",
}
ABOUT = {"p3": ("M1",), "p4": ("M1", "M2"), "p5": ("M2", "M3"), "p6": ("M1", "M3")}
CONTRIBUTION = {
    "p3": "Bestille tre nye lydbøker",
    "p4": "Møte Per i døra også på tirsdager",
    "p5": "Holde av onsdagene ut januar",
    "p6": "Skrive til skolen når utredningen er klar",
}
CONCLUSION = {
    "M1": "Tryggere enn i høst. Vi følger samme plan.",
    "M2": "Vi prøver tegneserier før bøker.",
    "M3": "Klatregruppa ble fast. Målet er nådd!",
}
VERDICT = {"M1": Verdict.ON_TRACK, "M2": Verdict.ADJUST, "M3": Verdict.REACHED}
TURNS = {"M1": 1, "M2": 2, "M3": 3}
"""How many times the verdict is turned from nothing to what it is to be."""
SUMMARY = "Alle ser framgang. Mandagene tar vi først."
WORDS_OF = {BRUKER: "Fint å bli hørt på ordentlig.", GROUP: "God tid og klare avtaler."}
SCORES = {BRUKER: 5, GROUP: 4}

KLADD = [f"kladd{n}æøå" for n in range(1, 12)]
"""Private notes, one wherever there is room for one."""


@pytest.fixture(params=[SMALL, WIDE], ids=["80x24", "120x36"])
def leader(request: pytest.FixtureRequest, tmp_path: Path) -> Iterable[Leader]:
    with Leader.of_demo(tmp_path, request.param) as leader:
        yield leader


def test_a_whole_meeting_by_keys_alone_is_the_referat_that_was_typed(leader: Leader) -> None:
    begun = read(leader.document.read_text(encoding="utf-8")).meeting

    lead_the_whole_meeting(leader)

    held = leader.meeting
    written = leader.document.read_text(encoding="utf-8")
    the_referat_holds_what_was_typed(written, begun, held)
    nothing_private_is_in(written, held)
    the_check_misses_nothing(leader.document)


def the_referat_holds_what_was_typed(written: str, begun: Meeting, held: Meeting) -> None:
    saved = read(written)
    assert saved.problems == ()
    assert begun.date is not None
    expected = typed(begun, begun.date, end=held.end)
    for field in Meeting.field_types:
        assert getattr(saved.meeting, field) == getattr(expected, field), field
    assert held.end is not None


def nothing_private_is_in(written: str, held: Meeting) -> None:
    assert [note.text for note in held.notes if note.text] == KLADD
    assert not [words for words in KLADD if words in written]
    assert [turn.spent > 0 for each in held.rounds for turn in each.turns].count(True) >= 3
    assert re.findall(r"(?<![\d:])\d:\d\d(?![\d:])", written) == []


def the_check_misses_nothing(document: Path) -> None:
    program = Path(sys.executable).with_name("malstyrt")
    asked = [program, "sjekk", "--json", document]
    checked = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)
    missing = [each for each in json.loads(checked.stdout) if each["severity"] == "missing"]
    assert (checked.returncode, missing) == (0, [])


# -- What the leader does ---------------------------------------------------------------------------


def lead_the_whole_meeting(leader: Leader) -> None:
    """Lead all eight steps, a burst of keys each, and save the referat."""
    opening(leader)
    own_words(leader)
    round_1(leader)
    round_2(leader)
    summing_up(leader)
    tiltak_table(leader)
    evaluation(leader)
    next_meeting(leader)
    leader.at_once(keys("referat"))
    leader.comes_to("Referat")
    leader.terminal.wait_for("Alt er på plass")
    leader.at_once(keys("save"))
    leader.terminal.wait_for("Lagret som referat")
    leader.leaves()


def opening(leader: Leader) -> None:
    """Take the roll call, purpose, a status for what was carried, the last referat, one more item."""
    to_stand_in = keys("tab") * 7
    leader.at_once(
        keys("ctrl+a", "down", "down", "down", "down", "space", "space", "enter"),
        *(to_stand_in, text(STAND_IN), keys("close_card")),
        *(keys("tab"), text(PURPOSE), keys("tab")),
        keys("space", "down", "space", "space", "down", "space", "space", "space", "enter"),
        *(text(WHY_NOT), keys("close_card", "down", "space")),
        *(keys("tab", "tab", "tab", "right", "tab"), text(REMARKS)),
        *(keys("tab", "end", "enter"), text(NEW_ITEM), keys("tab"), text("Mona Prøve")),
        *(keys("tab"), text("5"), keys("close_card")),
        *(keys("tab") * 11, text(KLADD[0])),
        keys("step_on"),
    )
    leader.comes_to("2 Bruker")


def own_words(leader: Leader) -> None:
    """Note what the bruker wants in the referat."""
    leader.at_once(text(OWN_WORDS), keys("tab"), text(KLADD[1]), keys("step_on"))
    leader.comes_to("3 Runde 1")


def round_1(leader: Leader) -> None:
    """Hear every speaker in turn, the clock started, the bruker last."""
    said = []
    for number, who in enumerate(PROGRESS):
        said += [keys("next_speaker"), text(PROGRESS[who]), keys("tab"), text(CHALLENGE[who]), keys("tab")]
        said += [marks(who), keys("tab"), text(KLADD[2 + number])]
    leader.at_once(*said)
    leader.terminal.wait_for(KLADD[5])
    leader.terminal.wait_for(r"0:0[1-9]")
    leader.at_once(keys("next_speaker"), text(COMMENT), keys("tab"), text(KLADD[6]))
    leader.terminal.wait_for(r"0:0[1-9]")
    leader.at_once(keys("step_on"))
    leader.comes_to("4 Runde 2")


def marks(who: str) -> bytes:
    """Give the keys that mark the goals a speaker's words are about, and leave the cursor on the first."""
    return b"".join(
        keys("space", "right") if goal in ABOUT[who] else keys("right") for goal in ("M1", "M2", "M3")
    )


def round_2(leader: Leader) -> None:
    """Note what each can contribute; the first becomes a tiltak with one key, while the second speaks."""
    first, *others = CONTRIBUTION
    leader.at_once(
        *(keys("next_speaker"), text(CONTRIBUTION[first]), keys("tab", "space")),
        *(keys("tiltak_of_contribution"), text("!om 3 uker"), keys("enter", "close_line")),
        *(keys("next_speaker") + text(CONTRIBUTION[who]) for who in others),
    )
    leader.terminal.wait_for(r"0:0[1-9]")
    leader.at_once(keys("step_on"))
    leader.comes_to("5 Oppsummering")


def summing_up(leader: Leader) -> None:
    """Write a conclusion on each goal, and two tiltak written on one line each."""
    said = [
        keys("right") * TURNS[goal] + keys("tab") + text(CONCLUSION[goal]) + keys("tab")
        for goal in ("M1", "M2", "M3")
    ]
    leader.at_once(
        keys("tab").join(said),
        *(keys("tab"), text(SUMMARY)),
        *(keys("tiltak"), text("Ringe BUP om ventetid @siri !om 2 uker kl 14 #M1"), keys("enter")),
        *(text("Avklare skyss !om 5 uker #fritidsaktivitet"), keys("enter", "close_line")),
        *(keys("tab"), text(KLADD[7])),
        keys("step_on"),
    )
    leader.comes_to("6 Tiltak")


def tiltak_table(leader: Leader) -> None:
    """Fill in what the tiltak lack, typed where they stand in the table."""
    leader.at_once(
        keys("space", "down", "space", "space", "down", "space"),
        *(keys("left", "left", "left"), text("ola"), keys("enter")),
        *(keys("up", "left", "left", "enter"), text(" før jul"), keys("enter")),
    )
    leader.terminal.wait_for("Alle nye tiltak sier hva")
    leader.at_once(keys("tab"), text(KLADD[8]), keys("step_on"))
    leader.comes_to("7 Evaluering")


def evaluation(leader: Leader) -> None:
    """Take a figure and some words, the family first."""
    leader.at_once(
        *(keys("right") * SCORES[BRUKER] + keys("tab"), text(WORDS_OF[BRUKER]), keys("tab")),
        *(keys("right") * SCORES[GROUP] + keys("tab"), text(WORDS_OF[GROUP]), keys("tab")),
        *(text(KLADD[9]), keys("step_on")),
    )
    leader.comes_to("8 Neste møte")


def next_meeting(leader: Leader) -> None:
    """Agree when and where the group meets again, and about what."""
    leader.at_once(
        *(text("om 6 uker"), keys("tab"), text("9.30"), keys("tab"), text("Biblioteket")),
        *(keys("tab"), text("Våren og ferien"), keys("tab") * 4, text("Skolehelsetjenesten"), keys("tab")),
        text(KLADD[10]),
    )
    leader.terminal.wait_for(KLADD[10])


# -- What the referat must hold ---------------------------------------------------------------------


def typed(begun: Meeting, today: dt.date, **ended: object) -> Meeting:
    """Give the meeting as it was begun with all that was typed in it."""
    return begun.having(
        {
            "status": Status.REFERAT,
            "purpose": begun.purpose + PURPOSE,
            "participants": tuple(
                who.having({"attendance": Attendance.STAND_IN, "stand_in": STAND_IN})
                if who.id == "p5"
                else who.having({"attendance": Attendance.MET})
                for who in begun.participants
            ),
            "approval": begun.approval.having({"approved": True, "remarks": REMARKS}),
            "agenda": (
                *begun.agenda,
                AgendaItem(id="s5", title=NEW_ITEM, raised_by="Mona Prøve", minutes=5),
            ),
            "entries": tuple(said()),
            "goals": tuple(goals(begun)),
            "summary": SUMMARY,
            "tiltak": (*carried(begun), *agreed(today)),
            "evaluations": tuple(
                Evaluation(id=who, score=SCORES[who], words=WORDS_OF[who]) for who in (BRUKER, GROUP)
            ),
            "next_meeting": NextMeeting(
                date=today + dt.timedelta(weeks=6),
                time=dt.time(9, 30),
                place="Biblioteket",
                theme="Våren og ferien",
            ),
            "copies_to": "Skolehelsetjenesten",
            **ended,
        }
    )


def said() -> Iterable[Entry]:
    """Give what was noted of each speaker, as a referat holds it."""
    yield entry("ordet", BRUKER, comment=OWN_WORDS.replace("\r", "\n"))
    for who, progress in PROGRESS.items():
        yield entry("runde1", who, progress=progress, challenge=CHALLENGE[who], goals=ABOUT[who])
    yield entry("runde1", BRUKER, comment=COMMENT)
    for number, who in enumerate(CONTRIBUTION):
        yield entry("runde2", who, contribution=CONTRIBUTION[who], goals=() if number else ("M1",))


def entry(step: str, speaker: str, **noted: Any) -> Entry:  # noqa: ANN401 - an entry's own fields
    return Entry(id=entry_id(step, speaker), step=step, speaker=speaker, **noted)


def goals(begun: Meeting) -> Iterable[Goal]:
    for goal in begun.goals:
        yield goal.having({"verdict": VERDICT[goal.id], "conclusion": CONCLUSION[goal.id]})


def carried(begun: Meeting) -> Iterable[Tiltak]:
    """Give the tiltak from last time with the status each got."""
    came = {
        "T11": {"status": TiltakStatus.DONE},
        "T12": {"status": TiltakStatus.PARTLY},
        "T13": {"status": TiltakStatus.NOT_DONE, "reason": WHY_NOT},
        "T14": {"status": TiltakStatus.DONE},
    }
    for number, update in came.items():
        tiltak = find(begun.tiltak, number)
        assert tiltak is not None
        yield tiltak.having(update)


def agreed(today: dt.date) -> Iterable[Tiltak]:
    """Give the tiltak that this meeting agreed."""
    weeks = [today + dt.timedelta(weeks=weeks) for weeks in (3, 2, 5)]
    yield Tiltak(
        id="T15",
        what=CONTRIBUTION["p3"],
        who="Anne Utkast",
        when=weeks[0],
        goal="M1",
        level=Level.PERSON,
    )
    yield Tiltak(
        id="T16",
        what="Ringe BUP om ventetid før jul",
        who="Siri Skisse",
        when=weeks[1],
        at=dt.time(14),
        goal="M1",
        level=Level.SYSTEM,
    )
    yield Tiltak(
        id="T17", what="Avklare skyss", who="Ola Tenkt", when=weeks[2], goal="M3", level=Level.PERSON
    )
