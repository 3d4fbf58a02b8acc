"""The lists of the meeting as tables to type in: who took part, consents, the saksliste, goals, tiltak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from data.acts import agree, attend, put, together
from data.changes import Change
from data.consents import consents_of
from data.dates import in_list
from data.entering import attendance, attendance_words, goal, person
from data.language import _
from data.live import Ask
from data.meeting import (
    AgendaItem,
    Attendance,
    Consent,
    ConsentState,
    Goal,
    Level,
    Meeting,
    Participant,
    Standing,
    Tiltak,
    TiltakStatus,
    Verdict,
    find,
)
from data.part import Part
from screens import cards
from screens.card import Card
from screens.parts_table import PartsTable
from screens.widgets import Column
from screens.widgets.table import next_of

BRUKER_WORD = "bruker"
"""What stands where others have «fast» or «etter avtale»."""


class PeopleTable(PartsTable):
    """Who took part. Whoever is typed in has come; an attendance is typed as the referat has it."""

    parts: ClassVar[str] = "participants"
    adds: ClassVar[str] = "deltaker"
    columns: ClassVar[Sequence[Column]] = (
        Column("name", "Navn", share=3, editable=True),
        Column("role", "Rolle", share=2, editable=True),
        Column("service", "Tjeneste", share=2, editable=True),
        Column("standing", "Deltar", 12, turns=True),
        Column("attendance", "Oppmøte", share=2, editable=True, turns=True),
    )

    def cell(self, meeting: Meeting, part: Part, column: str) -> str | Content:
        """Give what a cell shows."""
        assert isinstance(part, Participant)  # noqa: S101 - the list's own kind
        if column == "standing":
            return BRUKER_WORD if part.bruker else part.standing.value
        if column == "attendance":
            return attendance_words(part) or part.attendance.value
        return super().cell(meeting, part, column)

    def words_in(self, key: str, column: str) -> str:
        """Give the text that a cell is edited as."""
        if column != "attendance":
            return super().words_in(key, column)
        who = find(self.desk.meeting.participants, key)
        return attendance_words(who) if who else ""

    def adding(self, column: str, text: str) -> Ask:
        """Give what adds somebody, who has come."""
        now = self.desk.now()

        def come(meeting: Meeting) -> Change | None:
            return attend(meeting.participants[-1].id, Attendance.MET, now)(meeting)

        return together(super().adding(column, text), come)

    def entering(self, path: str, column: str, text: str) -> None:
        """Ask for what is being typed; an attendance says something only when it is whole."""
        if column != "attendance":
            super().entering(path, column, text)

    def entered(self, path: str, column: str, text: str) -> None:
        """Ask for what was typed."""
        if column != "attendance":
            super().entered(path, column, text)
            return
        key = path.split("/")[1]
        told = attendance(text)
        if told is None:
            self.hear(path, _("Skriv møtt, frafall eller stedfortreder: navn. Kom sent: møtt, kom 9.20"))
            return
        came = Attendance(told["attendance"])
        rest = [put(f"participants/{key}/{name}", told[name]) for name in ("stand_in", "arrived", "left")]
        self.desk.ask(together(attend(key, came, self.desk.now()), *rest))

    def turn(self, part: Participant, column: str, by: int) -> Ask | None:
        """Turn how somebody takes part, or whether they came."""
        if column == "attendance":
            return attend(part.id, Attendance(next_of(Attendance, part.attendance, by)), self.desk.now())
        at = f"participants/{part.id}"
        ways = [(True, Standing.FAST), (False, Standing.FAST), (False, Standing.ETTER_AVTALE)]
        here = (part.bruker, Standing.FAST if part.bruker else part.standing)
        bruker, standing = ways[(ways.index(here) + by) % len(ways)]
        return together(put(f"{at}/bruker", bruker), put(f"{at}/standing", standing.value))

    def card(self, part: Participant) -> Card:
        """Give the card of a participant."""
        return cards.participant_card(self.desk, part)


class ConsentsTable(PartsTable):
    """What each service that takes part may share."""

    parts: ClassVar[str] = "consents"
    columns: ClassVar[Sequence[Column]] = (
        Column("id", "Tjeneste", share=2),
        Column("state", "Samtykke", 13, turns=True),
        Column("given_by", "Gitt av", share=2, editable=True),
        Column("until", "Til", 11, editable=True),
        Column("leaves_out", "Gjelder ikke", share=2, editable=True),
    )

    def listed(self, meeting: Meeting) -> Sequence[Consent]:
        """Give a consent for each service, as it is recorded or not yet."""
        return consents_of(meeting)

    def cell(self, meeting: Meeting, part: Part, column: str) -> str | Content:
        """Give what a cell shows."""
        if column == "id":
            return part.id
        if column == "until":
            assert isinstance(part, Consent)  # noqa: S101 - the list's own kind
            return in_list(part.until, self._today) if part.until else ""
        if column == "state" and find(meeting.consents, part.id) is None:
            return ConsentState.UNKNOWN.value
        return super().cell(meeting, part, column)

    def turn(self, part: Consent, column: str, by: int) -> Ask:
        """Turn how the consent stands."""
        del column
        return put(f"consents/{part.id}/state", next_of(ConsentState, part.state, by))

    def card(self, part: Consent) -> Card:
        """Give the card of a consent."""
        return cards.consent_card(self.desk, part)


class AgendaTable(PartsTable):
    """The saksliste; the conclusions stand below it."""

    parts: ClassVar[str] = "agenda"
    adds: ClassVar[str] = "sak"
    columns: ClassVar[Sequence[Column]] = (
        Column("number", "Nr", 4),
        Column("title", "Sak", share=4, editable=True),
        Column("raised_by", "Meldt av", share=2, editable=True),
        Column("minutes", "Min", 5, editable=True),
        Column("eventuelt", "", 9, turns=True),
    )

    def cell(self, meeting: Meeting, part: Part, column: str) -> str | Content:
        """Give what a cell shows."""
        assert isinstance(part, AgendaItem)  # noqa: S101 - the list's own kind
        if column == "number":
            return str(meeting.agenda.index(part) + 1)
        if column == "eventuelt":
            return _("eventuelt") if part.eventuelt else "–"
        return super().cell(meeting, part, column)

    def turn(self, part: AgendaItem, column: str, by: int) -> Ask:
        """Say that an item came up under eventuelt, or not."""
        del column, by
        return put(f"agenda/{part.id}/eventuelt", not part.eventuelt)

    def card(self, part: AgendaItem) -> Card:
        """Give the card of an item."""
        return cards.agenda_card(self.desk, part)


class GoalsTable(PartsTable):
    """The goals with their verdicts; the conclusions stand below it."""

    parts: ClassVar[str] = "goals"
    adds: ClassVar[str] = "mål"
    columns: ClassVar[Sequence[Column]] = (
        Column("number", "Nr", 4),
        Column("text", "Mål", share=4, editable=True),
        Column("verdict", "Vurdering", 10, turns=True),
    )

    def cell(self, meeting: Meeting, part: Part, column: str) -> str | Content:
        """Give what a cell shows."""
        return super().cell(meeting, part, column) or ("–" if column == "verdict" else "")

    def turn(self, part: Goal, column: str, by: int) -> Ask:
        """Turn the verdict."""
        del column
        return put(f"goals/{part.id}/verdict", _next_or_none([*Verdict], part.verdict, by))

    def card(self, part: Goal) -> Card:
        """Give the card of a goal."""
        return cards.goal_card(self.desk, part)


class TiltakTable(PartsTable):
    """What was agreed, and what goes on from before, set back a little."""

    parts: ClassVar[str] = "tiltak"
    adds: ClassVar[str] = "nytt tiltak"
    columns: ClassVar[Sequence[Column]] = (
        Column("number", "Nr", 4),
        Column("what", "Hva", share=5, editable=True),
        Column("who", "Hvem", share=3, editable=True),
        Column("when", "Når", 11, editable=True),
        Column("goal", "Mål", share=3, editable=True),
        Column("level", "Nivå", 6, turns=True),
    )

    def listed(self, meeting: Meeting) -> Sequence[Tiltak]:
        """Give the tiltak that go on."""
        over = {TiltakStatus.DONE, TiltakStatus.DROPPED}
        return [tiltak for tiltak in meeting.tiltak if not tiltak.carried or tiltak.status not in over]

    def is_dim(self, part: Part) -> bool:
        """Whether an earlier meeting agreed it."""
        return isinstance(part, Tiltak) and part.carried

    def cell(self, meeting: Meeting, part: Part, column: str) -> str | Content:
        """Give what a cell shows, with a mark where a new tiltak says nothing yet."""
        assert isinstance(part, Tiltak)  # noqa: S101 - the list's own kind
        if column == "goal":
            about = find(meeting.goals, part.goal)
            words = f"{about.id} {about.text}" if about else ""
        elif column == "when":
            words = in_list(part.when, self._today) if part.when else ""
        else:
            words = part.id if column == "number" else str(getattr(part, column) or "")
        said = getattr(part, column, "") or column == "number"
        return words if said or part.carried else "–"

    def words_in(self, key: str, column: str) -> str:
        """Give the text that a cell is edited as."""
        tiltak = find(self.desk.meeting.tiltak, key)
        return tiltak.goal if tiltak and column == "goal" else super().words_in(key, column)

    def entering(self, path: str, column: str, text: str) -> None:
        """Ask for what is being typed, as far as it says something already."""
        if column == "who":
            self.desk.ask(put(path, text))
        elif column != "goal":
            super().entering(path, column, text)

    def entered(self, path: str, column: str, text: str) -> None:
        """Ask for what was typed."""
        if column == "who":
            self.desk.ask(put(path, person(text, self.desk.meeting)))
        elif column != "goal":
            super().entered(path, column, text)
        elif (found := goal(text, self.desk.meeting)) is None:
            self.hear(path, _("Skriv nummeret eller begynnelsen på et mål, for eksempel M1"))
        else:
            self.desk.ask(put(path, found))

    def turn(self, part: Tiltak, column: str, by: int) -> Ask:
        """Turn the level."""
        del column
        return put(f"tiltak/{part.id}/level", _next_or_none([*Level], part.level, by))

    def card(self, part: Tiltak) -> Card:
        """Give the card of a tiltak."""
        return cards.tiltak_card(self.desk, part, self.desk.meeting)


class CarriedTable(TiltakTable):
    """What earlier meetings agreed, and what came of it."""

    adds: ClassVar[str] = "tiltak fra sist"
    columns: ClassVar[Sequence[Column]] = (
        Column("number", "Nr", 4),
        Column("what", "Hva", share=5, editable=True),
        Column("who", "Hvem", share=3, editable=True),
        Column("when", "Når", 11, editable=True),
        Column("status", "Status", 16, turns=True),
        Column("reason", "Grunn", share=3, editable=True),
    )

    def listed(self, meeting: Meeting) -> Sequence[Tiltak]:
        """Give the tiltak that were carried over."""
        return [tiltak for tiltak in meeting.tiltak if tiltak.carried]

    def is_dim(self, part: Part) -> bool:
        """None stands back."""
        del part
        return False

    def adding(self, column: str, text: str) -> Ask:
        """Give what adds a tiltak from before."""
        return agree(Tiltak(id="", carried=True, what=text if column == "what" else ""))

    def turn(self, part: Tiltak, column: str, by: int) -> Ask:
        """Turn what came of it."""
        del column
        return put(f"tiltak/{part.id}/status", next_of(TiltakStatus, part.status, by))

    def card(self, part: Tiltak) -> Card:
        """Give the card that says what came of a tiltak."""
        return cards.carried_card(self.desk, part)


def _next_or_none(values: Sequence[Verdict | Level], held: Verdict | Level | None, by: int) -> str | None:
    """Give the value after one, or before it, with nothing among them."""
    turned = [None, *values][([None, *values].index(held) + by) % (len(values) + 1)]
    return turned.value if turned else None
