"""A step that goes through the saksliste, an item at a time, with a conclusion on each."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from data.acts import add
from data.language import _
from data.meeting import AgendaItem, Meeting
from screens import cards
from screens.adding import added
from screens.form import Form, FormRow, Heading, private_row
from screens.steps.body import StepBody
from screens.steps.parts import PartView, change_parts, shown_parts
from screens.widgets import Column, Row, Rows, Text, plain
from screens.widgets.table import NEW


class ItemPart(PartView):
    """One item: what it is, and the conclusion."""

    DEFAULT_CSS = "ItemPart { height: auto; }"

    def compose(self) -> ComposeResult:
        yield Heading("")
        yield Form(FormRow("Konklusjon", f"agenda/{self.of}/conclusion", "Det dere ble enige om", lines=4))

    def show(self, number: int, item: AgendaItem) -> None:
        """Show which item it is."""
        self.query_one(Heading).show(plain(f"{number} {item.title or _('Uten navn')}"))


class ItemsBody(StepBody):
    """The items of the saksliste, and a row for one that comes up now."""

    # No margin: before all is laid out, Textual would have it come first.
    DEFAULT_CSS = """
    ItemsBody #new { padding-top: 1; }
    ItemsBody #apart { padding-top: 1; }
    """

    def compose(self) -> ComposeResult:
        yield Heading(_("Sakene"))
        yield Text(_("Sakslisten er tom."), id="none")
        for item in self.desk.meeting.agenda:
            yield ItemPart(item.id)
        yield Rows(
            (Column("sign", "", 1), Column("words")),
            (Row(NEW, ("+", _("ny sak")), dim=True),),
            header=False,
            id="new",
        )
        yield Form(private_row(self.place), id="apart")

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        if shown_parts(self, ItemPart) != [item.id for item in meeting.agenda]:
            self.call_later(self._change_items)
            return
        super().show(meeting)
        self.query_one("#none").display = not meeting.agenda
        for number, (part, item) in enumerate(
            zip(self.walk_children(ItemPart), meeting.agenda, strict=True), 1
        ):
            part.show(number, item)

    async def _change_items(self) -> None:
        """Let the items shown be those that the meeting has now, in its order."""
        items = [item.id for item in self.desk.meeting.agenda]
        await change_parts(self, ItemPart, items, before=self.query_one("#new"))
        self.show(self.desk.meeting)

    @on(Rows.Chosen, "#new")
    def _new_item(self, event: Rows.Chosen) -> None:
        event.stop()
        if item := added(self.desk, "agenda", add("agenda")):
            self.app.push_screen(cards.agenda_card(self.desk, item))
