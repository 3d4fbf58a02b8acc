"""The meeting as it belongs in a document: what is private is gone, numbers run in order."""

from __future__ import annotations

from data.clean import clean_line
from data.markdown import agenda, entries, evaluation, goals, life, participants, tiltak
from data.markdown.kept import standing
from data.markdown.normal import changed, minute, numbered, pairs, said
from data.markdown.numbers import number
from data.markdown.opening import factor
from data.markdown.page import parts, texts
from data.markdown.places import rows_of
from data.meeting import BRUKER, Entry, Evaluation, Meeting, Participant, Tiltak, entry_id


def public(meeting: Meeting) -> Meeting:
    """Give the meeting with only what a document holds, as reading it back gives it.

    Notes, rounds and visits are gone, so are parts that say nothing and words of people who no
    longer take part. Participants are p1, p2 …, items s1, s2 … and so on; times are whole minutes.
    """
    kept = texts(meeting.kept)
    rows = rows_of(kept)
    people = numbered("p", said(meeting.participants, participants.PARTICIPANTS, rows))
    items = numbered("s", said(meeting.agenda, agenda.AGENDA, rows))
    named = said(meeting.goals, goals.GOALS, rows)
    aims = tuple(changed(goal, id=number(goals.LETTER, goal.id)) for goal in named)
    remarks, corrections = (
        numbered(letter, said(getattr(meeting, name), name, rows)) for name, letter in life.LETTERS.items()
    )
    ids = {old: part.id for old, part in (people | items | remarks | corrections).items()}
    found = meeting.having(
        {
            "id": clean_line(meeting.id),
            "structure": clean_line(meeting.structure),
            "numbers": clean_line(meeting.numbers),
            "interpreter": factor(meeting.interpreter),
            "start": minute(meeting.start),
            "end": minute(meeting.end),
            "participants": tuple(map(_participant, people.values())),
            "consents": tuple(
                changed(one, id=clean_line(one.id), at=minute(one.at)) for one in meeting.consents
            ),
            "agenda": tuple(items.values()),
            "goals": aims,
            "entries": _entries(meeting.entries, ids, pairs(aims)),
            "tiltak": _tiltak(said(meeting.tiltak, tiltak.TILTAK, rows), pairs(aims)),
            "evaluations": _evaluations(said(meeting.evaluations, evaluation.EVALUATIONS, rows)),
            "next_meeting": changed(meeting.next_meeting, time=minute(meeting.next_meeting.time)),
            "life": changed(meeting.life, read_at=minute(meeting.life.read_at)),
            "remarks": tuple(remarks.values()),
            "corrections": tuple(corrections.values()),
        }
        | _unset(meeting)
    )
    return found.having({"kept": parts(standing(found, kept, ids))})


def _unset(meeting: Meeting) -> dict[str, object]:
    """Give what a referat never holds, which stands last in a meeting, as if nothing were set."""
    names = list(Meeting.field_types)
    empty = Meeting(id=meeting.id)
    return {name: getattr(empty, name) for name in names[names.index("kept") + 1 :]}


def steps(meeting: Meeting) -> list[str]:
    """Give the steps in which somebody said something or something is kept, in the order they are written."""
    spoken = [entry.step for entry in meeting.entries]
    kept = [step for one in meeting.kept if (step := entries.kept_step(one.after))]
    return list(dict.fromkeys([*entries.STEPS, *spoken, *kept]))


def _participant(participant: Participant) -> Participant:
    arrived, left = minute(participant.arrived), minute(participant.left)
    return participant.having({"arrived": arrived, "left": left})


def _entries(said: tuple[Entry, ...], ids: dict[str, str], aims: list[tuple[str, str]]) -> tuple[Entry, ...]:
    """Give what was said by those who take part: the bruker first where they have the floor, else last."""
    found: list[Entry] = []
    for entry in said:
        speaker = BRUKER if entry.speaker == BRUKER else ids.get(entry.speaker)
        if speaker and entry != Entry(id=entry.id, step=entry.step, speaker=entry.speaker):
            step = clean_line(entry.step)
            named = tuple(dict.fromkeys(goals.goal_id(goal, aims) for goal in entry.goals))
            found.append(changed(entry, id=entry_id(step, speaker), step=step, speaker=speaker, goals=named))
    order = list(dict.fromkeys([*entries.STEPS, *(entry.step for entry in found)]))
    return tuple(sorted(found, key=lambda entry: (order.index(entry.step), _seat(entry))))


def _seat(entry: Entry) -> float:
    """Give a speaker's place among the others in a step."""
    if entry.speaker == BRUKER:
        return 0 if entry.step == entries.FLOOR else float("inf")
    return int(entry.speaker[1:])


def _tiltak(told: tuple[Tiltak, ...], aims: list[tuple[str, str]]) -> tuple[Tiltak, ...]:
    """Give the tiltak, those carried first."""
    named = (
        changed(one, id=number(tiltak.LETTER, one.id), goal=goals.goal_id(one.goal, aims), at=minute(one.at))
        for one in told
    )
    return tuple(sorted(named, key=lambda one: not one.carried))


def _evaluations(told: tuple[Evaluation, ...]) -> tuple[Evaluation, ...]:
    """Give the evaluations, the bruker's first."""
    return tuple(sorted(told, key=lambda one: one.id != BRUKER))
