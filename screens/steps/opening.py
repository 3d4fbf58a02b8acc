"""The opening: who is here, consent, what came of last time, and what today is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from data.acts import add, all_met, attend, move, put
from data.afterlife import remark_words
from data.bounds import too_long, warned
from data.consents import consents_of, doubt, doubt_words, doubts, givers_and_whose, has_run_out
from data.consents import settle as settle_consent
from data.dates import in_list, short
from data.instants import today
from data.language import _
from data.meeting import (
    AgendaItem,
    Attendance,
    Consent,
    ConsentState,
    Meeting,
    Participant,
    TiltakStatus,
    find,
)
from data.profile import Limit
from data.rounds import Side
from data.structure import StepKind
from screens.adding import added
from screens.form import YES_NO, Form, FormRow, Heading, private_row
from screens.steps.body import Heard, StepBody
from screens.widgets import Column, Recording, Row, Rows, Text, plain, settle
from screens.widgets.keys import put_focus
from screens.widgets.table import NEW, next_of

ATTENDANCE_SIGNS = {
    Attendance.UNKNOWN: "·",
    Attendance.MET: "✓",
    Attendance.ABSENT: "✗",
    Attendance.STAND_IN: "⇄",
}


ROLL = (
    Column("sign", width=1),
    Column("name", share=2),
    Column("service", share=3),
    Column("attendance", width=15, turns=True),
)
SIDES = (Column("sign", width=1), Column("name", share=3), Column("side", share=3, turns=True))
CARRIED = (
    Column("number", width=4),
    Column("what", share=2),
    Column("who", share=1),
    Column("when", width=11),
    Column("status", width=16, turns=True),
)
AGENDA = (
    Column("number", width=3),
    Column("title", share=4),
    Column("raised", share=2),
    Column("minutes", width=7),
)
CONSENTS = (Column("service", share=2), Column("state", width=13, turns=True), Column("more", share=3))

LAST = (
    FormRow("Møtedato", "approval/date", "datoen for forrige møte"),
    FormRow("Godkjent", "approval/approved", options=YES_NO, words_follow=True),
    FormRow("Merknader", "approval/remarks", "Det noen vil ha rettet eller føyd til", lines=4),
)
PURPOSE = FormRow("Hensikt", "purpose", "Hva skal dere ha fått til når dere går?", lines=4)
ABOUT = (
    FormRow("Gruppe", "group", "et alias, aldri barnets fulle navn"),
    FormRow("Dato", "date"),
    FormRow("Starter", "start"),
    FormRow("Slutter", "end", "settes når du går til referatet"),
    FormRow("Minutter", "length"),
    FormRow("Sted", "place"),
    FormRow("Møteleder", "leader"),
    FormRow("Referent", "minute_taker"),
    FormRow("Kopi til", "copies_to", "de som ikke har tilgang til systemet"),
)
INTERPRETER = FormRow(
    "Tolk",
    "interpreter",
    options=(("1", "nei"), ("1.25", "taletid × 1,25"), ("1.5", "taletid × 1,5"), ("2", "taletid × 2")),
)


class Opening(StepBody):
    """The first step, as one column to tab through."""

    DEFAULT_CSS = """
    Opening {
        Heading { margin-top: 1; }
        #roll-heading { margin-top: 0; }
        /* Where the field shall stand that it makes room for. */
        #purpose { margin-left: 16; padding-right: 1; min-height: 1; max-height: 4; height: auto; }
        #carried-why, #doubts, #too-long { height: auto; color: $text-warning; }
        #last-remarks { height: auto; padding-left: 16; }
        #givers { height: auto; color: $text-muted; }
    }
    """

    _whole = False
    _remarked_on: dt.date | str | None = "not looked for"
    """The date of the last referat whose remarks are shown, None for the latest."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "all_met", show=False, priority=True)]

    def compose(self) -> ComposeResult:
        yield Heading(_("Til stede · mellomrom bytter · Ctrl+A alle møtt · Enter åpner"), id="roll-heading")
        yield Rows(ROLL, header=False, id="roll")
        yield Text(id="doubts")
        if self.desk.structure.has_sides:
            yield Heading(_("Hvem melder saken? · mellomrom bytter"))
            yield Rows(SIDES, header=False, id="sides")
        yield Heading(_("Hensikten med møtet"))
        yield Text(self.desk.meeting.purpose, id="purpose")
        yield Heading(_("Tiltak fra sist · hva ble gjort?"), id="carried-heading")
        yield Rows(CARRIED, header=False, id="carried")
        yield Text(id="carried-why")

    async def complete(self) -> None:
        """Put up what stands below: half of the widgets, and a leader begins with who is here.

        The purpose is only read until then: what it is typed in takes its time to load.
        """
        purpose = self.query_one("#purpose", Text)
        with self.app.batch_update():  # neither half of the change is painted by itself
            await self.mount(Form(PURPOSE), after=purpose)
            await purpose.remove()
        await self.mount_all([*self._below(), Heard()])
        if self.query("#agenda"):  # a step that is being left takes up nothing more
            self._whole = True
        self.show(self.desk.meeting)

    def _below(self) -> Iterator[Widget]:
        """Give what stands below what has to do with those who are here."""
        yield Heading(_("Samtykke · mellomrom bytter · Enter åpner"), id="consent-heading")
        yield Rows(CONSENTS, header=False, id="consents")
        yield Text(givers_and_whose(self.desk.profile), id="givers")
        yield Heading(_("Forrige referat"), id="last-heading")
        yield Text(id="last-remarks")
        yield Form(*LAST, id="last")
        yield Heading(_("Saksliste · Ctrl+↑ og Ctrl+↓ flytter"))
        yield Rows(AGENDA, header=False, id="agenda")
        yield Heading(_("Om møtet"))
        yield Text(id="too-long")
        yield Form(*ABOUT, INTERPRETER, private_row(self.place))

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        super().show(meeting)
        self.query_one("#roll", Rows).show([*map(_roll_row, meeting.participants), _new(_("ny deltaker"))])
        for sides in self.query("#sides").results(Rows):
            sides.show([_side_row(who) for who in meeting.participants if not who.bruker])
        self._show_carried(meeting)
        self._show_doubts(meeting)
        if not self._whole:
            return
        self.query_one("#agenda", Rows).show([*_agenda_rows(meeting.agenda), _new(_("ny sak"))])
        day = today(self.desk.wall())
        consents = [_consent_row(c, day) for c in consents_of(meeting)]
        self.query_one("#consents", Rows).show(consents)
        for part in ("#consent-heading", "#givers"):
            self.query_one(part).display = bool(consents)
        self._show_too_long(meeting)
        self._show_remarks(meeting)

    def _show_remarks(self, meeting: Meeting) -> None:
        """Show what was remarked on the last referat, where it is approved; its file is read once a date."""
        if meeting.approval.date != self._remarked_on:
            self._remarked_on = meeting.approval.date
            words = remark_words(self.desk.remarks_on_last(), today(self.desk.wall()))
            line = self.query_one("#last-remarks", Text)
            line.show(plain(words))
            line.display = bool(words)

    def _show_doubts(self, meeting: Meeting) -> None:
        """Say whose consent is not in order, of those who are here; it stops nobody."""
        line = self.query_one("#doubts", Text)
        words = doubt_words(doubts(meeting, today(self.desk.wall())))
        line.show(plain(words))
        line.display = bool(words)

    def _show_too_long(self, meeting: Meeting) -> None:
        """Say that the meeting is planned for longer than its rules have it, and whose they are."""
        profile = self.desk.profile
        found = too_long(meeting.length, profile, meeting.interpreter)
        line = self.query_one("#too-long", Text)
        line.show(plain(warned(found, Limit.LENGTH, profile)))
        line.display = bool(found)

    def _show_carried(self, meeting: Meeting) -> None:
        """Show the tiltak from earlier meetings, and how many nobody has accounted for."""
        day = today(self.desk.wall())
        # A structure with a step for their status meets them there.
        elsewhere = self.desk.structure.has(StepKind.STATUS)
        carried = [tiltak for tiltak in meeting.tiltak if tiltak.carried and not elsewhere]
        rows = [
            Row(t.id, (t.id, t.what, t.who, in_list(t.when, day) if t.when else "", t.status.value))
            for t in carried
        ]
        table = self.query_one("#carried", Rows)
        table.show(rows)
        why = self.query_one("#carried-why", Text)
        why.show(plain(_unaccounted(meeting) if carried else ""))
        for widget in (table, self.query_one("#carried-heading"), why):
            widget.display = bool(carried)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Ctrl+A to a field that is typed in: there it goes to the beginning of the line."""
        if action == "all_met" and isinstance(self.screen.focused, Recording):
            return False
        return super().check_action(action, parameters)

    async def action_all_met(self) -> None:
        """Mark everyone not yet settled as met."""
        await settle(self.screen)
        self.desk.ask(all_met(self.desk.now()))

    @on(Rows.Turned, "#roll")
    def _attendance_turned(self, event: Rows.Turned) -> None:
        event.stop()
        who = find(self.desk.meeting.participants, event.key)
        if who is not None:
            turned = Attendance(next_of(Attendance, who.attendance, event.by))
            self.desk.ask(attend(who.id, turned, self.desk.now()))

    @on(Rows.Turned, "#sides")
    def _side_turned(self, event: Rows.Turned) -> None:
        event.stop()
        who = find(self.desk.meeting.participants, event.key)
        if who is not None:
            self.desk.ask(put(f"participants/{who.id}/brings_case", not who.brings_case))

    @on(Rows.Turned, "#carried")
    def _status_turned(self, event: Rows.Turned) -> None:
        event.stop()
        tiltak = find(self.desk.meeting.tiltak, event.key)
        if tiltak is not None:
            self.desk.ask(put(f"tiltak/{tiltak.id}/status", next_of(TiltakStatus, tiltak.status, event.by)))

    @on(Rows.Turned, "#consents")
    def _consent_turned(self, event: Rows.Turned) -> None:
        event.stop()
        consent = next(c for c in consents_of(self.desk.meeting) if c.id == event.key)
        state = ConsentState(next_of(ConsentState, consent.state, event.by))
        self.desk.ask(settle_consent(consent.id, state, self.desk.wall()))

    @on(Rows.Moved, "#agenda")
    def _item_moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.desk.ask(move(f"agenda/{event.key}", event.by))

    @on(Rows.Moved, "#roll")
    def _participant_moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.desk.ask(move(f"participants/{event.key}", event.by))

    @on(Rows.Chosen, "#roll")
    def _participant_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        key = self._made_if_new(event.key, "participants", bruker=False)
        who = find(self.desk.meeting.participants, key)
        if who is not None:
            from screens import cards  # noqa: PLC0415 - loaded when a card is first opened

            self.app.push_screen(cards.participant_card(self.desk, who))

    @on(Rows.Chosen, "#agenda")
    def _item_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        key = self._made_if_new(event.key, "agenda")
        item = find(self.desk.meeting.agenda, key)
        if item is not None:
            from screens import cards  # noqa: PLC0415 - loaded when a card is first opened

            self.app.push_screen(cards.agenda_card(self.desk, item))

    @on(Rows.Chosen, "#consents")
    def _consent_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        consent = next(c for c in consents_of(self.desk.meeting) if c.id == event.key)
        from screens import cards  # noqa: PLC0415 - loaded when a card is first opened

        self.app.push_screen(cards.consent_card(self.desk, consent))

    @on(Rows.Chosen, "#carried")
    def _carried_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        tiltak = find(self.desk.meeting.tiltak, event.key)
        if tiltak is not None:
            from screens import cards  # noqa: PLC0415 - loaded when a card is first opened

            self.app.push_screen(cards.carried_card(self.desk, tiltak))

    def _made_if_new(self, key: str, parts: str, **fields: object) -> str:
        """Give the key of a row, or that of a part made on the spot for the row that adds one."""
        if key != NEW:
            return key
        made = added(self.desk, parts, add(parts, **fields))
        return made.id if made else ""

    def jump(self, path: str) -> None:
        """Put the cursor where a place in the meeting is edited."""
        parts, _slash, rest = path.partition("/")
        tables = {"participants": "#roll", "tiltak": "#carried", "agenda": "#agenda", "consents": "#consents"}
        if parts not in tables:
            super().jump(path)
            return
        table = self.query_one(tables[parts], Rows)
        put_focus(table)
        table.go_to(rest.partition("/")[0])


def _new(words: str) -> Row:
    return Row(NEW, ("+", words), dim=True)


def _roll_row(who: Participant) -> Row:
    """Give a participant as a row of the roll."""
    words = ", ".join(word for word in (who.role, who.service) if word)
    came = who.attendance.value
    if who.attendance is Attendance.STAND_IN:
        came = who.stand_in or _("⚠ hvem? Enter")
    elif who.left:
        came = _("gikk {time}").format(time=f"{who.left:%H:%M}")
    elif who.arrived and who.attendance is Attendance.MET:
        came = _("kom {time}").format(time=f"{who.arrived:%H:%M}")
    return Row(who.id, (ATTENDANCE_SIGNS[who.attendance], who.name or _("Uten navn"), words, came))


def _side_row(who: Participant) -> Row:
    """Give a participant with the side they are on in the meeting's rounds."""
    side = Side.BRINGERS if who.brings_case else Side.OTHERS
    return Row(who.id, ("●" if who.brings_case else "·", who.name or _("Uten navn"), side.value))


