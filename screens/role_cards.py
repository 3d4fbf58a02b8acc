"""What is asked of each role in a step, on one page over the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from data.language import _
from data.meeting import Meeting
from data.role_cards import RoleCard
from data.rounds import WITHOUT_INTERPRETER
from data.structure import Step
from screens.commands import Command, bindings
from screens.dialog import Dialog
from screens.form import Heading
from screens.widgets import Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (Command("escape,ctrl+k,enter", "close", "Lukk", "Tilbake til møtet", footer=True),)

INTERPRETER, PROFESSIONAL = "tolk", "fagperson"
"""The roles that only some meetings have, or that several people have."""


class RoleCards(Dialog):
    """Every role with its lines for the step at hand."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    RoleCards {
        #roles { width: 76; }
        Heading { margin: 0 0 1 0; height: auto; text-wrap: wrap; }
        #hint { color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(self, cards: Sequence[RoleCard], step: Step, meeting: Meeting) -> None:
        super().__init__()
        self._cards = cards
        self._step = step
        self._meeting = meeting

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="roles", classes="dialog"):
            yield Heading(_("Rollene nå · {step}").format(step=self._step.title))
            yield Text(Content("\n\n").join(_shown(self._cards, self._step, self._meeting)))
            yield Text(_("«malstyrt rollekort» skriver dem ut. Esc lukker."), id="hint")

    def on_mount(self) -> None:
        put_focus(self.query_one("#roles"))

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)


def _shown(cards: Sequence[RoleCard], step: Step, meeting: Meeting) -> Iterator[Content]:
    """Give each role that the meeting has, with what is asked of it now."""
    for card in cards:
        if card.role == INTERPRETER and meeting.interpreter == WITHOUT_INTERPRETER:
            continue
        lines = [plain(f"· {line}") for line in card.expected(step)]
        if card.role == PROFESSIONAL:
            asked = (who for who in meeting.participants if who.expected)
            lines += [plain(f"  {meeting.label(who)}: {who.expected}") for who in asked]
        if lines:
            yield Content("\n").join([plain(card.title, "bold $text-primary"), *lines])
