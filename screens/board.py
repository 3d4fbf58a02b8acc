"""The tiltak of all groups on one board, to follow up between the meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from data.board import EVERY, OnBoard, Wanted
from data.clean import clean_line
from data.dates import in_list
from data.language import _, ngettext
from data.meeting import Tiltak, TiltakStatus
from screens.commands import Command, bindings
from screens.form import Form, FormRow
from screens.lines import KeyLine, TitleLine
from screens.narrowing import ONWARD, Narrowed, nothing_wanted
from screens.question import Line, Question
from screens.widgets import Choice, Column, Edited, Field, Row, Rows, Text, plain, settle
from screens.widgets.keys import put_focus
from screens.widgets.table import next_of

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("space", "turn", "Status", "Sett hvordan det går med tiltaket", footer=True),
    Command("enter", "reason", "Grunn", "Skriv hvorfor det ikke ble gjort", footer=True),
    Command("ctrl+g", "group", "Gruppen", "Åpne tiltakets gruppe", footer=True),
    Command("escape,ctrl+q", "leave", "Tilbake", "Tilbake; alt er lagret", footer=True),
)

_OWN_KEYS = frozenset({"turn", "reason"})
"""What the rows do themselves with their keys; told of on the key line with the rest."""

OVERDUE = "over"
NEEDS_REASON = frozenset({TiltakStatus.NOT_DONE, TiltakStatus.DROPPED})

FILTERS = (
    FormRow("Gruppe", "group", "alle"),
    FormRow("Person", "person", "alle"),
    FormRow(
        "Status",
        "status",
        options=(("", "ikke ferdige"), *((one.value, one.value) for one in TiltakStatus), (EVERY, EVERY)),
    ),
    FormRow("Frist", "overdue", options=(("", "alle"), (OVERDUE, "bare over fristen"))),
)

COLUMNS = (
    Column("group", width=9),
    Column("number", width=4),
    Column("what", share=2),
    Column("who", share=1),
    Column("when", width=13),
    Column("status", width=18, turns=True),
)


class Keeper(Protocol):
    """Who keeps the tiltak of all groups."""

    def tiltak(self, wanted: Wanted) -> Sequence[OnBoard]:
        """Give the tiltak that are wanted, the first due first."""
        ...

    def set_status(self, one: OnBoard, status: TiltakStatus, reason: str) -> None:
        """Let a tiltak stand otherwise, in its group's file; a fault in saving is told to the user."""
        ...

    def today(self) -> dt.date:
        """Give the day."""
        ...

    def open_group(self, path: str) -> None:
        """Open a group by the path of its file."""
        ...


