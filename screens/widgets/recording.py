"""Typing that is recorded: when its field is left, and while it goes on."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from textual import events
from textual.message import Message
from textual.message_pump import MessagePump
from textual.messages import Prune
from textual.screen import Screen
from textual.signal import Signal
from textual.timer import Timer
from textual.widget import Widget

from screens.widgets.found import NOTHING, Found
from screens.widgets.keys import InOrder, Mixin, read_out

DELAY = 0.4
"""Seconds from the first unrecorded key until it is told; the rest of the half second that a crash
may cost is for those who write it down."""


class Edited(Message, namespace="field"):
    """A person changed the text of a field.

    `path` is what it edited when this was typed: it may edit something else since. `value` is its text,
    cleaned, and `before` what it said, as the meeting had it, before this was typed.
    """

    def __init__(self, field: Recording, path: str, value: str, before: str) -> None:
        super().__init__()
        self.field = field
        self.path = path
        self.value = value
        self.before = before

    @property
    def control(self) -> Recording:
        """The field, for `@on` with a selector."""
        return self.field


class Recording(Mixin):
    """What a field of one line and a field of several have in common.

    A field says `noticed` after each change by a person and knows its text and how to take
    another. `path` names what it edits, such as "tiltak/T14/what".
    """

    path: str = ""

    _due: Timer | None = None

    _keeper: Signal[Any] | None = None
    """What Textual's fields ask their screen to be told by."""

    def prepare(self, path: str, value: str) -> None:
        """Set what the field edits and the text it has there; what is pending is told first."""
        if self.pending:
            self.flush()
        self.path = path
        self._recorded = value
        self._told: deque[str] = deque(maxlen=8)

    def edit_at(self, path: str, value: str) -> None:
        """Let the field edit something else from now on, with the text it has there."""
        self.prepare(path, value)
        self.take(value)

    @property
    def words(self) -> str:
        """The text as it stands in the field."""
        raise NotImplementedError

    def take(self, value: str) -> None:
        """Put another text in the field, as if it had always been there."""
        raise NotImplementedError

    def stand_at(self, at: int) -> None:
        """Put the cursor at a place in the text, counted in characters."""
        raise NotImplementedError

    @property
    def stands_at(self) -> int:
        """Where in the text the cursor is, counted in characters."""
        raise NotImplementedError

    def settled(self, value: str) -> str:
        """Give a text in the form the meeting keeps it, to compare by."""
        raise NotImplementedError

    found: Found = NOTHING
    """The words that are marked in the text."""

    def show_found(self, found: Found) -> None:
        """Mark words in the text, and no others; marks that stand as they stood are not drawn anew."""
        if found != self.found:
            stood, self.found = self.found.within(self.words), found
            if found.within(self.words) != stood:
                self.draw_found()

    def draw_found(self) -> None:
        """Draw the text anew: other words are marked in it."""
        self.refresh()

    @property
    def before(self) -> str:
        """What the field said, as the meeting had it, before what is not yet told was typed."""
        return self._recorded

    @property
    def gone_back(self) -> bool:
        """Whether something typed since the field was entered has been taken back here."""
        raise NotImplementedError

    @property
    def pending(self) -> bool:
        """Whether something typed is not yet told."""
        return self._due is not None

    def noticed(self) -> None:
        """Note that a person changed the text: it is told before long."""
        if self._due is None:
            self._due = self.set_timer(DELAY, self.flush)

    def flush(self) -> None:
        """Tell what was typed, now, if anything was."""
        self._wait_no_longer()
        value = self.words
        if self.settled(value) != self.settled(self._recorded):
            before, self._recorded = self._recorded, value
            self._told.append(self.settled(value))
            self.tell(Edited(self, self.path, value, before))

    def forget(self) -> None:
        """Let what is pending be told by somebody else, and leaving the field not tell it again."""
        self._wait_no_longer()
        self._recorded = self.words

    def _wait_no_longer(self) -> None:
        if self._due is not None:
            self._due.stop()
            self._due = None

    def show(self, value: str) -> None:
        """Show what the meeting holds.

        The cursor stays when the text is the same already. What a person is typing stays too: it
        is told in its turn, and an older text that comes back meanwhile is an echo.
        """
        if self._is_echo(self.settled(value)) or self.pending:
            return
        self._recorded = value
        if self.settled(self.words) != self.settled(value):
            self.take(value)

    def _is_echo(self, value: str) -> bool:
        """Whether `value` is what we told ourselves, with something newer told since."""
        if value not in self._told:
            self._told.clear()
            return False
        while self._told.popleft() != value:
            pass
        return bool(self._told)

    def tell(self, message: Message) -> None:
        """Post a message of the field's."""
        tell(self, message)

    def _on_blur(self, _event: events.Blur) -> None:
        self.flush()

    def _on_prune(self, _event: Prune) -> None:
        self.flush()

    def _on_mount(self, _event: events.Mount) -> None:
        self._keeper = self.screen.text_selection_started_signal

    def _on_unmount(self) -> None:
        """Be let go of: the screen would keep every field it has had until text is marked with a mouse."""
        if self._keeper is not None:
            self._keeper.unsubscribe(self)


def _leaving(node: MessagePump) -> bool:
    """Whether a node of the screen is being taken away; Textual has no public word for it."""
    return any(getattr(node, name, False) for name in ("_pruning", "_closing", "_closed"))


def tell(widget: Widget, message: Message) -> None:
    """Post a message from a widget, past those who are on their way out together with it."""
    nodes = (node for node in widget.ancestors_with_self if not _leaving(node))
    next(nodes, widget).post_message(message)


async def settle(screen: Screen[Any]) -> None:
    """Let everything typed on `screen` so far be read, told and handled by the screen.

    For whoever is about to change the step, save or leave on a key with priority: such a key
    overtakes the letters before it. Await it first.
    """
    typed_in = [screen, *screen.walk_children(InOrder)]
    await asyncio.gather(*(read_out(widget) for widget in typed_in[1:]))
    for field in screen.walk_children(Recording):
        field.flush()
    # Not the app: it is the app that carries out a key with priority, and so waits for this.
    around = {node for widget in typed_in for node in widget.ancestors_with_self if node.is_attached}
    between = around - {screen.app}
    for node in sorted(between, key=lambda node: -len(node.ancestors)):
        await read_out(node)


async def settle_in(widget: Widget) -> None:
    """Let everything typed in one widget be read, told and handled, where all else is settled already."""
    await read_out(widget)
    if isinstance(widget, Recording):
        widget.flush()
    for node in widget.ancestors_with_self:
        if node is not widget.app:
            await read_out(node)
