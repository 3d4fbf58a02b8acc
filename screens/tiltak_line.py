"""A tiltak written on one line, over any step, with what it was understood as beneath."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from data.acts import agree, put, together, value
from data.dates import with_week
from data.instants import today
from data.journal import Act
from data.language import _
from data.meeting import Tiltak, find
from data.tiltak_line import Completion, TiltakLine, as_line, complete, parse
from screens import drafts
from screens.adding import added
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.form import Heading
from screens.widgets import Edited, Field, SparingScreen, Text, plain, settle
from screens.widgets.keys import put_focus

EDGES = 4
"""Cells that the border and the air inside it take of a line."""

COMMANDS = (
    Command("escape,f2", "close", "Lukk", "Tilbake; linjen blir stående til neste gang", footer=True),
    Command("tab", "complete", "Fullfør", "Fyll ut navnet, målet eller datoen"),
    Command("down", "pick(1)", "Neste forslag", "Gå til neste forslag"),
    Command("up", "pick(-1)", "Forrige forslag", "Gå til forrige forslag"),
)


class TiltakLineScreen(SparingScreen, ModalScreen[None]):
    """One line makes a tiltak: `Ringe BUP @kari !fre #skolen`. Enter adds it, Esc closes."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    TiltakLineScreen {
        align: center bottom;
        #line {
            width: 100%; height: auto; background: $surface;
            border: round $primary; padding: 0 1; margin-bottom: 2;
        }
        #line Field { background: $background; }
        Heading { margin: 0; width: 1fr; }
        /* Three lines between them, each painted when it changes: most letters change the first alone. */
        #understood { height: 1; }
        #notes { height: 2; color: $text-warning; }
        &.-long #understood { height: 2; }
        &.-long #notes { height: 1; }
        #choices { height: 1; color: $text-muted; }
        #hint { height: 1; color: $text-muted; }
    }
    """

    def __init__(self, desk: Desk, made: Tiltak | None = None) -> None:
        """Begin with a tiltak that is `made` already, in part, or with the line that was left."""
        super().__init__()
        self.desk = desk
        waiting = drafts.tiltak_waiting(desk.meeting)
        self._draft = drafts.CONTRIBUTION if made and waiting == drafts.TILTAK else waiting or drafts.TILTAK
        self._start = as_line(made, desk.meeting) + " " if made else value(desk.meeting, self._draft) or ""
        self._picked = 0
        # Held, as they are asked of with each letter.
        self._field = _Line(self._draft, self._start, sends=True, id="tiltak-line")
        self._understood = Text(id="understood")
        self._notes = Text(id="notes")
        self._choices = Text(id="choices")

    def compose(self) -> ComposeResult:
        with Vertical(id="line"):
            yield Heading(_("Nytt tiltak"))
            yield self._field
            yield self._understood
            yield self._notes
            yield self._choices
            yield Text(_("@ hvem   ! når   # mål   Tab fullfører   Enter legger til   Esc lukker"), id="hint")

    def on_mount(self) -> None:
        put_focus(self._field)
        self._field.cursor_position = len(self._field.value)
        self._preview()

    @property
    def _line(self) -> TiltakLine:
        return parse(self._field.value, self.desk.meeting, today(self.desk.wall()))

    def changed(self) -> None:
        """Show what the line was understood as, now that it is another."""
        self._picked = 0
        self._preview()

    def _preview(self) -> None:
        """Show what the line was understood as, what it lacks, and what the word may become."""
        line = self._line if self._field.value.strip() else None
        words = plain(self._words(line) if line else "")
        self._understood.show(words)
        self.set_class(words.cell_length > self.app.size.width - EDGES, "-long")
        self._notes.show(self._lacks(line) if line else "")
        offers = self._offers
        self._show_choices([label for _text, label in offers.candidates] if offers else [])

    @property
    def _offers(self) -> Completion | None:
        """What the word under the cursor may become."""
        field = self._field
        return complete(field.value, field.cursor_position, self.desk.meeting, today(self.desk.wall()))

    def _show_choices(self, labels: list[str]) -> None:
        """Show the words on offer; where they are too many, from so far on that the picked one is seen."""
        self._picked = min(self._picked, max(0, len(labels) - 1))
        room = self._choices.size.width
        first = 0
        while first < self._picked and len("  ".join(labels[first : self._picked + 1])) > room:
            first += 1
        shown = [
            Content.styled(label, "bold reverse" if n == self._picked else "")
            for n, label in enumerate(labels)
        ]
        self._choices.show(Content("  ").join(shown[first:]))

    def _words(self, line: TiltakLine) -> str:
        """Say what the line was understood as."""
        goal = find(self.desk.meeting.goals, line.goal)
        when = with_week(line.when, line.at) if line.when else ""
        who = (
            _("{who}, med {helpers}").format(who=line.who, helpers=line.helpers) if line.helpers else line.who
        )
        words = [line.what, who, when, f"{goal.id} {goal.text}" if goal else ""]
        return " — ".join(word for word in words if word)

    def _lacks(self, line: TiltakLine) -> str:
        """Say what is uncertain in the line, and what it lacks."""
        notes = [*line.remarks]
        notes += [
            _("{typed}: {labels}?").format(typed=c.typed, labels=_(" eller ").join(c.labels))
            for c in line.choices
        ]
        if line.missing:
            notes.append(_("mangler {what}").format(what=", ".join(line.missing)))
        return " · ".join(notes)

    @on(Field.Sent)
    def _sent(self, event: Field.Sent) -> None:
        """Add the tiltak; the line is free for the next."""
        event.stop()
        self.changed()
        line = parse(event.value, self.desk.meeting, today(self.desk.wall()))
        if line.what or line.who:
            made = Tiltak(
                id="",
                what=line.what,
                who=line.who,
                helpers=line.helpers,
                when=line.when,
                at=line.at,
                goal=line.goal,
            )
            tiltak = added(self.desk, "tiltak", together(agree(made), put(self._draft, "")))
            if tiltak is None:
                self._field.show(event.value)
            else:
                self.query_one(Heading).update(plain(_("✓ {id} er lagt til").format(id=tiltak.id)))

    @on(Edited)
    def _entered(self, event: Edited) -> None:
        """Keep the line as it is written; the field itself undoes what was typed in it."""
        event.stop()
        self.desk.ask(put(self._draft, event.value), Act.WALK)

    def action_pick(self, by: int) -> None:
        """Go to another of the words on offer."""
        self._picked = max(0, self._picked + by)
        self._preview()

    async def action_complete(self) -> None:
        """Put the word on offer in the line."""
        await settle(self)
        field = self._field
        offers = self._offers
        if offers and offers.candidates:
            text, _label = offers.candidates[min(self._picked, len(offers.candidates) - 1)]
            field.replace(text + " ", offers.start, offers.end)
            field.cursor_position = offers.start + len(text) + 1
            self._picked = 0
            self._preview()

    async def action_close(self) -> None:
        """Close; what is written stays for the next time."""
        await settle(self)
        self.dismiss(None)


class _Line(Field):
    """The line: what it is understood as is painted together with the letter, not after it."""

    def noticed(self) -> None:
        """Note that a person changed the text."""
        super().noticed()
        if isinstance(self.screen, TiltakLineScreen):
            self.screen.changed()
