"""The tiltak: a table to edit in place, and what each still lacks."""

from __future__ import annotations

from textual.app import ComposeResult

from data.language import _, in_a_row
from data.meeting import Meeting, Tiltak
from data.profile import Krav, Profile
from screens.form import Form, Heading, private_row
from screens.steps.body import StepBody
from screens.tables import TiltakTable
from screens.widgets import Text, plain
from screens.widgets.keys import put_focus
from screens.widgets.table import NEW

FIELDS = {"what": "hva", "who": "hvem", "when": "når", "goal": "mål", "level": "nivå"}
"""The columns of a tiltak, in their order."""

ASKED = {
    Krav.TILTAK: "what",
    Krav.RESPONSIBLE: "who",
    Krav.DEADLINE: "when",
    Krav.TILTAK_GOAL: "goal",
    Krav.LEVEL: "level",
    Krav.START: "start",
    Krav.DURATION: "duration",
    Krav.EVALUATED: "evaluated",
}
"""The field of a tiltak that answers what a profile can require of it."""

WORDS = FIELDS | {"start": "start", "duration": "varighet", "evaluated": "når det evalueres"}
"""What the fields are called."""


class TiltakBody(StepBody):
    """Every tiltak; nothing incomplete leaves the step unseen."""

    DEFAULT_CSS = """
    TiltakBody {
        #table { height: auto; max-height: 16; }
        #heard { height: 1; color: $text-muted; }
        #lacking { height: auto; margin-bottom: 1; color: $text-warning; }
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
        lacking = [(tiltak.id, what[0]) for tiltak, what in self._lacking if what]
        key, name = next(iter(lacking), (NEW, "what"))
        table.go_to(key, name if name in FIELDS else "what")
        put_focus(table, scroll_visible=False)

    @property
    def _lacking(self) -> list[tuple[Tiltak, list[str]]]:
        """Each new tiltak, with the fields that it must have and says nothing in yet."""
        meeting = self.desk.meeting
        names = asked(meeting, self.desk.profile)
        return [(tiltak, [name for name in names if not says(tiltak, name)]) for tiltak in meeting.agreed]

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        super().show(meeting)
        self.query_one(TiltakTable).show_meeting(meeting)
        lines = [
            _("{id} mangler {what}").format(id=tiltak.id, what=", ".join(_(WORDS[name]) for name in what))
            for tiltak, what in self._lacking
            if what
        ]
        words = "\n".join(f"⚠ {line}" for line in lines)
        if not words and meeting.agreed:
            said = in_a_row(_(WORDS[name]) for name in asked(meeting, self.desk.profile) or ("what",))
            words = _("✓ Alle nye tiltak sier {what}.").format(what=said)
        self.query_one("#lacking", Text).show(plain(words))
        self.query_one("#lacking").set_class(not lines, "-whole")

    def jump(self, path: str) -> None:
        """Put the cursor on a tiltak's cell."""
        _parts, _slash, rest = path.partition("/")
        key, _slash, column = rest.partition("/")
        table = self.query_one(TiltakTable).table
        put_focus(table)
        table.go_to(key, column if column in FIELDS else "what")


def asked(meeting: Meeting, profile: Profile) -> list[str]:
    """Give the fields that a profile requires of every tiltak; a goal only where the meeting has goals."""
    names = [name for krav, name in ASKED.items() if krav in profile.required]
    return [name for name in names if name != "goal" or meeting.goals]


def says(tiltak: Tiltak, name: str) -> bool:
    """Whether a field says something; a deadline also says how long a tiltak runs."""
    return bool(getattr(tiltak, name) or (name == "duration" and tiltak.when))
