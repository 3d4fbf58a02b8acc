"""The referat: what it must hold on the left, how it will read on the right."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from data.checks import State
from data.markdown import public, write
from data.meeting import Meeting
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.gate import Line, explained, lines, verdict
from screens.jumping import step_of
from screens.letting_stand import let_line_stand, put_line_right
from screens.marking import line_of, marked, place_of
from screens.reading import readable
from screens.steps.body import StepBody
from screens.widgets import Column, Rows, Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("ctrl+g", "let_stand", "Behold", "La det linjen peker på, stå, av en grunn", footer=True),
    Command("ctrl+e", "put_right", "Rett", "Skriv det bedre som er foreslått", footer=True),
)


class ReferatBody(StepBody):
    """The gate at the end, and the referat itself."""

    COMMANDS = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS)
    DEFAULT_CSS = """
    ReferatBody {
        overflow: hidden;
        scrollbar-gutter: auto;
        #gate { width: 48; height: 100%; }
        #verdict { height: auto; text-style: bold; margin-bottom: 1; }
        #requirements { height: 1fr; max-height: 100%; }
        #why { height: auto; max-height: 9; color: $text-muted; margin-top: 1; }
        #paper {
            width: 1fr; height: 100%; padding: 0 1;
            border-left: solid $surface; scrollbar-size-vertical: 1;
        }
    }
    .-narrow ReferatBody #gate { width: 40; }
    """

    def __init__(self, place: str, desk: Desk) -> None:
        super().__init__(place, desk)
        self._lines: tuple[Line, ...] = ()
        self._page = Content("")

    def compose(self) -> ComposeResult:
        with Horizontal():
            with VerticalScroll(id="gate", can_focus=False):
                yield Text(id="verdict")
                yield Rows(
                    (Column("sign", "", 1), Column("title"), Column("state", "", 8)),
                    header=False,
                    id="requirements",
                )
                yield Text(id="why")
            with VerticalScroll(id="paper"):
                yield Text(id="page")

    def begin(self) -> None:
        """Show the gate, with the cursor on the first thing that is missing."""
        super().begin()
        rows = self.query_one(Rows)
        rows.go_to(next((line.key for line in self._lines if line.state is State.MISSING), rows.cursor))
        put_focus(rows, scroll_visible=False)

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        self._lines = lines(meeting, self.desk.structure, self.desk.profile)
        self._page = readable(write(public(meeting)))
        self.query_one(Rows).show([line.row for line in self._lines])
        self.query_one("#verdict", Text).show(plain(verdict(self._lines)))
        self._explain()

    @on(Rows.Highlighted)
    def _pick(self) -> None:
        """Explain the line under the cursor, and bring its words in sight."""
        self._explain()
        self._bring_in_sight()

    def _explain(self) -> None:
        """Say what the line under the cursor is about, and mark its words and those of the others."""
        line = self._picked
        if line is not None:
            self.query_one("#why", Text).show(plain(explained(line)))
        found = [one for each in self._lines for one in each.findings if not one.reason]
        picked = line.findings[0] if line and line.findings else None
        self.query_one("#page", Text).show(marked(self._page, self.desk.meeting, found, picked))

    def _bring_in_sight(self) -> None:
        """Turn the page to the words of the line under the cursor."""
        line = self._picked
        at = place_of(self._page.plain, self.desk.meeting, line.findings[0]) if line and line.findings else -1
        if at >= 0:
            paper, page = self.query_one("#paper", VerticalScroll), self.query_one("#page", Text)
            above = line_of(self._page, at, page.size.width) - paper.size.height // 3
            paper.scroll_to(y=max(0, above), animate=False)

    @property
    def _picked(self) -> Line | None:
        key = self.query_one(Rows).cursor
        return next((line for line in self._lines if line.key == key), None)

    @on(Rows.Chosen)
    async def _go_to_field(self, event: Rows.Chosen) -> None:
        """Go to the field that a line is about, right behind its words where it is about some."""
        event.stop()
        line = self._picked
        if line is not None:
            words = line.findings[0].words if line.is_of_words else None
            at = words.end if words else -1
            await self.go(step_of(line.field, self.desk.structure), line.field, at)

    # What becomes of what was found

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let words stand, or be put right, where the line under the cursor is about some."""
        line = self._picked
        if action == "let_stand":
            return line is not None and bool(line.open_findings or line.state is State.STANDS)
        if action == "put_right":
            return line is not None and line.proposal is not None and not line.proposal.reason
        return super().check_action(action, parameters)

    def action_let_stand(self) -> None:
        """Ask why what was found may stand; what stands already is taken up again."""
        if line := self._picked:
            let_line_stand(self.app, self.desk, line)

    def action_put_right(self) -> None:
        """Put the better form in place, where one is safe."""
        if line := self._picked:
            put_line_right(self.desk, line)

    async def save(self) -> None:
        """Save as a referat when everything holds; else ask how."""
        from screens.saving import save_through_gate  # noqa: PLC0415 - loaded when it is first asked for

        save_through_gate(self.app, self.desk)
