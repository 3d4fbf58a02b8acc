"""A card: everything there is to say of one part of a meeting or a group, in a form of its own."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from data.acts import remove, remove_if_blank, stands
from data.changes import Wish
from data.entering import choose, chosen, understand
from data.instants import today
from screens.commands import Command, bindings
from screens.desk import Keeper
from screens.dialog import Dialog
from screens.form import Form, FormRow, Heading
from screens.lines import KeyLine
from screens.showing import show_field, show_left_field
from screens.undoing import Undoing
from screens.widgets import Choice, Edited, Field, Text, plain, settle
from screens.widgets.keys import put_focus
from screens.widgets.recording import Recording

CLOSE = Command("escape,f10", "close", "Ferdig", "Lukk kortet; alt er lagret", footer=True)
REMOVE = Command("ctrl+d", "remove", "Fjern", "Ta det bort. Ctrl+Z angrer", footer=True)
COMMANDS = (
    CLOSE,
    Command("ctrl+z", "undo", "Angre", "Angre det siste"),
    Command("ctrl+y", "redo", "Gjør om", "Gjør om det du angret"),
    REMOVE,
)


class Card(Undoing, Dialog):
    """A form over one part. What is typed is asked for as it is typed, so closing loses nothing."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    Card {
        #card { width: 76; }
        Heading { margin: 0 0 1 0; }
        #heard { color: $text-muted; height: 1; margin-top: 1; }
    }
    """

    def __init__(
        self, desk: Keeper, title: str, rows: tuple[FormRow, ...], *, part: str = "", begin_at: str = ""
    ) -> None:
        """Show `rows` under `title`.

        `part` is the path of what can be removed, "" for nothing; `begin_at` that of the field to
        begin in, "" for the first.
        """
        super().__init__()
        self.desk = desk
        self._title = title
        self._rows = rows
        self._part = part
        self._begin_at = begin_at
        self._begun_with = ""

    def begun_with(self, text: str) -> Card:
        """Give the card with a text typed in its first field, once there is one."""
        self._begun_with = text
        return self

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card", classes="dialog", can_focus=False):
            yield Heading(self._title)
            yield Form(*self._rows)
            yield Text(id="heard")
            yield KeyLine("card-keys", (CLOSE, REMOVE) if self._part else (CLOSE,))

    def on_mount(self) -> None:
        self.show()
        places: list[Recording | Choice] = [*self.walk_children(Recording), *self.walk_children(Choice)]
        first = next((each for each in places if each.path == self._begin_at), None)
        put_focus(first or self.query("Field, NoteField, Choice").first())
        if self._begun_with:
            self.query(Field).first().write(self._begun_with)

    def on_screen_resume(self) -> None:
        """Show what has become of it while something stood in front."""
        self.call_next(self.follow)

    def show(self) -> None:
        """Show what it is over as it has become."""
        whole = self.desk.whole
        day = today(self.desk.wall())
        for field in self.walk_children(Recording):
            show_field(field, whole, day)
        for choice in self.walk_children(Choice):
            choice.show(chosen(whole, choice.path))

    async def follow(self) -> None:
        """Show the meeting as it has become; close when what is edited is gone."""
        if not self.is_active:
            return  # closed already, or something stands in front: it is that which would be closed
        if not stands(self.desk.whole, self._rows[0].path):
            self.dismiss(None)
        elif self.is_mounted:
            self.show()

    def _on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if isinstance(event.widget, Recording):
            show_left_field(event.widget, self.desk.whole, today(self.desk.wall()))

    @on(Edited)
    def _entered(self, event: Edited) -> None:
        event.stop()
        day, whole = today(self.desk.wall()), type(self.desk.whole)
        read = understand(event.path, event.value, day, whole, event.before)
        if read.ask is not None:
            self.desk.ask(read.ask)
        self.query_one("#heard", Text).show(plain(read.words))

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        self.desk.ask(self.choosing(event.path, event.value))

    def choosing(self, path: str, value: str) -> Wish:
        """Give what is wished by choosing a value."""
        return choose(path, value, type(self.desk.whole))

    async def action_close(self) -> None:
        """Close the card; a new part in which nothing was written goes out again."""
        await settle(self)
        if self._part:
            self.desk.ask(remove_if_blank(self._part))
        self.dismiss(None)

    async def action_remove(self) -> None:
        """Take the part out."""
        if self._part:
            await settle(self)
            self.desk.ask(remove(self._part))
            self.dismiss(None)
