"""A saved referat to read, and what becomes of it: sent out, read aloud, remarked on, approved, corrected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from data.afterlife import remark_words
from data.dates import short
from data.instants import today
from data.language import _, ngettext
from data.markdown import write
from data.meeting import Meeting, Status
from data.profile import Limit, Profile
from screens.commands import Command, bindings
from screens.lines import FrameLine, KeyLine, TitleLine
from screens.question import Line, Question
from screens.reading import readable
from screens.widgets import SparingScreen, Text, plain
from screens.widgets.keys import put_focus

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("f3", "send_out", "Send ut", "Gi de andre en frist for merknader", footer=True),
    Command("f4", "read_aloud", "Les opp", "Les referatet opp, ett utsagn om gangen", footer=True),
    Command("f5", "approve", "Godkjenn", "Godkjenn referatet; siden står teksten fast", footer=True),
    Command("f6", "remark", "Merknad", "Skriv ned en merknad til referatet", footer=True),
    Command("f7", "correct", "Rettelse", "Legg en rettelse til et godkjent referat", footer=True),
    Command("f2", "edit", "Skriv", "Skriv i referatet, alle feltene på én side", footer=True),
    Command("ctrl+t", "board", "Tiltak", "Gruppens tiltak på tavlen", footer=True),
    Command("ctrl+g", "group", "Gruppen", "Gruppens egen side", footer=True),
    Command("escape,ctrl+q", "close", "Lukk", "Tilbake", footer=True, stays=True),
)

BEFORE_APPROVAL = frozenset({"send_out", "read_aloud", "approve", "remark", "edit"})
"""What can be done until the referat is approved; after that it is corrected alone."""


class Paper(Protocol):
    """The referat on the table, and what can be done with it.

    What is typed comes as it was typed. An act that cannot be done is told to the user and gives False.
    """

    @property
    def meeting(self) -> Meeting:
        """The meeting as its document said when it was last looked at."""
        ...

    def look(self) -> None:
        """Look at the document anew."""
        ...

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    @property
    def profile(self) -> Profile:
        """The rules of the municipality that the referat is for."""
        ...

    def now(self) -> float:
        """Give the instant, in seconds since 1970, UTC."""
        ...

    def send_out(self, until: str) -> bool:
        """Send it out, to be remarked on until a day."""
        ...

    def remark(self, who: str, text: str) -> bool:
        """Add a remark."""
        ...

    def approve(self, day: str) -> bool:
        """Approve it."""
        ...

    def correct(self, who: str, text: str) -> bool:
        """Add a correction to what is approved."""
        ...

    def edit(self) -> None:
        """Write in it, on one page."""
        ...

    def read_aloud(self) -> None:
        """Read it aloud."""
        ...

    def show_board(self) -> None:
        """Show the tiltak of its group."""
        ...

    def open_group(self) -> None:
        """Open its group."""
        ...

    def put_away(self) -> None:
        """Go back to where one came from."""
        ...


class DocumentScreen(SparingScreen, Screen[None]):
    """The referat as it reads, with its status above and what can be done below."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    DocumentScreen {
        layout: vertical;
        background: $background;
        #paper { height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; }
        #page { max-width: 100; }
        #path { color: $text-muted; padding: 0 1; }
    }
    """

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.paper = paper

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        with VerticalScroll(id="paper"):
            yield Text(id="page")
        yield FrameLine("path")
        yield KeyLine("keys")

    def on_mount(self) -> None:
        put_focus(self.query_one("#paper"))
        self.show()

    def on_screen_resume(self) -> None:
        """Show what has become of it meanwhile."""
        if self.is_mounted:
            self.show()

    def show(self) -> None:
        """Show the referat as it stands."""
        self.paper.look()
        self.query_one("#page", Text).show(readable(write(self.paper.meeting)))
        self._show_frame()

    def _show_frame(self) -> None:
        meeting = self.paper.meeting
        words = [
            meeting.kind.value.capitalize(),
            meeting.group,
            f"{meeting.date:%d.%m.%Y}" if meeting.date else "",
        ]
        left = Content(" · ".join(word for word in words if word))
        self.query_one(TitleLine).say(left, Content(status_words(meeting, self.paper.now())))
        filed = self.paper.profile.filed if meeting.status is Status.GODKJENT else None
        where = _("Legges i: {places}").format(places=", ".join(filed.words)) if filed else ""
        self.query_one("#path", FrameLine).say(Content(self.paper.path.name), plain(where))
        shown = [command for command in COMMANDS if command.footer and self.check_action(command.action, ())]
        self.query_one(KeyLine).show(shown)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what the referat's status does not allow."""
        approved = self.paper.meeting.status is Status.GODKJENT
        if action in BEFORE_APPROVAL:
            return not approved
        if action == "correct":
            return approved
        return super().check_action(action, parameters)

    # What can be done

    def _ask(self, title: str, lines: tuple[Line, ...], answer: Callable[..., bool], about: str = "") -> None:
        def answered(*words: str) -> bool:
            done = answer(*words)
            if done:
                self.show()
            return done

        self.app.push_screen(Question(title, lines, answered, about))

    def action_send_out(self) -> None:
        """Ask until when it may be remarked on, and send it out."""
        days = self.paper.profile.number(Limit.REMARKS)
        proposed = ngettext("om {n} dag", "om {n} dager", days).format(n=days) if days else ""
        line = Line(_("Merknader innen"), proposed, _("tomt for ingen frist"), proposed=True)
        self._ask(_("Sendes til merknad"), (line,), self.paper.send_out)

    def action_approve(self) -> None:
        """Ask on which day it was approved, with what was remarked before one's eyes, and approve it."""
        title = _("Godkjennes. Siden står teksten fast, og kladden slettes.")
        remarks = remark_words(self.paper.meeting.remarks, today(self.paper.now()))
        about = _("Merknader:\n{remarks}").format(remarks=remarks) if remarks else ""
        self._ask(title, (Line(_("Godkjent"), _("i dag"), proposed=True),), self.paper.approve, about)

    def action_remark(self) -> None:
        """Ask what was remarked and by whom."""
        lines = (Line(_("Hvem")), Line(_("Merknad")))
        self._ask(_("Merknad til referatet"), lines, self.paper.remark)

    def action_correct(self) -> None:
        """Ask what is corrected and by whom."""
        lines = (Line(_("Hvem retter")), Line(_("Hva er rett")))
        self._ask(_("Rettelse. Teksten står som den er."), lines, self.paper.correct)

    def action_edit(self) -> None:
        """Write in it."""
        self.paper.edit()

    def action_read_aloud(self) -> None:
        """Read it aloud."""
        self.paper.read_aloud()

    def action_board(self) -> None:
        """Show the group's tiltak."""
        self.paper.show_board()

    def action_group(self) -> None:
        """Open the group."""
        self.paper.open_group()

    def action_close(self) -> None:
        """Go back."""
        self.paper.put_away()

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


def status_words(meeting: Meeting, now: float) -> str:
    """Say where the referat is in its life, and since or until when."""
    life, day = meeting.life, today(now)
    words = meeting.status.value
    if meeting.status is Status.TIL_MERKNAD and life.remarks_until:
        return _("{status} til {day}").format(status=words, day=short(life.remarks_until, day))
    since = {Status.GODKJENT: life.approved, Status.LEST_OPP: life.read_on, Status.TIL_MERKNAD: life.sent}
    told = since.get(meeting.status)
    return f"{words} {short(told, day)}" if told else words
