"""What the machine's clocks do to a meeting, worked out as changes: sleep that counts or not, a clock set."""

from __future__ import annotations

from data import rounds
from data.acts import round_set, several
from data.changes import Add, Change, Set
from data.live import Ask
from data.meeting import Meeting
from data.numbering import next_id
from data.sleep import Sleep
from data.timekeeping import SET_BY, Slept

SAME_SLEEP = 5.0
"""Seconds: two terminals that look twice a second see the same sleep begin within less."""


def settle_sleep(slept: Slept, *, counted: bool) -> Ask:
    """Let the time that the machine slept count, or let clocks and plan stand meanwhile.

    Whoever answers first has answered for all terminals of the meeting.
    """

    def ask(meeting: Meeting) -> Change | None:
        if is_settled(slept, meeting):
            return None
        sleep = Sleep(next_id(meeting, "sleeps"), at=slept.at, seconds=slept.seconds, counted=counted)
        changes: list[Change] = [Add(path="sleeps", part=sleep.as_plain())]
        for each in () if counted else meeting.rounds:
            after = rounds.sleep_through(each, slept.at, slept.seconds)
            if after != each:
                changes.append(round_set(each, after))
        return several(*changes)

    return ask


def is_settled(slept: Slept, meeting: Meeting) -> bool:
    """Whether it is answered if a sleep counts; each terminal saw it begin when it last looked."""
    return any(abs(sleep.at - slept.at) < SAME_SLEEP for sleep in meeting.sleeps)


def note_the_wall(wall: float, now: float) -> Ask:
    """Note that the clock on the wall was set, once for all terminals: the journal keeps both clocks."""

    def ask(meeting: Meeting) -> Change | None:
        ahead = wall - now
        if abs(ahead - meeting.wall_ahead) < SET_BY:
            return None
        return Set(path="wall_ahead", value=round(ahead, 1))

    return ask
