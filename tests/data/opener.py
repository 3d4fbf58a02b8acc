"""Somebody who opens meetings, and the meeting that is opened."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from data.archive import document_path
from data.changes import Set
from data.instants import instant_of
from data.live import Live
from data.locations import Locations
from data.markdown import write
from data.meeting import Meeting, Participant
from data.opening import Opened, open_meeting

DAY = dt.date(2026, 11, 24)
NINE = instant_of(DAY, dt.time(9))

PER = Participant(id="p1", name="Per Prøve", bruker=True)
KARI = Participant(id="p2", name="Kari Kladd")
MEETING = Meeting(id="sol-7-a", group="SOL-7", date=DAY, participants=(PER, KARI))


class Desk:
    """Somebody who opens meetings at a time, and closes them all at the end."""

    def __init__(self, locations: Locations) -> None:
        self.locations = locations
        self.instant = NINE
        self.opened: list[Live] = []

    def open(self, target: str = "") -> Opened:
        opened = open_meeting(self.locations, target, now=lambda: self.instant, who="kari")
        self.opened.append(opened.live)
        return opened

    def close(self) -> None:
        while self.opened:
            self.opened.pop().close()

    def again(self, target: str = "") -> Opened:
        """Stop the program and open the meeting once more."""
        self.close()
        return self.open(target)


def put(desk: Desk, meeting: Meeting) -> Path:
    path = document_path(desk.locations, meeting)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(meeting), encoding="utf-8")
    return path


def place(words: str) -> Set:
    return Set(path="place", value=words)
