"""The archive: every document there is, narrowed by what it must be and by the words in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from data.archive import Document
from data.clean import clean_line
from data.index import Filter, Hit, HitLine
from data.language import _, ngettext
from data.meeting import Kind, Status
from screens.commands import Command, bindings
from screens.lines import KeyLine, TitleLine
from screens.narrowing import ONWARD, Narrowed, nothing_wanted
from screens.widgets import Choice, Column, Field, Row, Rows, Text, plain
from screens.widgets.keys import put_focus
from screens.widgets.label import in_cells

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("enter", "open", "Les", "Les dokumentet på linjen", footer=True, first=False),
    Command("ctrl+f", "search", "Søk", "Til søkefeltet", footer=True),
    Command("escape,ctrl+q", "close", "Tilbake", "Tilbake til hjem-skjermen", footer=True),
)

AT_A_TIME = 300
"""Documents listed before one has gone down to the last of them."""
REST = 0.15
"""Seconds without a key after which what is typed is searched for."""
PATIENCE = 5.0
"""Seconds that a key to the list waits for the list to be the answer; after that the cursor stays."""
TICK = 0.5
"""Seconds between two tellings of how far the reading of new documents has come."""
BAR = 20
"""Cells of the bar that tells it."""


class Library(Protocol):
    """What the archive may ask for. Its calls take their time, and may be made from any thread."""

    def look(self, go_on: Callable[[int, int], bool]) -> int:
        """Take in what has changed; `go_on` is told how many documents are done, and of how many."""
        ...

    def documents(self, wanted: Filter, most: int) -> Sequence[Document]:
        """Give the newest documents that a filter lets through."""
        ...

    def search(self, query: str, wanted: Filter) -> Sequence[Hit]:
        """Give the newest documents that hold all the words of a query, with their lines."""
        ...

    def again(self, document: Document) -> Document:
        """Give a document as its file is now, moved to its group perhaps; as it was where that is gone."""
        ...

    def text(self, document: Document) -> str:
        """Give the text of a document. Raises UnreadableError."""
        ...

    def open_meeting(self, target: str) -> None:
        """Open a meeting by the path of its document, to go on with it."""
        ...

    def show_board(self, group: str = "") -> None:
        """Show the tiltak of a group, by its alias."""
        ...

    def open_group_of(self, alias: str) -> None:
        """Open the group with an alias."""
        ...


class SearchField(Field):
    """The line of words to search for; Enter and the down key go on to what is found."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.go_to_list", show=False, priority=True)]


