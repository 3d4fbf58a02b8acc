"""Groups of every shape: arbitrary valid ones for properties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from data.group import (
    Conclusion,
    Consented,
    Group,
    GroupConsent,
    GroupKind,
    Happening,
    Member,
    Planned,
    PlanWish,
)
from data.meeting import ConsentState, Standing, TiltakStatus, Verdict
from data.part import Part
from tests.data.meetings import dates, goals, lines, proses, tiltak, times

P = TypeVar("P", bound=Part)


def numbered(letter: str, one: st.SearchStrategy[P], most: int = 4) -> st.SearchStrategy[tuple[P, ...]]:
    """Give parts with ids as changes leave them: in order, with gaps."""

    def with_ids(parts: Sequence[P]) -> tuple[P, ...]:
        return tuple(part.having({"id": f"{letter}{2 * at}"}) for at, part in enumerate(parts, 1))

    return st.lists(one, max_size=most).map(with_ids)


def meeting_ids() -> st.SearchStrategy[str]:
    """Give the id of a meeting, or none."""
    return st.sampled_from(["", "sol-7-2026-11-24-1a2b3c", "sol-7-2027-01-12-4d5e6f"]) | lines()


def consents() -> st.SearchStrategy[tuple[GroupConsent, ...]]:
    """Give consents, one a service."""
    one = st.builds(
        GroupConsent,
        id=lines().filter(bool),
        state=st.sampled_from(ConsentState),
        given_by=lines(),
        since=dates(),
        at=times(),
        heard_by=st.just("") | lines(),
        until=dates(),
        leaves_out=lines(),
        withdrawn=dates(),
    )
    return st.lists(one, max_size=3, unique_by=lambda found: found.id).map(tuple)


def members() -> st.SearchStrategy[tuple[Member, ...]]:
    """Give members, of whom some may have the same name."""
    one = st.builds(
        Member,
        id=st.just("p"),
        name=lines() | st.sampled_from(["Per Prøve", "Kari Kladd"]),
        role=lines(),
        service=lines(),
        bruker=st.booleans(),
        standing=st.sampled_from(Standing),
    )
    return numbered("p", one)


def happenings() -> st.SearchStrategy[tuple[Happening, ...]]:
    """Give what happened to tiltak, some of them gone."""
    one = st.builds(
        Happening,
        id=st.just("h"),
        tiltak=st.sampled_from(["", "T1", "T2", "T99"]),
        date=dates(),
        status=st.sampled_from(TiltakStatus),
        reason=lines(),
        meeting=meeting_ids(),
    )
    return numbered("h", one)


def conclusions() -> st.SearchStrategy[tuple[Conclusion, ...]]:
    """Give what was concluded on goals, some of them gone."""
    one = st.builds(
        Conclusion,
        id=st.just("v"),
        goal=st.sampled_from(["", "M1", "M2", "M99"]),
        date=dates(),
        verdict=st.none() | st.sampled_from(Verdict),
        text=proses(),
        meeting=meeting_ids(),
    )
    return numbered("v", one)


def consented() -> st.SearchStrategy[tuple[Consented, ...]]:
    """Give how consents came to stand, of services that the group has and others."""
    one = st.builds(
        Consented,
        id=st.just("w"),
        service=st.sampled_from(["", "PPT", "Skolen"]) | lines(),
        date=dates(),
        state=st.sampled_from(ConsentState),
        given_by=lines(),
        since=dates(),
        at=times(),
        heard_by=st.just("") | lines(),
        until=dates(),
        leaves_out=lines(),
        meeting=meeting_ids(),
    )
    return numbered("w", one)


def groups() -> st.SearchStrategy[Group]:
    """Give any valid group."""
    planned = st.builds(
        Planned,
        id=st.just("a"),
        date=dates(),
        time=times(),
        place=lines(),
        theme=lines(),
        meeting=meeting_ids(),
    )
    return st.builds(
        Group,
        id=st.from_regex(r"[a-zæøå0-9-]{1,20}", fullmatch=True),
        alias=lines(),
        profile=lines() | st.sampled_from(["", "kafjord"]),
        kind=st.sampled_from(GroupKind),
        mandate=proses(),
        former=st.just("") | lines(),
        koordinator=lines(),
        individual_plan=st.sampled_from(PlanWish),
        created=dates(),
        created_because=lines(),
        evaluated=dates(),
        closed=dates(),
        closed_because=lines(),
        members=members(),
        consents=consents(),
        goals=goals(),
        tiltak=tiltak(),
        plan=numbered("a", planned),
        happenings=happenings(),
        conclusions=conclusions(),
        consented=consented(),
    )
