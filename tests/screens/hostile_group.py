"""A group in which every text is hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data.group import Conclusion, Consented, Group, GroupConsent, GroupKind, Happening, Member, Planned
from data.meeting import ConsentState, Goal, Tiltak, TiltakStatus, Verdict
from tests.screens.hostile import marked
from tests.screens.hostile_meeting import filled

DAY = dt.date(2026, 11, 24)


def hostile_group(payloads: Sequence[str]) -> Group:
    """Give a group in which every text says one of `payloads`, a payload for each in a list."""
    numbers = range(1, len(payloads) + 1)
    plain = Group(
        id="fiendtlig",
        kind=GroupKind.ANSVARSGRUPPE,
        members=tuple(Member(id=f"p{n}") for n in numbers),
        goals=tuple(Goal(id=f"M{n}", verdict=Verdict.ON_TRACK) for n in numbers),
        tiltak=tuple(Tiltak(id=f"T{n}", goal="M1", when=DAY, status=TiltakStatus.PARTLY) for n in numbers),
        plan=tuple(Planned(id=f"a{n}", date=DAY + dt.timedelta(days=n)) for n in numbers),
        happenings=tuple(Happening(id=f"h{n}", tiltak=f"T{n}", date=DAY, meeting="m1") for n in numbers),
        conclusions=tuple(
            Conclusion(id=f"v{n}", goal=f"M{n}", date=DAY, verdict=Verdict.ON_TRACK, meeting="m1")
            for n in numbers
        ),
        consented=tuple(Consented(id=f"w{n}", date=DAY) for n in numbers),
    )
    consents = tuple(GroupConsent(id=marked(one), state=ConsentState.WRITTEN) for one in payloads)
    return Group.of(filled(plain.having({"consents": consents}), payloads, 0))
