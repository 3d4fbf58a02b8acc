"""A short question over what is shown: a few lines to fill in, and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from data.language import _
from screens.commands import Command, bindings
from screens.dialog import Dialog
from screens.form import Heading
from screens.widgets import Field, Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (Command("escape", "close", "Tilbake", "Tilbake uten å gjøre noe", footer=True),)


class Line(NamedTuple):
    """A line to fill in: its label, what stands in it already, and an example. All bokmål.

    What is only `proposed` gives way to what is typed.
    """

    label: str
    value: str = ""
    example: str = ""
    proposed: bool = False


class Question(Dialog):
    """Asks, and is gone when `answer` has taken what was typed; what it cannot take may be mended."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    Question {
        #question { width: 66; }
        Heading { margin: 0 0 1 0; }
        Field { margin-bottom: 1; }
        #about { height: auto; max-height: 9; margin-bottom: 1; scrollbar-size-vertical: 1; }
        .question--label { color: $text-muted; }
    }
    """

    def __init__(
        self, title: str, lines: Sequence[Line], answer: Callable[..., bool], about: str = ""
    ) -> None:
        """Ask for `lines`, below a `title` and what there is to know `about` it."""
        super().__init__()
        self._about = about
        self._title = title
        self._lines = lines
        self._answer = answer

    def compose(self) -> ComposeResult:
        with Vertical(id="question", classes="dialog"):
            yield Heading(self._title)
            if self._about:
                with VerticalScroll(can_focus=False, id="about"):
                    yield Text(plain(self._about))
            for line in self._lines:
                yield Text(line.label, classes="question--label")
                yield Field("", line.value, placeholder=line.example)
            several = len(self._lines) > 1
            done = _("Enter på siste linje fullfører.") if several else _("Enter fullfører.")
            yield Text(f"{done} {_('Esc går tilbake.')}", classes="question--label")

    def on_mount(self) -> None:
        fields = list(self.walk_children(Field))
        fields[-1].sends = True
        for field, line in zip(fields, self._lines, strict=True):
            if line.proposed:
                field.select_all()
        put_focus(fields[0])

    @on(Field.Sent)
    def _sent(self, event: Field.Sent) -> None:
        """Hand over what was typed."""
        event.stop()
        words = [*(field.words for field in self.walk_children(Field))][:-1]
        if self._answer(*words, event.value):
            self.dismiss(None)
        else:
            event.field.edit_at("", event.value)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
