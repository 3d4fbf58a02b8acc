"""The groups, to open one or to make another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data.clean import clean
from data.groups import Listed
from data.language import _, ngettext
from screens.commands import Command, bindings
from screens.line_list import LineList
from screens.lines import KeyLine, TitleLine
from screens.widgets import SparingScreen
from screens.widgets.keys import put_focus
from screens.widgets.label import in_cells

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("ctrl+n", "new", "Ny gruppe", "Lag en ny gruppe", footer=True),
    Command("escape,ctrl+q", "leave", "Tilbake", "Tilbake", footer=True),
)

NEW = "+ny"
"""The id of the option that makes a group; groups have their path."""


class Register(Protocol):
    """Who keeps the groups."""

    def groups(self) -> Sequence[Listed]:
        """Give the groups there are."""
        ...

    def open_group(self, path: str) -> None:
        """Open a group by the path of its file."""
        ...

    def proposed_alias(self, name: str) -> str:
        """Give an alias that no group has."""
        ...

    def new_group(self, alias: str, kind: str, koordinator: str) -> None:
        """Make a group, from texts as they were typed, and open it in place of the page that asked.

        What is wrong is told, and the page stays.
        """
        ...


class GroupList(SparingScreen, Screen[None]):
    """Every group, those that have ended last."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    GroupList {
        LineList { margin-top: 1; }
    }
    """

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        yield LineList(markup=False, compact=True)
        yield KeyLine("keys", COMMANDS)

    def on_mount(self) -> None:
        put_focus(self.query_one(LineList))

    def on_screen_resume(self) -> None:
        """Show the groups, and what has become of them while we were away; the cursor stays on its line."""
        groups = self._register.groups()
        options = self.query_one(LineList)
        stood = options.highlighted_option
        options.set_options(_options(groups, options.room))
        ids = [option.id for option in options.options]
        if stood is not None and stood.id in ids:
            options.highlighted = ids.index(stood.id)
        else:
            options.action_first()
        self.query_one(TitleLine).say(Content(_("Grupper")), Content(_counted(groups)))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == NEW:
            self.action_new()
        elif event.option_id:
            self._register.open_group(event.option_id)

    def action_new(self) -> None:
        """Ask what a new group needs, and make it."""
        from screens.new_group import NewGroup  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(NewGroup(self._register))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def _options(groups: Sequence[Listed], room: int) -> list[Option | None]:
    """Give the groups as lines of at most `room` cells, and the line that makes another."""
    lines: list[Option | None] = [Option(_line(each, room), id=str(each.path)) for each in groups]
    new = Content.assemble((_("Ny gruppe"), "bold"), "  ", _("alias, slag og koordinator"))
    return [
        *lines,
        *([None] if lines else [Option(_("Ingen grupper ennå."), disabled=True)]),
        Option(new, id=NEW),
    ]


def _line(group: Listed, room: int) -> Content:
    """Give a group as a line: alias, kind, and who coordinates it, or when it ended."""
    ended = _("avsluttet {day}").format(day=f"{group.closed:%d.%m.%Y}") if group.closed else ""
    columns = (group.alias, 22), (group.kind, 18), (ended or group.koordinator, room - 22 - 18 - 2)
    return Content(" ".join(in_cells(clean(text), width) for text, width in columns))


def _counted(groups: Sequence[Listed]) -> str:
    """Say how many groups there are that have not ended."""
    going = sum(not group.closed for group in groups)
    return ngettext("{n} i gang", "{n} i gang", going).format(n=going)