class Board(Narrowed):
    """Every tiltak that is wanted, a line each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings([command for command in COMMANDS if command.action not in _OWN_KEYS]),
        *ONWARD,
    ]
    DEFAULT_CSS = """
    Board {
        background: $background;
        #filters { height: auto; padding: 1 1 0 1; grid-size: 4; grid-columns: 8 1fr 8 1fr; }
        #filters Field { margin-right: 2; }
        #tiltak { height: 1fr; margin: 1 1 0 1; }
        #whole { padding: 0 1; height: 2; color: $text-muted; }
    }
    """

    def __init__(self, keeper: Keeper, group: str = "") -> None:
        """Show the tiltak of all groups, or of one by its alias."""
        super().__init__()
        self._keeper = keeper
        self._shown: dict[str, OnBoard] = {}
        self._values = dict.fromkeys((row.path for row in FILTERS), "") | {"group": group}

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        yield Form(*FILTERS, id="filters")
        yield Rows(COLUMNS, header=False, id="tiltak")
        yield Text(id="whole")
        yield KeyLine("keys", COMMANDS)

    def on_mount(self) -> None:
        self.query(Field).first().show(self._values["group"])
        self.show()
        put_focus(self.query_one("#tiltak", Rows))

    def on_screen_resume(self) -> None:
        """Show what has become of the tiltak while something else was shown."""
        self.show()

    def show(self) -> None:
        """Show the tiltak that are wanted."""
        values = self._values
        wanted = Wanted(values["group"], values["person"], values["status"], bool(values["overdue"]))
        found = self._keeper.tiltak(wanted)
        self._shown = {_key(one): one for one in found}
        today = self._keeper.today()
        rows = self.query_one("#tiltak", Rows)
        nothing = _("Ingen tiltak å vise. De dere avtaler i møtene, kommer hit.")
        rows.say_when_empty(nothing_wanted() if any(values.values()) else nothing)
        rows.show([_row(key, one, today) for key, one in self._shown.items()])
        for choice in self.walk_children(Choice):
            choice.show(values[choice.path])
        self.query_one(TitleLine).say(plain(_("Tiltakstavle")), plain(_counted(found, today)))
        self._show_whole()

    @on(Rows.Highlighted)
    def _show_whole(self) -> None:
        """Show the whole of the tiltak that is marked, and ask why where that is not told."""
        one = self._shown.get(self.query_one("#tiltak", Rows).cursor)
        self.query_one("#whole", Text).show(plain(_whole(one.tiltak) if one else ""))

    # What is wanted

    @on(Edited)
    def _typed(self, event: Edited) -> None:
        event.stop()
        self._want(event.path, clean_line(event.value))

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        self._want(event.path, event.value)

    def _want(self, name: str, value: str) -> None:
        self._values[name] = value
        self.show()

    # What is set

    @on(Rows.Turned)
    def _turned(self, event: Rows.Turned) -> None:
        """Set how it goes with a tiltak, the next way round."""
        event.stop()
        one = self._shown.get(event.key)
        if one is None:  # the list became another meanwhile
            return
        status = TiltakStatus(next_of(TiltakStatus, one.tiltak.status, event.by))
        self._set(one, status, one.tiltak.reason if status in NEEDS_REASON else "")

    @on(Rows.Chosen)
    def _ask_why(self, event: Rows.Chosen) -> None:
        """Ask why a tiltak stands as it does."""
        event.stop()
        one = self._shown.get(event.key)
        if one is None:
            return
        title = f"{one.tiltak.id} {one.tiltak.what} · {one.tiltak.status}"
        lines = [Line(_("Grunn"), one.tiltak.reason)]
        self.app.push_screen(Question(title, lines, lambda reason: self._reasoned(one, reason)))

    def _reasoned(self, one: OnBoard, reason: str) -> bool:
        self._set(one, one.tiltak.status, clean_line(reason))
        return True

    def _set(self, one: OnBoard, status: StrEnum, reason: str) -> None:
        """Have it set, and show it where it stands: it stays in sight though it is no longer wanted."""
        self._keeper.set_status(one, TiltakStatus(status), reason)
        every = self._keeper.tiltak(Wanted(status=EVERY))
        now = {_key(each): each for each in every}
        self._shown = {key: now.get(key, each) for key, each in self._shown.items()}
        today = self._keeper.today()
        self.query_one("#tiltak", Rows).show([_row(key, each, today) for key, each in self._shown.items()])
        self._show_whole()

    async def action_group(self) -> None:
        """Open the group of the tiltak that is marked."""
        await self.come_up_to_date()
        one = self._shown.get(self.query_one("#tiltak", Rows).cursor)
        if one is not None:
            self._keeper.open_group(str(one.listed.path))

    async def action_leave(self) -> None:
        """Go back."""
        await settle(self)
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def _key(one: OnBoard) -> str:
    return f"{one.group.id}/{one.tiltak.id}"


def _row(key: str, one: OnBoard, today: dt.date) -> Row:
    """Give a tiltak as a row; a sign stands by the deadline that is over."""
    tiltak = one.tiltak
    when = in_list(tiltak.when, today) if tiltak.when else ""
    when = f"⚠ {when}" if one.is_overdue(today) else when
    status = f"⚠ {tiltak.status}" if _lacks_reason(tiltak) else tiltak.status.value
    return Row(key, (one.group.alias, tiltak.id, tiltak.what, tiltak.who, when, status))


def _whole(tiltak: Tiltak) -> str:
    """Give all that a tiltak says of who does what, and the reason that it has or lacks."""
    why = tiltak.reason
    if _lacks_reason(tiltak):
        why = _("⚠ {status}. Hvorfor? Enter.").format(status=tiltak.status)
    return " · ".join(words for words in (f"{tiltak.id} {tiltak.what}", tiltak.who, why) if words)


def _lacks_reason(tiltak: Tiltak) -> bool:
    return tiltak.status in NEEDS_REASON and not tiltak.reason


def _counted(found: Sequence[OnBoard], today: dt.date) -> str:
    """Say how many there are, and how many of them should have been done."""
    late = sum(one.is_overdue(today) for one in found)
    words = ngettext("{n} tiltak", "{n} tiltak", len(found)).format(n=len(found))
    return _("{words}, {late} over fristen").format(words=words, late=late) if late else words
