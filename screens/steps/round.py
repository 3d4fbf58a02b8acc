"""A round: who has the floor, for how long, and what is noted of them."""

from __future__ import annotations

from collections.abc import Collection

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from data.acts import turn, value
from data.language import _
from data.meeting import BRUKER, Meeting, entry_id, find
from data.plan import proposal
from data.rounds import Place, Round, Signal, Turn, elapsed, following, heard, move, overtime, signal
from data.structure import Step
from screens.desk import Desk
from screens.form import Form, FormRow, Heading, private_row
from screens.frame import as_clock
from screens.steps.body import StepBody
from screens.widgets import Clock, Column, Marks, Row, Rows, Text, plain
from screens.widgets.keys import put_focus
from screens.widgets.recording import Recording

NOTED = {
    "progress": ("Går bra", "Det som går bra, målt mot målene"),
    "challenge": ("Utfordring", "Det som er vanskelig"),
    "tried": ("Prøvd til nå", "Det som er prøvd, og hvordan det gikk"),
    "contribution": ("Bidrag", "Det de kan hjelpe til med"),
    "comment": ("Kommentar", "Det brukeren vil legge til"),
}
"""What a step can ask of a speaker, with the label and a hint. Goals are marked, not written."""

WORDS = "Kort sagt"
"""The label of a comment that a step asks of every speaker."""

PROPOSAL_STANDS = 15
"""Seconds that go between two times it is worked out what each speaker can have."""

SIGNS = {Place.WAITING: "·", Place.DONE: "✓", Place.SKIPPED: "↷", Place.LEFT: "←"}


