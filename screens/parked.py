"""What was parked in meetings, on the leader's list until it is ticked off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from data.dates import short
from data.language import _
from data.leaders_book import Kept
from data.parking import channel_words
from screens.commands import Command, bindings
from screens.lines import KeyLine, TitleLine
from screens.widgets import Column, Row, Rows, SparingScreen, Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("space", "turn", "Ordnet", "Kryss av det som er ordnet; mellomrom igjen angrer", footer=True),
    Command("escape,ctrl+q", "leave", "Tilbake", "Tilbake; det du har krysset av, er borte", footer=True),
)

COLUMNS = (
    Column("group", width=9),
    Column("text", share=3),
    Column("channel", share=3),
    Column("state", width=8, turns=True),
)


class Keeper(Protocol):
    """Who keeps what was parked."""

    def parked(self) -> Sequence[Kept]:
        """Give what is not ticked off; a fault in reading is told to the user."""
        ...

    def settle(self, matter: Kept, *, settled: bool) -> bool:
        """Tick a matter off, or put it on the list again; give whether it was saved, a fault being told."""
        ...

    def today(self) -> dt.date:
        """Give the day."""
        ...


class ParkedList(SparingScreen, Screen[None]):
    """Every parked matter, a line each, with where it goes.

    What is ticked off stays in sight until one leaves.
    """

    BINDINGS = bindings([command for command in COMMANDS if command.action != "turn"])
    DEFAULT_CSS = """
    ParkedList {
        background: $background;
        Rows { height: 1fr; margin: 1 1 0 1; }
        #more { padding: 0 1; height: 2; color: $text-muted; }
    }
    """

    def __init__(self, keeper: Keeper, place: str = "") -> None:
        """Show them with the cursor on the one of an id, the first for ""."""
        super().__init__()
        self._keeper = keeper
        self._begin_at = place
        self._shown: dict[str, Kept] = {}
        self._settled: set[str] = set()

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        yield Rows(COLUMNS, header=False, empty=_("Ingenting er parkert. F6 i et møte parkerer en sak."))
        yield Text(id="more")
        yield KeyLine("keys", COMMANDS)

    def on_mount(self) -> None:
        self._shown = {one.id: one for one in self._keeper.parked()}
        self._show()
        about = _("bare for deg, ikke i noe referat")
        self.query_one(TitleLine).say(plain(_("Parkerte saker")), plain(about))
        rows = self.query_one(Rows)
        rows.go_to(self._begin_at)
        put_focus(rows)

    def _show(self) -> None:
        rows = [_row(one, settled=one.id in self._settled) for one in self._shown.values()]
        self.query_one(Rows).show(rows)
        self._show_whole()

    @on(Rows.Highlighted)
    def _show_whole(self) -> None:
        """Show the whole of the matter that is marked, when it was parked, and where it goes."""
        one = self._shown.get(self.query_one(Rows).cursor)
        date = short(one.date, self._keeper.today()) if one and one.date else _("uten dato")
        whole = f"{one.text} → {channel_words(one.matter)} · {date}" if one else ""
        self.query_one("#more", Text).show(plain(whole))

    @on(Rows.Turned)
    @on(Rows.Chosen)
    def _turned(self, event: Rows.Turned | Rows.Chosen) -> None:
        """Tick a matter off, or take it up again."""
        event.stop()
        settled = event.key not in self._settled
        if self._keeper.settle(self._shown[event.key], settled=settled):
            (self._settled.add if settled else self._settled.discard)(event.key)
            self._show()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def _row(one: Kept, *, settled: bool) -> Row:
    """Give a matter as a row."""
    state = _("✓ ordnet") if settled else ""
    words = (one.group or "–", one.text, f"→ {channel_words(one.matter)}", state)
    return Row(one.id, words, dim=settled)
