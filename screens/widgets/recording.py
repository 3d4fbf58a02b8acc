"""Typing that is recorded: when its field is left, and while it goes on."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.message_pump import MessagePump
from textual.messages import Prune
from textual.screen import Screen
from textual.timer import Timer

from screens.widgets.keys import Mixin, read_out

DELAY = 0.4
"""Seconds from the first unrecorded key until it is told; the rest of the half second that a crash
may cost is for those who write it down."""


@dataclass
class Edited(Message, namespace="field"):
    """A person changed the text of a field."""

    field: Recording
    """The field."""

    value: str
    """Its text, cleaned."""

    @property
    def control(self) -> Recording:
        """The field, for `@on` with a selector."""
        return self.field

    @property
    def path(self) -> str:
        """What the field edits."""
        return self.field.path


class Recording(Mixin):
    """What a field of one line and a field of several have in common.

    A field says `noticed` after each change by a person and knows its text and how to take
    another. `path` names what it edits, such as "tiltak/T14/what".
    """

    path: str = ""

    def prepare(self, path: str, value: str) -> None:
        """Set what the field edits and the text it starts with."""
        self.path = path
        self._recorded = value
        self._told: deque[str] = deque(maxlen=8)
        self._due: Timer | None = None

    @property
    def words(self) -> str:
        """The text as it stands in the field."""
        raise NotImplementedError

    def take(self, value: str) -> None:
        """Put another text in the field, as if it had always been there."""
        raise NotImplementedError

    def settled(self, value: str) -> str:
        """Give a text in the form the meeting keeps it, to compare by."""
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
        if self._due is not None:
            self._due.stop()
            self._due = None
        value = self.words
        if self.settled(value) != self.settled(self._recorded):
            self._recorded = value
            self._told.append(self.settled(value))
            self._tell(Edited(self, value))

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

    def _tell(self, message: Message) -> None:
        """Post a message, past those who are on their way out together with this field."""
        if not _leaving(self):
            self.post_message(message)
            return
        for node in self.ancestors:
            if not _leaving(node):
                node.post_message(message)
                return

    def _on_blur(self, _event: events.Blur) -> None:
        self.flush()

    def _on_prune(self, _event: Prune) -> None:
        self.flush()


def _leaving(node: MessagePump) -> bool:
    """Whether a node of the screen is being taken away; Textual has no public word for it."""
    return any(getattr(node, name, False) for name in ("_pruning", "_closing", "_closed"))


async def settle(screen: Screen[object]) -> None:
    """Let everything typed on `screen` so far be read, told and handled by the screen.

    For whoever is about to change the step, save or leave on a key with priority: such a key
    overtakes the letters before it. Await it first.
    """
    if screen.focused is not None:
        await read_out(screen.focused)
    for field in screen.query("*"):
        if isinstance(field, Recording) and field.pending:
            field.flush()
            for node in field.ancestors_with_self:
                await read_out(node)
                if node is screen:
                    break
