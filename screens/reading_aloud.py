"""Reading the referat aloud: one statement at a time, large, corrected where it stands."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message

from data import afterlife
from data.acts import stands, value
from data.changes import annotation_at
from data.instants import time_of_day
from data.language import _
from data.meeting import Meeting
from data.statements import Statement, statements
from data.text import Prose
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.desk_screen import DeskScreen
from screens.form import Form, FormRow
from screens.lines import KeyLine, TitleLine
from screens.steps.body import StepBody
from screens.widgets import Text, plain, settle

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("f8,pagedown", "next", "Videre", "Les det neste; etter det siste er det lest opp", footer=True),
    Command("f7,pageup", "previous", "Tilbake", "Les det forrige om igjen", footer=True),
    Command("ctrl+z", "undo", "Angre", "Angre det siste", footer=True),
    Command("ctrl+y", "redo", "Gjør om", "Gjør om det du angret"),
    Command("escape,ctrl+q", "close", "Lukk", "Slutt å lese; rettelsene er lagret", footer=True, stays=True),
)


Places = tuple[tuple[str, str], ...]
"""The fields of a statement, by which it is known while what it says changes."""


class ReadingAloud(DeskScreen):
    """The referat read out to those who are there, for approval (DOMAIN: S0, S1).

    The hour is noted when the last statement has been read, and beside each that was corrected.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS)]
    DEFAULT_CSS = """
    ReadingAloud {
        layout: vertical;
        background: $background;
        #floor { height: 1fr; align: center middle; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._at = 0
        self._corrected: dict[Places, str] = {}
        self._statements = statements(desk.meeting)
        self._as_it_was = {one.fields: _said(desk.meeting, one) for one in self._statements}
        self._told_not_saved = False

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        with Container(id="floor"):
            yield self._body()
        yield KeyLine("keys")

    def _body(self) -> StepBody:
        if self._at < len(self._statements):
            return StatementBody(self._statements[self._at], self.desk)
        return ReadToTheEnd("", self.desk)

    @property
    def body(self) -> StepBody:
        """The statement that is read, or what stands after the last."""
        return self.query_one("#floor > *", StepBody)

    def on_mount(self) -> None:
        self.body.begin()
        self._show_frame()

    def _show_frame(self) -> None:
        here = self._here
        heading = here.heading if here else _("Alt er lest")
        corrected = self._corrected.get(here.fields, "") if here else ""
        count = _("{n} av {all}").format(
            n=min(self._at + 1, len(self._statements)), all=len(self._statements)
        )
        self.query_one(TitleLine).say(
            Content(" · ".join(word for word in (_("Referatet leses opp"), heading, corrected) if word)),
            Content(count),
        )
        self.query_one(KeyLine).show([command for command in COMMANDS if command.footer])

    async def follow(self) -> None:
        """Show the meeting as it has become; what it no longer says is not read."""
        if not self.is_mounted:
            return
        here, now = self._here, statements(self.desk.meeting)
        places = [one.fields for one in now]
        if here is None or here.fields in places:
            self._statements, self._at = now, places.index(here.fields) if here else len(now)
        elif not any(stands(self.desk.meeting, path) for _label, path in here.fields):
            self._statements = now
            await self._show_statement(self._at)
        # Else a field of it has just been emptied: it stands as it is until one goes on.
        self._forget_what_was_taken_back()
        self.body.show(self.desk.meeting)
        self._show_frame()

    @property
    def _here(self) -> Statement | None:
        """The statement that is read, None after the last."""
        return self._statements[self._at] if self._at < len(self._statements) else None

    def _forget_what_was_taken_back(self) -> None:
        """Let no statement that says what it said be called corrected."""
        for one in self._statements:
            if self._as_it_was.get(one.fields) == _said(self.desk.meeting, one):
                self._corrected.pop(one.fields, None)

    def on_statement_body_corrected(self) -> None:
        """Note when the statement was corrected."""
        if here := self._here:
            clock = time_of_day(self.desk.wall())
            self._corrected[here.fields] = _("rettet kl. {time}").format(time=f"{clock:%H:%M}")
            self._show_frame()

    async def _go(self, to: int) -> None:
        await settle(self)
        await self._show_statement(to)

    async def _show_statement(self, to: int) -> None:
        self._at = max(0, min(to, len(self._statements)))
        holder = self.query_one("#floor")
        with self.app.batch_update():
            await holder.remove_children()
            await holder.mount(self._body())
            self.body.begin()
        self._show_frame()

    async def action_next(self) -> None:
        """Read the next statement; after the last the hour is noted, and the referat saved."""
        if self._at < len(self._statements):
            await self._go(self._at + 1)
            return
        self.desk.ask(afterlife.read_aloud(self.desk.wall()))
        if self.desk.meeting.life.read_on is not None and self.desk.save():
            self.dismiss(None)

    async def action_previous(self) -> None:
        """Read the one before again."""
        await self._go(self._at - 1)

    async def action_close(self) -> None:
        """Stop reading; what was corrected is saved. What cannot be is told, and the journal has it."""
        await settle(self)
        if not self._corrected or self._told_not_saved or self.desk.save():
            self.dismiss(None)
        self._told_not_saved = True

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


class StatementBody(StepBody):
    """One statement, with room around it, typed in where it stands."""

    class Corrected(Message):
        """The statement was corrected."""

    DEFAULT_CSS = """
    StatementBody {
        width: 80%; max-width: 96; min-width: 56; height: auto; max-height: 100%; padding: 1 2;
        border: round $primary;
        .statement--title { text-style: bold; color: $text-primary; margin-bottom: 1; }
        Form { grid-gutter: 1 0; grid-columns: 13 1fr; }
        &.-bare Form { grid-columns: 1 1fr; }
        Field, NoteField { text-style: bold; }
    }
    """

    def __init__(self, statement: Statement, desk: Desk) -> None:
        super().__init__("", desk)
        self._statement = statement
        self.set_class(not any(label for label, _path in statement.fields), "-bare")

    def compose(self) -> ComposeResult:
        words = " · ".join(word for word in (self._statement.heading, self._statement.title) if word)
        yield Text(plain(words), classes="statement--title")
        yield Form(*(_row(label, path) for label, path in self._statement.fields))

    def enter(self, path: str, text: str, before: str) -> None:
        """Ask for what was typed, and tell that something was corrected."""
        super().enter(path, text, before)
        self.post_message(self.Corrected())


class ReadToTheEnd(StepBody):
    """What stands after the last statement."""

    DEFAULT_CSS = (
        "ReadToTheEnd { width: 60; max-width: 94%; height: auto; padding: 1 2; border: round $primary; }"
    )

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Text(_("Hele referatet er lest opp."), classes="statement--title")
            yield Text(_("F8 noterer klokkeslettet og lagrer. F7 går tilbake til det siste."))

    def show(self, meeting: Meeting) -> None:
        """Nothing here follows the meeting."""
        del meeting


def _said(meeting: Meeting, statement: Statement) -> list[object]:
    """Give what stands in the fields of a statement."""
    return [value(meeting, path) for _label, path in statement.fields]


def _row(label: str, path: str) -> FormRow:
    """Give the row of one field; running text gets many lines."""
    return FormRow(label, path, lines=10 if annotation_at(path) == Prose else 1)
