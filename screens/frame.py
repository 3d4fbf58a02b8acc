"""The frame that stays through a whole meeting: masthead, steps, speaker, last tiltak."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

from data.clean import clean
from data.dates import short
from data.instants import today
from data.interpreting import interpreter_words
from data.language import _, ngettext
from data.meeting import Meeting, Tiltak, find
from data.plan import Pace, spent
from data.rounds import elapsed
from data.structure import REFERAT, StepKind, Structure
from screens.drafts import begun
from screens.lines import FrameLine, TitleLine

SIDE_WIDTH = 22
STEP_WIDTH = 21
"""The cells that the side has between its edges, and those of a line in the list of steps."""

ON_TIME = 90
"""Seconds off the plan, either way, that nobody needs to hear about."""


class Masthead(TitleLine):
    """What meeting this is, and how its time stands."""

    def show(self, meeting: Meeting, standing: Pace | None, warning: str = "") -> None:
        """Show the meeting's name on the left and its clock on the right; a warning, while the plan holds."""
        words = [meeting.kind.value.capitalize(), meeting.group, meeting.place]
        left = Content(" · ".join(word for word in words if word))
        right = [*_time_words(meeting, standing, warning), interpreter_words(meeting)]
        self.say(left, Content(" · ".join(word for word in right if word)))


def _time_words(meeting: Meeting, standing: Pace | None, warning: str) -> list[str]:
    """Give the meeting's hours, the time left, and whether the plan holds."""
    words = []
    if meeting.start:
        words.append(f"{meeting.start:%H:%M}")
    if standing is None:
        return words
    left = round(standing.left_seconds / 60)
    words.append(_("{n} min igjen").format(n=left) if left >= 0 else _("{n} min over").format(n=-left))
    words.append(_plan_words(standing, warning))
    return words


def _plan_words(standing: Pace, warning: str) -> str:
    behind = round(standing.behind_seconds / 60)
    if abs(standing.behind_seconds) < ON_TIME:
        return warning or _("✓ i rute")
    if behind > 0:
        return _("▼ {n} min bak plan").format(n=behind)
    return _("▲ {n} min foran plan").format(n=-behind)


class StepMark(NamedTuple):
    """A step as the list shows it: `minutes` spent of `planned`, `held` how many tiltak it holds."""

    step_id: str
    title: str
    minutes: int
    planned: int
    visited: bool
    held: int = 0


