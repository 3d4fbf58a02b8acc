"""What can be done with a round's speakers, a letter each."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from data import acts, rounds
from data.consents import consents_of, doubt_words, doubts, givers_and_whose
from data.instants import today
from data.language import _
from data.meeting import find
from data.rounds import Round
from screens.commands import Command, bindings
from screens.desk import Desk
from screens.dialog import Dialog
from screens.form import Heading
from screens.frame import as_clock
from screens.widgets import Column, Row, Rows, Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("f", "previous", "Forrige", "Gi ordet tilbake til den forrige"),
    Command("h", "skip", "Hopp over", "Spør på nytt til slutt"),
    Command("o", "give", "Gi ordet", "Gi ordet til den som er valgt"),
    Command("k", "come", "Kom nå", "Den valgte kom sent, og får ordet sist"),
    Command("g", "go", "Går nå", "Den valgte går før møtet er slutt"),
    Command("s", "consent", "Samtykke", "Den valgtes tjeneste: hva den kan dele"),
    Command("p", "proposal", "Bruk forslaget", "La taletiden følge det som er igjen av tid"),
    Command("b", "bell", "Bjelle", "Slå terminalens bjelle av eller på"),
    Command("plus", "longer", "Lengre taletid", "Femten sekunder mer til hver"),
    Command("minus", "shorter", "Kortere taletid", "Femten sekunder mindre til hver"),
    Command("escape,f9", "close", "Lukk", "Tilbake til møtet", footer=True),
)

SHARE, SHARE_BESIDE_DOUBTS = 0.25, 0.16
"""Of the window's height: what the speakers take at most, alone and where a consent is in doubt."""


