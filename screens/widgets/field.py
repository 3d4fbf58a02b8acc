"""One line for text from people."""

from __future__ import annotations

import unicodedata
from typing import Any, ClassVar, TypeAlias

from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection

from data.clean import clean, clean_line
from screens.widgets import recording
from screens.widgets.found import Found, Marker
from screens.widgets.history import History, Moment
from screens.widgets.keys import MOVES, InOrder
from screens.widgets.recording import Recording
from screens.widgets.sparing import Sparing

_STEP = 64


class Field(Recording, InOrder, Sparing, Input):
    """A compact line to type in; what is typed is told as `Edited`.

    `path` names what it edits. Enter goes to the next field, or with `sends` tells the line as
    `Sent` and empties it at once, so that what is typed behind it begins the next line. `live`
    lets `Input.Changed` out for each key, for a preview.
    """

    DEFAULT_CSS = """
    Field, Field:focus, Field.-invalid, Field.-invalid:focus {
        height: 1;
        padding: 0;
        border: none;
        border-left: blank;
        background: $surface;
        background-tint: transparent;
    }
    Field:focus, Field.-invalid:focus { border-left: outer $primary; }
    Field > .input--placeholder { color: $text-muted; }
    Field > .field--found { text-style: underline; color: $text-warning; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"field--found"}

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("enter", "next", show=False, priority=True),
        Binding("enter", "send", show=False),
        Binding("ctrl+z,super+z", "undo", show=False),
        Binding("ctrl+y,super+y", "redo", show=False),
    ]

    Edited: TypeAlias = recording.Edited

    class Sent(Message):
        """A line was finished with Enter, in a field that sends. `value` is the line, cleaned."""

        def __init__(self, field: Field, value: str) -> None:
            super().__init__()
            self.field = field
            self.value = value

        @property
        def control(self) -> Field:
            """The field, for `@on` with a selector."""
            return self.field

    def __init__(  # noqa: PLR0913 - named, and each with a default
        self,
        path: str = "",
        value: str = "",
        *,
        placeholder: str = "",
        sends: bool = False,
        live: bool = False,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str | None = None,
    ) -> None:
        super().__init__(
            placeholder=_one_line(placeholder),
            validate_on=(),
            select_on_focus=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        self.sends = sends
        self._history = History()
        self._begin(_one_line(value))
        self.prepare(path, self.value)
        self.disable_messages(Input.Blurred, Input.Submitted, *(() if live else (Input.Changed,)))

    def _begin(self, value: str) -> None:
        """Hold a text from the start, also where there is no app yet to ask for a cursor."""
        self.set_reactive(Input.value, value)
        self.set_reactive(Input.selection, Selection.cursor(len(value)))
        self.set_reactive(Input.virtual_size, Size(self.content_width, 1))
        self._initial_value = False

    @property
    def content_width(self) -> int:
        """Give the width of the content in steps, so that not every key is a new layout."""
        return -(-super().content_width // _STEP) * _STEP

    @property
    def words(self) -> str:
        """The text as it stands in the field."""
        return self.value

    def settled(self, value: str) -> str:
        """Give a text as the meeting keeps one line."""
        return clean_line(value)

    def take(self, value: str) -> None:
        """Put another text in the field; the cursor stays at the end if it stood there."""
        at_end = self.cursor_at_end
        self._history.clear()
        self.value = _one_line(value)
        if at_end:
            self.cursor_position = len(self.value)

    def stand_at(self, at: int) -> None:
        """Put the cursor at a place in the line."""
        self.cursor_position = at

    @property
    def stands_at(self) -> int:
        """Where in the line the cursor is."""
        return self.cursor_position

    def show_found(self, found: Found) -> None:
        """Mark words in the line, and no others."""
        if found != self.found:
            self.highlighter = Marker(found, self._found_style) if found.spans else None
        super().show_found(found)

    def _found_style(self) -> Style:
        return self.get_component_rich_style("field--found", partial=True)

    def write(self, text: str) -> None:
        """Insert `text` where the cursor is, as if it were typed."""
        self.replace(text, *self.selection)

    def write_over(self, text: str) -> None:
        """Put `text` in the place of all there is, as if it were typed."""
        self.replace(text, 0, len(self.value))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put cleaned text between two places; every edit by a person comes through here."""
        before = self._now
        start, end = sorted((max(0, start), min(len(self.value), end)))
        base = _base(self.value, start) if text and unicodedata.combining(text[0]) else start
        super().replace(_one_line(self.value[base:start] + text), base, end)
        if self.value != before.text:
            self._history.note(before, self._now)
            self.noticed()

    @property
    def _now(self) -> Moment:
        """The text and the cursor as they stand."""
        return Moment(self.value, self.cursor_position)

    @property
    def gone_back(self) -> bool:
        """Whether something typed since the field was entered has been taken back here."""
        return self._history.gone_back

    def action_undo(self) -> None:
        """Take back what was typed last; with nothing to take back the key goes on to the screen."""
        self._travel(self._history.back(self._now))

    def action_redo(self) -> None:
        """Bring back what was taken back."""
        self._travel(self._history.forth(self._now))

    def _travel(self, moment: Moment | None) -> None:
        """Go to a moment of the field's history."""
        if moment is None:
            self.flush()
            raise SkipAction
        self.value, self.cursor_position = moment
        self.noticed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Enter either go on or send."""
        if action == "next":
            return not self.sends
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """Go on to the next field."""
        self.screen.focus_next()

    def action_send(self) -> None:
        """Tell the line and begin another."""
        line = self.value
        self.take("")
        self.cursor_position = 0
        self._recorded = ""
        self.flush()
        self.tell(self.Sent(self, line))

    def scroll_to_region(self, region: Region, **named: Any) -> Offset:  # noqa: ANN401 - Textual's own
        """Bring a part of the line in sight, once there is a width to see it in.

        Without, a field filled before it is laid out would first be painted without its first letters.
        """
        return super().scroll_to_region(region, **named) if self.size else Offset()

    def unscroll(self) -> None:
        """Show the text from its start, or as near to it as the cursor allows."""
        self.scroll_to(x=max(0, self._cursor_offset - self.size.width), animate=False, force=True)

    def _on_resize(self, _event: events.Resize) -> None:
        self.unscroll()

    def _on_blur(self, _event: events.Blur) -> None:
        """Forget the typing's history; it was told on the way out."""
        self._history.clear()

    def _on_paste(self, event: events.Paste) -> None:
        """Paste all of it: several lines become one."""
        event.stop()
        event.prevent_default()
        self.write(" ".join(line.strip() for line in clean(event.text).split("\n") if line.strip()))


def _one_line(text: str) -> str:
    """Give text cleaned, with a blank for each line end."""
    return clean(text).replace("\n", " ")


def _base(text: str, place: int) -> int:
    """Give where the letter before `place` starts, its marks included."""
    base = max(0, place - 1)
    while base and unicodedata.combining(text[base]):
        base -= 1
    return base
