"""The bruker's own step: a quiet count-up, and room to note what they want remembered."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from data.language import _
from data.meeting import BRUKER, Meeting, entry_id, find
from data.rounds import elapsed
from screens.form import Form, FormRow, Heading, private_row
from screens.frame import as_clock
from screens.steps.body import StepBody
from screens.widgets import Clock, Text


class FloorBody(StepBody):
    """What the bruker says, in their own time."""

    DEFAULT_CSS = """
    FloorBody {
        .floor--clock { height: 1; margin-bottom: 1; }
        Clock { color: $text-muted; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Heading(_("Brukeren har ordet"))
        with Horizontal(classes="floor--clock"):
            yield Clock(width=7)
            yield Text(_(" har gått. Ta den tiden dere trenger."))
        yield Form(said_row(self.place), private_row(self.place, 6))

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        super().show(meeting)
        self.tick(self.desk.now())

    def tick(self, now: float) -> None:
        """Show how long the bruker has had the floor."""
        held = find(self.desk.meeting.rounds, self.place)
        if held is not None:
            self.query_one(Clock).show(as_clock(elapsed(held, BRUKER, now)))


def said_row(place: str) -> FormRow:
    """Give the row for what the bruker says in a step of their own."""
    path = f"entries/{entry_id(place, BRUKER)}/comment"
    return FormRow("Vil ha med", path, "Det de selv vil at referatet skal si", lines=8)
