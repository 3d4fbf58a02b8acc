"""Parking: what does not belong in the meeting is put aside, with where it goes instead."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from data.acts import add, put, together, value
from data.journal import Act
from data.language import _
from data.parking import Matter, Parked, channel_words, matter_words
from screens import drafts
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.dialog import Dialog
from screens.form import Heading
from screens.widgets import Column, Edited, Field, Row, Rows, Text, plain, settle
from screens.widgets.keys import put_focus

MOST = 3
"""What is parked already that is shown, the newest."""

COMMANDS = (Command("escape,f6", "close", "Lukk", "Tilbake; det du har skrevet, blir stående", footer=True),)


class ParkingScreen(Dialog):
    """A line for the matter, and the kinds of matter with the channel of each; Enter parks it."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    ParkingScreen {
        #parking { width: 78; }
        Heading { margin: 0; }
        #about { color: $text-muted; margin-bottom: 1; }
        #matters { margin-top: 1; max-height: 7; }
        #parked { margin-top: 1; color: $text-muted; height: auto; }
        #hint { color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        with Vertical(id="parking", classes="dialog"):
            yield Heading(_("Parker en sak"))
            yield Text(_("Den kommer ikke i referatet, men på listen din etterpå."), id="about")
            yield Field(drafts.PARKING, placeholder=_("Hva er det, med få ord?"))
            yield Rows((Column("matter", width=34), Column("channel", share=1)), header=False, id="matters")
            yield Text(id="parked")
            yield Text(_("Enter parkerer saken med det valgte stedet. Esc lukker."), id="hint")

    def on_mount(self) -> None:
        field = self.query_one(Field)
        field.show(value(self.desk.meeting, drafts.PARKING) or "")
        self.query_one(Rows).show(
            [Row(each.value, (matter_words(each), f"→ {channel_words(each)}")) for each in Matter]
        )
        self._show_parked()
        put_focus(field)

    async def follow(self) -> None:
        """Show what has been parked."""
        if self.is_mounted:
            self._show_parked()

    def _show_parked(self) -> None:
        """Show what is parked already, the newest last."""
        parked = self.desk.meeting.parked
        words = [_("Parkert: {matter}").format(matter=_line(one)) for one in parked[-MOST:]]
        line = self.query_one("#parked", Text)
        line.show(plain("\n".join(words)))
        line.display = bool(words)

    @on(Edited)
    def _entered(self, event: Edited) -> None:
        """Keep the line as it is written; the field itself undoes what was typed in it."""
        event.stop()
        self.desk.ask(put(drafts.PARKING, event.value), Act.WALK)

    @on(Rows.Chosen)
    async def _chosen(self, event: Rows.Chosen) -> None:
        """Park the matter; one without words waits for them."""
        event.stop()
        await settle(self)
        words = self.query_one(Field).words.strip()
        if not words:
            put_focus(self.query_one(Field))
            return
        self.desk.ask(together(add("parked", text=words, matter=event.key), put(drafts.PARKING, "")))
        self.dismiss(None)

    async def action_close(self) -> None:
        """Close; what is written stays for the next time."""
        await settle(self)
        self.dismiss(None)


def _line(parked: Parked) -> str:
    return f"{parked.text} → {channel_words(parked.matter)}"
