"""The few facts that a new meeting begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from data.language import _
from screens.commands import Command, bindings
from screens.dialog import Dialog
from screens.form import Form, FormRow, Heading
from screens.widgets import Choice, Edited, Field, Marks, Text, plain, settle
from screens.widgets.keys import put_focus

if TYPE_CHECKING:
    from data.offering import Offered

COMMANDS = (
    Command("ctrl+s,f8", "begin", "Begynn", "Lag møtet og gå inn i det", footer=True),
    Command("escape", "close", "Tilbake", "Tilbake uten å lage noe", footer=True),
)


class Maker(Protocol):
    """Who makes meetings."""

    def by_agreement(self, group: str) -> Sequence[str]:
        """Give the members of a group who come when they are invited."""
        ...

    def offered(self, group: str) -> Sequence[Offered]:
        """Give what a meeting of a group may follow, what is proposed first."""
        ...

    def new_meeting(  # noqa: PLR0913 - what is typed of a meeting, and chosen
        self, group: str, date: str, start: str, place: str, *, invited: Sequence[str], structure: str
    ) -> None:
        """Make a new meeting ready, from texts as they were typed, and show it in place of this page.

        `structure` is the name of the one to follow, "" for what the group follows. What cannot be read is
        told, and the page stays as it is.
        """
        ...


class NewMeeting(Dialog):
    """Asks for group, date, time, place and what the meeting follows."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    NewMeeting {
        #new { width: 66; }
        Heading { margin: 0 0 1 0; }
        #why { color: $text-muted; padding-left: 15; height: auto; }
        #caution { color: $text-warning; padding-left: 15; height: auto; }
        #hint { color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(self, maker: Maker, group: str = "") -> None:
        super().__init__()
        self._maker = maker
        self._group = group
        self._offered: dict[str, Offered] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="new", classes="dialog"):
            yield Heading(_("Nytt møte"))
            yield Form(
                FormRow("Gruppe", "group", "alias eller initialer, aldri hele navnet"),
                FormRow("Dato", "date", "tomt: møteplanen, eller i dag · fre, 1.12"),
                FormRow("Starter", "start", "tomt: som avtalt, eller nå · 9 eller 13.30"),
                FormRow("Sted", "place"),
                FormRow("Mal", "structure", options=(("", ""),)),
                FormRow("Inviter også", "invited", marks=True),
            )
            yield Text(id="why")
            yield Text(id="caution")
            yield Text(_("Ctrl+S lager møtet. Esc går tilbake."), id="hint")

    def on_mount(self) -> None:
        group, date, *_others = self.walk_children(Field)
        group.show(self._group)
        self._offer(self._group)
        put_focus(date if self._group else group)

    def _offer(self, group: str) -> None:
        """Offer what a group may follow, and to invite the members who come by agreement."""
        self._offered = {one.name: one for one in self._maker.offered(group)}
        self.query_one(Choice).offer([(one.name, one.title) for one in self._offered.values()])
        self._explain()
        names = self._maker.by_agreement(group)
        marks = self.query_one(Marks)
        marks.show(tuple(name for name in marks.values if name in names), [(name, name) for name in names])
        self.query_one(Form).show_row("invited", bool(names))

    @on(Choice.Changed)
    def _explain(self) -> None:
        """Say why what is chosen is proposed, and what to know of it."""
        chosen = self._offered[self.query_one(Choice).value]
        for name, words in (("#why", chosen.why), ("#caution", chosen.caution)):
            line = self.query_one(name, Text)
            line.show(plain(words))
            line.display = bool(words)

    @on(Edited)
    def _entered(self, event: Edited) -> None:
        """Offer the members of the group that is named."""
        event.stop()
        if event.path == "group":
            self._offer(event.value)

    async def action_begin(self) -> None:
        """Make the meeting."""
        await settle(self)
        group, date, start, place = (field.words for field in self.walk_children(Field))
        invited, chosen = self.query_one(Marks).values, self.query_one(Choice).value
        self._maker.new_meeting(group, date, start, place, invited=invited, structure=chosen)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
