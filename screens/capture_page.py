"""The referat as one page to type in: every field in the order it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from data.acts import all_met, value
from data.drofting import is_on
from data.language import _
from data.meeting import BRUKER, GROUP, Attendance, Kind, Meeting, NextMeeting, Participant, entry_id
from data.structure import Step, StepKind
from screens.form import Form, FormRow, Heading
from screens.parts_table import PartsTable
from screens.steps.body import Heard, StepBody
from screens.steps.evaluation import evaluation_rows
from screens.steps.floor import said_row
from screens.steps.next_meeting import NEXT
from screens.steps.opening import ABOUT, INTERPRETER, LAST, PURPOSE
from screens.steps.round import noted_rows
from screens.tables import AgendaTable, CarriedTable, ConsentsTable, GoalsTable, PeopleTable, TiltakTable
from screens.widgets import Marks, Recording, Text, plain, settle
from screens.widgets.found import NOTHING, Found

KIND = FormRow("Møte", "kind", options=tuple((kind.value, kind.value) for kind in Kind))
SUMMARY = FormRow("Avklaringer", "summary", "Det som ble klart i dag, i korte setninger", lines=6)


class Block(NamedTuple):
    """A form for one part of the meeting, under the words that name it. `key` tells it from the others."""

    key: str
    title: str
    rows: tuple[FormRow, ...]


class CapturePage(StepBody):
    """One column to tab through, from the group's name to the next meeting."""

    DEFAULT_CSS = """
    CapturePage {
        #first { margin-top: 0; }
        PartsTable { max-height: 14; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "all_met", show=False, priority=True)]

    def compose(self) -> ComposeResult:
        yield Heading(_("Om møtet"), id="first")
        yield Form(*_about())
        yield Form(PURPOSE)
        yield from self._who()
        yield Heading(_("Forrige referat"))
        yield Form(*LAST)
        yield Heading(_("Saksliste"))
        yield AgendaTable(self.desk)
        yield Blocks(_items, self.desk.meeting)
        yield Heading(_("Tiltak fra sist · hva ble gjort?"))
        yield CarriedTable(self.desk)
        yield Heading(_("Mål"))
        yield GoalsTable(self.desk)
        yield Blocks(_goals, self.desk.meeting)
        yield from self._steps()
        yield Heading(
            _("Konklusjon · råd, ikke vedtak") if self.desk.structure.advises else _("Oppsummering")
        )
        yield Form(SUMMARY)
        if self.desk.meeting.agreed or not self.desk.structure.advises:
            yield Heading(_("Tiltak · F2 skriver ett på én linje"))
            yield TiltakTable(self.desk)
        yield from self._end()
        yield Heard()

    def _end(self) -> ComposeResult:
        """Give what a meeting ends with, where its structure has a step for it or something stands there."""
        structure, meeting = self.desk.structure, self.desk.meeting
        if structure.has(StepKind.EVALUATION) or meeting.evaluations:
            yield Heading(_("Evaluering · familien, så de andre"))
            yield Form(*evaluation_rows(BRUKER), *evaluation_rows(GROUP))
        if structure.has(StepKind.NEXT_MEETING) or meeting.next_meeting != NextMeeting():
            yield Heading(_("Neste møte"))
            yield Form(*NEXT)

    def _who(self) -> ComposeResult:
        """Give those who took part, what the others sent, and the consents."""
        yield Heading(_("Deltakere · mellomrom bytter · Ctrl+A alle møtt"))
        yield PeopleTable(self.desk)
        yield Blocks(_innspill, self.desk.meeting)
        yield Heading(_("Samtykke"), id="consents-heading")
        yield ConsentsTable(self.desk)

    def _steps(self) -> ComposeResult:
        """Give what was said in each step, without its round."""
        for step in self.desk.structure.steps:
            if step.kind is StepKind.FLOOR:
                yield Heading(step.title)
                yield Form(said_row(step.id))
            elif step.kind is StepKind.ROUND:
                yield Heading(f"{step.title} · {step.theme}")
                yield Blocks(_speakers(step), self.desk.meeting)

    # What is shown

    async def grow(self) -> None:
        """Let there be a form for each of those and that which the meeting has come to have."""
        for blocks in self.walk_children(Blocks):
            await blocks.grow(self.desk.meeting)

    def show(self, meeting: Meeting) -> None:
        """Show the meeting as it has become."""
        super().show(meeting)
        for table in self.walk_children(PartsTable):
            table.show_meeting(meeting)
        consents = self.query_one(ConsentsTable)
        for widget in (consents, self.query_one("#consents-heading")):
            widget.display = bool(consents.listed(meeting))
        goals = [(goal.id, goal.text) for goal in meeting.goals]
        for marks in self.walk_children(Marks):
            marks.show(tuple(value(meeting, marks.path) or ()), goals)
        for form in self.walk_children(Form):
            form.show_row("goals", bool(goals))

    def show_found(self, found: Mapping[str, Found]) -> None:
        """Mark words where they are typed, and no others; `found` goes by the paths of the fields."""
        for field in self.fields():
            if field.path:
                field.show_found(found.get(field.path, NOTHING))
        for table in self.walk_children(PartsTable):
            table.show_found(found)

    # Ways about it

    def stands(self) -> tuple[str, int]:
        """Give the place in the meeting that the cursor is at, and where in its text; -1 for all of it."""
        focused = self.screen.focused
        if isinstance(focused, Recording) and focused.path:
            return focused.path, focused.stands_at
        around = focused.ancestors_with_self if focused else ()
        table = next((node for node in around if isinstance(node, PartsTable)), None)
        return (f"{table.parts}/{table.table.cursor}/{table.table.column}", -1) if table else ("", -1)

    def jump(self, path: str) -> None:
        """Put the cursor where a place in the meeting is edited."""
        if not any(table.jump(path) for table in self.walk_children(PartsTable)):
            super().jump(path)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Ctrl+A to a field that is typed in: there it goes to the beginning of the line."""
        if action == "all_met" and isinstance(self.screen.focused, Recording):
            return False
        return super().check_action(action, parameters)

    async def action_all_met(self) -> None:
        """Mark everyone not yet settled as met."""
        await settle(self.screen)
        self.desk.ask(all_met(self.desk.now()))