class FloorMenu(Dialog):
    """The speakers of a round and what can be done: pick a name, press a letter."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    FloorMenu {
        #menu { width: 70; }
        Heading { margin: 0; }
        #speakers { margin: 1 0; }
        #keys { height: auto; }
        #limits { height: 1; color: $text-muted; }
        #doubts { height: auto; color: $text-warning; }
    }
    """

    def __init__(self, desk: Desk, place: str) -> None:
        super().__init__()
        self.desk = desk
        self._place = place

    def compose(self) -> ComposeResult:
        with Vertical(id="menu", classes="dialog"):
            yield Heading(_("Talerne · Ctrl+↑ og Ctrl+↓ flytter i rekken · Esc lukker"))
            columns = (Column("name", share=3), Column("place", share=2), Column("time", width=6))
            yield Rows(columns, header=False, id="speakers")
            yield Text(id="doubts")
            yield Text(id="limits")
            yield Text(_keys(), id="keys")

    def on_mount(self) -> None:
        self.show()
        rows = self.query_one(Rows)
        rows.go_to(self._round.speaker)
        put_focus(rows)

    @property
    def _round(self) -> Round:
        return find(self.desk.meeting.rounds, self._place) or Round(id=self._place)

    @property
    def _picked(self) -> str:
        return self.query_one(Rows).cursor

    def show(self) -> None:
        """Show the speakers, those who may still come among them, and the limits."""
        meeting = self.desk.meeting
        held = self._round
        now = self.desk.now()
        ids = [turn.id for turn in held.turns]
        others = [p.id for p in meeting.participants if not p.bruker and p.id not in ids]
        rows = [
            Row(
                turn.id,
                (
                    meeting.speaker_label(turn.id),
                    _("har ordet") if turn.id == held.speaker else turn.place.value,
                    as_clock(rounds.elapsed(held, turn.id, now)),
                ),
            )
            for turn in held.turns
        ]
        rows += [Row(each, (meeting.speaker_label(each), _("ikke her"), ""), dim=True) for each in others]
        self.query_one(Rows).show(rows)
        bell = _("på") if meeting.bell else _("av")
        limits = _("Første signal {soft} · andre {firm} · bjelle {bell}")
        shown = limits.format(soft=as_clock(held.soft), firm=as_clock(held.firm), bell=bell)
        self.query_one("#limits", Text).show(plain(shown))
        self._show_doubts()

    @on(Rows.Highlighted)
    def _show_doubts(self) -> None:
        """Say what is the matter with the consent of the one picked, who may just have come."""
        meeting = self.desk.meeting
        service, day = self._service, today(self.desk.wall())
        found = [one for one in doubts(meeting, day) if service and one.service == service]
        line = self.query_one("#doubts", Text)
        line.show(plain(f"{doubt_words(found)}. {givers_and_whose(self.desk.profile)}" if found else ""))
        line.display = bool(found)
        self._make_room()

    def on_resize(self) -> None:
        self._make_room()

    def _make_room(self) -> None:
        """Leave room for every letter.

        In cells: told by a share of the window, the box is as tall as if all the speakers were seen.
        """
        share = SHARE_BESIDE_DOUBTS if self.query_one("#doubts").display else SHARE
        self.query_one(Rows).styles.max_height = int(self.app.size.height * share)

    @property
    def _service(self) -> str:
        """The service of the one picked, "" for the family."""
        who = find(self.desk.meeting.participants, self._picked)
        return who.service if who and not who.bruker else ""

    async def follow(self) -> None:
        """Show the round as it has become."""
        if self.is_mounted:
            self.show()

    def _turn(self, act: acts.RoundAct, *, close: bool = False) -> None:
        self.desk.ask(acts.turn(self._place, act, self.desk.now()))
        if close:
            self.dismiss(None)
        else:
            self.show()

    @on(Rows.Chosen)
    def action_give(self) -> None:
        """Give the floor to the one picked."""
        picked = self._picked
        self._turn(lambda held, now: rounds.give_floor(held, picked, now), close=True)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self._turn(lambda held, _now: rounds.move(held, event.key, event.by))

    def action_previous(self) -> None:
        """Give the floor back to the one before."""
        self._turn(rounds.previous, close=True)

    def action_skip(self) -> None:
        """Let the one who has the floor be asked again at the end."""
        self._turn(rounds.skip, close=True)

    def action_come(self) -> None:
        """Let the one picked come late."""
        self.desk.ask(acts.come_late(self._picked, self.desk.now()))
        self.show()

    def action_go(self) -> None:
        """Let the one picked leave the meeting."""
        self.desk.ask(acts.leave(self._picked, self.desk.now()))
        self.show()

    def action_consent(self) -> None:
        """Open the consent of the service that the one picked comes from."""
        from screens.cards import consent_card  # noqa: PLC0415 - few open it from here

        consent = next((one for one in consents_of(self.desk.meeting) if one.id == self._service), None)
        if consent is not None:
            self.app.push_screen(consent_card(self.desk, consent))

    def action_longer(self) -> None:
        """Give everyone fifteen seconds more."""
        self._limit(1)

    def action_shorter(self) -> None:
        """Give everyone fifteen seconds less."""
        self._limit(-1)

    def _limit(self, steps: int) -> None:
        self._turn(
            lambda held, _now: rounds.set_limits(
                held, rounds.step_limit(held.soft, steps), rounds.step_limit(held.firm, steps)
            )
        )

    def action_proposal(self) -> None:
        """Let the firm limit be what the time that is left allows each."""
        from data.plan import proposal  # noqa: PLC0415 - beside the one that needs it

        each = proposal(self.desk.meeting, self.desk.structure, self._round, self.desk.now())
        self._turn(lambda held, _now: rounds.set_limits(held, min(held.soft, each), each))

    def action_bell(self) -> None:
        """Turn the terminal's bell on or off for this meeting."""
        self.desk.ask(acts.put("bell", not self.desk.meeting.bell))
        self.show()

    def action_close(self) -> None:
        """Go back to the meeting."""
        self.dismiss(None)


def _keys() -> str:
    """Give the menu's letters and what they do."""
    signs = {"plus": "+", "minus": "−"}
    lines = [
        f" {signs.get(c.key, c.key.upper())}  {_(c.label):<16} {_(c.help)}" for c in COMMANDS if not c.footer
    ]
    return "\n".join(lines)
