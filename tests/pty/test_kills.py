"""Kills at random moments of a meeting: all is there but half a second of the field being typed in.

A meeting is led at random, killed, read from its journal, taken up again, and so on.
"""

from __future__ import annotations

import random
import re
import threading
import time
from pathlib import Path

import pytest

from data import rounds
from data.journal import Journal
from data.live import Live
from data.meeting import BRUKER, Meeting, find
from tests.pty.leading import WIDE, Leader, keys, value_at
from tests.pty.restless import DRAFT, STEPS, Restless, Watch, shown_floor, speaker
from tests.pty.terminal import Terminal
from tests.soak.catalogue import chance, times

MEETINGS = 4
"""How many meetings the kills are spread over, so that they run beside each other."""
LONGEST = 2.0
"""Seconds from the meeting being on the screen to the kill, at most."""
CLOCK = 2.0
"""Seconds that a clock may be off when it is taken up."""

NAMES = {"Anne Utkast": "p3", "Kari Kladd": "p4", "Ola Tenkt": "p5", "Siri Skisse": "p6", "Brukeren": BRUKER}


@pytest.mark.parametrize("number", range(MEETINGS))
def test_K1_a_killed_meeting_is_taken_up_with_all_but_half_a_second(number: int, tmp_path: Path) -> None:
    luck = chance("K1", number)
    with Leader.of_demo(tmp_path, WIDE) as leader:
        hand = Restless(luck, NAMES, lambda step: speaker(leader.meeting, step))
        leader.at_once(keys("ctrl+a", "step_on", "step_on", "next_speaker"))
        leader.terminal.wait_for(r"\d  +Anne Utkast · PPT")
        terminal, before = leader.terminal, leader.meeting
        watch, died = led_until_killed(terminal, hand, before, luck)
    for _ in range(times("K1") // MEETINGS):
        held, last = read(leader)
        the_journal_holds_what_was_seen(held, watch, before, died)
        begun = time.time()
        with taken_up(leader) as again:
            the_line_of_resuming_is_shown(again, last, begun)
            the_screen_shows(again, held)
            if not watch.asked:
                the_clock_agrees(again, terminal, held, died)
            terminal, before = again, held
            watch, died = led_until_killed(again, hand, before, luck)


def led_until_killed(
    terminal: Terminal, hand: Restless, held: Meeting, luck: random.Random
) -> tuple[Watch, float]:
    """Lead at random, with a kill waiting; give what was seen, and when the kill came."""
    killed: list[float] = []

    def kill() -> None:
        killed.append(time.monotonic())
        terminal.process.kill()

    killer = threading.Timer(luck.uniform(0, LONGEST), kill)
    killer.start()
    watch = hand.lead(terminal, held)
    killer.join()
    terminal.wait_exit()
    return watch, killed[0]


def read(leader: Leader) -> tuple[Meeting, float]:
    """Give the meeting as its journal has it, and the instant of its last change."""
    live = Live(Journal(leader.journal), now=time.time, who="test")
    live.close()
    assert live.passed == 0
    return live.meeting, live.last_at


def taken_up(leader: Leader) -> Terminal:
    """Open the meeting again by its id."""
    return Terminal(["malstyrt", "mote", leader.journal.stem], home=leader.home, size=WIDE)


def the_journal_holds_what_was_seen(held: Meeting, watch: Watch, before: Meeting, died: float) -> None:
    """Hold the journal against what was seen for long enough before the kill."""
    for word in watch.words:
        if word.sure <= died:
            assert word.word in str(value_at(held, word.path)).split(), word
    agreed = [tiltak.what for tiltak in held.agreed]
    for what in watch.tiltak:
        assert any(what in each for each in agreed), what
    for part in (*before.entries, *before.notes):
        for name, said in part.as_plain(exclude={"id", "step", "speaker", "goals"}).items():
            path = f"{'notes' if name == 'text' else 'entries'}/{part.id}/{name}"
            assert path == DRAFT or str(value_at(held, path) or "").startswith(said), path
    assert held.agreed[: len(before.agreed)] == before.agreed
    if not watch.asked:
        assert (held.step, speaker(held, held.step)) == (watch.step, watch.speaker)


def the_line_of_resuming_is_shown(again: Terminal, last: float, begun: float) -> None:
    """Hold the one line that says how long the meeting was away, from `last` to some time since `begun`."""
    said = again.wait_for(r"Tatt opp igjen etter (\d+) s\.")
    assert begun - last <= int(said[1]) + 0.5, said[0]
    assert int(said[1]) - 0.5 <= time.time() - last, said[0]


def the_screen_shows(again: Terminal, held: Meeting) -> None:
    """Hold the screen of the meeting taken up against its journal: step, speaker, clock."""
    again.wait_for(rf"▶ +{STEPS[held.step]}")
    if held.step.startswith("runde"):
        again.wait_for(rf"\d  +{name_of(speaker(held, held.step))}" if speaker(held, held.step) else "–:––")
        the_clock_goes_on(again, held)


def agrees(shown: float | None, held: rounds.Round) -> bool:
    """Whether a clock on the screen shows what the journal's clock says now."""
    now = time.time()
    over = rounds.overtime(held, now)
    expected = over if over > 0 else rounds.elapsed(held, held.speaker, now)
    return shown is not None and abs(shown - expected) <= CLOCK


def the_clock_goes_on(again: Terminal, held: Meeting) -> None:
    """Hold the clock on the screen against the journal's."""
    found = find(held.rounds, held.step)
    shown = seconds(again.text)
    if found is None or not found.speaker or shown is None:
        return
    # Waited for, since a busy machine paints late.
    again.wait_until_screen(
        lambda text: agrees(seconds(text), found), "the clock goes on as the journal says"
    )


def the_clock_agrees(again: Terminal, dead: Terminal, held: Meeting, died: float) -> None:
    """Hold the clock on the screen against the one on the dead screen and the time since."""
    before, after = seconds(dead.text), seconds(again.text)
    found = find(held.rounds, held.step)
    if before is None or after is None or found is None or "+" in again.text[:2000]:
        return
    away = time.monotonic() - died if found.since is not None else 0.0
    assert abs(after - before - away) <= CLOCK, (before, after, away)


def seconds(screen: str) -> int | None:
    """Give the seconds on the round's clock."""
    floor = shown_floor(screen)
    clock = re.fullmatch(r"\+?(\d+):(\d\d)", floor[0]) if floor else None
    return int(clock[1]) * 60 + int(clock[2]) if clock else None


def name_of(who: str) -> str:
    return next(name for name, known in NAMES.items() if known == who)