class Blocks(Vertical):
    """A form for each of what the meeting has, as `blocks_of` says."""

    DEFAULT_CSS = "Blocks { height: auto; }"

    def __init__(self, blocks_of: Callable[[Meeting], Iterable[Block]], meeting: Meeting) -> None:
        self._blocks_of = blocks_of
        super().__init__(*(_BlockForm(block) for block in blocks_of(meeting)))

    async def grow(self, meeting: Meeting) -> None:
        """Let the forms shown be those that the meeting has now, in its order."""
        wanted = list(self._blocks_of(meeting))
        shown = list(self.walk_children(_BlockForm))
        same = 0
        while same < min(len(wanted), len(shown)) and wanted[same].key == shown[same].key:
            shown[same].call(wanted[same].title)
            same += 1
        left = [form for form in shown[same:] if form.key not in {block.key for block in wanted[same:]}]
        for form in left:
            await form.remove()
        for at, block in enumerate(wanted[same:], same):
            await self._put(block, at)

    async def _put(self, block: Block, at: int) -> None:
        """Let a form be the one at a place, moved there or new."""
        form = next((form for form in self.walk_children(_BlockForm) if form.key == block.key), None)
        if form is None:
            await self.mount(_BlockForm(block), before=at if at < len(self.children) else None)
            return
        form.call(block.title)
        if self.children.index(form) != at:
            self.move_child(form, before=at)


class _BlockForm(Vertical):
    """One block."""

    DEFAULT_CSS = """
    _BlockForm {
        height: auto;
        .block--title { height: 1; color: $text; }
    }
    """

    def __init__(self, block: Block) -> None:
        super().__init__(Text(plain(block.title), classes="block--title"), Form(*block.rows))
        self.key = block.key

    def call(self, title: str) -> None:
        """Let the block be called something else."""
        self.query_one(".block--title", Text).show(plain(title))


def _about() -> list[FormRow]:
    """Give the facts of the meeting; what the clock sets while a meeting is led is typed here."""
    rows = [
        row._replace(placeholder="9 eller 13.30") if row.name in {"start", "end"} else row for row in ABOUT
    ]
    return [rows[0], KIND, *rows[1:], INTERPRETER]


def _innspill(meeting: Meeting) -> Iterator[Block]:
    """Give a block for each who did not come, or sent something all the same."""
    for who in meeting.participants:
        if who.attendance is Attendance.ABSENT or who.innspill:
            row = FormRow(
                "Innspill", f"participants/{who.id}/innspill", "fra den som ikke kunne komme", lines=4
            )
            yield Block(who.id, _named(meeting, who), (row,))


def _items(meeting: Meeting) -> Iterator[Block]:
    """Give a block for the conclusion on each item of the saksliste."""
    for number, item in enumerate(meeting.agenda, 1):
        row = FormRow("Konklusjon", f"agenda/{item.id}/conclusion", "Det dere ble enige om", lines=4)
        yield Block(item.id, f"{number} {item.title}", (row,))


def _goals(meeting: Meeting) -> Iterator[Block]:
    """Give a block for the conclusion on each goal."""
    for goal in meeting.goals:
        row = FormRow("Konklusjon", f"goals/{goal.id}/conclusion", "Det dere ble enige om", lines=4)
        yield Block(goal.id, f"{goal.id} {goal.text}", (row,))


def _speakers(step: Step) -> Callable[[Meeting], Iterator[Block]]:
    """Give what makes a block of what each said in a step, the bruker's comment last."""

    def blocks(meeting: Meeting) -> Iterator[Block]:
        for who in meeting.participants:
            speaks = not who.bruker and who.attendance is not Attendance.ABSENT
            if speaks and is_on(step.side, meeting, who):
                yield Block(
                    who.id,
                    _named(meeting, who),
                    tuple(noted_rows(entry_id(step.id, who.id), step.asks, step.hint)),
                )
        if step.bruker_comment:
            comment = noted_rows(entry_id(step.id, BRUKER), ("comment",))
            yield Block(BRUKER, meeting.speaker_label(BRUKER), tuple(comment))

    return blocks


def _named(meeting: Meeting, who: Participant) -> str:
    """Give a participant's name and where they come from."""
    return " · ".join(word for word in (meeting.label(who), who.service or who.role) if word)
