"""The reading of a tiltak's line: what, who, when and which goal."""

from __future__ import annotations

import datetime as dt
from itertools import takewhile
from typing import NamedTuple

from data.dates import is_date_word, understand
from data.language import _
from data.meeting import Meeting
from data.text import clean_line
from data.tiltak_line.folding import CLOSING_MARKS
from data.tiltak_line.goals import aims_of, match_goal
from data.tiltak_line.people import match_person, match_whole_person

_MARKS = frozenset("@!#")
_EXCLAIMED = "!?;"
_LONGEST_NAME = 12
_LONGEST_DATE = 7


class Choice(NamedTuple):
    """A token that may mean several: as it was typed, and the labels it may mean."""

    typed: str
    labels: tuple[str, ...]


class TiltakLine(NamedTuple):
    """What a line says.

    `who` and `helpers` are labels as `Meeting.label` writes them, or names of people who take no
    part; the first person is `who`, the others are `helpers`, between commas. `goal` is an id.
    `missing` holds those of "hva", "hvem", "når", "mål" that the line lacks. `unknown` holds tokens
    that were not understood; they stay in `what` too, as they were typed, so that nothing is lost.
    """

    what: str = ""
    who: str = ""
    helpers: str = ""
    when: dt.date | None = None
    at: dt.time | None = None
    goal: str = ""
    remarks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


def parse(line: str, meeting: Meeting, today: dt.date) -> TiltakLine:
    """Give what a line says in a meeting, with dates as seen from today. Never raises.

    A token is a word that starts with @ (a person), ! (a deadline) or # (a goal).
    """
    return _Reader(clean_line(line).split(), meeting, today).read()


class _Reader:
    """Reads the words of one line from left to right."""

    def __init__(self, words: list[str], meeting: Meeting, today: dt.date) -> None:
        self.words = words
        self.meeting = meeting
        self.today = today
        self.text: list[str] = []
        self.people: list[str] = []
        self.deadline: tuple[dt.date | None, dt.time | None] = (None, None)
        self.goal = ""
        self.remarks: list[str] = []
        self.unknown: list[str] = []
        self.choices: list[Choice] = []

    def read(self) -> TiltakLine:
        """Give what all the words say."""
        at = 0
        while at < len(self.words):
            at += self._take(at)
        what = " ".join(self.text)
        who, *helpers = self.people or [""]
        when, time = self.deadline
        return TiltakLine(
            what=what,
            who=who,
            helpers=", ".join(helpers),
            when=when,
            at=time,
            goal=self.goal,
            remarks=tuple(self.remarks),
            missing=_missing(what, who, when, self.goal),
            unknown=tuple(self.unknown),
            choices=tuple(self.choices),
        )

    def _take(self, at: int) -> int:
        """Take the word or token that starts at a place; give how many words it used."""
        word = self.words[at]
        mark, first = word[0], word[1:2]
        if mark == "@" and first == '"':
            return self._take_quoted(at)
        if mark == "@" and first.isalpha():
            return self._take_person(at)
        if mark == "!" and first.isalnum():
            return self._take_deadline(at)
        if mark == "#" and first.isalnum():
            return self._take_goal(at)
        self.text.append(word)
        return 1

    def _take_person(self, at: int) -> int:
        """Take a participant, or one word as the name of somebody else."""
        run = self._run(at, _LONGEST_NAME)
        match = match_person(run, self.meeting)
        if len(match.meant) > 1:
            return self._leave(at, match.used, match.meant)
        if match.meant:
            self._add_person(match.meant[0])
            return match.used
        return self._take_stranger(run[0].rstrip(CLOSING_MARKS), 1)

    def _take_quoted(self, at: int) -> int:
        """Take a name between quotation marks."""
        for end in range(at, min(at + _LONGEST_NAME, len(self.words))):
            name, mark, rest = " ".join(self.words[at : end + 1])[2:].partition('"')
            if mark and not rest.strip(CLOSING_MARKS):
                return self._take_whole_name(name.strip(), end + 1 - at)
        return self._leave(at, 1)

    def _take_whole_name(self, name: str, used: int) -> int:
        """Take the participant of a name, or the name as it is."""
        label = match_whole_person(name, self.meeting)
        if not label:
            return self._take_stranger(name, used)
        self._add_person(label)
        return used

    def _take_stranger(self, name: str, used: int) -> int:
        """Take somebody who is no participant."""
        if name:
            self.remarks.append(_("{name} er ikke deltaker").format(name=name))
            self._add_person(name)
        return used

    def _take_deadline(self, at: int) -> int:
        """Take as many words as make one date."""
        run = [word.rstrip(_EXCLAIMED) for word in self._run(at, _LONGEST_DATE)]
        run = list(takewhile(is_date_word, run))
        for used in range(len(run), 0, -1):
            understood = understand(" ".join(run[:used]), self.today)
            if understood and self.deadline[0] is None:
                self.deadline = understood.date, understood.time
                self.remarks.extend(understood.remarks)
                return used
        return self._leave(at, 1)

    def _take_goal(self, at: int) -> int:
        """Take one word as a goal."""
        match = match_goal(self.words[at][1:], self.meeting)
        if len(match.meant) == 1 and self.goal in {"", *match.meant}:
            self.goal = match.meant[0]
            return 1
        labels = tuple(aim.label for aim in aims_of(self.meeting) if aim.id in match.meant)
        return self._leave(at, 1, labels if len(labels) > 1 else ())

    def _add_person(self, label: str) -> None:
        """Add a person once."""
        if label not in self.people:
            self.people.append(label)

    def _leave(self, at: int, used: int, labels: tuple[str, ...] = ()) -> int:
        """Leave a token in the text as it was typed, with what it may mean."""
        typed = " ".join(self.words[at : at + used])
        self.text.append(typed)
        self.unknown.append(typed)
        if labels:
            self.choices.append(Choice(typed, labels))
        return used

    def _run(self, at: int, longest: int) -> list[str]:
        """Give the words of a token from its place up to the next token, without its mark."""
        words = [self.words[at][1:]]
        for word in self.words[at + 1 : at + longest]:
            if word[0] in _MARKS:
                break
            words.append(word)
        return words


def _missing(what: str, who: str, when: dt.date | None, goal: str) -> tuple[str, ...]:
    """Give the names of the fields that lack something, in the order of the table."""
    fields = (("hva", what), ("hvem", who), ("når", when), ("mål", goal))
    return tuple(name for name, value in fields if not value)
