"""A short evaluation of the meeting: the bruker first, then the others."""

from __future__ import annotations

from textual.app import ComposeResult

from data.language import _
from data.meeting import BRUKER, GROUP
from screens.cards import SCORE
from screens.form import Form, FormRow, Heading
from screens.steps.body import StepBody


class EvaluationBody(StepBody):
    """A figure from 1 to 5 and a few words, from each side."""

    def compose(self) -> ComposeResult:
        for who, title in ((BRUKER, _("Familien først")), (GROUP, _("De andre rundt bordet"))):
            yield Heading(title)
            yield Form(
                FormRow("Fra 1 til 5", f"evaluations/{who}/score", options=SCORE),
                FormRow("Noen ord", f"evaluations/{who}/words", "Hva var nyttig? Hva kan bli bedre?"),
            )
        yield Heading(_("Kladd"))
        yield Form(
            FormRow("Kladd", f"notes/{self.place}/text", "Bare for deg. Kommer ikke i referatet", lines=4)
        )
