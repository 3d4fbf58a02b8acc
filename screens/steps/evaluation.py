"""A short evaluation of the meeting: the bruker first, then the others."""

from __future__ import annotations

from textual.app import ComposeResult

from data.language import _
from data.meeting import BRUKER, GROUP, Meeting
from data.rounds import spoken_in_all
from screens.cards import SCORE
from screens.form import Form, FormRow, Heading, private_row
from screens.frame import as_clock
from screens.steps.body import StepBody
from screens.widgets import Text, plain


class EvaluationBody(StepBody):
    """A figure from 1 to 5 and a few words, from each side."""

    DEFAULT_CSS = "EvaluationBody #spoken { color: $text-muted; margin-bottom: 1; }"

    def compose(self) -> ComposeResult:
        for who, title in ((BRUKER, _("Familien først")), (GROUP, _("De andre rundt bordet"))):
            yield Heading(title)
            yield Form(*evaluation_rows(who))
        yield Heading(_("Taletid · bare for deg"), id="spoken-heading")
        yield Text(id="spoken")
        yield Form(private_row(self.place))

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become, with how long each has spoken."""
        super().show(meeting)
        spoken = spoken_in_all(meeting.rounds, self.desk.now())
        lines = [f"{as_clock(seconds):>6}  {meeting.speaker_label(who)}" for who, seconds in spoken.items()]
        self.query_one("#spoken", Text).show(plain("\n".join(lines)))
        self.query_one("#spoken-heading").display = bool(lines)


def evaluation_rows(who: str) -> tuple[FormRow, ...]:
    """Give the rows for one side's evaluation, BRUKER's or GROUP's."""
    return (
        FormRow("Fra 1 til 5", f"evaluations/{who}/score", options=SCORE, words_follow=True),
        FormRow("Noen ord", f"evaluations/{who}/words", "Hva var nyttig? Hva kan bli bedre?"),
    )