class Archive(Narrowed):
    """Search as you type, and a list that follows."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS), *ONWARD]
    DEFAULT_CSS = """
    Archive {
        .line { height: 1; padding: 0 1; }
        .line > Text { width: auto; color: $text-muted; margin-right: 1; }
        #search { width: 1fr; }
        #group, #person { width: 18; margin-right: 2; }
        #year { width: 8; }
        Choice { margin-right: 3; }
        Rows { height: 1fr; margin: 1 1 0 1; }
    }
    """

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._found: dict[str, Document] = {}
        self._most = AT_A_TIME
        self._more = False
        self._reading = (0, 0)
        self._timer: Timer | None = None
        self._answered = asyncio.Event()
        self._open = True

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        with Horizontal(classes="line"):
            yield Text(_("Søk"))
            yield SearchField(id="search", placeholder=_("ord, eller deler av ord"), live=True)
        with Horizontal(classes="line"):
            yield Text(_("Gruppe"))
            yield Field(id="group", placeholder=_("alle"), live=True)
            yield Text(_("Deltaker"))
            yield Field(id="person", placeholder=_("alle"), live=True)
            yield Text(_("År"))
            yield Field(id="year", placeholder=_("alle"), live=True)
        with Horizontal(classes="line"):
            yield Text(_("Slag"))
            yield Choice("kind", [("", _("alle")), *((kind.value, kind.value) for kind in Kind)], id="kind")
            yield Text(_("Status"))
            yield Choice(
                "status", [("", _("alle")), *((one.value, one.value) for one in Status)], id="status"
            )
        yield Rows([Column("line")], header=False)
        yield KeyLine("keys", COMMANDS)

    def on_mount(self) -> None:
        put_focus(self.query_one(SearchField))
        self.set_interval(TICK, self._tell_of_reading)

    def on_screen_resume(self) -> None:
        """Show what is there, and look for what has changed."""
        self._find()
        self._look()

    def on_resize(self) -> None:
        self._find()

    def on_unmount(self) -> None:
        """Let the reading of new documents end."""
        self._open = False

    # What is asked for

    @property
    def _wanted(self) -> Filter:
        words = {field.id: field.words for field in self.walk_children(Field)}
        kind, status = (self.query_one(f"#{name}", Choice).value for name in ("kind", "status"))
        year = words["year"].strip()
        return Filter(words["group"], kind, status, words["person"], int(year) if year.isdecimal() else None)

    @on(Input.Changed)
    def _typed(self) -> None:
        """Search when the keys rest: each search begun is one to be done."""
        self._rest_no_longer()
        self._timer = self.set_timer(REST, self._ask_anew)

    def _rest_no_longer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    @on(Choice.Changed)
    def _ask_anew(self) -> None:
        """Ask for something else, from the top."""
        self._rest_no_longer()
        self._answered.clear()
        self._most = AT_A_TIME
        self._find()

    async def come_up_to_date(self) -> bool:
        """Have what is typed searched for at once, and wait until the list shows what was found."""
        await super().come_up_to_date()
        if self._timer is not None:
            self._ask_anew()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._answered.wait(), PATIENCE)
        return self._answered.is_set()

    @work(group="find", exclusive=True)
    async def _find(self) -> None:
        """Find what is asked for, beside the interface, and show it."""
        wanted, query = self._wanted, self.query_one(SearchField).words
        if clean_line(query):
            hits = await asyncio.to_thread(self._library.search, query, wanted)
            self._show([line for hit in hits for line in self._rows_of(hit)], [hit.document for hit in hits])
            self._more = False
        else:
            documents = await asyncio.to_thread(self._library.documents, wanted, self._most)
            self._show([Row(str(each.path), (_named(each),)) for each in documents], documents)
            self._more = len(documents) == self._most
        self._answered.set()

    def _show(self, rows: list[Row], documents: Sequence[Document]) -> None:
        self._found = {str(each.path): each for each in documents}
        narrowed = self._wanted != Filter() or clean_line(self.query_one(SearchField).words)
        nothing = _("Ingen dokumenter å vise. Møter dere lager, kommer hit.")
        self.query_one(Rows).say_when_empty(nothing_wanted() if narrowed else nothing)
        self.query_one(Rows).show(rows)
        self._tell_of_reading()

    def _rows_of(self, hit: Hit) -> list[Row]:
        """Give a hit as rows: the document, and each line with its marks."""
        path = str(hit.document.path)
        room = max(20, self.size.width - 12)
        lines = [Row(f"{path}\n{line.number}", (marked(line, room),)) for line in hit.lines]
        return [Row(path, (_named(hit.document).stylize("bold"),)), *lines]

    @on(Rows.Highlighted)
    def _went(self, event: Rows.Highlighted) -> None:
        """List more when one comes to the last of them."""
        if self._more and event.key == self.query_one(Rows).rows[-1].key:
            self._most += AT_A_TIME
            self._find()

    # What has changed

    @work(group="look", exclusive=True)
    async def _look(self) -> None:
        """Take in what has changed, beside the interface, and show it."""
        changed = await asyncio.to_thread(self._library.look, self._go_on)
        self._reading = (0, 0)
        if changed and self._open:
            self._find()
        self._tell_of_reading()

    def _go_on(self, done: int, of: int) -> bool:
        """Remember how far the reading has come; called from another thread."""
        self._reading = (done, of)
        return self._open

    def _tell_of_reading(self) -> None:
        """Say how many there are, and how far the reading of new ones has come."""
        done, of = self._reading
        title = Content(_("Arkiv"))
        if of:
            bar = "█" * (done * BAR // of)
            words = _("leser inn {done} av {of}").format(done=done, of=of)
            self.query_one(TitleLine).say(title, Content(f"{words} {bar:░<{BAR}}"))
            return
        self.query_one(TitleLine).say(title, Content(self._counted()))

    def _counted(self) -> str:
        """Say how many are shown."""
        count = len(self._found)
        if clean_line(self.query_one(SearchField).words):
            words = ngettext("{n} dokument med treff", "{n} dokumenter med treff", count)
            return words.format(n=count)
        if self._more:
            return _("de {n} nyeste").format(n=count)
        return ngettext("{n} dokument", "{n} dokumenter", count).format(n=count)

    # Ways on

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        from screens.reader import Reader  # noqa: PLC0415 - loaded when it is first opened

        document = self._found.get(event.key.partition("\n")[0])
        if document is not None:  # else the list became another meanwhile
            self.app.push_screen(Reader(self._library, document))

    async def action_go_from_field(self) -> None:
        """Go on from a field, from the words to search for to what is found."""
        if isinstance(self.focused, SearchField):
            await self.action_go_to_list()
        else:
            await super().action_go_from_field()

    async def action_go_to_list(self) -> None:
        """Go to what is found."""
        if await self.come_up_to_date():
            put_focus(self.query_one(Rows))

    def action_open(self) -> None:
        """Read the document on the line."""
        self.query_one(Rows).action_choose()

    def action_search(self) -> None:
        """Go to the search field."""
        put_focus(self.query_one(SearchField))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def _named(document: Document) -> Content:
    """Give a document as a line: when, whose, what, how far."""
    date = f"{document.date:%d.%m.%Y}" if document.date else _("uten dato")
    columns = (date, 11), (document.group or "–", 16), (document.kind or "–", 25)
    return plain(" ".join([*(in_cells(text, width) for text, width in columns), document.status]))


def marked(line: HitLine, room: int) -> Content:
    """Give a line with its hits marked, cut so that the first of them is seen within `room` cells."""
    start = 0
    if line.marks and line.marks[0][1] > room:
        start = line.text.rfind(" ", 0, max(0, line.marks[0][0] - room // 3)) + 1
    lead = f"{line.number:>6}  " + ("… " if start else "")
    text = Content(line.text[start:])
    for begin, end in line.marks:
        if begin >= start:
            text = text.stylize("bold underline", begin - start, end - start)
    return Content.assemble((lead, "dim"), text)
