"""The list of what a referat must hold and what is worth a thought, in reading order.

The points that are always listed are those of Sel's guideline. The rest show when they have something
to say. What no step of the meeting's structure can meet is not asked for: see `steps`.
"""

from __future__ import annotations

from data.checks import deadlines, frame, goals, life, people, services, tiltak
from data.checks.rule import CONSIDER, ILAG, MISSING, OWN, SEL, Point, Rule
from data.checks.steps import asks, has, hears_bruker
from data.structure import StepKind

ON_GOALS = has(StepKind.SUMMARY)
AGREES = has(StepKind.TILTAK)
EVALUATES = has(StepKind.EVALUATION)
MEETS_AGAIN = has(StepKind.NEXT_MEETING)

POINTS = (
    Point(
        "participants",
        "Deltakernes navn",
        "participants",
        SEL,
        (
            Rule("participants.names", MISSING, SEL, people.without_name),
            Rule("participants.belonging", CONSIDER, SEL, people.without_belonging),
        ),
    ),
    Point(
        "attendance",
        "Oppmøte og frafall",
        "participants",
        SEL,
        (
            Rule("attendance.settled", MISSING, SEL, people.unsettled),
            Rule("attendance.stand_in", MISSING, SEL, people.unnamed_stand_in),
            Rule("attendance.innspill", CONSIDER, SEL, people.silent_absence),
        ),
    ),
    Point("place", "Sted", "place", SEL, (Rule("place.named", MISSING, SEL, frame.without_place),)),
    Point(
        "time",
        "Dato og tidsramme",
        "date",
        SEL,
        (
            Rule("time.frame", MISSING, SEL, frame.without_time),
            Rule("time.order", CONSIDER, OWN, frame.backwards_time),
        ),
    ),
    Point(
        "minute_taker",
        "Referentens navn",
        "minute_taker",
        SEL,
        (Rule("minute_taker.named", MISSING, SEL, people.without_minute_taker),),
    ),
    Point(
        "approval",
        "Godkjenning av forrige referat",
        "approval/approved",
        ILAG,
        (Rule("approval.given", CONSIDER, ILAG, frame.last_referat),),
        always=False,
    ),
    Point(
        "purpose",
        "Formålet med møtet",
        "purpose",
        SEL,
        (Rule("purpose.stated", CONSIDER, SEL, frame.without_purpose),),
        always=False,
    ),
    Point(
        "carried",
        "Tiltak fra forrige møte",
        "tiltak",
        SEL,
        (
            Rule("carried.accounted", MISSING, SEL, tiltak.unaccounted),
            Rule("carried.dropped", CONSIDER, SEL, tiltak.dropped_why),
            Rule("carried.overdue", CONSIDER, OWN, deadlines.overdue),
        ),
    ),
    Point(
        "bruker",
        "Brukerens egne ord",
        "entries/ordet:bruker/comment",
        SEL,
        (Rule("bruker.heard", CONSIDER, SEL, services.without_bruker, hears_bruker),),
        always=False,
    ),
    Point(
        "challenges",
        "Utfordringer fra hver tjeneste",
        "entries/runde1",
        SEL,
        (
            Rule("challenges.noted", MISSING, SEL, services.without_challenge, asks("challenge")),
            Rule("challenges.left", CONSIDER, SEL, services.left_unheard, asks("challenge")),
        ),
        asked_of=asks("challenge"),
    ),
    Point(
        "contributions",
        "Bidrag fra hver tjeneste",
        "entries/runde2",
        SEL,
        (
            Rule("contributions.noted", MISSING, SEL, services.without_contribution, asks("contribution")),
            Rule("contributions.kept", CONSIDER, SEL, tiltak.broken_promises),
        ),
        asked_of=asks("contribution"),
    ),
    Point(
        "goals",
        "Konklusjon på hvert mål",
        "goals",
        SEL,
        (
            Rule("goals.conclusion", MISSING, SEL, goals.without_conclusion, ON_GOALS),
            Rule("goals.text", MISSING, SEL, goals.without_words),
            Rule("goals.adjusted", CONSIDER, SEL, goals.adjusted_how),
        ),
        asked_of=ON_GOALS,
    ),
    Point(
        "tiltak",
        "Hva, hvem og mål for hvert tiltak",
        "tiltak",
        SEL,
        (
            Rule("tiltak.fields", MISSING, SEL, tiltak.without_fields),
            Rule("tiltak.none", CONSIDER, SEL, tiltak.none_agreed, AGREES),
            Rule("tiltak.responsible", CONSIDER, SEL, tiltak.responsible),
        ),
        asked_of=AGREES,
    ),
    Point(
        "deadlines",
        "Frist for hvert tiltak",
        "tiltak",
        SEL,
        (
            Rule("deadlines.set", MISSING, SEL, deadlines.without_deadline),
            Rule("deadlines.past", CONSIDER, OWN, deadlines.past),
            Rule("deadlines.after_next", CONSIDER, OWN, deadlines.after_next_meeting),
            Rule("deadlines.weekend", CONSIDER, OWN, deadlines.weekend),
        ),
        asked_of=AGREES,
    ),
    Point(
        "level",
        "Nivå for hvert tiltak",
        "tiltak",
        SEL,
        (Rule("level.set", MISSING, SEL, tiltak.without_level),),
        asked_of=AGREES,
    ),
    Point(
        "evaluation",
        "Evaluering av møtet",
        "evaluations/bruker/words",
        SEL,
        (Rule("evaluation.held", CONSIDER, SEL, frame.without_evaluation, EVALUATES),),
        always=False,
    ),
    Point(
        "next_meeting",
        "Neste møte",
        "next_meeting/date",
        SEL,
        (
            Rule("next_meeting.set", MISSING, SEL, frame.without_next_meeting, MEETS_AGAIN),
            Rule("next_meeting.time", CONSIDER, SEL, frame.bare_next_meeting),
            Rule("next_meeting.theme", CONSIDER, ILAG, frame.next_theme),
            Rule("next_meeting.day", CONSIDER, OWN, frame.odd_next_meeting),
            Rule("next_meeting.closed", CONSIDER, SEL, goals.closed_too_soon),
        ),
        asked_of=MEETS_AGAIN,
    ),
    Point(
        "life",
        "Merknader og godkjenning av referatet",
        "life/approved",
        SEL,
        (
            Rule("life.remarks_until", CONSIDER, SEL, life.without_last_day),
            Rule("life.order", CONSIDER, OWN, life.too_short_for_remarks),
            Rule("life.read", CONSIDER, SEL, life.without_reading),
            Rule("life.approved", CONSIDER, OWN, life.without_approval),
            Rule("life.corrections", MISSING, OWN, life.silent_corrections),
        ),
        always=False,
    ),
)