def _agenda_rows(items: Sequence[AgendaItem]) -> list[Row]:
    """Give the items of the saksliste as rows."""
    rows = []
    for number, item in enumerate(items, 1):
        minutes = f"{item.minutes:>2} min" if item.minutes else ""
        title = f"{_('Eventuelt')}: {item.title}" if item.eventuelt else item.title
        rows.append(Row(item.id, (str(number), title or _("Uten navn"), item.raised_by, minutes)))
    return rows


def _consent_row(consent: Consent, day: dt.date) -> Row:
    """Give a service's consent as a row: what is the matter with it, what it leaves out, the rest."""
    if consent.state in {ConsentState.MISSING, ConsentState.WITHDRAWN}:
        words = [_("⚠ hold igjen opplysninger til det er avklart")]
    else:
        wrong = doubt(consent, day)
        lasts = consent.until and not has_run_out(consent, day)
        words = [
            f"⚠ {wrong}" if wrong else "",
            _("ikke {what}").format(what=consent.leaves_out) if consent.leaves_out else "",
            _("til {day}").format(day=short(consent.until, day)) if consent.until and lasts else "",
            consent.given_by,
        ]
    return Row(consent.id, (consent.id, consent.state.value, " · ".join(word for word in words if word)))


def _unaccounted(meeting: Meeting) -> str:
    """Say how many tiltak lack a status, and which lack a reason."""
    waiting = len(meeting.carried_open)
    lacking = [
        t.id for t in meeting.tiltak if t.carried and t.status is TiltakStatus.NOT_DONE and not t.reason
    ]
    words = []
    if waiting:
        words.append(_("⚠ {n} uten svar. Mellomrom setter status.").format(n=waiting))
    if lacking:
        words.append(_("⚠ Hvorfor ikke? Enter på {ids}.").format(ids=", ".join(lacking)))
    return " ".join(words)
