"""The list of what a referat must hold and what is worth a thought, in reading order.

Which of it is asked for, and by whom, the profile says. What no step of the meeting's structure can meet is
not asked for either: see `steps`.
"""

from __future__ import annotations

from data.checks import (
    agenda,
    cases,
    consents,
    deadlines,
    frame,
    goals,
    life,
    limits,
    people,
    services,
    tiltak,
)
from data.checks.rule import BTI, CONSIDER, MISSING, OWN, Point, ProfileRule, Rule
from data.checks.steps import (
    asks,
    concludes_in_advice,
    concludes_on_goals,
    concludes_on_items,
    goes_on,
    goes_through,
    has,
    hears_a_case,
    hears_bruker,
)
from data.profile import Krav, Limit
from data.structure import StepKind

ON_GOALS = concludes_on_goals
AGREES = has(StepKind.TILTAK)
EVALUATES = has(StepKind.EVALUATION)
MEETS_AGAIN = has(StepKind.NEXT_MEETING)

POINTS = (
    Point(
        "participants",
        "Deltakernes navn",
        "participants",
        (
            Rule("participants.names", MISSING, Krav.PARTICIPANTS, people.without_name),
            Rule("participants.belonging", CONSIDER, Krav.PARTICIPANTS, people.without_belonging),
            ProfileRule("participants.few", limits.limit(Limit.MEMBERS), limits.too_many_members),
        ),
    ),
    Point(
        "attendance",
        "Oppmøte og frafall",
        "participants",
        (
            Rule("attendance.settled", MISSING, Krav.ATTENDANCE, people.unsettled),
            Rule("attendance.stand_in", MISSING, Krav.ATTENDANCE, people.unnamed_stand_in),
            Rule("attendance.innspill", CONSIDER, Krav.ATTENDANCE, people.silent_absence),
        ),
    ),
    Point(
        "consents",
        "Skriftlig samtykke",
        "consents",
        (
            Rule("consents.given", CONSIDER, BTI, consents.not_given),
            ProfileRule("consents.written", limits.written, limits.unwritten_consent),
        ),
    ),
    Point("place", "Sted", "place", (Rule("place.named", MISSING, Krav.PLACE, frame.without_place),)),
    Point(
        "time",
        "Dato og tidsramme",
        "date",
        (
            Rule("time.frame", MISSING, Krav.TIME, frame.without_time),
            Rule("time.order", CONSIDER, OWN, frame.backwards_time),
            ProfileRule("time.length", limits.limit(Limit.LENGTH), limits.too_long),
        ),
    ),
    Point(
        "minute_taker",
        "Referentens navn",
        "minute_taker",
        (Rule("minute_taker.named", MISSING, Krav.MINUTE_TAKER, people.without_minute_taker),),
    ),
    Point(
        "approval",
        "Godkjenning av forrige referat",
        "approval/approved",
        (Rule("approval.given", MISSING, Krav.APPROVAL, frame.last_referat, goes_on),),
        asked_of=goes_on,
    ),
    Point(
        "purpose",
        "Formålet med møtet",
        "purpose",
        (Rule("purpose.stated", MISSING, Krav.PURPOSE, frame.without_purpose),),
    ),
    Point(
        "agenda",
        "Sakslisten",
        "agenda",
        (
            Rule("agenda.items", MISSING, Krav.AGENDA, agenda.without_items),
            Rule(
                "agenda.concluded",
                MISSING,
                Krav.AGENDA_CONCLUSIONS,
                agenda.without_conclusion,
                concludes_on_items,
            ),
        ),
    ),
    Point(
        "carried",
        "Tiltak fra forrige møte",
        "tiltak",
        (
            Rule("carried.accounted", MISSING, Krav.CARRIED, tiltak.unaccounted),
            Rule("carried.dropped", CONSIDER, Krav.CARRIED, tiltak.dropped_why),
            Rule("carried.overdue", CONSIDER, OWN, deadlines.overdue),
        ),
        asked_of=goes_on,
    ),
    Point(
        "case",
        "Saken som drøftes",
        f"entries/{cases.CASE}",
        (
            Rule("case.brought", MISSING, BTI, cases.without_bringers, hears_a_case),
            Rule("case.told", MISSING, BTI, cases.without_case, goes_through(cases.CASE)),
        ),
        asked_of=hears_a_case,
    ),
    Point(
        "advice",
        "Tankene til det reflekterende teamet",
        f"entries/{cases.TEAM}",
        (Rule("advice.given", MISSING, BTI, cases.without_advice, goes_through(cases.TEAM)),),
        asked_of=goes_through(cases.TEAM),
    ),
    Point(
        "conclusion",
        "Konklusjon: råd, ikke vedtak",
        "summary",
        (Rule("conclusion.given", MISSING, BTI, cases.without_conclusion, concludes_in_advice),),
        asked_of=concludes_in_advice,
    ),
    Point(
        "bruker",
        "Brukerens egne ord",
        "entries/ordet:bruker/comment",
        (Rule("bruker.heard", MISSING, Krav.BRUKER, services.without_bruker, hears_bruker),),
    ),
    Point(
        "challenges",
        "Utfordringer fra hver tjeneste",
        "entries/runde1",
        (
            Rule("challenges.noted", MISSING, Krav.CHALLENGES, services.without_challenge, asks("challenge")),
            Rule("challenges.left", CONSIDER, Krav.CHALLENGES, services.left_unheard, asks("challenge")),
        ),
        asked_of=asks("challenge"),
    ),
    Point(
        "contributions",
        "Bidrag fra hver tjeneste",
        "entries/runde2",
        (
            Rule(
                "contributions.noted",
                MISSING,
                Krav.CONTRIBUTIONS,
                services.without_contribution,
                asks("contribution"),
            ),
            Rule("contributions.kept", CONSIDER, Krav.CONTRIBUTIONS, tiltak.broken_promises),
        ),
        asked_of=asks("contribution"),
    ),
    Point(
        "goals",
        "Konklusjon på hvert mål",
        "goals",
        (
            Rule("goals.conclusion", MISSING, Krav.GOALS, goals.without_conclusion, ON_GOALS),
            Rule("goals.text", MISSING, Krav.GOALS, goals.without_words),
            Rule("goals.adjusted", CONSIDER, Krav.GOALS, goals.adjusted_how),
        ),
        asked_of=ON_GOALS,
    ),
    Point(
        "tiltak",
        "Innholdet i hvert tiltak",
        "tiltak",
        (
            Rule("tiltak.what", MISSING, Krav.TILTAK, tiltak.without_what),
            Rule("tiltak.who", MISSING, Krav.RESPONSIBLE, tiltak.without_responsible),
            Rule("tiltak.goal", MISSING, Krav.TILTAK_GOAL, tiltak.without_goal),
            Rule("tiltak.none", CONSIDER, Krav.TILTAK, tiltak.none_agreed, AGREES),
            Rule("tiltak.responsible", CONSIDER, Krav.RESPONSIBLE, tiltak.responsible),
        ),
        asked_of=AGREES,
    ),
    Point(
        "deadlines",
        "Frist for hvert tiltak",
        "tiltak",
        (
            Rule("deadlines.set", MISSING, Krav.DEADLINE, deadlines.without_deadline),
            Rule("deadlines.past", CONSIDER, OWN, deadlines.past),
            Rule("deadlines.after_next", CONSIDER, OWN, deadlines.after_next_meeting),
            Rule("deadlines.weekend", CONSIDER, OWN, deadlines.weekend),
        ),
        asked_of=AGREES,
    ),
    Point(
        "course",
        "Start, varighet og evaluering",
        "tiltak",
        (
            Rule("tiltak.start", MISSING, Krav.START, tiltak.without_start),
            Rule("tiltak.duration", MISSING, Krav.DURATION, tiltak.without_duration),
            Rule("tiltak.evaluated", MISSING, Krav.EVALUATED, tiltak.without_evaluation),
        ),
        asked_of=AGREES,
    ),
    Point(
        "level",
        "Nivå for hvert tiltak",
        "tiltak",
        (Rule("level.set", MISSING, Krav.LEVEL, tiltak.without_level),),
        asked_of=AGREES,
    ),
    Point(
        "evaluation",
        "Evaluering av møtet",
        "evaluations/bruker/words",
        (Rule("evaluation.held", MISSING, Krav.EVALUATION, frame.without_evaluation, EVALUATES),),
    ),
    Point(
        "next_meeting",
        "Neste møte",
        "next_meeting/date",
        (
            Rule("next_meeting.set", MISSING, Krav.NEXT_MEETING, frame.without_next_meeting, MEETS_AGAIN),
            Rule("next_meeting.time", MISSING, Krav.NEXT_TIME, frame.bare_next_meeting),
            Rule("next_meeting.theme", MISSING, Krav.NEXT_THEME, frame.next_theme),
            Rule("next_meeting.day", CONSIDER, OWN, frame.odd_next_meeting),
            Rule("next_meeting.closed", CONSIDER, OWN, goals.closed_too_soon),
        ),
        asked_of=MEETS_AGAIN,
    ),
    Point(
        "copies",
        "Kopi til dem uten tilgang",
        "copies_to",
        (Rule("copies.settled", MISSING, Krav.COPIES, frame.unsettled_copies),),
    ),
    Point(
        "life",
        "Merknader og godkjenning av referatet",
        "life/approved",
        (
            Rule("life.remarks_until", CONSIDER, OWN, life.without_last_day),
            ProfileRule("life.sent_late", limits.limit(Limit.REFERAT), limits.sent_late),
            Rule("life.order", CONSIDER, OWN, life.too_short_for_remarks),
            Rule("life.read", CONSIDER, OWN, life.without_reading),
            Rule("life.approved", CONSIDER, OWN, life.without_approval),
            Rule("life.corrections", MISSING, OWN, life.silent_corrections),
        ),
    ),
)
