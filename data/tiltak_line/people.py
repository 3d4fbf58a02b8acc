"""Which participants a few typed words may mean."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from data.meeting import Meeting
from data.tiltak_line.folding import Match, fold, folded_words, stems

_Facts = tuple[tuple[str, str, str, bool], ...]


class Person(NamedTuple):
    """A participant, ready to be compared: all but the label and what is shown are folded.

    `shown` is the label with where they come from. `runs` are the words of the name, role and
    service, each with whether it is the name's; `line` holds them all with blanks between, to rule
    out most people at once.
    """

    label: str
    shown: str
    name: str
    label_words: tuple[str, ...]
    runs: tuple[tuple[bool, tuple[str, ...]], ...]
    line: str


def people_of(meeting: Meeting) -> tuple[Person, ...]:
    """Give a meeting's participants, made once for the same people."""
    return _people(tuple([(p.name, p.role, p.service, p.bruker) for p in meeting.participants]))


def match_person(words: list[str], meeting: Meeting) -> Match:
    """Give the labels of those whom the longest run of `words` from its start may mean.

    The first word may be the beginning of any word in a name, role or service; those after it
    continue the same one in full. A name goes before a role, a whole word before its beginning.
    """
    typed = tuple([fold(word) for word in words])
    people = people_of(meeting)
    possible = _with_word(people, f" {typed[0]}")
    for stem in () if possible else stems(typed[0]):
        typed = (stem, *typed[1:])
        if possible := _with_word(people, f" {stem} "):
            break
    return _longest(possible, typed) if possible else Match()


def match_whole_person(name: str, meeting: Meeting) -> str:
    """Give the label of the one who is called exactly `name`; "" when nobody is, or two are."""
    wanted = fold(name)
    people = people_of(meeting)
    labels = {person.label for person in people if fold(person.label) == wanted}
    labels = labels or {person.label for person in people if person.name == wanted}
    return labels.pop() if len(labels) == 1 else ""


def people_like(query: str, meeting: Meeting) -> list[Person]:
    """Give those whom a folded beginning fits, the best first, each label once."""
    ranked: list[tuple[int, Person]] = []
    for person in people_of(meeting):
        if person.label.casefold().startswith(query):
            ranked.append((0, person))
        elif " " not in query and (rank := _rank(person, (query,))) is not None:
            ranked.append((rank, person))
    ranked.sort(key=lambda pair: pair[0])
    return list({person.label: person for _rank, person in reversed(ranked)}.values())[::-1]


def _with_word(people: tuple[Person, ...], beginning: str) -> list[Person]:
    """Give those of whom some word starts with what follows the blank."""
    return [person for person in people if beginning in person.line]


def _longest(possible: list[Person], typed: tuple[str, ...]) -> Match:
    """Give the best of those possible, by as many words as still mean somebody."""
    best, used = _best(possible, typed[:1]), 1
    while used < len(typed) and (better := _best(possible, typed[: used + 1])):
        best, used = better, used + 1
    labelled = [person for person in possible if typed[: len(person.label_words)] == person.label_words]
    longest = max(labelled, key=lambda person: len(person.label_words), default=None)
    if longest and len(longest.label_words) >= used:
        return Match((longest.label,), len(longest.label_words))
    return Match(tuple(dict.fromkeys(person.label for person in best)), used)


def _best(possible: list[Person], typed: tuple[str, ...]) -> list[Person]:
    """Give those whom folded words fit best."""
    ranks = [_rank(person, typed) for person in possible]
    best = min((rank for rank in ranks if rank is not None), default=None)
    return [person for person, rank in zip(possible, ranks, strict=True) if rank is not None and rank == best]


def _rank(person: Person, typed: tuple[str, ...]) -> int | None:
    """Tell how well words fit: 0 and 1 in a name, whole or begun, 2 and 3 elsewhere, None nowhere."""
    best: int | None = None
    first, rest, length = typed[0], typed[1:], len(typed)
    for is_name, words in person.runs:
        for at, word in enumerate(words):
            if word.startswith(first) and words[at + 1 : at + length] == rest:
                rank = (word != first) + (0 if is_name else 2)
                best = rank if best is None else min(best, rank)
    return best


@lru_cache(maxsize=4)
def _people(facts: _Facts) -> tuple[Person, ...]:
    """Give people by what is known of them, with labels as `Meeting.label` writes them."""
    shared = Counter(name for name, _role, _service, _bruker in facts)
    return tuple(
        _person(name, role, service, is_bruker=bruker, is_shared=shared[name] > 1)
        for name, role, service, bruker in facts
        if name
    )


def _person(name: str, role: str, service: str, *, is_bruker: bool, is_shared: bool) -> Person:
    """Give one participant."""
    known_by = service or role
    label = f"{name} ({known_by})" if is_shared else name
    label_words = tuple(fold(word) for word in label.split())
    names = dict.fromkeys((label_words[: len(name.split())], folded_words(name.replace("-", " "))))
    others = (folded_words(role), folded_words(service), ("bruker",) if is_bruker else ())
    runs = (*((True, words) for words in names), *((False, words) for words in others if words))
    line = " ".join(word for _is_name, words in runs for word in words)
    shown = label if is_shared or not known_by else f"{label} · {known_by}"
    return Person(label, shown, fold(name), label_words, runs, f" {line} ")
