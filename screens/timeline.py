"""A group's time, drawn: goals by meeting, tiltak open and done, evaluation and speaking share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from data.group import Group
from data.language import _
from data.meeting import BRUKER, GROUP, Verdict
from data.timeline import Moment
from screens.commands import Command, bindings
from screens.lines import KeyLine, TitleLine
from screens.widgets import SparingScreen, Text, plain
from screens.widgets.keys import put_focus
from screens.widgets.label import in_cells

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("escape,ctrl+q", "leave", "Tilbake", "Tilbake", footer=True),
)

SIGNS = {Verdict.NEW: "+", Verdict.ON_TRACK: "→", Verdict.ADJUST: "~", Verdict.REACHED: "✓"}
"""How a verdict on a goal is drawn; said in words below."""

LABEL_WIDTH, WIDEST_LABEL = 26, 50
COLUMN_WIDTH = 10
"""Cells of the words at the left, at least and at most, and of each meeting."""

TALLEST = 5
"""Cells of the longest bar."""


class Timeline(SparingScreen, Screen[None]):
    """The meetings as columns, the newest that there is room for."""

    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    Timeline {
        background: $background;
        #time { height: 1fr; padding: 1; scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, group: Group, moments: Sequence[Moment]) -> None:
        super().__init__()
        self._group = group
        self._moments = moments

    def compose(self) -> ComposeResult:
        yield TitleLine("title")
        with VerticalScroll(id="time"):
            yield Text(id="drawn")
        yield KeyLine("keys", COMMANDS)

    def on_mount(self) -> None:
        self.query_one(TitleLine).say(plain(f"{self._group.alias} · {_('over tid')}"), Content(""))
        put_focus(self.query_one("#time"))
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        room = self.size.width - 4
        shown = self._moments[-max(1, (room - LABEL_WIDTH) // COLUMN_WIDTH) :]
        lines = Content("\n").join(drawn(self._group, shown, room))
        self.query_one("#drawn", Text).show(lines)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help page."""
        from screens.help import HelpScreen  # noqa: PLC0415 - loaded when it is first opened

        self.app.push_screen(HelpScreen(COMMANDS))


class _Line(NamedTuple):
    """A line of the drawing: words at the left, a column for each meeting behind them if it has any."""

    words: str
    columns: tuple[str, ...] = ()
    style: str = ""

    def within(self, width: int) -> Content:
        """Give the line with so many cells for the words of those that have columns."""
        if not self.columns:
            return Content.styled(self.words, self.style)
        cells = [(self.words, width), *((column, COLUMN_WIDTH) for column in self.columns)]
        text = "".join(in_cells(words, width - 1) + " " for words, width in cells)
        return plain(text).stylize(self.style)


def drawn(group: Group, moments: Sequence[Moment], room: int = 0) -> list[Content]:
    """Give the group's time as lines; a few words where it has none.

    Words at the left that are long take what is left over of `room` cells.
    """
    if not moments:
        return [plain(_("Ingen møter ennå."))]
    lines = list(_lines(group, moments))
    longest = max(len(line.words) for line in lines if line.columns) + 1
    width = max(LABEL_WIDTH, min(longest, WIDEST_LABEL, room - len(moments) * COLUMN_WIDTH))
    return [line.within(width) for line in lines]


def _lines(group: Group, moments: Sequence[Moment]) -> Iterator[_Line]:
    yield _heading(_("Møter"), (f"{one.date:%d.%m.%y}" for one in moments))
    yield _Line("")
    yield _heading(_("Mål"))
    for goal in group.goals:
        yield _Line(f"{goal.id} {goal.text}", tuple(_sign(one, goal.id) for one in moments))
    yield _Line("  ".join(f"{sign} {verdict}" for verdict, sign in SIGNS.items()), style="$text-muted")
    yield _Line("")
    yield _heading(_("Tiltak"))
    yield from _bars(
        {_("gjenstår"): [one.open for one in moments], _("gjort"): [one.done for one in moments]}
    )
    yield _Line("")
    yield _heading(_("Evaluering, 1 til 5"))
    yield from _bars(
        {
            _("bruker"): [one.scores.get(BRUKER, 0) for one in moments],
            _("gruppen"): [one.scores.get(GROUP, 0) for one in moments],
        }
    )
    yield from _speaking(moments)


def _speaking(moments: Sequence[Moment]) -> Iterator[_Line]:
    """Give each speaker's part of the time in per cent, where any meeting knows it."""
    names = dict.fromkeys(name for one in moments for name in one.shares)
    if not names:
        return
    yield _Line("")
    yield _heading(_("Taletid, prosent"))
    yield from _bars({name: [round(one.shares.get(name, 0) * 100) for one in moments] for name in names})


def _heading(words: str, columns: Iterable[str] = ()) -> _Line:
    return _Line(words, tuple(columns), "bold $text-primary")


def _bars(rows: Mapping[str, Sequence[int]]) -> Iterator[_Line]:
    """Give rows of numbers with a bar each, the longest for the highest of them all."""
    highest = max([TALLEST, *(value for values in rows.values() for value in values)])

    def bar(value: int) -> str:
        length = max(1, round(value / highest * TALLEST))
        return f"{value} {'█' * length}" if value else "·"

    for words, values in rows.items():
        yield _Line(words, tuple(map(bar, values)))


def _sign(moment: Moment, goal: str) -> str:
    verdict = moment.verdicts.get(goal)
    return SIGNS[verdict] if verdict else "·"
