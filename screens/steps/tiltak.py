"""The tiltak: a table to edit in place, and what each still lacks."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from data.acts import add, put, remove_if_blank
from data.dates import short
from data.entering import as_text, goal, person
from data.instants import today
from data.language import _
from data.meeting import Level, Meeting, Tiltak, TiltakStatus, find
from screens import cards
from screens.form import Form, Heading, private_row
from screens.steps.body import StepBody
from screens.widgets import Column, EditableRows, Row, Rows, Text, plain
from screens.widgets.keys import put_focus

NEW = "+"
"""The key of the row that adds a tiltak."""

FIELDS = {"what": "hva", "who": "hvem", "when": "når", "goal": "mål", "level": "nivå"}
"""What a whole tiltak says, in the order of the columns."""


class TiltakBody(StepBody):
    """Every tiltak; nothing incomplete leaves the step unseen."""

    DEFAULT_CSS = """
    TiltakBody {
        #table { height: auto; max-height: 16; }
        #heard { height: 1; color: $text-muted; }
        #lacking { height: auto; color: $text-warning; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Heading(_("Tiltak · skriv rett i tabellen · Enter på nummeret åpner alt"), id="tiltak-heading")
        yield EditableRows(
            (
                Column("number", _("Nr"), 4),
                Column("what", _("Hva"), share=5, editable=True),
                Column("who", _("Hvem"), share=3, editable=True),
                Column("when", _("Når"), 11, editable=True),
                Column("goal", _("Mål"), share=3, editable=True),
                Column("level", _("Nivå"), 6, turns=True),
            ),
            words=self._cell_words,
            id="table",
        )
        yield Text(id="heard")
        yield Text(id="lacking")
        yield Form(private_row(self.place))

    def begin(self) -> None:
        """Show the tiltak, with the cursor on the first thing that one of them lacks."""
        super().begin()
        table = self.query_one(EditableRows).table
        lacking = next(((t.id, lacks(t)[0]) for t in self.desk.meeting.agreed if lacks(t)), None)
        if lacking is not None:
            table.go_to(lacking[0], lacking[1])
        else:
            table.go_to(NEW, "what")
        put_focus(table, scroll_visible=False)

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        super().show(meeting)
        shown = [tiltak for tiltak in meeting.tiltak if _goes_on(tiltak)]
        rows = [Row(t.id, self._cells(meeting, t), dim=t.carried) for t in shown]
        self.query_one(EditableRows).show([*rows, Row(NEW, ("+", _("nytt tiltak")), dim=True)])
        lacking = [(t.id, lacks(t)) for t in meeting.agreed]
        lines = [
            _("{id} mangler {what}").format(id=tid, what=", ".join(_(FIELDS[name]) for name in what))
            for tid, what in lacking
            if what
        ]
        words = "\n".join(f"⚠ {line}" for line in lines)
        if not words and meeting.agreed:
            words = _("✓ Alle nye tiltak sier hva, hvem, når, mål og nivå.")
        self.query_one("#lacking", Text).show(plain(words))
        self.query_one("#lacking").set_class(not lines, "-whole")

    def _cells(self, meeting: Meeting, tiltak: Tiltak) -> tuple[str, ...]:
        """Give a tiltak's cells, with a mark where something is missing."""
        missing = lacks(tiltak) if not tiltak.carried else ()
        about = find(meeting.goals, tiltak.goal)
        when = short(tiltak.when, today(self.desk.now())) if tiltak.when else ""
        held = {
            "what": tiltak.what,
            "who": tiltak.who,
            "when": when,
            "goal": f"{about.id} {about.text}" if about else "",
            "level": tiltak.level.value if tiltak.level else "",
        }
        return (tiltak.id, *("–" if name in missing else held[name] for name in FIELDS))

    def _cell_words(self, key: str, column: str) -> str:
        """Give the text that a cell is edited as."""
        tiltak = find(self.desk.meeting.tiltak, key)
        if tiltak is None:
            return ""
        if column == "goal":
            return tiltak.goal
        return as_text(self.desk.meeting, f"tiltak/{key}/{column}", today(self.desk.now()))

    @on(Rows.CellTyped)
    def _cell_typed(self, event: Rows.CellTyped) -> None:
        """Ask for what is being typed in a cell, as far as it says something already."""
        event.stop()
        self._make_if_new(event)
        if event.key == NEW:
            return
        if event.column in {"what", "who"}:
            self.desk.ask(put(f"tiltak/{event.key}/{event.column}", event.text))
        elif event.column == "when":
            self.enter(f"tiltak/{event.key}/when", event.text)

    @on(Rows.CellEdited)
    def _cell_edited(self, event: Rows.CellEdited) -> None:
        """Ask for what was typed in a cell, and show how it was read."""
        event.stop()
        self._make_if_new(event)
        if event.key == NEW:
            return
        path = f"tiltak/{event.key}/{event.column}"
        if event.column == "who":
            self.desk.ask(put(path, person(event.text, self.desk.meeting)))
        elif event.column == "goal":
            self._goal_entered(path, event.text)
        else:
            self.enter(path, event.text)
        self.desk.ask(remove_if_blank(f"tiltak/{event.key}"))

    def _make_if_new(self, event: Rows.CellTyped | Rows.CellEdited) -> None:
        """Make a tiltak, once there is a word of it, of the row that adds one, and stay with it."""
        if event.key == NEW and event.text.strip():
            said = {event.column: event.text} if event.column == "what" else {}
            self.desk.ask(add("tiltak", **said))
            made = self.desk.meeting.tiltak[-1].id
            event.become(made)
            self.show(self.desk.meeting)
            self.query_one(EditableRows).go_on_in(NEW, made)

    def _goal_entered(self, path: str, text: str) -> None:
        found = goal(text, self.desk.meeting)
        if found is None:
            self.heard(path, _("Skriv nummeret eller begynnelsen på et mål, for eksempel M1"))
        else:
            self.desk.ask(put(path, found))

    @on(Rows.Turned)
    def _level_turned(self, event: Rows.Turned) -> None:
        event.stop()
        tiltak = find(self.desk.meeting.tiltak, event.key)
        if tiltak is None:
            return
        levels: list[Level | None] = [None, *Level]
        turned = levels[(levels.index(tiltak.level) + event.by) % len(levels)]
        self.desk.ask(put(f"tiltak/{tiltak.id}/level", turned.value if turned else None))

    @on(Rows.Chosen)
    def _opened(self, event: Rows.Chosen) -> None:
        event.stop()
        if event.key == NEW:
            self.desk.ask(add("tiltak"))
        tiltak = find(self.desk.meeting.tiltak, event.key) or self.desk.meeting.tiltak[-1]
        self.app.push_screen(cards.tiltak_card(self.desk, tiltak, self.desk.meeting))

    def heard(self, path: str, words: str) -> None:
        """Show how a date was read."""
        del path
        self.query_one("#heard", Text).show(plain(words))

    def jump(self, path: str) -> None:
        """Put the cursor on a tiltak's cell."""
        _parts, _slash, rest = path.partition("/")
        key, _slash, column = rest.partition("/")
        table = self.query_one(EditableRows).table
        put_focus(table)
        table.go_to(key, column if column in FIELDS else "what")


def lacks(tiltak: Tiltak) -> tuple[str, ...]:
    """Give the names of the fields in which a tiltak says nothing yet."""
    return tuple(name for name in FIELDS if not getattr(tiltak, name))


def _goes_on(tiltak: Tiltak) -> bool:
    """Whether a tiltak belongs in the table: a new one, or one from before that is not over."""
    over = {TiltakStatus.DONE, TiltakStatus.DROPPED}
    return not tiltak.carried or tiltak.status not in over
