"""Saving a referat that is not whole: as utkast, or finished with the reason stated in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Vertical

from data.acts import finish
from data.checks import Requirement, missing
from data.language import _
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.dialog import Dialog
from screens.form import Heading
from screens.widgets import Field, Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("escape", "close", "Tilbake", "Tilbake uten å lagre"),
    Command("ctrl+s", "draft", "Utkast", "Lagre som utkast"),
)


def save_through_gate(app: App[Any], desk: Desk) -> None:
    """Save as a referat when everything holds; else ask whether as utkast or for what reason."""
    lacking = missing(desk.meeting, desk.structure, desk.profile)
    if lacking:
        app.push_screen(SavingDialog(desk, lacking))
    else:
        desk.ask(finish(""))
        desk.save()


class SavingDialog(Dialog):
    """What is missing, and the two ways to save all the same."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    SavingDialog {
        #saving { width: 70; }
        Heading { margin: 0 0 1 0; }
        Text, #reason { margin-bottom: 1; }
    }
    """

    def __init__(self, desk: Desk, missing: Sequence[Requirement]) -> None:
        super().__init__()
        self.desk = desk
        self._missing = missing

    def compose(self) -> ComposeResult:
        names = ", ".join(each.title.lower() for each in self._missing)
        with Vertical(id="saving", classes="dialog"):
            yield Heading(_("Referatet er ikke helt ferdig"))
            yield Text(plain(_("Mangler: {names}.").format(names=names)))
            yield Text(_("Ctrl+S  Lagre som utkast, og gjør det ferdig siden"))
            yield Text(_("Enter   Lagre som ferdig, med grunnen trykt i referatet:"))
            yield Field(placeholder=_("Hvorfor det er ferdig likevel"), sends=True, id="reason")
            yield Text(_("Esc     Tilbake til referatet"))

    def on_mount(self) -> None:
        put_focus(self.query_one(Field))

    @on(Field.Sent)
    def _finish(self, event: Field.Sent) -> None:
        """Save as finished for the reason given; without one nothing happens."""
        event.stop()
        if event.value.strip():
            self.desk.ask(finish(event.value))
            self.dismiss(None)
            self.desk.save()

    def action_draft(self) -> None:
        """Save as utkast."""
        self.dismiss(None)
        self.desk.save()

    def action_close(self) -> None:
        """Go back without saving."""
        self.dismiss(None)
