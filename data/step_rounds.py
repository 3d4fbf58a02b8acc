"""The round that a step is entered with: of those who are there by then."""

from __future__ import annotations

from data import rounds
from data.drofting import is_on
from data.meeting import BRUKER, Meeting, find
from data.rounds import FIRM_SECONDS, SOFT_SECONDS, Place, Round
from data.structure import Step, StepKind, Structure


def round_of_step(meeting: Meeting, step: Step, structure: Structure, now: float) -> Round | None:
    """Give the round that a step is entered with, None where it needs none.

    In the bruker's own step the quiet count begins at once; a round waits for the leader, and as long as
    nobody has had the floor in it, it is of those who are there when the step is entered again.
    """
    held = find(meeting.rounds, step.id)
    if step.kind is StepKind.FLOOR:
        return held or rounds.next_speaker(rounds.begin(step.id, (), bruker=BRUKER), now)
    if step.kind is not StepKind.ROUND:
        return held
    speakers = tuple(p.id for p in meeting.present if not p.bruker and is_on(step.side, meeting, p))
    bruker = BRUKER if step.bruker_comment else ""
    limits = _limits(meeting, step, structure)
    fresh = rounds.begin(step.id, speakers, **limits, bruker=bruker, side=step.side)
    return called_anew(held, fresh) if held else fresh


def called_anew(held: Round, fresh: Round) -> Round:
    """Give a round with the speakers of a fresh one, unless somebody has had the floor or left.

    Those who stood in it keep their order, and their limits; those who have come since are behind them.
    """
    if held.speaker or held.past or any(one.spent or one.place is not Place.WAITING for one in held.turns):
        return held
    stayed = [one for one in held.turns if one.limited and find(fresh.turns, one.id)]
    came = [one for one in fresh.turns if one.limited and not find(held.turns, one.id)]
    return held.having({"turns": (*stayed, *came, *(one for one in fresh.turns if not one.limited))})


def _limits(meeting: Meeting, step: Step, structure: Structure) -> dict[str, int]:
    """Give the limits last used in a round for as long turns, so that round 2 takes after round 1."""
    alike = {each.id for each in structure.steps if each.turn == step.turn}
    limited = [each for each in meeting.rounds if any(turn.limited for turn in each.turns)]
    if before := [each for each in limited if each.id in alike]:
        return {"soft": before[-1].soft, "firm": before[-1].firm}
    by = meeting.interpreter * (step.turn * 60 / FIRM_SECONDS if step.turn else 1)
    return {"soft": rounds.times(SOFT_SECONDS, by), "firm": rounds.times(FIRM_SECONDS, by)}
