"""One of a few values, gone round with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.keys import MOVES, InOrder, put_focus
from screens.widgets.label import plain_line
from screens.widgets.sparing import Sparing


class Choice(InOrder, Sparing, Widget, can_focus=True):
    """A value between two arrows, `‹ møtt ›`; left, right and space go round, a figure chooses at once.

    `options` pairs each value with its words. With `words_follow` the field below is for words about what is
    chosen: letters go there, where they would be lost, and the blanks between them would choose.
    """

    DEFAULT_CSS = """
    Choice { width: auto; height: 1; }
    Choice:focus { text-style: reverse; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("enter", "app.focus_next", show=False, priority=True),
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    class Changed(Message):
        """A person chose another value. `path` is what the choice edits, `value` what is chosen now."""

        def __init__(self, choice: Choice, path: str, value: str) -> None:
            super().__init__()
            self.choice = choice
            self.path = path
            self.value = value

        @property
        def control(self) -> Choice:
            """The choice, for `@on` with a selector."""
            return self.choice

    def __init__(  # noqa: PLR0913 - named, and each with a default
        self,
        path: str,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        words_follow: bool = False,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.path = path
        self._words_follow = words_follow
        self._handed_on_to: Widget | None = None
        self.value = value
        self._options = _lines(options)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other values; the first of them, where what was chosen is none of them."""
        self._options = _lines(options)
        if self.value not in dict(options):
            self.value = options[0][0]
        self.refresh(layout=True)

    def show(self, value: str) -> None:
        """Show what the meeting holds, without telling it back."""
        if value != self.value:
            self.value = value
            self.refresh()

    async def _on_key(self, event: events.Key) -> None:
        """Choose by a figure the words that begin with it, and hand words on to where they belong."""
        chosen = self._begun_by(event.character or "") if self._handed_on_to is None else None
        if chosen is not None:
            self._choose(chosen)
        elif self._handed_on_to is not None or self._begins_words(event):
            self._hand_on(event)
        else:
            return
        event.stop()
        event.prevent_default()

    def _begun_by(self, figure: str) -> str | None:
        """Give the value whose words begin with a figure, None for what is none."""
        values = (key for key, words in self._options if words.plain.startswith(figure))
        return next(values, None) if figure.isdigit() else None

    def _begins_words(self, event: events.Key) -> bool:
        """Whether a key begins words that belong in the field below."""
        is_letter = event.is_printable and event.key != "space"
        return is_letter and self._words_follow and self.has_focus and self.screen.focus_chain[-1] is not self

    def _hand_on(self, event: events.Key) -> None:
        """Hand a key to the field below; those that came behind it, before that had the focus, too."""
        if self._handed_on_to is None:
            chain = self.screen.focus_chain
            self._handed_on_to = chain[chain.index(self) + 1]
            put_focus(self._handed_on_to)
        self._handed_on_to.post_message(event.copy())

    def _choose(self, value: str) -> None:
        """Let a value be chosen, and tell so when it is another."""
        if value != self.value:
            self.show(value)
            self.post_message(self.Changed(self, self.path, value))

    def action_turn(self, by: int) -> None:
        """Go to the next value or the one before, round and round."""
        keys = [key for key, _ in self._options]
        if not keys:
            return
        here = keys.index(self.value) if self.value in keys else (-1 if by > 0 else 0)
        self._choose(keys[(here + by) % len(keys)])

    def _on_focus(self, _event: events.Focus) -> None:
        self._handed_on_to = None
        self.refresh()

    def _on_blur(self, _event: events.Blur) -> None:
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        """Go back on the left arrow, on anywhere else."""
        event.stop()
        self.action_turn(-1 if event.x <= 1 else 1)

    @property
    def _widest(self) -> int:
        """The width of the longest words, in cells."""
        return max((words.cell_length for _, words in self._options), default=1)

    def get_content_width(self, _container: Size, _viewport: Size) -> int:
        """Give room for the longest words, so that the line stays where it is."""
        return self._widest + 4

    def get_content_height(self, _container: Size, _viewport: Size, _width: int) -> int:
        """Give one line."""
        return 1

    def render_line(self, y: int) -> Strip:
        """Give the value between its arrows."""
        words = next((words for key, words in self._options if key == self.value), Content("–"))
        room = max(0, self.size.width - 4)
        line = Content.assemble("‹ ", words.truncate(room, ellipsis=True), " ›")
        segments = line.truncate(self.size.width, pad=True).render_segments(self.visual_style)
        return Strip([*segments], self.size.width) if y == 0 else Strip([Segment("")], 0)


def _lines(options: Sequence[tuple[str, str]]) -> list[tuple[str, Content]]:
    return [(key, plain_line(words)) for key, words in options]
