"""A document to read, with the meeting before it and the one after."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from data.archive import Document
from data.errors import UnreadableError
from data.index import Filter
from data.language import _
from screens.archive import Library
from screens.commands import Command, bindings
from screens.lines import KeyLine, TitleLine
from screens.reading import readable
from screens.widgets import SparingScreen, Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("f7", "go(-1)", "Møtet før", "Gruppens møte før dette", footer=True),
    Command("f8", "go(1)", "Møtet etter", "Gruppens møte etter dette", footer=True),
    Command("enter", "enter", "Åpne", "Gå inn i møtet eller referatet", footer=True),
    Command("ctrl+t", "board", "Tiltak", "Gruppens tiltak på tavlen", footer=True),
    Command("ctrl+g", "group", "Gruppen", "Gruppens egen side", footer=True),
    Command("escape,ctrl+q", "close", "Tilbake", "Tilbake til listen", footer=True, stays=True),
)

AT_FIRST = 40
"""Lines of the file that are painted first, and on to the next heading: more than a screen shows."""

MOST = 1000
"""Meetings of one group that are gone through."""


class Reader(SparingScreen, Screen[None]):
    """The text, set to be read."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    Reader {
        /* Room for the scrollbar is kept: all would be laid out and painted again when it comes. */
        VerticalScroll { align-horizontal: center; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
        #text, #rest { width: 100%; max-width: 84; padding: 1 3 0 3; }
        #rest { padding-bottom: 1; }
    }
    """

    def __init__(self, library: Library, document: Document) -> None:
        super().__init__()
        self._library = library
        self._document = document
        self._row: Sequence[Document] = (document,)
        self._left = False
        self._beginning, self._rest = self._read()

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        with VerticalScroll():
            yield Text(self._beginning, id="text")
            yield Text(id="rest")
        yield KeyLine("keys", COMMANDS)

    def on_mount(self) -> None:
        put_focus(self.query_one(VerticalScroll))
        self._show_edges()
        self.call_after_refresh(self._complete)

    def _complete(self) -> None:
        """Show the rest of the text, and find what is beside it: the beginning is being read by now."""
        self.query_one("#rest", Text).show(readable(self._rest))
        self._find_others()

    def on_screen_suspend(self) -> None:
        """Note that something else is shown, in which the document may change."""
        self._left = True

    def on_screen_resume(self) -> None:
        """Show what has become of the document while something else was shown."""
        if self._left:
            self._document = self._library.again(self._document)
            self._show()
            self._find_others(look=True)

    @work(exclusive=True)
    async def _find_others(self, *, look: bool = False) -> None:
        """Find the group's other meetings, the oldest first; `look` first for what has changed."""
        if look:
            await asyncio.to_thread(self._library.look, lambda _done, _of: self.is_running)
        wanted = Filter(group=self._document.group)
        found = await asyncio.to_thread(self._library.documents, wanted, MOST)
        self._row = list(reversed(found))
        self._show_edges()

    def _read(self) -> tuple[Content, str]:
        """Give the beginning as it is to be read and the Markdown of the rest, or why it cannot be read."""
        try:
            lines = self._library.text(self._document).split("\n")
        except UnreadableError as error:
            return Content.assemble((error.title, "bold"), "\n\n", plain(error.message)), ""
        at = next((at for at in range(AT_FIRST, len(lines)) if lines[at].startswith("#")), len(lines))
        return readable("\n".join(lines[:at])), "\n".join(lines[at:])

    def _show_edges(self) -> None:
        document = self._document
        date = f"{document.date:%d.%m.%Y}" if document.date else _("uten dato")
        place = self._place
        where = _("møte {n} av {of}").format(n=place + 1, of=len(self._row)) if place >= 0 else ""
        title = plain(f"{document.group or '–'} · {document.kind or '–'} · {date} · {document.status}")
        self.query_one(TitleLine).say(title, Content(where))

    @property
    def _place(self) -> int:
        """Where the document stands in its group's row, -1 when it is not there."""
        return next((n for n, each in enumerate(self._row) if each.path == self._document.path), -1)

    def action_go(self, by: int) -> None:
        """Go to the meeting before or after."""
        place = self._place + by
        if self._place < 0 or not 0 <= place < len(self._row):
            return
        self._document = self._row[place]
        self._show()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _show(self) -> None:
        """Show the document as its file is now."""
        self._beginning, self._rest = self._read()
        self.query_one("#text", Text).show(self._beginning)
        self.query_one("#rest", Text).show(readable(self._rest))
        self._show_edges()

    def action_enter(self) -> None:
        """Go into the meeting, or to what can be done with its referat."""
        self._library.open_meeting(str(self._document.path))

    def action_board(self) -> None:
        """Show the group's tiltak."""
        self._library.show_board(self._document.group)

    def action_group(self) -> None:
        """Open the group."""
        self._library.open_group_of(self._document.group)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))
