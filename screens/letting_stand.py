"""What becomes of a line of the gate: its words are put right, or let stand for a reason."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import App

from data.acts import together
from data.checks import State
from data.checks.settling import let_stand, put_right, take_up_again
from data.language import _
from screens.desk import Desk
from screens.gate import Line


def put_line_right(desk: Desk, line: Line) -> None:
    """Put the better form in place, where one is safe."""
    finding = line.proposal
    if finding is not None and not finding.reason:
        desk.ask(put_right(desk.meeting, finding))


def let_line_stand(app: App[Any], desk: Desk, line: Line) -> None:
    """Ask why what was found may stand; what stands already is taken up again."""
    if line.open_findings:
        from screens.question import Line as Asked  # noqa: PLC0415 - loaded when it is first asked
        from screens.question import Question  # noqa: PLC0415 - the same

        asked = Asked(_("Hvorfor? Grunnen kommer ikke i referatet."), example=_("et sitat, en avtale …"))
        app.push_screen(Question(_("Behold det som det står"), [asked], partial(_keep, desk, line)))
    elif line.state is State.STANDS:
        meeting = desk.meeting
        desk.ask(together(*(take_up_again(meeting, one) for one in line.findings if one.reason)))


def _keep(desk: Desk, line: Line, why: str) -> bool:
    """Let all that a line is about stand for a reason; without one nothing happens."""
    meeting = desk.meeting
    if why.strip():
        desk.ask(together(*(let_stand(meeting, one, why) for one in line.open_findings)))
    return bool(why.strip())
