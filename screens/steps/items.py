"""A step that goes through the saksliste, an item at a time, with a conclusion on each."""

from __future__ import annotations

from textual.app import ComposeResult

from data.language import _
from data.meeting import Meeting
from screens.form import Form, FormRow, Heading, private_row
from screens.steps.body import StepBody
from screens.widgets import Text


class ItemsBody(StepBody):
    """The items of the saksliste as they stood when the step was entered."""

    # No margin: before all is laid out, Textual would have it come first.
    DEFAULT_CSS = "ItemsBody #apart { padding-top: 1; }"

    def compose(self) -> ComposeResult:
        yield Heading(_("Sakene"))
        items = self.desk.meeting.agenda
        if not items:
            yield Text(_("Sakslisten er tom. Saker legges til i det første steget."))
        for number, item in enumerate(items, 1):
            yield Heading(f"{number} {item.title or _('Uten navn')}")
            yield Form(
                FormRow("Konklusjon", f"agenda/{item.id}/conclusion", "Det dere ble enige om", lines=4)
            )
        yield Form(private_row(self.place), id="apart")

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become; the field of an item that is gone edits nothing."""
        del meeting
        known = {item.id for item in self.desk.meeting.agenda}
        for field in self.fields():
            if field.path.startswith("agenda/") and field.path.split("/")[1] not in known:
                field.path = ""
        super().show(self.desk.meeting)
