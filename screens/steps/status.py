"""What came of the tiltak from last time, and whether their goals are reached."""

from __future__ import annotations

from textual.app import ComposeResult

from data.language import _
from data.meeting import Meeting
from screens.form import Form, Heading, private_row
from screens.parts_table import PartsTable
from screens.steps.body import StepBody
from screens.tables import CarriedTable, GoalsTable
from screens.widgets import Text


class StatusBody(StepBody):
    """Each tiltak with what came of it, then the goals they were for."""

    DEFAULT_CSS = """
    StatusBody {
        #carried, #goals { height: auto; max-height: 12; }
        #heard { height: 1; color: $text-muted; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Heading(
            _("Tiltak fra sist · mellomrom på status · Enter på nummeret åpner alt"), id="tiltak-heading"
        )
        yield CarriedTable(self.desk, id="carried")
        yield Heading(_("Er målene nådd? · mellomrom på vurdering"))
        yield GoalsTable(self.desk, id="goals")
        yield Text(id="heard")
        yield Form(private_row(self.place))

    def begin(self) -> None:
        """Show the tiltak, with the cursor on the status of the first that nobody has accounted for."""
        super().begin()
        waiting = self.desk.meeting.carried_open
        if waiting:
            self.jump(f"tiltak/{waiting[0].id}/status")

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        super().show(meeting)
        for table in self.walk_children(PartsTable):
            table.show_meeting(meeting)

    def jump(self, path: str) -> None:
        """Put the cursor where a tiltak or a goal is edited, on its row where it has no column for it."""
        row = "/".join(path.split("/")[:2])
        if not any(table.jump(place) for place in (path, row) for table in self.walk_children(PartsTable)):
            super().jump(path)
