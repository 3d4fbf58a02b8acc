"""Which goals a typed word may mean."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from data.meeting import Meeting
from data.tiltak_line.folding import Match, fold, folded_words, stems

_SHORTEST_PART = 4


class Aim(NamedTuple):
    """A goal, ready to be compared: `numbers` and `words` are folded."""

    id: str
    label: str
    numbers: tuple[str, ...]
    words: tuple[str, ...]


def aims_of(meeting: Meeting) -> tuple[Aim, ...]:
    """Give a meeting's goals, made once for the same goals."""
    return _aims(tuple([(goal.id, goal.text) for goal in meeting.goals]))


def match_goal(word: str, meeting: Meeting) -> Match:
    """Give the ids of the goals a word may mean: by number, word, beginning of a word, or part."""
    aims = aims_of(meeting)
    typed = fold(word)
    best = _best(aims, typed) or next(filter(None, (_whole(aims, stem) for stem in stems(typed))), [])
    return Match(tuple(aim.id for aim in best), 1)


def aims_like(query: str, meeting: Meeting) -> list[Aim]:
    """Give the goals that a folded beginning fits, the best first."""
    ranked = [(rank, aim) for aim in aims_of(meeting) if (rank := _rank(aim, query)) is not None]
    return [aim for _rank_of, aim in sorted(ranked, key=lambda pair: pair[0])]


def _best(aims: tuple[Aim, ...], typed: str) -> list[Aim]:
    """Give the goals that a folded word fits best."""
    ranks = [_rank(aim, typed) for aim in aims]
    best = min((rank for rank in ranks if rank is not None), default=None)
    return [aim for aim, rank in zip(aims, ranks, strict=True) if rank is not None and rank == best]


def _whole(aims: tuple[Aim, ...], word: str) -> list[Aim]:
    """Give the goals that have a word."""
    return [aim for aim in aims if word in aim.words]


def _rank(aim: Aim, typed: str) -> int | None:
    """Tell how well a folded word fits a goal: 0 is best, None not at all."""
    if typed in aim.numbers:
        return 0
    if typed in aim.words:
        return 1
    if any(word.startswith(typed) for word in aim.words):
        return 2
    return 3 if len(typed) >= _SHORTEST_PART and any(typed in word for word in aim.words) else None


@lru_cache(maxsize=4)
def _aims(facts: tuple[tuple[str, str], ...]) -> tuple[Aim, ...]:
    """Give goals by their ids and texts."""
    return tuple(
        Aim(goal, f"{goal} {text}".rstrip(), (fold(goal), fold(goal).lstrip("m")), folded_words(text))
        for goal, text in facts
    )
