"""A meeting from innkalling to referat, as one frozen value."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeVar

from data.parking import Parked
from data.part import Part, Value
from data.rounds import WITHOUT_INTERPRETER, Round
from data.sleep import Sleep
from data.text import Line, Prose

P = TypeVar("P", bound=Part)

BRUKER = "bruker"
"""The speaker id of the family as one: the bruker and the parents speak together."""

GROUP = "gruppen"
"""The id of everyone but the bruker, in the evaluation."""


class Kind(StrEnum):
    """The kinds of meeting the field uses (DOMAIN: S0, S2, S3, S4)."""

    SAMARBEIDSMOTE = "samarbeidsmøte"
    ANSVARSGRUPPEMOTE = "ansvarsgruppemøte"
    FAGMOTE = "fagmøte"
    VEILEDNINGSMOTE = "veiledningsmøte"
    DROFTINGSMOTE = "tverrfaglig drøftingsmøte"
    FORMOTE = "formøte"


class Status(StrEnum):
    """Where a document is in its life."""

    INNKALLING = "innkalling"
    UTKAST = "utkast"
    REFERAT = "referat"
    TIL_MERKNAD = "til merknad"
    LEST_OPP = "lest opp"
    GODKJENT = "godkjent"


class Standing(StrEnum):
    """Whether a participant is a standing member or is invited for this meeting."""

    FAST = "fast"
    ETTER_AVTALE = "etter avtale"


class Attendance(StrEnum):
    """How it went with a participant's coming."""

    UNKNOWN = "ikke avklart"
    MET = "møtt"
    ABSENT = "frafall"
    STAND_IN = "stedfortreder"


class Level(StrEnum):
    """Whether a tiltak is followed up round the person or in the system."""

    PERSON = "person"
    SYSTEM = "system"


class TiltakStatus(StrEnum):
    """How far a tiltak has come."""

    OPEN = "åpen"
    DONE = "gjennomført"
    PARTLY = "delvis"
    NOT_DONE = "ikke gjennomført"
    DROPPED = "utgår"


class Verdict(StrEnum):
    """The conclusion on a goal."""

    ON_TRACK = "på vei"
    ADJUST = "justeres"
    REACHED = "nådd"
    NEW = "nytt"


class ConsentState(StrEnum):
    """How a consent was given to a service, or that it was not."""

    UNKNOWN = "ikke avklart"
    WRITTEN = "skriftlig"
    ORAL = "muntlig"
    MISSING = "mangler"
    WITHDRAWN = "trukket"


GIVEN = frozenset({ConsentState.WRITTEN, ConsentState.ORAL})
"""A consent that counts, and so can run out."""


class Participant(Part, frozen=True):
    """Someone invited to the meeting. `id` is p1, p2 … in the order of the innkalling.

    `expected` is what they are asked for (DOMAIN section 6), `brings_case` that the case is theirs (S2).
    """

    name: Line = ""
    role: Line = ""
    service: Line = ""
    bruker: bool = False
    brings_case: bool = False
    standing: Standing = Standing.FAST
    expected: Line = ""
    attendance: Attendance = Attendance.UNKNOWN
    stand_in: Line = ""
    arrived: dt.time | None = None
    left: dt.time | None = None
    innspill: Prose = ""

    @property
    def present(self) -> bool:
        """Whether somebody sits in this chair, themselves or a stand-in, and has not left."""
        return self.attendance in {Attendance.MET, Attendance.STAND_IN} and self.left is None


class Goal(Part, frozen=True):
    """A goal of the group. `id` is the group's own number, from M1 on."""

    text: Line = ""
    verdict: Verdict | None = None
    conclusion: Prose = ""


class AgendaItem(Part, frozen=True):
    """An item of the saksliste. `id` is s1, s2 …; `minutes` is 0 where none are set aside."""

    title: Line = ""
    raised_by: Line = ""
    minutes: int = 0
    eventuelt: bool = False
    conclusion: Prose = ""


