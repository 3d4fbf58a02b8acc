"""The few facts that a new group begins with."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from data.group import GroupKind
from data.language import _
from screens.commands import Command, bindings
from screens.dialog import Dialog
from screens.form import Form, FormRow, Heading
from screens.groups import Register
from screens.widgets import Choice, Edited, Field, Text, plain, settle
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("ctrl+s,f8", "begin", "Lag gruppen", "Lag gruppen og åpne den", footer=True),
    Command("escape", "close", "Tilbake", "Tilbake uten å lage noe", footer=True),
)


class NewGroup(Dialog):
    """Asks for alias, kind and koordinator. An alias is proposed; a full name is warned against."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    NewGroup {
        #new { width: 70; }
        Heading { margin: 0 0 1 0; }
        #objection { color: $text-warning; height: auto; margin-top: 1; }
        #hint { color: $text-muted; }
    }
    """

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register
        self._warned_of = ""

    def compose(self) -> ComposeResult:
        kinds = tuple((kind.value, kind.value) for kind in GroupKind)
        with Vertical(id="new", classes="dialog"):
            yield Heading(_("Ny gruppe"))
            yield Form(
                FormRow("Alias", "alias", "eller initialer, aldri barnets fulle navn"),
                FormRow("Slag", "kind", options=kinds),
                FormRow("Koordinator", "koordinator", "navnet på koordinatoren"),
            )
            yield Text(id="objection")
            yield Text(_("Ctrl+S lager gruppen. Esc går tilbake."), id="hint")

    def on_mount(self) -> None:
        alias = self.query(Field).first()
        alias.show(self._register.proposed_alias(""))
        self.query_one(Choice).show(GroupKind.SAMARBEIDSGRUPPE.value)
        put_focus(alias)

    @on(Edited)
    def _typed(self, event: Edited) -> None:
        event.stop()
        if event.path == "alias":
            self.query_one("#objection", Text).show(plain(_objection(event.value)))

    @on(Choice.Changed)
    def _picked(self, event: Choice.Changed) -> None:
        event.stop()
        event.choice.show(event.value)

    async def action_begin(self) -> None:
        """Make the group; with an alias that is warned against, only when asked a second time."""
        await settle(self)
        alias, koordinator = (field.words for field in self.walk_children(Field))
        objection = _objection(alias)
        self.query_one("#objection", Text).show(plain(objection))
        if alias.strip() and objection in {"", self._warned_of}:
            self._register.new_group(alias, self.query_one(Choice).value, koordinator)
        self._warned_of = objection

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def _objection(alias: str) -> str:
    from data.aliases import objection  # noqa: PLC0415 - where an alias is typed

    return objection(alias)