def step_marks(meeting: Meeting, structure: Structure, now: float) -> list[StepMark]:
    """Give the steps and the referat as the list shows them."""
    seconds = spent(meeting, now)
    visited = {visit.step for visit in meeting.visits}
    marks = [
        StepMark(
            step.id,
            step.short or step.title,
            int(seconds.get(step.id, 0) // 60),
            step.minutes,
            step.id in visited,
            len(meeting.agreed) if step.kind is StepKind.TILTAK else 0,
        )
        for step in structure.steps
    ]
    return [*marks, StepMark(REFERAT, "Referat", 0, 0, REFERAT in visited)]


class StepList(Static):
    """The way through the meeting: what is behind, where we are, what is left."""

    def __init__(self) -> None:
        super().__init__("", id="steps", markup=False)
        self._shown: tuple[object, ...] = ()

    def show(self, marks: Sequence[StepMark], here: str, *, narrow: bool) -> None:
        """Show every step; on a narrow screen on one line, with the title of the one at hand."""
        shown = (tuple(marks), here, narrow)
        if shown != self._shown:
            self._shown = shown
            lines = _strip(marks, here) if narrow else _column(marks, here)
            self.update(lines, layout=lines.plain.count("\n") + 1 != self.size.height)


def _sign(mark: StepMark, here: str) -> str:
    if mark.step_id == here:
        return "▶"
    return "✓" if mark.visited else " "


def _column(marks: Sequence[StepMark], here: str) -> Content:
    """Give the steps as a column, a line each."""
    lines = []
    for number, mark in enumerate(marks, 1):
        name = f"{number} {mark.title}" if mark.step_id != REFERAT else f"  {mark.title}"
        line = f"{_sign(mark, here)} {name}"
        right = _spent(mark, here)
        line = f"{line:<{max(0, STEP_WIDTH - len(right))}}{right}"
        lines.append(Content.styled(line, "bold" if mark.step_id == here else ""))
    return Content("\n").join(lines)


def _spent(mark: StepMark, here: str) -> str:
    """Give the minutes at the end of a step's line, or how much it holds."""
    if mark.step_id == here and mark.planned:
        return f"{mark.minutes}/{mark.planned}′"
    if mark.minutes:
        return f"{mark.minutes}′"
    return str(mark.held) if mark.held else ""


def _strip(marks: Sequence[StepMark], here: str) -> Content:
    """Give the steps on one line."""
    pieces: list[Content] = []
    for number, mark in enumerate(marks, 1):
        name = str(number) if mark.step_id != REFERAT else _("Referat")
        if mark.step_id == here:
            title = mark.title if mark.step_id == REFERAT else f"{number} {mark.title} {_spent(mark, here)}"
            pieces.append(Content.styled(f"▶ {title.rstrip()}", "bold reverse"))
        else:
            pieces.append(Content(f"{_sign(mark, here).strip()}{name}"))
    return Content("  ").join(pieces)


def reminder_lines(reminders: Sequence[str], *, narrow: bool) -> str:
    """Give what the leader is reminded of, a point each; in the side, the lines of each hang from it."""
    if narrow:
        return "\n".join(f"· {one}" for one in reminders)
    return "\n".join(fill(one, SIDE_WIDTH, initial_indent="· ", subsequent_indent="  ") for one in reminders)


class SpeakerLine(FrameLine):
    """Who has the floor, when that is not to be seen in the step itself."""

    def show(self, meeting: Meeting, now: float, *, apart_from: str) -> None:
        """Show the speaker and the clock of the round that runs elsewhere than in the step shown."""
        held = next((each for each in meeting.rounds if each.since is not None), None)
        if held is None or held.id == apart_from:
            self.display = False
            return
        self.display = True
        time = as_clock(elapsed(held, held.speaker, now))
        self.say(Content.assemble(f"▶ {meeting.speaker_label(held.speaker)} ", (time, "bold")), Content(""))


def as_clock(seconds: float) -> str:
    """Give seconds as minutes and seconds: 1:42."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


class LastTiltak(FrameLine):
    """The last tiltak that was agreed, and whether everything is on disk."""

    DEFAULT_CSS = "LastTiltak { background: $surface; color: $text-muted; padding: 0 1; }"

    def show(
        self, meeting: Meeting, *, saved: bool, now: float, advises: bool = False, writing: bool = False
    ) -> None:
        """Show the last tiltak of this meeting, how many there are, what is begun, and that all is saved.

        One that `advises` has none, and says so. While one is `writing` on a line, it is not called begun.
        """
        agreed = meeting.agreed
        none = _("Møtet gir råd, og avtaler ingen tiltak") if advises else _("Ingen nye tiltak ennå")
        left = Content(_tiltak_words(agreed[-1], meeting, now) if agreed else none)
        count = ngettext("{n} nytt tiltak", "{n} nye tiltak", len(agreed)).format(n=len(agreed))
        state = Content(_("✓ lagret")) if saved else Content.styled(_("IKKE LAGRET"), "bold $text-error")
        parked = _("{n} parkert").format(n=len(meeting.parked)) if meeting.parked else ""
        told = "  ".join(
            words
            for words in (*(() if writing else begun(meeting)), count if agreed else "", parked)
            if words
        )
        self.say(left, Content.assemble(told, "  " if told else "", state))


def _tiltak_words(tiltak: Tiltak, meeting: Meeting, now: float) -> str:
    goal = find(meeting.goals, tiltak.goal)
    when = short(tiltak.when, today(now)) if tiltak.when else ""
    words = [f"{tiltak.id} {tiltak.what}", tiltak.who, when, goal.text if goal else ""]
    return clean(" — ".join(word for word in words if word))