class Tiltak(Part, frozen=True):
    """An agreed measure: hva, hvem, når, mål. `id` is the group's own number, from T1 on.

    `who` and `helpers` are people as `Meeting.label` writes them; `goal` is a goal's id. `carried`
    says that an earlier meeting agreed it. `duration` says how long it runs or when it ends.
    Fields: DOMAIN section 3, with Kåfjord's start, length and evaluation (S4).
    """

    what: Line = ""
    who: Line = ""
    helpers: Line = ""
    when: dt.date | None = None
    at: dt.time | None = None
    goal: str = ""
    start: dt.date | None = None
    duration: Line = ""
    evaluated: dt.date | None = None
    level: Level | None = None
    status: TiltakStatus = TiltakStatus.OPEN
    reason: Line = ""
    carried: bool = False


class Entry(Part, frozen=True):
    """What is noted of one speaker in one step. `id` is "step:speaker" (see `entry_id`).

    `progress` and `challenge` belong to round 1, `contribution` to round 2, `tried` to a case, `comment` to
    the bruker and to rounds for a few words; `goals` are the ids of what it is about. Conclusions only.
    """

    step: str
    speaker: str
    progress: Prose = ""
    challenge: Prose = ""
    tried: Prose = ""
    contribution: Prose = ""
    comment: Prose = ""
    goals: tuple[str, ...] = ()


class Evaluation(Part, frozen=True):
    """A short evaluation of the meeting; `id` is BRUKER or GROUP. `score` goes from 1 to 5."""

    score: int | None = None
    words: Line = ""


class Consent(Part, frozen=True):
    """What a service may share, as it stood at the door. `id` is the service.

    It was given on a day (`since`); an oral one at a time of that day (`at`), and somebody heard it.
    """

    state: ConsentState = ConsentState.UNKNOWN
    given_by: Line = ""
    since: dt.date | None = None
    at: dt.time | None = None
    heard_by: Line = ""
    until: dt.date | None = None
    leaves_out: Line = ""


class Approval(Value, frozen=True):
    """The approval of the last referat: its date, whether it was approved, and the remarks."""

    date: dt.date | None = None
    approved: bool | None = None
    remarks: Prose = ""


class NextMeeting(Value, frozen=True):
    """What is agreed about the next meeting, or that the group is closed, its goals met."""

    date: dt.date | None = None
    time: dt.time | None = None
    place: Line = ""
    theme: Line = ""
    closed: bool = False


class Life(Value, frozen=True):
    """What became of the referat after the meeting (DOMAIN section 3: S0, S1).

    It is `sent` out with a chance to remark on it until a date, or read aloud (`read_on`, `read_at`);
    then it is `approved`, and its text stays as it is.
    """

    sent: dt.date | None = None
    remarks_until: dt.date | None = None
    read_on: dt.date | None = None
    read_at: dt.time | None = None
    approved: dt.date | None = None


class Remark(Part, frozen=True):
    """What somebody remarked on the referat before it was approved; its `id` is r1, r2 and so on."""

    date: dt.date | None = None
    who: Line = ""
    text: Prose = ""


class Correction(Part, frozen=True):
    """What is added to the referat after it was approved, by whom; its `id` is c1, c2 and so on."""

    date: dt.date | None = None
    who: Line = ""
    text: Prose = ""


class Note(Part, frozen=True):
    """A private note (kladd). `id` is where it was written. Lives in the journal alone."""

    text: Prose = ""


class LetStand(Part, frozen=True):
    """Why something that the gate found is let stand as it is. Lives in the journal alone, like a note.

    `id` is the finding's mark (see `data.checks.settling`).
    """

    reason: Line = ""


class Visit(Part, frozen=True):
    """That the meeting came to a step. `at` is an instant in seconds since 1970, UTC.

    `again` says that the meeting was taken up here after a long break, perhaps days: what came
    before was preparing, or another sitting.
    """

    step: str
    at: float
    again: bool = False


class Kept(Part, frozen=True):
    """Something in a document that is not ours, kept where it stood.

    `after` names the section or key it follows, "" for the start; `text` is as it was written.
    """

    after: str = ""
    text: str = ""


