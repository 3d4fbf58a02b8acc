"""Every structure led whole under each profile that uses it, to a referat that passes its own gate.

It is led by keys alone, at the smallest size.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.archive import document_path
from data.locations import locate
from data.markdown import read, write
from data.meeting import AgendaItem, Approval, Goal, Meeting, Participant, Status, Tiltak
from data.structure import Step, StepKind, Structure, load
from tests.data.pairs import FIRST, PAIRS
from tests.pty.leading import SMALL, Leader, keys, text
from tests.pty.terminal import Terminal
from tests.tui.test_command_line import Shell

PEOPLE = (
    Participant(id="p1", name="Mor Eksempel", role="mor", bruker=True),
    Participant(id="p2", name="Kari Kladd", role="rektor", service="Skolen"),
    Participant(id="p3", name="Per Prøve", role="rådgiver", service="PPT"),
    Participant(id="p4", name="Tor Test", role="helsesykepleier", service="Helsestasjonen"),
)


def innkalling_of(structure: Structure, day: dt.date) -> Meeting:
    """Give the innkalling to a meeting of a structure, of today."""
    kind = structure.kind_of_meeting(Meeting(id="").kind)
    among_themselves = structure.name in {"fagmote", "formote"}
    own = structure.has(StepKind.NEXT_MEETING)
    return Meeting(
        id=f"sol-7-{day}-led",
        group="SOL-7",
        kind=kind,
        structure=structure.name,
        date=day,
        start=dt.time(9),
        place="Rådhuset",
        leader="Kari Kladd",
        minute_taker="Tor Test",
        purpose="En trygg skolehverdag.",
        copies_to="Ingen mangler tilgang",
        participants=tuple(one for one in PEOPLE if not (one.bruker and among_themselves)),
        approval=Approval(date=day - dt.timedelta(weeks=6), approved=True) if own else Approval(),
        agenda=(AgendaItem(id="s1", title="Fravær"), AgendaItem(id="s2", title="Buss")),
        goals=(Goal(id="M1", text="Trygg på skolen"),),
        tiltak=(Tiltak(id="T1", what="Kartlegge lesing", who="Per Prøve", carried=True),) if own else (),
    )


@pytest.mark.parametrize(("name", "profile"), [*PAIRS, *FIRST])
def test_a_structure_is_led_whole_to_a_referat_that_passes_its_own_gate(
    name: str, profile: str, tmp_path: Path
) -> None:
    structure = load(name)
    document = prepared(tmp_path, innkalling_of(structure, dt.datetime.now().date()), profile)  # noqa: DTZ005 - the program's own clock

    with Leader(Terminal(["malstyrt", "mote", str(document)], home=tmp_path, size=SMALL), tmp_path) as leader:
        for step in structure.steps:
            leader.comes_to(step.short)
            leader.at_once(*KEYS_OF[step.kind](leader, step), keys("step_on"))
        leader.comes_to("Referat")
        leader.terminal.wait_for("Alt er på plass")
        leader.at_once(keys("save"))
        leader.terminal.wait_for("Lagret som referat")
        leader.leaves()

    saved = read(document.read_text(encoding="utf-8"))
    assert saved.problems == ()
    assert (saved.meeting.structure, saved.meeting.status) == (name, Status.REFERAT)
    assert WORDS in document.read_text(encoding="utf-8")
    the_check_misses_nothing(document, tmp_path)


def prepared(home: Path, innkalling: Meeting, profile: str) -> Path:
    """Put an innkalling in the archive, and the profile in the settings; give the document's path."""
    locations = locate({}, home)
    document = document_path(locations, innkalling)
    document.parent.mkdir(parents=True, mode=0o700)
    document.write_text(write(innkalling), encoding="utf-8")
    document.chmod(0o600)
    locations.settings.parent.mkdir(parents=True, mode=0o700)
    locations.settings.write_text(f'profil = "{profile}"\n', encoding="utf-8")
    return document


def the_check_misses_nothing(document: Path, home: Path) -> None:
    checked = Shell(home)("sjekk", "--json", document)
    missing = [each for each in json.loads(checked.out) if each["severity"] == "missing"]
    assert (checked.status, missing) == (0, [])


# -- What is done in a step of each kind ------------------------------------------------------------

WORDS = "Korte pauser hver time."
"""What is noted wherever something is."""

Pieces = Iterator[bytes]


def opening(leader: Leader, step: Step) -> Pieces:
    """Take the roll call; say who brings the case, and what came of last time, where that is asked here."""
    del step
    yield keys("ctrl+a")
    structure = load(leader.meeting.structure)
    if structure.has_sides:
        yield keys("tab", "space")
    elif leader.meeting.carried_open and not structure.has(StepKind.STATUS):
        yield keys("tab", "tab", "space")


def floor(leader: Leader, step: Step) -> Pieces:
    """Note what the bruker says."""
    del leader, step
    yield text(WORDS)


def a_round(leader: Leader, step: Step) -> Pieces:
    """Hear everybody that the round is for, and note all that it asks of each."""
    for _turn in leader.meeting.rounds[-1].turns[: -1 if step.bruker_comment else None]:
        yield keys("next_speaker")
        for ask in step.asks:
            if ask != "goals":
                yield text(WORDS) + keys("tab")
    if step.bruker_comment:
        yield keys("next_speaker") + text(WORDS)


def status(leader: Leader, step: Step) -> Pieces:
    """Say what came of the tiltak from last time, and how it stands with the goal."""
    del leader, step
    yield keys("space", "tab", "right", "right", "space")


def items(leader: Leader, step: Step) -> Pieces:
    """Conclude on each item."""
    del step
    for _item in leader.meeting.agenda:
        yield text(WORDS) + keys("tab")


def summary(leader: Leader, step: Step) -> Pieces:
    """Conclude on the goal, or on what is advised."""
    del step
    if not load(leader.meeting.structure).advises:
        yield keys("right", "tab")
    yield text(WORDS)


def tiltak(leader: Leader, step: Step) -> Pieces:
    """Agree one tiltak on its line, and fill in the rest of it on its card."""
    del leader, step
    yield keys("tiltak") + text("Lage en pauseplan @kari !om 2 uker #M1") + keys("enter", "close_line")
    yield keys("up", "left", "enter", "tab", "tab", "tab", "tab", "right", "tab", "tab")
    yield text("om 1 uke") + keys("tab") + text("til jul") + keys("tab") + text("om 6 uker")
    yield keys("close_card")


def evaluation(leader: Leader, step: Step) -> Pieces:
    """Take a figure and some words, the family first."""
    del leader, step
    for _side in ("familien", "de andre"):
        yield keys("right", "tab") + text(WORDS) + keys("tab")


def next_meeting(leader: Leader, step: Step) -> Pieces:
    """Agree when, where and about what."""
    del leader, step
    yield text("om 6 uker") + keys("tab") + text("9") + keys("tab") + text("Rådhuset") + keys("tab")
    yield text("Våren")


KEYS_OF: dict[StepKind, Callable[[Leader, Step], Pieces]] = {
    StepKind.OPENING: opening,
    StepKind.FLOOR: floor,
    StepKind.ROUND: a_round,
    StepKind.STATUS: status,
    StepKind.ITEMS: items,
    StepKind.SUMMARY: summary,
    StepKind.TILTAK: tiltak,
    StepKind.EVALUATION: evaluation,
    StepKind.NEXT_MEETING: next_meeting,
}
