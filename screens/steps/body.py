"""What the bodies of all steps share: fields bound to places in the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from data.acts import put
from data.entering import choose, chosen, understand
from data.instants import today
from data.meeting import Meeting
from screens.commands import Command
from screens.desk import Desk
from screens.showing import show_field, show_left_field
from screens.widgets import Choice, Edited, Marks, Text, plain
from screens.widgets.keys import put_focus
from screens.widgets.recording import Recording

if TYPE_CHECKING:
    from screens.parts_table import PartsTable


class StepBody(VerticalScroll, can_focus=False):
    """The body of one step. `place` is the step's id.

    A field in it carries the path of the place in the meeting that it edits; what is typed there
    is asked for, and what has come from elsewhere is shown.
    """

    class GoTo(Message):
        """Somebody wants to go to where something is edited.

        `place` is the step's id, `path` the place in the meeting, and `at` the place in its text where
        the cursor is to stand; -1 leaves it where it is.
        """

        def __init__(self, place: str, path: str, at: int) -> None:
            super().__init__()
            self.place = place
            self.path = path
            self.at = at

    # Room for the scrollbar is kept: all would be laid out and painted again when it comes.
    COMMANDS: ClassVar[tuple[Command, ...]] = ()
    """What can be done in this step alone."""

    DEFAULT_CSS = "StepBody { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }"

    def __init__(self, place: str, desk: Desk) -> None:
        super().__init__()
        self.place = place
        self.desk = desk

    @property
    def speaker(self) -> str:
        """Who is being noted of, "" where that has no meaning."""
        return ""

    async def complete(self) -> None:
        """Put up what the first look can do without. Called once, before any `jump`."""

    def begin(self) -> None:
        """Show the meeting for the first time, and put the cursor where work begins."""
        self.show(self.desk.meeting)
        first = self.first()
        if first is not None:
            put_focus(first, scroll_visible=False)

    def first(self) -> Widget | None:
        """Give what work begins in, None where there is nothing to do."""
        # Not any that could have the focus: a hidden one can, and would take what is typed unseen.
        return next((widget for widget in self.screen.focus_chain if self in widget.ancestors), None)

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        day = today(self.desk.wall())
        for field in self.fields():
            if field.path and "?" not in field.path:
                show_field(field, meeting, day)
        for choice in self.walk_children(Choice):
            choice.show(chosen(meeting, choice.path))

    def fields(self) -> Iterator[Recording]:
        """Give every field of the body."""
        yield from self.walk_children(Recording)

    def next_speaker(self) -> None:
        """Make ready to note of the one who just got the floor."""

    def tick(self, now: float) -> None:
        """Show what the time has changed."""

    def jump(self, path: str) -> None:
        """Put the cursor where a place in the meeting is edited, as near as there is."""
        edits: list[Recording | Choice | Marks] = [
            *self.fields(),
            *self.walk_children(Choice),
            *self.walk_children(Marks),
        ]
        target: Widget | None = next((widget for widget in edits if widget.path.startswith(path)), None)
        if target is not None:
            put_focus(target)

    def stand_at(self, path: str, at: int) -> None:
        """Put the cursor at a place in the text of a field, where there is a field for it."""
        field = next((field for field in self.fields() if field.path == path), None)
        if field is not None:
            field.stand_at(at)

    async def go(self, place: str, path: str, at: int = -1) -> None:
        """Ask the screen to go to another step, to where a place in the meeting is edited."""
        self.post_message(self.GoTo(place, path, at))

    async def save(self) -> None:
        """Save what there is."""
        self.desk.save()

    def _on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if isinstance(event.widget, Recording) and "?" not in event.widget.path:
            show_left_field(event.widget, self.desk.meeting, today(self.desk.wall()))
            if words := self._amiss(event.widget.path):
                self.heard(event.widget.path, words)

    @on(Edited)
    def _entered(self, event: Edited) -> None:
        """Ask for what was typed."""
        event.stop()
        if event.path:
            self.enter(event.path, event.value, event.before)

    def enter(self, path: str, text: str, before: str) -> None:
        """Ask for a typed text to stand at a path that said `before`; how it was read goes to `heard`."""
        read = understand(path, text, today(self.desk.wall()), before=before)
        if read.ask is not None:
            self.desk.ask(read.ask)
        self.heard(path, read.words or self._amiss(path))

    def _amiss(self, path: str) -> str:
        """Say what is wrong with the hours of the meeting, once the field of one has been left.

        While it is typed in, «1» may become «14».
        """
        focused = self.screen.focused
        if path not in {"start", "end"} or (isinstance(focused, Recording) and focused.path == path):
            return ""
        from data.checks.frame import backwards_time  # noqa: PLC0415 - the rules are loaded after the page

        return next((lack.message for lack in backwards_time(self.desk.meeting)), "")

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        """Ask for what was chosen."""
        event.stop()
        self.desk.ask(choose(event.path, event.value))

    @on(Marks.Changed)
    def _marked(self, event: Marks.Changed) -> None:
        """Ask for what was marked."""
        event.stop()
        self.desk.ask(put(event.path, list(event.values)))

    def on_parts_table_heard(self, event: PartsTable.Heard) -> None:
        """Tell how what was typed in a table was read, as of any field."""
        event.stop()
        self.heard(event.path, event.words)

    def heard(self, path: str, words: str) -> None:
        """Show how a typed date, time or number was read, where the body has a line for it."""
        del path
        for line in self.walk_children(Text):
            if line.id == "heard":
                line.show(plain(words))


class Heard(Text):
    """How what was typed was read, at the foot of a long page; not there while there is nothing to say."""

    DEFAULT_CSS = """
    Heard { dock: bottom; height: 1; padding-left: 16; color: $text-muted; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__(id="heard")
        self.display = False

    def show(self, words: str | Content) -> None:
        """Show words, or nothing."""
        super().show(words)
        self.display = bool(words)
