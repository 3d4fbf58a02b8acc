"""Summing up: a conclusion on each goal, and what was made clear."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from data.acts import add
from data.language import _
from data.meeting import Goal, Meeting
from screens import cards
from screens.adding import added
from screens.form import Form, FormRow, Heading, private_row
from screens.steps.body import StepBody
from screens.steps.parts import PartView, change_parts, shown_parts
from screens.widgets import Choice, Column, Row, Rows, Text, plain
from screens.widgets.table import NEW


class GoalPart(PartView):
    """One goal: what was said of it, and the conclusion."""

    DEFAULT_CSS = """
    GoalPart {
        height: auto; margin-bottom: 1;
        .goal--said { color: $text-muted; max-height: 4; padding-left: 16; }
    }
    """

    def compose(self) -> ComposeResult:
        at = f"goals/{self.of}"
        yield Form(FormRow(self.of, f"{at}/text", "Målet, sagt så alle forstår det"))
        yield Text(classes="goal--said")
        yield Form(
            FormRow("Vurdering", f"{at}/verdict", options=cards.VERDICT, words_follow=True),
            FormRow("Konklusjon", f"{at}/conclusion", "Det dere ble enige om", lines=4),
        )

    def show(self, meeting: Meeting, goal: Goal) -> None:
        """Show the goal and what the rounds said of it."""
        said = self.query_one(".goal--said", Text)
        words = Content("\n").join(_said(meeting, goal.id))
        said.display = bool(words.plain)
        said.show(words)


class Summary(StepBody):
    """Goal by goal, then the whole; a meeting that only advises has no goals of its own."""

    # No margin: before all is laid out, Textual would have it come first.
    DEFAULT_CSS = """
    Summary #whole { padding-top: 1; }
    Summary #of-no-goal { padding-top: 1; color: $text-muted; max-height: 7; }
    """

    def compose(self) -> ComposeResult:
        if self.desk.structure.advises:
            yield Heading(_("Konklusjon · råd, ikke vedtak"))
            yield Form(
                FormRow("Konklusjon", "summary", "Rådene de som meldte saken tar med seg", lines=8),
                private_row(self.place),
            )
            return
        yield Heading(_("Oppsummering · mål for mål"))
        for goal in self._goals(self.desk.meeting):
            yield GoalPart(goal.id)
        yield Rows(
            (Column("sign", "", 1), Column("words")),
            (Row(NEW, ("+", _("nytt mål")), dim=True),),
            header=False,
        )
        yield Text(id="of-no-goal")
        yield Form(
            FormRow("Avklaringer", "summary", "Det som ble klart i dag, i korte setninger", lines=6),
            private_row(self.place),
            id="whole",
        )

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        if shown_parts(self, GoalPart) != [goal.id for goal in self._goals(meeting)]:
            self.call_later(self._change_goals)
            return
        super().show(meeting)
        for part, goal in zip(self.walk_children(GoalPart), self._goals(meeting), strict=True):
            part.show(meeting, goal)
        if not self.desk.structure.advises:
            lines = list(_said(meeting, ""))
            rest = self.query_one("#of-no-goal", Text)
            rest.display = bool(lines)
            rest.show(Content("\n").join([plain(_("Sagt uten mål:")), *lines]))

    def first(self) -> Widget | None:
        """Begin with how the first goal stands: its own words are there to be read, and seldom changed."""
        return next(iter(self.walk_children(Choice)), None) or super().first()

    def _goals(self, meeting: Meeting) -> tuple[Goal, ...]:
        """Give the goals that are concluded on."""
        return () if self.desk.structure.advises else meeting.goals

    async def _change_goals(self) -> None:
        """Let the goals shown be those that the meeting has now, in its order."""
        goals = [goal.id for goal in self.desk.meeting.goals]
        await change_parts(self, GoalPart, goals, before=self.query_one(Rows))
        self.show(self.desk.meeting)

    @on(Rows.Chosen)
    def _new_goal(self, event: Rows.Chosen) -> None:
        event.stop()
        if goal := added(self.desk, "goals", add("goals", verdict="nytt")):
            self.app.push_screen(cards.goal_card(self.desk, goal))


def _said(meeting: Meeting, goal: str) -> Iterator[Content]:
    """Give what the rounds noted of a goal, or of none for "", a line each."""
    known = {one.id for one in meeting.goals}
    for entry in meeting.entries:
        of = known.intersection(entry.goals)
        if goal not in of and (goal or of):
            continue
        who = meeting.speaker_label(entry.speaker)
        signs = (("+", entry.progress), ("!", entry.challenge), ("→", entry.contribution))
        for sign, words in signs:
            if words:
                yield plain(f"{sign} {who}: {words}".replace("\n", " "))
