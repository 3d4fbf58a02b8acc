"""The referat: what it must hold on the left, how it will read on the right."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from data.checks import Requirement, State, requirements
from data.language import _
from data.markdown import public, write
from data.meeting import Meeting
from screens.jumping import step_of
from screens.reading import readable
from screens.steps.body import StepBody
from screens.widgets import Column, Row, Rows, Text, plain
from screens.widgets.keys import put_focus

SIGNS = {State.HOLDS: "✓", State.MISSING: "✗", State.CONSIDER: "?"}
WORDS = {State.HOLDS: "holder", State.MISSING: "mangler", State.CONSIDER: "vurder"}


class ReferatBody(StepBody):
    """The gate at the end, and the referat itself."""

    DEFAULT_CSS = """
    ReferatBody {
        overflow: hidden;
        #gate { width: 48; height: 100%; }
        #verdict { height: auto; text-style: bold; margin-bottom: 1; }
        #requirements { height: 1fr; max-height: 100%; }
        #why { height: auto; max-height: 8; color: $text-muted; margin-top: 1; }
        #paper {
            width: 1fr; height: 100%; padding: 0 1;
            border-left: solid $surface; scrollbar-size-vertical: 1;
        }
    }
    .-narrow ReferatBody #gate { width: 40; }
    """

    def compose(self) -> ComposeResult:
        with Horizontal():
            with VerticalScroll(id="gate", can_focus=False):
                yield Text(id="verdict")
                yield Rows(
                    (Column("sign", "", 1), Column("title"), Column("state", "", 7)),
                    header=False,
                    id="requirements",
                )
                yield Text(id="why")
            with VerticalScroll(id="paper"):
                yield Text(id="page")

    def begin(self) -> None:
        """Show the gate, with the cursor on the first thing that is missing."""
        super().begin()
        missing = [
            each.rule
            for each in requirements(self.desk.meeting, self.desk.structure)
            if each.state is State.MISSING
        ]
        rows = self.query_one(Rows)
        rows.go_to(missing[0] if missing else rows.cursor)
        put_focus(rows, scroll_visible=False)

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        found = requirements(meeting, self.desk.structure)
        self.query_one(Rows).show([_row(each) for each in found])
        missing = sum(each.state is State.MISSING for each in found)
        self.query_one("#verdict", Text).show(plain(_verdict(missing)))
        self.query_one("#page", Text).show(readable(write(public(meeting))))
        self._explain()

    @on(Rows.Highlighted)
    def _explain(self) -> None:
        """Say what the requirement under the cursor lacks, and who asks for it."""
        requirement = self._picked
        if requirement is None:
            return
        words = [finding.message for finding in requirement.findings] or [_("Dette er på plass.")]
        self.query_one("#why", Text).show(plain("\n".join([*words[:4], requirement.source])))

    @property
    def _picked(self) -> Requirement | None:
        key = self.query_one(Rows).cursor
        return next(
            (each for each in requirements(self.desk.meeting, self.desk.structure) if each.rule == key), None
        )

    @on(Rows.Chosen)
    async def _go_to_field(self, event: Rows.Chosen) -> None:
        """Go to the field that a requirement is about."""
        event.stop()
        requirement = self._picked
        if requirement is not None:
            await self.go(step_of(requirement.field, self.desk.structure), requirement.field)

    async def save(self) -> None:
        """Save as a referat when everything holds; else ask how."""
        from screens.saving import save_through_gate  # noqa: PLC0415 - loaded when it is first asked for

        save_through_gate(self.app, self.desk)


def _row(requirement: Requirement) -> Row:
    state = requirement.state
    return Row(requirement.rule, (SIGNS[state], requirement.title, _(WORDS[state])), dim=state is State.HOLDS)


def _verdict(missing: int) -> str:
    if not missing:
        return _("✓ Alt er på plass. Ctrl+S lagrer.")
    return _("✗ {n} mangler. Enter går til feltet.").format(n=missing)
