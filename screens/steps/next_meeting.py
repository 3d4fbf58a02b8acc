"""The next meeting: when and where and what about, or that the group is closed."""

from __future__ import annotations

from textual.app import ComposeResult

from data.language import _
from screens.form import Form, FormRow, Heading, private_row
from screens.steps.body import StepBody
from screens.widgets import Text

NEXT = (
    FormRow("Dato", "next_meeting/date", "om 6 uker, 14. jan, uke 3 …"),
    FormRow("Klokken", "next_meeting/time", "9 eller 13.30"),
    FormRow("Sted", "next_meeting/place"),
    FormRow("Tema", "next_meeting/theme", "Det dere vil bruke neste møte på"),
    FormRow(
        "Gruppen",
        "next_meeting/closed",
        options=(("nei", "møtes igjen"), ("ja", "avsluttes, målene er nådd")),
    ),
)


class NextMeetingBody(StepBody):
    """When the group meets again."""

    DEFAULT_CSS = "NextMeetingBody #heard { color: $text-muted; height: 1; margin-left: 16; }"

    def compose(self) -> ComposeResult:
        yield Heading(_("Neste møte"))
        yield Form(*NEXT)
        yield Text(id="heard")
        yield Heading(_("Før dere går"))
        yield Form(
            FormRow("Slutter", "end", "settes når du går til referatet"),
            FormRow("Referent", "minute_taker"),
            FormRow("Kopi til", "copies_to", "de som ikke har tilgang til systemet"),
            private_row(self.place),
        )
