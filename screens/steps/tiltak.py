"""The tiltak: a table to edit in place, and what each still lacks."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from data.language import _
from data.meeting import Meeting, Tiltak
from screens.form import Form, Heading, private_row
from screens.parts_table import PartsTable
from screens.steps.body import StepBody
from screens.tables import TiltakTable
from screens.widgets import Text, plain
from screens.widgets.keys import put_focus
from screens.widgets.table import NEW

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
        yield TiltakTable(self.desk, id="table")
        yield Text(id="heard")
        yield Text(id="lacking")
        yield Form(private_row(self.place))

    def begin(self) -> None:
        """Show the tiltak, with the cursor on the first thing that one of them lacks."""
        super().begin()
        table = self.query_one(TiltakTable).table
        meeting = self.desk.meeting
        lacking = next(((t.id, lacks(t, meeting)[0]) for t in meeting.agreed if lacks(t, meeting)), None)
        if lacking is not None:
            table.go_to(lacking[0], lacking[1])
        else:
            table.go_to(NEW, "what")
        put_focus(table, scroll_visible=False)

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        super().show(meeting)
        self.query_one(TiltakTable).show_meeting(meeting)
        lacking = [(t.id, lacks(t, meeting)) for t in meeting.agreed]
        lines = [
            _("{id} mangler {what}").format(id=tid, what=", ".join(_(FIELDS[name]) for name in what))
            for tid, what in lacking
            if what
        ]
        words = "\n".join(f"⚠ {line}" for line in lines)
        if not words and meeting.agreed:
            words = _("✓ Alle nye tiltak sier hva, hvem, når, mål og nivå.")
            if not meeting.goals:
                words = _("✓ Alle nye tiltak sier hva, hvem, når og nivå.")
        self.query_one("#lacking", Text).show(plain(words))
        self.query_one("#lacking").set_class(not lines, "-whole")

    @on(PartsTable.Heard)
    def _heard(self, event: PartsTable.Heard) -> None:
        event.stop()
        self.heard(event.path, event.words)

    def heard(self, path: str, words: str) -> None:
        """Show how a date was read."""
        del path
        self.query_one("#heard", Text).show(plain(words))

    def jump(self, path: str) -> None:
        """Put the cursor on a tiltak's cell."""
        _parts, _slash, rest = path.partition("/")
        key, _slash, column = rest.partition("/")
        table = self.query_one(TiltakTable).table
        put_focus(table)
        table.go_to(key, column if column in FIELDS else "what")


def lacks(tiltak: Tiltak, meeting: Meeting) -> tuple[str, ...]:
    """Give the names of the fields in which a tiltak says nothing yet; a goal only where there are goals."""
    asked = (name for name in FIELDS if name != "goal" or meeting.goals)
    return tuple(name for name in asked if not getattr(tiltak, name))