class Meeting(Part, frozen=True):
    """One meeting. `id` is the same through its whole life and names its journal.

    Times of day are local (Europe/Oslo). What a referat never holds stands last: private notes, what
    was parked, the rounds with their clocks, the visits to the steps, what the machine did, the bell.
    """

    kind: Kind = Kind.SAMARBEIDSMOTE
    group: Line = ""
    status: Status = Status.INNKALLING
    structure: str = "malstyrt"
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    length: int = 60
    """Planned minutes."""
    place: Line = ""
    leader: Line = ""
    minute_taker: Line = ""
    purpose: Prose = ""
    numbers: str = ""
    """The highest numbers that the group had given before this meeting, "M2 T14"; "" where none is known."""
    incomplete_because: Line = ""
    """The stated reason when a referat is finished though something is missing."""
    interpreter: float = WITHOUT_INTERPRETER
    """What speaking times are multiplied by: 1 without an interpreter (DOMAIN section 7)."""
    copies_to: Line = ""
    """Who has no access to the system and needs a copy (S3)."""
    participants: tuple[Participant, ...] = ()
    consents: tuple[Consent, ...] = ()
    approval: Approval = Approval()
    agenda: tuple[AgendaItem, ...] = ()
    goals: tuple[Goal, ...] = ()
    entries: tuple[Entry, ...] = ()
    summary: Prose = ""
    tiltak: tuple[Tiltak, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    next_meeting: NextMeeting = NextMeeting()
    life: Life = Life()
    remarks: tuple[Remark, ...] = ()
    corrections: tuple[Correction, ...] = ()
    kept: tuple[Kept, ...] = ()

    notes: tuple[Note, ...] = ()
    let_stand: tuple[LetStand, ...] = ()
    parked: tuple[Parked, ...] = ()
    rounds: tuple[Round, ...] = ()
    visits: tuple[Visit, ...] = ()
    sleeps: tuple[Sleep, ...] = ()
    wall_ahead: float = 0.0
    """Seconds by which the clock on the wall has been set ahead of the meeting's own (data.timekeeping)."""
    bell: bool = False
    """Whether the terminal's bell rings at the firm limit."""

    def label(self, participant: Participant) -> str:
        """Give a participant's name, with the service where two share a name."""
        twins = sum(other.name == participant.name for other in self.participants)
        apart = f" ({participant.service or participant.role})" if twins > 1 else ""
        return participant.name + apart

    def speaker_label(self, speaker: str) -> str:
        """Give the words for a speaker's id, a participant's or the BRUKER's."""
        if speaker == BRUKER:
            return "Brukeren"
        participant = find(self.participants, speaker)
        return self.label(participant) if participant else speaker

    def entry(self, step: str, speaker: str) -> Entry:
        """Give what is noted of a speaker in a step, empty when nothing is."""
        return find(self.entries, entry_id(step, speaker)) or Entry(
            id=entry_id(step, speaker), step=step, speaker=speaker
        )

    @property
    def present(self) -> tuple[Participant, ...]:
        """Those who sit round the table."""
        return tuple(participant for participant in self.participants if participant.present)

    @property
    def carried_open(self) -> tuple[Tiltak, ...]:
        """Tiltak from earlier meetings that nobody has accounted for yet."""
        return tuple(t for t in self.tiltak if t.carried and t.status is TiltakStatus.OPEN)

    @property
    def agreed(self) -> tuple[Tiltak, ...]:
        """Tiltak that this meeting agreed."""
        return tuple(tiltak for tiltak in self.tiltak if not tiltak.carried)

    @property
    def sitting(self) -> tuple[Visit, ...]:
        """The visits since the meeting was last taken up."""
        last = max((n for n, visit in enumerate(self.visits) if visit.again), default=0)
        return self.visits[last:]

    @property
    def step(self) -> str:
        """The step the meeting stands at, "" before it is opened."""
        return self.visits[-1].step if self.visits else ""


def entry_id(step: str, speaker: str) -> str:
    """Give the id of what is noted of a speaker in a step, the same in every terminal."""
    return f"{step}:{speaker}"


def find(parts: tuple[P, ...], part_id: str) -> P | None:
    """Give the part with an id, None when there is none."""
    return next((part for part in parts if part.id == part_id), None)