class RoundBody(StepBody):
    """One round, one speaker at a time."""

    DEFAULT_CSS = """
    RoundBody {
        #floor { height: 1; margin: 1 0 0 0; }
        #clock { width: 9; height: 1; padding: 0 1; background: $primary; color: $background; }
        #clock { text-style: bold; }
        #clock.-soft { background: $warning; }
        #clock.-firm { background: $error; }
        #who {
            width: 1fr; height: 1; padding: 0 1; text-style: bold;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        #following {
            width: auto; max-width: 45%; height: 1; color: $text-muted;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        #signal { height: 1; color: $text-muted; }
        #form { margin-top: 1; }
        Rows { max-height: 14; }
    }
    """

    def __init__(self, place: str, desk: Desk) -> None:
        super().__init__(place, desk)
        self._noted = ""
        self._chosen_speaker = ""
        self._said_of: tuple[object, ...] = ()

    @property
    def _step(self) -> Step:
        step = self.desk.structure.step(self.place)
        assert step is not None  # noqa: S101 - a round is a step of its structure
        return step

    @property
    def _round(self) -> Round:
        return find(self.desk.meeting.rounds, self.place) or Round(id=self.place)

    @property
    def speaker(self) -> str:
        """Who is noted of: the one picked from the list, else the one who has the floor."""
        return self._chosen_speaker or self._round.speaker

    def compose(self) -> ComposeResult:
        yield Heading(f"{self._step.title} · {self._step.theme}", id="theme")
        with Horizontal(id="floor"):
            yield Clock(width=7, id="clock")
            yield Text(id="who")
            yield Text(id="following")
        yield Text(id="signal")
        yield self._form()
        yield Heading(_("Taleliste · Enter noterer · Ctrl+↑ Ctrl+↓ flytter"), id="order-heading")
        yield Rows(
            (
                Column("sign", "", 2),
                Column("name", _("Navn")),
                Column("service", _("Fra")),
                Column("time", _("Tid"), 6),
            ),
            id="order",
        )

    def _form(self) -> Form:
        step = self._step
        rows = [_with_the_key(row) for row in noted_rows("?", step.asks, step.hint)]
        family = noted_rows("?", ("comment",)) if step.bruker_comment and "comment" not in step.asks else []
        return Form(*rows, *family, private_row("?", 3), id="form")

    def begin(self) -> None:
        """Show the round, ready to note of whoever has the floor."""
        super().begin()
        if not self.speaker:
            put_focus(self.query_one(Rows), scroll_visible=False)

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        self._note_of(meeting, self.speaker)
        super().show(meeting)
        self._show_marks(meeting)
        self._show_floor(meeting)
        self._show_order(meeting)
        self.tick(self.desk.now())

    def next_speaker(self) -> None:
        """Note of the one who has the floor now, from the first field on."""
        self._chosen_speaker = ""
        self.show(self.desk.meeting)
        first = next((field for field in self.fields() if field.display), None)
        put_focus(first if first and self.speaker else self.query_one(Rows), scroll_visible=False)

    def jump(self, path: str) -> None:
        """Note of the speaker that a place belongs to, and put the cursor in its field."""
        _entries, _slash, rest = path.partition("/")
        entry, _slash, _field = rest.partition("/")
        speaker = entry.partition(":")[2]
        if speaker:
            self._chosen_speaker = "" if speaker == self._round.speaker else speaker
            self.show(self.desk.meeting)
            super().jump(path)

    def _note_of(self, meeting: Meeting, speaker: str) -> None:
        """Let the fields edit what is noted of a speaker."""
        form = self.query_one("#form", Form)
        if not speaker and form.has_focus_within:  # what is typed in a form that is hidden is not seen
            put_focus(self.query_one(Rows), scroll_visible=False)
        form.display = bool(speaker)
        if speaker == self._noted or not speaker:
            return
        self._noted = speaker
        for field in self.fields():
            self._rebind(field, meeting, speaker)
        for marks in self.walk_children(Marks):
            marks.path = f"entries/{entry_id(self.place, speaker)}/goals"
        for ask in (*NOTED, "goals"):
            form.show_row(ask, ask == "comment" if speaker == BRUKER else ask in self._step.asks)

    def _rebind(self, field: Recording, meeting: Meeting, speaker: str) -> None:
        """Let a field edit the same of another speaker."""
        parts, _id, name = field.path.split("/")
        path = f"{parts}/{entry_id(self.place, speaker)}/{name}"
        text = value(meeting, path) or ""
        field.prepare(path, text)
        field.take(text)

    def _show_marks(self, meeting: Meeting) -> None:
        goals = [(goal.id, goal.text) for goal in meeting.goals]
        for marks in self.walk_children(Marks):
            marked = value(meeting, marks.path) if self.speaker else None
            marks.show(tuple(marked or ()), goals)

    def _show_floor(self, meeting: Meeting) -> None:
        held = self._round
        self.query_one("#who", Text).show(self._who(meeting, held))
        upcoming = following(held) if held.speaker else None  # else it is told who gets the floor
        after = _("neste: {name}").format(name=_named(meeting, upcoming)) if upcoming else ""
        self.query_one("#following", Text).show(plain(after))
        count = heard(held)
        title = f"{self._step.title} · {self._step.theme}"
        said = _("{done} av {total} har hatt ordet").format(done=count.done, total=count.total)
        self.query_one("#theme", Heading).show(plain(f"{title} · {said}"))

    def _who(self, meeting: Meeting, held: Round) -> Content:
        """Say who has the floor or gets it, or of whom is noted when that is another."""
        if self._chosen_speaker and self._chosen_speaker != held.speaker:
            noted = meeting.speaker_label(self._chosen_speaker)
            if not held.speaker:
                return plain(_("Noterer for {noted}").format(noted=noted))
            name = meeting.speaker_label(held.speaker)
            return plain(_("{name} (noterer for {noted})").format(name=name, noted=noted))
        if held.speaker:
            return plain(_named(meeting, held.speaker))
        if following(held):
            return plain(_("F4 gir ordet til {name}").format(name=_named(meeting, following(held))))
        return plain(_("Alle har hatt ordet. F8 går videre"))

    def _show_order(self, meeting: Meeting) -> None:
        now = self.desk.now()
        held = self._round
        lines = [Row(turn.id, self._order_cells(meeting, held, turn, now)) for turn in held.turns]
        self.query_one(Rows).show(lines)

    def _order_cells(
        self, meeting: Meeting, held: Round, turn: Turn, now: float
    ) -> tuple[Content | str, ...]:
        sign = "▶" if turn.id == held.speaker else SIGNS[turn.place]
        who = find(meeting.participants, turn.id)
        since = who.service or who.role if who else ""
        spent = elapsed(held, turn.id, now) if turn.id != held.speaker else 0.0
        words = as_clock(spent) if spent else ("" if turn.place is not Place.SKIPPED else _("siden"))
        return (sign, meeting.speaker_label(turn.id), since, words)

    def tick(self, now: float) -> None:
        """Show the speaker's time, and what the clock says of it."""
        held = self._round
        clock = self.query_one("#clock", Clock)
        over = overtime(held, now)
        time = f"+{as_clock(over)}" if over > 0 else as_clock(elapsed(held, held.speaker, now))
        clock.show(time if held.speaker else "–:––")
        state = signal(held, now)
        clock.set_class(state is Signal.SOFT, "-soft")
        clock.set_class(state is Signal.FIRM, "-firm")
        said_of = (self.desk.meeting, state, now // PROPOSAL_STANDS)
        if said_of != self._said_of:  # what each can have is much to work out every second
            self._said_of = said_of
            self.query_one("#signal", Text).show(plain(self._signal_words(held, state, now)))

    def _signal_words(self, held: Round, state: Signal, now: float) -> str:
        """Give in words what the clock shows by colour, or what time there is for each."""
        speaking = find(held.turns, held.speaker)
        extra = speaking.extra if speaking else 0
        more = f" (+{as_clock(extra)})" if extra else ""
        if state is Signal.FIRM:
            return _("◼ Over tiden{more}. Rund av vennlig.").format(more=more)
        if state is Signal.SOFT:
            soft = f"{as_clock(held.soft + extra)}{more}"
            return _("◆ {soft} er brukt. Fint om det snart rundes av.").format(soft=soft)
        if held.speaker and held.since is None:
            return _("‖ Klokken står{more}. F3 setter den i gang.").format(more=more)
        each = proposal(self.desk.meeting, self.desk.structure, held, now)
        limits = f"{as_clock(held.soft + extra)}–{as_clock(held.firm + extra)}{more}"
        return _("Taletid {limits} · forslag nå: {each} til hver").format(limits=limits, each=as_clock(each))

    @on(Rows.Moved, "#order")
    def _moved_in_list(self, event: Rows.Moved) -> None:
        """Let somebody talk earlier or later."""
        event.stop()
        self.desk.ask(turn(self.place, lambda held, _now: move(held, event.key, event.by), self.desk.now()))

    @on(Rows.Chosen, "#order")
    def _chosen_from_list(self, event: Rows.Chosen) -> None:
        """Note of somebody else than the one who has the floor, or of them again."""
        event.stop()
        self._chosen_speaker = "" if event.key == self._round.speaker else event.key
        self.show(self.desk.meeting)
        first = next((field for field in self.fields() if field.display), None)
        if first is not None:
            put_focus(first)


def _named(meeting: Meeting, speaker: str | None) -> str:
    """Give a speaker's name and where they come from."""
    if not speaker:
        return ""
    who = find(meeting.participants, speaker)
    words = [meeting.speaker_label(speaker), who.service or who.role if who else ""]
    return " · ".join(word for word in words if word)


def _with_the_key(row: FormRow) -> FormRow:
    """Give a row that says which key makes a tiltak of what is noted in it, where that can be."""
    if row.name != "contribution":
        return row
    hint = _("{hint}. Ctrl+N gjør det til et tiltak").format(hint=_(row.placeholder))
    return row._replace(placeholder=hint)


def noted_rows(entry: str, asks: Collection[str], hint: str = "") -> list[FormRow]:
    """Give the rows for what a step asks of a speaker. `entry` is the id of what is noted.

    `hint` says what to write in the one for their words; without it that is the family's comment.
    """
    noted = NOTED | ({"comment": (WORDS, hint)} if hint else {})
    rows = [
        FormRow(noted[ask][0], f"entries/{entry}/{ask}", noted[ask][1], lines=3)
        for ask in asks
        if ask in noted
    ]
    return [*rows, FormRow("Gjelder mål", f"entries/{entry}/goals", marks=True)] if "goals" in asks else rows
