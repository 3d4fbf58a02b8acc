"""A group between its meetings: who belongs to it, what they agreed, and what is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen

from data.acts import add, put
from data.bounds import too_many, warned
from data.consents import doubt, has_run_out
from data.consents import settle as settle_consent
from data.dates import in_list, short
from data.entering import choose, chosen, understand
from data.group import UNFINISHED, Group, GroupConsent, GroupKind, Member, PlanWish
from data.instants import today
from data.language import _
from data.meeting import ConsentState, TiltakStatus, find
from data.profile import Limit
from screens import group_cards
from screens.adding import added
from screens.card import Card
from screens.commands import Command, bindings
from screens.desk import GroupDesk
from screens.form import Form, FormRow, Heading
from screens.lines import KeyLine, TitleLine
from screens.showing import show_field, show_left_field
from screens.undoing import Undoing
from screens.widgets import Choice, Column, Edited, Row, Rows, SparingScreen, Text, plain, settle
from screens.widgets.keys import put_focus
from screens.widgets.recording import Recording
from screens.widgets.table import NEW, next_of

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("ctrl+n", "new_meeting", "Nytt møte", "Gjør klart gruppens neste møte", footer=True),
    Command("f5", "timeline", "Over tid", "Se mål, tiltak og evaluering møte for møte", footer=True),
    Command("f6", "notice", "Melding til KE", "Les meldingen til koordinerende enhet", footer=True),
    Command("f7", "parked", "Parkert", "Se det som ble parkert i gruppens møter, og kryss av", footer=True),
    Command(
        "f4", "close_group", "Avslutt gruppen", "Avslutt gruppen i dag, eller ta den opp igjen", footer=True
    ),
    Command("ctrl+z", "undo", "Angre", "Angre det siste"),
    Command("ctrl+y", "redo", "Gjør om", "Gjør om det du angret"),
    Command("escape,ctrl+q", "leave", "Tilbake", "Tilbake; alt er lagret", footer=True, stays=True),
)

KINDS = tuple((kind.value, kind.value) for kind in GroupKind)
WISHES = tuple((wish.value, wish.value) for wish in PlanWish)

ABOUT = (
    FormRow("Alias", "alias", "eller initialer, aldri barnets fulle navn"),
    FormRow("Slag", "kind", options=KINDS),
    FormRow("Koordinator", "koordinator"),
    FormRow("IP", "individual_plan", options=WISHES),
    FormRow("Mandat", "mandate", "Hva gruppen er til for", lines=4),
    FormRow("Opprettet", "created", "dato"),
    FormRow("Fordi", "created_because"),
)
ENDED = (FormRow("Avsluttet", "closed", "dato"), FormRow("Fordi", "closed_because"))

LISTS = {
    "members": (
        Column("name", share=3),
        Column("role", share=2),
        Column("service", share=2),
        Column("standing", width=12),
    ),
    "consents": (Column("service", share=2), Column("state", width=13, turns=True), Column("until", share=3)),
    "goals": (Column("number", width=4), Column("text", share=3), Column("verdict", width=10)),
    "tiltak": (
        Column("number", width=4),
        Column("what", share=2),
        Column("who", share=1),
        Column("when", width=11),
        Column("status", width=16, turns=True),
    ),
    "plan": (Column("date", width=11), Column("time", width=6), Column("theme", share=3)),
}
"""The lists of a group, with their columns, in the order they are shown."""


class GroupScreen(Undoing, SparingScreen, Screen[None]):
    """One group, as one column to tab through. What is typed is in its file at once."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    GroupScreen {
        background: $background;
        #group { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
        #about { margin-top: 1; }
        #group Rows { margin-right: 1; }
        #too-many { height: auto; color: $text-warning; }
        #heard { height: 1; padding: 0 1; color: $text-muted; }
    }
    """

    desk: GroupDesk

    def __init__(self, desk: GroupDesk, place: str = "") -> None:
        """Show a group, with the cursor at a `place` in it ("tiltak/T14"), first things first for ""."""
        super().__init__()
        self.desk = desk
        self._begin_at = place
        self._settled: set[str] = set()
        """The tiltak that were set here; they stay in sight though they are finished."""

    def compose(self) -> ComposeResult:
        titles = {
            "members": _("Medlemmer · Enter åpner"),
            "consents": _("Samtykke · mellomrom bytter, Enter åpner"),
            "goals": _("Mål"),
            "tiltak": _("Tiltak som gjenstår · mellomrom setter status"),
            "plan": _("Møteplan"),
        }
        yield TitleLine("title")
        with VerticalScroll(id="group", can_focus=False):
            yield Form(*ABOUT, self._rules, id="about")
            for name, columns in LISTS.items():
                yield Heading(titles[name], id=f"{name}-heading")
                yield Rows(columns, header=False, id=name)
                if name == "members":
                    yield Text(id="too-many")
            yield Heading(_("Når gruppen er ferdig"))
            yield Form(*ENDED)
        yield Text(id="heard")
        yield KeyLine("keys")

    @property
    def _rules(self) -> FormRow:
        """The choice of whose rules the group follows."""
        others = tuple(self.desk.profiles.items())
        return FormRow("Regler", "profile", options=(("", "som i innstillingene"), *others))

    def on_mount(self) -> None:
        self.show()
        self._begin()
        self._show_frame()

    def _begin(self) -> None:
        """Put the cursor at the place that was asked for, in the first field where there is none."""
        name, _slash, key = self._begin_at.partition("/")
        if name in LISTS and self.query_one(f"#{name}").display:
            rows = self.query_one(f"#{name}", Rows)
            rows.go_to(key)
            put_focus(rows)
        else:
            put_focus(self.query(Recording).first())

    def on_screen_resume(self) -> None:
        """Show what has become of the group while something else was shown."""
        self.desk.ask(lambda _group: None)

    async def follow(self) -> None:
        """Show the group as it has become."""
        if self.is_mounted:
            self.show()
            self._show_frame()

    def show(self) -> None:
        """Show the group as it stands."""
        group = self.desk.group
        day = today(self.desk.wall())
        for field in self.walk_children(Recording):
            show_field(field, group, day)
        for choice in self.walk_children(Choice):
            choice.show(chosen(group, choice.path))
        for name, rows in self._rows(group).items():
            self.query_one(f"#{name}", Rows).show(rows)
            for part in (f"#{name}", f"#{name}-heading"):
                self.query_one(part).display = bool(rows)
        self._show_too_many(group)

    def _show_too_many(self, group: Group) -> None:
        """Say that the group has more standing members than its rules have it."""
        profile = self.desk.profile
        words = warned(too_many(group.members, profile), Limit.MEMBERS, profile)
        line = self.query_one("#too-many", Text)
        line.show(plain(words))
        line.display = bool(words)

    def _rows(self, group: Group) -> dict[str, list[Row]]:
        """Give the rows of each list."""
        day = today(self.desk.wall())
        consents = {one.id: one for one in group.consents}
        services = dict.fromkeys([*(one.service for one in group.members if one.service), *consents])
        return {
            "members": [
                *(Row(one.id, (one.name, one.role, one.service, _standing(one))) for one in group.members),
                Row(NEW, ("+ " + _("nytt medlem"),), dim=True),
            ],
            "consents": [
                Row(service, (service, *_consent(consents.get(service), day))) for service in services
            ],
            "goals": [
                *(Row(goal.id, (goal.id, goal.text, goal.verdict or "")) for goal in group.goals),
                Row(NEW, ("+", _("nytt mål")), dim=True),
            ],
            "tiltak": [
                Row(one.id, (one.id, one.what, one.who, _day(one.when, day), one.status.value))
                for one in group.tiltak
                if one.status in UNFINISHED or one.id in self._settled
            ],
            "plan": [
                *(
                    Row(one.id, (_day(one.date, day), f"{one.time:%H:%M}" if one.time else "", one.theme))
                    for one in group.plan
                ),
                Row(NEW, ("+", "", _("nytt møte i planen")), dim=True),
            ],
        }

    def _show_frame(self) -> None:
        group = self.desk.group
        state = _("avsluttet") if group.is_closed else _("i gang")
        if self.desk.parked:
            state = _("{n} parkert · {state}").format(n=self.desk.parked, state=state)
        self.query_one(TitleLine).say(plain(f"{group.alias} · {group.kind}"), plain(state))
        self.query_one(KeyLine).show([command for command in COMMANDS if command.footer])

    # What is typed and chosen

    def _on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if isinstance(event.widget, Recording):
            show_left_field(event.widget, self.desk.group, today(self.desk.wall()))

    @on(Edited)
    def _entered(self, event: Edited) -> None:
        event.stop()
        if event.path == "alias" and self.desk.is_taken(event.value):
            self.query_one("#heard", Text).show(
                plain(_("En annen gruppe heter eller het dette. Finn et annet alias."))
            )
            return
        read = understand(event.path, event.value, today(self.desk.wall()), Group)
        if read.ask is not None:
            self.desk.ask(read.ask)
        self.query_one("#heard", Text).show(plain(read.words or self._objection(event.path, event.value)))

    def _objection(self, path: str, text: str) -> str:
        from data.aliases import objection  # noqa: PLC0415 - where an alias is typed

        return objection(text) if path == "alias" else ""

    @on(Choice.Changed)
    def _picked(self, event: Choice.Changed) -> None:
        event.stop()
        self.desk.ask(choose(event.path, event.value, Group))

    @on(Rows.Turned, "#tiltak")
    def _status_turned(self, event: Rows.Turned) -> None:
        """Set how it goes with a tiltak, the next way round."""
        event.stop()
        tiltak = find(self.desk.group.tiltak, event.key)
        if tiltak is not None:
            self._settled.add(tiltak.id)
            self.desk.ask(put(f"tiltak/{tiltak.id}/status", next_of(TiltakStatus, tiltak.status, event.by)))

    @on(Rows.Turned, "#consents")
    def _consent_turned(self, event: Rows.Turned) -> None:
        """Let a service's consent stand otherwise, the next way round."""
        event.stop()
        held = find(self.desk.group.consents, event.key) or GroupConsent(id=event.key)
        state = ConsentState(next_of(ConsentState, held.state, event.by))
        self.desk.ask(settle_consent(event.key, state, self.desk.wall()))

    @on(Rows.Chosen)
    def _opened(self, event: Rows.Chosen) -> None:
        """Open the card of a row; the row that adds one makes it first."""
        event.stop()
        self._show_card(event.control.id or "", event.key)

    @on(Rows.Typed)
    def _begun(self, event: Rows.Typed) -> None:
        """Make what a row adds, with the letter that was typed on it as the first of it."""
        event.stop()
        self._show_card(event.control.id or "", event.key, event.character)

    def _show_card(self, name: str, key: str, letter: str = "") -> None:
        """Open the card of a row, a letter typed in it."""
        if key == NEW:
            made = added(self.desk, name, add(name))
            key = made.id if made else ""
        if name == "consents" and key:
            self.app.push_screen(group_cards.consent_card(self.desk, key))
            return
        part: Any = find(getattr(self.desk.group, name), key)
        card: dict[str, Callable[[], Card]] = {
            "members": lambda: group_cards.member_card(self.desk, part),
            "goals": lambda: group_cards.goal_card(self.desk, part),
            "tiltak": lambda: group_cards.tiltak_card(self.desk, part, self.desk.group),
            "plan": lambda: group_cards.planned_card(self.desk, part),
        }
        if part is not None:
            self.app.push_screen(card[name]().begun_with(letter))

    # The keys

    async def action_close_group(self) -> None:
        """End the group today, or take it up again; why is asked for below."""
        await settle(self)
        ended = None if self.desk.group.is_closed else today(self.desk.wall()).isoformat()
        self.desk.ask(put("closed", ended))
        put_focus(next(field for field in self.walk_children(Recording) if field.path == "closed_because"))

    async def action_notice(self) -> None:
        """Show what KE is told."""
        await settle(self)
        await self._tell_ke(leaving=False)

    async def _tell_ke(self, *, leaving: bool) -> None:
        from screens.notice import NoticeScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(NoticeScreen(self.desk, leaving=leaving))

    async def action_timeline(self) -> None:
        """Show the group over time."""
        from screens.timeline import Timeline  # noqa: PLC0415 - loaded when it is first opened

        await settle(self)
        self.app.push_screen(Timeline(self.desk.group, self.desk.timeline()))

    async def action_parked(self) -> None:
        """Show what was parked in the group's meetings."""
        await settle(self)
        self.desk.show_parked()

    async def action_new_meeting(self) -> None:
        """Make the group's next meeting ready."""
        await settle(self)
        self.desk.new_meeting()

    async def action_leave(self) -> None:
        """Leave the group; what KE must be told is offered first."""
        await settle(self)
        if self.desk.notice:
            await self._tell_ke(leaving=True)
        else:
            self.desk.leave()

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def _standing(member: Member) -> str:
    return "bruker" if member.bruker else member.standing.value


def _consent(consent: GroupConsent | None, day: dt.date) -> tuple[str, str]:
    """Give how a consent stands, and until when."""
    if consent is None:
        return ConsentState.UNKNOWN.value, ""
    if has_run_out(consent, day):
        return consent.state.value, f"⚠ {doubt(consent, day)}"
    until = _("til {day}").format(day=short(consent.until, day)) if consent.until else ""
    return consent.state.value, until


def _day(date: dt.date | None, day: dt.date) -> str:
    return in_list(date, day) if date else ""
